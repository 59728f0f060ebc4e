"""The structure check made fast: most values are plainly good, and seen to be so at once.

Each shape gets a short look that is true only where nothing can be wrong. What it does not take,
and only that, goes through the plain check, which names the faults. The two say the same of every
value; that is tested.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.model.faults import Fault, FaultKind, keep_first
from rhf_services.wire.shape_checks import NONE, compiled, same_ids
from rhf_services.wire.shapes import (
    Answering,
    Anything,
    Check,
    Choosing,
    Several,
    Shape,
    Thing,
    Whole,
    Words,
    YesOrNo,
)

Look = Callable[[Any], bool]
"""Tells that nothing can be wrong with a value; where it is False, something may be."""

ONE_TYPE: Final[Mapping[type[Any], type[Any]]] = MappingProxyType(
    {
        Words: str,
        Choosing: str,
        Whole: int,
        YesOrNo: bool,
        Thing: dict,
        Several: list,
    }
)
"""The JSON type of an ordinary value of each shape, null apart."""


def fast(shape: Shape) -> Check:
    """Compile a shape, once, into a check that is fast on good values.

    Args:
        shape: How the value may look.

    Returns:
        A function that says the same as `compiled` of the shape.

    Examples:
        >>> fast(Several(Whole(minimum=0)))([1, 2, "3"])[0].at
        (2,)
    """
    match shape:
        case Several():
            return _rows(shape)
        case Thing(others=None) if not _is_record(shape):
            return _parts(shape)
        case Answering():
            return _answering(shape)
        case _:
            return _looked_at(shape)


def _looked_at(shape: Shape) -> Check:
    good, plain = look(shape), compiled(shape)

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        return NONE if good(value) else plain(value)

    return check


def _rows(shape: Several) -> Check:
    """Look at all rows; only those that are not plainly good are checked one by one."""
    plain, good, each = compiled(shape), look(shape.of), compiled(shape.of)
    ids = shape.ids

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        if type(value) is not list:
            return plain(value)
        faults: list[Fault] = []
        counts: dict[FaultKind, int] = {}
        if not all(map(good, value)):
            for at, row in enumerate(value):
                if not good(row):
                    keep_first(faults, each(row), at, counts)
        if ids and not _all_differ(value):
            faults += same_ids(value)
        return faults or NONE

    return check


def _parts(shape: Thing) -> Check:
    """Check part by part, each in its own fast way."""
    parts = {key: fast(part) for key, part in shape.parts.items()}
    plain = compiled(shape)

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        if type(value) is not dict:
            return plain(value)
        faults: list[Fault] = []
        for key, part in value.items():
            known = parts.get(key)
            if known is None:
                faults += plain({key: part})
            else:
                found = known(part)
                if found:
                    faults += [fault.below(key) for fault in found]
        return faults or NONE

    return check


def _answering(shape: Answering) -> Check:
    plain = compiled(shape)
    texts = shape.texts
    rows = None if shape.lists is None else fast(shape.lists)
    own = None if shape.own is None else look(shape.own)

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        kind = type(value)
        if kind is str and texts:
            return NONE
        if kind is list and rows is not None:
            return rows(value)
        if kind is dict and own is not None and own(value):
            return NONE
        return plain(value)

    return check


def look(shape: Shape) -> Look:
    """Compile a shape into a short look.

    Examples:
        >>> look(Words())("a"), look(Words())(None), look(Words())(3)
        (True, True, False)
    """
    match shape:
        case Anything():
            return _anything
        case Several():
            return _good_list(shape)
        case Thing(others=None) if _is_record(shape):
            return _good_record(shape)
        case Thing(parts=parts, others=others) if not parts and others is not None:
            return _good_holder(others)
        case Words() | Choosing() | Whole() | YesOrNo():
            return _good_scalar(shape)
        case _:
            return _never


def _anything(_value: Any) -> bool:
    return True


def _never(_value: Any) -> bool:
    return False


def _good_scalar(shape: Words | Choosing | Whole | YesOrNo) -> Look:
    kind: Any = ONE_TYPE[type(shape)]
    known = _known(shape)
    least = _least(shape) if isinstance(shape, Whole) else None

    def good(value: Any) -> bool:
        if type(value) is not kind:
            return value is None
        return (known is None or value in known) and (least is None or value >= least)

    return good


def _good_list(shape: Several) -> Look:
    each, ids = look(shape.of), shape.ids

    def good(value: Any) -> bool:
        if type(value) is not list:
            return value is None
        return all(map(each, value)) and (not ids or _all_differ(value))

    return good


def _good_holder(others: Shape) -> Look:
    each = look(others)

    def good(value: Any) -> bool:
        if type(value) is not dict:
            return value is None
        return each is _anything or all(map(each, value.values()))

    return good


def _good_record(shape: Thing) -> Look:
    """Look at an object whose parts have one type each: types first, then what more is asked."""
    kinds: dict[str, Any] = {key: ONE_TYPE[type(part)] for key, part in shape.parts.items()}
    least = {key: _least(part) for key, part in shape.parts.items() if isinstance(part, Whole)}
    more = _asked(shape, _more_than_the_type)

    def good(value: Any) -> bool:
        if type(value) is not dict or not value:
            return value is None or value == {}
        try:
            for key, part in value.items():
                kind = kinds[key]
                if type(part) is not kind:
                    if part is not None:
                        return False
                elif kind is int and part < least[key]:
                    return False
        except KeyError:  # a part that nobody knows
            return False
        for key, fine in more:  # noqa: SIM110  (a generator here costs more than all the rest)
            if not fine(value.get(key)):
                return False
        return True

    return good


def _asked(shape: Thing, about: Callable[[Shape], Any]) -> tuple[tuple[str, Any], ...]:
    """Give what is asked of the parts of which something is asked."""
    asked = ((key, about(part)) for key, part in shape.parts.items())
    return tuple((key, wanted) for key, wanted in asked if wanted is not None)


def _least(shape: Whole) -> float:
    return -math.inf if shape.minimum is None else shape.minimum


def _more_than_the_type(shape: Shape) -> Look | None:
    """Give the look at a part of which more than its type is asked, numbers apart."""
    if isinstance(shape, Thing | Several):
        return look(shape)
    known = _known(shape)
    return None if known is None else known.__contains__


def _known(shape: Shape) -> frozenset[str | None] | None:
    """Give the words that may stand, nothing at all among them; None where any text may."""
    match shape:
        case Words(known=known) if known is not None:
            return frozenset((*map(str, known), None))
        case Choosing(choices=choices):
            return frozenset((*(choice.id for choice in choices.choices), None))
        case _:
            return None


def _is_record(shape: Thing) -> bool:
    """Tell whether each part has one type, as the columns of a row have."""
    return shape.others is None and all(type(part) in ONE_TYPE for part in shape.parts.values())


def _all_differ(rows: list[Any]) -> bool:
    """Tell whether each row has an id and no two have the same."""
    try:
        return len({row["id"] for row in rows}) == len(rows)
    except (KeyError, TypeError):  # a row without an id, or that is no row
        return False
