"""A filer's word on a finding: it holds, it lapses, and it lifts one thing only."""

from copy import deepcopy
from functools import cache
from importlib import import_module
from typing import Any, Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rhf_services import Finding, Severity, Stage, Verdict, check, dumps, load_registry, loads_case
from rhf_services.model.places import value_at
from rhf_services.testing import Broken
from rhf_services.wire.digests import digest

REGISTRY: Final = load_registry()
ABOUT_ANSWERS: Final = ("EVA001", "GRP001", "STR003", "STR004")
ABOUT_ROWS: Final = ("ACT001", "ACT005", "ACT006", "ACT007", "ACT008", "ACT009", "ACT010")
STOPS_SUBMISSION: Final = ("SUB001", "SUB002", "SUB003", "STR001", "TPL001")


@cache
def breaker(code: str) -> st.SearchStrategy[Broken]:
    module, _, function = REGISTRY.breakers[code].partition(":")
    return getattr(import_module(module), function)(REGISTRY)


def verdict_on(document: dict[str, Any], stage: Stage) -> Verdict:
    return check(loads_case(dumps(document)).case, REGISTRY, stage)


def spoken_of(report: dict[str, Any], finding: Finding) -> object:
    """What a waiver of a finding speaks of: the answer, the part, or all of the report."""
    steps = finding.place.pointer
    if not steps:
        return {key: part for key, part in report.items() if key not in ("waivers", "comments")}
    return value_at(report, steps[:2] if finding.place.question is not None else steps[:1])


def waived(document: dict[str, Any], *findings: Finding) -> dict[str, Any]:
    """The same case with a waiver of each finding."""
    again = deepcopy(document)
    report = again["report"]
    report["waivers"] = [
        *report.get("waivers", []),
        *(
            {
                "rule": finding.code,
                "question": finding.place.question,
                "of": digest(spoken_of(report, finding)),
                "reason": "Det skal stå slik.",
                "by": "p1",
            }
            for finding in findings
        ),
    ]
    return again


def changed(answer: Any) -> Any:
    """Another answer about which the same is found: a blank row more, or a few words."""
    if isinstance(answer, list):
        return [*answer, {}]
    if isinstance(answer, dict):
        return {key: changed(value) for key, value in answer.items()}
    return f"{answer} Rettet." if isinstance(answer, str) else answer


@pytest.mark.parametrize("code", [*ABOUT_ANSWERS, *ABOUT_ROWS, "PRI001"])
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_waiver_of_the_answer_holds(code, data):
    broken = data.draw(breaker(code))
    before = verdict_on(broken.document, broken.stage)
    after = verdict_on(waived(broken.document, *before.findings), broken.stage)

    assert [f.place for f in after.findings] == [f.place for f in before.findings]
    assert all(finding.waived is None for finding in before.findings)
    assert all(finding.waived is not None and finding.waived.holds for finding in after.findings)
    assert all(finding.waived.waiver.by == "p1" for finding in after.findings)


@pytest.mark.parametrize("code", ABOUT_ROWS)
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_waiver_lapses_when_the_answer_changes(code, data):
    broken = data.draw(breaker(code))
    before = verdict_on(broken.document, broken.stage)
    document = waived(broken.document, *before.findings)
    answers = document["report"]["answers"]
    for finding in before.findings:
        answer = answers[finding.place.question]
        rows = answer["rows"] if isinstance(answer, dict) else answer
        rows.append({})
    after = verdict_on(document, broken.stage)

    assert [f.place for f in after.findings] == [f.place for f in before.findings]
    assert all(finding.waived is not None for finding in after.findings)
    assert not any(finding.waived.holds for finding in after.findings)


@pytest.mark.parametrize("code", ["ACT005", "ACT009", "ACT010"])
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_waiver_of_a_row_speaks_of_that_row_alone(code, data):
    broken = data.draw(breaker(code))
    before = verdict_on(broken.document, broken.stage)
    finding = before.findings[0]
    assume(finding.place.row is not None)
    document = waived(broken.document, finding)
    index = next(i for i, step in enumerate(finding.place.pointer) if isinstance(step, int))
    row = value_at(document["report"], finding.place.pointer[: index + 1])
    document["report"]["waivers"][-1] |= {"row": finding.place.row, "of": digest(row)}
    rows = value_at(document["report"], finding.place.pointer[:index])
    rows.append({})  # another row changes nothing
    after = verdict_on(document, broken.stage)

    for found in after.findings:
        assert (found.waived is not None) is (found.place.row == finding.place.row)
        assert found.waived is None or found.waived.holds


@settings(max_examples=40, deadline=None)
@given(breaker("PRI001"))
def test_a_confirmed_number_may_be_published(broken):
    before = verdict_on(broken.document, Stage.PUBLICATION)
    after = verdict_on(waived(broken.document, *before.findings), Stage.PUBLICATION)

    assert all(finding.blocks for finding in before.findings)
    for finding in after.findings:
        assert finding.waived is not None
        assert finding.waived.holds
        assert not finding.blocks
        assert not finding.will_block
        assert finding.severity is Severity.WARNING


@settings(max_examples=25, deadline=None)
@given(breaker("PRI001"))
def test_a_number_is_asked_about_again_when_the_text_changes(broken):
    before = verdict_on(broken.document, Stage.PUBLICATION)
    document = waived(broken.document, *before.findings)
    for finding in before.findings:
        top, *steps = finding.place.pointer
        holder = document["report"][top]
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] += " Rettet."
    after = verdict_on(document, Stage.PUBLICATION)

    assert all(finding.blocks for finding in after.findings)
    assert not any(finding.waived.holds for finding in after.findings)


@pytest.mark.parametrize("code", STOPS_SUBMISSION)
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_no_waiver_lifts_what_stops_submission(code, data):
    broken = data.draw(breaker(code))
    assume(isinstance(broken.document["report"].get("waivers", []), list))
    before = verdict_on(broken.document, Stage.SUBMISSION)
    after = verdict_on(waived(broken.document, *before.findings), Stage.SUBMISSION)

    assert [f.place for f in after.findings] == [f.place for f in before.findings]
    assert all(finding.blocks for finding in after.findings)
    assert all(finding.severity is Severity.ERROR for finding in after.findings)
    assert after.may_submit is before.may_submit
    for finding in after.findings:
        assert finding.waived is not None
        assert finding.waived.holds or finding.place.pointer[0] == "waivers"
