"""Spreadsheets and .csv files made and changed in tests."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from rhf_services.exchange.accepting import text_sheet
from rhf_services.exchange.edition_writing import edition_sheets
from rhf_services.exchange.text_files import text_rows
from rhf_services.exchange.writing import csv_bytes, xlsx_bytes

Row = dict[str, Any]
Change = Callable[[list[Row]], list[Row] | None]

PROVENANCE = {"kilde": "Et oppdiktet møte", "hvem": "Kari Eksempel", "når": "2025-01-10"}
DECIDED = {**PROVENANCE, "frist": "15.02.2027 16:00"}


KEPT = ("form.national-centre.", "rule.ACT001.")
"""Beginnings of the keys that files in tests hold; an empty one is all."""


def texts_file(folder: Path, registry, edition="2024", kept=KEPT, *, change: Change, name="t.xlsx"):
    """Write a text file and change its rows."""
    rows = [row for row in text_rows(registry, edition) if row.key.startswith(kept)]
    sheet = text_sheet(rows, registry, stamped=True)
    path = folder / name
    path.write_bytes(csv_bytes(sheet) if name.endswith(".csv") else xlsx_bytes([sheet]))
    return changed(path, {"Tekster": change}) if name.endswith(".xlsx") else path


def edition_file(
    folder: Path,
    registry,
    year=2026,
    from_="2024",
    forms=("national-centre",),
    revision=0,
    *,
    limits=True,
    **changes: Change,
) -> Path:
    """Write an edition file and change the rows of its sheets; say that limits hold anew."""
    path = folder / f"edition-{year}{f'.{revision}' if revision else ''}.xlsx"
    path.write_bytes(xlsx_bytes(edition_sheets(registry, year, from_, forms, revision=revision)))
    decided = changes.pop("Utgave", lambda rows: [{**rows[0], **DECIDED}])
    asked = changes.pop("Spørsmål", lambda rows: rows)

    def put(rows: list[Row]) -> list[Row]:
        anew = [_limited_anew(row) for row in rows] if limits else rows
        given = asked(anew)
        return anew if given is None else given

    return changed(path, {"Utgave": decided, "Spørsmål": put, **changes})


def _limited_anew(row: Row) -> Row:
    return row if row["inntil"] is None else {**row, "kilde": DECIDED["kilde"]}


def changed(path: Path, changes: dict[str, Change]) -> Path:
    """Change the rows of some sheets of a spreadsheet."""
    book = load_workbook(path)
    for name, change in changes.items():
        page = book[name]
        head, *rest = page.iter_rows(values_only=True)
        headings = [str(one) for one in head]
        rows = [dict(zip(headings, row, strict=True)) for row in rest]
        new = change(rows)
        page.delete_rows(1, page.max_row)
        rows = rows if new is None else new
        more = [one for row in rows for one in row if one not in headings]
        headings += list(dict.fromkeys(more))
        page.append(headings)
        for row in rows:
            page.append([row.get(one) for one in headings])
    book.save(path)
    return path


def book_of(path: Path, sheets: dict[str, Iterable[Iterable[Any]]]) -> Path:
    """Write a spreadsheet of any cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


def set_in(match: Callable[[Row], bool], **cells: Any) -> Change:
    """Give a change that sets cells of the rows that match; ``_`` in a heading is a blank."""
    given = {name.replace("_", " "): value for name, value in cells.items()}

    def change(rows):
        hits = [row for row in rows if match(row)]
        assert hits
        for row in hits:
            row.update(given)

    return change


def keyed(key: str) -> Callable[[Row], bool]:
    """Match the row of a key."""
    return lambda row: row["nøkkel"] == key


def asked(question: str) -> Callable[[Row], bool]:
    """Match the rows of a question."""
    return lambda row: row["spørsmål"] == question
