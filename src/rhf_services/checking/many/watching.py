"""Ending a worker whose work never ends, which nobody else can do by documented ways."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_STANDARD_ERROR: Final = 2


@contextmanager
def no_longer_than(seconds: float | None, home: int) -> Iterator[None]:
    """End this process if the work takes longer, and say on standard error where it stands.

    It ends even where the work gives nobody else a turn, as a regular expression does. What is
    written are lines of code, never values. Nothing is watched but the workers that a process
    started itself: a thread, or a worker of a cluster, is not ended.

    Args:
        seconds: How long it may take; None, or nothing, for as long as it takes.
        home: The id of the process that asks.

    Examples:
        >>> with no_longer_than(0.001, home=1):
        ...     "this process was not started to work for another"
        'this process was not started to work for another'
    """
    if seconds is None or seconds <= 0 or not _started_by(home):
        yield
        return
    import faulthandler  # noqa: PLC0415  (only where used)

    faulthandler.dump_traceback_later(seconds, exit=True, file=_STANDARD_ERROR)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _started_by(home: int) -> bool:
    from multiprocessing import parent_process  # noqa: PLC0415  (heavy; only where used)

    parent = parent_process()
    return parent is not None and parent.pid == home
