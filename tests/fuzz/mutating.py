"""Changing a document at random as somebody would who knows the format and means harm."""

import json
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, Final

from fuzz.differences import registry
from fuzz.hostile import BIDI, ESCAPES, HALF, HOMOGLYPHS, SIZED, UNSEEN, ZALGO

VALUES: Final = (
    *(None, True, False, 0, -1, 3, 15.0, 1.5, 2024, 10**11, 2**63, 10**309, 1e308, -0.0),
    *("", " ", "Ja.", "x", "0", "2024", "15868600184", "10.5555/x", "a@example.org", "[]"),
    *(HOMOGLYPHS, BIDI, UNSEEN, ESCAPES, HALF, ZALGO, "\u2003", "\x00", "x" * 5000),
    *([], {}, [[]], [{}], {"": None}, [None], {"rows": []}, {"other": "x"}, {"text": "x"}),
    *({"not_applicable": ""}, {"nothing_to_report": True}, {"not_received": True}, {"yes": True}),
)
RAW: Final = (
    b"NaN",
    b"1e400",
    b"1e4299",
    b"-Infinity",
    b"\xff",
    b"\x00",
    b"\\ud800",
    b'"a":1,',
    b"[",
)
MOST_SIZE: Final = 32_768
"""The largest document that is tried, in bytes; what larger ones cost, `sizes.py` tells."""


@cache
def words() -> tuple[str, ...]:
    """Give every word of the format that a document can hold as a key or an id."""
    known: dict[str, None] = dict.fromkeys(registry().templates)
    for asked in registry().questions.values():
        known[asked.id] = None
        known |= dict.fromkeys(column.id for column in getattr(asked.question, "columns", ()))
    keys = (
        "format template year edition entity people answers entered_by parts_done sections "
        "languages waivers comments attachments extra id type code name description hosts units "
        "organisation region email phone institution roles role show_on_page copy_of_report rows "
        "text tools yes other not_applicable nothing_to_report not_received rule question row of "
        "by at reason person on_behalf_of report previous group cycle attempt submitted deputies "
        "policy rules says until options names started ended activity evaluation reference-group "
        "academic-lead coordinator group-leader group-member helse-vest helse-nord rhf-report/1 "
        "rhf-case/1 national-competence-service"
    )
    return (*known, *dict.fromkeys(keys.split()), *registry().rules)


def mutate(data: bytes, random: Random, most: int = MOST_SIZE) -> bytes:
    """Change a document: its values where it is JSON, else its bytes.

    Args:
        data: The document.
        random: Where chance comes from.
        most: How many bytes it may have afterwards.

    Examples:
        >>> isinstance(mutate(b'{"format": "rhf-report/1"}', Random(1)), bytes)
        True
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return _bytes(data, random)[:most]
    if random.random() < 0.02:
        made = random.choice(list(SIZED.values()))(random.randrange(1, 300))
        return made if len(made) <= most else data
    for _time in range(random.choice((1, 1, 2, 3, 8))):
        value = _changed(value, random)
    try:
        made = json.dumps(value, ensure_ascii=random.random() < 0.5).encode(
            "utf-8", "surrogatepass"
        )
    except (ValueError, RecursionError):
        return data
    made = _bytes(made, random) if random.random() < 0.1 else made
    return made if len(made) <= most else data


def _changed(value: Any, random: Random) -> Any:
    """Change one place of a value."""
    found = _containers(value)
    if not found:
        return random.choice((value, {"format": "rhf-report/1", "answers": value}))
    one = random.choice(found)
    change: Callable[[Any, Random], None] = random.choice((_put, _put, _add, _add, _drop, _repeat))
    change(one, random)
    return value


def _containers(value: Any) -> list[Any]:
    found, waiting = [], [value]
    while waiting and len(found) < 2000:
        one = waiting.pop()
        if isinstance(one, dict | list):
            found.append(one)
            waiting += one.values() if isinstance(one, dict) else one
    return found


def _place(one: Any, random: Random) -> Any:
    return random.choice(list(one)) if isinstance(one, dict) else random.randrange(len(one))


def _value(random: Random) -> Any:
    way = random.random()
    if way < 0.25:
        return random.choice(words())
    if way < 0.35:
        return {random.choice(words()): _odd(random) for _time in range(3)}
    if way < 0.45:
        return [{random.choice(words()): _odd(random)} for _time in range(4)]
    if way < 0.47:
        return json.loads("[" * 99 + "]" * 99)
    return _odd(random)


def _odd(random: Random) -> Any:
    return json.loads(json.dumps(random.choice(VALUES)))  # a copy, since it may be changed later


def _put(one: Any, random: Random) -> None:
    if one:
        one[_place(one, random)] = _value(random)


def _add(one: Any, random: Random) -> None:
    if isinstance(one, dict):
        one[random.choice(words())] = _value(random)
    else:
        one.insert(random.randrange(len(one) + 1), _value(random))


def _drop(one: Any, random: Random) -> None:
    if one:
        del one[_place(one, random)]


def _repeat(one: Any, random: Random) -> None:
    if isinstance(one, list) and one:
        copied = json.dumps(one[_place(one, random)])
        one += [json.loads(copied) for _time in range(random.choice((1, 1, 2, 40)))]


def _bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    way = random.randrange(4)
    if way == 0:
        return data[:at] + random.choice(RAW) + data[at:]
    if way == 1:
        return data[:at] + data[at + random.randrange(1, 8) :]
    if way == 2:
        return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
    return data[:at] + data[at : at + 64] * random.randrange(2, 20) + data[at:]
