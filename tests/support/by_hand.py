"""What a reader of the docs does by hand in a spreadsheet."""

from openpyxl import load_workbook


def fill(file: str, sheet: str, row: str, **cells: str | None) -> None:
    """Fill cells of the row that has a cell with just this text, by their headings.

    A heading of several words is written with ``_`` between them.
    """
    book = load_workbook(file)
    page = book[sheet]
    headings = {str(cell.value): cell.column for cell in page[1]}
    number = next(
        cells[0].row for cells in page.iter_rows(2) if row in [str(cell.value) for cell in cells]
    )
    for heading, value in cells.items():
        page.cell(number, headings[heading.replace("_", " ")]).value = value
    book.save(file)


def insert(file: str, sheet: str, after: str, like: str, **cells: str | None) -> None:
    """Copy the row that has the cell `like` below the row that has the cell `after`."""
    book = load_workbook(file)
    page = book[sheet]
    headings = {str(cell.value): cell.column for cell in page[1]}
    rows = {str(cell.value): cells for cells in page.iter_rows(2) for cell in cells}
    copied = [cell.value for cell in rows[like]]
    number = rows[after][0].row + 1
    page.insert_rows(number)
    for column, value in enumerate(copied, 1):
        page.cell(number, column).value = value
    for heading, value in cells.items():
        page.cell(number, headings[heading.replace("_", " ")]).value = value
    book.save(file)


def delete(file: str, sheet: str, row: str) -> None:
    """Delete the row that has a cell with just this text."""
    book = load_workbook(file)
    page = book[sheet]
    numbers = [
        cells[0].row for cells in page.iter_rows(2) if row in [str(cell.value) for cell in cells]
    ]
    page.delete_rows(numbers[0])
    book.save(file)
