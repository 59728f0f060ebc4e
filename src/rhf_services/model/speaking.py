"""Which rules can say something on a form, and about which of its questions."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.model.forms import Edition, Template
from rhf_services.model.reach import AskedAt, Reach, every_question, every_table, no_question
from rhf_services.model.rules import Rule
from rhf_services.model.subjects import ANSWER, TABLE, TEXT


def speaks_on(
    rule: Rule[Any], template: Template, edition: Edition, year: int | None = None
) -> bool:
    """Tell whether a rule can say something on a form.

    The check, the pages of the forms and those of the rules all ask here, so that none of them
    names a rule that another leaves out.

    Args:
        rule: The rule.
        template: The form.
        edition: One of its editions.
        year: The reporting year; by default any that the edition may be used for.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["archive"]
        >>> speaks_on(registry.rule("EVA001"), form, form.editions[0])
        False
        >>> form = registry.templates["national-centre"]
        >>> speaks_on(registry.rule("ACT002"), form, form.editions[-1], 2024)
        False
        >>> speaks_on(registry.rule("ACT002"), form, form.editions[-1])
        True
    """
    if template.archive and not rule.on_archive:
        return False
    if rule.reads and not any(question in edition.by_id for question in rule.reads):
        return False
    kinds = template.entity_types
    if rule.entity_types and not any(kind in rule.entity_types for kind in kinds):
        return False
    reach = reach_of(rule)
    if reach.on_form is not None and not reach.on_form(template, edition):
        return False
    years = _years(edition) if year is None else (year,)
    return reach.elsewhere or any(speaks_about(rule, at) for at in _places(edition, years))


def _places(edition: Edition, years: Iterable[int]) -> Iterator[AskedAt]:
    for year in years:
        for section in edition.sections:
            for asked in section.asked:
                yield AskedAt(asked, section, year)


def _years(edition: Edition) -> tuple[int, ...]:
    """Give the years that can differ: the first, those of a limit, and the ones after them."""
    begin = {edition.first, edition.confirmed}
    begin |= {asked.limit.year for asked in edition if asked.limit is not None}
    return tuple(sorted(begin | {year + 1 for year in begin}))


def reach_of(rule: Rule[Any]) -> Reach:
    """Give how far a rule reaches: what it says itself, else what follows from what it looks at.

    A rule on answers can speak about every question, one on tables about every table, one on
    texts about everything; of any other, the questions it reads are what is known.

    Args:
        rule: The rule.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> reach_of(load_registry().rule("SUB001")).elsewhere
        True
    """
    if rule.reach is not None:
        return rule.reach
    if rule.on is ANSWER:
        return Reach(every_question)
    if rule.on is TABLE:
        return Reach(every_table)
    if rule.on is TEXT:
        return Reach(every_question, elsewhere=True)
    return Reach(every_question if rule.reads else no_question, elsewhere=True)


def speaks_about(rule: Rule[Any], at: AskedAt) -> bool:
    """Tell whether a rule that speaks on a form can speak about one of its questions.

    Args:
        rule: The rule.
        at: The question, where the form puts it, and the reporting year.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> edition = registry.templates["national-centre"].edition_for(2024).edition
        >>> articles = edition.section("activity").asked[0]
        >>> at = AskedAt(articles, edition.section("activity"), 2024)
        >>> speaks_about(registry.rule("ACT001"), at), speaks_about(registry.rule("ACT002"), at)
        (True, False)
    """
    if rule.reads and at.asked.id not in rule.reads:
        return False
    return reach_of(rule).about(at)


def rules_on(
    rules: Iterable[Rule[Any]], template: Template, edition: Edition, year: int
) -> Iterator[tuple[Rule[Any], tuple[str, ...]]]:
    """Give every rule that can say something on a form in a year, with the questions it is about.

    Args:
        rules: The rules.
        template: The form.
        edition: One of its editions.
        year: The reporting year.

    Returns:
        Each rule in the order given, with ids; none where it speaks of something else alone.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["national-centre"]
        >>> next(rules_on(registry.rules.values(), form, form.editions[-1], 2024))[1]
        ('scientific-articles', 'research-projects')
    """
    places = list(_places(edition, (year,)))
    for rule in rules:
        if speaks_on(rule, template, edition, year):
            yield rule, tuple(at.asked.id for at in places if speaks_about(rule, at))


def heard_by(rule: Rule[Any], at: AskedAt) -> tuple[str, ...]:
    """Give who may be spoken to where a rule fires at a question, as ids.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> edition = registry.templates["national-centre"].edition_for(2024).edition
        >>> part = edition.section("reference-group")
        >>> heard_by(registry.rule("STR001"), AskedAt(part.asked[0], part, 2024))
        ('group-leader',)
    """
    heard = reach_of(rule).heard_by
    return tuple(str(one) for one in ((rule.audience,) if heard is None else heard(at)))
