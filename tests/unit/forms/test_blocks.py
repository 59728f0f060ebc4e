import pytest
from support.plugins import SOURCE

from rhf_services.forms import activities, evaluation, sections
from rhf_services.forms.reference_group import group_list_a
from rhf_services.model.forms import Addressee, Limit
from rhf_services.model.regions import REGIONS
from rhf_services.model.sources import Standing
from rhf_services.sources.documents import WEBINAR_2024

ACTIVITIES = [
    activities.articles,
    activities.doctorates,
    activities.projects,
    activities.teaching,
    activities.dissemination,
    activities.clinical_activity,
    activities.quality_tools,
]

STARRED = {
    "scientific-articles": ["title"],
    "doctorates": ["title"],
    "research-projects": ["title"],
    "teaching": ["text"],
    "dissemination": ["text"],
    "clinical-activity": ["affiliation", "count"],
    "quality-tools": ["kind"],
}

COLUMNS = {
    "scientific-articles": ["title", "authors", "journal", "year", "doi", "pubmed"],
    "doctorates": ["person", "date", "institution", "title"],
    "research-projects": ["title", "leader", "from", "to", "financing"],
    "teaching": ["text", "type"],
    "dissemination": ["text", "type"],
    "clinical-activity": ["affiliation", "count", "unit"],
    "quality-tools": ["kind", "name", "text"],
}


@pytest.mark.parametrize("ask", ACTIVITIES, ids=lambda ask: ask.__name__)
def test_an_activity_is_asked_where_and_as_sure_as_the_form_says(ask):
    asked = ask(SOURCE, Standing.OBSERVED)
    assert (asked.source, asked.standing) == (SOURCE, Standing.OBSERVED)
    assert ask(SOURCE).standing is Standing.DOCUMENTED
    assert asked.to is Addressee.ENTITY
    assert asked.guidance is not None


@pytest.mark.parametrize("ask", ACTIVITIES, ids=lambda ask: ask.__name__)
def test_the_columns_of_an_activity_are_the_promised_ones(ask):
    table = ask(SOURCE).question
    assert COLUMNS[table.id] == [column.id for column in table.columns]
    assert STARRED[table.id] == [column.id for column in table.columns if column.starred]


def test_only_clinical_activity_has_a_text_of_its_own():
    asked = [ask(SOURCE).question for ask in ACTIVITIES]
    assert [table.id for table in asked if table.with_text] == ["clinical-activity"]


@pytest.mark.parametrize("ask", [activities.articles, activities.projects])
def test_a_year_may_ask_for_a_few(ask):
    assert ask(SOURCE).limit is None
    assert Limit(5, 2024) == ask(SOURCE, limit=Limit(5, 2024)).limit


def test_the_feedback_on_reporting_is_hidden_and_never_missed():
    asked = evaluation.reporting_feedback()
    assert (asked.hidden, asked.optional) == (True, True)
    assert WEBINAR_2024.id == asked.source.document.id
    assert evaluation.reporting_feedback(SOURCE).source == SOURCE


def test_the_group_is_asked_as_a_whole_the_user_and_each_region_in_order():
    asked = group_list_a()
    expected = ["group-assessment", "group-user-representative", *(f"group-{r}" for r in REGIONS)]
    assert expected == [one.id for one in asked]
    assert [None, None, *REGIONS] == [one.region for one in asked]
    assert {Addressee.GROUP} == {one.to for one in asked}
    assert all(one.question.group for one in asked)


def test_the_four_regions_are_asked_the_same():
    assert len({one.guidance for one in group_list_a()[2:]}) == 1


def test_sections_may_be_read_elsewhere_and_less_surely():
    for part in (sections.activity, sections.evaluation):
        made = part(source=SOURCE, standing=Standing.PROPOSED)
        assert (made.source, made.standing) == (SOURCE, Standing.PROPOSED)
    assert sections.reference_group(standing=Standing.PROPOSED).standing is Standing.PROPOSED
