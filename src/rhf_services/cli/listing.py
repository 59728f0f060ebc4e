"""The commands ``templates`` and ``plugins``: what there is."""

import re
from collections.abc import Iterator
from typing import Final

import click

from rhf_services.cli import words
from rhf_services.cli.showing import COLOURS, MARKS, as_json, wrapped
from rhf_services.hooks import Advice, PluginProblem, Registry, advice
from rhf_services.i18n import Language, cite, label, language, show
from rhf_services.i18n.names import in_words
from rhf_services.i18n.speech import decided_in
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Asked, Edition, Template
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.wire.templates import templates_document

_YEAR: Final = re.compile("[0-9]{4}")


def show_templates(registry: Registry, lang: str) -> None:
    """List the forms: id, title, years, and where they come from."""
    reader = language(lang)
    from_where = {plugin.name: plugin.distribution for plugin in registry.plugins}
    for form in registry.templates.values():
        owner = from_where[registry.owners[form.id]]
        click.echo(f"{click.style(form.id, bold=True)}  {_years(form, reader)}  {owner}")
        click.echo("\n".join(wrapped(show(form.title, reader), "    ")))


def show_templates_as_json(registry: Registry, lang: str) -> None:
    """Print the list of the forms as JSON (``rhf-templates/1``)."""
    click.echo(as_json(templates_document(registry, lang)))


def show_form(form: Template, wanted: str | None, lang: str) -> bool:
    """Show a form as whoever fills it in meets it; False where it has no such edition."""
    reader = language(lang)
    if wanted is not None and any(
        edition.id == wanted for edition in form.editions if "." in wanted
    ):
        show_edition(form, wanted, lang)
        return True
    year = int(wanted) if wanted is not None and _YEAR.fullmatch(wanted) else None
    chosen = form.edition_for(year) if year is not None else None
    if wanted is not None and chosen is None:
        return False
    edition = chosen.edition if chosen else form.editions[-1]
    click.echo(click.style(show(form.title, reader), bold=True))
    span = show(words.TEMPLATE_YEARS, reader, {"years": _span(edition)})
    revised = [show(words.TEMPLATE_EDITION, reader, {"edition": edition.id})]
    click.echo(", ".join([form.id, span, *(revised if edition.revision else [])]))
    if year is not None and year > edition.confirmed:
        params = {"year": year, "first_year": edition.confirmed}
        click.echo(show(words.TEMPLATE_NOT_ENTERED, reader, params))
    for line in _form_lines(edition, reader):
        click.echo(line)
    return True


def show_edition(form: Template, edition: str, lang: str) -> None:
    """Show one edition of a form by its id, as whoever fills it in meets it."""
    reader = language(lang)
    found = next(one for one in form.editions if one.id == edition)
    click.echo(click.style(show(form.title, reader), bold=True))
    click.echo(f"{form.id}, {show(words.TEMPLATE_EDITION, reader, {'edition': edition})}")
    for line in _form_lines(found, reader):
        click.echo(line)


def show_plugins(registry: Registry, lang: str) -> int:
    """List what is loaded and what was refused; the exit code is 2 where something was."""
    reader = language(lang)
    for plugin in registry.plugins:
        brought = [key for key, owner in registry.owners.items() if owner == plugin.name]
        name = click.style(plugin.name, bold=True)
        click.echo(f"{name}  {plugin.distribution} {plugin.version}")
        if brought:
            click.echo("\n".join(wrapped(", ".join(brought), "    ")))
        elif not plugin.core:
            click.echo(f"    {show(words.PLUGIN_EMPTY, reader)}")
    for problem in registry.problems:
        click.echo(click.style(problem_line(problem, reader), fg="red"))
    for one in advice(registry):
        for line in wrapped(advice_line(one, reader), ""):
            click.echo(click.style(line, fg=COLOURS[one.severity]))
    return 2 if registry.problems else 0


def problem_line(problem: PluginProblem, lang: Language) -> str:
    """Say in one line what was refused of a plugin, and why."""
    params = {"prefix": f"{problem.plugin}."}
    said = show(words.PLUGIN_PROBLEMS[problem.kind], lang, params)
    more = ", ".join(part for part in (problem.about, problem.detail) if part)
    return f"{problem.plugin}: {said} [{problem.kind}: {more}]"


def not_found(registry: Registry, id_: str, otherwise: str) -> str:
    """Say why there is no such form or rule: it was refused, or nobody brought it.

    Args:
        registry: What is loaded.
        id_: The id of a form, or the code of a rule.
        otherwise: What to say where nothing with this name was refused.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> not_found(load_registry(), "form", "No form is called 'form'.")
        "No form is called 'form'."
    """
    kinds = [f"{one.plugin}: {one.kind}" for one in registry.problems if one.about == id_]
    if not kinds:
        return otherwise
    told = ", ".join(dict.fromkeys(kinds))
    return f'{id_} was brought by a plugin and refused ({told}). See "rhf-services plugins".'


def advice_line(one: Advice, lang: Language) -> str:
    """Say in one line what the author of a form may want to mend."""
    said = show(words.FORM_ADVICE[one.kind], lang, {"part": one.about})
    return f"{MARKS[one.severity]} {one.plugin}: {said} [{one.template}, {one.edition}]"


def _form_lines(edition: Edition, lang: Language) -> Iterator[str]:
    for section in edition.sections:
        yield ""
        tab = edition.section(section.tab) if section.tab is not None else None
        titles = [show(one.title, lang) for one in (tab, section) if one is not None]
        yield click.style(" › ".join(titles), underline=True)
        if section.guidance is not None:
            yield from wrapped(show(section.guidance, lang), "  ")
        for asked in section.asked:
            yield "  " + click.style(show(asked.label, lang), bold=True) + f"  [{asked.id}]"
            for text in _details(asked, lang):
                yield from wrapped(text, "    ")
            ground = (cite(asked.source, lang), label("standing", asked.standing, lang))
            for line in wrapped("; ".join(dict.fromkeys(ground)), "    "):
                yield click.style(line, dim=True)
            for said in decided_in((asked.label, asked.guidance), lang):
                for line in wrapped(said, "    "):
                    yield click.style(line, dim=True)


def _details(asked: Asked, lang: Language) -> Iterator[str]:
    if asked.guidance is not None:
        yield show(asked.guidance, lang)
    if asked.hidden:
        yield show(words.TEMPLATE_HIDDEN, lang)
    elif asked.optional:
        yield show(words.TEMPLATE_OPTIONAL, lang)
    if asked.beside is not None:
        yield show(words.TEMPLATE_BESIDE[asked.beside], lang)
    if asked.limit is not None:
        most = in_words(asked.limit.most, lang)
        yield show(words.TEMPLATE_LIMIT, lang, {"limit": most, "year": asked.limit.year})
    if isinstance(asked.question, Table):
        yield from _table_details(asked.question, lang)
    if isinstance(asked.question, TextWithChoices):
        choices = _choices(asked.question.choices, lang)
        yield show(words.TEMPLATE_CHOICES, lang, {"choices": choices})
        standing = label("standing", asked.question.choices.standing, lang)
        yield show(words.TEMPLATE_CHOICES_STANDING, lang, {"standing": standing})


def _table_details(table: Table, lang: Language) -> Iterator[str]:
    columns = [
        f"{show(column.label, lang)}{'*' if column.starred else ''} ({column.id})"
        for column in table.columns
    ]
    yield show(words.TEMPLATE_COLUMNS, lang, {"columns": ", ".join(columns)})
    for column in table.columns:
        if isinstance(column, ChoiceColumn):
            yield f"{show(column.label, lang)}: {_choices(column.choices, lang)}"
    if table.with_text:
        yield show(words.TEMPLATE_TEXT, lang)
    standing = label("standing", table.fields, lang)
    yield show(words.TEMPLATE_FIELDS, lang, {"standing": standing})


def _choices(choices: ChoiceList, lang: Language) -> str:
    named = [f"{show(choice.label, lang)} ({choice.id})" for choice in choices.choices]
    if choices.other:
        named.append(f"{show(words.TEMPLATE_OTHER, lang)} (other)")
    return ", ".join(named)


def _years(form: Template, lang: Language) -> str:
    first, last = form.editions[0].first, form.editions[-1].last
    if last is not None:
        return f"{first}–{last}"
    return show(words.TEMPLATE_FROM, lang, {"first_year": first})


def _span(edition: Edition) -> str:
    last = edition.last or edition.confirmed
    return str(edition.first) if last == edition.first else f"{edition.first}–{last}"
