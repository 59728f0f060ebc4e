"""What can be answered: states, and the values of the answers that are more than a text."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from attrs import frozen

from rhf_services.model.choices import Picked
from rhf_services.model.columns import ColumnKey
from rhf_services.model.values import is_blank, text_or_none

T = TypeVar("T")


class State(StrEnum):
    """How a question stands in a report.

    ``given``: there is an answer. ``not-applicable``: set aside, with or without a reason.
    ``confirmed-empty``: a table with nothing to report, said so. ``not-received``: the group's
    leader says that the answer never came. ``missing``: untouched. ``unreadable``: something
    that this question cannot hold, kept as it came.

    Examples:
        >>> State("confirmed-empty").is_answer, State("not-received").is_answer
        (True, False)
    """

    GIVEN = "given"
    NOT_APPLICABLE = "not-applicable"
    CONFIRMED_EMPTY = "confirmed-empty"
    NOT_RECEIVED = "not-received"
    MISSING = "missing"
    UNREADABLE = "unreadable"

    @property
    def is_answer(self) -> bool:
        """Whether it counts as an answer where a report without a single one is stopped."""
        return self in (State.GIVEN, State.NOT_APPLICABLE, State.CONFIRMED_EMPTY)


STATE_KEYS: Final = ("not_applicable", "nothing_to_report", "not_received")
"""The keys of an answer that says how the question stands instead of answering it."""

LIST_KEYS: Final = ("rows", "tools")
"""The parts of an answer that are lists; an empty one is nothing."""


def without_nothing(raw: Mapping[str, Any], own: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Leave out what says nothing: states that are null or false, parts that are null or empty.

    Some hosts write every key everywhere. An empty list is nothing only where a list may stand.

    Args:
        raw: The object.
        own: The keys of the question's own shape.

    Examples:
        >>> without_nothing({"text": "", "not_applicable": "", "not_received": None}, ("text",))
        {'not_applicable': ''}
    """
    return {
        key: value
        for key, value in raw.items()
        if not (
            (key in STATE_KEYS and (value is None or (value is False and key != "not_applicable")))
            or (key in own and (is_blank(value) or (value == [] and key in LIST_KEYS)))
        )
    }


def stated(raw: Mapping[str, Any], allowed: tuple[str, ...]) -> State | None:
    """Read an object that says how a question stands; None where it says no such thing.

    Args:
        raw: The object, without what says nothing; see `without_nothing`.
        allowed: The state keys that the question takes.

    Returns:
        The state; ``unreadable`` where a state stands beside something else or has no
        sensible value.

    Examples:
        >>> str(stated({"not_applicable": ""}, STATE_KEYS))
        'not-applicable'
        >>> str(stated({"not_received": True}, STATE_KEYS))
        'not-received'
    """
    if not any(key in raw for key in STATE_KEYS):
        return None
    key, value = next(iter(raw.items()))
    if len(raw) != 1 or key not in allowed:
        return State.UNREADABLE
    if key == "not_applicable":
        return State.NOT_APPLICABLE if isinstance(value, str) else State.UNREADABLE
    if value is not True:
        return State.UNREADABLE
    return State.CONFIRMED_EMPTY if key == "nothing_to_report" else State.NOT_RECEIVED


@frozen
class Row:
    """One row of a table, read through typed columns.

    Attributes:
        raw: The row as the report holds it; read only.
        index: Its position in the list of rows, from 0.

    Examples:
        >>> from rhf_services.model.columns import TextColumn
        >>> from rhf_services.model.text import Text
        >>> Row({"id": "a1", "title": "En artikkel"}, 0)[TextColumn("title", Text("Tittel"))]
        'En artikkel'
    """

    raw: Mapping[str, Any]
    index: int

    @property
    def id(self) -> str | None:
        """The host's id of the row, or None where it gave none."""
        return text_or_none(self.raw.get("id"))

    def __getitem__(self, column: ColumnKey[T]) -> T | None:
        """Give the value of a column; None where it is missing or unreadable."""
        return column.read(self.raw.get(column.id))


@frozen
class Rows:
    """The rows of a table, and the text that goes with them.

    Attributes:
        rows: The rows that can be read as rows.
        text: The one text for the whole table, where the table has one.
        steps: The steps from the answer to the list of rows.

    Examples:
        >>> len(Rows((Row({"id": "t1"}, 0),)))
        1
    """

    rows: tuple[Row, ...]
    text: str | None = None
    steps: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        """Go through the rows in their order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)


@frozen
class TextAndChoices:
    """A text with choices beside it.

    Attributes:
        text: The text, or None.
        chosen: What was chosen, in the report's order.

    Examples:
        >>> TextAndChoices("Målt i register", (Picked(id="biobank"),)).text
        'Målt i register'
    """

    text: str | None
    chosen: tuple[Picked, ...] = ()


@frozen
class YesNo:
    """A statement that holds or not, with a text.

    Attributes:
        yes: Whether the statement holds; None where it is not said.
        text: The text beside it.

    Examples:
        >>> YesNo(True, "Se nettsiden").yes
        True
    """

    yes: bool | None
    text: str | None = None
