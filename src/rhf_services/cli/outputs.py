"""What a command writes to files, and how it names them in the command to run next."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import click

from rhf_services.cli.inputs import is_there
from rhf_services.model.whole_files import write_whole

NOBODY_READS: Final = 141
"""The exit code where whoever read the output has gone: what a shell gives for it (128 + 13)."""


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Say in one line where something cannot be written.

    Args:
        place: The file or folder.

    Raises:
        click.ClickException: It cannot.
    """
    try:
        yield
    except OSError as error:
        raise click.ClickException(
            f"{place} cannot be written: {error.strerror or error}."
        ) from error


@contextmanager
def shown() -> Iterator[None]:
    """Say in one line what the system refused; end quietly where nobody reads what is shown.

    Raises:
        click.ClickException: The disk is full, or the like.
        SystemExit: Whoever read what is shown has gone, as ``head`` does.
    """
    before = sys.stdout
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError as error:
        _show_no_more()
        raise SystemExit(NOBODY_READS) from error
    except SystemExit as left:
        if sys.stdout is not before:  # click puts a mute one there where nobody reads
            raise SystemExit(NOBODY_READS) from left
        raise
    except OSError as error:
        _show_no_more()
        about = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{about}{error.strerror or error}.") from error


def _show_no_more() -> None:
    """Let what is left to be shown go nowhere, or the interpreter complains of it at its end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def not_over(path: Path, force: bool) -> None:  # noqa: FBT001
    """Refuse to write over what is there, unless told otherwise.

    Raises:
        click.UsageError: Something is there.
    """
    if not force and is_there(path):
        raise click.UsageError(f"{path} is there already. Add --force to write over it.")


def save(path: Path, data: bytes, force: bool) -> None:  # noqa: FBT001
    """Write a file whole; one that is there is left alone unless told otherwise.

    Raises:
        click.UsageError: A file is there.
    """
    not_over(path, force)
    with writing(path):
        write_whole(path, data)


def quoted(name: str | Path) -> str:
    """Write a name as a command takes it, where it has blanks or the like.

    Examples:
        >>> quoted(Path("filer.xlsx"))
        'filer.xlsx'
    """
    if os.name == "nt":
        return subprocess.list2cmdline([str(name)])
    return shlex.quote(str(name))
