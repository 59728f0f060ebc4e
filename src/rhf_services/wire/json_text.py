"""From bytes to JSON values, strictly: duplicate keys, numbers that are none, depth, encoding."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from attrs import field, frozen

from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.places import Pointer
from rhf_services.wire.nesting import (
    MOST_LEVELS,
    levels_in,
    may_be_deep,
    readable_part,
    too_deep,
)
from rhf_services.wire.odd_numbers import MOST_FOR_OTHERS, odd_numbers

MOST_DIGITS: Final = 4300
"""The most digits a whole number may have; Python itself refuses longer ones."""

MOST_WRITTEN_OUT: Final = 100_000
"""How many digits exponents may stand for in one document: 1e4299 is six signs, and 4300 digits."""

_LONG_NUMBER: Final = re.compile("[0-9]{3}")
"""Seen in every hundredth sign of a text that holds a number of 300 digits or more."""


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
    """A number with more digits than can be kept, or too many such numbers."""

    def __init__(self, reason: str = "long-number") -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@frozen
class _Seen:
    """What the reader notices while it reads."""

    repeated: list[tuple[dict[str, Any], str]] = field(factory=list)
    odd: list[str] = field(factory=list)
    written_out: list[int] = field(factory=lambda: [0])

    def constant(self, literal: str) -> float:
        self.odd.append(literal)
        return float(literal)

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
        self.written_out[0] += exact.adjusted()
        if self.written_out[0] > MOST_WRITTEN_OUT:
            raise _TooLongError("many-long-numbers")
        sign, digits, exponent = exact.as_tuple()
        whole = int("".join(map(str, digits)))
        value_ = whole * 10**exponent if isinstance(exponent, int) and exponent > 0 else int(exact)
        self.odd.append(literal)
        return -value_ if sign and value_ > 0 else value_

    def whole(self, literal: str) -> int:
        if len(literal.removeprefix("-")) > MOST_DIGITS:
            raise _TooLongError
        value = int(literal)
        if abs(value) > MOST_FOR_OTHERS:
            self.odd.append(literal)
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
    text = text.removeprefix("\ufeff")
    levels = MOST_LEVELS + around
    seen = _Seen()
    try:
        value = json.loads(
            readable_part(text),
            object_pairs_hook=seen.pairs,
            parse_float=seen.number,
            parse_int=seen.whole if _LONG_NUMBER.search(text[::100]) else None,
            parse_constant=seen.constant,
        )
    except json.JSONDecodeError as error:
        if levels_in(text[: error.pos]) > levels:
            return _nothing(_unreadable("too-deep"))
        return _nothing(_unreadable("not-json", line=error.lineno, position=error.colno))
    except _TooLongError as error:
        return _nothing(_unreadable(error.reason))
    except RecursionError:
        return _nothing(_unreadable("too-deep"))
    if may_be_deep(text, levels) and too_deep(value, levels):
        return _nothing(_unreadable("too-deep"))
    if not seen.repeated and not seen.odd:
        return Parsed(value)
    places = _places(value, [made for made, _key in seen.repeated])
    twice = tuple(
        Fault(FaultKind.DUPLICATE_KEY, (*places[id(made)], key))
        for made, key in seen.repeated
        if id(made) in places  # not within a value that a later one replaced
    )
    return Parsed(value, (*twice, *(odd_numbers(value) if seen.odd else ())))


def parse_lax(data: bytes | str) -> Parsed:
    """Read JSON with orjson, an extra: about three times as fast, and less exact.

    Of a key written twice the last value is read and nothing is said, and a whole number beyond
    64 bits loses digits. Whatever orjson refuses is read exactly, so that it is told the same way.

    Raises:
        ImportError: orjson is not installed.

    Examples:
        >>> parse_lax(b'{"a": 1}').value, parse_lax(b"{").faults[0].params["reason"]
        ({'a': 1}, 'not-json')
    """
    try:
        import orjson  # noqa: PLC0415  (an extra; only where it is asked for)
    except ModuleNotFoundError as error:
        message = "Reading with orjson needs an extra: pip install 'rhf-services[fast]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        return parse(data)
    deep = may_be_deep(data, MOST_LEVELS) and too_deep(value, MOST_LEVELS)
    return _nothing(_unreadable("too-deep")) if deep else Parsed(value)


def handed_over(value: Any) -> Parsed:
    """Look at a JSON value that somebody else has parsed: its depth, and its numbers.

    Examples:
        >>> handed_over([float("nan")]).faults[0].at
        (0,)
    """
    deep = too_deep(value, MOST_LEVELS)
    return _nothing(_unreadable("too-deep")) if deep else Parsed(value, odd_numbers(value))


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
    if too_deep(value, MOST_LEVELS):
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
    # Without a byte-order mark and without zeros at its start, JSON is UTF-8.
    usual = len(data) > 3 and 0 < data[0] < 0xEF and data[1] > 0
    encoding = "utf-8" if usual else json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        return _unreadable("not-utf-8", encoding=encoding.upper())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _unreadable("not-utf-8", encoding="?")


def _places(value: Any, wanted: list[Any]) -> dict[int, Pointer]:
    """Find the places of some objects, by what they are and not by what they hold."""
    ids = {id(one) for one in wanted}
    found: dict[int, Pointer] = {}
    waiting: list[tuple[Any, Pointer]] = [(value, ())] if ids else []
    while waiting:
        one, at = waiting.pop()
        if id(one) in ids:
            found[id(one)] = at
        items = one.items() if type(one) is dict else enumerate(one)
        waiting += [(part, (*at, key)) for key, part in items if type(part) in (dict, list)]
    return found


def _unreadable(reason: str, **params: str | int) -> Fault:
    return Fault(FaultKind.UNREADABLE, (), {"reason": reason, **params})


def _nothing(fault: Fault) -> Parsed:
    return Parsed(None, (fault,), readable=False)
