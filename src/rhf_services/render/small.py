"""Small numbers on a public page: patients must not be found by them."""

from collections.abc import Sequence
from typing import Final

SMALL: Final = range(1, 5)


def withheld(counts: Sequence[int | None]) -> frozenset[int]:
    """Tell which numbers are not shown: 1 to 4, and with a single one of these a second.

    Whoever knew the total could otherwise work the single one out. A 0 is shown.

    Args:
        counts: The numbers in their order; None where there is none.

    Returns:
        The positions that give way.

    Examples:
        >>> sorted(withheld([12, 3, 0, 40])), sorted(withheld([12, 3, 2])), sorted(withheld([0, 7]))
        ([0, 1], [1, 2], [])
    """
    small = {at for at, count in enumerate(counts) if count in SMALL}
    if len(small) == 1:
        others = [
            (count, at)
            for at, count in enumerate(counts)
            if count and count > 0 and at not in small
        ]
        small |= {at for _count, at in sorted(others)[:1]}
    return frozenset(small)
