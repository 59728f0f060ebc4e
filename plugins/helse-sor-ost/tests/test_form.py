"""What Helse Sør-Øst asks its regional competence services, and a report made on it."""

from importlib.metadata import entry_points

import pytest
import rhf_services_helse_sor_ost
from rhf_services_helse_sor_ost import form, rhf_templates

from rhf_services import Audience, Case, Stage, check, dumps, load_registry, loads
from rhf_services.hooks import Plugin, PluginInfo, installed_plugins
from rhf_services.model.forms import Addressee
from rhf_services.model.regions import Region

FORM = "helse-sor-ost.regional-competence-service"
REPORT = {
    "format": "rhf-report/1",
    "template": FORM,
    "year": 2024,
    "entity": {
        "id": "e1",
        "type": "regional-competence-service",
        "name": "Regional kompetansetjeneste for oppdiktet sykdom",
        "hosts": [{"name": "Et oppdiktet sykehus", "region": "helse-sor-ost"}],
    },
    "people": [{"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]}],
    "answers": {
        "scientific-articles": [{"id": "a1", "title": "Om en oppdiktet sykdom"}],
        "helse-sor-ost.knowledge-spread": "Kurs i alle foretakene.",
        "helse-sor-ost.networks": "Nettverket møtes to ganger i året.",
        "helse-sor-ost.research-coordination": "Ett felles prosjekt.",
        "helse-sor-ost.development": {"not_applicable": "Tjenesten er ny."},
    },
}


def checked(stage=Stage.SUBMISSION, **changes):
    loaded = loads(dumps({**REPORT, **changes}))
    return check(Case(report=loaded.report), load_registry(), stage)


def test_the_form_comes_in_through_the_entry_point():
    (entry,) = entry_points(group="rhf_services", name="helse-sor-ost")
    assert entry.value == "rhf_services_helse_sor_ost"
    registry = load_registry(strict=True)
    assert registry.templates[FORM] is form.TEMPLATE
    assert registry.owners[FORM] == "helse-sor-ost"
    assert "rhf-services-helse-sor-ost" in registry.versions


def test_the_plugin_brings_one_form():
    assert list(rhf_templates()) == [form.TEMPLATE]


def test_everything_it_adds_carries_its_prefix():
    core = [one for one in installed_plugins() if one.info.core]
    shared = load_registry(core).questions
    own = [asked.id for asked in form.TEMPLATE.editions[0] if asked.id not in shared]
    assert own == [
        "helse-sor-ost.knowledge-spread",
        "helse-sor-ost.networks",
        "helse-sor-ost.research-coordination",
        "helse-sor-ost.development",
    ]
    assert form.TEMPLATE.id.startswith("helse-sor-ost.")
    assert form.GUIDELINE.id.startswith("helse-sor-ost.")


def test_under_another_name_it_would_be_refused():
    impostor = Plugin(
        PluginInfo("helse-nord", "helse-nord-forms", "1.0"), rhf_services_helse_sor_ost
    )
    core = [one for one in installed_plugins() if one.info.core]
    registry = load_registry([*core, impostor])
    assert FORM not in registry.templates
    assert {"prefix", "question-prefix"} == {problem.kind for problem in registry.problems}


def test_it_is_for_the_centres_of_one_region_from_2023_on():
    assert [str(kind) for kind in form.TEMPLATE.entity_types] == ["regional-competence-service"]
    assert form.TEMPLATE.regions == (Region.HELSE_SOR_OST,)
    assert form.TEMPLATE.edition_for(2022) is None
    assert form.TEMPLATE.edition_for(2024) is not None


def test_it_asks_the_entity_alone():
    assert {Addressee.ENTITY} == {asked.to for asked in form.TEMPLATE.editions[0]}


def test_only_the_feedback_is_hidden():
    hidden = [asked.id for asked in form.TEMPLATE.editions[0] if asked.hidden]
    assert hidden == ["reporting-feedback"]


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_a_report_made_on_it_is_complete_without_what_is_optional(stage):
    verdict = checked(stage)
    assert verdict.findings == ()
    assert verdict.complete


def test_a_question_left_out_is_asked_about_in_its_own_words():
    answers = {**REPORT["answers"], "helse-sor-ost.networks": ""}
    (found,) = checked(answers=answers).for_(Audience.LEAD)
    assert (found.code, found.place.question) == ("EVA001", "helse-sor-ost.networks")


def test_a_centre_of_another_region_is_told_to_the_host_and_not_held_back():
    entity = {**REPORT["entity"], "hosts": [{"name": "Et sykehus", "region": "helse-nord"}]}
    verdict = checked(entity=entity)
    assert [found.code for found in verdict.findings] == ["TPL005"]
    assert verdict.blocking == ()


def test_a_report_is_written_back_as_it_came():
    data = dumps(REPORT)
    assert data == dumps(loads(data).report)


def test_without_the_plugin_the_report_is_kept_and_its_form_is_told_absent():
    core = load_registry(one for one in installed_plugins() if one.info.core)
    report = loads(dumps(REPORT)).report
    verdict = check(Case(report=report), core, Stage.SUBMISSION)
    found = next(found for found in verdict.blocking if found.code == "TPL001")
    assert found.variant == "unknown-template-for-kind"
    assert report.answers["helse-sor-ost.networks"]
