"""Waivers: a filer's word on a finding, and whether it still holds."""

from attrs import field, frozen

from rhf_services.model.cases import Waiver
from rhf_services.model.findings import Waived
from rhf_services.model.places import Place, Pointer, value_at
from rhf_services.model.report import Report
from rhf_services.model.values import text_or_none
from rhf_services.wire.digests import digest

ABOUT_THE_REPORT = ("waivers", "comments")


@frozen
class Said:
    """The waivers that speak of one thing: of however many, one is found at once.

    Attributes:
        last: The last of them.
        by_digest: The last of them for each digest of what it speaks of.

    Examples:
        >>> Said(Waiver("ACT001")).by_digest
        {}
    """

    last: Waiver
    by_digest: dict[str, Waiver] = field(factory=dict)


@frozen
class Waivers:
    """The waivers of one report, sorted once, and the digests that were asked for.

    Attributes:
        report: The report, which holds the waivers.
        sorted_out: The waivers by rule, question and row.
        digests: The digests found so far, by the steps to what they are of.

    Examples:
        >>> tree = {"waivers": [{"rule": "SUB002", "of": digest({"year": 2024})}], "year": 2024}
        >>> waivers_of(Report(tree)).on("SUB002", Place()).holds
        True
    """

    report: Report
    sorted_out: dict[tuple[str, str | None, str | None], Said]
    digests: dict[Pointer, str | None] = field(factory=dict)

    def on(self, code: str, place: Place) -> Waived | None:
        """Find the waiver that speaks of a rule at a place.

        Args:
            code: The code of the rule.
            place: Where it fired.

        Returns:
            One that holds, if there is one; else the last that has lapsed, because what it speaks
            of is another than it was. None where there is none.
        """
        lapsed = None
        for row in dict.fromkeys((place.row, None)):
            said = self.sorted_out.get((code, place.question, row))
            if said is not None:
                now = self._digest(_steps_to(place, whole=row is None))
                holding = None if now is None else said.by_digest.get(now)
                if holding is not None:
                    return Waived(holding, holds=True)
                lapsed = lapsed or Waived(said.last, holds=False)
        return lapsed

    def _digest(self, steps: Pointer) -> str | None:
        if steps not in self.digests:
            self.digests[steps] = digest(_spoken_of(self.report, steps))
        return self.digests[steps]


def waivers_of(report: Report) -> Waivers:
    """Sort out the waivers of a report.

    Examples:
        >>> waivers_of(Report({"waivers": None})).sorted_out
        {}
    """
    listed = report.tree.get("waivers")
    last: dict[tuple[str, str | None, str | None], Waiver] = {}
    by_digest: dict[tuple[str, str | None, str | None], dict[str, Waiver]] = {}
    for raw in listed if isinstance(listed, list) else ():
        said = raw if isinstance(raw, dict) else {}
        rule = text_or_none(said.get("rule"))
        if rule is not None:
            keys = ("question", "row", "of", "reason", "by", "at")
            waiver = Waiver(rule, *(text_or_none(said.get(key)) for key in keys))
            about = (rule, waiver.question, waiver.row)
            last[about] = waiver
            if waiver.of is not None:
                by_digest.setdefault(about, {})[waiver.of] = waiver
    found = {about: Said(one, by_digest.get(about, {})) for about, one in last.items()}
    return Waivers(report, found)


def _steps_to(place: Place, *, whole: bool) -> Pointer:
    """Give the steps to what a waiver speaks of: the row, the answer, or the part of the report."""
    if place.question is None:
        return place.pointer[: 1 if whole else 2]
    if whole:
        return place.pointer[:2]
    return place.pointer[: 4 if place.pointer[2:3] == ("rows",) else 3]


def _spoken_of(report: Report, steps: Pointer) -> object:
    """Give what the steps lead to; the whole report is all of it but what is said about it."""
    if steps:
        return value_at(report.tree, steps)
    return {key: value for key, value in report.tree.items() if key not in ABOUT_THE_REPORT}
