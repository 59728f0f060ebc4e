"""Where the documents of an archive come from: lines of a file, files of a folder.

One document is read at a time, and never more of it than the bound allows.
"""

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from attrs import field, frozen

LONGEST: Final = 4 * 2**20
"""How many bytes a document may have, where nothing else is said; a large report has 40 000."""

LINES: Final = (".ndjson", ".jsonl")
"""How the names of files end that hold a document on each line."""

_CHUNK: Final = 2**16


class Lost(StrEnum):
    """Why a document has no verdict.

    Examples:
        >>> Lost("worker-died").name
        'WORKER_DIED'
    """

    TOO_LONG = "too-long"
    CANNOT_OPEN = "cannot-open"
    WORKER_DIED = "worker-died"
    CRASHED = "crashed"


@frozen
class ArchiveDocument:
    """One document of an archive, and where it stands.

    Attributes:
        name: The name of its file, as it was given.
        data: Its bytes, or None where it could not be read.
        line: Its line, counted from 1; None where the file holds nothing else.
        offset: Where it begins in the file, in bytes.
        lost: Why it could not be read, or None.
        detail: What the system says about that.

    Examples:
        >>> ArchiveDocument("archive.ndjson", b"{}", line=12).where
        'archive.ndjson:12'
    """

    name: str
    data: bytes | None = field(repr=False)
    line: int | None = None
    offset: int = 0
    lost: Lost | None = None
    detail: str = ""

    @property
    def where(self) -> str:
        """The name of the file, and the line where it has several."""
        return self.name if self.line is None else f"{self.name}:{self.line}"


def ndjson(
    file: "str | os.PathLike[str] | BinaryIO",
    *,
    name: str | None = None,
    from_line: int = 1,
    longest: int = LONGEST,
) -> Iterator[ArchiveDocument]:
    r"""Read newline-delimited JSON, one line at a time.

    Blank lines are passed over. A line that is longer than the bound is named and not read into
    memory.

    Args:
        file: The path, or a file open for reading bytes, which stays open.
        name: How to call it; the path where nothing is said.
        from_line: The first line to take, counted from 1, to go on where a run was stopped.
        longest: How many bytes a line may have.

    Returns:
        The documents, in the order of the file.

    Raises:
        OSError: The file cannot be opened or read; once the first document is asked for.

    Examples:
        >>> import io
        >>> [one.line for one in ndjson(io.BytesIO(b'{"a": 1}\n\n{}'))]
        [1, 3]
    """
    if isinstance(file, str | os.PathLike):
        path = os.fspath(file)
        with Path(path).open("rb") as opened:
            yield from _lines(opened, path if name is None else name, from_line, longest)
    else:
        called = name if name is not None else str(getattr(file, "name", "-"))
        yield from _lines(file, called, from_line, longest)


def folder(
    path: "str | os.PathLike[str]", *, after: str | None = None, longest: int = LONGEST
) -> Iterator[ArchiveDocument]:
    """Read every document below a folder, file by file in the order of their names.

    A ``.json`` file is one document; an ``.ndjson`` or ``.jsonl`` file holds one on each line.
    What is hidden is left alone. Only the names of the folders that are open are kept in memory.

    Args:
        path: The folder.
        after: The name of the last file that is done, to go on where a run was stopped.
        longest: How many bytes a document may have.

    Returns:
        The documents. What cannot be opened is named among them.

    Raises:
        OSError: The folder itself cannot be opened; once the first document is asked for.

    Examples:
        >>> next(folder("examples/reports")).name.endswith(".json")
        True
    """
    done = () if after is None else Path(after).parts
    for found in _below(Path(path)):
        if isinstance(found, ArchiveDocument):
            yield found
        elif found.parts > done:
            yield from documents_of(found, longest=longest)


def documents_of(
    path: Path, *, lines: bool = False, from_line: int = 1, longest: int = LONGEST
) -> Iterator[ArchiveDocument]:
    """Read the document of a file, or those on its lines, as its name says.

    Args:
        path: The file; where it cannot be opened, that is told.
        lines: Whether there is a document on each line, whatever the name says.
        from_line: The first line to take.
        longest: How many bytes a document may have.

    Examples:
        >>> str(next(documents_of(Path("gone.ndjson"))).lost)
        'cannot-open'
    """
    if not lines and path.suffix.lower() not in LINES:
        yield document_of(path, longest=longest)
        return
    try:
        opened = path.open("rb")
    except OSError as error:
        yield _not_opened(str(path), error)
        return
    with opened:
        yield from _lines(opened, str(path), from_line, longest)


def document_of(path: "str | os.PathLike[str]", *, longest: int = LONGEST) -> ArchiveDocument:
    """Read a file that holds one document.

    Args:
        path: The file.
        longest: How many bytes it may have.

    Examples:
        >>> document_of("gone.json").detail
        'No such file or directory'
    """
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as opened:
            return document_in(opened, name, longest=longest)
    except OSError as error:
        return _not_opened(name, error)


def document_in(file: BinaryIO, name: str, *, longest: int = LONGEST) -> ArchiveDocument:
    """Read the one document of an open file.

    Args:
        file: The file, open for reading bytes.
        name: How to call it.
        longest: How many bytes it may have.

    Examples:
        >>> import io
        >>> document_in(io.BytesIO(b"{}"), "-", longest=1).lost
        <Lost.TOO_LONG: 'too-long'>
    """
    data = file.read(longest + 1)
    return (
        ArchiveDocument(name, None, lost=Lost.TOO_LONG)
        if len(data) > longest
        else ArchiveDocument(name, data)
    )


def _not_opened(name: str, error: OSError) -> ArchiveDocument:
    said = error.strerror or type(error).__name__
    return ArchiveDocument(name, None, lost=Lost.CANNOT_OPEN, detail=said)


def _lines(file: BinaryIO, name: str, from_line: int, longest: int) -> Iterator[ArchiveDocument]:
    offset = number = 0
    while line := file.readline(longest + 1):
        number += 1
        start, offset = offset, offset + len(line)
        long = len(line) > longest and not line.endswith(b"\n")
        if long:  # what is left of it is passed over, a little at a time
            while rest := file.readline(_CHUNK):
                offset += len(rest)
                if rest.endswith(b"\n"):
                    break
        if number < from_line:
            continue
        if long:
            yield ArchiveDocument(name, None, number, start, Lost.TOO_LONG)
        elif data := line.rstrip():
            yield ArchiveDocument(name, data, number, start)


def _below(path: Path) -> Iterator[Path | ArchiveDocument]:
    with os.scandir(path) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            try:
                yield from _below(path / entry.name)
            except OSError as error:
                yield _not_opened(entry.path, error)
        elif Path(entry.name).suffix.lower() in (".json", *LINES) and _is_file(entry):
            yield path / entry.name


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """Tell a file, or what cannot be told apart, such as a link to itself: opening it says why."""
    try:
        return entry.is_file()
    except OSError:
        return True
