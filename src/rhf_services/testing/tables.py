"""Tables with good rows: every starred field, nothing twice, and no more than is asked for."""

from collections.abc import Mapping
from typing import Any, Final, TypeGuard, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.forms import Asked
from rhf_services.model.questions import Table
from rhf_services.testing.drawing import turned
from rhf_services.testing.texts import (
    iso_days,
    names,
    plain_texts,
    titles,
    totals,
    written_numbers,
)

MOST_ROWS: Final = 4
"""How many rows a generated table has at most, where nothing else is said."""

_DOIS: Final = (
    "10.5555/abc",
    "10.1000/XYZ-7",
    "10.123456789/s(1)/2",
    "doi:10.5555/q",
    "DOI: 10.5555/w",
    "https://doi.org/10.5555/E",
    "http://doi.org/10.5555/r",
    "https://dx.doi.org/10.5555/t",
    " 10.5555/y",
)


def filled(
    asked: Asked, year: int, least: int = 1, most: int | None = None
) -> SearchStrategy[list[dict[str, Any]] | dict[str, Any]]:
    """Give tables with good rows.

    Args:
        asked: The table, as a form asks for it.
        year: The reporting year.
        least: How many rows at least.
        most: How many at most; by default as many as the form asks for, or a few.

    Examples:
        >>> from rhf_services import load_registry
        >>> filled(load_registry().questions["teaching"], 2024).is_empty
        False
    """
    table = table_of(asked)
    if most is None:
        most = max(least, asked.limit.most if asked.limit is not None else MOST_ROWS)
    rows = good_rows(table, year, least, most)
    return st.one_of(rows, _with_text(rows)) if table.with_text else rows


def good_rows(
    table: Table, year: int, least: int = 1, most: int = MOST_ROWS
) -> SearchStrategy[list[dict[str, Any]]]:
    """Give good rows of a table, with ids or without.

    Examples:
        >>> from rhf_services import load_registry
        >>> teaching = load_registry().questions["teaching"].question
        >>> good_rows(teaching, 2024, least=1, most=2).is_empty
        False
    """
    orders = {
        column.id: turned(choice_ids(column.choices, year))
        for column in table.columns
        if stands_once(column)
    }
    most = min([most, *(len(choice_ids(c.choices, year)) for c in table.columns if stands_once(c))])
    fields = {column.id: good_field(column, year) for column in table.columns}
    return _rows(table, orders, fields, st.integers(min(least, most), most))


def good_field(column: Column, year: int) -> SearchStrategy[Any]:
    """Give good values of one field of a row.

    Args:
        column: The column.
        year: The reporting year.

    Examples:
        >>> from rhf_services.forms.activities import COUNT
        >>> good_field(COUNT, 2024).is_empty
        False
    """
    match column:
        case TextColumn(form="doi"):
            return st.sampled_from(_DOIS)
        case TextColumn(form="date"):
            return iso_days()
        case TextColumn(id="title"):
            return titles()
        case TextColumn(id="leader" | "person"):
            return names()
        case TextColumn():
            return plain_texts()
        case NumberColumn(minimum=None):
            return whole_numbers(1990, year)
        case NumberColumn(minimum=int(minimum)):
            return whole_numbers(minimum, minimum + 1500)
        case ChoiceColumn():
            return choices(column.choices, year)
        case _:
            assert_never(column)  # type: ignore[arg-type]


def whole_numbers(least: int, most: int) -> SearchStrategy[int | float]:
    """Give whole numbers as hosts write them: 15, and 15.0 as .NET does.

    Examples:
        >>> whole_numbers(0, 9).is_empty
        False
    """
    whole = st.integers(least, most)
    return st.one_of(whole, whole.map(float))


def choices(choice_list: ChoiceList, year: int) -> SearchStrategy[Any]:
    """Give choices that a list offers in a year, or something else where it takes that.

    Examples:
        >>> from rhf_services import load_registry
        >>> tools = load_registry().questions["treatment-quality"].question.choices
        >>> choices(tools, 2024).is_empty
        False
    """
    offered = st.sampled_from(choice_ids(choice_list, year))
    if not choice_list.other:
        return offered
    return st.one_of(offered, titles().map(lambda text: {"other": text}))


def choice_ids(choice_list: ChoiceList, year: int) -> list[str]:
    """Give the ids of the choices that a list offers in a year.

    Examples:
        >>> from rhf_services import load_registry
        >>> tools = load_registry().questions["treatment-quality"].question.choices
        >>> "biobank" in choice_ids(tools, 2024)
        True
    """
    return [choice.id for choice in choice_list.choices if year in choice.offered]


def stands_once(column: Column) -> TypeGuard[ChoiceColumn]:
    """Tell whether each choice of a column should stand in one row only.

    Examples:
        >>> from rhf_services.forms.activities import AFFILIATION, COUNT
        >>> stands_once(AFFILIATION), stands_once(COUNT)
        (True, False)
    """
    return isinstance(column, ChoiceColumn) and column.choices.id == "affiliations"


def table_of(asked: Asked) -> Table:
    """Give the table that is asked for.

    Raises:
        TypeError: Something else is asked.

    Examples:
        >>> from rhf_services import load_registry
        >>> table_of(load_registry().questions["teaching"]).id
        'teaching'
    """
    if not isinstance(asked.question, Table):
        raise TypeError(asked.id)
    return asked.question


@st.composite
def _rows(
    draw: DrawFn,
    table: Table,
    orders: Mapping[str, SearchStrategy[list[str]]],
    fields: Mapping[str, SearchStrategy[Any]],
    how_many: SearchStrategy[int],
) -> list[dict[str, Any]]:
    once = {key: draw(order) for key, order in orders.items()}
    with_ids = draw(st.booleans())
    rows = []
    for at in range(draw(how_many)):
        row: dict[str, Any] = {"id": f"r{at + 1}"} if with_ids else {}
        chosen = draw(st.integers(0, 2 ** len(table.columns) - 1))
        for number, column in enumerate(table.columns):
            if column.id in once:
                row[column.id] = once[column.id][at]
            elif column.starred or chosen & (1 << number):
                row[column.id] = _apart(column, draw(fields[column.id]), at)
        if not any(key != "id" for key in row):
            first = table.columns[0]
            row[first.id] = _apart(first, draw(fields[first.id]), at)
        rows.append(row)
    return rows


def _apart(column: Column, value: Any, at: int) -> Any:
    """Tell a row apart from the others of its table."""
    if isinstance(column, TextColumn) and column.form == "doi":
        return f"{value}.{at + 1}"
    return f"{value} del {at + 1}" if column.id == "title" else value


@st.composite
def _with_text(draw: DrawFn, some_rows: SearchStrategy[list[dict[str, Any]]]) -> dict[str, Any]:
    """Give rows with a text beside them; a total that it states is the right one."""
    rows = draw(some_rows)
    counts = [row.get("count") for row in rows]
    if all(count is not None for count in counts) and draw(st.booleans()):
        total = draw(written_numbers(sum(int(count) for count in counts if count is not None)))
        return {"rows": rows, "text": draw(totals()).format(total)}
    return {"rows": rows, "text": draw(st.one_of(st.none(), st.just(""), plain_texts()))}
