"""Showing a text with its parameters, in the language's own form."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from string import Formatter
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.catalogues import catalogue
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.model.text import Text, placeholders

Shown = str | int | date | tuple[str, ...]

WITHOUT_GROUPS: Final = 10**15
"""From here on a number is written as it is; nobody reads the groups of one so long."""

NOTHING: Final[Mapping[str, Shown]] = MappingProxyType({})


def translated(text: Text, lang: Language, count: int | None = None) -> str:
    """Give a text in a language, or in bokmål where no translation is known, or a wrong one.

    Examples:
        >>> translated(Text("Et ukjent utsagn"), "nn")
        'Et ukjent utsagn'
        >>> from rhf_services.model.text import Laid
        >>> translated(Text("Et utsagn", laid=(Laid("nn", "Eit utsegn"),)), "nn")
        'Eit utsegn'
    """
    several = 1 if count is None else count
    laid = text.laid_in(lang)
    if laid is not None:
        return laid.text if laid.plural is None or several == 1 else laid.plural
    known = catalogue(text.domain, lang)
    if text.plural is None:
        shown_as = known.gettext(text.nb)
    else:
        shown_as = known.ngettext(text.nb, text.plural, several)
    if shown_as != text.nb and placeholders(shown_as) - placeholders(text.nb):
        return text.nb if text.plural is None or several == 1 else text.plural
    return shown_as


def show(
    text: Text,
    lang: Language,
    params: Mapping[str, Shown] = NOTHING,
    name: Callable[[str, str], str] | None = None,
) -> str:
    """Show a text.

    Args:
        text: The text.
        lang: The language to show it in.
        params: The parameters, by the names of the placeholders.
        name: How to show an id, given the name of its parameter and the id.

    Returns:
        The text, numbers and days written as the language writes them.

    Raises:
        KeyError: A placeholder has no parameter.

    Examples:
        >>> show(Text("{count} artikkel", plural="{count} artikler"), "nb", {"count": 7})
        '7 artikler'
    """
    count = params.get("count")
    pattern = translated(text, lang, count if isinstance(count, int) else None)
    pieces = []
    for literal, key, _spec, _conversion in Formatter().parse(pattern):
        pieces.append(literal)
        if key is not None:
            pieces.append(shown(params[key], lang, key, name))
    return "".join(pieces)


def shown(
    value: Shown, lang: Language, key: str = "", name: Callable[[str, str], str] | None = None
) -> str:
    """Show one parameter.

    Examples:
        >>> shown(1234, "nb").replace(chr(160), " "), shown(date(2025, 2, 17), "nn")
        ('1 234', '17. februar 2025')
        >>> shown(("Helse Nord", "Helse Vest"), "nb"), shown(2024, "nb", "year")
        ('Helse Nord og Helse Vest', '2024')
    """
    if isinstance(value, str):
        return name(key, value) if name else value
    if isinstance(value, tuple):
        return listed([shown(item, lang, key, name) for item in value], lang)
    if isinstance(value, datetime | date):
        return day(value, lang)
    if key in ("year", "first_year", "last_year") or abs(value) >= WITHOUT_GROUPS:
        return str(value)
    from babel.numbers import format_decimal  # noqa: PLC0415  (heavy; only where used)

    return format_decimal(value, locale=lang)


def listed(items: list[str], lang: Language) -> str:
    """Write several things after each other, as the language does.

    Examples:
        >>> listed(["a", "b", "c"], "nn")
        'a, b og c'
    """
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(items, style="standard", locale=_locale(lang))


def day(value: date, lang: Language) -> str:
    """Write a day, and the time of day where there is one.

    Examples:
        >>> day(datetime(2025, 2, 17, 16, 0), "nb")
        '17. februar 2025 kl. 16.00'
    """
    from babel.dates import format_date  # noqa: PLC0415

    written = format_date(value, format="long", locale=_locale(lang))
    if not isinstance(value, datetime):
        return written
    clock = f"{value:%H:%M}" if lang == "en" else f"{value:%H.%M}"
    return f"{written} at {clock}" if lang == "en" else f"{written} kl. {clock}"


def printed_day(written: str, lang: Language) -> str:
    """Write the day that is printed on a document; a year alone stays one.

    Args:
        written: The day in ISO form as far as it is known.
        lang: The language.

    Examples:
        >>> printed_day("2024-11-27", "nn"), printed_day("2022", "nn")
        ('27. november 2024', '2022')
    """
    return day(date.fromisoformat(written), lang) if written.count("-") == 2 else written


def month_number(name: str) -> int | None:
    """Give the number of a month by its name in any of the three languages, or None.

    Examples:
        >>> month_number("Februar"), month_number("May"), month_number("vinter")
        (2, 5, None)
    """
    from babel.dates import get_month_names  # noqa: PLC0415

    plain = name.casefold()
    for lang in LANGUAGES:
        for number, known in get_month_names("wide", locale=_locale(lang)).items():
            if plain == known.casefold():
                return int(number)
    return None


def _locale(lang: Language) -> str:
    return "en_GB" if lang == "en" else lang
