"""From bytes to JSON values, strictly: duplicate keys, numbers that are none, depth, encoding."""

import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.places import Pointer

MOST_DIGITS: Final = 4300
"""The most digits a whole number may have; Python itself refuses longer ones."""

MOST_FOR_OTHERS: Final = 10**308
"""The greatest number that programs with floats alone can read at all."""

MOST_LEVELS: Final = 100
"""How deep objects and lists may lie in each other."""


@frozen
class Parsed:
    """What bytes gave.

    Attributes:
        value: The JSON value; None where nothing could be read.
        faults: What was seen; one ``unreadable`` fault where nothing could be read.
        readable: Whether there is a value.

    Examples:
        >>> parse(b'{"a": 1}').value
        {'a': 1}
    """

    value: Any
    faults: tuple[Fault, ...] = ()
    readable: bool = True


class _TooLong(ValueError):
    """A number with more digits than can be kept."""


def parse(data: bytes | str) -> Parsed:
    """Read JSON exactly, and say what is wrong with it instead of raising.

    A repeated key is named; its last value is the one that is read. A number too great for a
    float is kept as the whole number it is. NaN and Infinity, which are no JSON, are kept and
    named.

    Args:
        data: The document; bytes in UTF-8, with or without a byte-order mark.

    Examples:
        >>> parse(b'{"a": 1, "a": 2}').faults[0].at
        ('a',)
        >>> parse(b"{").faults[0].params["reason"]
        'not-json'
    """
    text = data if isinstance(data, str) else _decoded(data)
    if isinstance(text, Fault):
        return _nothing(text)
    repeated: list[tuple[dict[str, Any], str]] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            seen: set[str] = set()
            twice = dict.fromkeys(key for key, _v in found if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            repeated.extend((made, key) for key in twice)
        return made

    huge: list[int] = []

    def number(literal: str) -> float | int:
        value = float(literal)
        if not math.isinf(value):
            return value
        exact = Decimal(literal)
        if exact.adjusted() >= MOST_DIGITS:
            raise _TooLong
        huge.append(int(exact))
        return huge[-1]

    def whole(literal: str) -> int:
        if len(literal) > MOST_DIGITS:
            raise _TooLong
        value = int(literal)
        if abs(value) > MOST_FOR_OTHERS:
            huge.append(value)
        return value

    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=pairs,
            parse_float=number,
            parse_int=whole,
        )
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "position": error.colno}
        return _nothing(_unreadable("not-json", **where))
    except _TooLong:
        return _nothing(_unreadable("long-number"))
    except RecursionError:
        return _nothing(_unreadable("too-deep"))
    places, deep = _walk(value, [made for made, _key in repeated])
    if deep:
        return _nothing(_unreadable("too-deep"))
    twice = tuple(
        Fault(FaultKind.DUPLICATE_KEY, (*places.get(id(made), ()), key)) for made, key in repeated
    )
    return Parsed(value, (*twice, *_odd_numbers(value, bool(huge), text)))


def _decoded(data: bytes) -> str | Fault:
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        return _unreadable("not-utf-8", encoding=encoding.upper())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _unreadable("not-utf-8", encoding="?")


def _walk(value: Any, wanted: list[Any]) -> tuple[dict[int, Pointer], bool]:
    """Find the places of some objects, and whether anything lies too deep."""
    ids = {id(one) for one in wanted}
    found: dict[int, Pointer] = {}
    level: list[tuple[Any, Pointer]] = [(value, ())]
    for _depth in range(MOST_LEVELS):
        below: list[tuple[Any, Pointer]] = []
        for one, at in level:
            if id(one) in ids:
                found[id(one)] = at
            items = (
                one.items() if type(one) is dict else enumerate(one) if type(one) is list else ()
            )
            if ids:
                below += [(v, (*at, key)) for key, v in items if type(v) in (dict, list)]
            else:
                below += [(v, ()) for _key, v in items if type(v) in (dict, list)]
        if not below:
            return found, False
        level = below
    return found, True


def _odd_numbers(value: Any, huge: bool, text: str) -> tuple[Fault, ...]:
    """Name the places of NaN and Infinity, and of numbers greater than a float can hold."""
    if not huge and "NaN" not in text and "Infinity" not in text:
        return ()
    faults = []
    waiting: list[tuple[Any, Pointer]] = [(value, ())]
    while waiting:
        one, at = waiting.pop()
        if isinstance(one, float) and not math.isfinite(one):
            faults.append(Fault(FaultKind.NO_NUMBER, at))
        elif type(one) is int and abs(one) > MOST_FOR_OTHERS:
            faults.append(Fault(FaultKind.HUGE_NUMBER, at))
        elif isinstance(one, Mapping):
            waiting += [(v, (*at, key)) for key, v in one.items()]
        elif isinstance(one, list):
            waiting += [(v, (*at, i)) for i, v in enumerate(one)]
    return tuple(sorted(faults, key=lambda fault: [str(step) for step in fault.at]))


def _unreadable(reason: str, **params: str | int) -> Fault:
    return Fault(FaultKind.UNREADABLE, (), {"reason": reason, **params})


def _nothing(fault: Fault) -> Parsed:
    return Parsed(None, (fault,), readable=False)
