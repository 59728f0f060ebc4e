"""Tables that last from year to year: their rows begin the new report."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from rhf_services.forms.activities import PROJECT_END
from rhf_services.model.answers import STATE_KEYS, Row, State, without_nothing
from rhf_services.model.choices import Picked
from rhf_services.model.columns import ChoiceColumn, Column
from rhf_services.model.faults import FaultKind
from rhf_services.model.places import Place, Pointer, place_in
from rhf_services.model.questions import Table
from rhf_services.model.values import is_blank
from rhf_services.process.account import Fate, Line, Reason
from rhf_services.process.trees import caption_of, copied, is_nothing
from rhf_services.wire.answers import column_shape
from rhf_services.wire.shape_checks import compiled
from rhf_services.wire.shapes import Check

_END: Final = re.compile(
    r"\s*(?:([0-9]{4})(?:-[0-9]{2}){0,2}|[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{4}))\s*"
)


@frozen
class Carried:
    """What is carried of a part of the old report, and the lines that tell of all of it.

    Attributes:
        value: What is carried, or None for nothing.
        lines: The lines.

    Examples:
        >>> Carried(None).lines
        ()
    """

    value: Any = field(default=None, repr=False)
    lines: tuple[Line, ...] = ()


@frozen
class _Split:
    """A row, parted into what the new form can hold and what it cannot."""

    kept: dict[str, Any] = field(factory=dict, repr=False)
    left: list[tuple[str, Reason]] = field(factory=list)
    reasons: list[Reason] = field(factory=list)

    @property
    def says_something(self) -> bool:
        """Whether anything but an id is kept."""
        return any(key != "id" and not is_nothing(value) for key, value in self.kept.items())


def rows_in(raw: Any) -> tuple[list[Any], Pointer] | None:
    """Find the rows of an answer, and the steps to them; None where it has none.

    Examples:
        >>> rows_in({"rows": [1], "text": "Tall"}), rows_in("Ja.")
        (([1], ('rows',)), None)
    """
    if isinstance(raw, list):
        return raw, ()
    if not isinstance(raw, Mapping) or any(key in STATE_KEYS for key in without_nothing(raw)):
        return None
    rows = raw.get("rows")
    return (rows, ("rows",)) if isinstance(rows, list) else None


def carried_table(old: Mapping[str, Any], table: Table, year: int) -> Carried:
    """Carry the rows of a table that lasts.

    Args:
        old: The old report as JSON values.
        table: The table as the new form has it.
        year: The new reporting year.

    Examples:
        >>> from rhf_services.forms.activities import RESEARCH_PROJECTS
        >>> old = {"answers": {"research-projects": [{"title": "Et forløp", "to": "2021"}]}}
        >>> carried_table(old, RESEARCH_PROJECTS, 2024).lines[0].reasons
        (<Reason.ENDED: 'ended'>,)
    """
    top: Pointer = ("answers", table.id)
    raw = old["answers"][table.id]
    found = rows_in(raw)
    if found is None:
        return Carried(lines=(_without_rows(old, table, raw),))
    rows, steps = found
    checks = {column.id: compiled(column_shape(column)) for column in table.columns}
    carried: list[Any] = []
    lines: list[Line] = []
    seen: set[str] = set()
    for at, row in enumerate(rows):
        if is_nothing(row):
            continue
        place = place_in(old, (*top, *steps, at))
        split = _split(row, table, checks, year) if isinstance(row, Mapping) else None
        if split is None or not split.says_something:
            lines.append(_left_out(row, split, place))
            continue
        if place.row is not None and place.row in seen:
            split.reasons.append(Reason.SAME_ID)
        seen |= {place.row} if place.row is not None else set()
        to = Place((*top, len(carried)), table.id, place.row)
        fate = Fate.NEEDS_A_LOOK if split.reasons else Fate.CARRIED
        lines.append(Line(fate, place, tuple(split.reasons), to, caption=caption_of(split.kept)))
        lines += _columns_left(old, place, to, row, split)
        carried.append(split.kept)
    if isinstance(raw, Mapping):
        lines += _beside_the_rows(old, table, raw)
    return Carried(carried or None, tuple(lines))


def _split(row: Mapping[str, Any], table: Table, checks: Mapping[str, Check], year: int) -> _Split:
    split = _Split()
    columns = {column.id: column for column in table.columns}
    for key, value in row.items():
        column = columns.get(key)
        wrong = _wrong(key, value, column, checks)
        if wrong is None:
            split.kept[key] = copied(value)
        elif not is_nothing(value):
            split.left.append((key, wrong))
        if wrong is None and isinstance(column, ChoiceColumn) and _retired(column, value, year):
            split.reasons.append(Reason.CHOICE_RETIRED)
    if PROJECT_END in table.columns and _ended(Row(row, 0)[PROJECT_END], year):
        split.reasons.append(Reason.ENDED)
    return split


def _wrong(
    key: str, value: Any, column: Column | None, checks: Mapping[str, Check]
) -> Reason | None:
    """Say why a field of a row cannot be carried; None where it can."""
    if column is None:
        if key != "id":
            return Reason.UNKNOWN_COLUMN
        return None if is_blank(value) or isinstance(value, str) else Reason.UNREADABLE
    faults = checks[key](value)
    if not faults:
        return None
    unknown = faults[0].kind is FaultKind.UNKNOWN_CHOICE
    chosen = isinstance(column, ChoiceColumn) and Picked.read(value) is not None
    return Reason.CHOICE_NOT_HERE if unknown or chosen else Reason.UNREADABLE


def _left_out(row: Any, split: _Split | None, place: Place) -> Line:
    """Tell of a row of which nothing can be carried."""
    if split is None:
        reasons: tuple[Reason, ...] = (Reason.UNREADABLE,)
    else:
        reasons = tuple(dict.fromkeys(reason for _key, reason in split.left))
    here = any(reason is not Reason.UNKNOWN_COLUMN for reason in reasons)
    fate = Fate.NEEDS_A_LOOK if here else Fate.NO_PLACE
    return Line(fate, place, reasons or (Reason.EMPTY_ROW,), value=row, caption=caption_of(row))


def _columns_left(
    old: Mapping[str, Any], place: Place, to: Place, row: Mapping[str, Any], split: _Split
) -> Iterator[Line]:
    """Tell of the fields of a row that the new form cannot hold."""
    for key, reason in split.left:
        known = reason is not Reason.UNKNOWN_COLUMN
        yield Line(
            Fate.NEEDS_A_LOOK if known else Fate.NO_PLACE,
            place_in(old, (*place.pointer, key)),
            (reason,),
            Place((*to.pointer, key), to.question, to.row, key) if known else None,
            row[key],
            caption_of(row),
        )


def _without_rows(old: Mapping[str, Any], table: Table, raw: Any) -> Line:
    """Tell of an answer that says how the table stood, or that cannot be read."""
    place = place_in(old, ("answers", table.id))
    to = Place(("answers", table.id), table.id)
    if table.state(raw) in (State.UNREADABLE, State.MISSING):
        return Line(Fate.NEEDS_A_LOOK, place, (Reason.UNREADABLE,), to, raw, caption_of(raw))
    return Line(Fate.BESIDE, place, (), to, raw, caption_of(raw))


def _beside_the_rows(
    old: Mapping[str, Any], table: Table, raw: Mapping[str, Any]
) -> Iterator[Line]:
    """Tell of what stands beside the rows: a text is each year's own."""
    for key, value in raw.items():
        if key == "rows" or is_nothing(value) or (key in STATE_KEYS and value is False):
            continue
        place = place_in(old, ("answers", table.id, key))
        if key == "text":
            to = Place(("answers", table.id), table.id)
            yield Line(Fate.BESIDE, place, (), to, value, caption_of(value))
        else:
            yield Line(Fate.NO_PLACE, place, (Reason.UNKNOWN_KEY,), None, value, caption_of(value))


def _retired(column: ChoiceColumn, value: Any, year: int) -> bool:
    picked = Picked.read(value)
    return any(
        picked is not None and choice.id == picked.id and year not in choice.offered
        for choice in column.choices.choices
    )


def _ended(written: str | None, year: int) -> bool:
    """Tell whether an end that somebody wrote lies before the new year; another form is unknown."""
    found = _END.fullmatch(written) if written is not None else None
    return found is not None and int(found.group(1) or found.group(2)) < year
