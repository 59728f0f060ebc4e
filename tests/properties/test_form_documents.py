"""A form can be filled from its document alone, and faulty reports are told of where it says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.checks import built_in
from support.form_faults import FORMED, document_of, unlisted, verdict_on, year_of
from support.form_filling import filled_reports

from rhf_services import Audience, Stage, check, dumps, loads, loads_case
from rhf_services.testing.broken_on_form import all_broken


@pytest.mark.parametrize(("template", "year"), FORMED)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_report_filled_from_the_document_alone_is_in_order(template, year, data):
    report = data.draw(filled_reports(document_of(template, year)))
    loaded = loads(dumps(report))
    verdict = verdict_on(report, Stage.SUBMISSION)

    assert loaded.faults == ()
    assert verdict.complete
    assert verdict.may_submit is (None if template == "archive" else True)
    for audience in (Audience.LEAD, Audience.GROUP_LEADER, Audience.HOST):
        assert verdict.for_(audience) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(all_broken(built_in()))
def test_what_is_found_in_broken_cases_is_listed_where_it_stands(broken):
    case = loads_case(broken.written).case
    verdict = check(case, built_in(), broken.stage, broken.at)
    assert unlisted(verdict, year_of(case)) == []
