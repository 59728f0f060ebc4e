"""Catalogues: one for each package and language, compiled in memory when first used."""

import io
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from rhf_services.i18n.languages import Language


def catalogue_file(package: str, lang: Language) -> Traversable:
    """Say where the catalogue of a package lies.

    Examples:
        >>> catalogue_file("rhf_services", "nn").name
        'rhf_services.po'
    """
    return files(package).joinpath("locale", lang, "LC_MESSAGES", f"{package}.po")


@lru_cache(maxsize=64)
def catalogue(package: str, lang: Language) -> NullTranslations:
    """Give the translations of a package; bokmål is the source and needs none.

    Args:
        package: The import name of the package.
        lang: The language.

    Returns:
        The translations; empty ones where the package has no catalogue for the language.

    Examples:
        >>> catalogue("rhf_services", "nb").gettext("Evaluering")
        'Evaluering'
    """
    if lang == "nb":
        return NullTranslations()
    try:
        file = catalogue_file(package, lang)
    except ModuleNotFoundError:  # a text whose package is not installed is shown as it stands
        return NullTranslations()
    if not file.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (only where a catalogue is used)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)
