"""Ctrl-C between two answers, never in the middle of one."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from attrs import define, field


@define
class Interrupts:
    """Holds an interrupt back while something is written that should be whole.

    Examples:
        >>> with Interrupts().watched() as interrupts, interrupts.held():
        ...     "written whole"
        'written whole'
    """

    _writing: bool = field(default=False, init=False)
    _wanted: bool = field(default=False, init=False)

    @contextmanager
    def watched(self) -> Iterator["Interrupts"]:
        """Watch for interrupts; what was done about them before is put back at the end."""
        if threading.current_thread() is not threading.main_thread():
            yield self  # interrupts come to the main thread alone
            return
        before: Any = signal.signal(signal.SIGINT, self._caught)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold an interrupt back until this is done.

        Raises:
            KeyboardInterrupt: One came meanwhile.
        """
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
        if self._wanted:
            raise KeyboardInterrupt

    def _caught(self, _number: int, _frame: FrameType | None) -> None:
        if self._writing and not self._wanted:
            self._wanted = True
        else:
            raise KeyboardInterrupt
