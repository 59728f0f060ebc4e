"""From bytes to JSON values, strictly: duplicate keys, numbers that are none, depth, encoding."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from attrs import field, frozen

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


class _TooLongError(ValueError):
    """A number with more digits than can be kept."""


@frozen
class _Seen:
    """What the reader notices while it reads."""

    repeated: list[tuple[dict[str, Any], str]] = field(factory=list)
    huge: list[int] = field(factory=list)

    def pairs(self, found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            counts = Counter(key for key, _value in found)
            self.repeated.extend((made, key) for key, count in counts.items() if count > 1)
        return made

    def number(self, literal: str) -> float | int:
        value = float(literal)
        if not math.isinf(value):
            return value
        try:
            exact = Decimal(literal)
        except InvalidOperation:  # an exponent beyond what even Decimal can hold
            raise _TooLongError from None
        if exact.adjusted() >= MOST_DIGITS or exact != exact.to_integral_value():
            raise _TooLongError
        sign, digits, exponent = exact.as_tuple()
        whole = int("".join(map(str, digits)))
        value_ = whole * 10**exponent if isinstance(exponent, int) and exponent > 0 else int(exact)
        self.huge.append(value_)
        return -value_ if sign and value_ > 0 else value_

    def whole(self, literal: str) -> int:
        if len(literal.removeprefix("-")) > MOST_DIGITS:
            raise _TooLongError
        value = int(literal)
        if abs(value) > MOST_FOR_OTHERS:
            self.huge.append(value)
        return value


def parse(data: bytes | str, *, around: int = 0) -> Parsed:
    """Read JSON exactly, and say what is wrong with it instead of raising.

    A repeated key is named; its last value is the one that is read. A number too great for a
    float is kept as the whole number it is. NaN and Infinity, which are no JSON, are kept and
    named.

    Args:
        data: The document; bytes in UTF-8, with or without a byte-order mark.
        around: How many levels more there may be, since a document lies within another.

    Examples:
        >>> parse(b'{"a": 1, "a": 2}').faults[0].at
        ('a',)
        >>> parse(b"{").faults[0].params["reason"]
        'not-json'
    """
    text = data if isinstance(data, str) else _decoded(data)
    if isinstance(text, Fault):
        return _nothing(text)
    if not text.strip("\ufeff \t\r\n"):
        return _nothing(_unreadable("empty"))
    seen = _Seen()
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=seen.pairs,
            parse_float=seen.number,
            parse_int=seen.whole,
        )
    except json.JSONDecodeError as error:
        return _nothing(_unreadable("not-json", line=error.lineno, position=error.colno))
    except _TooLongError:
        return _nothing(_unreadable("long-number"))
    except RecursionError:
        return _nothing(_unreadable("too-deep"))
    places, deep = _walk(value, [made for made, _key in seen.repeated], MOST_LEVELS + around)
    if deep:
        return _nothing(_unreadable("too-deep"))
    twice = tuple(
        Fault(FaultKind.DUPLICATE_KEY, (*places[id(made)], key))
        for made, key in seen.repeated
        if id(made) in places  # not within a value that a later one replaced
    )
    odd = seen.huge or "NaN" in text or "Infinity" in text
    return Parsed(value, (*twice, *(odd_numbers(value) if odd else ())))


def part(whole: Parsed, at: Pointer) -> Parsed:
    """Give a part of what was parsed, as if it had been read alone.

    Args:
        whole: What was parsed.
        at: The place of the part, which is there.

    Returns:
        Its value, and what was seen in it with places from there; nothing where it is too deep.

    Examples:
        >>> part(parse(b'{"report": {"a": 1, "a": 2}}'), ("report",)).faults[0].at
        ('a',)
    """
    value = whole.value
    for step in at:
        value = value[step]
    if _walk(value, [], MOST_LEVELS)[1]:
        return _nothing(_unreadable("too-deep"))
    return Parsed(value, faults_within(whole.faults, at))


def faults_within(faults: Iterable[Fault], at: Pointer) -> tuple[Fault, ...]:
    """Give what was seen in a part, with places from there; not that the part itself came twice.

    Examples:
        >>> faults_within(parse(b'{"a": {"b": 1, "b": 2}}').faults, ("a",))[0].at
        ('b',)
    """
    twice, many = FaultKind.DUPLICATE_KEY, len(at)
    return tuple(
        Fault(fault.kind, fault.at[many:], fault.params)
        for fault in faults
        if fault.at[:many] == at and (len(fault.at) > many or fault.kind is not twice)
    )


def _decoded(data: bytes) -> str | Fault:
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        return _unreadable("not-utf-8", encoding=encoding.upper())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _unreadable("not-utf-8", encoding="?")


def _walk(value: Any, wanted: list[Any], levels: int) -> tuple[dict[int, Pointer], bool]:
    """Find the places of some objects, and whether anything lies too deep."""
    ids = {id(one) for one in wanted}
    found: dict[int, Pointer] = {}
    level: list[tuple[Any, Pointer]] = [(value, ())]
    for _depth in range(levels):
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


def odd_numbers(value: Any) -> tuple[Fault, ...]:
    """Name the places of NaN and Infinity, and of numbers greater than a float can hold.

    Examples:
        >>> odd_numbers({"a": [1, 10**400]})[0].at
        ('a', 1)
    """
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
