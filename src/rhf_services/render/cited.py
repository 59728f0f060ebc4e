"""Citations as text that says which language it is in: what we quote stands in bokmål always."""

from collections.abc import Iterable

from rhf_services.i18n.languages import Language
from rhf_services.i18n.speech import in_quotes
from rhf_services.model.sources import Source
from rhf_services.render.text import Run, Runs, marked_as


def bokmaal(lang: Language) -> Language | None:
    """Give what a text in bokmål is marked with in a document: nothing where that is in bokmål.

    Args:
        lang: The language of the document.

    Examples:
        >>> bokmaal("en"), bokmaal("nb")
        ('nb', None)
    """
    return None if lang == "nb" else "nb"


def title_in_bokmaal(title: str, lang: Language) -> Run:
    """Give the title of a document of the field, which is a name and never translated.

    Args:
        title: The title.
        lang: The language of the document it is named in.

    Examples:
        >>> title_in_bokmaal("Rammeverk", "en").lang
        'nb'
    """
    return Run(title, lang=bokmaal(lang))


def cited(text: str, lang: Language, sources: Iterable[Source]) -> Runs:
    """Mark the sections that a sentence quotes from its sources.

    Args:
        text: The sentence, where each source is cited as `rhf_services.i18n.speech.cite` does.
        lang: The language it is in.
        sources: The sources that may be cited in it.

    Examples:
        >>> from rhf_services.i18n.speech import cite
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> source = WEBINAR_2024.at("Aktivitet")
        >>> [(run.text, run.lang) for run in cited(cite(source, "nn"), "nn", [source])]
        [('webinar 27.11.2024, ', None), ('«Aktivitet»', 'nb')]
    """
    quoted = [in_quotes(one.section, lang) for one in sources if one.document.quoted]
    return marked_as(bokmaal(lang), text, *quoted)
