"""A form as whoever fills it in meets it: its tabs, questions and guidance."""

from collections.abc import Iterator

import click

from rhf_services.cli import words
from rhf_services.cli.inputs import year_of
from rhf_services.cli.showing import wrapped
from rhf_services.i18n import Language, cite, label, language, show
from rhf_services.i18n.names import in_words
from rhf_services.i18n.speech import decided_in
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Asked, Edition, Template
from rhf_services.model.questions import Table, TextWithChoices


def show_form(form: Template, wanted: str | None, lang: str) -> bool:
    """Show a form as whoever fills it in meets it; False where it has no such edition."""
    reader = language(lang)
    revisions = {edition.id for edition in form.editions if edition.revision}
    if wanted in revisions:
        show_edition(form, wanted, lang)
        return True
    year = None if wanted is None else year_of(wanted)
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


def _span(edition: Edition) -> str:
    last = edition.last or edition.confirmed
    return str(edition.first) if last == edition.first else f"{edition.first}–{last}"
