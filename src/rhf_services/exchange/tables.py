"""A grid with its headings understood: rows looked up by column, with their place in the file."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from rhf_services.exchange.grids import Cell, Grid
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.i18n.languages import LANGUAGES
from rhf_services.i18n.showing import Shown, month_number, translated
from rhf_services.model.days import norwegian_time
from rhf_services.model.text import Text, _

YES: Final = ("ja", "yes", "x", "true", "1")
NO: Final = ("nei", "nei.", "no", "false", "0", "")
CLOCKS: Final = (
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H.%M",
    "%d.%m.%Y kl. %H.%M",
    "%d.%m.%Y kl. %H:%M",
    "%d.%m.%Y kl. %H",
)
_LONG_DAY: Final = re.compile(r"(\d{1,2})\. ?([^\W\d]+) (\d{4})(.*)")

_EDITION: Final = re.compile(r"[12][0-9]{3}(\.[1-9][0-9]{0,2})?")

HEADINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "key": _("nøkkel"),
        "year": _("år"),
        "nb": _("bokmål"),
        "nn": _("nynorsk"),
        "en": _("engelsk"),
        "source": _("kilde"),
        "who": _("hvem"),
        "when": _("når"),
        "stamp": _("kontroll"),
        "form": _("skjema"),
        "section": _("del"),
        "question": _("spørsmål"),
        "kind": _("type"),
        "to": _("til"),
        "region": _("region"),
        "title_nb": _("tittel bokmål"),
        "title_nn": _("tittel nynorsk"),
        "title_en": _("tittel engelsk"),
        "guidance_nb": _("veiledning bokmål"),
        "guidance_nn": _("veiledning nynorsk"),
        "guidance_en": _("veiledning engelsk"),
        "hidden": _("skjult"),
        "optional": _("kan stå tomt"),
        "most": _("inntil"),
        "choices": _("valgliste"),
        "choice": _("valg"),
        "other": _("annet kan skrives"),
        "first": _("første år"),
        "last": _("siste år"),
        "column": _("felt"),
        "starred": _("bør stå"),
        "minimum": _("minst"),
        "text": _("tekst ved siden av"),
        "carried": _("tas med til neste år"),
        "revision": _("rettelse"),
        "from": _("bygger på"),
        "deadline": _("frist"),
        "part_due": _("tjenestens del bør være ferdig"),
    }
)
"""The headings of all files, by the id of the column; read in any of the three languages."""


@frozen
class Line:
    """A row of a table.

    Attributes:
        sheet: The name of its sheet.
        number: Its row in the sheet, from 1; the headings are row 1.
        cells: The cells, by the id of the column.
        headings: The headings as the file has them, by the id of the column.

    Examples:
        >>> line = Line("Tekster", 2, {"nb": Cell("Evaluering")}, {"nb": "bokmål"})
        >>> line.text("nb"), line.text("nn")
        ('Evaluering', None)
    """

    sheet: str
    number: int
    cells: Mapping[str, Cell] = field(repr=False)
    headings: Mapping[str, str] = field(repr=False)

    def text(self, column: str) -> str | None:
        """Give what stands in a column as a text."""
        cell = self.cells.get(column)
        return None if cell is None else cell.text

    def problem(
        self, kind: str, column: str | None = None, weight: Weight = Weight.STOPS, **params: Shown
    ) -> FileProblem:
        """Say that something is wrong here."""
        shown = None if column is None else self.headings.get(column) or heading(column)
        value = None if column is None else self.text(column)
        given = {} if column is None else {"value": value or ""}
        return FileProblem(kind, self.sheet, self.number, shown, {**given, **params}, weight)

    def whole(self, column: str) -> int | None:
        """Give a whole number; None where there is none, or something else."""
        value = self.cells.get(column, Cell()).value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            value = int(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def edition(self, column: str) -> str | None:
        """Give the id of an edition, such as 2024 or 2024.1; None where there is none."""
        written = self.text(column) or ""
        return written if _EDITION.fullmatch(written) else None

    def yes(self, column: str) -> bool | None:
        """Give yes or no; None where it is neither. Nothing is no."""
        value = self.cells.get(column, Cell()).value
        if isinstance(value, bool):
            return value
        written = (self.text(column) or "").casefold()
        return True if written in YES else False if written in NO else None

    def moment(self, column: str) -> date | None:
        """Give a day, or a time in Norway where a time of day is given; None for neither."""
        value = self.cells.get(column, Cell()).value
        read = value if isinstance(value, date) else _moment(self.text(column) or "")
        if not isinstance(read, datetime):
            return read
        if read.timetz() == time():
            return read.date()
        return norwegian_time(read)


@frozen
class TableRead:
    """A table of a file, and what is wrong with it.

    Attributes:
        lines: Its rows that hold something.
        problems: What is wrong with headings and cells.

    Examples:
        >>> TableRead().lines
        ()
    """

    lines: tuple[Line, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def heading(column: str, lang: Any = "nb") -> str:
    """Give the heading of a column.

    Examples:
        >>> heading("key")
        'nøkkel'
    """
    return translated(HEADINGS[column], lang)


def read_table(grid: Grid, needed: tuple[str, ...], known: tuple[str, ...] = ()) -> TableRead:
    """Read a grid as a table.

    Args:
        grid: The grid.
        needed: Ids of the columns that must be there.
        known: Ids of those that may be.

    Examples:
        >>> grid = Grid("Tekster", ((Cell("Nøkkel"),), (Cell("form.archive.title"),)))
        >>> read_table(grid, ("key",)).lines[0].text("key")
        'form.archive.title'
    """
    if not grid.rows:
        return TableRead(problems=(FileProblem("empty", grid.name),))
    by_heading = {_plain(name): id_ for id_ in (*needed, *known) for name in _names(id_)}
    at: dict[str, int] = {}
    headings: dict[str, str] = {}
    problems = []
    for position, cell in enumerate(grid.rows[0]):
        written = cell.text
        id_ = by_heading.get(_plain(written)) if written else None
        if written and id_ is None:
            problems.append(
                FileProblem("unknown-column", grid.name, 1, written, weight=Weight.ASKS)
            )
        elif id_ in at:
            problems.append(FileProblem("column-twice", grid.name, 1, written))
        elif id_ is not None and written:
            at[id_], headings[id_] = position, written
    absent = [id_ for id_ in needed if id_ not in at]
    if absent:
        missing = FileProblem("missing-columns", grid.name, 1, params={"columns": tuple(absent)})
        twice = [problem for problem in problems if problem.kind == "column-twice"]
        return TableRead(problems=(*twice, missing))
    lines = tuple(_lines(grid, at, headings))
    problems += [
        line.problem("formula", id_)
        for line in lines
        for id_, cell in line.cells.items()
        if cell.formula
    ]
    if not lines:
        problems.append(FileProblem("empty", grid.name))
    return TableRead(lines, tuple(problems))


def _lines(grid: Grid, at: Mapping[str, int], headings: Mapping[str, str]) -> Iterator[Line]:
    for number, row in enumerate(grid.rows[1:], start=2):
        cells = {id_: row[place] for id_, place in at.items() if place < len(row)}
        if any(cell.value is not None for cell in cells.values()):
            yield Line(grid.name, number, cells, headings)


def _names(column: str) -> Iterator[str]:
    yield column
    for lang in LANGUAGES:
        yield heading(column, lang)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _moment(written: str) -> date | None:
    plain = written.strip()
    long = _LONG_DAY.fullmatch(plain)
    month = month_number(long[2]) if long else None
    if long and month:
        plain = f"{long[1]}.{month}.{long[3]}{long[4]}"
    for pattern in CLOCKS:
        try:
            return datetime.strptime(plain, pattern)  # noqa: DTZ007  (the caller adds the zone)
        except ValueError:
            continue
    try:
        return datetime.strptime(plain, "%d.%m.%Y").date()  # noqa: DTZ007
    except ValueError:
        pass
    try:
        return date.fromisoformat(plain) if len(plain) <= 10 else datetime.fromisoformat(plain)
    except ValueError:
        return None
