"""The region's form and rules, tried with the kit of rhf-services."""

import pytest
from hypothesis import assume, given, settings

from rhf_services import Audience, Stage, check, dumps, load_registry, loads_case
from rhf_services.hooks import advice
from rhf_services.testing import Expected, broken_cases, good_cases, named_cases

FORM = "example-region.regional-competence-centre"
CODES = ("ER-TRA001", "ER-VIS001")
REGISTRY = load_registry(strict=True)
some = settings(max_examples=20, deadline=None)


def has_no_days(document):
    """Tell whether a case has a visit of 0 days: the kit's good cases do not know our rules."""
    visits = document["report"]["answers"].get("example-region.visits")
    return isinstance(visits, list) and any(visit.get("days") == 0 for visit in visits)


def test_everything_is_taken_in_and_there_is_nothing_to_mend():
    assert {REGISTRY.owners[one] for one in (FORM, *CODES)} == {"example-region"}
    assert advice(REGISTRY) == ()


@pytest.mark.parametrize("code", CODES)
def test_the_named_cases_come_true(code):
    for ran in named_cases(REGISTRY, code):
        assert (ran.crash, ran.fired) == (None, ran.expected), ran.case.name.nb


@some
@given(good_cases(REGISTRY, FORM, 2024))
def test_nothing_is_said_about_a_good_report(document):
    assume(not has_no_days(document))
    case = loads_case(dumps(document)).case
    assert check(case, REGISTRY, Stage.SUBMISSION).for_(Audience.LEAD) == ()


@some
@given(broken_cases(REGISTRY, FORM, codes=CODES))
def test_a_rule_fires_where_it_is_broken_and_nothing_else_does(broken):
    assume(broken.findings[0].code == "ER-VIS001" or not has_no_days(broken.document))
    case = loads_case(broken.written).case
    verdict = check(case, REGISTRY, broken.stage, at=broken.at)
    assert Expected.all_of(verdict.findings) == broken.findings
    assert not verdict.blocking
