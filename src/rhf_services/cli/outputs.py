"""What a command writes to files, and how it names them in the command to run next."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from rhf_services.cli.inputs import is_there
from rhf_services.model.whole_files import write_whole


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
