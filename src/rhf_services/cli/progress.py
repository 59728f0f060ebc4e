"""How far long work has come, where somebody is looking."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import TypeVar

import click

T = TypeVar("T")
MANY = 20


def with_progress(items: Iterable[T], length: int) -> Iterator[T]:
    """Go through items, and show how far that has come where somebody is looking.

    Nothing is shown for a few, nor where the answer itself is written to the screen meanwhile.

    Args:
        items: The items.
        length: How many there are.

    Examples:
        >>> list(with_progress(range(3), 3))
        [0, 1, 2]
    """
    shown = length > MANY and sys.stderr.isatty() and not sys.stdout.isatty()
    yield from _shown(items, length, shown=shown)


def with_progress_before(items: Iterable[T], length: int) -> Iterator[T]:
    """Go through items that nothing is written of before they are done; see `with_progress`.

    Examples:
        >>> list(with_progress_before(range(3), 3))
        [0, 1, 2]
    """
    yield from _shown(items, length, shown=length > MANY and sys.stderr.isatty())


def _shown(items: Iterable[T], length: int, *, shown: bool) -> Iterator[T]:
    bar = click.progressbar(items, length=length, file=sys.stderr) if shown else nullcontext(items)
    with bar as running:
        yield from running
