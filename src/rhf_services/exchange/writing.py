"""Writing files: spreadsheets pleasant to edit, .csv that opens right, whole or not at all."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from rhf_services.exchange.grids import MOST_ROWS
from rhf_services.model.whole_files import write_whole as write_whole  # noqa: PLC0414  (also from here)

Value = str | int | None


@frozen
class SheetOut:
    """A sheet to write.

    Attributes:
        name: Its name.
        headings: The headings.
        rows: The rows below.
        widths: The width of each column in signs.
        offered: The words a column offers, by its place from 0, where it takes only those.

    Examples:
        >>> SheetOut("Tekster", ("nøkkel",), (("form.archive.title",),), (40,)).name
        'Tekster'
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    offered: Mapping[int, tuple[str, ...]] = field(factory=dict)


def csv_bytes(sheet: SheetOut) -> bytes:
    r"""Write a sheet as .csv that Norwegian spreadsheets open right: semicolons, UTF-8 marked so.

    Examples:
        >>> csv_bytes(SheetOut("T", ("nøkkel",), (("a",),), (9,))).decode("utf-8-sig")
        'nøkkel\r\na\r\n'
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(sheet.headings)
    writer.writerows(sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Sequence[SheetOut]) -> bytes:
    """Write sheets as a spreadsheet: headings that stay in sight, columns wide enough to read.

    Raises:
        ModuleNotFoundError: The extra ``sheets`` is not installed.

    Examples:
        >>> xlsx_bytes([SheetOut("T", ("nøkkel",), (("a",),), (9,))])[:2]
        b'PK'
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415  (heavy; only where a spreadsheet is written)
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415
        from openpyxl.utils import get_column_letter  # noqa: PLC0415
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = "Writing a spreadsheet needs an extra: pip install 'rhf-services[sheets]'"
        raise ModuleNotFoundError(message, name=error.name) from error

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page: Any = book.create_sheet(sheet.name)
        page.append(list(sheet.headings))
        for row in sheet.rows:
            page.append(list(row))
        for cell in page[1]:
            cell.font = Font(bold=True)
        for at, width in enumerate(sheet.widths, start=1):
            page.column_dimensions[get_column_letter(at)].width = width
        for row_cells in page.iter_rows(min_row=2):
            for cell in row_cells:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if isinstance(cell.value, str):
                    cell.data_type = "s"
        page.freeze_panes = "A2"
        for at, offered in sheet.offered.items():
            column = get_column_letter(at + 1)
            listed = DataValidation(
                type="list", formula1=f'"{",".join(offered)}"', allow_blank=True
            )
            listed.add(f"{column}2:{column}{MOST_ROWS}")
            page.add_data_validation(listed)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_folder(folder: Path, sheets: Iterable[SheetOut]) -> None:
    """Write each sheet as a .csv file of a folder, each file whole or not at all.

    Raises:
        OSError: The folder or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        write_whole(folder / f"{sheet.name}.csv", csv_bytes(sheet))
