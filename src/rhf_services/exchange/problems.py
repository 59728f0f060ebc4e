"""What can be wrong in a file, where, and whether the file can be used all the same."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from rhf_services.i18n.showing import Shown

NOTHING: Final[Mapping[str, Shown]] = MappingProxyType({})


class Weight(StrEnum):
    """What a problem means for the file.

    ``stops``: nothing of the file is taken in. ``not-ready``: it can be looked at, but not be sent
    out. ``asks``: somebody should look at it.

    Examples:
        >>> Weight("not-ready").name
        'NOT_READY'
    """

    STOPS = "stops"
    NOT_READY = "not-ready"
    ASKS = "asks"


@frozen
class FileProblem:
    """Something wrong in a file.

    Attributes:
        kind: What is wrong; the last part of the key of its words.
        sheet: The name of the sheet as the file has it, or None.
        row: The row as a spreadsheet counts it, from 1, or None.
        column: The heading of the column as the file has it, or None.
        params: What the words need.
        weight: What it means for the file.

    Examples:
        >>> FileProblem("formula", sheet="Tekster", row=3, column="bokmål").weight
        <Weight.STOPS: 'stops'>
    """

    kind: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    params: Mapping[str, Shown] = field(default=NOTHING)
    weight: Weight = Weight.STOPS


def unreadable(problems: Iterable[FileProblem]) -> bool:
    """Tell whether a file could not be opened or read at all.

    Examples:
        >>> unreadable([FileProblem("broken")]), unreadable([FileProblem("no-key", "Tekster", 2)])
        (True, False)
    """
    kinds = (
        "not-found",
        "cannot-open",
        "unknown-kind",
        "broken",
        "not-utf8",
        "too-large",
        "no-spreadsheets",
    )
    return any(problem.kind in kinds for problem in problems)


def stopped(problems: Iterable[FileProblem]) -> bool:
    """Tell whether nothing can be taken in.

    Examples:
        >>> stopped([FileProblem("nynorsk-missing", weight=Weight.NOT_READY)])
        False
    """
    return any(problem.weight is Weight.STOPS for problem in problems)


def ready(problems: Iterable[FileProblem]) -> bool:
    """Tell whether it can be sent out: it is whole, in bokmål and in nynorsk.

    Examples:
        >>> ready([FileProblem("english-missing", weight=Weight.ASKS)])
        True
    """
    return not any(problem.weight in (Weight.STOPS, Weight.NOT_READY) for problem in problems)
