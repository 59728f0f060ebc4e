"""The named cases of a rule, really run."""

from typing import Any

from rhf_services.checking.checks import check
from rhf_services.hooks.registry import Registry
from rhf_services.model.findings import Finding
from rhf_services.model.rules import NamedCase, Rule
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps


def findings_of(registry: Registry, rule: Rule[Any], case: NamedCase) -> tuple[Finding, ...]:
    """Run a named case, and give what the rule says of it.

    Args:
        registry: What is loaded.
        rule: The rule.
        case: One of its cases, or another.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> rule = registry.rule("SUB001")
        >>> findings_of(registry, rule, rule.cases[0])[0].code
        'SUB001'
    """
    verdict = check(loads_case(case.text or dumps(case.whole)).case, registry, case.stage)
    return tuple(finding for finding in verdict.findings if finding.code == rule.code)
