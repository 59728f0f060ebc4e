"""Text files: one for each year, a row for each text, read with everything wrong in it told."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

from rhf_services.exchange.cells import placeholders_in, unready, wrong_signs
from rhf_services.exchange.grids import read_grids
from rhf_services.exchange.problems import FileProblem, Weight, stopped
from rhf_services.exchange.tables import Line, read_table
from rhf_services.exchange.wordings import Wording, editions_of, reading, wordable
from rhf_services.hooks import Registry
from rhf_services.i18n.keys import common_texts, form_texts, source_texts
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.showing import translated
from rhf_services.model.text import Text, placeholders

NEEDED: Final = ("key", "year", "nb", "nn", "en")
PROVENANCE: Final = ("source", "who", "when")


@frozen
class TextRow:
    """A row of a text file.

    Attributes:
        key: The key of the text.
        year: The reporting year of the file.
        texts: The text by language.
        source: Where the wording was decided, or None.
        who: Who entered it, or None.
        when: When, as it was written, or None.

    Examples:
        >>> TextRow("form.archive.title", 2009, {"nb": "Arkiv"}).who is None
        True
    """

    key: str
    year: int
    texts: Mapping[Language, str] = field(repr=False)
    source: str | None = None
    who: str | None = None
    when: str | None = None


@frozen
class TextFile:
    """A text file as it was read.

    Attributes:
        year: The reporting year, or None where the file names none.
        rows: The rows that say something else than what is loaded.
        keys: The keys of all rows, also of those that say the same.
        problems: Everything wrong in the file.
        wording: What to lay over; None where something stops the file.

    Examples:
        >>> TextFile(None).wording is None
        True
    """

    year: int | None
    rows: tuple[TextRow, ...] = ()
    keys: frozenset[str] = frozenset()
    problems: tuple[FileProblem, ...] = ()

    @property
    def wording(self) -> Wording | None:
        """The wording, as a whole or not at all."""
        if self.year is None or stopped(self.problems):
            return None
        return Wording(self.year, {row.key: row.texts for row in self.rows})


def text_rows(registry: Registry, year: int, forms: tuple[str, ...] = ()) -> tuple[TextRow, ...]:
    """Give the texts that a file for a year holds, as they read now.

    Args:
        registry: What is loaded.
        year: The reporting year; a form must begin an edition in it.
        forms: Ids of the forms whose texts are wanted; empty for all texts, those of rules too.

    Examples:
        >>> from rhf_services import load_registry
        >>> rows = text_rows(load_registry(), 2024, ("national-centre",))
        >>> rows[0].key, rows[0].texts["nb"]
        ('form.national-centre.title', 'Nasjonale sentre – både nye og pågående')
    """
    wanted = tuple(f"form.{form}." for form in forms)
    return tuple(
        TextRow(key, year, {lang: reading(key, text, lang) for lang in LANGUAGES})
        for key, text in wordable(registry, year).items()
        if key.startswith(wanted) or not forms
    )


def read_text_file(path: Path, registry: Registry) -> TextFile:
    """Read a text file.

    Args:
        path: A spreadsheet (its first sheet is read) or a .csv file.
        registry: What is loaded, which the file is compared with.

    Returns:
        What the file says otherwise, and everything wrong in it.

    Examples:
        >>> from rhf_services import load_registry
        >>> read_text_file(Path("texts.doc"), load_registry()).problems[0].kind
        'not-found'
    """
    read = read_grids(path)
    if not read.grids:
        return TextFile(None, problems=read.problems or (FileProblem("empty"),))
    table = read_table(read.grids[0], NEEDED, ("form", *PROVENANCE))
    problems = [*read.problems, *table.problems]
    if not table.lines:
        return TextFile(None, problems=tuple(problems))
    year, told = _year(table.lines, registry)
    problems += told
    if year is None:
        return TextFile(None, problems=tuple(problems))
    known = wordable(registry, year)
    elsewhere = _keys_elsewhere(registry, year)
    rows: dict[str, TextRow] = {}
    seen: set[str] = set()
    for line in table.lines:
        key = line.text("key")
        wrong = _wrong_key(line, key, known, elsewhere, seen)
        if wrong is not None:
            problems.append(wrong)
            continue
        key = key or ""
        seen.add(key)
        row = _row(line, key, year)
        problems += _wrong_texts(line, key, known[key])
        if _says_otherwise(row, known[key]):
            problems += _unready(line, row, known[key])
            rows[key] = row
    return TextFile(year, tuple(rows.values()), frozenset(seen), tuple(problems))


def _year(lines: tuple[Line, ...], registry: Registry) -> tuple[int | None, list[FileProblem]]:
    first = lines[0]
    year = first.whole("year")
    if year is None:
        return None, [first.problem("no-year", "year")]
    other = [line for line in lines if line.whole("year") != year]
    if other:
        return None, [line.problem("other-year", "year", year=year) for line in other]
    if not any(editions_of(registry, year)):
        latest = max(e.first for form in registry.templates.values() for e in form.editions)
        return None, [first.problem("year-not-entered", "year", year=year, first_year=latest)]
    return year, []


def _wrong_key(
    line: Line,
    key: str | None,
    known: Mapping[str, Text],
    elsewhere: Mapping[str, int],
    seen: set[str],
) -> FileProblem | None:
    if key is None:
        return line.problem("no-key", "key")
    if key in seen:
        return line.problem("key-twice", "key")
    if key in known:
        return None
    if key in elsewhere:
        return line.problem("key-of-other-year", "key", first_year=elsewhere[key])
    return line.problem("fixed-key" if key in _fixed() else "unknown-key", "key")


def _keys_elsewhere(registry: Registry, year: int) -> dict[str, int]:
    """Give the keys of forms that hold for a year but begin in an earlier one, with that year."""
    found: dict[str, int] = {}
    for template in registry.templates.values():
        chosen = template.edition_for(year)
        if chosen is not None and chosen.edition.first != year:
            for one in form_texts(template, chosen.edition):
                found[one.key] = chosen.edition.first
    return found


def _fixed() -> frozenset[str]:
    return frozenset(one.key for one in (*common_texts(), *source_texts()))


def _row(line: Line, key: str, year: int) -> TextRow:
    texts = {lang: text for lang in LANGUAGES if (text := line.text(lang)) is not None}
    source, who, when = (line.text(column) for column in PROVENANCE)
    return TextRow(key, year, texts, source, who, when)


def _says_otherwise(row: TextRow, text: Text) -> bool:
    """Tell whether a row reads otherwise than now in some language; a blank says nothing."""
    return any(reading(row.key, text, lang) != row.texts.get(lang) for lang in row.texts)


def _wrong_texts(line: Line, key: str, text: Text) -> Iterator[FileProblem]:
    """Name what cannot be shown: a lost or unknown placeholder, signs that nobody sees."""
    wanted = placeholders(translated(text, "nb"))
    for lang in LANGUAGES:
        written = line.text(lang)
        if written is None:
            continue
        yield from wrong_signs(line, lang, written)
        found = placeholders_in(written)
        if found is None or found - wanted:
            yield line.problem("braces", lang)
        elif wanted - found and not key.endswith(".several"):
            missing = tuple("{" + name + "}" for name in sorted(wanted - found))
            yield line.problem("placeholder-missing", lang, placeholders=missing)


def _unready(line: Line, row: TextRow, text: Text) -> Iterator[FileProblem]:
    """Name what keeps a new wording from being sent out, or should be looked at."""
    written = {lang: row.texts.get(lang) for lang in LANGUAGES}
    before = {lang: reading(row.key, text, lang) for lang in LANGUAGES}
    yield from unready(line, "", written, before)
    absent = [column for column in PROVENANCE if line.text(column) is None]
    if absent:
        yield line.problem("no-provenance", absent[0], Weight.ASKS)
