"""What a generated case says must be found, is what is found: all of it, there, and no more."""

from functools import cache
from typing import Final

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from rhf_services import Case, Entity, Report, Stage, check, load_registry, loads_case
from rhf_services.model.entities import EntityType
from rhf_services.model.people import Person, ReferenceGroup, Role
from rhf_services.model.regions import REGIONS, Region
from rhf_services.testing import (
    Expected,
    breakable,
    broken_cases,
    cases,
    entities,
    good_cases,
    good_faith_cases,
    good_faith_with_findings,
    people,
    reference_groups,
    reports,
)

REGISTRY: Final = load_registry()
TEMPLATES: Final = tuple(REGISTRY.templates)
VALUES: Final = (Report, Case, Entity, Person, ReferenceGroup)
NO_FORM_LEFT: Final = {"TPL001", "RDG001", "STR001"}
"""Rules that can be broken by taking the name of the form, or its year, away."""

FIRST: Final = settings(phases=(Phase.generate,), max_examples=2000)
"""The first that is found will do; it need not be made small."""

strategy = cache(lambda template, year=None: broken_cases(REGISTRY, template, year))


def found_in(made):
    verdict = check(
        loads_case(made.written).case, REGISTRY, made.stage, at=getattr(made, "at", None)
    )
    return Expected.all_of(verdict.findings)


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_broken_case_of_a_form_gives_just_the_findings_it_says(template, data):
    broken = data.draw(strategy(template))

    assert found_in(broken) == broken.findings
    codes = {expected.code for expected in broken.findings}
    assert len(codes) == 1
    if not codes & NO_FORM_LEFT:
        assert broken.document["report"]["template"] == template


@pytest.mark.parametrize("year", [2023, 2025])
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_broken_case_is_of_the_year_asked_for(year, data):
    broken = data.draw(strategy("national-treatment-service", year))

    assert found_in(broken) == broken.findings
    if not {expected.code for expected in broken.findings} & NO_FORM_LEFT:
        assert broken.document["report"]["year"] == year


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_each_rule_that_can_be_broken_can_be_asked_for(template, data):
    code = data.draw(st.sampled_from(breakable(REGISTRY, template)))
    broken = data.draw(broken_cases(REGISTRY, template, codes=(code,)))

    assert {expected.code for expected in broken.findings} == {code}


def test_together_the_forms_let_every_rule_be_broken():
    codes = {code for template in TEMPLATES for code in breakable(REGISTRY, template)}

    assert codes == set(REGISTRY.rules)


@pytest.mark.parametrize("codes", [(), ("ACT001",), ("XX-ABC001",)])
def test_what_cannot_be_broken_is_refused(codes):
    with pytest.raises(LookupError):
        broken_cases(REGISTRY, "quality-and-competence-network", codes=codes)
    with pytest.raises(LookupError):
        broken_cases(REGISTRY, "no-such-form")


@pytest.mark.parametrize("year", [None, 2025])
@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_case_in_good_faith_gives_just_the_findings_it_says(template, year, data):
    if template == "archive" and year:
        with pytest.raises(LookupError):
            good_faith_with_findings(REGISTRY, template, year)
        return
    made = data.draw(good_faith_with_findings(REGISTRY, template, year))

    assert found_in(made) == made.findings
    assert made.stage is Stage.SUBMISSION


def test_questions_are_left_in_good_faith():
    def leaves_three(made):
        return len(made.findings) == 3

    made = find(
        good_faith_with_findings(REGISTRY, "national-treatment-service"),
        leaves_three,
        settings=FIRST,
    )
    assert {expected.code for expected in made.findings} <= {"EVA001", "GRP001", "GRP002"}
    assert not any(expected.blocks for expected in made.findings)


@settings(max_examples=5, deadline=None)
@given(good_faith_cases(REGISTRY, "national-centre"))
def test_the_case_alone_can_be_had_as_before(document):
    assert document["format"] == "rhf-case/1"


@pytest.mark.parametrize("kind", VALUES)
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_hypothesis_knows_how_to_make_our_values(kind, data):
    assert isinstance(data.draw(st.from_type(kind)), kind)


@pytest.mark.parametrize("sort", ["silent", "asked", "blocked", "no form"])
def test_reports_of_every_sort_are_among_them(sort):
    def is_of_the_sort(report):
        verdict = check(Case(report=report), REGISTRY, Stage.SUBMISSION)
        return {
            "silent": verdict.edition is not None and not verdict.findings,
            "asked": bool(verdict.findings) and not verdict.blocking,
            "blocked": bool(verdict.blocking) and verdict.edition is not None,
            "no form": verdict.edition is None,
        }[sort]

    assert find(reports(REGISTRY), is_of_the_sort, settings=FIRST) is not None


def test_cases_come_with_what_a_host_knows_and_without():
    assert find(
        cases(REGISTRY),
        lambda case: case.group is not None and case.attempt is not None,
        settings=FIRST,
    )
    assert find(
        cases(REGISTRY),
        lambda case: case.entity is None and case.report is not None,
        settings=FIRST,
    )
    assert find(cases(REGISTRY), lambda case: case.report is None, settings=FIRST).faults


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from(EntityType), st.sampled_from(REGIONS))
def test_entities_are_of_the_kind_and_regions_asked_for(data, kind, region):
    entity = data.draw(entities(kind, (region,)))

    assert (entity.type, entity.regions) == (kind, (region,))


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from(Role))
def test_people_hold_the_role_asked_for(data, role):
    person = data.draw(people(role))

    assert person.holds(role)
    assert person.name
    assert len({held.role for held in person.roles}) == len(person.roles)


@settings(max_examples=30, deadline=None)
@given(reference_groups((Region.HELSE_NORD,), full=True))
def test_a_full_group_has_every_seat_and_one_leader_from_elsewhere(group):
    assert all(group.speaks_for(region) for region in REGIONS)
    assert group.has(Role.USER_REPRESENTATIVE)
    assert [leader.region is Region.HELSE_NORD for leader in group.leaders] == [False]


def test_groups_may_lack_seats():
    assert not find(reference_groups(), lambda group: not group.filled, settings=FIRST).leaders
    assert find(
        reference_groups(), lambda group: any(seat.vacant for seat in group.seats), settings=FIRST
    )


@settings(max_examples=5, deadline=None)
@given(good_cases(REGISTRY, "archive", 2016))
def test_a_good_case_is_among_what_can_be_loaded(document):
    assert document["report"]["year"] == 2016
