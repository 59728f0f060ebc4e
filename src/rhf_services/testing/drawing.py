"""Small helps for strategies that draw little: the fewer choices, the faster Hypothesis is."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")


@st.composite
def some_of(draw: DrawFn, parts: Mapping[str, SearchStrategy[Any]]) -> dict[str, Any]:
    """Give objects with some of some parts, which ones chosen in one draw.

    Args:
        draw: Given by Hypothesis.
        parts: What each part may hold.

    Examples:
        >>> some_of({"a": st.none()}).is_empty
        False
    """
    chosen = draw(st.integers(0, 2 ** len(parts) - 1))
    return {key: draw(part) for at, (key, part) in enumerate(parts.items()) if chosen & (1 << at)}


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
