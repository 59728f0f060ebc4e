from datetime import date

import pytest

from rhf_services import Case, HostPolicy, Report, RuleChange, loads
from rhf_services.model.cases import Deputy, Waiver
from rhf_services.model.faults import Fault, FaultKind

FEBRUARY = Deputy("p1", "p2", date(2025, 2, 1), date(2025, 2, 28))


@pytest.mark.parametrize(
    ("day", "stands_in"),
    [
        (date(2025, 1, 31), False),
        (date(2025, 2, 1), True),
        (date(2025, 2, 28), True),
        (date(2025, 3, 1), False),
        (None, False),
    ],
)
def test_a_deputy_stands_in_within_the_dates(day, stands_in):
    assert stands_in == FEBRUARY.on(day)


@pytest.mark.parametrize("day", [None, date(2025, 2, 1)])
def test_a_deputy_without_dates_always_stands_in(day):
    assert Deputy("p1", "p2").on(day)


@pytest.mark.parametrize(
    ("deputy", "day", "stands_in"),
    [
        (Deputy("p1", "p2", from_=date(2025, 2, 1)), date(2030, 1, 1), True),
        (Deputy("p1", "p2", from_=date(2025, 2, 1)), None, False),
        (Deputy("p1", "p2", to=date(2025, 2, 1)), date(2020, 1, 1), True),
        (Deputy("p1", "p2", to=date(2025, 2, 1)), None, False),
    ],
)
def test_one_open_end_is_open(deputy, day, stands_in):
    assert stands_in == deputy.on(day)


def test_a_case_carries_what_reading_the_report_saw():
    fault = Fault(FaultKind.UNKNOWN_KEY, ("yeer",))
    assert Case(report=Report({}, (fault,))).faults == (fault,)


def test_a_case_without_a_report_has_seen_nothing():
    assert Case(report=None).faults == ()


def test_a_reason_is_not_shown_when_printed():
    assert "Kari" not in repr(Waiver("ACT001", reason="Kari Eksempel sier det."))


ALWAYS = RuleChange("ACT001", "off")
UNTIL_MARCH = RuleChange("ACT001", "info", until=date(2025, 3, 1))


@pytest.mark.parametrize(
    ("day", "in_force"),
    [(date(2025, 3, 1), True), (date(2025, 3, 2), False), (None, False)],
)
def test_a_change_with_a_last_day_holds_to_the_end_of_it(day, in_force):
    assert in_force == UNTIL_MARCH.in_force(day)


def test_a_change_without_a_last_day_always_holds():
    assert ALWAYS.in_force(None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 2, 1), UNTIL_MARCH), (date(2025, 4, 1), ALWAYS), (None, ALWAYS)],
)
def test_the_last_change_in_force_is_the_one_that_holds(day, expected):
    assert expected == HostPolicy(rules=(ALWAYS, UNTIL_MARCH)).change_of("ACT001", day)


def test_a_rule_nobody_changed_has_no_change():
    assert HostPolicy(rules=(ALWAYS,)).change_of("ACT002", None) is None


def test_what_loads_gave_is_no_report():
    loaded = loads(b'{"format": "rhf-report/1"}')

    with pytest.raises(TypeError, match="'report' must be"):
        Case(report=loaded)
