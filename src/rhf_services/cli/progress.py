"""How far long work has come, where somebody is looking."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

import click
from attrs import frozen

from rhf_services.checking.many import Progress
from rhf_services.cli import archive_words
from rhf_services.i18n import Language, show

if TYPE_CHECKING:
    from rhf_services.i18n.showing import Shown

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


@frozen
class Counting:
    """Shows how many documents of an archive are done, where somebody is looking.

    Attributes:
        before: How many bytes lie before each file, and in all under ``""``; None if unknown.
        lang: The language.
        quiet: Whether the answer itself is written meanwhile, so that a screen is left alone.

    Examples:
        >>> Counting(None, "nb", quiet=True).told(Progress(read=3, answered=3))
    """

    before: Mapping[str, int] | None
    lang: Language
    quiet: bool

    @property
    def _looked_at(self) -> bool:
        return sys.stderr.isatty() and not (self.quiet and sys.stdout.isatty())

    def told(self, progress: Progress) -> None:
        """Show how far it has come."""
        if not self._looked_at:
            return
        params: dict[str, Shown] = {"number": progress.answered}
        text, last = archive_words.PROGRESS_UNKNOWN, progress.last
        if self.before is not None and last is not None and self.before[""]:
            part = (self.before.get(last.name, 0) + last.offset) / self.before[""]
            text, params["percent"] = archive_words.PROGRESS, int(100 * part)
        click.echo(f"\r{show(text, self.lang, params)}", nl=False, err=True)

    def clear(self) -> None:
        """Take it away, before something else is written."""
        if self._looked_at:
            click.echo("\r\x1b[K", nl=False, err=True)
