"""Single values of a report in words: what can be read, and what is shown as it came."""

import json
from collections.abc import Mapping
from typing import Any, Final

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import show, shown
from rhf_services.model.choices import ChoiceList, Picked
from rhf_services.model.columns import ChoiceColumn, Column, TextColumn
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.markup import without_markup
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.words import word

TOO_DEEP: Final = "…"


def as_it_came(value: Any) -> Run:
    """Show a value that cannot be read, as it came: a text as itself, anything else as JSON.

    Examples:
        >>> as_it_came("omtrent 12").text, as_it_came({"count": -3}).text
        ('omtrent 12', '{"count": -3}')
    """
    if isinstance(value, str):
        return Run(value, theirs=True)
    try:
        return Run(json.dumps(value, ensure_ascii=False, default=str), theirs=True)
    except (RecursionError, ValueError):  # deeper than can be written, or in a circle
        return Run(TOO_DEEP, theirs=True)


def written(text: str, lang: str | None = None) -> Run:
    """Show a text that somebody wrote; what an old system kept as HTML is read as text.

    Args:
        text: The text.
        lang: The language it is written in, where that is another than the reader's; empty where
            nobody knows.

    Examples:
        >>> written("<p>Kurs</p>").text, written("p < 0,05").text
        ('Kurs', 'p < 0,05')
    """
    return Run(without_markup(text), theirs=True, lang=lang)


def unreadable(value: Any, lang: Language) -> Runs:
    """Show a value that cannot be read, and say so.

    Examples:
        >>> unreadable("tolv", "nb")[1].text
        'tolv'
    """
    return runs(f"{word('report', 'as-it-came', lang)}: ", as_it_came(value))


def text_of(
    raw: Mapping[str, Any],
    key: str,
    lang: Language,
    *,
    inside: bool = True,
    language: str | None = None,
) -> Runs:
    """Show a text of an object, none where it is blank; what is no text, as it came.

    Args:
        raw: The object.
        key: Where the text stands in it.
        lang: The reader's language.
        inside: Whether what is no text may be seen.
        language: The language it is written in, where that is another than the reader's.

    Examples:
        >>> text_of({"name": "Kari Eksempel"}, "name", "nb")[0].text
        'Kari Eksempel'
        >>> text_of({"name": ""}, "name", "nb"), text_of({"name": 0}, "name", "nb")[1].text
        ((), '0')
    """
    value = raw.get(key)
    text = text_or_none(value)
    if text is not None:
        return (Run(text, theirs=True, lang=language),)
    return () if is_blank(value) or not inside else unreadable(value, lang)


def picked_in_words(
    picked: Picked,
    choices: ChoiceList,
    year: int | None,
    lang: Language,
    language: str | None = None,
) -> Runs:
    """Name what was chosen; a retired choice stays readable, an unknown one is kept.

    Args:
        picked: What was chosen.
        choices: The list.
        year: The reporting year, or None.
        lang: The reader's language.
        language: The language a choice of one's own is written in, where that is another.

    Examples:
        >>> from rhf_services.forms.choices import QUALITY_TOOLS
        >>> [run.text for run in picked_in_words(Picked(id="ruler"), QUALITY_TOOLS, 2024, "nb")]
        ['ruler', ' (ukjent valg)']
    """
    if picked.id is None:
        return (Run(picked.other or "", theirs=True, lang=language),)
    choice = next((one for one in choices.choices if one.id == picked.id), None)
    if choice is None:
        return runs(Run(picked.id, theirs=True), f" ({word('report', 'unknown-choice', lang)})")
    retired = year is not None and year not in choice.offered
    note = f" ({word('page', 'retired', lang)})" if retired else ""
    return runs(show(choice.label, lang) + note)


def cell_text(
    column: Column,
    raw: Any,
    year: int | None,
    lang: Language,
    *,
    inside: bool,
    language: str | None = None,
) -> Runs:
    """Show a field of a row.

    Args:
        column: The column.
        raw: The value as the report holds it.
        year: The reporting year, or None.
        lang: The reader's language.
        inside: Whether what cannot be read may be seen.
        language: The language a text in it is written in, where that is another than the reader's.

    Returns:
        The text; none where the field is empty, or may not be seen.

    Examples:
        >>> from rhf_services.forms.activities import COUNT
        >>> [run.text for run in cell_text(COUNT, 411.0, 2024, "nb", inside=False)]
        ['411']
        >>> cell_text(COUNT, "mange", 2024, "nb", inside=False)
        ()
    """
    if is_blank(raw):
        return ()
    value = column.read(raw)
    if value is None:
        return unreadable(raw, lang) if inside else ()
    if isinstance(column, ChoiceColumn) and isinstance(value, Picked):
        known = value.id is None or column.choices.knows(value.id)
        if not known and not inside:
            return ()
        told = picked_in_words(value, column.choices, year, lang, language)
        rest = _beside_other(raw) if inside else None
        return (*told, Run("; "), as_it_came(rest)) if rest else told
    if isinstance(value, int):
        return runs(str(value) if column.id == "year" else shown(value, lang))
    return runs(written(str(value), language if _free(column) else None))


def _free(column: Column) -> bool:
    return isinstance(column, TextColumn) and column.form == "free"


def _beside_other(raw: Any) -> dict[str, Any] | None:
    """Give what stands in a choice of one's own besides its text."""
    if not isinstance(raw, Mapping):
        return None
    return {key: value for key, value in raw.items() if key != "other" and not is_blank(value)}
