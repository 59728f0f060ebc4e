"""Every statement about the form and the report is carried, and switching a carrier off is seen."""

from functools import cache

import pytest
from attrs import evolve
from support.checks import built_in

from rhf_services import load_registry
from rhf_services.hooks import Registry, installed_plugins
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.sources.documents import DOCUMENTS
from rhf_services.trace import TracedAs, holds, proofs, statements, trace, trials, try_without
from rhf_services.trace.carriers import CarrierKind
from rhf_services.trace.statements import CARRIED_KINDS, KINDS
from rhf_services.trace.switching import fresh
from rhf_services.trace.world import REGIONAL

KNOWN = {one.id: one for one in statements()}
TO_CARRY = [one.id for one in statements() if one.to_be_carried]
CARRIERS = [(row, carrier) for row, proof in proofs().items() for carrier in proof.carriers]
RULES = [(row, carrier) for row, carrier in CARRIERS if carrier.kind is CarrierKind.RULE]

each_carrier = pytest.mark.parametrize(
    ("row", "carrier"), CARRIERS, ids=[f"{row}-{carrier}" for row, carrier in CARRIERS]
)


@cache
def everything():
    return fresh(built_in())


@cache
def without_the_regions():
    return load_registry([plugin for plugin in installed_plugins() if plugin.info.core])


def test_all_statements_are_here():
    assert len(KNOWN) == len(statements()) == 448
    assert {one.kind for one in statements()} == set(KINDS)
    documents = {document.id for document in DOCUMENTS}
    cited = {place.split(":")[0] for one in statements() for place in one.source}
    assert cited <= documents
    assert len(cited) == 5


def test_every_statement_about_the_form_and_the_report_has_a_proof():
    assert len(TO_CARRY) == 126
    assert sorted(TO_CARRY) == list(proofs())


@pytest.mark.parametrize("row", TO_CARRY)
def test_holds(row):
    assert holds(proofs()[row], everything())


@each_carrier
def test_switching_off_is_noticed(row, carrier):
    assert try_without(proofs()[row], built_in(), carrier)


@pytest.mark.parametrize(
    ("row", "carrier"), RULES, ids=[f"{row}-{carrier}" for row, carrier in RULES]
)
def test_a_rule_that_falls_silent_is_noticed(row, carrier):
    silent = evolve(built_in().rule(carrier.address), check=lambda _thing: iter(()))
    rules = {**built_in().rules, carrier.address: silent}
    assert not holds(proofs()[row], evolve(fresh(built_in()), rules=rules))


@pytest.mark.parametrize(
    "row",
    [
        row
        for row, proof in proofs().items()
        if any(c.template or c.kind == "rule" for c in proof.carriers)
    ],
)
def test_nothing_of_forms_and_rules_holds_where_none_are_loaded(row):
    assert not holds(proofs()[row], Registry({}, {}))


@pytest.mark.parametrize("row", TO_CARRY)
def test_a_statement_is_carried_by_something_and_names_it_once(row):
    carriers = proofs()[row].carriers
    assert carriers
    assert len(carriers) == len(set(carriers))


def test_everything_that_is_proven_is_proven_again_without_each_carrier_in_one_run():
    done = list(trials(built_in()))
    assert [trial for trial in done if not trial.passed] == []
    assert len(done) == 126 + len(CARRIERS)


def test_statements_of_other_kinds_are_open():
    traced = trace(built_in())
    opened = [one.statement.id for one in traced if one.state is TracedAs.OPEN]
    assert len(opened) == 322
    assert {KNOWN[row].kind for row in opened} == set(KINDS) - set(CARRIED_KINDS)


@pytest.mark.parametrize("rule", built_in().rules.values(), ids=lambda rule: rule.code)
def test_a_rule_traces_known_statements_and_carries_those_about_the_report(rule):
    assert [row for row in (*rule.traces, *rule.source.rows) if row not in KNOWN] == []
    carrying = {row for row, carrier in RULES if carrier.address == rule.code}
    assert {row for row in rule.traces if KNOWN[row].to_be_carried} == carrying


def sources_in(form, edition):
    yield form.source
    yield edition.source
    for part in edition.sections:
        yield part.source
        for asked in part.asked:
            yield asked.source
            yield from (one.source for one in lists_of(asked.question) if one.source)


def lists_of(question):
    if isinstance(question, TextWithChoices):
        yield question.choices
    elif isinstance(question, Table):
        yield from (c.choices for c in question.columns if isinstance(c, ChoiceColumn))


@pytest.mark.parametrize("form", built_in().templates.values(), ids=lambda form: form.id)
def test_what_a_form_cites_is_known(form):
    rows = {
        row
        for edition in form.editions
        for source in sources_in(form, edition)
        for row in source.rows
    }
    assert rows <= set(KNOWN)
    assert rows or form.archive


@pytest.mark.parametrize("form", built_in().templates.values(), ids=lambda form: form.id)
def test_what_a_form_or_question_cites_is_carried_by_something_of_the_form(form):
    cited = {
        row
        for edition in form.editions
        for source in (form.source, *(asked.source for asked in edition))
        for row in source.rows
    }
    carried = {row for row, carrier in CARRIERS if carrier.template == form.id}
    assert {row for row in cited if KNOWN[row].to_be_carried} <= carried


def test_where_the_regions_forms_are_not_installed_their_statements_are_carried_elsewhere():
    traced = trace(without_the_regions(), ["S003-085", "S003-086", "S003-045"])
    assert [str(one.state) for one in traced] == ["not-installed", "not-installed", "carried"]
    assert {carrier.template for carrier in traced[2].elsewhere} == set(REGIONAL)
    done = list(trials(without_the_regions()))
    assert [trial for trial in done if not trial.passed] == []
    assert len({trial.row for trial in done}) == 124


def test_a_proof_that_notices_nothing_is_found_out():
    blind = evolve(proofs()["S003-019"], holds=lambda _world: True)
    assert [trial.passed for trial in trials(built_in(), [blind])] == [True, False, False, False]


def test_a_statement_that_does_not_hold_is_found_out():
    wrong = evolve(proofs()["S003-019"], holds=lambda _world: False)
    assert next(trials(built_in(), [wrong])).passed is False
