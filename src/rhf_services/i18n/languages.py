"""The languages texts are shown in, and which one stands in where a text is missing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Language = Literal["nb", "nn", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

LANGUAGE_NAMES: Final[Mapping[Language, str]] = MappingProxyType(
    {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
)
"""Each language by its own name."""

_ASKED: Final[Mapping[str, Language]] = MappingProxyType(
    {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}
)


class UnknownLanguageError(ValueError):
    """The caller asked for a language that no catalogue has.

    Examples:
        >>> issubclass(UnknownLanguageError, ValueError)
        True
    """


def language(asked: str) -> Language:
    """Read a language tag; ``no`` is bokmål, and a region after it does not matter.

    Args:
        asked: A tag such as ``nn``, ``nb-NO`` or ``en_GB``.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> language("nn-NO"), language("no")
        ('nn', 'nb')
    """
    found = _ASKED.get(asked.replace("_", "-").partition("-")[0].lower())
    if found is None:
        raise UnknownLanguageError(asked)
    return found
