"""Nobody is told anything about a good report, and little about one made in good faith."""

from functools import cache
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services import Audience, Stage, check, dumps, load_registry, loads_case
from rhf_services.model.answers import State
from rhf_services.model.cases import Case
from rhf_services.model.findings import Ran
from rhf_services.model.forms import Addressee, Asked, Edition
from rhf_services.testing import forms_of, good_cases, good_faith_cases

REGISTRY: Final = load_registry()
FORMS: Final = [(form.template.id, form.year) for form in forms_of(REGISTRY)]
MOST_TO_THE_LEAD: Final = 3


def read(document: dict[str, object]) -> Case:
    loaded = loads_case(dumps(document))
    assert loaded.faults == ()
    return loaded.case


def test_every_form_is_tried():
    assert {template for template, _year in FORMS} == set(REGISTRY.templates)


@cache
def looked_for_in_vain():
    """Codes of the rules that ran to their end on a good case, and had nothing to say."""
    codes = set()
    for template in REGISTRY.templates:
        _look(codes, good_cases(REGISTRY, template))
    return frozenset(codes)


def _look(codes, documents):
    @settings(max_examples=10, deadline=None, database=None)
    @given(documents)
    def look(document):
        case = read(document)
        for stage in Stage:
            verdict = check(case, REGISTRY, stage, at=case.attempt.at)
            codes.update(found.code for found in verdict.outcomes if found.ran is Ran.PASSED)

    look()


@pytest.mark.parametrize("code", REGISTRY.rules)
def test_a_rule_is_silent_on_good_cases_because_it_looked(code):
    assert code in looked_for_in_vain()


@pytest.mark.parametrize(("template", "year"), FORMS)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_nobody_is_told_anything_about_a_good_case(template, year, data):
    case = read(data.draw(good_cases(REGISTRY, template, year)))
    archive = REGISTRY.templates[template].archive

    for stage in Stage:
        verdict = check(case, REGISTRY, stage, at=case.attempt.at)
        assert verdict.findings == ()
        assert verdict.complete
        submits = stage in (Stage.DRAFT, Stage.SUBMISSION) and not archive
        assert verdict.may_submit is (True if submits else None)


@pytest.mark.parametrize(("template", "year"), FORMS)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_a_report_in_good_faith_keeps_the_budget(template, year, tallies, data):
    case = read(data.draw(good_faith_cases(REGISTRY, template, year)))
    verdict = check(case, REGISTRY, Stage.SUBMISSION, at=case.attempt.at)
    tallies["generated in good faith, every form and year"].count(verdict)
    left = missing(case, verdict.edition)
    to_entity = [asked.id for asked in left if asked.to is Addressee.ENTITY]
    to_group = [asked for asked in left if asked.to is Addressee.GROUP]

    told = verdict.for_(Audience.LEAD)
    assert len(told) <= MOST_TO_THE_LEAD
    assert [finding.place.question for finding in told] == to_entity
    assert {finding.code for finding in told} <= {"EVA001"}

    told = verdict.for_(Audience.GROUP_LEADER)
    regional = [asked for asked in to_group if asked.region is not None]
    assert len(told) == len(to_group) - len(regional) + bool(regional)
    assert len(told) + len(to_entity) == len(verdict.findings)
    assert verdict.blocking == ()

    places = [finding.place for finding in verdict.findings]
    assert len(places) == len(set(places))


def missing(case: Case, edition: Edition) -> list[Asked]:
    """Questions of the evaluation that nobody has answered, in the order of the form."""
    return [
        asked
        for section in edition.sections
        for asked in section.asked
        if section.id != "activity"
        and not asked.optional
        and case.report.state(asked.question) is State.MISSING
        and case.report.section_state(section.id) is State.MISSING
    ]


def test_a_form_nobody_has_is_refused():
    with pytest.raises(LookupError):
        good_cases(REGISTRY, "no-such-form")
    with pytest.raises(LookupError):
        good_cases(REGISTRY, "archive", 2024)
