"""Choice lists and columns of an edition file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, cast

from attrs import evolve, field, frozen

from rhf_services.exchange.cells import text_in, wrong_with
from rhf_services.exchange.edition_bases import column_kind_of
from rhf_services.exchange.layout import COLUMN_KINDS, ID, meant
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import Line
from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.questions import Question, Table
from rhf_services.model.sources import Source
from rhf_services.model.text import Text
from rhf_services.model.years import Years

ALWAYS: Final = Years(2009)


@frozen
class Parts:
    """What the sheets of choices and columns give.

    Attributes:
        choices: The choice lists, by id.
        listed: The ids of those that stand in the file.
        columns: The columns of tables, by form and question; by question alone where the file
            names no form.
        problems: What is wrong there.

    Examples:
        >>> Parts().problems
        ()
    """

    choices: Mapping[str, ChoiceList] = field(factory=dict)
    listed: frozenset[str] = frozenset()
    columns: Mapping[tuple[str, str], tuple[Column, ...]] = field(factory=dict)
    problems: tuple[FileProblem, ...] = ()


def read_choices(
    lines: Iterable[Line], known: Mapping[str, ChoiceList], year: int, source: Source
) -> Parts:
    """Read the choice lists of a file; a choice that is gone is kept as retired.

    Args:
        lines: The rows of the sheet.
        known: The choice lists that the file was made from, by id.
        year: The reporting year.
        source: Where a new list is cited from.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> read_choices((), {}, 2026, WEBINAR_2024.at("Skjema")).choices
        {}
    """
    problems: list[FileProblem] = []
    listed: dict[str, list[tuple[Line, Choice]]] = {}
    other: dict[str, bool] = {}
    last = None
    for line in lines:
        list_id, choice_id = line.text("choices"), line.text("choice")
        base = known.get(list_id or "")
        old = _choice(base, choice_id)
        wrong = list(_wrong_choice(line, list_id, choice_id, old))
        apart = list_id in listed and list_id != last
        if apart:
            wrong.append(line.problem("choices-apart", "choices"))
        problems += wrong
        last = list_id
        if list_id is None or choice_id is None:
            continue
        rows = listed.setdefault(list_id, [])
        if any(choice.id == choice_id for _line, choice in rows):
            problems.append(line.problem("choice-twice", "choice"))
        offered = Years(line.whole("first") or ALWAYS.first, line.whole("last"))
        label = text_in(line, "title", old.label if old else None)
        rows.append((line, Choice(choice_id, label or Text(choice_id), offered)))
        other[list_id] = other.get(list_id, False) or bool(line.yes("other"))
    made = {}
    for list_id, rows in listed.items():
        choices = tuple(choice for _line, choice in rows)
        if not any(year in choice.offered for choice in choices):
            problems.append(rows[0][0].problem("choices-none-offered", "choices", year=year))
        made[list_id] = _list(list_id, choices, known.get(list_id), other[list_id], year, source)
    return Parts(choices={**known, **made}, listed=frozenset(made), problems=tuple(problems))


def read_columns(
    lines: Iterable[Line], asked: Mapping[tuple[str, str], Question], choices: Parts
) -> Parts:
    """Read the columns of tables.

    Args:
        lines: The rows of the sheet.
        asked: The questions that the file was made from, by form and question.
        choices: The choice lists of the file.

    Examples:
        >>> read_columns((), {}, Parts()).columns
        {}
    """
    problems: list[FileProblem] = []
    columns: dict[tuple[str, str], list[Column]] = {}
    for line in lines:
        form, question, id_ = (line.text(column) for column in ("form", "question", "column"))
        if question is None or id_ is None:
            problems.append(line.problem("no-id", "question" if question is None else "column"))
            continue
        place = (form or "", question)
        own = columns.setdefault(place, [])
        if any(column.id == id_ for column in own):
            problems.append(line.problem("column-id-twice", "column"))
        old = _column(asked.get(place), id_)
        problems += _wrong_column(line, id_, old, choices)
        label = text_in(line, "title", old.label if old else None)
        kind = meant(COLUMN_KINDS, line.text("kind"))
        own.append(_made(line, id_, kind, label or Text(id_), choices.choices))
    return Parts(
        columns={place: tuple(own) for place, own in columns.items()}, problems=tuple(problems)
    )


def _wrong_column(
    line: Line, id_: str, old: Column | None, choices: Parts
) -> Iterator[FileProblem]:
    yield from wrong_with(line, "title", old.label if old else None)
    if text_in(line, "title", None) is None:
        yield line.problem("title-missing", "title_nb")
    if not ID.fullmatch(id_):
        yield line.problem("odd-id", "column")
    if line.yes("starred") is None:
        yield line.problem("not-yes-no", "starred")
    kind = meant(COLUMN_KINDS, line.text("kind"))
    if kind is None:
        yield line.problem("unknown-column-kind", "kind")
    elif old is not None and column_kind_of(old) != kind:
        yield line.problem("column-kind-changed", "kind")
    if kind == "choice":
        yield from wrong_choices(line, choices)


def wrong_choices(line: Line, choices: Parts) -> Iterator[FileProblem]:
    """Name what is wrong with the choice list that a row names."""
    list_id = line.text("choices")
    if list_id is None:
        yield line.problem("no-choices", "choices", lists=tuple(choices.choices))
    elif list_id not in choices.choices:
        yield line.problem("unknown-choices", "choices", lists=tuple(choices.choices))
    elif list_id not in choices.listed:
        yield line.problem("choices-as-before", "choices", Weight.ASKS)


def _made(
    line: Line, id_: str, kind: str | None, label: Text, choices: Mapping[str, ChoiceList]
) -> Column:
    starred = bool(line.yes("starred"))
    list_id = line.text("choices") or ""
    if kind == "choice" and list_id in choices:
        return ChoiceColumn(id_, label, choices[list_id], starred=starred)
    if kind in ("number", "count"):
        return NumberColumn(id_, label, starred=starred, minimum=0 if kind == "count" else None)
    form = cast("Literal['free', 'doi', 'date']", kind if kind in ("doi", "date") else "free")
    return TextColumn(id_, label, starred=starred, form=form)


def _wrong_choice(
    line: Line, list_id: str | None, choice_id: str | None, old: Choice | None
) -> Iterator[FileProblem]:
    if list_id is None:
        yield line.problem("no-id", "choices")
    if choice_id is None:
        yield line.problem("no-id", "choice")
    for column, id_ in (("choices", list_id), ("choice", choice_id)):
        if id_ is not None and not ID.fullmatch(id_):
            yield line.problem("odd-id", column)
    yield from wrong_with(line, "title", old.label if old else None)
    if text_in(line, "title", None) is None:
        yield line.problem("title-missing", "title_nb")
    if line.yes("other") is None:
        yield line.problem("not-yes-no", "other")
    for column in ("first", "last"):
        if line.text(column) is not None and line.whole(column) is None:
            yield line.problem("not-a-year", column)
    first, last = line.whole("first"), line.whole("last")
    if first is not None and last is not None and last < first:
        yield line.problem("years-turned", "last")


def _list(
    id_: str,
    choices: tuple[Choice, ...],
    base: ChoiceList | None,
    other: bool,  # noqa: FBT001
    year: int,
    source: Source,
) -> ChoiceList:
    """Make a list; what it no longer names is retired, so that old answers stay readable."""
    if base is None:
        return ChoiceList(id_, choices, source, other=other)
    ids = {choice.id for choice in choices}
    retired = tuple(
        evolve(old, offered=Years(old.offered.first, min(old.offered.last or year - 1, year - 1)))
        for old in base.choices
        if old.id not in ids and old.offered.first < year
    )
    return evolve(base, choices=(*choices, *retired), other=other)


def _choice(choices: ChoiceList | None, id_: str | None) -> Choice | None:
    return next((one for one in choices.choices if one.id == id_), None) if choices else None


def _column(question: Question | None, id_: str) -> Column | None:
    columns = question.columns if isinstance(question, Table) else ()
    return next((column for column in columns if column.id == id_), None)
