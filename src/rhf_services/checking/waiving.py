"""Waivers: a filer's word on a finding, and whether it still holds."""

from typing import Any

from rhf_services.model.cases import Waiver
from rhf_services.model.findings import Waived
from rhf_services.model.places import Place, value_at
from rhf_services.model.report import Report
from rhf_services.model.rules import Rule
from rhf_services.model.values import text_or_none
from rhf_services.wire.digests import digest


def waiver_on(rule: Rule[Any], place: Place, report: Report) -> Waived | None:
    """Find the waiver that speaks of a rule at a place.

    Args:
        rule: The rule.
        place: Where it fired.
        report: The report, which holds the waivers.

    Returns:
        The last one that fits, and whether it holds: it has lapsed once the answer or row it
        speaks of is another than it was. None where there is none.
    """
    listed = report.tree.get("waivers")
    if not isinstance(listed, list):
        return None
    for raw in reversed(listed):
        if not isinstance(raw, dict) or raw.get("rule") != rule.code:
            continue
        if text_or_none(raw.get("question")) != place.question:
            continue
        row = text_or_none(raw.get("row"))
        if row is not None and row != place.row:
            continue
        keys = ("question", "row", "of", "reason", "by", "at")
        waiver = Waiver(rule.code, *(text_or_none(raw.get(key)) for key in keys))
        spoken_of = _spoken_of(place, report, whole=row is None)
        holds = waiver.of is not None and waiver.of == digest(spoken_of)
        return Waived(waiver, holds)
    return None


def _spoken_of(place: Place, report: Report, *, whole: bool) -> object:
    """Give what a waiver speaks of: the row it names, the answer, or the part of the report."""
    if not place.pointer:
        return {k: v for k, v in report.tree.items() if k not in ("waivers", "comments")}
    if place.question is None:
        return value_at(report.tree, place.pointer[: 1 if whole else 2])
    if whole:
        return report.answers.get(place.question)
    steps = 4 if len(place.pointer) > 2 and place.pointer[2] == "rows" else 3
    return value_at(report.tree, place.pointer[:steps])
