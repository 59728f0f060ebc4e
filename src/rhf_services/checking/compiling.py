"""A form made ready for checking, once: its structure check and the rules it runs."""

from typing import Any

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.model.forms import Edition, Template
from rhf_services.model.rules import Rule
from rhf_services.model.speaking import speaks_on
from rhf_services.wire.answers import answers_shape
from rhf_services.wire.shape_checks import compiled
from rhf_services.wire.shapes import Check


@frozen
class CompiledForm:
    """One edition of a form, ready for many checks.

    Attributes:
        template: The form.
        edition: The edition.
        structure: Finds every fault of the answers.
        rules: The rules that can say something on this form.
        silent: Codes of the rules that cannot, since the form does not ask what they read.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["archive"]
        >>> len(compiled_form(registry, form, form.editions[0]).rules) < len(registry.rules)
        True
    """

    template: Template
    edition: Edition
    structure: Check
    rules: tuple[Rule[Any], ...]
    silent: tuple[str, ...]


def compiled_form(registry: Registry, template: Template, edition: Edition) -> CompiledForm:
    """Give an edition made ready for checking; made once for each registry.

    Args:
        registry: What is loaded.
        template: A form of the registry.
        edition: One of its editions.
    """
    key = (template.id, edition.id)
    known = registry.compiled.get(key)
    if isinstance(known, CompiledForm) and known.edition is edition:
        return known
    elsewhere = tuple(id_ for id_ in registry.questions if id_ not in edition.by_id)
    runs = {code: speaks_on(rule, template, edition) for code, rule in registry.rules.items()}
    made = CompiledForm(
        template,
        edition,
        structure=compiled(answers_shape(edition, elsewhere)),
        rules=tuple(registry.rules[code] for code, speaks in runs.items() if speaks),
        silent=tuple(code for code, speaks in runs.items() if not speaks),
    )
    registry.compiled[key] = made
    return made
