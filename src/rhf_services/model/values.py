"""What counts as nothing, as text, as a whole number, as a time: the exact reading of JSON."""

import re
from datetime import datetime
from typing import Any, Final

_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"
)


def is_blank(value: Any) -> bool:
    """Tell whether a value counts as missing: null, an empty text, or only blanks.

    Examples:
        >>> is_blank(None), is_blank("  "), is_blank(0)
        (True, True, False)
    """
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


def text_or_none(value: Any) -> str | None:
    """Read a text; anything else, or a blank one, is None.

    Examples:
        >>> text_or_none("svar"), text_or_none(" "), text_or_none(3)
        ('svar', None, None)
    """
    return value if isinstance(value, str) and value and not value.isspace() else None


def whole_or_none(value: Any) -> int | None:
    """Read a whole number exactly: 15 and 15.0, but neither ``"15"`` nor ``true``.

    Examples:
        >>> whole_or_none(15.0), whole_or_none("15"), whole_or_none(True), whole_or_none(1.5)
        (15, None, None, None)
    """
    if type(value) is int:
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    return None


def moment_or_none(value: Any) -> datetime | None:
    """Read a point in time with its zone, as RFC 3339 writes it (``date-time`` in JSON Schema).

    Examples:
        >>> moment_or_none("2025-02-14T10:00:00Z").isoformat()
        '2025-02-14T10:00:00+00:00'
        >>> moment_or_none("2025-02-14T10:00:00"), moment_or_none("20250214T100000Z")
        (None, None)
    """
    written = value.upper() if isinstance(value, str) else ""
    if not _MOMENT.fullmatch(written):
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:  # a thirteenth month
        return None
