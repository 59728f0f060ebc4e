"""What a command is given: files, folders, standard input, points in time."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from attrs import field, frozen


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


def inputs(files: tuple[str, ...], cases: list[Path]) -> Iterator[Input]:
    """Open what a command was given, one at a time.

    Args:
        files: Files, folders, or ``-`` for standard input.
        cases: Files that hold cases.
    """
    for name in files:
        path = Path(name)
        if name == "-" or not is_folder(path):
            yield _opened(path)
            continue
        found = _reports_below(path)
        if not found:
            yield Input(name, None, problem="empty-folder")
        for below in found:
            yield _opened(below)
    for path in cases:
        yield _opened(path, case=True)


def count(files: tuple[str, ...], cases: list[Path]) -> int:
    """Count what there is to open, without opening it.

    Examples:
        >>> count(("-",), [])
        1
    """
    folders = [Path(name) for name in files if name != "-" and is_folder(Path(name))]
    below = sum(len(_reports_below(folder)) for folder in folders)
    return below + len(files) - len(folders) + len(cases)


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


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; a name that no system would take is none.

    Examples:
        >>> is_folder(Path("x" * 5000))
        False
    """
    try:
        return path.is_dir()
    except OSError:  # a name no system would take is told where it is opened
        return False


def _reports_below(folder: Path) -> list[Path]:
    """Find the .json files of a folder, but not those in hidden folders."""
    names = (path for path in folder.rglob("*") if path.suffix.lower() == ".json")
    found = (path for path in names if path.is_file())
    below = ((path, path.relative_to(folder).parts) for path in found)
    return sorted(path for path, parts in below if not any(p.startswith(".") for p in parts))


def _opened(path: Path, *, case: bool = False) -> Input:
    try:
        data = sys.stdin.buffer.read() if path == Path("-") and sys.stdin else path.read_bytes()
        return Input(str(path), data, case)
    except FileNotFoundError:
        return Input(str(path), None, case, problem="not-found")
    except OSError as error:
        return Input(str(path), None, case, problem=error.strerror or type(error).__name__)
