"""JSON values as they stand in a report: copying them, seeing that nothing is there."""

from collections.abc import Mapping
from typing import Any, Final

from rhf_services.model.answers import STATE_KEYS
from rhf_services.model.values import is_blank, text_or_none

CAPTION: Final = ("title", "name", "text", "person", "not_applicable", "reason", "other", "href")
"""Where a row, a person or an answer holds the words people know it by; the first one counts."""

CAPTION_LENGTH: Final = 70


def copied(value: Any) -> Any:
    """Copy a JSON value, however deep it is, so that whoever changes the copy changes nothing else.

    Examples:
        >>> old = {"rows": [{"id": "a1"}]}
        >>> new = copied(old)
        >>> new["rows"].append({}), old
        (None, {'rows': [{'id': 'a1'}]})
    """
    top = [value]
    waiting: list[Any] = [top]
    while waiting:
        made = waiting.pop()
        for key, part in made.items() if isinstance(made, dict) else enumerate(made):
            if isinstance(part, Mapping):
                made[key] = dict(part)
                waiting.append(made[key])
            elif isinstance(part, list):
                made[key] = list(part)
                waiting.append(made[key])
    return top[0]


def is_nothing(value: Any) -> bool:
    """Tell whether nothing at all stands in a JSON value, however it is wrapped.

    A state that is false says nothing either: some hosts write every key everywhere. "Not
    applicable" without a reason does say something.

    Examples:
        >>> is_nothing({"text": "", "tools": [], "not_received": False}), is_nothing([0])
        (True, False)
        >>> is_nothing({"not_applicable": ""})
        False
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            if isinstance(one.get("not_applicable"), str):
                return False
            waiting += [v for k, v in one.items() if not (k in STATE_KEYS and v is False)]
        elif isinstance(one, list):
            waiting += one
        elif not is_blank(one):
            return False
    return True


def caption_of(value: Any) -> str | None:
    """Give a few words by which people know a row, a person or an answer; None where it has none.

    Examples:
        >>> caption_of({"id": "f1", "title": "Et forløp"}), caption_of({"count": 9})
        ('Et forløp', None)
    """
    texts = [value.get(key) for key in CAPTION] if isinstance(value, Mapping) else [value]
    text = next((found for found in map(text_or_none, texts) if found), None)
    if text is None:
        return None
    line = " ".join(text[: 10 * CAPTION_LENGTH].split())
    return line if len(line) <= CAPTION_LENGTH else line[: CAPTION_LENGTH - 1].rstrip() + "…"
