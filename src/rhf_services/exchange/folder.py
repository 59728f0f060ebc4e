"""A folder of accepted files, laid next to what is built in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from rhf_services.exchange.edition_files import read_edition_file, with_edition
from rhf_services.exchange.problems import FileProblem
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.wordings import laid_over
from rhf_services.hooks import Registry

EDITION: Final = re.compile(r"edition-(\d{4})(?:\.(\d+))?(\.xlsx)?")
TEXTS: Final = re.compile(r"texts-(\d{4})\.(xlsx|csv)")


@frozen
class FilesRead:
    """What came of a folder of files.

    Attributes:
        registry: What was loaded, with what the files bring.
        problems: What is wrong, by the name of the file.

    Examples:
        >>> from rhf_services import load_registry
        >>> with_files(load_registry(), Path("no-such-folder")).problems
        ()
    """

    registry: Registry
    problems: tuple[tuple[str, FileProblem], ...] = ()

    @property
    def by_file(self) -> dict[str, tuple[FileProblem, ...]]:
        """The problems of each file that has any."""
        names = dict.fromkeys(name for name, _problem in self.problems)
        return {
            name: tuple(problem for owner, problem in self.problems if owner == name)
            for name in names
        }


def with_files(registry: Registry, folder: Path) -> FilesRead:
    """Load the files of a folder next to what is built in: editions first, then texts.

    Args:
        registry: What is loaded.
        folder: Where the accepted files lie: ``edition-2026.xlsx``, ``edition-2026.1.xlsx``,
            ``texts-2026.xlsx`` or ``.csv``. Other files are left alone.

    Returns:
        A new registry, and what is wrong in the files; a file that something stops brings nothing,
        and the others are taken in all the same.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> with_files(registry, Path("no-such-folder")).registry is registry
        True
    """
    registry, problems = _editions(registry, folder)
    for path in _texts(folder):
        texts = read_text_file(path, registry)
        problems += [(path.name, problem) for problem in texts.problems]
        if texts.wording is not None and texts.rows:
            registry = laid_over(registry, texts.wording)
    return FilesRead(registry, tuple(problems))


def editions_only(registry: Registry, folder: Path, but: str | None = None) -> Registry:
    """Load the edition files of a folder, but not its texts.

    Args:
        registry: What is loaded.
        folder: The folder of accepted files.
        but: The id of an edition to leave out, or None.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> editions_only(registry, Path("no-such-folder")) is registry
        True
    """
    return _editions(registry, folder, but)[0]


def _editions(
    registry: Registry, folder: Path, but: str | None = None
) -> tuple[Registry, list[tuple[str, FileProblem]]]:
    problems: list[tuple[str, FileProblem]] = []
    for id_, path in _edition_files(folder):
        if id_ != but:
            edition = read_edition_file(path, registry)
            problems += [(path.name, problem) for problem in edition.problems]
            registry = with_edition(registry, edition)
    return registry, problems


def _edition_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the edition files with their ids, in the order of their years and corrections."""
    found = []
    for path in folder.glob("edition-*") if folder.is_dir() else ():
        match = EDITION.fullmatch(path.name)
        if match and (match[3] or path.is_dir()):
            found.append((int(match[1]), int(match[2] or 0), path))
    for year, revision, path in sorted(found):
        yield (f"{year}.{revision}" if revision else str(year)), path


def _texts(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if TEXTS.fullmatch(path.name))
