"""Taking a file into the folder of accepted files, whole or not at all."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from rhf_services.exchange.edition_files import EditionFile, read_edition_file
from rhf_services.exchange.folder import (
    accepted_edition,
    edition_paths,
    editions_only,
    texts_before,
)
from rhf_services.exchange.grids import read_grids
from rhf_services.exchange.layout import SHEETS
from rhf_services.exchange.problems import FileProblem, stopped
from rhf_services.exchange.tables import heading
from rhf_services.exchange.text_files import (
    PROVENANCE,
    TextFile,
    TextRow,
    read_text_file,
    stamp,
    text_row,
    text_table,
)
from rhf_services.exchange.wordings_left import wordings_left
from rhf_services.exchange.writing import SheetOut, csv_bytes, xlsx_bytes
from rhf_services.hooks import Registry
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.showing import Shown, translated
from rhf_services.model.whole_files import write_whole

TEXT_COLUMNS: Final = ("key", "year", "form", *LANGUAGES, *PROVENANCE, "stamp")
TEXT_WIDTHS: Final = (44, 8, 36, 60, 60, 60, 30, 20, 14, 14)


@frozen
class Accepted:
    """What became of a file.

    Attributes:
        path: Where it lies now, or None where something stops it.
        problems: Everything wrong in it.
        kept: Where the files that stood there before were put.
        emptied: Whether no text reads otherwise any more, and the file was taken away.

    Examples:
        >>> Accepted(None).problems
        ()
    """

    path: Path | None
    problems: tuple[FileProblem, ...] = ()
    kept: tuple[Path, ...] = ()
    emptied: bool = False


def text_sheet(
    rows: Iterable[TextRow], registry: Registry, lang: Language = "nb", *, stamped: bool = False
) -> SheetOut:
    """Lay texts out as a sheet to edit.

    Args:
        rows: The texts.
        registry: What is loaded, for the titles of the forms.
        lang: The language of the headings.
        stamped: Whether each row carries a mark by which it is known to be unchanged later.

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
                row.edition,
                _form_of(row.key, registry, lang),
                *(row.texts.get(one) for one in LANGUAGES),
                row.source,
                row.who,
                row.when,
                stamp(row) if stamped else None,
            )
            for row in rows
        ),
        TEXT_WIDTHS,
    )


def accept_texts(path: Path, folder: Path, registry: Registry) -> Accepted:
    """Take a text file into a folder: its rows win over those accepted before, the rest stays.

    A row that reads as it would without the file, and says who decided so, takes an earlier
    wording away again; one that says nobody is an unchanged row of an export. A row that leaves a
    language empty leaves that language as it was.

    Args:
        path: The text file.
        folder: The folder of accepted files; made where it is not there.
        registry: What is built in and installed, without the files of the folder.

    Raises:
        OSError: The folder cannot be written.
    """
    base = editions_only(registry, folder)
    file = read_text_file(path, base)
    if file.edition is not None:
        base = texts_before(base, folder, file.edition)
        file = read_text_file(path, base)
    if file.edition is None or stopped(file.problems):
        return Accepted(None, file.problems)
    places = [folder / f"texts-{file.edition}{suffix}" for suffix in (".csv", ".xlsx")]
    there = [place for place in places if place.exists()]
    earlier, wrong = _earlier(reversed(there), file.edition)  # ours, the .csv, wins
    if wrong:
        return Accepted(None, (*file.problems, *wrong))
    rows = _together(earlier, file)
    folder.mkdir(parents=True, exist_ok=True)
    kept = [_put_aside(place) for place in there]
    if rows:
        write_whole(places[0], csv_bytes(text_sheet(rows, base)))
    for place in there:
        if not rows or place != places[0]:
            place.unlink()
    return Accepted(places[0], file.problems, tuple(kept), emptied=not rows)


def accept_edition(
    path: Path, folder: Path, registry: Registry, *, again: bool = False
) -> Accepted:
    """Take an edition file into a folder, as it is.

    Args:
        path: The edition file, a spreadsheet.
        folder: The folder of accepted files; made where it is not there.
        registry: What is built in and installed, without the files of the folder.
        again: Whether it may stand in for files with the same edition of the same forms, as long
            as nobody has begun a report on it.

    Raises:
        OSError: The folder cannot be written.
    """
    file = read_edition_file(path, editions_only(registry, folder))
    replaced: tuple[Path, ...] = ()
    if again and file.about is not None:
        replaced, wrong = _replaced(file, folder, registry)
        file = read_edition_file(path, editions_only(registry, folder, but=replaced))
        if wrong:
            return Accepted(None, (*file.problems, *wrong))
    if file.about is None or not file.editions:
        return Accepted(None, file.problems)
    left = tuple(wordings_left(file, folder, registry))
    folder.mkdir(parents=True, exist_ok=True)
    kept = [_put_aside(place) for place in replaced]
    place = replaced[0] if replaced else _free(folder, file.about.id)
    write_whole(place, _spreadsheet(path) if path.is_dir() else path.read_bytes())
    for other in replaced[1:]:
        other.unlink()
    return Accepted(place, (*file.problems, *left), tuple(kept))


def _spreadsheet(folder: Path) -> bytes:
    """Make a spreadsheet of a folder of .csv files."""
    return xlsx_bytes(
        [
            SheetOut(
                grid.name,
                tuple(cell.text or "" for cell in grid.rows[0]),
                tuple(tuple(cell.text for cell in row) for row in grid.rows[1:]),
                (),
            )
            for grid in read_grids(folder).grids
            if grid.rows
        ]
    )


def _replaced(
    file: EditionFile, folder: Path, registry: Registry
) -> tuple[tuple[Path, ...], tuple[FileProblem, ...]]:
    """Find the accepted files whose place a new one takes; none may bring forms it lacks."""
    found: list[Path] = []
    problems: list[FileProblem] = []
    mine = file.about.id if file.about is not None else ""
    for id_, place in edition_paths(folder):
        if id_ != mine:
            continue
        forms = set(accepted_edition(id_, place, registry).bases)
        if forms & set(file.bases):
            found.append(place)
            lost = tuple(sorted(forms - set(file.bases)))
            if lost:
                params: dict[str, Shown] = {"name": place.name, "forms": lost}
                problems.append(FileProblem("brings-more", params=params))
    return tuple(found), tuple(problems)


def _free(folder: Path, id_: str) -> Path:
    """Give a place that is free: several files may bring the same edition of other forms."""
    place, number = folder / f"edition-{id_}.xlsx", 2
    while place.exists():
        place = folder / f"edition-{id_}-{number}.xlsx"
        number += 1
    return place


def _earlier(
    places: Iterable[Path], edition: str
) -> tuple[dict[str, TextRow], tuple[FileProblem, ...]]:
    """Give the rows accepted before, just as they stand, or why they cannot be read."""
    rows: dict[str, TextRow] = {}
    for place in places:
        lines, problems = text_table(place)
        if stopped(problems):
            return {}, (FileProblem("earlier-unreadable", params={"name": place.name}),)
        for line in lines:
            key = line.text("key")
            if key is not None:
                rows[key] = text_row(line, key, edition)
    return rows, ()


def _together(earlier: Mapping[str, TextRow], file: TextFile) -> tuple[TextRow, ...]:
    """Lay new rows over those accepted before; one that says what stands there changes nothing."""
    new = {row.key: row for row in file.rows}
    for key, row in new.items():
        if key in earlier:
            texts = {**earlier[key].texts, **row.texts}
            same = texts == dict(earlier[key].texts)
            new[key] = earlier[key] if same else evolve(row, texts=texts)
    stay = [row for key, row in earlier.items() if key not in new and key not in file.withdrawn]
    return (*stay, *new.values())


def _put_aside(place: Path) -> Path:
    kept, number = place.with_name(f"{place.stem}.before{place.suffix}"), 2
    while kept.exists():
        kept = place.with_name(f"{place.stem}.before-{number}{place.suffix}")
        number += 1
    write_whole(kept, place.read_bytes())
    return kept


def _form_of(key: str, registry: Registry, lang: Language) -> str | None:
    """Name the form a key belongs to, so that a reader of the file finds the way."""
    for id_, template in registry.templates.items():
        if key.startswith(f"form.{id_}."):
            return translated(template.title, lang)
    return None
