"""Texts in a file: read in three languages, with what keeps them from being sent out."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import Line
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.nynorsk import bokmaal_words
from rhf_services.i18n.showing import translated
from rhf_services.model.text import Laid, Text, placeholders

_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def text_in(line: Line, prefix: str, base: Text | None) -> Text | None:
    """Read a text from the columns of a line, one for each language.

    Args:
        line: The line.
        prefix: What the ids of the columns begin with, before ``_nb``, ``_nn`` and ``_en``.
        base: The text the file was made from, kept where nothing was changed; or None.

    Returns:
        The text, or None where the columns are empty.

    Examples:
        >>> from rhf_services.exchange.grids import Cell
        >>> line = Line("Deler", 2, {"title_nb": Cell("Aktivitet")}, {})
        >>> text_in(line, "title", None).nb
        'Aktivitet'
    """
    written = {lang: text for lang in LANGUAGES if (text := line.text(f"{prefix}_{lang}"))}
    if not written:
        return None
    if base is not None and all(translated(base, lang) == written.get(lang) for lang in LANGUAGES):
        return base
    first = written.get("nb") or next(iter(written.values()))
    return Text(first, laid=tuple(Laid(lang, text) for lang, text in written.items()))


def wrong_with(line: Line, prefix: str, base: Text | None) -> Iterator[FileProblem]:
    """Name what is wrong with a text that is shown as it stands, without placeholders.

    Args:
        line: The line.
        prefix: What the ids of the columns begin with.
        base: The text the file was made from, or None.
    """
    written = {lang: line.text(f"{prefix}_{lang}") for lang in LANGUAGES}
    if not any(written.values()):
        return
    before = {lang: None if base is None else translated(base, lang) for lang in LANGUAGES}
    for lang, text in written.items():
        if text is not None:
            yield from wrong_signs(line, f"{prefix}_{lang}", text)
            if placeholders_in(text) != frozenset():
                yield line.problem("braces", f"{prefix}_{lang}")
    yield from unready(line, prefix + "_", written, before)


def unready(
    line: Line,
    prefix: str,
    written: Mapping[Language, str | None],
    before: Mapping[Language, str | None],
) -> Iterator[FileProblem]:
    """Name what keeps a changed text from being sent out, or should be looked at.

    Args:
        line: The line.
        prefix: What stands before the language in the ids of the columns.
        written: The text by language.
        before: How it read before, by language.
    """
    if written == before or any(cell.formula for cell in line.cells.values()):
        return
    if written["nb"] is None:
        yield line.problem("bokmaal-missing", f"{prefix}nb", Weight.NOT_READY)
    nynorsk = written["nn"]
    if nynorsk is None:
        yield line.problem("nynorsk-missing", f"{prefix}nn", Weight.NOT_READY)
    elif nynorsk != before["nn"] and (words := bokmaal_words(nynorsk)):
        yield line.problem("bokmaal-in-nynorsk", f"{prefix}nn", Weight.ASKS, words=words)
    elif nynorsk == before["nn"] and written["nb"] != before["nb"]:
        yield line.problem("nynorsk-as-before", f"{prefix}nn", Weight.ASKS)
    alone = written["nb"] == before["nb"] and nynorsk not in (None, before["nn"])
    if alone and written["nb"] is not None:
        yield line.problem("bokmaal-as-before", f"{prefix}nb", Weight.ASKS)
    if written["en"] is None:
        yield line.problem("english-missing", f"{prefix}en", Weight.ASKS)
    elif written["en"] == before["en"] and written["nb"] != before["nb"]:
        yield line.problem("english-as-before", f"{prefix}en", Weight.ASKS)


def wrong_signs(line: Line, column: str, text: str) -> Iterator[FileProblem]:
    """Name a text that holds signs nobody sees."""
    if _HIDDEN.search(text) is not None:
        yield line.problem("hidden-signs", column)


def placeholders_in(text: str) -> frozenset[str] | None:
    """Give the placeholders of a text; None where its braces do not pair.

    Examples:
        >>> placeholders_in("{count} av {") is None
        True
    """
    try:
        return placeholders(text)
    except ValueError:
        return None
