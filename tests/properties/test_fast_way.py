"""The fast way and the plain one say the same, of everything, crashes included."""

from datetime import UTC, date, datetime
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.plugins import plugin, rule

from rhf_services import (
    Attempt,
    Case,
    Entity,
    HostPolicy,
    RuleChange,
    Stage,
    check,
    dumps,
    load_registry,
    loads,
    loads_case,
    read_report,
)
from rhf_services.checking.checks import check_plainly
from rhf_services.checking.compiling import compiled_form
from rhf_services.hooks import installed_plugins
from rhf_services.model.findings import Ran
from rhf_services.model.rules import Hit, Need, Subject
from rhf_services.model.subjects import ANSWER, TABLE
from rhf_services.testing import (
    any_answers,
    any_cases,
    any_reports,
    broken_cases,
    forms_of,
    good_cases,
    json_values,
)
from rhf_services.wire.envelope import ENVELOPE, check_envelope
from rhf_services.wire.fast_checks import fast
from rhf_services.wire.shape_checks import compiled
from rhf_services.wire.shapes import Anything, Several, Thing, Whole, Words, YesOrNo

REGISTRY: Final = load_registry()
FORMS: Final = {(form.template.id, form.edition.id): form for form in forms_of(REGISTRY)}
PLAIN_ENVELOPE: Final = compiled(ENVELOPE)
NOW: Final = datetime(2025, 2, 14, 10, tzinfo=UTC)
LATER: Final = date(2025, 3, 1)
POLICIES: Final = (
    None,
    HostPolicy((RuleChange("EVA001", "info", until=LATER), RuleChange("ACT001", "off"))),
    HostPolicy((RuleChange("STR001", "off"), RuleChange("ROW001", "info", until=LATER))),
)


def crash_at_once(_thing):
    """Crash."""
    raise LookupError
    yield


def crash_after_a_hit(_thing):
    """Speak, then crash."""
    yield Hit()
    raise LookupError


def crash_on_some_answers(given):
    """Crash where an answer is of some kinds, and speak of others."""
    raw = given.filing.report.answers[given.asked.id]
    if len(raw) % 2:
        yield Hit()


def nothing_to_look_at(_filing):
    """Crash where the things to look at are sought."""
    raise LookupError


def at_the_top(filing):
    """Look at the report as a whole."""
    yield (), filing


def crash_when_missed(_filing):
    """Crash where it is asked what could not be read."""
    raise LookupError


CRASHING: Final = plugin(
    "crash",
    rules=[
        rule("C-001", crash_at_once),
        rule("C-002", crash_after_a_hit),
        rule("C-003", crash_on_some_answers, on=ANSWER),
        rule("C-004", on=Subject("nothing", nothing_to_look_at)),
        rule("C-005", crash_at_once, needs=(Need.ENTITY,)),
        rule("C-006", lambda _thing: iter(()), wants=(Need.PREVIOUS,)),
        rule("C-007", crash_at_once, on=TABLE, reads=("scientific-articles",)),
        rule("C-009", lambda _thing: iter(()), on=Subject("all", at_the_top, crash_when_missed)),
        rule("C-008", lambda _thing: iter((Hit(variant="none"),))),
    ],
)
WITH_CRASHES: Final = load_registry((*installed_plugins(), CRASHING), strict=True)


def same(case, registry=REGISTRY, **more):
    """Both ways give the same verdict; give it."""
    verdict = check(case, registry, **more)
    assert verdict == check_plainly(case, registry, **more)
    return verdict


@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_of_anything_that_may_stand_as_an_answer(key, data):
    form = FORMS[key]
    ready = compiled_form(REGISTRY, form.template, form.edition)
    asked = data.draw(st.sampled_from(list(form.edition)))
    answers = {asked.id: data.draw(any_answers(asked, form.edition.first)), "mine": 3}

    assert list(ready.structure(answers)) == list(ready.plain_structure(answers))


@settings(max_examples=300, deadline=None)
@given(any_reports(REGISTRY) | json_values())
def test_of_any_envelope(tree):
    assert list(check_envelope(tree)) == list(PLAIN_ENVELOPE(tree))


PARTS: Final = (
    Words(),
    Words(known=("a", "b"), unknown="role"),
    Whole(),
    Whole(minimum=0),
    YesOrNo(),
    Anything(),
)
SHAPES: Final = st.recursive(
    st.sampled_from(PARTS),
    lambda below: st.one_of(
        st.builds(Several, below, st.booleans()),
        st.builds(Thing, st.dictionaries(st.sampled_from("abc"), below, max_size=3)),
        st.builds(Thing, st.just({}), below),
        st.builds(Thing, st.dictionaries(st.sampled_from("ab"), below, max_size=2), below),
    ),
    max_leaves=6,
)
VALUES: Final = st.recursive(
    st.sampled_from((None, "", " ", "a", "b", "c", 0, 1, -1, 2.0, 1.5, True, False, float("nan"))),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(("a", "b", "c", "id", "")), below, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=1500, deadline=None)
@given(SHAPES, VALUES)
def test_of_any_shape_and_any_value(shape, value):
    assert list(fast(shape)(value)) == list(compiled(shape)(value))


@settings(max_examples=150, deadline=None)
@given(
    any_reports(REGISTRY),
    st.sampled_from(Stage),
    st.sampled_from((None, NOW)),
    st.sampled_from(POLICIES),
)
def test_of_any_report(tree, stage, at, policy):

    report = read_report(tree).report
    same(Case(report=report), stage=stage, at=at, policy=policy)
    same(Case(report=report, entity=Entity(id="a"), attempt=Attempt("p1", NOW)), stage=stage, at=at)


@settings(max_examples=150, deadline=None)
@given(any_cases(REGISTRY) | good_cases(REGISTRY, "national-centre"), st.sampled_from(Stage))
def test_of_any_case(document, stage):

    case = loads_case(dumps(document)).case
    same(case, stage=stage, at=NOW)
    same(case, WITH_CRASHES, stage=stage, at=NOW)


@settings(max_examples=100, deadline=None)
@given(broken_cases(REGISTRY, "national-treatment-service"))
def test_of_a_case_that_is_broken_in_one_way(broken):
    verdict = same(loads_case(broken.written).case, stage=broken.stage, at=NOW)

    assert verdict.findings


def test_a_rule_that_crashes_is_told_the_same_way():
    data = b'{"format": "rhf-report/1", "template": "national-centre", "year": 2024}'
    verdict = same(Case(report=loads(data).report), WITH_CRASHES)

    crashed = {outcome.code for outcome in verdict.outcomes if outcome.ran is Ran.CRASHED}
    assert crashed == {"C-001", "C-002", "C-003", "C-004", "C-008"}
    assert not verdict.complete
