"""Empty environments, and installing the distributions into them."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from support.pythons import Version, run, uv


def said(version: Version) -> str:
    """Say a version.

    Examples:
        >>> said((3, 11, 7))
        '3.11.7'
    """
    return ".".join(map(str, version))


class Environment(NamedTuple):
    """An empty environment to install into."""

    python: Path
    version: Version
    kind: str
    resolution: str
    extras: tuple[str, ...]

    def __str__(self) -> str:
        """Say it as a row of the table begins."""
        extras = ",".join(self.extras) or "no extra"
        return f"{said(self.version):8} {self.resolution:15} {self.kind:6} {extras}"

    def make(self, work: Path, files: Sequence[Path], *more: str) -> Path:
        """Make it and install into it, and give its folder.

        The lowest dependencies are taken as wheels alone: an old sdist may not build on a new
        Python, and says nothing of ours.

        Args:
            work: Where its folder goes.
            files: The wheels or sdists; the first is the one with extras.
            more: Tools of the tests, which are none of ours: as new as goes with the rest.
        """
        folder = Path(tempfile.mkdtemp(prefix="environment-", dir=work))
        run([uv(), "venv", "-q", "--clear", "--python", self.python, folder], work)
        core, *others = files
        what = [f"rhf-services[{','.join(self.extras)}] @ {core.as_uri()}", *others]
        how = ["--python", folder, "--resolution", self.resolution]
        if self.kind == "wheel":
            how.append("--no-build")
        run([uv(), "pip", "install", "-q", *how, *what], work)
        if more:
            run([uv(), "pip", "install", "-q", "--python", folder, *more], work)
        run([uv(), "pip", "check", "-q", "--python", folder], work)
        return folder


def python_in(environment: Path) -> Path:
    """Find an environment's Python."""
    windows = environment / "Scripts" / "python.exe"
    return windows if windows.exists() else environment / "bin" / "python"
