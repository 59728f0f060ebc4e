"""Files as grids: what cannot be read is told, and nothing else happens."""

import io
import zipfile

import pytest
from support.books import book_of

from rhf_services.exchange.grids import MOST_ROWS, Cell, read_grids


def kinds(path):
    return [problem.kind for problem in read_grids(path).problems]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("t.csv", "nøkkel;år\næ;1\n".encode("cp1252"), "not-utf8"),
        ("t.csv", "nøkkel\n".encode("utf-16"), "not-utf8"),
        ("t.csv", b"a\0b", "not-utf8"),
        ("t.xlsx", b"not a spreadsheet", "broken"),
        ("t.xlsx", b"", "broken"),
        ("t.doc", b"", "unknown-kind"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, name, data, kind):
    path = tmp_path / name
    path.write_bytes(data)
    assert kinds(path) == [kind]
    assert read_grids(path).grids == ()


def test_a_zip_that_is_no_spreadsheet_is_broken(tmp_path):
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("hello.txt", "hello")
    assert kinds(path) == ["broken"]


def test_a_spreadsheet_that_unpacks_to_something_huge_is_not_unpacked(tmp_path):
    path = tmp_path / "t.xlsx"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    path.write_bytes(packed.getvalue())
    assert len(packed.getvalue()) < 100_000
    assert kinds(path) == ["too-large"]


@pytest.mark.parametrize("rows", [MOST_ROWS, MOST_ROWS + 1, 10_000])
def test_too_many_rows_are_told_once(tmp_path, rows):
    path = tmp_path / "t.csv"
    path.write_text("key\n" + "a\n" * rows, encoding="utf-8")
    assert kinds(path) == ([] if rows == MOST_ROWS else ["too-many-rows"])


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_any_usual_csv_is_read(tmp_path, sign, encoding):
    path = tmp_path / "tekster.csv"
    path.write_text(f'nøkkel{sign}bokmål\na{sign}"b{sign}c"\n', encoding=encoding)
    (grid,) = read_grids(path).grids
    assert grid.name == "tekster"
    assert [[cell.value for cell in row] for row in grid.rows] == [
        ["nøkkel", "bokmål"],
        ["a", f"b{sign}c"],
    ]


def test_a_folder_stands_for_a_spreadsheet(tmp_path):
    (tmp_path / "Deler.csv").write_text("skjema\n", encoding="utf-8")
    (tmp_path / "Valg.csv").write_text("valg\n", encoding="utf-8")
    assert [grid.name for grid in read_grids(tmp_path).grids] == ["Deler", "Valg"]


def test_formulas_are_seen_in_both_kinds_of_files(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a\n=1+1\n", encoding="utf-8")
    assert read_grids(path).grids[0].rows[1][0].formula
    book = book_of(tmp_path / "t.xlsx", {"T": [["a"], ["=1+1"], ["1+1"]]})
    assert [row[0].formula for row in read_grids(book).grids[0].rows] == [False, True, False]


def test_empty_rows_at_the_end_are_not_rows(tmp_path):
    book = book_of(tmp_path / "t.xlsx", {"T": [["a"], ["b"], [None], ["  "]]})
    assert len(read_grids(book).grids[0].rows) == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [("  a \r\n b ", "a \n b"), (3.0, "3"), (3.5, "3.5"), ("", None), (None, None), (True, "True")],
)
def test_a_cell_as_a_text(value, text):
    assert Cell(value).text == text


def test_without_the_library_for_spreadsheets_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"PK")
    assert kinds(path) == ["no-spreadsheets"]
