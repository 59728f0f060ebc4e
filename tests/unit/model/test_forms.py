import pytest
from support.plugins import SOURCE, asked, edition, form

from rhf_services.forms import sections
from rhf_services.model.forms import Edition
from rhf_services.model.questions import LongText
from rhf_services.model.years import Years

OLD = edition(2009, last=2022)
THREE = edition(2023)
FOUR, FOUR_ONE, FOUR_TWO = (edition(2024, revision=number) for number in (0, 1, 2))
FORM = form("test.form", FOUR_TWO, OLD, FOUR, THREE, FOUR_ONE)


def chosen(year, named=None, template=FORM):
    choice = template.edition_for(year, named)
    return None if choice is None else (choice.edition.id, choice.known, choice.belongs)


def test_editions_are_kept_by_age():
    assert [one.id for one in FORM.editions] == ["2009", "2023", "2024", "2024.1", "2024.2"]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2008, None),
        (2009, "2009"),
        (2022, "2009"),
        (2023, "2023"),
        (2024, "2024.2"),
        (2031, "2024.2"),
    ],
)
def test_a_year_has_the_latest_revision_of_its_edition(year, expected):
    assert (expected and (expected, True, True)) == chosen(year)


@pytest.mark.parametrize("named", ["2024", "2024.1", "2024.2"])
def test_a_report_is_read_with_the_revision_it_names(named):
    assert (named, True, True) == chosen(2024, named)


def test_an_unknown_revision_is_read_with_the_nearest_earlier_one():
    template = form("test.form", FOUR, FOUR_ONE)
    assert chosen(2024, "2024.7", template) == ("2024.1", False, True)


def test_a_revision_earlier_than_all_known_is_read_with_the_first():
    assert chosen(2024, "2024", form("test.form", FOUR_ONE)) == ("2024.1", False, True)


def test_an_edition_named_for_a_year_that_nobody_entered_is_unknown():
    assert chosen(2025, "2025") == ("2024.2", False, True)


@pytest.mark.parametrize("named", ["2023", "2009", "2025"])
def test_an_edition_of_another_year_does_not_belong(named):
    assert chosen(2024, named) == ("2024.2", True, False)


@pytest.mark.parametrize("named", ["siste", "24", "2024.x", "2024.1234567", "٢٠٢٤"])
def test_a_name_that_is_no_edition_neither_is_known_nor_belongs(named):
    assert chosen(2024, named) == ("2024.2", False, False)


def test_a_form_that_ended_has_no_edition_afterwards():
    assert chosen(2023, template=form("test.form", OLD)) is None


def test_each_edition_holds_until_the_next_begins():
    assert (Years(2009, 2022), Years(2023, 2023), Years(2024)) == FORM.years()


def test_an_edition_is_gone_through_for_its_first_year_unless_somebody_says_more():
    assert (THREE.confirmed, OLD.confirmed) == (2023, 2022)
    assert edition(2023, confirmed=2025).confirmed == 2025


ONE, OTHER = asked(LongText("one")), asked(LongText("other"))
EDITION = Edition(2024, (sections.activity(ONE), sections.evaluation(OTHER)), SOURCE)


def test_what_is_asked_comes_in_the_order_of_the_form():
    assert list(EDITION) == [ONE, OTHER]


def test_a_question_knows_its_section():
    assert {question: section.id for question, section in EDITION.section_by_question.items()} == {
        "one": "activity",
        "other": "evaluation",
    }


def test_a_section_is_found_by_its_id():
    assert EDITION.section("activity") == EDITION.sections[0]
    assert EDITION.section("reference-group") is None
