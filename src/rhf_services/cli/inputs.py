"""What a command is given: files, folders, standard input, points in time."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import click
from attrs import field, frozen

_YEAR: Final = re.compile("[0-9]{4}")


@frozen
class Input:
    """One document to check.

    Attributes:
        name: How it is called in the answer.
        data: Its bytes, or None where it could not be opened.
        case: Whether it was given as a case.
        problem: Why it could not be opened: ``not-found``, ``empty-folder``, or what the system
            says; None where it could.

    Examples:
        >>> Input("report.json", b"{}").problem is None
        True
    """

    name: str
    data: bytes | None = field(repr=False)
    case: bool = False
    problem: str | None = None


@frozen
class Place:
    """Where a document is to be read.

    Attributes:
        name: How it was named: ``-`` for standard input, and any other name for a file.
        case: Whether it was given as a case.
        problem: Why there is nothing to open, as in `Input`; None where there may be.

    Examples:
        >>> Place("gone.json").opened().problem
        'not-found'
    """

    name: str
    case: bool = False
    problem: str | None = None

    def opened(self) -> Input:
        """Read the document."""
        if self.problem is not None:
            return Input(self.name, None, self.case, self.problem)
        path = Path(self.name)
        try:
            if self.name == "-" and sys.stdin:
                return Input("-", sys.stdin.buffer.read(), self.case)
            return Input(str(path), path.read_bytes(), self.case)
        except FileNotFoundError:
            return Input(str(path), None, self.case, problem="not-found")
        except OSError as error:
            problem = error.strerror or type(error).__name__
            return Input(str(path), None, self.case, problem=problem)


def places(files: Iterable[str], cases: Iterable[str] = ()) -> Iterator[Place]:
    """Find what there is to open, without opening it.

    Args:
        files: Files, folders, or ``-`` for standard input.
        cases: Files that hold cases, or ``-``.

    Examples:
        >>> list(places(["-"]))
        [Place(name='-', case=False, problem=None)]
    """
    for name in files:
        path = Path(name)
        if name == "-" or not is_folder(path):
            yield Place(name)
            continue
        yield from _reports_below(path) or [Place(name, problem="empty-folder")]
    for name in cases:
        yield Place(name, case=True)


def inputs(files: Iterable[str], cases: Iterable[str] = ()) -> Iterator[Input]:
    """Open what a command was given, one at a time.

    Args:
        files: Files, folders, or ``-`` for standard input.
        cases: Files that hold cases, or ``-``.
    """
    for place in places(files, cases):
        yield place.opened()


def moment(written: str | None) -> datetime | None:
    """Read a point in time; without a zone it is Norwegian time.

    Args:
        written: An ISO date and time, or None.

    Raises:
        click.BadParameter: It is no ISO date and time.

    Examples:
        >>> moment("2025-02-14T10:00").isoformat()
        '2025-02-14T10:00:00+01:00'
    """
    if written is None:
        return None
    try:
        read = datetime.fromisoformat(written)
    except ValueError as error:
        raise click.BadParameter(f"{written!r} is no time; write 2025-02-14T10:00") from error
    return read if read.tzinfo is not None else read.replace(tzinfo=ZoneInfo("Europe/Oslo"))


def year_of(written: str) -> int | None:
    """Read a reporting year; None for anything but four digits.

    Examples:
        >>> year_of("2024"), year_of("2024.1"), year_of("9" * 5000)
        (2024, None, None)
    """
    return int(written) if _YEAR.fullmatch(written) else None


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; a name that no system would take is none.

    Examples:
        >>> is_folder(Path("x" * 5000))
        False
    """
    return _tells(path.is_dir)


def is_file(path: Path) -> bool:
    """Tell whether there is an ordinary file; see `is_folder`.

    Examples:
        >>> is_file(Path("x" * 5000))
        False
    """
    return _tells(path.is_file)


def is_there(path: Path) -> bool:
    """Tell whether there is anything by a name; see `is_folder`.

    Examples:
        >>> is_there(Path("x" * 5000))
        False
    """
    return _tells(path.exists)


def _tells(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except OSError:  # a name no system would take is told where it is opened
        return False


def _reports_below(folder: Path) -> list[Place]:
    """Find the .json files of a folder, but nothing hidden; folders that cannot be opened too."""
    refused: list[OSError] = []
    found: list[Path] = []
    for top, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        reports = (name for name in names if Path(name).suffix.lower() == ".json")
        found += [Path(top, name) for name in reports if not name.startswith(".")]
    places = {path: Place(str(path)) for path in found}
    for error in refused:
        name = str(error.filename)
        places[Path(name)] = Place(name, problem=error.strerror or type(error).__name__)
    return [places[path] for path in sorted(places)]
