"""A difference as JSON values, with documented keys (``rhf-difference/1``)."""

from typing import Any

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import translated
from rhf_services.model.sources import Source
from rhf_services.model.text import Text
from rhf_services.model.years import Years
from rhf_services.process.changes import Change, Value
from rhf_services.process.comparison import Difference, Stand
from rhf_services.process.difference_words import change_in_words

DIFFERENCE_FORMAT = "rhf-difference/1"


def difference_document(found: Difference, lang: str | None = None) -> dict[str, Any]:
    """Write a difference as JSON values.

    Args:
        found: The difference.
        lang: The language of the sentences; None for changes without.

    Returns:
        ``format``, ``language`` (in which the texts were compared), ``before``, ``after``,
        ``same_edition``, ``changes`` and ``quotations``. A change has ``kind``, ``ground``
        (whether only what we know of the form changed), ``section``, ``question``, ``column``,
        ``choice``, ``before``, ``after``, and ``text`` where a language is asked for.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> difference_document(found)["quotations"][0]["source"]["rows"]
        ['S003-077']
    """
    return {
        "format": DIFFERENCE_FORMAT,
        "language": found.lang,
        "before": _stand(found.before),
        "after": _stand(found.after),
        "same_edition": found.same_edition,
        "changes": [_change(change, found, lang) for change in found.changes],
        "quotations": [
            {"words": one.words, "year": one.year, "source": _source(one.source)}
            for one in found.quotations
        ],
    }


def _stand(one: Stand) -> dict[str, Any]:
    return {
        "template": one.template.id,
        "year": one.year,
        "edition": one.edition.id,
        "own_edition": one.own,
    }


def _change(change: Change, found: Difference, lang: str | None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "kind": str(change.kind),
        "ground": change.kind.about_ground,
        "section": change.section,
        "question": change.question,
        "column": change.column,
        "choice": change.choice,
        "before": _plain(change.before, found.lang),
        "after": _plain(change.after, found.lang),
    }
    if lang is not None:
        document["text"] = change_in_words(change, found, lang)
    return document


def _plain(value: Value, lang: Language) -> Any:
    match value:
        case Text():
            return translated(value, lang)
        case Source():
            return _source(value)
        case Years():
            return {"first": value.first, "last": value.last}
        case _:
            return value


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document.id,
        "section": source.section,
        "rows": list(source.rows),
    }
