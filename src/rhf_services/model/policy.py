"""A host's choices: rules switched off or lowered, and options."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import field, frozen
from attrs.validators import in_


@frozen
class RuleChange:
    """A rule that a host switched off or lowered.

    Attributes:
        rule: The code of the rule.
        says: ``off``, ``warning`` or ``info``; a rule can be lowered, never raised.
        by: Who decided it.
        reason: Why.
        until: The last day it is in force, or None.

    Examples:
        >>> RuleChange("ACT001", "off", until=date(2025, 3, 1)).in_force(date(2025, 3, 2))
        False
    """

    rule: str
    says: Literal["off", "warning", "info"] = field(validator=in_(("off", "warning", "info")))
    by: str | None = None
    reason: str | None = None
    until: date | None = None

    def in_force(self, day: date | None) -> bool:
        """Tell whether it is in force; one with a last day is not where no time was given."""
        if self.until is None:
            return True
        return day is not None and day <= self.until


@frozen
class HostPolicy:
    """All choices of a host.

    Attributes:
        rules: Rules switched off or lowered.
        options: Options by name.

    Examples:
        >>> HostPolicy().rules
        ()
    """

    rules: tuple[RuleChange, ...] = ()
    options: Mapping[str, bool] = field(factory=dict)

    def change_of(self, code: str, day: date | None) -> RuleChange | None:
        """Give the last change of a rule that is in force on a day, or None."""
        return next((c for c in reversed(self.rules) if c.rule == code and c.in_force(day)), None)
