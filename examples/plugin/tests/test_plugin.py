"""The region's form and rule, tried with the kit of rhf-services."""

from hypothesis import given, settings

from rhf_services import Audience, Stage, check, dumps, load_registry, loads_case
from rhf_services.hooks import advice
from rhf_services.testing import Expected, broken_cases, good_cases

FORM = "example-region.regional-competence-centre"
REGISTRY = load_registry(strict=True)
some = settings(max_examples=20, deadline=None)


def test_everything_is_taken_in_and_there_is_nothing_to_mend():
    assert REGISTRY.owners[FORM] == REGISTRY.owners["ER-TRA001"] == "example-region"
    assert advice(REGISTRY) == ()


@some
@given(good_cases(REGISTRY, FORM, 2024))
def test_nothing_is_said_about_a_good_report(document):
    case = loads_case(dumps(document)).case
    assert check(case, REGISTRY, Stage.SUBMISSION).for_(Audience.LEAD) == ()


@some
@given(broken_cases(REGISTRY, FORM, codes=("ER-TRA001",)))
def test_the_rule_fires_where_it_is_broken_and_nothing_else_does(broken):
    case = loads_case(broken.written).case
    verdict = check(case, REGISTRY, broken.stage, at=broken.at)
    assert Expected.all_of(verdict.findings) == broken.findings
    assert not verdict.blocking
