"""Where the bars of a figure go: numbers only, for whatever draws them."""

from typing import Final

from attrs import frozen

from rhf_services.render.tables import Figure

WIDTH: Final = 360
LINE: Final = 46
THICK: Final = 14
ROOM: Final = 70
"""What is left free for the number after the longest bar."""


@frozen
class BarDrawn:
    """A bar with its place.

    Examples:
        >>> BarDrawn("Helse Nord", "9", 20, 17, 24, 36).width
        20
    """

    label: str
    shown: str
    width: int
    text_at: int
    bar_at: int
    number_at: int


@frozen
class Drawn:
    """A figure with its measures.

    Examples:
        >>> Drawn(360, 92, 14, ()).height
        92
    """

    width: int
    height: int
    thick: int
    bars: tuple[BarDrawn, ...]


def drawn(figure: Figure) -> Drawn:
    """Place the bars of a figure below each other, the longest as wide as there is room.

    Args:
        figure: The figure.

    Examples:
        >>> from rhf_services.render.tables import Bar
        >>> bars = (Bar("Helse Nord", 5, "5"), Bar("Helse Vest", 10, "10"))
        >>> [bar.width for bar in drawn(Figure("", "", bars)).bars]
        [145, 290]
    """
    longest = max((bar.number for bar in figure.bars), default=0) or 1
    placed = tuple(
        BarDrawn(
            bar.label,
            bar.shown,
            bar.number * (WIDTH - ROOM) // longest,
            at * LINE + 16,
            at * LINE + 23,
            at * LINE + 35,
        )
        for at, bar in enumerate(figure.bars)
    )
    return Drawn(WIDTH, len(placed) * LINE, THICK, placed)
