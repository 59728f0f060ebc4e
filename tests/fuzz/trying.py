"""Trying one document: does it crash, does it hang, do two readers disagree?"""

import json
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen
from fuzz.differences import border, border_for_cases, compare

MOST_TIMES: Final = 50
"""How many times as long as `json.loads` reading and checking a document may take."""

FLOOR: Final = 0.05
"""What reading and checking may take however small the document, in seconds of the processor:
a document of no size at all is still held against every rule."""

LONGEST: Final = 60
"""After so many seconds by the clock a document is given up."""

KINDS: Final = ("crash", "hang", "difference")


class TooLongError(BaseException):
    """A document was given up."""


@frozen
class Tried:
    """What came of one document.

    Attributes:
        size: Its size in bytes.
        kind: ``crash``, ``hang``, ``difference``, or None where all is well.
        detail: What there is to know of it.
        seconds: What reading and checking it took.
        times: That, in times of what `json.loads` takes; None where it stayed below the floor.

    Examples:
        >>> Tried(2).kind is None
        True
    """

    size: int
    kind: str | None = None
    detail: str = ""
    seconds: float = 0.0
    times: float | None = None


@define
class Tally:
    """What a run has come to so far.

    Attributes:
        tried: How many documents were tried.
        found: How many of each kind of failure.
        seconds: The longest that one document took, below the floor or above.
        size: The size of that document.
        times: The most times `json.loads`, among those above the floor.
        times_size: The size of that document.
        memory: The most memory the process held, in bytes.

    Examples:
        >>> tally = Tally()
        >>> tally.add(Tried(2, seconds=0.001))
        >>> tally.tried, tally.failed
        (1, 0)
    """

    tried: int = 0
    found: dict[str, int] = field(factory=lambda: dict.fromkeys(KINDS, 0))
    seconds: float = 0.0
    size: int = 0
    times: float = 0.0
    times_size: int = 0
    memory: int = 0

    def add(self, one: Tried) -> None:
        """Count one document."""
        self.tried += 1
        if one.kind is not None:
            self.found[one.kind] += 1
        if one.seconds > self.seconds:
            self.seconds, self.size = one.seconds, one.size
        if one.times is not None and one.times > self.times:
            self.times, self.times_size = one.times, one.size

    def take(self, other: "Tally") -> None:
        """Add another tally to this one."""
        self.tried += other.tried
        for kind, count in other.found.items():
            self.found[kind] += count
        if other.seconds > self.seconds:
            self.seconds, self.size = other.seconds, other.size
        if other.times > self.times:
            self.times, self.times_size = other.times, other.times_size
        self.memory = max(self.memory, other.memory)

    @property
    def failed(self) -> int:
        """How many documents failed, in any way."""
        return sum(self.found.values())


def try_one(data: bytes) -> Tried:
    """Try one document.

    Examples:
        >>> try_one(b'{"format": "rhf-report/1"}').kind is None
        True
    """
    size = len(data)
    try:
        with given_up_after(LONGEST):
            differences = compare(data)
            seconds, times = timed(data)
    except TooLongError:
        return Tried(size, "hang", f"given up after {LONGEST} seconds", float(LONGEST))
    except Exception:  # noqa: BLE001  (that is what is looked for)
        return Tried(size, "crash", traceback.format_exc(limit=-6))
    if differences:
        told = "; ".join(f"{one.about}: {one.detail}" for one in differences[:5])
        return Tried(size, "difference", told, seconds, times)
    if times is not None and times > MOST_TIMES:
        return Tried(size, "hang", f"{seconds:.3f} s, {times:.0f} × json.loads", seconds, times)
    return Tried(size, seconds=seconds, times=times)


def timed(data: bytes) -> tuple[float, float | None]:
    """Measure reading and checking; the times of `json.loads` where it takes more than the floor.

    Time of the processor is what counts, and of three goes the fastest, so that a busy machine
    makes nobody slow.

    Examples:
        >>> timed(b'{"format": "rhf-report/1"}')[1] is None
        True
    """
    door = border_for_cases if b"rhf-case/1" in data else border
    seconds = taken(lambda: door(data))
    if seconds <= FLOOR:
        return seconds, None
    seconds = min(seconds, taken(lambda: door(data)), taken(lambda: door(data)))
    if seconds <= FLOOR:
        return seconds, None
    plain = min(taken(lambda: _plain(data)) for _time in range(3))
    return seconds, seconds / max(plain, 1e-6)


def taken(what: Callable[[], Any]) -> float:
    """Give the seconds of the processor that something takes."""
    start = time.process_time()
    what()
    return time.process_time() - start


def memory() -> int:
    """Give the most memory that this process has held so far, in bytes.

    Where the system tells it of the program alone, that is used: what `resource` tells begins with
    what the process held that started this one.

    Examples:
        >>> memory() > 10**6
        True
    """
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


@contextmanager
def given_up_after(seconds: int) -> Iterator[None]:
    """Stop what takes longer, from within the main thread.

    Raises:
        TooLongError: It took longer.
    """

    def stop(_signal: int, _frame: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _plain(data: bytes) -> None:
    with suppress(ValueError, RecursionError):
        json.loads(data)
