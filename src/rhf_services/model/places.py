"""Places in a report: a JSON Pointer, and the question, row and column it means to people."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

Pointer = tuple[str | int, ...]
"""The steps of a JSON Pointer (RFC 6901), unescaped; list positions are whole numbers."""


@frozen
class Place:
    """Where in a report a finding stands.

    Attributes:
        pointer: The steps from the top of the report document.
        question: The id of the question, where the place lies in an answer.
        row: The host's id of the row or person, where there is one.
        column: The id of the column, where the place is one field of a row.

    Examples:
        >>> Place(("answers", "scientific-articles", 0, "doi")).json_pointer
        '/answers/scientific-articles/0/doi'
    """

    pointer: Pointer = ()
    question: str | None = None
    row: str | None = None
    column: str | None = None

    @property
    def json_pointer(self) -> str:
        """The place as an RFC 6901 pointer; the whole document is the empty string."""
        return "".join("/" + str(s).replace("~", "~0").replace("/", "~1") for s in self.pointer)


def place_in(document: Mapping[str, Any], pointer: Pointer) -> Place:
    """Name the question, row and column that a pointer into a report means.

    Args:
        document: The report as JSON values.
        pointer: The steps, which need not lead to anything that is there.

    Returns:
        The place; a row without an id of its own has ``row`` None and is found by its pointer.

    Examples:
        >>> report = {"answers": {"teaching": [{"id": "t1", "text": "Kurs"}]}}
        >>> place = place_in(report, ("answers", "teaching", 0, "text"))
        >>> place.question, place.row, place.column
        ('teaching', 't1', 'text')
    """
    if len(pointer) >= 2 and pointer[0] == "people":
        return Place(pointer, row=_id_at(document, pointer[:2]))
    if len(pointer) < 2 or pointer[0] != "answers":
        return Place(pointer)
    question = str(pointer[1])
    start = 3 if len(pointer) > 3 and pointer[2] == "rows" else 2
    if len(pointer) <= start or not isinstance(pointer[start], int):
        return Place(pointer, question)
    row = _id_at(document, pointer[: start + 1])
    column = str(pointer[start + 1]) if len(pointer) > start + 1 else None
    return Place(pointer, question, row, column)


def value_at(document: object, pointer: Sequence[str | int]) -> object:
    """Look up what a pointer leads to; None when it leads nowhere.

    Examples:
        >>> value_at({"a": [1, 2]}, ("a", 1))
        2
    """
    here: Any = document
    for step in pointer:
        known = step in here if isinstance(here, Mapping) else _is_position(here, step)
        if not known:
            return None
        here = here[step]
    return here


def _is_position(here: object, step: str | int) -> bool:
    return isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here)


def _id_at(document: Mapping[str, Any], pointer: Pointer) -> str | None:
    item = value_at(document, pointer)
    found = item.get("id") if isinstance(item, Mapping) else None
    return found if isinstance(found, str) else None
