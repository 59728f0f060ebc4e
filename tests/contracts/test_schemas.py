"""Every output fits its schema; the schemas are closed, and say the words of the closed sets."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from support.schemas import as_json

from rhf_services import (
    Case,
    Entity,
    Stage,
    account_document,
    carry_over,
    check,
    difference,
    difference_document,
    digest,
    dumps,
    faults_document,
    form_choice_document,
    form_document,
    load_registry,
    loads,
    loads_case,
    loads_entities,
    schemas,
    templates_document,
    verdict_document,
    which_form,
)
from rhf_services.exchange.problems import Weight
from rhf_services.model.faults import FaultKind
from rhf_services.process.account import Fate, Reason
from rhf_services.process.changes import ChangeKind
from rhf_services.testing import any_cases, any_reports, forms_of, good_cases
from rhf_services.testing.broken_on_form import all_broken
from rhf_services.trace import CarrierKind, TracedAs, statements
from rhf_services.trace.statements import KINDS
from rhf_services.wire.entities import entity_document
from rhf_services.wire.outputs import finding_document
from rhf_services.wire.schemas import files, years

REGISTRY: Final = load_registry()
SCHEMAS: Final = schemas(REGISTRY)
OUTPUTS: Final = schemas()
EXAMPLES: Final = Path(__file__).parents[2] / "examples"
REPORTS: Final = sorted((EXAMPLES / "reports").glob("*/*.json"))
LANGUAGES: Final = (None, "nb", "nn", "en")
PYTHON: Final = {
    name: Draft202012Validator(schema, format_checker=FormatChecker(("date", "date-time")))
    for name, schema in OUTPUTS.items()
}
RUST: Final = {
    name: jsonschema_rs.validator_for(schema, validate_formats=True)
    for name, schema in OUTPUTS.items()
}


def fits(document: Any, name: str | None = None) -> None:
    """See that two validators take a document, as it comes out of JSON.

    Halves of surrogate pairs, and numbers that are none, can be given to no validator.
    """
    tree = as_json(json.loads(dumps(document)))
    name = name or tree["format"]
    RUST[name].validate(tree)
    PYTHON[name].validate(tree)


def case_of(path: Path) -> Case:
    data = path.read_bytes()
    if b"rhf-case/1" in data:
        return loads_case(data).case
    loaded = loads(data)
    return Case(report=loaded.report, faults=loaded.faults)


def test_every_id_is_stable_and_its_own():
    assert {schema["$id"] for schema in OUTPUTS.values()} == {
        f"urn:rhf-services:{name.replace('/', ':')}" for name in OUTPUTS
    }
    assert len({schema["$id"] for schema in SCHEMAS.values()}) == len(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_passes_the_metaschema_and_stays_in_the_subset(name):
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)
    for part in parts_of(schema):
        kind = part.get("type")
        assert not isinstance(kind, list) or (len(kind) == 2 and kind[1] == "null")
        assert not {"unevaluatedProperties", "unevaluatedItems", "$dynamicRef"} & set(part)
        assert str(part.get("$ref", "#/$defs/")).startswith("#/$defs/")
        assert "\\p" not in str(part.get("pattern", ""))


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_is_closed(name):
    for part in parts_of(OUTPUTS[name]):
        if "properties" in part:
            assert part["additionalProperties"] is False


def parts_of(schema: Any):
    """Give every schema in a schema."""
    if isinstance(schema, dict):
        yield schema
        for key, below in schema.items():
            if key in ("properties", "$defs"):
                for part in below.values():
                    yield from parts_of(part)
            elif key not in ("const", "enum", "examples"):
                yield from parts_of(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from parts_of(below)


def test_the_closed_sets_are_told_word_for_word():
    assert list(years.CHANGE_KINDS) == [*map(str, ChangeKind)]
    assert list(years.FATES) == [*map(str, Fate)]
    assert list(years.REASONS) == [*map(str, Reason)]
    assert sorted(files.KINDS) == sorted(KINDS)
    assert list(files.STATES) == [*map(str, TracedAs)]
    assert list(files.CARRIERS) == [*map(str, CarrierKind)]
    assert list(files.WEIGHTS) == [*map(str, Weight)]
    assert {one.level for one in statements()} == {"blocks", "warning", "info", "-"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_what_is_said_of_an_example(path):
    case = case_of(path)
    fits(faults_document(case.faults))
    for stage in Stage:
        verdict = check(case, REGISTRY, stage, at=case.attempt and case.attempt.at)
        fits(verdict_document(verdict))
        for lang in LANGUAGES[1:]:
            fits(verdict_document(verdict, lang))
        for finding in verdict.findings:
            fits(finding_document(finding, "nn"), "finding/1")
    if case.report is not None:
        account = carry_over(case.report, "national-centre", 2025, REGISTRY).account
        fits(account_document(account))
        fits(account_document(account, "nb"))
    if b"rhf-case/1" in path.read_bytes() and path.stem != "STR011":
        fits(json.loads(path.read_bytes()), "rhf-case/1")


def test_the_register_and_the_form_of_each_unit():
    units = json.loads((EXAMPLES / "register" / "units.json").read_bytes())
    loaded = loads_entities((EXAMPLES / "register" / "units.json").read_bytes())
    for unit, entity in zip(units, loaded.entities, strict=True):
        fits(unit, "entity/1")
        fits(entity_document(entity), "entity/1")
        for year in (2016, 2023, 2024, 2026):
            for lang in LANGUAGES:
                fits(form_choice_document(which_form(entity, year, REGISTRY), lang))


@pytest.mark.parametrize("template", REGISTRY.templates)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_differences_between_all_forms(template, lang):
    form = REGISTRY.templates[template]
    for other in REGISTRY.templates.values():
        after = other.editions[-1].id
        found = difference(form, form.editions[0].id, after, lang or "nb", other=other)
        fits(difference_document(found, lang))


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_list_of_forms(lang):
    document = templates_document(REGISTRY, lang)

    assert [one["id"] for one in document["templates"]] == list(REGISTRY.templates)
    fits(document)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", REGISTRY.templates)
def test_every_form_as_a_document(template, lang):
    form = REGISTRY.templates[template]
    for edition in form.editions:
        for year in {edition.first, edition.confirmed, form.editions[-1].last or 2026}:
            chosen = form.edition_for(year, edition.id)
            if chosen is not None and chosen.edition is edition:
                fits(form_document(form, edition, REGISTRY, year, lang=lang))


@settings(max_examples=60, deadline=None)
@given(st.one_of(any_cases(REGISTRY), all_broken(REGISTRY).map(lambda one: one.document)))
def test_what_is_said_of_any_case(document):
    loaded = loads_case(dumps(document))
    fits(faults_document(loaded.faults))
    for stage in Stage:
        verdict = check(
            loaded.case, REGISTRY, stage, at=loaded.case.attempt and loaded.case.attempt.at
        )
        fits(verdict_document(verdict, "en"))
    if loaded.case.entity is not None:
        fits(entity_document(loaded.case.entity), "entity/1")
        fits(form_choice_document(which_form(loaded.case.entity, 2024, REGISTRY), "nb"))


@settings(max_examples=80, deadline=None)
@given(any_reports(REGISTRY), st.sampled_from(forms_of(REGISTRY)))
def test_the_account_of_any_report(tree, form):
    report = loads(json.dumps(tree)).report
    account = carry_over(report, form.template.id, form.year, REGISTRY).account
    document = json.loads(dumps(account_document(account, "nb")))
    for line in document["lines"]:
        line["value"] = None  # anything at all, also what no validator reads
    document["from"] = {}
    fits(document)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_good_case_fits_and_comes_back_fitting(data):
    template = data.draw(st.sampled_from(list(REGISTRY.templates)))
    document = data.draw(good_cases(REGISTRY, template))
    fits(document)
    fits(json.loads(dumps(loads_case(dumps(document)).case)))


@settings(max_examples=150, deadline=None)
@given(any_cases(REGISTRY))
def test_of_a_case_that_fits_nothing_is_left_unread(document):
    tree = {**document, "report": {"format": "rhf-report/1"}, "previous": None}
    if PYTHON["rhf-case/1"].is_valid(tree):
        kinds = {fault.kind for fault in loads_case(json.dumps(tree)).faults}
        assert FaultKind.UNREADABLE_PART not in kinds


def test_a_waived_finding_of_a_lowered_rule_fits():
    rows = [{"id": f"a{number}", "title": f"Artikkel {number}"} for number in range(6)]
    waiver = {"rule": "ACT001", "question": "scientific-articles", "of": digest(rows), "by": "p1"}
    change = {"rule": "ACT001", "says": "info", "by": "drift", "until": "2025-12-31"}
    report = {
        "format": "rhf-report/1",
        "template": "national-centre",
        "year": 2024,
        "answers": {"scientific-articles": rows},
        "waivers": [{**waiver, "reason": "Alle er viktige.", "at": "2025-02-10T12:00:00+01:00"}],
    }
    case = {"format": "rhf-case/1", "report": report, "policy": {"rules": [change]}}
    fits(case)
    at = datetime(2025, 2, 10, 12, tzinfo=UTC)
    verdict = check(loads_case(dumps(case)).case, REGISTRY, Stage.SUBMISSION, at=at)
    document = verdict_document(verdict, "nn")
    [found] = [one for one in document["findings"] if one["code"] == "ACT001"]

    assert found["waiver"]["holds"] is True
    assert found["changed"]["says"] == "info"
    assert document["changes"] != []
    fits(document)
    fits(found, "finding/1")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("rhf-verdict/1", {"at": "i går"}),
        ("rhf-verdict/1", {"at": "2025-02-14"}),
        ("rhf-verdict/1", {"stage": "utkast"}),
        ("rhf-verdict/1", {"more": 1}),
        ("rhf-case/1", {"entity": {"started": "14.2.2025"}}),
        ("rhf-case/1", {"entity": {"started": "2025-02-30"}}),
        ("rhf-case/1", {"attempt": {"at": "2025-02-14T10:00:00"}}),
        ("rhf-case/1", {"deputies": [{"for": "p1"}]}),
    ],
)
def test_what_does_not_fit_is_refused_by_both(name, change):
    right = {
        "rhf-verdict/1": verdict_document(check(case_of(REPORTS[0]), REGISTRY)),
        "rhf-case/1": {"format": "rhf-case/1"},
    }[name]
    fits(right)

    assert not RUST[name].is_valid({**right, **change})
    assert not PYTHON[name].is_valid({**right, **change})


def test_an_entity_with_everything_fits():
    data = (Path(__file__).parents[2] / "examples" / "register" / "units.json").read_bytes()
    keys = {key for unit in json.loads(data) for key in unit}

    assert keys <= set(OUTPUTS["entity/1"]["properties"])
    assert {one.rstrip("_") for one in Entity.__slots__ if not one.startswith("_")} == set(
        OUTPUTS["entity/1"]["properties"]
    )
