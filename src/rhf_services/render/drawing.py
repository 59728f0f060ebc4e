"""Where the bars of a figure go: numbers only, for whatever draws them."""

from itertools import accumulate
from typing import Final
from unicodedata import east_asian_width

from attrs import frozen

from rhf_services.render.tables import Figure

WIDTH: Final = 360
LINE: Final = 46
THICK: Final = 14
GAP: Final = 8
"""What is left free between a bar and its number."""

EM: Final = 14
"""The size of the letters: none is wider."""

LETTER: Final = 9
"""The width of most letters and of any figure, in most fonts less."""

ROOM: Final = 70
"""What is left free at least for the number after the longest bar."""


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
        >>> Drawn(360, 92, 14, 8, ()).height
        92
    """

    width: int
    height: int
    thick: int
    gap: int
    bars: tuple[BarDrawn, ...]


def drawn(figure: Figure) -> Drawn:
    """Place the bars of a figure below each other, the longest as wide as there is room.

    A label that has no room on its line is shortened; the table beside the figure holds the whole.

    Args:
        figure: The figure.

    Examples:
        >>> from rhf_services.render.tables import Bar
        >>> bars = (Bar("Helse Nord", 5, "5"), Bar("Helse Vest", 10, "10"))
        >>> [bar.width for bar in drawn(Figure("", "", bars)).bars]
        [145, 290]
    """
    longest = max((bar.number for bar in figure.bars), default=0) or 1
    room = max([ROOM, *(GAP + _width(bar.shown) for bar in figure.bars)])
    placed = tuple(
        BarDrawn(
            _shortened(bar.label),
            bar.shown,
            bar.number * max(WIDTH - room, 0) // longest,
            at * LINE + 16,
            at * LINE + 23,
            at * LINE + 35,
        )
        for at, bar in enumerate(figure.bars)
    )
    return Drawn(WIDTH, len(placed) * LINE, THICK, GAP, placed)


def _shortened(label: str) -> str:
    """Give as much of a label as one line has room for."""
    line = " ".join(label.split())
    ends = list(accumulate(map(_room, line)))
    if not ends or ends[-1] <= WIDTH:
        return line
    kept = sum(end <= WIDTH - EM for end in ends)
    return f"{line[:kept].rstrip()}…"


def _width(text: str) -> int:
    """Give the most room that a text takes on its line."""
    return sum(map(_room, text))


def _room(sign: str) -> int:
    wide = sign.isupper() or sign in "mw@%—" or east_asian_width(sign) in "WF"
    return EM if wide else LETTER
