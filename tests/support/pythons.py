"""The Pythons of this machine, and empty environments made of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

OLDEST: Final = (3, 11)
ASK: Final = (
    "import sys; v = sys.version_info; "
    "print(v.major, v.minor, v.micro, v.releaselevel, sys.implementation.name)"
)

Version = tuple[int, ...]


class FailedError(Exception):
    """A step did not end well; it says what was run, and what was printed."""


def run(
    command: Sequence[str | Path],
    where: Path,
    more: Mapping[str, str] | None = None,
    fine: tuple[int, ...] = (0,),
) -> str:
    """Run something in a folder, and give what it printed.

    Args:
        command: What to run.
        where: The folder.
        more: Variables of the environment.
        fine: The codes that it may leave with.

    Raises:
        FailedError: It left with another code.
    """
    given = {key: value for key, value in os.environ.items() if key not in UNSET}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env={**given, **(more or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in fine:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-40:])
        raise FailedError(f"{' '.join(map(str, command))}\n{said}")
    return done.stdout


UNSET: Final = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")


def uv() -> Path:
    """Find uv: the one that runs us, the one beside our Python, or any."""
    beside = Path(sys.executable).with_name("uv")
    found = os.environ.get("UV") or (beside if beside.exists() else shutil.which("uv"))
    if not found:
        raise FailedError("uv is not here; run this as CONTRIBUTING.md says")
    return Path(found)


def version(python: Path) -> Version | None:
    """Ask a Python for its version; None for an unfinished one, and where it does not run."""
    try:
        done = subprocess.run(
            [python, "-c", ASK], capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return None
    words = done.stdout.split()
    if done.returncode or words[3:] != ["final", "cpython"]:
        return None
    return tuple(map(int, words[:3]))


def candidates() -> list[Path]:
    """List where a Python may be: ours, those on the path, and those of pyenv and uv."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], 30)]
    on_path = [found for name in names if (found := shutil.which(name))]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    managed = Path.home() / ".local" / "share" / "uv" / "python"
    kept = [*pyenv.glob("3.*/bin/python"), *managed.glob("cpython-3.*/bin/python")]
    return [Path(getattr(sys, "_base_executable", sys.executable)), *map(Path, on_path), *kept]


def oldest_and_newest(found: Iterable[tuple[Version, Path]]) -> dict[Version, Path]:
    """Choose the oldest minor version that we speak of, or the next here, and the newest here.

    Examples:
        >>> here = [((3, 10, 1), "a"), ((3, 11, 2), "b"), ((3, 11, 7), "c"), ((3, 13, 0), "d")]
        >>> oldest_and_newest(here)
        {(3, 11, 7): 'c', (3, 13, 0): 'd'}
        >>> oldest_and_newest(here[:2])
        {(3, 11, 2): 'b'}
        >>> oldest_and_newest([((3, 14, 0), "f"), ((3, 12, 1), "e")])
        {(3, 12, 1): 'e', (3, 14, 0): 'f'}
    """
    usable = dict(sorted((ver, path) for ver, path in found if ver >= OLDEST))
    newest_of_each = {ver[:2]: ver for ver in usable}
    oldest = newest_of_each[min(newest_of_each)]
    return {ver: usable[ver] for ver in (oldest, max(usable))}


def pythons() -> dict[Version, Path]:
    """Give Python 3.11, or the next that is here, and the newest here."""
    asked = [(version(path), path) for path in dict.fromkeys(candidates())]
    return oldest_and_newest((ver, path) for ver, path in asked if ver is not None)
