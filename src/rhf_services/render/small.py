"""Small numbers on a public page: patients must not be found by them."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

Instead = Literal["few", "withheld"]
"""What stands instead of a number: that it is fewer than five, or only that it is not shown."""

SMALL: Final = range(1, 5)


def withheld(counts: Sequence[int | None]) -> Mapping[int, Instead]:
    """Tell which numbers are not shown: 1 to 4, and one more where these could be worked out.

    Whoever knows the total knows what the numbers that are not shown are together. That gives a
    single one away, and several that are all 1 or all 4. Then the least of the others gives way
    too. It is a 0 only where there is nothing else, and then it is not told which are the small
    ones, or the total would still give them away.

    Args:
        counts: The numbers in their order; None where there is none.

    Returns:
        What stands instead, at each position that gives way.

    Examples:
        >>> withheld([12, 3, 2, 40]), withheld([12, 7, 0])
        ({1: 'few', 2: 'few'}, {})
        >>> withheld([12, 3, 40]), withheld([3, 0, 0])
        ({1: 'few', 0: 'withheld'}, {0: 'withheld', 1: 'withheld'})
    """
    small = {at: count for at, count in enumerate(counts) if count in SMALL}
    known = len(small) == 1 or set(small.values()) in ({SMALL[0]}, {SMALL[-1]})
    others = [
        (not count, count, at)
        for at, count in enumerate(counts)
        if count is not None and count >= 0 and at not in small
    ]
    told: dict[int, Instead] = dict.fromkeys(small, "few")
    if known and others:
        zero, _count, other = min(others)
        told[other] = "withheld"
        if zero:
            return dict.fromkeys(told, "withheld")
    return told
