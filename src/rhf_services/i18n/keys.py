"""The stable keys of texts: one grammar, for ever.

``form.<template>.title``, ``form.<template>.section.<section>.title|guidance``,
``form.<template>.<question>.label|guidance|column.<column>.label``, ``choice.<list>.<choice>``,
``role.<role>``, ``region.<region>``, ``entity-type.<type>``, ``name.<kind>.<id>``,
``rule.<CODE>[.<variant>].says|mend|then``, ``rule.<CODE>.title|obligation``,
``finding.<sentence>``,
``source.<document>.title|short|note``, ``choice-of-form.<reason or remark>.title|says``. The room
``process`` has ``difference.<kind>`` and ``account.<kind>.<id>``; see
``rhf_services.process.texts``. The room ``exchange`` has ``file.<kind>.says|mend`` and
``file.<sort>.<id>``; see ``rhf_services.exchange.words``. The room ``trace`` has
``trace.open.<kind>`` and ``trace.<sentence>``; see ``rhf_services.trace.output``. The room
``render`` has ``render.<sort>.<id>``; see ``rhf_services.render.words``. A text that counts
something has its form for several in files under its key and ``.several``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from rhf_services.i18n.names import NAMES, SMALL_NUMBERS
from rhf_services.i18n.speech import SENTENCES
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.forms import Asked, Edition, Template
from rhf_services.model.people import ROLE_NAMES
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.model.regions import REGION_NAMES
from rhf_services.model.rules import Rule
from rhf_services.model.sources import Document
from rhf_services.model.text import Message, Text
from rhf_services.sources.documents import DOCUMENTS, LOST_HEADING


@frozen
class Keyed:
    """A text with its stable key.

    Examples:
        >>> next(common_texts()).key
        'region.helse-nord'
    """

    key: str
    text: Text


def form_texts(template: Template, edition: Edition) -> Iterator[Keyed]:
    """Give every text of a form in one edition, in the order they are read.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"]
        >>> next(form_texts(form, form.editions[0])).key
        'form.archive.title'
    """
    top = f"form.{template.id}"
    yield Keyed(f"{top}.title", template.title)
    for section in edition.sections:
        yield Keyed(f"{top}.section.{section.id}.title", section.title)
        if section.guidance is not None:
            yield Keyed(f"{top}.section.{section.id}.guidance", section.guidance)
        for asked in section.asked:
            yield from _asked_texts(f"{top}.{asked.id}", asked)


def choice_texts(edition: Edition) -> Iterator[Keyed]:
    """Give the labels of every choice that a form offers, each list once.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"]
        >>> next(choice_texts(form.editions[0])).key
        'choice.activity-types.course-or-seminar'
    """
    lists = {}
    for asked in edition:
        question = asked.question
        if isinstance(question, TextWithChoices):
            lists[question.choices.id] = question.choices
        elif isinstance(question, Table):
            for column in question.columns:
                if isinstance(column, ChoiceColumn):
                    lists[column.choices.id] = column.choices
    for choices in lists.values():
        for choice in choices.choices:
            yield Keyed(f"choice.{choices.id}.{choice.id}", choice.label)


def rule_texts(rule: Rule[Any]) -> Iterator[Keyed]:
    """Give every text of a rule.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> [keyed.key for keyed in rule_texts(load_registry().rule("ACT001"))]
        ['rule.ACT001.title', 'rule.ACT001.obligation', 'rule.ACT001.says', 'rule.ACT001.mend']
    """
    yield Keyed(f"rule.{rule.code}.title", rule.title)
    if rule.obligation is not None:
        yield Keyed(f"rule.{rule.code}.obligation", rule.obligation)
    yield from _message_texts(f"rule.{rule.code}", rule.message)
    for name, message in rule.variants.items():
        yield from _message_texts(f"rule.{rule.code}.{name}", message)


def common_texts() -> Iterator[Keyed]:
    """Give the texts that belong to no form or rule: names of ids, and sentences around findings.

    Examples:
        >>> [keyed.key for keyed in common_texts()][-1]
        'finding.source'
    """
    for region, name in REGION_NAMES.items():
        yield Keyed(f"region.{region}", name)
    for role, name in ROLE_NAMES.items():
        yield Keyed(f"role.{role}", name)
    for kind, name in ENTITY_TYPE_NAMES.items():
        yield Keyed(f"entity-type.{kind}", name)
    for sort, names in NAMES.items():
        for id_, name in names.items():
            yield Keyed(f"name.{sort}.{id_}", name)
    for number, name in enumerate(SMALL_NUMBERS, 1):
        yield Keyed(f"name.number.{number}", name)
    for id_, sentence in SENTENCES.items():
        yield Keyed(f"finding.{id_}", sentence)


def source_texts(documents: Iterable[Document] = DOCUMENTS) -> Iterator[Keyed]:
    """Give the titles of documents, which are names, how findings cite them, and what to know.

    Examples:
        >>> [keyed.key for keyed in source_texts()][:2]
        ['source.service-environment-mandate.title', 'source.service-environment-mandate.short']
    """
    for document in documents:
        yield Keyed(f"source.{document.id}.title", Text(document.title))
        yield Keyed(f"source.{document.id}.short", document.short)
        if document.note is not None:
            yield Keyed(f"source.{document.id}.note", document.note)
    yield Keyed("source.lost-heading.note", LOST_HEADING)


def _asked_texts(top: str, asked: Asked) -> Iterator[Keyed]:
    yield Keyed(f"{top}.label", asked.label)
    if asked.guidance is not None:
        yield Keyed(f"{top}.guidance", asked.guidance)
    if isinstance(asked.question, Table):
        for column in asked.question.columns:
            yield Keyed(f"{top}.column.{column.id}.label", column.label)


def _message_texts(top: str, message: Message) -> Iterator[Keyed]:
    yield Keyed(f"{top}.says", message.says)
    yield Keyed(f"{top}.mend", message.mend)
    if message.then is not None:
        yield Keyed(f"{top}.then", message.then)
