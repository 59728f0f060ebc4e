"""From a shape to a function that finds every fault of a value with its place."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, assert_never

from rhf_services.model.answers import STATE_KEYS, State, stated, without_nothing
from rhf_services.model.faults import Fault, FaultKind, keep_first
from rhf_services.model.values import is_blank, whole_or_none
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

NONE: Final[tuple[Fault, ...]] = ()
UNKNOWN: Final = MappingProxyType(
    {
        "key": FaultKind.UNKNOWN_KEY,
        "column": FaultKind.UNKNOWN_COLUMN,
        "question": FaultKind.UNKNOWN_QUESTION,
        "choice": FaultKind.UNKNOWN_CHOICE,
        "role": FaultKind.UNKNOWN_ROLE,
    }
)


def compiled(shape: Shape) -> Check:
    """Compile a shape, once, into a check.

    Args:
        shape: How the value may look.

    Returns:
        A function from a value to its faults; an empty tuple where there are none. Null and
        blank texts are missing, and never a fault.

    Examples:
        >>> [fault.params for fault in compiled(Whole(minimum=0))("3")]
        [{'expected': 'count'}]
        >>> compiled(Whole(minimum=0))(3.0)
        ()
    """
    match shape:
        case Anything():
            return _anything
        case Words():
            return _words(shape)
        case Whole():
            return _whole(shape)
        case YesOrNo():
            return _yes_or_no
        case Choosing():
            return _choosing(shape)
        case Thing():
            return _thing(shape)
        case Several():
            return _several(shape)
        case Answering():
            return _answering(shape)
        case _:
            assert_never(shape)


def cannot_hold(expected: str) -> tuple[Fault, ...]:
    """Say that a value cannot stand here, and what could.

    Examples:
        >>> cannot_hold("text")[0].kind
        <FaultKind.CANNOT_HOLD: 'cannot-hold'>
    """
    return (Fault(FaultKind.CANNOT_HOLD, (), {"expected": expected}),)


def _anything(_value: Any) -> tuple[Fault, ...]:
    return NONE


def _yes_or_no(value: Any) -> tuple[Fault, ...]:
    return NONE if is_blank(value) or isinstance(value, bool) else cannot_hold("yes-or-no")


def _words(shape: Words) -> Check:
    known = None if shape.known is None else frozenset(shape.known)
    kind = UNKNOWN[shape.unknown]

    def check(value: Any) -> tuple[Fault, ...]:
        if isinstance(value, str):
            if known is None or value in known or is_blank(value):
                return NONE
            return (Fault(kind),)
        return NONE if value is None else cannot_hold("text")

    return check


def _whole(shape: Whole) -> Check:
    minimum = shape.minimum
    expected = "whole-number" if minimum is None else "count"

    def check(value: Any) -> tuple[Fault, ...]:
        number = whole_or_none(value)
        if number is not None and (minimum is None or number >= minimum):
            return NONE
        return NONE if is_blank(value) else cannot_hold(expected)

    return check


def _choosing(shape: Choosing) -> Check:
    known = frozenset(choice.id for choice in shape.choices.choices)
    other = shape.choices.other

    def check(value: Any) -> tuple[Fault, ...]:
        if isinstance(value, str):
            return NONE if value in known or is_blank(value) else (Fault(FaultKind.UNKNOWN_CHOICE),)
        if value is None:
            return NONE
        if other and isinstance(value, Mapping) and list(value) == ["other"]:
            text = value["other"]
            if text is None or isinstance(text, str):
                return NONE
        return cannot_hold("choice")

    return check


def _thing(shape: Thing) -> Check:
    parts = {key: compiled(part) for key, part in shape.parts.items()}
    others = None if shape.others is None else compiled(shape.others)
    kind = UNKNOWN[shape.unknown]

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        if not isinstance(value, Mapping):
            return NONE if is_blank(value) else cannot_hold("parts")
        faults: list[Fault] = []
        for key, part in value.items():
            known = parts.get(key, others)
            if known is None:
                faults.append(Fault(kind, (key,)))
            else:
                found = known(part)
                if found:
                    faults += [fault.below(key) for fault in found]
        return faults or NONE

    return check


def _several(shape: Several) -> Check:
    each = compiled(shape.of)
    ids = shape.ids

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        if not isinstance(value, list):
            return NONE if is_blank(value) else cannot_hold("rows" if ids else "list")
        faults: list[Fault] = []
        counts: dict[FaultKind, int] = {}
        for at, item in enumerate(value):
            found = each(item)
            if found:
                keep_first(faults, found, at, counts)
        if ids:
            faults += same_ids(value)
        return faults or NONE

    return check


def same_ids(rows: list[Any]) -> list[Fault]:
    """Find the rows with the id of an earlier one.

    Examples:
        >>> same_ids([{"id": "a"}, {"id": "a"}])[0].at
        (1, 'id')
    """
    seen: set[str] = set()
    faults = []
    for at, row in enumerate(rows):
        given = row.get("id") if row and isinstance(row, Mapping) else None
        if isinstance(given, str) and not is_blank(given):
            if given in seen:
                faults.append(Fault(FaultKind.DUPLICATE_ID, (at, "id")))
            seen.add(given)
    return faults


def _answering(shape: Answering) -> Check:
    lists = None if shape.lists is None else compiled(shape.lists)
    own = None if shape.own is None else compiled(shape.own)
    own_keys = () if shape.own is None else tuple(shape.own.parts)
    wrong = cannot_hold(shape.expected)
    texts = shape.texts

    def check(value: Any) -> tuple[Fault, ...] | list[Fault]:
        if isinstance(value, str):
            return NONE if texts or is_blank(value) else wrong
        if lists is not None and isinstance(value, list):
            return lists(value)
        if not isinstance(value, Mapping):
            return NONE if value is None else wrong
        said = without_nothing(value, own_keys)
        state = stated(said, shape.states)
        if state is not None:
            return wrong if state is State.UNREADABLE else NONE
        if own is None:
            return NONE if value and not said else wrong
        if value and not any(key in value for key in own_keys):
            return NONE if not said else wrong
        without_states = {key: part for key, part in value.items() if key not in STATE_KEYS}
        return own(without_states)

    return check
