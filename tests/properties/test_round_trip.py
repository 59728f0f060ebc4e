"""Nothing is lost and nothing raises: loading, writing back and checking anything at all."""

import io
import json
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services import (
    Case,
    Report,
    Stage,
    check,
    dump,
    dumps,
    load,
    load_registry,
    loads,
    loads_case,
    message,
)
from rhf_services.testing import any_cases, any_reports, good_cases, json_values, reports
from rhf_services.testing.strategies import _register
from rhf_services.wire.outputs import verdict_document

REGISTRY: Final = load_registry()
BOM: Final = b"\xef\xbb\xbf"


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents hold the same JSON values, 15 and 15.0 told apart."""
    return json.dumps(json.loads(one)) == json.dumps(json.loads(other))


def judged(case: Case) -> None:
    """Check at every stage: nothing raises, no rule crashes, everything can be said."""
    for stage in Stage:
        verdict = check(case, REGISTRY, stage, at=case.attempt and case.attempt.at)
        assert verdict.crashed == ()
        json.dumps(verdict_document(verdict))
        for finding in verdict.findings[:3]:
            message(finding, "nn")


@settings(max_examples=150, deadline=None)
@given(any_reports(REGISTRY))
def test_any_report_comes_back(tree):
    data = json.dumps(tree).encode()
    loaded = loads(data)

    assert loaded.report is not None
    assert same(dumps(loaded.report), data)
    assert loads(dumps(loaded.report)).report == loaded.report or "NaN" in str(data)
    judged(Case(report=loaded.report))


@settings(max_examples=150, deadline=None)
@given(any_cases(REGISTRY))
def test_any_case_comes_back(tree):
    data = json.dumps(tree).encode()
    loaded = loads_case(data)

    assert same(dumps(loaded), data)
    judged(loaded.case)


@pytest.mark.parametrize("template", REGISTRY.templates)
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_a_good_case_comes_back(template, data):
    document = data.draw(good_cases(REGISTRY, template))
    written = json.dumps(document, ensure_ascii=False).encode()

    assert dumps(loads_case(written)) == written
    report = json.dumps(document["report"], ensure_ascii=False).encode()
    assert dumps(loads(report).report) == report


@settings(max_examples=50, deadline=None)
@given(any_reports(REGISTRY))
def test_a_byte_order_mark_is_dropped_silently(tree):
    data = json.dumps(tree).encode()

    assert loads(BOM + data).report.tree == loads(data).report.tree or "NaN" in str(data)
    assert loads(BOM + data).faults == loads(data).faults


@settings(max_examples=50, deadline=None)
@given(reports(REGISTRY))
def test_files_and_bytes_are_the_same(report):
    file = io.BytesIO()
    dump(report, file)

    assert file.getvalue() == dumps(report)
    read = load(io.BytesIO(file.getvalue()))
    assert dumps(read.report) == dumps(report)  # by what is written: NaN is not even itself
    assert read.faults == loads(file.getvalue()).faults


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(st.characters(), max_size=60)))
def test_no_bytes_raise(data):
    assert loads(data).report is None
    judged(loads_case(data).case)


@settings(max_examples=100, deadline=None)
@given(json_values(), st.sampled_from(("rhf-report/1", "rhf-case/1")))
def test_no_json_raises(value, form):
    for tree in (value, {"format": form, "report": value}):
        data = json.dumps(tree)
        report = loads(data).report
        judged(loads_case(data).case)
        judged(Case(report=report))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_bytes_raise_nothing(data):
    written = bytearray(json.dumps(data.draw(any_cases(REGISTRY))).encode())
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(written) - 1))
        written[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    judged(loads_case(bytes(written)).case)
    loads(bytes(written))


def test_hypothesis_can_make_a_report():
    _register()
    seen: list[Any] = []

    @settings(max_examples=3, database=None)
    @given(st.from_type(Report))
    def collect(report):
        seen.append(report)

    collect()
    assert all(isinstance(report, Report) for report in seen)
