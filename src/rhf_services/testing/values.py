"""JSON values of every kind, odd ones above all."""

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_ODD_TEXTS: Final = (
    "",
    " ",
    "\u00a0\n",
    "\x00",
    "\ud800",
    "\udfff slutt",
    "\ufeff",
    "\u200b",
    "😀",
    "null",
    "true",
    "15",
    "1e400",
    "NaN",
    "{question} {0} {",
    "%(count)s",
    "~0/~1",
    "rows",
    "id",
    "a" * 300,
)
_ODD_NUMBERS: Final = (
    15.0,
    -1,
    -0.0,
    1.5,
    2**53 + 1,
    -(2**63),
    10**308,
    10**309,
    -(10**400),
    5e-324,
)


@cache
def odd_texts() -> SearchStrategy[str]:
    """Give texts of any signs, halves of surrogate pairs and control signs among them.

    Examples:
        >>> odd_texts().is_empty
        False
    """
    return st.one_of(st.sampled_from(_ODD_TEXTS), st.text(st.characters(), max_size=12))


@cache
def json_values(*, no_numbers: bool = True) -> SearchStrategy[Any]:
    """Give JSON values of every kind.

    Args:
        no_numbers: Whether NaN and Infinity, which are no JSON, may be among them.

    Examples:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=3, database=None)
        ... @given(json_values())
        ... def is_one_of_the_kinds(value):
        ...     assert value is None or isinstance(value, bool | int | float | str | list | dict)
        >>> is_one_of_the_kinds()
    """
    leaves = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-20, 3000),
        st.sampled_from(_ODD_NUMBERS),
        st.floats(allow_nan=no_numbers, allow_infinity=no_numbers),
        odd_texts(),
        st.integers(3, 8).map(_deep),
    )
    return st.recursive(
        leaves,
        lambda below: st.one_of(
            st.lists(below, max_size=4), st.dictionaries(odd_texts(), below, max_size=4)
        ),
        max_leaves=8,
    )


@cache
def calm_values() -> SearchStrategy[Any]:
    """Give JSON values that nothing is ever said about where any value may stand.

    Examples:
        >>> calm_values().is_empty
        False
    """
    leaves = st.one_of(
        st.none(), st.booleans(), st.integers(-99, 99), st.floats(-9, 9), calm_keys()
    )
    return st.recursive(
        leaves,
        lambda below: st.one_of(
            st.lists(below, max_size=2), st.dictionaries(calm_keys(), below, max_size=2)
        ),
        max_leaves=4,
    )


@cache
def calm_keys() -> SearchStrategy[str]:
    """Give words that no format knows.

    Examples:
        >>> calm_keys().is_empty
        False
    """
    return st.text("abcdefgæøå_", min_size=1, max_size=8).map(lambda word: f"x-{word}")


def _deep(levels: int) -> list[Any]:
    """Give lists in each other, fewer than we refuse to read."""
    return [] if levels == 0 else [_deep(levels - 1)]
