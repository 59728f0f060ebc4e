"""Small helps for strategies that draw little: the fewer choices, the faster Hypothesis is."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.model.places import Pointer

T = TypeVar("T")


def some_of(parts: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[dict[str, Any]]:
    """Give objects with some of some parts, which ones chosen in one draw.

    Args:
        parts: What each part may hold.

    Examples:
        >>> some_of({"a": st.none()}).is_empty
        False
    """

    @st.composite
    def some(draw: DrawFn) -> dict[str, Any]:
        chosen = draw(st.integers(0, 2 ** len(parts) - 1))
        given = [(key, part) for at, (key, part) in enumerate(parts.items()) if chosen & (1 << at)]
        return {key: draw(part) for key, part in given}

    return some()


def always(value: T) -> SearchStrategy[T]:
    """Give one value, anew each time, so that it may be changed.

    Examples:
        >>> always([1]).is_empty
        False
    """
    return st.builds(lambda: deepcopy(value))


@st.composite
def turned(draw: DrawFn, items: list[T]) -> list[T]:
    """Give a list begun at another item.

    Examples:
        >>> turned([1, 2, 3]).is_empty
        False
    """
    at = draw(st.integers(0, max(len(items) - 1, 0)))
    return items[at:] + items[:at]


@st.composite
def few(draw: DrawFn, items: Sequence[T], most: int | None = None) -> list[T]:
    """Give one or more of some items, in their order.

    Args:
        draw: Given by Hypothesis.
        items: What to choose from.
        most: How many at most; as many as there are by default.

    Examples:
        >>> few([1, 2, 3]).is_empty
        False
    """
    chosen = draw(st.integers(1, 2 ** len(items) - 1))
    found = [item for at, item in enumerate(items) if chosen & (1 << at)]
    return found[:most]


def containers(value: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Give the objects in a JSON value, itself among them, each with the steps to it.

    Args:
        value: The value.
        at: The steps to it.

    Examples:
        >>> list(containers({"a": [{}]}))
        [((), {'a': [{}]}), (('a', 0), {})]
    """
    if isinstance(value, dict):
        yield at, value
        for key, below in value.items():
            yield from containers(below, (*at, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from containers(below, (*at, number))
