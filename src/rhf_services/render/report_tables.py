"""The tables of a report: rows as they stand, numbers drawn as bars, small numbers withheld."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rhf_services.i18n.showing import show
from rhf_services.i18n.showing import shown as in_figures
from rhf_services.model.answers import Row
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn
from rhf_services.model.forms import Asked
from rhf_services.model.questions import Table as TableAsked
from rhf_services.model.values import is_blank
from rhf_services.render.document import Block, Paragraph
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.small import Instead, withheld
from rhf_services.render.tables import Bar, Cell, Figure, Table
from rhf_services.render.text import Run, Runs, plain_text, runs
from rhf_services.render.values import cell_text, unreadable
from rhf_services.render.words import word, word_around

MOST_BARS: Final = 12
"""A figure with more bars than this says less than its table."""

LONGEST_NUMBER: Final = 20
"""A number written longer than this leaves no room for a bar."""


def table_blocks(
    asked: Asked, question: TableAsked, raw: Any, shown: ReportShown
) -> Iterator[Block]:
    """Show the rows of a table.

    Args:
        asked: The question.
        question: The table it is.
        raw: The answer as the report holds it.
        shown: The report that is shown.

    Examples:
        >>> table_blocks.__name__
        'table_blocks'
    """
    listed = raw.get("rows") if question.with_text and isinstance(raw, Mapping) else raw
    rows = listed if isinstance(listed, list) else []
    if not shown.inside:
        read = question.read(raw)
        rows = [row.raw for row in read or ()]
    if not rows:
        return
    lang = shown.lang
    label = show(asked.label, lang)
    small = _small(question, rows, shown)
    more = list(dict.fromkeys(_unknown(question, rows))) if shown.inside else []
    number = [runs(word("page", "row-number", lang))] if shown.inside else []
    used = tuple(one for one in question.columns if one.starred or _filled(one, rows))
    columns = used or question.columns[:1]
    head = (
        *number,
        *(runs(show(column.label, lang)) for column in columns),
        *(_head(key, shown) for key in more),
    )
    written_in = shown.language_of_field(asked.id)
    cells = tuple(
        tuple(_row(at, row, columns, more, small, shown, written_in)) for at, row in enumerate(rows)
    )
    yield Table(runs(label), head, cells)
    if small:
        yield Paragraph(runs(word("report", "small-numbers", lang)), "quiet")
    else:
        yield from _figure(question, rows, label, shown)


def _row(
    at: int,
    row: Any,
    columns: tuple[Column, ...],
    more: list[str],
    small: Mapping[int, Instead],
    shown: ReportShown,
    written_in: str | None,
) -> Iterator[Cell]:
    lang, year, inside = shown.lang, shown.report.year, shown.inside
    if inside:
        yield Cell(runs(str(at + 1)), number=True)
    if not isinstance(row, Mapping):
        width = len(columns) + len(more)
        yield Cell(unreadable(row, lang) if not is_blank(row) else ())
        yield from (Cell() for _empty in range(width - 1))
        return
    first = next((one.id for one in columns if one.starred), None)
    for column in columns:
        number = isinstance(column, NumberColumn)
        raw = row.get(column.id)
        text = cell_text(column, raw, year, lang, inside=inside, language=written_in)
        if at in small and number and column.id == "count":
            text = runs(word("report", small[at], lang))
        yield Cell(text, header=column.id == first and bool(text), number=number)
    for key in more:
        value = row.get(key)
        yield Cell(() if is_blank(value) else unreadable(value, lang))


def _filled(column: Column, rows: list[Any]) -> bool:
    """Tell whether anything stands in a column; one that nobody used is left out."""
    return any(isinstance(row, Mapping) and not is_blank(row.get(column.id)) for row in rows)


def _unknown(question: TableAsked, rows: list[Any]) -> Iterator[str]:
    known = {"id", *(column.id for column in question.columns)}
    for row in rows:
        if isinstance(row, Mapping):
            yield from (key for key in row if key not in known)
            if not is_blank(row.get("id")) and not isinstance(row.get("id"), str):
                yield "id"


def _head(key: str, shown: ReportShown) -> Runs:
    return word_around("report", "unknown-column", shown.lang, column=(Run(key, theirs=True),))


def _small(question: TableAsked, rows: list[Any], shown: ReportShown) -> Mapping[int, Instead]:
    """Tell what stands instead of which numbers: on the public page, where the host wants that."""
    column = _counted(question)
    wanted = shown.case.policy.options.get("small_numbers") is True
    if shown.inside or not wanted or column is None:
        return {}
    return withheld([column.read(row.get(column.id)) for row in rows])


def _counted(question: TableAsked) -> NumberColumn | None:
    numbers = (one for one in question.columns if isinstance(one, NumberColumn))
    return next((one for one in numbers if one.id == "count"), None)


def _figure(
    question: TableAsked, rows: list[Any], label: str, shown: ReportShown
) -> Iterator[Figure]:
    """Draw the numbers of a table that counts something for each choice, where all can be read."""
    column = _counted(question)
    choice = next((one for one in question.columns if isinstance(one, ChoiceColumn)), None)
    read = [Row(row, at) for at, row in enumerate(rows) if isinstance(row, Mapping)]
    if column is None or choice is None or not 1 < len(rows) <= MOST_BARS:
        return
    bars = []
    for row in read:
        count = row[column]
        raw = row.raw.get(choice.id)
        named = cell_text(choice, raw, shown.report.year, shown.lang, inside=False)
        if count is None or not named:
            return
        bars.append(Bar(plain_text(named), count, in_figures(count, shown.lang)))
    longest = max((len(bar.shown) for bar in bars), default=0)
    if len(bars) != len(rows) or longest > LONGEST_NUMBER or not any(bar.number for bar in bars):
        return
    alt = ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
    title = word("report", "patients", shown.lang, title=label)
    yield Figure(title, f"{title}. {alt}.", tuple(bars))
