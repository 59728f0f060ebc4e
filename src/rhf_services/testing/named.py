"""The named cases of a rule, for the tests of whoever wrote it."""

from rhf_services.checking.named_cases import CaseRun, run_case
from rhf_services.hooks import Registry

__all__ = ["CaseRun", "named_cases"]


def named_cases(registry: Registry, code: str) -> tuple[CaseRun, ...]:
    """Run each named case of a rule; a test holds what came of it to what the case says.

    Args:
        registry: What is loaded.
        code: The code of the rule.

    Returns:
        What came of each case, in their order: ``fired`` beside ``expected``, and ``crash``.

    Raises:
        LookupError: No loaded plugin brings a rule with this code.

    Examples:
        >>> from rhf_services import load_registry
        >>> for ran in named_cases(load_registry(), "ACT001"):
        ...     assert (ran.crash, ran.fired) == (None, ran.expected), ran.case.name.nb
    """
    rule = registry.rule(code)
    return tuple(run_case(registry, rule, case) for case in rule.cases)
