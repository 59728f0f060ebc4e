"""The schema of a report says what the structure check says, with the same places."""

import json
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.schemas import (
    as_json,
    our_places,
    python_places,
    python_validator,
    rust_places,
    rust_validator,
    seen_by_rust,
    told,
)

from rhf_services import Stage, check, dumps, load_registry, loads, loads_case, report_schema
from rhf_services.model.faults import FaultKind
from rhf_services.testing import any_answers, any_reports, forms_of, good_cases, json_values
from rhf_services.testing.broken_on_form import all_broken, breaker

REGISTRY: Final = load_registry()
FORMS: Final = {(form.template.id, form.edition.id): form for form in forms_of(REGISTRY)}
SCHEMAS: Final = {key: report_schema(form.template, form.edition) for key, form in FORMS.items()}
VALIDATORS: Final = {
    key: (python_validator(schema), rust_validator(schema)) for key, schema in SCHEMAS.items()
}
EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*/*.json"))
TWICE: Final = b'{"format": "rhf-report/1", "people": [{"id": "a"}, {"id": "a"}]}'
BLANKS: Final = tuple(sign for sign in map(chr, range(0x110000)) if sign.isspace())


def agree(tree, key):
    """All three say the same of a document; give the places."""
    python, rust = VALIDATORS[key]
    ours = our_places(tree, FORMS[key], REGISTRY)
    assert python_places(python, tree) == ours
    assert rust_places(rust, tree) == told(seen_by_rust(at) for at in ours)
    assert python.is_valid(tree) == rust.is_valid(tree) == (not ours)
    return ours


def report_of(tree):
    """The report a document holds, if it holds one."""
    return tree["report"] if tree.get("format") == "rhf-case/1" else tree


def schema_key(tree):
    """The edition a report is read with, or else any."""
    named = tree if isinstance(tree, dict) else {}
    template, year = named.get("template"), named.get("year")
    form = REGISTRY.templates.get(template) if isinstance(template, str) else None
    chosen = form.edition_for(int(year)) if form and isinstance(year, int | float) else None
    return (template, chosen.edition.id) if chosen else next(iter(FORMS))


def test_every_edition_has_a_schema_with_an_id_of_its_own():
    every = {(form.id, one.id) for form in REGISTRY.templates.values() for one in form.editions}

    assert set(FORMS) == every
    assert {schema["$id"] for schema in SCHEMAS.values()} == {
        f"urn:rhf-services:rhf-report:1:{template}:{edition}" for template, edition in every
    }


@pytest.mark.parametrize("key", FORMS)
def test_a_schema_passes_the_metaschema(key):
    Draft202012Validator.check_schema(SCHEMAS[key])
    jsonschema_rs.meta.validate(SCHEMAS[key])


@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_on_anything_that_may_stand_as_an_answer(key, data):
    form = FORMS[key]
    asked = data.draw(st.sampled_from(list(form.edition.by_id.values())))
    answer = as_json(data.draw(any_answers(asked, form.year)))

    agree({"format": "rhf-report/1", "answers": {asked.id: answer}}, key)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_on_anything_that_may_be_said_of_a_section(data):
    asked = data.draw(st.sampled_from(list(REGISTRY.questions.values())))
    word = as_json(data.draw(any_answers(asked, 2024)))

    agree({"format": "rhf-report/1", "sections": {"activity": word}}, ("national-centre", "2024"))


@settings(max_examples=250, deadline=None)
@given(any_reports(REGISTRY).map(as_json), st.sampled_from(list(FORMS)))
def test_on_anything_that_calls_itself_a_report(tree, key):
    agree(tree, key)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_on_anything_at_all(data):
    agree(as_json(data.draw(json_values())), data.draw(st.sampled_from(list(FORMS))))


@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=4, deadline=None)
@given(st.data())
def test_on_good_reports(key, data):
    tree = data.draw(good_cases(REGISTRY, key[0], FORMS[key].year))["report"]

    assert agree(tree, key) == set()


@settings(max_examples=60, deadline=None)
@given(all_broken(REGISTRY))
def test_on_broken_reports(broken):
    report = as_json(broken.document.get("report"))

    agree(report, schema_key(report))


@settings(max_examples=20, deadline=None)
@given(breaker(REGISTRY, "STR001"))
def test_on_reports_with_values_that_cannot_stand_there(broken):
    report = as_json(broken.document["report"])

    assert agree(report, schema_key(report)) != set()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_on_the_examples(path):
    loaded = json.loads(path.read_bytes().decode("utf-8-sig")) if readable(path) else None
    if loaded is not None:
        agree(report_of(loaded), schema_key(report_of(loaded)))


def readable(path: Path) -> bool:
    """Whether a file holds an object, so that there is something to hold against a schema."""
    return loads(path.read_bytes()).report is not None or b"rhf-case/1" in path.read_bytes()


@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=3, deadline=None)
@given(st.data())
def test_a_report_the_schema_refuses_is_told_of_by_the_check(key, data):
    """The whole check, as a host meets it: STR001 at every place, and only there."""
    form = FORMS[key]
    asked = data.draw(st.sampled_from(list(form.edition.by_id.values())))
    case = data.draw(good_cases(REGISTRY, key[0], form.year))
    case["report"]["answers"][asked.id] = as_json(data.draw(any_answers(asked, form.year)))
    case["report"]["edition"] = key[1]

    verdict = check(loads_case(dumps(case)).case, REGISTRY, Stage.SUBMISSION)

    found = {finding.place.pointer for finding in verdict.findings if finding.code == "STR001"}
    assert found == agree(case["report"], key)


@pytest.mark.parametrize(
    ("value", "places"),
    [
        (None, set()),
        ("", set()),
        ("\u2003\u001c", set()),
        ("tekst", {()}),
        ({}, {()}),
        ({"not_applicable": None}, set()),
        ({"not_applicable": ""}, set()),
        ({"not_applicable": 3}, {()}),
        ({"nothing_to_report": True, "not_applicable": None}, set()),
        ({"nothing_to_report": True, "not_applicable": ""}, {()}),
        ({"nothing_to_report": True, "more": 1}, {()}),
        ({"nothing_to_report": False}, set()),
        ({"nothing_to_report": 0}, {()}),
        ({"not_received": True}, {()}),
        ([{"title": 3}, [], {"year": 2024.0}, {"year": "2024"}], {(0, "title"), (1,), (3, "year")}),
        ([None, "", {"id": 3, "more": {}}], {(2, "id")}),
    ],
)
def test_named_cases_of_a_table(value, places):
    tree = {"format": "rhf-report/1", "answers": {"scientific-articles": value}}

    found = agree(tree, ("national-centre", "2024"))

    assert found == {("answers", "scientific-articles", *at) for at in places}


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({}, set()),
        ({"rows": [], "not_applicable": "Ny i år"}, set()),
        ({"rows": [None], "not_applicable": "Ny i år"}, {()}),
        ({"text": [], "not_applicable": "Ny i år"}, {()}),
        ({"text": []}, {("text",)}),
        ({"text": "Tall", "nothing_to_report": True}, {()}),
        ({"rows": [{"count": -1}, {"unit": 3}]}, {("rows", 0, "count"), ("rows", 1, "unit")}),
        ({"rows": [], "more": 1}, set()),
        ({"more": 1}, {()}),
        ([{"count": 1.5}], {(0, "count")}),
        (True, {()}),
    ],
)
def test_named_cases_of_a_table_with_a_text(value, places):
    tree: dict[str, Any] = {"format": "rhf-report/1", "answers": {"clinical-activity": value}}

    found = agree(tree, ("national-treatment-service", "2024"))

    assert found == {("answers", "clinical-activity", *at) for at in places}


@pytest.mark.parametrize("sign", BLANKS, ids=ascii)
def test_blanks_are_the_same_everywhere(sign):
    assert agree({"format": "rhf-report/1", "people": sign}, ("archive", "2009")) == set()


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\x00", "\u180e"], ids=ascii)
def test_what_only_looks_blank_is_not(sign):
    found = agree({"format": "rhf-report/1", "people": sign}, ("archive", "2009"))

    assert found == {("people",)}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"format": "rhf-report/1", "answers": {}, "answers": {}}', FaultKind.DUPLICATE_KEY),
        (b'{"format": "rhf-report/1", "extra": NaN}', FaultKind.NO_NUMBER),
        (b'{"format": "rhf-report/1", "extra": 1e400}', FaultKind.HUGE_NUMBER),
        (TWICE, FaultKind.DUPLICATE_ID),
    ],
)
def test_what_no_schema_sees(data, kind):
    """Keys written twice, numbers that are none or too great, ids given twice."""
    loaded = loads(data)
    python, _rust = VALIDATORS["archive", "2009"]

    assert [fault.kind for fault in loaded.faults] == [kind]
    assert python.is_valid(json.loads(data))


def test_depth_is_seen_by_the_reading_alone():
    deep = {"format": "rhf-report/1", "extra": json.loads("[" * 120 + "]" * 120)}

    assert loads(json.dumps(deep)).report is None
    assert all(validator.is_valid(deep) for validator in VALIDATORS["archive", "2009"])


def test_half_a_surrogate_pair_is_held_by_us_and_not_by_everybody():
    tree = {"format": "rhf-report/1", "parts_done": {"entity": "\ud800"}}
    python, rust = VALIDATORS["archive", "2009"]

    assert loads(json.dumps(tree)).faults == ()
    assert python.is_valid(tree)
    with pytest.raises(ValueError, match="surrogate"):
        rust.is_valid({**tree, "people": "\ud800"})
