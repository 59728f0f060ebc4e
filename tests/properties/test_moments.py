"""A time is read where its schema takes it, and nowhere else."""

import json
from datetime import timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import FormatChecker

from rhf_services.model.values import moment_or_none
from rhf_services.serving import RefusedError, parse
from rhf_services.serving.asking import Params
from rhf_services.wire.cases import loads_case

SIGNS = "0123456789TtZz:+-. W"
FORMATS = FormatChecker()


def taken(written):
    """Ask an independent check of the format `date-time`."""
    return FORMATS.conforms(written, "date-time")


@st.composite
def nearly_times(draw):
    """Write a time, with up to two signs changed, left out or put in."""
    zone = st.builds(lambda at: timezone(timedelta(minutes=at)), st.integers(-1439, 1439))
    signs = [*draw(st.datetimes(timezones=st.none() | zone)).isoformat()]
    for _change in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(signs) - 1))
        signs[at] = draw(st.sampled_from(["", *SIGNS])) + draw(st.sampled_from(["", signs[at]]))
    return draw(st.sampled_from((str, str.lower)))("".join(signs))


@given(nearly_times() | st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:]{8}Z", fullmatch=True))
@example("2025-02-14T10:00:00Z")
@example("2025-02-14t10:00:00.1234567z")
@example("2025-W07-5T10:00:00+01:00")
@example("20250214T100000+0100")
@example("2025-02-14 10:00:00+01:00")
@example("2025-02-14T10:00:00")
@example("2025-02-14T10:00:00+24:00")
@example("2025-02-29T10:00:00Z")
@example("2016-12-31T23:59:60Z")
@example("0000-01-01T00:00:00Z")
def test_a_time_is_read_where_its_schema_takes_it(written):
    case = {"format": "rhf-case/1", "report": {"format": "rhf-report/1"}}
    read = loads_case(json.dumps({**case, "attempt": {"by": "p1", "at": written}}))

    assert (moment_or_none(written) is not None) is taken(written)
    assert (read.faults == ()) is taken(written)
    assert asked(written) is taken(written)


def asked(written):
    try:
        return Params(parse(json.dumps({"at": written}))).moment("at") is not None
    except RefusedError:
        return False


@given(st.datetimes(timezones=st.just(timezone(timedelta(hours=1)))))
def test_a_time_is_read_as_it_was_written(moment):
    read = moment_or_none(moment.isoformat())

    assert read is not None
    assert (read, read.utcoffset()) == (moment, moment.utcoffset())
