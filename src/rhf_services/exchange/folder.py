"""A folder of accepted files, laid next to what is built in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from rhf_services.exchange.edition_files import EditionFile, read_edition_file, with_edition
from rhf_services.exchange.problems import FileProblem
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.wordings import laid_over
from rhf_services.hooks import Registry

EDITION: Final = re.compile(r"edition-(\d{4}(?:\.\d+)?)(?:-[\w-]+)?(\.xlsx)?")
TEXTS: Final = re.compile(r"texts-(\d{4}(?:\.\d+)?)\.(xlsx|csv)")


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
    problems: list[tuple[str, FileProblem]] = []
    for id_, path in edition_paths(folder):
        edition = accepted_edition(id_, path, registry)
        problems += [(path.name, problem) for problem in edition.problems]
        registry = with_edition(registry, edition)
    for id_, path in text_paths(folder):
        registry, told = _with_texts(registry, id_, path)
        problems += [(path.name, problem) for problem in told]
    return FilesRead(registry, tuple(problems))


def editions_only(registry: Registry, folder: Path, but: tuple[Path, ...] = ()) -> Registry:
    """Load the edition files of a folder, but not its texts.

    Args:
        registry: What is loaded.
        folder: The folder of accepted files.
        but: Files to leave out.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> editions_only(registry, Path("no-such-folder")) is registry
        True
    """
    for id_, path in edition_paths(folder):
        if path not in but:
            registry = with_edition(registry, accepted_edition(id_, path, registry))
    return registry


def texts_before(registry: Registry, folder: Path, edition: str) -> Registry:
    """Lay over the text files for editions before one, as they would be for it.

    Args:
        registry: What is loaded, with the editions of the folder.
        folder: The folder of accepted files.
        edition: The id of the edition.
    """
    for id_, path in text_paths(folder):
        if numbers(id_) < numbers(edition):
            registry, _told = _with_texts(registry, id_, path)
    return registry


def edition_paths(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the edition files with their ids, in the order of their years and corrections."""
    found = []
    for path in folder.glob("edition-*") if folder.is_dir() else ():
        match = EDITION.fullmatch(path.name)
        if match and (match[2] or path.is_dir()):
            found.append((numbers(match[1]), (len(path.name), path.name), match[1], path))
    yield from ((id_, path) for _numbers, _name, id_, path in sorted(found))


def text_paths(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the text files with the ids of their editions, in order.

    Of one edition the .csv comes last and wins: it is the one that is written here. Only a process
    that was killed between writing it and taking an .xlsx away leaves both.
    """
    found = []
    for path in folder.glob("texts-*") if folder.is_dir() else ():
        match = TEXTS.fullmatch(path.name)
        if match:
            found.append((numbers(match[1]), match[2] == "csv", match[1], path))
    yield from ((id_, path) for _numbers, _csv, id_, path in sorted(found))


def accepted_edition(id_: str, path: Path, registry: Registry) -> EditionFile:
    """Read an accepted edition file, which must be what its name says."""
    file = read_edition_file(path, registry)
    if file.about is None or file.about.id == id_:
        return file
    wrong = FileProblem("wrong-name", params={"name": id_, "edition": file.about.id})
    return EditionFile(file.about, problems=(*file.problems, wrong))


def numbers(id_: str) -> tuple[int, ...]:
    """Give the numbers of the id of an edition, to sort by.

    Examples:
        >>> numbers("2024.1") > numbers("2024")
        True
    """
    return tuple(int(part) for part in id_.split("."))


def _with_texts(
    registry: Registry, id_: str, path: Path
) -> tuple[Registry, tuple[FileProblem, ...]]:
    texts = read_text_file(path, registry, accepted=True)
    if texts.edition is not None and texts.edition != id_:
        wrong = FileProblem("wrong-name", params={"name": id_, "edition": texts.edition})
        return registry, (*texts.problems, wrong)
    if texts.wording is not None and texts.rows:
        registry = laid_over(registry, texts.wording)
    return registry, texts.problems
