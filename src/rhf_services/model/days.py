"""Norwegian days: which day it is in Oslo at a moment, wherever the moment was written down."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo


@cache
def _oslo() -> ZoneInfo:
    return ZoneInfo("Europe/Oslo")


def norwegian_day(moment: datetime | None) -> date | None:
    """Give the day in Norway at a moment; a moment without a zone is Norwegian time.

    Args:
        moment: The moment, or None.

    Examples:
        >>> norwegian_day(datetime.fromisoformat("2025-02-16T23:30:00+00:00"))
        datetime.date(2025, 2, 17)
    """
    if moment is None:
        return None
    return (moment if moment.tzinfo is None else moment.astimezone(_oslo())).date()
