from datetime import date

import pytest
from support.checks import built_in, checked, finding
from support.form_choices import CASES, NAMES, registry_with

from rhf_services import ChoiceReason, Entity, which_form
from rhf_services.model.entities import EntityType, Host, ReportedEntity, entity_told
from rhf_services.model.form_choices import ChoiceRemark
from rhf_services.model.forms import Phase
from rhf_services.model.sources import Standing
from rhf_services.sources.regional_forms import REGIONAL_FORMS


def chosen(year=2024, registry=None, **entity):
    return which_form(Entity(**entity), year, registry or built_in())


@pytest.mark.parametrize("asked", CASES, ids=NAMES)
def test_each_case_has_its_form_and_reason(asked):
    choice = which_form(asked.entity, asked.year, asked.registry)
    assert (asked.reason, asked.template) == (choice.reason, choice.template)
    assert (asked.accepted, asked.remarks) == (choice.accepted, choice.remarks)
    assert asked.missing == choice.missing
    assert choice.expected == (asked.template is not None)


def test_every_reason_and_remark_has_a_case():
    assert {asked.reason for asked in CASES} == set(ChoiceReason)
    assert {remark for asked in CASES for remark in asked.remarks} == set(ChoiceRemark)


def test_a_sub_unit_names_its_mother_service():
    assert chosen(part_of="S-NKSD").through == "S-NKSD"


def test_the_forms_that_would_fit_are_candidates():
    assert chosen(type="national-competence-service").candidates == (
        "national-competence-service",
        "national-competence-service-final",
        "national-competence-service-new",
    )
    twice = chosen(type="regional-competence-centre", registry=registry_with("twice"))
    assert twice.candidates == ("twice.one", "twice.other")


@pytest.mark.parametrize(
    ("entity", "standing"),
    [
        ({"type": "national-treatment-service"}, Standing.DOCUMENTED),
        ({"type": "national-centre", "started_year": 2024}, Standing.DOCUMENTED),
        ({"type": "national-competence-service", "started_year": 2024}, Standing.PROPOSED),
        ({"type": "national-competence-service", "started_year": 2014}, Standing.PROPOSED),
        ({"type": "quality-and-competence-network", "started_year": 2024}, Standing.PROPOSED),
        ({"template": {"2024": "archive"}}, Standing.PROPOSED),
        ({"part_of": "S-NKSD"}, Standing.OBSERVED),
    ],
)
def test_what_no_document_says_is_told_as_our_proposal(entity, standing):
    assert chosen(**entity).standing is standing


def test_the_source_is_where_the_form_is_named():
    assert chosen(type="national-centre").source.rows == ("S003-083",)
    assert chosen(
        type="regional-competence-centre",
        regions=("helse-vest",),
        registry=registry_with("core"),
    ).source.rows == ("S003-085",)


def test_the_sentences_get_the_day_where_one_is_known_and_else_the_year():
    kind = "national-competence-service"
    assert chosen(type=kind, last_day=date(2024, 12, 31)).params["when"] == date(2024, 12, 31)
    assert chosen(type=kind, last_year=2024).params["when"] == "2024"


@pytest.mark.parametrize(
    ("entity", "suggested"),
    [
        ({"type": "national-competence-service"}, None),
        ({"type": "national-competence-service", "started_year": 2024}, "-new"),
        ({"type": "national-competence-service", "started_year": 2014}, ""),
        ({"type": "national-competence-service", "last_day": "2024-12-31"}, "-final"),
        ({"type": "national-competence-service", "started": "2025-01-01"}, "-new"),
    ],
)
def test_the_check_suggests_the_same_form_where_it_need_not_guess(entity, suggested):
    found = finding(checked(report={"template": "unknown"}, entity=entity), "TPL001")
    if suggested is None:
        assert found.variant == "unknown-template"
    else:
        assert found.variant == "unknown-template-suggested"
        assert found.params == {"suggested": f"national-competence-service{suggested}"}


def test_the_check_suggests_nothing_against_the_hosts_choice():
    entity = {"type": "national-centre", "template": {"2024": "elsewhere.form"}}
    found = finding(checked(report={"template": None}, entity=entity), "TPL001")
    assert found.variant == "no-template"


def test_what_the_report_says_fills_up_what_the_host_does_not():
    reported = ReportedEntity(id="b", type="national-centre", hosts=(Host("helse-bergen"),))
    assert entity_told(None, reported).hosts == reported.hosts
    told = entity_told(Entity(id="a", type="interregional-network"), reported)
    assert (told.id, told.type, told.hosts) == ("a", "interregional-network", reported.hosts)


def test_the_regional_forms_are_known_by_the_ids_and_titles_they_have():
    for form in REGIONAL_FORMS:
        loaded = built_in().templates[form.id]
        assert loaded.title.nb == form.title.nb
        assert loaded.entity_types == (form.entity_type,)
        assert loaded.regions == (form.region,)
        assert loaded.editions[0].first == form.first
        assert loaded.source == form.source


def test_the_forms_are_for_the_phases_that_their_titles_name():
    phases = {form.id: form.phases for form in built_in().templates.values() if form.phases}
    assert phases == {
        "national-treatment-service": (Phase.RUNNING,),
        "multiregional-treatment-service": (Phase.RUNNING,),
        "national-competence-service": (Phase.RUNNING,),
        "national-competence-service-new": (Phase.NEW,),
        "national-competence-service-final": (Phase.FINAL,),
        "national-centre": (Phase.NEW, Phase.RUNNING),
    }


@pytest.mark.parametrize("kind", EntityType)
@pytest.mark.parametrize("year", [2009, 2022, 2023, 2024, 2030])
def test_a_kind_has_a_form_in_every_year_unless_it_is_the_one_without(kind, year):
    regions = {"regional-competence-service": "helse-sor-ost"}
    choice = chosen(year, type=kind, regions=(regions.get(kind, "helse-vest"),))
    assert (choice.template is None) == (kind == "interregional-network")
