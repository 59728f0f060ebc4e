"""The order of findings: as a reader meets them in the form."""

from collections.abc import Iterable
from typing import Any

from rhf_services.model.findings import Finding
from rhf_services.model.forms import Edition


def in_order(findings: Iterable[Finding], edition: Edition | None) -> tuple[Finding, ...]:
    """Put findings in the order of the form: the report as a whole first, then top to end.

    Args:
        findings: The findings, those of one rule at one place in the order it gave them.
        edition: The form, or None where there is none.

    Examples:
        >>> in_order((), None)
        ()
    """
    sections = {section.id: at for at, section in enumerate(edition.sections if edition else (), 1)}
    questions = {id_: at for at, id_ in enumerate(edition.by_id if edition else ())}

    def place(finding: Finding) -> tuple[Any, ...]:
        at = finding.place
        return (
            sections.get(finding.section or "", 0),
            questions.get(at.question or "", len(questions)),
            [(1, step, "") if isinstance(step, int) else (0, 0, str(step)) for step in at.pointer],
            finding.code,
            finding.variant or "",
        )

    return tuple(sorted(findings, key=place))
