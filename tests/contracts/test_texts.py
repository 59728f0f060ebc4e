"""Every text has a key of its own, of one grammar, for ever."""

import re
from collections import Counter

import pytest
from support.checks import built_in

from rhf_services.exchange.words import file_texts
from rhf_services.i18n.form_choices import form_choice_texts
from rhf_services.i18n.keys import (
    choice_texts,
    common_texts,
    form_texts,
    rule_texts,
    source_texts,
)
from rhf_services.i18n.upkeep import extracted
from rhf_services.process.texts import process_texts
from rhf_services.render.words import render_texts
from rhf_services.trace.output import trace_texts

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
DOTTED = rf"({ID}\.)?{ID}"
CODE = r"([A-Z]+-)?[A-Z]{3}[0-9]{3}"
GRAMMAR = re.compile(
    rf"form\.{DOTTED}\.title"
    rf"|form\.{DOTTED}\.section\.{ID}\.(title|guidance)"
    rf"|form\.{DOTTED}\.{DOTTED}\.(label|guidance|column\.{ID}\.label)"
    rf"|choice\.{ID}\.{ID}"
    rf"|role\.{ID}"
    rf"|region\.{ID}"
    rf"|entity-type\.{ID}"
    rf"|name\.{ID}\.{ID}"
    rf"|finding\.{ID}"
    rf"|file\.(place|weight|heading|sheet|kind|column-kind|addressee|answer)\.{ID}"
    rf"|file\.{ID}\.(says|mend)"
    rf"|difference\.{ID}|difference\.(kind|sentence)\.{ID}"
    rf"|account\.(fate|reason|part|field|sentence)\.{ID}"
    rf"|render\.(page|form|report|reader|rule|covers|need)\.{ID}"
    rf"|trace\.(open\.)?{ID}"
    rf"|source\.{ID}\.(title|short|note)"
    rf"|choice-of-form\.{ID}\.(title|says)"
    rf"|rule\.{CODE}\.(title|obligation)"
    rf"|rule\.{CODE}(\.{ID})?\.(says|mend|then)"
)

EDITIONS = [(form, edition) for form in built_in().templates.values() for edition in form.editions]
OTHER_ROOMS = [*process_texts(), *trace_texts(), *render_texts()]
COMMON_TEXTS = [*common_texts(), *form_choice_texts()]
RULE_TEXTS = [keyed for rule in built_in().rules.values() for keyed in rule_texts(rule)]

each_edition = pytest.mark.parametrize(
    ("form", "edition"), EDITIONS, ids=[f"{form.id}-{edition.id}" for form, edition in EDITIONS]
)


def twice(texts):
    return [key for key, count in Counter(keyed.key for keyed in texts).items() if count > 1]


def outside(texts):
    return [keyed.key for keyed in texts if not GRAMMAR.fullmatch(keyed.key)]


@each_edition
def test_the_texts_of_a_form_have_keys_of_their_own(form, edition):
    texts = [*form_texts(form, edition), *choice_texts(edition), *COMMON_TEXTS, *RULE_TEXTS]
    assert twice(texts) == []


@each_edition
def test_the_keys_of_a_form_are_of_the_grammar(form, edition):
    assert outside([*form_texts(form, edition), *choice_texts(edition)]) == []


def test_the_keys_of_rules_and_names_are_of_the_grammar():
    assert outside([*RULE_TEXTS, *COMMON_TEXTS, *source_texts(), *file_texts(), *OTHER_ROOMS]) == []
    assert twice([*RULE_TEXTS, *COMMON_TEXTS, *source_texts(), *file_texts(), *OTHER_ROOMS]) == []


def test_every_text_that_is_not_of_the_command_line_has_a_key():
    keyed = [*RULE_TEXTS, *COMMON_TEXTS, *source_texts(), *file_texts(), *OTHER_ROOMS]
    for form, edition in EDITIONS:
        keyed += [*form_texts(form, edition), *choice_texts(edition)]
    known = {one.text.nb for one in keyed}
    known |= {case.name.nb for rule in built_in().rules.values() for case in rule.cases}
    found = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in extracted("rhf_services")
        if message.id and not all(file.startswith("cli/") for file, _line in message.locations)
    }
    assert found - known == set()


def test_the_same_choice_is_called_the_same_in_every_form():
    labels = {}
    for _form, edition in EDITIONS:
        for keyed in choice_texts(edition):
            labels.setdefault(keyed.key, set()).add(keyed.text)
    assert [key for key, texts in labels.items() if len(texts) > 1] == []


def test_no_text_is_blank_or_ends_in_a_blank():
    texts = [*RULE_TEXTS, *COMMON_TEXTS, *OTHER_ROOMS]
    for form, edition in EDITIONS:
        texts += [*form_texts(form, edition), *choice_texts(edition)]
    assert [keyed.key for keyed in texts if keyed.text.nb != keyed.text.nb.strip()] == []
    assert [keyed.key for keyed in texts if not keyed.text.nb] == []
