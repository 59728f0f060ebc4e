"""Cases together with the findings they must give."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import field, frozen

from rhf_services.model.findings import Finding
from rhf_services.model.places import Place, Pointer
from rhf_services.model.rules import Severity, Stage
from rhf_services.wire.reports import dumps


@frozen(order=True)
class Expected:
    """A finding that a case must give, in plain values that can be sorted and compared.

    Attributes:
        code: The code of the rule.
        place: Where in the report, as a JSON Pointer; the empty text is the report as a whole.
        severity: How much it weighs at the stage.

    Examples:
        >>> Expected("SUB002", "/answers", Severity.ERROR).blocks
        True
    """

    code: str
    place: str
    severity: Severity

    @property
    def blocks(self) -> bool:
        """Whether it holds the step back."""
        return self.severity is Severity.ERROR

    @staticmethod
    def at(code: str, pointer: Pointer, severity: Severity) -> "Expected":
        """Expect a finding at a place that is given by its steps.

        Examples:
            >>> Expected.at("PER002", ("people", 1, "email"), Severity.WARNING).place
            '/people/1/email'
        """
        return Expected(code, Place(pointer).json_pointer, severity)

    @staticmethod
    def of(finding: Finding) -> "Expected":
        """Give what is compared of a finding that was given.

        Examples:
            >>> from rhf_services import Case, Report, check, load_registry
            >>> report = Report({"template": "archive", "year": 2016, "answers": {"goals": 3}})
            >>> verdict = check(Case(report=report), load_registry(), Stage.DRAFT)
            >>> [Expected.of(finding).place for finding in verdict.findings]
            ['/answers/goals']
        """
        return Expected(finding.code, finding.place.json_pointer, finding.severity)

    @staticmethod
    def all_of(findings: tuple[Finding, ...]) -> "tuple[Expected, ...]":
        """Give what is compared of all findings of a verdict, sorted.

        Examples:
            >>> Expected.all_of(())
            ()
        """
        return tuple(sorted(map(Expected.of, findings)))


@frozen
class Broken:
    """A case in which one rule fires, and no other.

    Attributes:
        document: The case as JSON values (``rhf-case/1``).
        stage: The stage at which the rule fires.
        at: The time to check at, or None.
        data: The case as it would be written, where the writing itself is the point.
        findings: What must be found, sorted; see `Expected.all_of`.

    Examples:
        >>> Broken({"format": "rhf-case/1"}, Stage.DRAFT).written
        b'{"format": "rhf-case/1"}'
    """

    document: Mapping[str, Any]
    stage: Stage
    at: datetime | None = None
    data: bytes | None = field(default=None)
    findings: tuple[Expected, ...] = ()

    @property
    def written(self) -> bytes:
        """The case as bytes, ready to be read."""
        return dumps(self.document) if self.data is None else self.data


@frozen
class GoodFaith:
    """A case made in good faith: a few questions are left, and everything else is in order.

    Attributes:
        document: The case as JSON values (``rhf-case/1``).
        stage: The stage it is checked at.
        findings: What must be found, sorted; see `Expected.all_of`.

    Examples:
        >>> GoodFaith({"format": "rhf-case/1"}).stage
        <Stage.SUBMISSION: 'submission'>
    """

    document: Mapping[str, Any]
    stage: Stage = Stage.SUBMISSION
    findings: tuple[Expected, ...] = ()

    @property
    def written(self) -> bytes:
        """The case as bytes, ready to be read."""
        return dumps(self.document)
