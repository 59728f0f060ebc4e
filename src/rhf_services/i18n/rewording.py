"""Giving the texts of forms and rules another wording, by their stable keys.

Everything is a value, so a reworded form is a new form, and the old one stands as it was.
"""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from rhf_services.i18n.keys import Keyed, choice_texts, form_texts
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.questions import Question, Table, TextWithChoices
from rhf_services.model.rules import Rule
from rhf_services.model.text import Message, Text

Reword = Callable[[str, Text], Text]
"""Gives the new text for a key and the text that stood there."""


def edition_texts(template: Template, edition: Edition) -> Iterator[Keyed]:
    """Give every text of a form that can be reworded for one edition, in the order it is read.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"]
        >>> next(edition_texts(form, form.editions[0])).key
        'form.archive.section.about.title'
    """
    title = f"form.{template.id}.title"
    yield from (one for one in form_texts(template, edition) if one.key != title)
    yield from choice_texts(edition)


def reworded_edition(template_id: str, edition: Edition, change: Reword) -> Edition:
    """Reword an edition of a form: its sections, questions, columns and choices.

    Args:
        template_id: The id of the form, which its keys begin with.
        edition: The edition.
        change: Gives the new text of each key.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> edition = load_registry().templates["archive"].editions[0]
        >>> reworded_edition("archive", edition, lambda key, text: text) == edition
        True
    """
    top = f"form.{template_id}"
    sections = tuple(_section(top, section, change) for section in edition.sections)
    return evolve(edition, sections=sections)


def reworded_rule(rule: Rule[Any], change: Reword) -> Rule[Any]:
    """Reword a rule: its title, its obligation and its messages.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> rule = load_registry().rule("ACT001")
        >>> reworded_rule(rule, lambda key, text: text) == rule
        True
    """
    top = f"rule.{rule.code}"
    obligation = rule.obligation
    return evolve(
        rule,
        title=change(f"{top}.title", rule.title),
        obligation=None if obligation is None else change(f"{top}.obligation", obligation),
        message=_message(top, rule.message, change),
        variants={
            name: _message(f"{top}.{name}", message, change)
            for name, message in rule.variants.items()
        },
    )


def _section(top: str, section: Section, change: Reword) -> Section:
    here = f"{top}.section.{section.id}"
    guidance = section.guidance
    return evolve(
        section,
        title=change(f"{here}.title", section.title),
        guidance=None if guidance is None else change(f"{here}.guidance", guidance),
        asked=tuple(_asked(f"{top}.{asked.id}", asked, change) for asked in section.asked),
    )


def _asked(here: str, asked: Asked, change: Reword) -> Asked:
    guidance = asked.guidance
    return evolve(
        asked,
        question=_question(here, asked.question, change),
        label=change(f"{here}.label", asked.label),
        guidance=None if guidance is None else change(f"{here}.guidance", guidance),
    )


def _question(here: str, question: Question, change: Reword) -> Question:
    if isinstance(question, Table):
        columns = tuple(_column(here, column, change) for column in question.columns)
        return evolve(question, columns=columns)
    if isinstance(question, TextWithChoices):
        return evolve(question, choices=_choices(question.choices, change))
    return question


def _column(here: str, column: Column, change: Reword) -> Column:
    label = change(f"{here}.column.{column.id}.label", column.label)
    if isinstance(column, ChoiceColumn):
        return evolve(column, label=label, choices=_choices(column.choices, change))
    return evolve(column, label=label)


def _choices(choices: ChoiceList, change: Reword) -> ChoiceList:
    reworded = tuple(
        evolve(choice, label=change(f"choice.{choices.id}.{choice.id}", choice.label))
        for choice in choices.choices
    )
    return evolve(choices, choices=reworded)


def _message(top: str, message: Message, change: Reword) -> Message:
    then = message.then
    return Message(
        says=change(f"{top}.says", message.says),
        mend=change(f"{top}.mend", message.mend),
        then=None if then is None else change(f"{top}.then", then),
    )
