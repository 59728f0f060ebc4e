"""Processes that check, for the command line."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rhf_services.exchange import with_files
from rhf_services.hooks import Registry, load_registry


def workers(count: int) -> Callable[[], Executor] | None:
    """Give what starts some processes; None for the process that asks.

    The processes leave an interrupt to the one that asks, from their first moment.

    Args:
        count: How many.

    Examples:
        >>> workers(0) is None
        True
    """
    if count == 0:
        return None

    def start() -> Executor:
        pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=leave_it)
        try:
            before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        except ValueError:  # not the main thread, where no interrupt comes
            return pool
        try:
            for _one in range(count):
                pool.submit(os.getpid)
        finally:
            signal.signal(signal.SIGINT, before)
        return pool

    return start


def leave_it() -> None:
    """Leave interrupts to the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def registry_with(accepted: str | None) -> Registry:
    """Load what is installed, and the accepted files of a folder; what a worker calls.

    Args:
        accepted: The folder, or None.

    Examples:
        >>> registry_with(None).problems
        ()
    """
    registry = load_registry()
    return registry if accepted is None else with_files(registry, Path(accepted)).registry
