"""The command ``explain``: a rule on one screen, with examples that are really run."""

from typing import Any

import click

from rhf_services.cli.documents import lines_of_document
from rhf_services.cli.showing import echo_json
from rhf_services.hooks import Registry
from rhf_services.i18n import language, show
from rhf_services.model.rules import Rule
from rhf_services.render import render_rule
from rhf_services.serving.about_rules import rules_document


def explain(registry: Registry, rule: Rule[Any], lang: str) -> None:
    """Show a rule as its page does: what it says, when, to whom, and its examples.

    Args:
        registry: What is loaded, to run the examples with.
        rule: The rule.
        lang: The language.
    """
    for line in lines_of_document(render_rule(rule, registry, lang=lang)):
        click.echo(line)


def list_rules(registry: Registry, lang: str) -> None:
    """List all rules with their titles."""
    reader = language(lang)
    for rule in registry.rules.values():
        click.echo(f"{click.style(rule.code, bold=True)}  {show(rule.title, reader)}")


def show_as_json(registry: Registry, code: str | None, lang: str) -> None:
    """Print one rule with its examples, or all without, as JSON (``rhf-rules/1``)."""
    codes = list(registry.rules) if code is None else [code.upper()]
    document = rules_document(registry, codes, lang, examples=code is not None)
    echo_json(document)
