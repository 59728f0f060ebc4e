"""Whatever stood in the old report stands in the new one or in the account, and nothing raises."""

import json
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from importlib import import_module
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.carrying import leaves, lost, same

from rhf_services import (
    Case,
    Report,
    Stage,
    carry_over,
    dumps,
    load_registry,
    loads,
    loads_case,
    read_report,
)
from rhf_services.checking.reading import filing_of
from rhf_services.i18n import LANGUAGES
from rhf_services.model.questions import Table
from rhf_services.process import CarriedOver, Fate, account_document
from rhf_services.testing import any_reports, good_cases, reports

REGISTRY: Final = load_registry()
TARGETS: Final = [
    (template.id, edition.first)
    for template in REGISTRY.templates.values()
    for edition in template.editions
] + [("national-centre", 2030)]
targets = st.sampled_from(TARGETS)


def faults_of(tree: Mapping[str, Any]) -> Counter[str]:
    """The faults of a report's structure, without the positions of rows."""
    loaded = read_report(dict(tree))
    assert loaded.report is not None
    case = Case(report=loaded.report)
    faults = filing_of(case, loaded.report, REGISTRY, Stage.DRAFT, None).filing.faults
    return Counter(
        str((fault.kind, [step for step in fault.at if isinstance(step, str)], fault.params))
        for fault in faults
    )


def people_of(tree: Mapping[str, Any]) -> list[Any]:
    """The people of a report as they stand, without rows that say nothing or are no people."""
    people = tree.get("people")
    listed = people if isinstance(people, list) else []
    return [json.dumps(one) for one in listed if isinstance(one, Mapping) and any(leaves(one))]


def holds(tree: Mapping[str, Any], target: tuple[str, int]) -> CarriedOver:
    """Carry a report over, and see that all that is promised holds."""
    before = deepcopy(tree)
    made = carry_over(Report(tree), *target, REGISTRY)

    assert same(tree, before)
    assert lost(tree, made) == []
    new = made.report
    assert (new.template, new.year, new.edition) == (*target, None)
    answered = [REGISTRY.questions[id_].question for id_ in new.answers]
    assert all(isinstance(question, Table) and question.lasting for question in answered)
    assert set(new.tree) <= {
        "format",
        "template",
        "year",
        "entity",
        "people",
        "answers",
        "languages",
    }
    assert people_of(new.tree) == people_of(tree)
    assert loads(dumps(new)).report is not None
    relabelled = {key: part for key, part in tree.items() if key != "edition"}
    relabelled |= {"format": "rhf-report/1", "template": target[0], "year": target[1]}
    assert faults_of(new.tree) - faults_of(relabelled) == Counter()
    answers = [fault for fault in faults_of(new.tree) if "['answers'" in fault]
    assert all("duplicate-id" in fault for fault in answers)
    return made


@settings(max_examples=150, deadline=None)
@given(any_reports(REGISTRY), targets)
def test_nothing_disappears_from_any_report(tree, target):
    made = holds(tree, target)

    for lang in LANGUAGES:
        json.dumps(account_document(made.account, lang))


@settings(max_examples=60, deadline=None)
@given(reports(REGISTRY), targets)
def test_nothing_disappears_from_a_loaded_report(report, target):
    holds(report.tree, target)


@pytest.mark.parametrize("template", REGISTRY.templates)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_nothing_disappears_from_a_good_report(template, data):
    tree = data.draw(good_cases(REGISTRY, template))["report"]
    made = holds(tree, data.draw(targets))

    for line in made.account.lines:
        assert (line.fate is Fate.CARRIED) == (line.reasons == () and line.value is None)


@pytest.mark.parametrize("code", REGISTRY.breakers)
@settings(max_examples=4, deadline=None)
@given(st.data())
def test_nothing_disappears_from_a_broken_report(code, data):
    module, _, function = REGISTRY.breakers[code].partition(":")
    broken = data.draw(getattr(import_module(module), function)(REGISTRY))
    loaded = loads_case(broken.written).case.report

    assert loaded is None or holds(loaded.tree, data.draw(targets))


@settings(max_examples=40, deadline=None)
@given(any_reports(REGISTRY), targets)
def test_the_same_report_gives_the_same(tree, target):
    one, other = (carry_over(Report(deepcopy(tree)), *target, REGISTRY) for _time in range(2))

    assert dumps(one.report) == dumps(other.report)
    assert same(account_document(one.account), account_document(other.account))
    assert repr(one) == repr(other)


@settings(max_examples=40, deadline=None)
@given(any_reports(REGISTRY), targets)
def test_the_new_report_shares_nothing_with_the_old(tree, target):
    made = carry_over(Report(tree), *target, REGISTRY)
    before = deepcopy(tree)
    waiting: list[Any] = [made.report.tree]
    while waiting:
        part = waiting.pop()
        inner = part.values() if isinstance(part, dict) else part
        waiting += [one for one in inner if isinstance(one, dict | list)]
        part.clear()

    assert same(tree, before)
