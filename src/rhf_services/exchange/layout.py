"""How files are laid out: the sheets of an edition file, and the words that stand for kinds."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.languages import LANGUAGES
from rhf_services.i18n.showing import translated
from rhf_services.model.text import Text, _

SHEETS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "texts": _("Tekster"),
        "edition": _("Utgave"),
        "sections": _("Deler"),
        "questions": _("Spørsmål"),
        "columns": _("Felter"),
        "choices": _("Valg"),
    }
)
"""The sheets, by id."""

TITLES: Final = ("title_nb", "title_nn", "title_en")
GUIDANCE: Final = ("guidance_nb", "guidance_nn", "guidance_en")

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "edition": ("year", "revision", "from", "source", "who", "when", "deadline", "part_due"),
        "sections": ("form", "section", *TITLES, *GUIDANCE),
        "questions": (
            "form",
            "section",
            "question",
            "kind",
            "to",
            "region",
            *TITLES,
            *GUIDANCE,
            "hidden",
            "optional",
            "most",
            "choices",
            "text",
            "carried",
            "source",
        ),
        "columns": ("form", "question", "column", "kind", *TITLES, "starred", "choices"),
        "choices": ("choices", "choice", *TITLES, "first", "last", "other"),
    }
)
"""The columns of each sheet, in the order they are written."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "edition": ("year", "from"),
        "sections": ("form", "section", *TITLES),
        "questions": ("form", "section", "question", "kind", *TITLES, *GUIDANCE),
        "columns": ("question", "column", "kind", *TITLES),
        "choices": ("choices", "choice", *TITLES),
    }
)
"""Those a sheet cannot do without."""

KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "text": _("tekst"),
        "text-and-choices": _("tekst og valgliste"),
        "table": _("tabell"),
        "statement": _("ja eller nei med tekst"),
    }
)
"""The kinds of questions."""

COLUMN_KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "text": _("tekst"),
        "doi": _("DOI"),
        "date": _("dato"),
        "number": _("tall"),
        "count": _("antall"),
        "choice": _("valg"),
    }
)
"""The kinds of columns; a count is 0 or more."""

ADDRESSEES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "entity": _("enheten"),
        "reference-group": _("referansegruppen"),
    }
)
"""Whom a question can be put to."""

YES_AND_NO: Final[Mapping[bool, Text]] = MappingProxyType({True: _("ja"), False: _("nei")})


ID: Final = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*\.)?[a-z0-9]+(-[a-z0-9]+)*")
"""What ids look like: small letters, figures and hyphens, after the prefix of a plugin."""


def meant(words: Mapping[str, Text], written: str | None) -> str | None:
    """Give the id that a word stands for, in any of the three languages; None for no such word.

    Examples:
        >>> meant(KINDS, "Tabell"), meant(KINDS, "tegning")
        ('table', None)
    """
    if written is None:
        return None
    plain = " ".join(written.casefold().split())
    for id_, text in words.items():
        if plain in {id_, *(translated(text, lang).casefold() for lang in LANGUAGES)}:
            return id_
    return None
