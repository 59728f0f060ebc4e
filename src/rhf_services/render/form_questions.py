"""A question of a blank form: guidance, what is filled in, and the quiet words below it."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import Language
from rhf_services.i18n.names import in_words, label
from rhf_services.i18n.showing import listed, show
from rhf_services.i18n.speech import decided_in
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.questions import (
    TABLE_STATES,
    TEXT_STATES,
    LongText,
    Question,
    Statement,
    Table,
    TextWithChoices,
)
from rhf_services.model.reach import AskedAt
from rhf_services.model.regions import REGION_NAMES
from rhf_services.model.rules import Audience
from rhf_services.model.speaking import heard_by, speaks_about, speaks_on
from rhf_services.model.text import Text
from rhf_services.render.anchors import anchor
from rhf_services.render.document import Block, Chapter, Mark, Marks, Paragraph
from rhf_services.render.fields import Field, FieldKind, Fields
from rhf_services.render.form_changes import YearBefore
from rhf_services.render.sight import INSIDE
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.words import READERS, ground_in_words, word

FILLING_IN: Final = (str(Audience.LEAD), str(Audience.GROUP_LEADER))
"""Whom a question's rules are named for: those who fill the form in."""


@frozen
class FormShown:
    """A form that is being shown.

    Attributes:
        template: The form.
        edition: The edition of the form.
        registry: What is loaded.
        year: The reporting year.
        lang: The reader's language.
        before: What changed from the year before.

    Examples:
        >>> FormShown.__name__
        'FormShown'
    """

    template: Template
    edition: Edition
    registry: Registry
    year: int
    lang: Language
    before: YearBefore


def question_chapter(asked: Asked, section: Section, shown: FormShown) -> Chapter:
    """Draw a question as the form puts it.

    Args:
        asked: The question.
        section: The part that asks it.
        shown: The form that is shown.

    Examples:
        >>> question_chapter.__name__
        'question_chapter'
    """
    lang = shown.lang
    blocks: list[Block] = []
    if asked.guidance is not None:
        blocks.append(Paragraph(runs(show(asked.guidance, lang)), "guidance"))
    blocks += [Paragraph(runs(text), "guidance") for text in _notes(asked, lang)]
    blocks += _fields(asked.question, shown)
    blocks.append(Marks(tuple(_marks(asked, section, shown))))
    return Chapter(
        anchor("question", asked.id), runs(show(asked.label, lang)), tuple(blocks), "question"
    )


def _notes(asked: Asked, lang: Language) -> Iterator[str]:
    if asked.limit is not None:
        most = in_words(asked.limit.most, lang)
        yield word("form", "limit", lang, limit=most, year=asked.limit.year)
    if asked.region is not None:
        yield word("form", "group-region", lang, region=show(REGION_NAMES[asked.region], lang))
    if asked.beside is not None:
        yield word("form", "beside", lang)


def _fields(question: Question, shown: FormShown) -> Iterator[Block]:
    lang = shown.lang
    text = label("form-word", "text", lang)
    match question:
        case LongText():
            states = question.states
            yield Fields((Field(word("page", "answer", lang), "text"),))
        case TextWithChoices():
            states = TEXT_STATES
            options = choices_offered(question.choices, shown.year, lang)
            choose = word("page", "choose", lang)
            yield Fields((Field(text, "text"), Field(choose, "some-of", options)))
        case Table():
            states = TABLE_STATES
            row = tuple(_column(column, shown) for column in question.columns)
            yield Fields(row, word("page", "one-row", lang), row=True)
            if question.with_text:
                yield Fields((Field(word("page", "text-beside", lang), "text"),))
        case Statement():
            states = TEXT_STATES
            said = (label("form-word", "yes", lang), label("form-word", "no", lang))
            yield Fields((Field(word("page", "choose", lang), "one-of", said), Field(text, "text")))
        case _:
            assert_never(question)
    if not shown.template.archive:
        instead = tuple(label("form-word", state.replace("_", "-"), lang) for state in states)
        yield Fields((Field(word("page", "or-instead", lang), "one-of", instead),))


def choices_offered(choices: ChoiceList, year: int, lang: Language) -> tuple[str, ...]:
    """Give the choices of a list as a form offers them; a retired one says that it is.

    Args:
        choices: The list.
        year: The reporting year.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.forms.choices import QUALITY_TOOLS
        >>> choices_offered(QUALITY_TOOLS, 2024, "nb")[-1]
        'Annet (skriv hva)'
    """
    named = [
        show(choice.label, lang)
        if year in choice.offered
        else f"{show(choice.label, lang)} ({word('page', 'retired', lang)})"
        for choice in choices.choices
    ]
    return (*named, *([word("page", "other", lang)] if choices.other else []))


def _column(column: Column, shown: FormShown) -> Field:
    lang = shown.lang
    kind: FieldKind
    options: tuple[str, ...] = ()
    hint = ""
    match column:
        case TextColumn():
            kind = "date" if column.form == "date" else "line"
            hint = "" if column.form == "free" else word("page", column.form, lang)
        case NumberColumn():
            kind = "number"
            hint = word("page", "whole-number", lang)
        case ChoiceColumn():
            kind = "one-of"
            options = choices_offered(column.choices, shown.year, lang)
        case _:
            assert_never(column)
    return Field(show(column.label, lang), kind, options, hint, column.starred)


def _marks(asked: Asked, section: Section, shown: FormShown) -> Iterator[Mark]:
    lang = shown.lang
    for change in shown.before.of_question(asked.id):
        yield Mark("change", shown.before.mark(change, lang))
    if asked.hidden:
        readers = listed([show(READERS[one], lang) for one in INSIDE], lang)
        hidden = label("form-word", "hidden", lang)
        yield Mark("hidden", runs(hidden, " ", word("form", "hidden", lang, readers=readers)))
    if asked.optional and not asked.hidden:
        yield Mark("note", runs(label("form-word", "optional", lang)))
    lasting = isinstance(asked.question, Table) and asked.question.lasting
    if lasting and not shown.template.archive:
        yield Mark("note", runs(word("form", "taken-over", lang)))
    if is_laid(_texts(asked), lang):
        decided = decided_in(_texts(asked), lang)
        yield Mark("note", runs(" ".join((word("form", "laid", lang), *decided))))
    yield Mark("ground", _ground(asked, lang))
    at = AskedAt(asked, section, shown.year)
    codes = [
        rule.code
        for rule in shown.registry.rules.values()
        if speaks_on(rule, shown.template, shown.edition)
        and speaks_about(rule, at)
        and any(one in FILLING_IN for one in heard_by(rule, at))
    ]
    if codes:
        links = [piece for code in codes for piece in (" ", Run(code, to=anchor("rule", code)))]
        yield Mark("note", runs(word("form", "checks", lang), *links))


def is_laid(texts: Iterable[Text | None], lang: Language) -> bool:
    """Tell whether somebody laid a wording of their own over any of some texts.

    Args:
        texts: The texts; None where there is none.
        lang: The reader's language.

    Examples:
        >>> is_laid((Text("Aktivitet"), None), "nb")
        False
    """
    return any(text is not None and text.reworded_in(lang) is not None for text in texts)


def _texts(asked: Asked) -> Iterator[Text | None]:
    yield from (asked.label, asked.guidance)
    question = asked.question
    lists = [question.choices] if isinstance(question, TextWithChoices) else []
    if isinstance(question, Table):
        yield from (column.label for column in question.columns)
        lists = [one.choices for one in question.columns if isinstance(one, ChoiceColumn)]
    yield from (choice.label for choices in lists for choice in choices.choices)


def _ground(asked: Asked, lang: Language) -> Runs:
    """Say where it is asked, and how sure we are of that, of its fields and of its choices."""
    where = ground_in_words(asked.source, asked.standing, lang)
    question = asked.question
    which, of = "", ""
    if isinstance(question, Table):
        which, of = "fields-standing", label("standing", question.fields, lang)
    if isinstance(question, TextWithChoices):
        which, of = "choices-standing", label("standing", question.choices.standing, lang)
    return runs(*where, f" {word('form', which, lang, standing=of)}") if which else where
