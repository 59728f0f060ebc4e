"""Checking small documents, and looking at what came of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from rhf_services import Case, Registry, Report, Stage, Verdict, check, dumps, load_registry
from rhf_services.wire.cases import loads_case

NOON = datetime(2025, 2, 14, 12, 0, tzinfo=UTC)

LEAD = {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]}


@cache
def built_in() -> Registry:
    """Give the registry of everything installed, loaded once for all tests."""
    return load_registry()


def report_of(answers: Mapping[str, Any] | None = None, **envelope: Any) -> Report:
    """Make a report on the form for treatment services, 2024, where nothing else is said."""
    usual = {"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024}
    return Report({**usual, "answers": dict(answers or {}), **envelope})


def case_of(answers: Mapping[str, Any] | None = None, **around: Any) -> Case:
    """Read a case as a host would hand it over; ``report`` adds to the report's envelope."""
    envelope = around.pop("report", {})
    report = dict(report_of(answers, **envelope).tree)
    return loads_case(dumps({"format": "rhf-case/1", "report": report, **around})).case


def checked(
    answers: Mapping[str, Any] | None = None,
    *,
    stage: Stage = Stage.SUBMISSION,
    at: datetime | None = None,
    registry: Registry | None = None,
    **around: Any,
) -> Verdict:
    """Check a small report; with the rules that are installed, none of them crashes."""
    verdict = check(case_of(answers, **around), registry or built_in(), stage, at)
    assert registry or not verdict.crashed
    return verdict


def codes(verdict: Verdict) -> list[str]:
    """Give the codes of the findings, in their order."""
    return [finding.code for finding in verdict.findings]


def places(verdict: Verdict, code: str) -> list[str]:
    """Give the places where one rule fired, in their order."""
    return [found.place.json_pointer for found in verdict.findings if found.code == code]


def finding(verdict: Verdict, code: str) -> Any:
    """Give the only finding of one rule."""
    (found,) = [found for found in verdict.findings if found.code == code]
    return found


def outcome(verdict: Verdict, code: str) -> tuple[str, str | None]:
    """Give what became of one rule, and why it was not applicable."""
    (found,) = [found for found in verdict.outcomes if found.code == code]
    return str(found.ran), None if found.why is None else str(found.why)
