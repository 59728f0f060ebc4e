"""The command ``explain``: a rule on one screen, with examples that are really run."""

from collections.abc import Iterator
from typing import Any

import click

from rhf_services.checking import check
from rhf_services.cli import words
from rhf_services.cli.showing import finding_lines, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, cite, label, language, show
from rhf_services.model.rules import NamedCase, Rule, Severity
from rhf_services.model.text import Text
from rhf_services.sources.documents import OUR_PROPOSAL
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps


def explain(registry: Registry, rule: Rule[Any], lang: str) -> None:
    """Show a rule: what it says, when, to whom, where it is written, and its examples.

    Args:
        registry: What is loaded, to run the examples with.
        rule: The rule.
        lang: The language.
    """
    reader = language(lang)
    click.echo(click.style(f"{rule.code}  {show(rule.title, reader)}", bold=True))
    blocks = words.RULE_BLOCKS if rule.may_block else words.RULE_NEVER_BLOCKS
    click.echo(show(blocks, reader))
    _part(words.RULE_WHEN, list(_stages(rule, reader)), reader)
    _part(words.RULE_TO, [label("audience", rule.audience, reader)], reader)
    document = rule.source.document
    rows = f" ({', '.join(rule.source.rows)})" if rule.source.rows else ""
    title = [] if document is OUR_PROPOSAL else [document.title]
    _part(words.RULE_SOURCE, [cite(rule.source, reader) + rows, *title], reader)
    _part(words.RULE_STANDING, [label("standing", rule.standing, reader)], reader)
    if rule.cases:
        _part(words.RULE_CASES, [], reader)
    for case in rule.cases:
        for line in _case_lines(registry, rule, case, reader):
            click.echo(line)


def list_rules(registry: Registry, lang: str) -> None:
    """List all rules with their titles."""
    reader = language(lang)
    for rule in registry.rules.values():
        click.echo(f"{click.style(rule.code, bold=True)}  {show(rule.title, reader)}")


def _part(title: Text, lines: list[str], lang: Language) -> None:
    click.echo()
    click.echo(click.style(show(title, lang), underline=True))
    for line in lines:
        click.echo("\n".join(wrapped(line, "  ")))


def _stages(rule: Rule[Any], lang: Language) -> Iterator[str]:
    for stage, severity in rule.says.items():
        weight = label("severity", severity, lang)
        if rule.may_block and severity is not Severity.ERROR:
            weight = show(words.RULE_HOLDS_BACK, lang, {"severity": weight})
        yield f"{label('stage', stage, lang)}: {weight}"
    yield show(words.RULE_OTHERWISE, lang)


def _case_lines(
    registry: Registry, rule: Rule[Any], case: NamedCase, lang: Language
) -> Iterator[str]:
    """Run a named case, and tell what the rule says of it."""
    verdict = check(loads_case(case.text or dumps(case.whole)).case, registry, case.stage)
    found = [finding for finding in verdict.findings if finding.code == rule.code]
    word = words.RULE_FIRES if found else words.RULE_SILENT
    yield from wrapped(f"• {show(case.name, lang)}: {show(word, lang)}", "  ")
    for finding in found:
        yield from finding_lines(finding, lang, "      ")
