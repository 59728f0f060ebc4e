"""Numbers in JSON that are none, or that other programs cannot keep."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from rhf_services.model.faults import MOST_TOLD, Fault, FaultKind

if TYPE_CHECKING:
    from rhf_services.model.places import Pointer

MOST_FOR_OTHERS: Final = 10**308
"""The greatest number that programs with floats alone can read at all."""


def odd_numbers(value: Any) -> tuple[Fault, ...]:
    """Name the places of NaN and Infinity, and of numbers greater than a float can hold.

    Of each kind only as many as are told are named, in the order of the document.

    Examples:
        >>> odd_numbers({"a": [1, 10**400]})[0].at
        ('a', 1)
    """
    found: dict[FaultKind, list[Pointer]] = {FaultKind.NO_NUMBER: [], FaultKind.HUGE_NUMBER: []}
    if (kind := _odd(value)) is not None:
        found[kind].append(())
    open_: list[tuple[Iterator[tuple[str | int, Any]], Pointer]] = [(_parts(value), ())]
    while open_:
        parts, at = open_[-1]
        for step, one in parts:
            if isinstance(one, Mapping | list):
                open_.append((_parts(one), (*at, step)))
                break
            kind = _odd(one)
            if kind is not None and len(found[kind]) <= MOST_TOLD:
                found[kind].append((*at, step))
        else:
            open_.pop()
    faults = [Fault(kind, at) for kind, places in found.items() for at in places]
    return tuple(sorted(faults, key=lambda fault: [str(step) for step in fault.at]))


def _odd(value: Any) -> FaultKind | None:
    if isinstance(value, float):
        return None if math.isfinite(value) else FaultKind.NO_NUMBER
    return FaultKind.HUGE_NUMBER if type(value) is int and abs(value) > MOST_FOR_OTHERS else None


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Mapping):
        return iter(value.items())
    return iter(enumerate(value if isinstance(value, list) else ()))
