"""The named cases of a rule, really run."""

from typing import Any

from attrs import field, frozen

from rhf_services.checking.checks import check
from rhf_services.hooks.registry import Registry
from rhf_services.model.findings import Finding
from rhf_services.model.rules import NamedCase, Rule
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps


@frozen
class CaseRun:
    """A named case, and what came of it when it was run.

    Attributes:
        case: The case.
        findings: What the rule said of it.
        crash: What the rule crashed with, as `Outcome.crash` tells it, or None.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> one = run_case(registry, registry.rule("SUB001"), registry.rule("SUB001").cases[0])
        >>> one.holds, one.fired == tuple(sorted(one.case.fires)), one.crash
        (True, True, None)
    """

    case: NamedCase
    findings: tuple[Finding, ...] = field(repr=False)
    crash: str | None = None

    @property
    def fired(self) -> tuple[str, ...]:
        """The places where the rule fired, as JSON Pointers, sorted."""
        return tuple(sorted(finding.place.json_pointer for finding in self.findings))

    @property
    def expected(self) -> tuple[str, ...]:
        """The places where the case says that it fires, sorted."""
        return tuple(sorted(self.case.fires))

    @property
    def holds(self) -> bool:
        """Whether the rule did what the case says, and did not crash."""
        return self.crash is None and self.fired == self.expected


def run_case(registry: Registry, rule: Rule[Any], case: NamedCase) -> CaseRun:
    """Run a named case, and give what came of it: what the rule said, and whether it crashed.

    Args:
        registry: What is loaded.
        rule: The rule.
        case: One of its cases, or another.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> rule = registry.rule("SUB001")
        >>> all(run_case(registry, rule, case).holds for case in rule.cases)
        True
    """
    written = case.text or dumps(case.whole)
    verdict = check(loads_case(written).case, registry, case.stage)
    crashes = [outcome.crash for outcome in verdict.crashed if outcome.code == rule.code]
    findings = tuple(finding for finding in verdict.findings if finding.code == rule.code)
    return CaseRun(case, findings, *crashes)
