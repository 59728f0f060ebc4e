"""Taking a file into the folder of accepted files, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from rhf_services.exchange.edition_files import read_edition_file
from rhf_services.exchange.folder import editions_only
from rhf_services.exchange.layout import SHEETS
from rhf_services.exchange.problems import FileProblem, stopped
from rhf_services.exchange.tables import heading
from rhf_services.exchange.text_files import PROVENANCE, TextFile, TextRow, read_text_file
from rhf_services.exchange.writing import SheetOut, csv_bytes, write_whole
from rhf_services.hooks import Registry
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.showing import translated

TEXT_COLUMNS: Final = ("key", "year", "form", *LANGUAGES, *PROVENANCE)
TEXT_WIDTHS: Final = (44, 8, 36, 60, 60, 60, 30, 20, 14)


@frozen
class Accepted:
    """What became of a file.

    Attributes:
        path: Where it lies now, or None where something stops it.
        problems: Everything wrong in it.
        kept: Where the file that stood there before was put, or None.

    Examples:
        >>> Accepted(None).problems
        ()
    """

    path: Path | None
    problems: tuple[FileProblem, ...] = ()
    kept: Path | None = None


def text_sheet(rows: Iterable[TextRow], registry: Registry, lang: Language = "nb") -> SheetOut:
    """Lay texts out as a sheet to edit.

    Args:
        rows: The texts.
        registry: What is loaded, for the titles of the forms.
        lang: The language of the headings.

    Examples:
        >>> from rhf_services import load_registry
        >>> text_sheet((), load_registry()).headings[:2]
        ('nøkkel', 'år')
    """
    return SheetOut(
        translated(SHEETS["texts"], lang),
        tuple(heading(column, lang) for column in TEXT_COLUMNS),
        tuple(
            (
                row.key,
                row.year,
                _form_of(row.key, registry, lang),
                *(row.texts.get(one) for one in LANGUAGES),
                row.source,
                row.who,
                row.when,
            )
            for row in rows
        ),
        TEXT_WIDTHS,
    )


def accept_texts(path: Path, folder: Path, registry: Registry) -> Accepted:
    """Take a text file into a folder: its rows win over those accepted before, the rest stays.

    A row that reads as built in takes an earlier wording away again.

    Args:
        path: The text file.
        folder: The folder of accepted files; made where it is not there.
        registry: What is built in and installed, without the files of the folder.

    Raises:
        OSError: The folder cannot be written.
    """
    base = editions_only(registry, folder)
    file = read_text_file(path, base)
    if file.year is None or stopped(file.problems):
        return Accepted(None, file.problems)
    place = folder / f"texts-{file.year}.csv"
    rows = (*_earlier(folder, file, base), *file.rows)
    folder.mkdir(parents=True, exist_ok=True)
    kept = _put_aside(place)
    other = place.with_suffix(".xlsx")
    if other.exists():
        kept = _put_aside(other)
        other.unlink()
    write_whole(place, csv_bytes(text_sheet(rows, base)))
    return Accepted(place, file.problems, kept)


def accept_edition(
    path: Path, folder: Path, registry: Registry, *, again: bool = False
) -> Accepted:
    """Take an edition file into a folder, as it is.

    Args:
        path: The edition file, a spreadsheet.
        folder: The folder of accepted files; made where it is not there.
        registry: What is built in and installed, without the files of the folder.
        again: Whether it may stand in for the same edition accepted before, as long as nobody
            has begun a report on it.

    Raises:
        OSError: The folder cannot be written.
    """
    file = read_edition_file(path, editions_only(registry, folder))
    if again and file.about is not None:
        file = read_edition_file(path, editions_only(registry, folder, but=file.about.id))
    if file.about is None or not file.editions:
        return Accepted(None, file.problems)
    place = folder / f"edition-{file.about.id}.xlsx"
    if path.is_dir():
        return Accepted(None, (*file.problems, FileProblem("unknown-kind")))
    folder.mkdir(parents=True, exist_ok=True)
    kept = _put_aside(place)
    write_whole(place, path.read_bytes())
    return Accepted(place, file.problems, kept)


def _earlier(folder: Path, file: TextFile, base: Registry) -> tuple[TextRow, ...]:
    """Give the rows accepted before that the new file says nothing about."""
    rows: dict[str, TextRow] = {}
    for suffix in (".csv", ".xlsx"):
        earlier = folder / f"texts-{file.year}{suffix}"
        if earlier.exists():
            rows |= {row.key: row for row in read_text_file(earlier, base).rows}
    return tuple(row for key, row in rows.items() if key not in file.keys)


def _put_aside(place: Path) -> Path | None:
    if not place.exists():
        return None
    kept = place.with_name(f"{place.stem}.before{place.suffix}")
    write_whole(kept, place.read_bytes())
    return kept


def _form_of(key: str, registry: Registry, lang: Language) -> str | None:
    """Name the form a key belongs to, so that a reader of the file finds the way."""
    for id_, template in registry.templates.items():
        if key.startswith(f"form.{id_}."):
            return translated(template.title, lang)
    return None
