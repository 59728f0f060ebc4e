"""Moments at the edges of the calendar, with odd offsets, and with none."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.checks import built_in, case_of

from rhf_services import Stage, check
from rhf_services.checking.checks import check_plainly
from rhf_services.model.days import as_written, norwegian_day, norwegian_time
from rhf_services.wire.outputs import verdict_document
from rhf_services.wire.schemas import schemas

EDGES = ("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00")
A_DAY = timedelta(hours=23, minutes=59, seconds=59)
OFFSETS = st.timedeltas(-A_DAY, A_DAY).map(timezone)
ZONES = st.none() | OFFSETS | st.just(UTC)
MOMENTS = st.datetimes(timezones=ZONES)
# Since then Norway has kept whole hours; and a day here is in the calendar until then.
CET, INSIDE = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("9998-12-31")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")


@given(MOMENTS)
def test_every_moment_has_a_norwegian_day_and_can_be_written(moment):
    day = norwegian_day(moment)
    assert day is not None
    # An offset is less than a day, and Norway is at most two hours ahead of UTC.
    assert -1 <= (day - moment.date()).days <= 2
    assert RFC_3339.fullmatch(as_written(moment))


@given(st.datetimes(CET, INSIDE, timezones=OFFSETS))
def test_norway_is_one_or_two_hours_ahead_of_utc(moment):
    clock = moment.astimezone(UTC).replace(tzinfo=None)
    ahead = norwegian_time(moment).replace(tzinfo=None) - clock
    assert ahead in (timedelta(hours=1), timedelta(hours=2))
    assert norwegian_day(moment) == (clock + ahead).date()


@given(st.datetimes(max_value=INSIDE, timezones=ZONES).filter(lambda moment: moment.year > 1))
def test_what_is_written_is_the_same_moment(moment):
    # In UTC: an hour that the clocks skip or show twice equals none in another zone.
    told = datetime.fromisoformat(as_written(moment))
    assert told.astimezone(UTC) == norwegian_time(moment).astimezone(UTC)


def test_an_hour_that_the_clocks_show_twice_is_written_with_its_offset():
    first = datetime.fromisoformat("2024-10-27T02:30")
    assert as_written(first) == "2024-10-27T02:30:00+02:00"
    assert as_written(first.replace(fold=1)) == "2024-10-27T02:30:00+01:00"


@pytest.mark.parametrize("written", EDGES)
def test_a_day_that_the_calendar_does_not_have_is_the_day_as_it_was_written(written):
    moment = datetime.fromisoformat(written)
    assert norwegian_day(moment) == moment.date()


def test_a_moment_late_in_the_evening_elsewhere_is_the_next_day_here():
    assert norwegian_day(datetime(2025, 2, 16, 23, 30, tzinfo=UTC)) == date(2025, 2, 17)
    assert norwegian_day(None) is None


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("written", EDGES)
def test_a_check_at_the_edge_of_the_calendar_crashes_no_rule(written, stage):
    case = case_of(
        {"equal-access": "Ja."},
        report={"people": [{"id": "p1", "roles": [{"role": "academic-lead"}]}]},
        attempt={"by": "p7", "at": written},
        cycle={"year": 2024, "deadline": written},
        deputies=[{"for": "p1", "person": "p7", "from": "2025-02-01", "to": "2025-02-28"}],
    )
    for way in (check, check_plainly):
        assert way(case, built_in(), stage, datetime.fromisoformat(written)).crashed == ()


@pytest.mark.parametrize(
    "at", ["2025-02-14T10:00", "2025-02-14T10:00+01:00:30", "2025-02-14T10:00:00.5Z", *EDGES]
)
def test_a_verdict_tells_its_time_as_its_schema_asks(at):
    moment = datetime.fromisoformat(at)
    document = verdict_document(check(case_of(), built_in(), Stage.DRAFT, moment))
    Draft202012Validator(schemas(built_in())[document["format"]]).validate(document)
    assert RFC_3339.fullmatch(document["at"])
