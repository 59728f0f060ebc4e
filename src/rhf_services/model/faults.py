"""What is wrong with a document as a document: bytes, structure, unknown parts."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from rhf_services.model.places import Pointer

Scalar = str | int | date | tuple[str, ...]
"""What a parameter may be: an id, a number, a day, or several ids; never a name or an answer."""

Params = Mapping[str, Scalar]

MOST_TOLD: Final = 1000
"""How much of one kind is told of a document. A report has a few; a document may hold anything."""


class FaultKind(StrEnum):
    """The closed set of what the reading and the structure check can say.

    Examples:
        >>> FaultKind("cannot-hold").name
        'CANNOT_HOLD'
    """

    UNREADABLE = "unreadable"
    DUPLICATE_KEY = "duplicate-key"
    NO_NUMBER = "no-number"
    HUGE_NUMBER = "huge-number"
    CANNOT_HOLD = "cannot-hold"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_COLUMN = "unknown-column"
    UNKNOWN_CHOICE = "unknown-choice"
    UNKNOWN_ROLE = "unknown-role"
    DUPLICATE_ID = "duplicate-id"
    UNREADABLE_PART = "unreadable-part"


@frozen
class Fault:
    """One fault of a document.

    Attributes:
        kind: What is wrong.
        at: The steps to the place.
        params: What the message needs: ids, kinds and numbers, never what somebody wrote.

    Examples:
        >>> Fault(FaultKind.CANNOT_HOLD, ("year",), {"expected": "whole-number"}).at
        ('year',)
    """

    kind: FaultKind
    at: Pointer = ()
    params: Params = field(factory=dict)

    def below(self, *steps: str | int) -> "Fault":
        """Give the same fault seen from further up the document."""
        return Fault(self.kind, (*steps, *self.at), self.params)


def keep_first(
    kept: list[Fault], found: Iterable[Fault], at: str | int, counts: dict[FaultKind, int]
) -> None:
    """Keep the first faults of each kind: those that are told, and one more.

    Args:
        kept: Where to put them.
        found: The faults of one part.
        at: The step to that part.
        counts: How many of each kind are kept so far.

    Examples:
        >>> kept, counts = [], {}
        >>> for row in range(5000):
        ...     keep_first(kept, [Fault(FaultKind.UNKNOWN_COLUMN, ("titel",))], row, counts)
        >>> len(kept), kept[-1].at
        (1001, (1000, 'titel'))
    """
    for fault in found:
        count = counts.get(fault.kind, 0)
        if count <= MOST_TOLD:
            counts[fault.kind] = count + 1
            kept.append(fault.below(at))
