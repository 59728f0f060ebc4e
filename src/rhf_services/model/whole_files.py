"""Writing a file whole or not at all: a killed process leaves the old file or the new one."""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".part"
"""How the name of a file ends that is not written yet; it begins with a point, so that nothing
that looks for reports, texts or editions takes it for one."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that either the old or the new one is there, whatever happens.

    The bytes go to a hidden file in the same folder, down to the disk, and only then to the name.
    A link is followed; who may read the file stays as it was. What a killed process leaves behind
    (``.rhf-….part``) is read by nothing, and may be taken away.

    Args:
        path: The file.
        data: What it shall hold.

    Raises:
        OSError: The file cannot be written, or is no ordinary file. What stood there stands.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_whole(Path(folder) / "a.json", b"{}")
        ...     [file.name for file in Path(folder).iterdir()]
        ['a.json']
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "is no ordinary file", str(path))
    beside = target.with_name(f".rhf-{secrets.token_hex(8)}{UNFINISHED}")
    try:
        with beside.open("xb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _remember(target.parent)


def _remember(folder: Path) -> None:
    """Bring the new name down to the disk too, where a system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
