"""The command ``diff``: what changed between two editions of a form, in plain words."""

from collections.abc import Iterator

import click

from rhf_services.cli.showing import echo_json, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, show
from rhf_services.model.forms import Template
from rhf_services.process import Difference, NoEditionError, difference_document
from rhf_services.process.difference_texts import SENTENCES
from rhf_services.process.difference_words import (
    about_in_words,
    change_in_words,
    quotation_in_words,
    section_title,
    wording,
)
from rhf_services.process.ground_words import ground_count, ground_sentences
from rhf_services.serving.about_forms import compared


def compare(
    registry: Registry, form: Template, other: Template, years: tuple[str, str], lang: str
) -> Difference:
    """Compare two editions.

    Args:
        registry: What is loaded, to name the editions there are.
        form: The form.
        other: The form of the second one.
        years: Two years, or ids of editions.
        lang: The language.

    Raises:
        click.UsageError: There is no such edition.
    """
    try:
        return compared(form, other, *years, lang)
    except NoEditionError as error:
        id_, named = error.args
        known = ", ".join(edition.id for edition in registry.templates[id_].editions)
        message = f"{id_} has no edition {named}. Its editions are: {known}."
        raise click.UsageError(message) from error


def show_difference(found: Difference, form: str) -> None:
    """Write a difference, as text or as JSON."""
    if form == "json":
        document = difference_document(found, found.lang)
        echo_json(document)
        return
    for line in _lines(found, found.lang):
        click.echo(line)


def _lines(found: Difference, lang: Language) -> Iterator[str]:
    title, *more = about_in_words(found, lang)
    for line in wrapped(title, ""):
        yield click.style(line, bold=True)
    for sentence in more:
        yield from wrapped(sentence, "")
    yield ""
    if found.of_the_form:
        yield _counted("changes", len(found.of_the_form), lang)
        yield from _changes(found, lang)
    else:
        yield show(SENTENCES["no-changes"], lang)
        if found.same_edition:
            edition = found.after.edition.id
            yield from wrapped(show(SENTENCES["same-edition"], lang, {"edition": edition}), "")
    if found.of_the_ground:
        yield ""
        yield _counted("ground", ground_count(found), lang)
        for sentence in ground_sentences(found, lang):
            yield from _bullet(sentence)
    for quotation in found.quotations:
        yield ""
        yield from wrapped(quotation_in_words(quotation, found, lang), "")


def _counted(which: str, number: int, lang: Language) -> str:
    return click.style(show(SENTENCES[which], lang, {"number": number}), underline=True)


def _changes(found: Difference, lang: Language) -> Iterator[str]:
    last = None
    for change in found.of_the_form:
        if change.section != last:
            last = change.section
            yield "  " + click.style(section_title(last, found, lang), bold=True)
        yield from _bullet(change_in_words(change, found, lang))
        for text in wording(change, lang):
            yield from wrapped(text, "        ")


def _bullet(text: str) -> list[str]:
    first, *rest = wrapped(text, "      ")
    return ["    · " + first.strip(), *rest]
