"""The rules of a form document: what each weighs at each step, and what it can speak about."""

from collections.abc import Iterator
from typing import Any

from rhf_services.hooks.registry import Registry
from rhf_services.model.forms import Edition, Template
from rhf_services.model.rules import Rule, Stage
from rhf_services.model.speaking import reach_of, rules_on
from rhf_services.wire.form_documents.pen import Json, Pen


def says(rule: Rule[Any]) -> Json:
    """Write how much a finding of a rule weighs at each step; null where it is silent.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> says(load_registry().rule("EVA001"))
        {'draft': 'info', 'submission': 'warning', 'review': None, 'publication': None}
    """
    return {str(stage): str(rule.says[stage]) if stage in rule.says else None for stage in Stage}


def rule_documents(
    template: Template, edition: Edition, registry: Registry, pen: Pen
) -> Iterator[Json]:
    """Write every rule that can say something on a form in a year, in the order of the codes.

    Args:
        template: The form.
        edition: The edition of the form.
        registry: What is loaded.
        pen: What to write with.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["national-centre"]
        >>> rules = rule_documents(form, form.editions[-1], registry, Pen(form.id, 2024))
        >>> next(rules)["questions"]
        ['scientific-articles', 'research-projects']
    """
    for rule, questions in rules_on(registry.rules.values(), template, edition, pen.year):
        yield {
            "code": rule.code,
            "title": pen.text(f"rule.{rule.code}.title", rule.title),
            "says": says(rule),
            "audience": str(rule.audience),
            "may_block": rule.may_block,
            "questions": list(questions),
            "elsewhere": reach_of(rule).elsewhere,
            "source": pen.source(rule.source),
            "standing": str(rule.standing),
        }
