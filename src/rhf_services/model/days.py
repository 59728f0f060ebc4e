"""Norwegian time: which day it is in Oslo at a moment, wherever the moment was written down."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo


@cache
def _oslo() -> ZoneInfo:
    return ZoneInfo("Europe/Oslo")


def norwegian_time(moment: datetime) -> datetime:
    """Give a moment as the clocks in Norway show it; a moment without a zone is Norwegian time.

    Where the calendar has no such day, before year 1 or after 9999, the moment stays as it is.

    Args:
        moment: The moment.

    Examples:
        >>> norwegian_time(datetime.fromisoformat("2025-02-14T10:00:00+00:00")).isoformat()
        '2025-02-14T11:00:00+01:00'
    """
    if moment.tzinfo is None:
        return moment.replace(tzinfo=_oslo())
    try:
        return moment.astimezone(_oslo())
    except OverflowError:
        return moment


def as_written(moment: datetime) -> str:
    """Write a moment as JSON holds it: with an offset of hours and minutes (RFC 3339).

    A moment without a zone is Norwegian time; one whose offset has seconds is written in UTC.

    Args:
        moment: The moment.

    Examples:
        >>> as_written(datetime(2025, 2, 14, 10))
        '2025-02-14T10:00:00+01:00'
    """
    told = norwegian_time(moment) if moment.tzinfo is None else moment
    offset = told.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        told = told.replace(tzinfo=UTC) - (offset or timedelta())
    return told.isoformat()


def norwegian_day(moment: datetime | None) -> date | None:
    """Give the day in Norway at a moment; a moment without a zone is Norwegian time.

    Args:
        moment: The moment, or None.

    Examples:
        >>> norwegian_day(datetime.fromisoformat("2025-02-16T23:30:00+00:00"))
        datetime.date(2025, 2, 17)
    """
    return None if moment is None else norwegian_time(moment).date()
