"""Which form, and why, as JSON values (``rhf-form-choice/1``)."""

from typing import Any

from rhf_services.i18n.form_choices import choice_says
from rhf_services.i18n.languages import language
from rhf_services.i18n.speech import cite
from rhf_services.model.form_choices import FormChoice
from rhf_services.wire.outputs import params_document, source_document

FORM_CHOICE_FORMAT = "rhf-form-choice/1"


def form_choice_document(choice: FormChoice, lang: str | None = None) -> dict[str, Any]:
    """Write an answer of ``which_form`` as JSON values.

    Args:
        choice: The answer.
        lang: The language of ``message``; None for no words.

    Returns:
        ``format``, ``entity`` (the host's id), ``year``, ``template`` (or null), ``reason``,
        ``remarks``, ``accepted``, ``through``, ``candidates``, ``missing``, ``params``,
        ``source``, ``standing``, and ``message`` where asked for.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Entity, load_registry, which_form
        >>> choice = which_form(Entity(type="national-centre"), 2024, load_registry())
        >>> form_choice_document(choice)["template"]
        'national-centre'
    """
    source = source_document(choice.source)
    document: dict[str, Any] = {
        "format": FORM_CHOICE_FORMAT,
        "entity": choice.entity,
        "year": choice.year,
        "template": choice.template,
        "reason": str(choice.reason),
        "remarks": [str(remark) for remark in choice.remarks],
        "accepted": choice.accepted,
        "through": choice.through,
        "candidates": list(choice.candidates),
        "missing": list(choice.missing),
        "params": params_document(choice.params),
        "source": source,
        "standing": str(choice.standing),
    }
    if lang is not None:
        source["text"] = cite(choice.source, language(lang))
        document["message"] = choice_says(choice, lang)
    return document
