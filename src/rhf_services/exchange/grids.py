"""Files as grids of cells: .xlsx through openpyxl, .csv through the standard library."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from rhf_services.exchange.problems import FileProblem

MOST_ROWS: Final = 5_000
MOST_BYTES: Final = 50_000_000
Value = str | int | float | bool | date | datetime | None


def _tidy(value: Any) -> Value:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip() or None
    if value is None or isinstance(value, int | float | date):
        return value
    return str(value)


@frozen
class Cell:
    """One cell.

    Attributes:
        value: What stands there; texts without blanks around them, None for nothing.
        formula: Whether the cell computes its value, which nobody can read here.

    Examples:
        >>> Cell("  Evaluering ").value
        'Evaluering'
    """

    value: Value = field(default=None, converter=_tidy)
    formula: bool = False

    @property
    def text(self) -> str | None:
        """What stands there as a text; a whole number without decimals."""
        value = self.value
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return value.isoformat() if isinstance(value, date) else str(value)


@frozen
class Grid:
    """A sheet as it lies in the file, headings and all.

    Attributes:
        name: The name of the sheet; of a .csv file, the name of the file.
        rows: The rows, the first being the headings.

    Examples:
        >>> Grid("Tekster", ((Cell("nøkkel"),),)).name
        'Tekster'
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...] = field(default=(), repr=False)


@frozen
class Grids:
    """What a file holds.

    Attributes:
        grids: Its sheets; empty where it could not be read.
        problems: Why it could not.

    Examples:
        >>> Grids().problems
        ()
    """

    grids: tuple[Grid, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def read_grids(path: Path) -> Grids:
    """Read a spreadsheet, a .csv file, or a folder of .csv files.

    Args:
        path: The file. A folder stands for a spreadsheet, each .csv file in it for a sheet.

    Returns:
        The sheets, or the problem that kept them from being read.

    Examples:
        >>> read_grids(Path("gone.xlsx")).problems[0].kind
        'not-found'
    """
    try:
        if path.is_dir():
            files = sorted(path.glob("*.csv"))
            read = [_csv_grid(file.read_bytes(), file.stem) for file in files]
            problems = tuple(problem for one in read for problem in one.problems)
            return Grids(tuple(grid for one in read for grid in one.grids), problems)
        data = path.read_bytes()
    except FileNotFoundError:
        return _refused("not-found")
    except OSError as error:
        return _refused("cannot-open", reason=error.strerror or type(error).__name__)
    kind = path.suffix.lower()
    if kind == ".csv":
        return _csv_grid(data, path.stem)
    return _xlsx_grids(data) if kind == ".xlsx" else _refused("unknown-kind")


def _refused(kind: str, sheet: str | None = None, **params: str | int) -> Grids:
    return Grids(problems=(FileProblem(kind, sheet, params=params),))


def _csv_grid(data: bytes, name: str) -> Grids:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused("not-utf8", name)
    if "\0" in text:
        return _refused("not-utf8", name)
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    csv_rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        listed = [[_csv_cell(value) for value in row] for row in csv_rows]
    except csv.Error as error:
        return _refused("broken", name, reason=str(error))
    return _grid(name, listed)


def _csv_cell(value: str) -> Cell:
    return Cell(value, formula=value.lstrip().startswith("="))


def _xlsx_grids(data: bytes) -> Grids:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  (heavy; only where one is read)
    except ModuleNotFoundError:
        return _refused("no-spreadsheets")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_BYTES:
                return _refused("too-large", megabytes=MOST_BYTES // 1_000_000)
        book = load_workbook(io.BytesIO(data), read_only=True)
        read = [_grid(sheet.title, _xlsx_rows(sheet)) for sheet in book.worksheets]
    except Exception as error:  # noqa: BLE001  (whatever a broken spreadsheet makes its reader say)
        return _refused("broken", reason=type(error).__name__)
    problems = tuple(problem for one in read for problem in one.problems)
    return Grids(tuple(grid for one in read for grid in one.grids), problems)


def _xlsx_rows(sheet: Any) -> Iterator[list[Cell]]:
    for row in sheet.iter_rows():
        yield [Cell(cell.value, formula=cell.data_type == "f") for cell in row]


def _grid(name: str, rows: Iterable[list[Cell]]) -> Grids:
    """Make a grid, without the empty rows at its end; one too long is refused."""
    kept: list[tuple[Cell, ...]] = []
    filled = 0
    for row in rows:
        kept.append(tuple(row))
        if any(cell.value is not None for cell in row):
            filled = len(kept)
    if filled - 1 > MOST_ROWS:
        return _refused("too-many-rows", name, rows=filled - 1, most=MOST_ROWS)
    return Grids((Grid(name, tuple(kept[:filled])),))
