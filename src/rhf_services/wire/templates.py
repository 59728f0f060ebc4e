"""The forms that are loaded, as JSON values (``rhf-templates/1``)."""

from collections.abc import Iterable
from typing import Any, Final

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import language
from rhf_services.i18n.showing import show
from rhf_services.model.forms import Edition

TEMPLATES_FORMAT: Final = "rhf-templates/1"


def templates_document(
    registry: Registry, lang: str = "nb", only: Iterable[str] | None = None
) -> dict[str, Any]:
    """Write the list of forms as JSON values.

    Args:
        registry: What is loaded.
        lang: The language of the titles.
        only: Ids of the forms to list; None for all.

    Returns:
        ``format`` and ``templates``, each with ``id``, ``title``, ``entity_types``, ``regions``
        (empty for all), ``archive``, ``plugin`` (what brought it) and ``editions``.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import load_registry
        >>> listed = templates_document(load_registry(), "en", ("national-centre",))
        >>> [edition["id"] for edition in listed["templates"][0]["editions"]]
        ['2023', '2024']
    """
    wanted = None if only is None else frozenset(only)
    return {
        "format": TEMPLATES_FORMAT,
        "templates": [
            {
                "id": form.id,
                "title": show(form.title, language(lang)),
                "entity_types": [str(kind) for kind in form.entity_types],
                "regions": [str(region) for region in form.regions],
                "archive": form.archive,
                "plugin": registry.owners.get(form.id),
                "editions": [_edition(edition) for edition in form.editions],
            }
            for form in registry.templates.values()
            if wanted is None or form.id in wanted
        ],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "first": edition.first,
        "last": edition.last,
        "confirmed": edition.confirmed,
    }
