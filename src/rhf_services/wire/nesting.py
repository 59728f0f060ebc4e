"""How deep objects and lists lie in each other, in what was read and in what is still a text."""

import re
from itertools import accumulate
from sys import getrecursionlimit
from threading import get_ident, main_thread
from types import MappingProxyType
from typing import Any, Final

MOST_LEVELS: Final = 100
"""How deep objects and lists may lie in each other."""

SAFE_LEVELS: Final = 400
"""How deep json can read on any thread, however small its stack is."""

_HOLDERS: Final = frozenset((dict, list))
_ESCAPED: Final = re.compile(r"\\.", re.DOTALL)
_STRING: Final = re.compile(r'"[^"]*"?')
_STRING_OR_BRACKET: Final = re.compile(rf"{_STRING.pattern}|[\[\]{{}}]")
_STEPS: Final = MappingProxyType({"{": 1, "[": 1, "]": -1, "}": -1})
_NO_BRACKETS: Final = bytes(set(range(256)) - set(map(ord, _STEPS)))


def too_deep(value: Any, levels: int) -> bool:
    """Tell whether objects and lists lie too deep in each other.

    Args:
        value: A JSON value.
        levels: How many levels there may be.

    Examples:
        >>> too_deep([[1]], 2), too_deep([[1]], 1)
        (False, True)
    """
    level = [value] if type(value) in _HOLDERS else []
    for _depth in range(levels):
        if not level:
            return False
        level = [
            below
            for one in level
            for below in (one.values() if type(one) is dict else one)
            if type(below) in _HOLDERS
        ]
    return bool(level)


def may_be_deep(data: bytes | str, levels: int) -> bool:
    """Tell whether there may be so many brackets that something lies too deep.

    Of a long document nobody counts: looking at what was read is no slower.

    Examples:
        >>> may_be_deep("[[1]]", 2), may_be_deep("[[1]]", 1)
        (False, True)
    """
    if len(data) > 100 * levels:
        return True
    if isinstance(data, str):
        return data.count("{") + data.count("[") > levels
    return data.count(b"{") + data.count(b"[") > levels


def levels_in(text: str) -> int:
    """Count the levels of brackets in a JSON text, whole or not; those in strings are words.

    Examples:
        >>> levels_in('[{"[[[": 1}, ['), levels_in("3")
        (2, 0)
    """
    bare = _STRING.sub("", _without_escapes(text)).encode("ascii", "replace")
    bare = bare.translate(None, _NO_BRACKETS)
    return max(accumulate(map(_STEPS.__getitem__, bare.decode("ascii")), initial=0))


def readable_part(text: str) -> str:
    """Give as much of a JSON text as can be read without running out of stack: most often all.

    json goes as deep as Python lets it, which is deeper than the stack of a small thread reaches;
    the program would end there, without a word. What is cut off is no JSON any more.

    Examples:
        >>> readable_part("[[1]]")
        '[[1]]'
    """
    if _has_room() or text.count("{") + text.count("[") <= SAFE_LEVELS:
        return text
    if levels_in(text) <= SAFE_LEVELS:
        return text
    level = 0
    for found in _STRING_OR_BRACKET.finditer(_without_escapes(text)):
        level += _STEPS.get(found[0], 0)
        if level > SAFE_LEVELS:
            return text[: found.end()]
    return text


def _without_escapes(text: str) -> str:
    """Put other signs for what is escaped, as many, so that each quote begins or ends a string."""
    return _ESCAPED.sub("--", text) if "\\" in text else text


def _has_room() -> bool:
    """Tell whether Python stops before the stack ends: on the main thread, by its usual limit."""
    return get_ident() == main_thread().ident and getrecursionlimit() <= 10 * SAFE_LEVELS
