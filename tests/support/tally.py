"""Counting the findings per rule over many reports."""

from collections import Counter

from attrs import define, field

from rhf_services import Verdict


@define
class Tally:
    """How many reports of one kind were checked, and the findings per rule.

    Examples:
        >>> str(Tally(reports=2, findings=Counter(GRP001=1, EVA001=3)))
        '2 reports, EVA001 3, GRP001 1'
    """

    reports: int = 0
    findings: Counter[str] = field(factory=Counter)

    def count(self, verdict: Verdict) -> None:
        """Count what was found in one report."""
        self.reports += 1
        self.findings.update(finding.code for finding in verdict.findings)

    def __str__(self) -> str:
        """Show the counts in the order of the codes."""
        said = [f"{code} {count}" for code, count in sorted(self.findings.items())]
        return ", ".join([f"{self.reports} reports", *(said or ["no findings"])])
