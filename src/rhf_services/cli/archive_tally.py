"""What is counted while an archive is checked; a few numbers, however long it is."""

from collections import Counter
from typing import Any

from attrs import define, field

from rhf_services.checking.many import Checked, Lost
from rhf_services.model.rules import Severity

SUMMARY_FORMAT = "rhf-check-summary/1"


def code_of(done: Checked) -> int:
    """Give the exit code for one document alone.

    Examples:
        >>> code_of(Checked("a.ndjson", 1, 0, None, Lost.WORKER_DIED))
        3
    """
    if done.verdict is None:
        return 3 if done.lost in (Lost.WORKER_DIED, Lost.CRASHED) else 2
    if not done.readable:
        return 2
    if done.verdict.crashed:
        return 3
    return 1 if done.verdict.blocking else 0


def worth_seeing(done: Checked) -> bool:
    """Tell whether a document holds something back, or has no proper answer.

    Examples:
        >>> worth_seeing(Checked("a.ndjson", 1, 0, None, Lost.WORKER_DIED))
        True
    """
    findings = done.verdict.findings if done.verdict is not None else ()
    return code_of(done) > 0 or any(finding.will_block for finding in findings)


@define
class Tally:
    """The numbers.

    Attributes:
        documents: How many documents have their answer.
        exit: The highest exit code.
        counts: How many documents are in each state, by its name.
        findings: How many findings each rule gave.
        weights: The heaviest that each of them weighed.

    Examples:
        >>> tally = Tally()
        >>> tally.add(Checked("a.ndjson", 1, 0, None, Lost.TOO_LONG))
        >>> tally.exit, tally.counts["unreadable"], tally.counts["worth-seeing"]
        (2, 1, 1)
    """

    documents: int = 0
    exit: int = 0
    counts: Counter[str] = field(factory=Counter)
    findings: Counter[str] = field(factory=Counter)
    weights: dict[str, Severity] = field(factory=dict)

    def add(self, done: Checked) -> None:
        """Count one document."""
        self.documents += 1
        self.exit = max(self.exit, code_of(done))
        self.counts.update(_states(done))
        for finding in done.verdict.findings if done.verdict is not None else ():
            self.findings[finding.code] += 1
            known = self.weights.get(finding.code)
            if known is None or known.lower_than(finding.severity):
                self.weights[finding.code] = finding.severity

    def document(self, *, whole: bool) -> dict[str, Any]:
        """Write the numbers as JSON values (``rhf-check-summary/1``).

        Args:
            whole: Whether the archive was read to its end.
        """
        counts = self.counts
        return {
            "format": SUMMARY_FORMAT,
            "exit": self.exit,
            "whole": whole,
            "documents": self.documents,
            "may_submit": {
                "yes": counts["may-submit"],
                "no": counts["may-not-submit"],
                "not_known": self.documents - counts["may-submit"] - counts["may-not-submit"],
            },
            "with_findings": counts["with-findings"],
            "blocked": counts["blocked"],
            "will_be_blocked": counts["later"],
            "unreadable": counts["unreadable"],
            "crashed": counts["crashed"],
            "without_answer": counts["lost"],
            "findings": dict(sorted(self.findings.items())),
        }


def _states(done: Checked) -> list[str]:
    """Name the states a document is in."""
    verdict = done.verdict
    if verdict is None:
        return ["unreadable" if code_of(done) == 2 else "lost", "worth-seeing"]
    if not done.readable:
        return ["unreadable", "worth-seeing"]
    told = {
        "may-submit": verdict.may_submit is True,
        "may-not-submit": verdict.may_submit is False,
        "with-findings": bool(verdict.findings),
        "blocked": bool(verdict.blocking),
        "later": any(finding.will_block for finding in verdict.findings),
        "crashed": bool(verdict.crashed),
        "worth-seeing": worth_seeing(done),
    }
    return [state for state, holds in told.items() if holds]
