"""Text files: one for each year, a row for each text, read with everything wrong in it told."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from rhf_services.exchange.cells import placeholders_in, unready, wrong_signs
from rhf_services.exchange.grids import Cell, read_grids
from rhf_services.exchange.layout import SHEETS, meant
from rhf_services.exchange.problems import FileProblem, Weight, stopped
from rhf_services.exchange.tables import Line, read_table
from rhf_services.exchange.wordings import (
    SEVERAL,
    Wording,
    editions_of,
    latest_of,
    reading,
    wordable,
)
from rhf_services.hooks import Registry
from rhf_services.i18n.keys import common_texts, form_texts, source_texts
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.model.text import Text, placeholders

NEEDED: Final = ("key", "year", "nb", "nn", "en")
PROVENANCE: Final = ("source", "who", "when")


@frozen
class TextRow:
    """A row of a text file.

    Attributes:
        key: The key of the text.
        edition: The edition the file is for: 2024, or 2024.1.
        texts: The text by language.
        source: Where the wording was decided, or None.
        who: Who entered it, or None.
        when: When, as it was written, or None.

    Examples:
        >>> TextRow("form.archive.title", "2009", {"nb": "Arkiv"}).who is None
        True
    """

    key: str
    edition: str
    texts: Mapping[Language, str] = field(repr=False)
    source: str | None = None
    who: str | None = None
    when: str | None = None


@frozen
class TextFile:
    """A text file as it was read.

    Attributes:
        edition: The edition it is for, or None where the file names none.
        rows: The rows that say something else than what is loaded.
        keys: The keys of all rows, also of those that say the same.
        withdrawn: The keys of rows that say the same, and who decided so: an earlier wording is
            taken away.
        problems: Everything wrong in the file.
        wording: What to lay over; None where something stops the file.

    Examples:
        >>> TextFile(None).wording is None
        True
    """

    edition: str | None
    rows: tuple[TextRow, ...] = ()
    keys: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    problems: tuple[FileProblem, ...] = ()

    @property
    def wording(self) -> Wording | None:
        """The wording, as a whole or not at all."""
        if self.edition is None or stopped(self.problems):
            return None
        sources = {row.key: row.source for row in self.rows if row.source is not None}
        return Wording(self.edition, {row.key: row.texts for row in self.rows}, sources)


def text_rows(registry: Registry, edition: str, forms: tuple[str, ...] = ()) -> tuple[TextRow, ...]:
    """Give the texts that a file for an edition holds, as they read now.

    Args:
        registry: What is loaded.
        edition: The id of the edition.
        forms: Ids of the forms whose texts are wanted; empty for all texts, those of rules too.

    Examples:
        >>> from rhf_services import load_registry
        >>> rows = text_rows(load_registry(), "2024", ("national-centre",))
        >>> rows[0].key, rows[0].texts["nb"]
        ('form.national-centre.title', 'Nasjonale sentre – både nye og pågående')
    """
    wanted = tuple(f"form.{form}." for form in forms)
    return tuple(
        TextRow(key, edition, {lang: reading(key, text, lang) for lang in LANGUAGES})
        for key, text in wordable(registry, edition).items()
        if key.startswith(wanted) or not forms
    )


def read_text_file(path: Path, registry: Registry, *, accepted: bool = False) -> TextFile:
    """Read a text file.

    Args:
        path: A spreadsheet with a sheet of texts, or a .csv file.
        registry: What is loaded, which the file is compared with.
        accepted: Whether it was taken in before: a text that an edition no longer has is then
            passed over and told, and does not stop the others.

    Returns:
        What the file says otherwise, and everything wrong in it.

    Examples:
        >>> from rhf_services import load_registry
        >>> read_text_file(Path("texts.doc"), load_registry()).problems[0].kind
        'not-found'
    """
    table, told = text_table(path)
    edition, wrong_edition = _edition(table, registry)
    problems = [*told, *wrong_edition]
    if edition is None:
        return TextFile(None, problems=tuple(problems))
    known = wordable(registry, edition)
    elsewhere = _keys_elsewhere(registry, edition)
    rows: dict[str, TextRow] = {}
    seen: set[str] = set()
    withdrawn: set[str] = set()
    for line in table:
        key = line.text("key")
        wrong = _wrong_key(line, key, known, elsewhere, seen)
        if wrong is not None:
            gone = accepted and wrong.kind == "unknown-key"
            problems.append(evolve(wrong, weight=Weight.ASKS) if gone else wrong)
            continue
        key = key or ""
        seen.add(key)
        row = text_row(line, key, edition)
        if line.text("stamp") == stamp(row):
            continue  # as it was when the file was written
        problems += _wrong_texts(line, key, known[key])
        if _says_otherwise(row, known[key]):
            problems += _unready(line, row, known[key])
            rows[key] = row
        elif not row.texts:
            problems.append(line.problem("all-blank", "nb", Weight.ASKS))
        elif any((row.source, row.who, row.when)):
            withdrawn.add(key)
    return TextFile(
        edition, tuple(rows.values()), frozenset(seen), frozenset(withdrawn), tuple(problems)
    )


def text_table(path: Path) -> tuple[tuple[Line, ...], tuple[FileProblem, ...]]:
    """Read the rows of a text file, and what is wrong with the file and its headings.

    Examples:
        >>> text_table(Path("texts.xlsx"))[1][0].kind
        'not-found'
    """
    read = read_grids(path)
    if not read.grids:
        return (), read.problems or (FileProblem("empty"),)
    named = [grid for grid in read.grids if meant(SHEETS, grid.name) == "texts"]
    if not named and any(meant(SHEETS, grid.name) == "questions" for grid in read.grids):
        return (), (FileProblem("edition-file"),)
    grid = (named or list(read.grids))[0]
    table = read_table(grid, NEEDED, ("form", *PROVENANCE, "stamp"))
    unread = [
        FileProblem("unknown-sheet", other.name, weight=Weight.ASKS)
        for other in read.grids
        if other is not grid and other.rows
    ]
    return table.lines, (*read.problems, *table.problems, *unread)


def stamp(row: TextRow) -> str:
    """Give a short mark of what a row says, by which an unchanged row of a file is known.

    Examples:
        >>> len(stamp(TextRow("form.archive.title", "2009", {"nb": "Arkiv"})))
        12
    """
    said = [*(row.texts.get(lang) for lang in LANGUAGES), row.source, row.who, row.when]
    plain = "\x1f".join(Cell(value).text or "" for value in said)
    return sha256(plain.encode()).hexdigest()[:12]


def _edition(lines: tuple[Line, ...], registry: Registry) -> tuple[str | None, list[FileProblem]]:
    if not lines:
        return None, []
    first = lines[0]
    edition = first.edition("year")
    if edition is None:
        return None, [first.problem("no-year", "year")]
    other = [line for line in lines if line.edition("year") != edition]
    if other:
        return None, [line.problem("other-year", "year", edition=edition) for line in other]
    if any(editions_of(registry, edition)):
        newer = latest_of(registry, int(edition[:4])) or edition
        if newer == edition:
            return edition, []
        asks = first.problem("later-correction", "year", Weight.ASKS, newer=newer, edition=edition)
        return edition, [asks]
    known = {e.id for form in registry.templates.values() for e in form.editions}
    latest = max(known, key=lambda id_: [int(part) for part in id_.split(".")])
    return None, [first.problem("year-not-entered", "year", edition=edition, latest=latest)]


def _wrong_key(
    line: Line,
    key: str | None,
    known: Mapping[str, Text],
    elsewhere: Mapping[str, str],
    seen: set[str],
) -> FileProblem | None:
    if key is None:
        return line.problem("no-key", "key")
    if key in seen:
        return line.problem("key-twice", "key")
    if key in known:
        return None
    if key in elsewhere:
        return line.problem("key-of-other-year", "key", edition=elsewhere[key])
    return line.problem("fixed-key" if key in _fixed() else "unknown-key", "key")


def _keys_elsewhere(registry: Registry, edition: str) -> dict[str, str]:
    """Give the keys of forms that hold for the year but have another edition, with its id."""
    found: dict[str, str] = {}
    for template in registry.templates.values():
        chosen = template.edition_for(int(edition[:4]))
        if chosen is not None and not any(one.id == edition for one in template.editions):
            for one in form_texts(template, chosen.edition):
                found[one.key] = chosen.edition.id
    return found


def _fixed() -> frozenset[str]:
    return frozenset(one.key for one in (*common_texts(), *source_texts()))


def text_row(line: Line, key: str, edition: str) -> TextRow:
    """Read a row as it stands.

    Examples:
        >>> from rhf_services.exchange.grids import Cell
        >>> text_row(Line("T", 2, {"nb": Cell("Arkiv")}, {}), "form.archive.title", "2009").texts
        {'nb': 'Arkiv'}
    """
    texts = {lang: text for lang in LANGUAGES if (text := line.text(lang)) is not None}
    source, who, when = (line.text(column) for column in PROVENANCE)
    return TextRow(key, edition, texts, source, who, when)


def _says_otherwise(row: TextRow, text: Text) -> bool:
    """Tell whether a row reads otherwise than now in some language; a blank says nothing."""
    return any(reading(row.key, text, lang) != row.texts.get(lang) for lang in row.texts)


def _wrong_texts(line: Line, key: str, text: Text) -> Iterator[FileProblem]:
    """Name what cannot be shown: a lost or unknown placeholder, signs that nobody sees."""
    several = key.endswith(SEVERAL) and text.plural is not None
    wanted = placeholders(text.plural if several and text.plural else text.nb)
    may_lack = {"count"} if text.plural is not None and not several else set()
    for lang in LANGUAGES:
        written = line.text(lang)
        if written is None:
            continue
        yield from wrong_signs(line, lang, written)
        found = placeholders_in(written)
        if found is None or found - wanted:
            yield line.problem("braces", lang)
        elif wanted - found - may_lack:
            missing = tuple("{" + name + "}" for name in sorted(wanted - found - may_lack))
            yield line.problem("placeholder-missing", lang, placeholders=missing)


def _unready(line: Line, row: TextRow, text: Text) -> Iterator[FileProblem]:
    """Name what keeps a new wording from being sent out, or should be looked at."""
    written = {lang: row.texts.get(lang) for lang in LANGUAGES}
    before = {lang: reading(row.key, text, lang) for lang in LANGUAGES}
    yield from unready(line, "", written, before)
    absent = tuple(column for column in PROVENANCE if line.text(column) is None)
    if absent:
        yield line.problem("no-provenance", absent[0], Weight.ASKS, columns=absent)
