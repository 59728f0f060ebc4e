"""The command ``check`` over an archive: answers as they come, then the numbers."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial, update_wrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from rhf_services.checking.many import ArchiveDocument, Checked, Lost, check_many, folder, ndjson
from rhf_services.checking.many.documents import LINES, document_in, documents_of
from rhf_services.cli import archive_words as words
from rhf_services.cli.archive_showing import (
    all_lines,
    document_of,
    short_lines,
    summary_lines,
)
from rhf_services.cli.archive_tally import Tally
from rhf_services.cli.checking import HowToCheck
from rhf_services.cli.inputs import is_file, is_folder
from rhf_services.cli.options import loaded
from rhf_services.cli.progress import Counting
from rhf_services.cli.showing import echo_json
from rhf_services.cli.stopping import Interrupts
from rhf_services.cli.workers import registry_with, workers
from rhf_services.hooks import Registry
from rhf_services.i18n import language, show
from rhf_services.model.cases import Attempt

if TYPE_CHECKING:
    from rhf_services.i18n.showing import Shown

FIRST: Final = 20
"""How many of the documents that are held back are told of, where not all are asked for."""


@frozen
class Archive:
    """How to go through an archive.

    Attributes:
        archive: Whether every file and standard input holds a document on each line.
        workers: How many processes check; 0 for this one.
        from_line: The line to begin with, or None.
        skip: How many documents to pass over.
        every: Whether to tell of every finding.

    Examples:
        >>> Archive().meant(("reports", "old.jsonl"), "text"), Archive().meant(("-",), "text")
        (True, False)
    """

    archive: bool = False
    workers: int = 0
    from_line: int | None = None
    skip: int = 0
    every: bool = False

    def meant(self, files: tuple[str, ...], form: str) -> bool:
        """Tell whether an archive is meant, and not a few documents to show one by one."""
        named = any(Path(name).suffix.lower() in LINES for name in files)
        return named or form == "ndjson" or self != Archive()


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options about archives to a command, which is given an `Archive`."""

    def taken(
        *, archive: bool, workers: int, from_line: int | None, skip: int, every: bool, **rest: Any
    ) -> None:
        command(archive=Archive(archive, workers, from_line, skip, every), **rest)

    made = update_wrapper(taken, command)
    for option in (
        click.option(
            "--archive", is_flag=True, help="Each line of FILES is a document, whatever their name."
        ),
        click.option(
            "--workers",
            type=click.IntRange(0, 256),
            default=0,
            show_default=True,
            help="Check an archive in so many processes; 0 for none but this.",
        ),
        click.option(
            "--from-line",
            type=click.IntRange(1),
            help="Begin at this line of the one archive, to go on where it was stopped.",
        ),
        click.option(
            "--skip",
            type=click.IntRange(0),
            default=0,
            help="Pass over so many documents, to go on where it was stopped.",
        ),
        click.option("--all", "every", is_flag=True, help="Tell of every finding of an archive."),
    ):
        made = option(made)
    return made


def run(files: tuple[str, ...], archive: Archive, asked: HowToCheck) -> int:
    """Check an archive, tell of it, and give the exit code.

    Args:
        files: Files, folders, or ``-``.
        archive: How to go through it.
        asked: How to check and answer.

    Raises:
        click.UsageError: A line was named, and not one archive.
    """
    if archive.from_line is not None and (len(files) != 1 or is_folder(Path(files[0]))):
        raise click.UsageError("--from-line goes with one archive; use --skip for several.")
    if archive.from_line is not None and archive.skip:
        raise click.UsageError("--from-line and --skip do not go together.")
    reader = language(asked.lang)
    registry = loaded(asked.accepted, asked.lang)
    accepted = None if asked.accepted is None else str(asked.accepted)
    documents = (one for name in files for one in _documents(name, archive))
    counting = Counting(sizes(files), reader, quiet=asked.form == "ndjson" or archive.every)
    answers = check_many(
        islice(documents, archive.skip, None),
        partial(registry_with, accepted),
        executor=workers(archive.workers),
        stage=asked.stage,
        at=asked.at,
        attempt=None if asked.by is None else Attempt(asked.by, asked.at),
        progress=counting.told,
    )
    teller = Teller(Tally(), asked, every=archive.every)
    last, stopped = None, False
    with Interrupts().watched() as interrupts, closing(answers):
        try:
            for done in answers:
                with interrupts.held():
                    counting.clear()
                    teller.tell(done)
                    last = done
        except KeyboardInterrupt:
            stopped = True
    counting.clear()
    teller.close(registry, whole=not stopped)
    if stopped:
        count = teller.tally.documents
        params: dict[str, Shown] = {"count": count, "option": _option(files, archive, count, last)}
        click.echo(show(words.STOPPED, reader, params), err=True)
    return 130 if stopped else teller.tally.exit


@frozen
class Teller:
    """Tells of the documents as they come, and of the numbers at the end.

    Attributes:
        tally: The numbers.
        asked: How to answer.
        every: Whether to tell of every finding.

    Examples:
        >>> Teller.__name__
        'Teller'
    """

    tally: Tally
    asked: HowToCheck
    every: bool

    def tell(self, done: Checked) -> None:
        """Tell of one document, where that is asked for."""
        reader = language(self.asked.lang)
        before = self.tally.counts["worth-seeing"]
        self.tally.add(done)
        worth = self.tally.counts["worth-seeing"] > before
        if self.asked.form == "ndjson":
            echo_json(document_of(done, self.asked.lang), indent=None)
        elif self.asked.form == "text" and self.every:
            for line in all_lines(done, reader):
                click.echo(line)
        elif self.asked.form == "text" and worth and before < FIRST:
            click.echo("\n".join(short_lines(done, reader)))

    def close(self, registry: Registry, *, whole: bool) -> None:
        """Tell of the numbers."""
        reader = language(self.asked.lang)
        if self.asked.form == "json":
            echo_json(self.tally.document(whole=whole))
        if self.asked.form != "text":
            return
        left = self.tally.counts["worth-seeing"] - FIRST
        if left > 0 and not self.every:
            click.echo(show(words.MORE, reader, {"count": left}))
        if self.tally.findings or self.tally.counts["worth-seeing"]:
            click.echo("")
        for line in summary_lines(self.tally, registry, reader):
            click.echo(line)


def sizes(files: tuple[str, ...]) -> dict[str, int] | None:
    """Give how many bytes lie before each file, and in all under ``""``; None if unknown.

    A file is called as its documents are: ``./a.ndjson`` as ``a.ndjson``.

    Examples:
        >>> sizes(("-",)) is None
        True
    """
    before, found = 0, {}
    for name in files:
        if name == "-" or not is_file(Path(name)):
            return None
        found[str(Path(name))] = before
        before += Path(name).stat().st_size
    return {**found, "": before}


def _documents(name: str, archive: Archive) -> Iterator[ArchiveDocument]:
    path, first_line = Path(name), archive.from_line or 1
    if name == "-" and archive.archive:
        yield from ndjson(sys.stdin.buffer, name="-", from_line=first_line)
    elif name == "-":
        yield document_in(sys.stdin.buffer, name)
    elif is_folder(path):
        found = folder(path)
        first = next(found, None)
        if first is None:
            first = ArchiveDocument(name, None, lost=Lost.CANNOT_OPEN, detail="empty-folder")
        yield first
        yield from found
    else:
        yield from documents_of(path, lines=archive.archive, from_line=first_line)


def _option(files: tuple[str, ...], archive: Archive, done: int, last: Checked | None) -> str:
    """Give the option that goes on where this was stopped."""
    line = None if last is None or Path(last.name) != Path(files[0]) else last.line
    if len(files) == 1 and line is not None:
        return f"--from-line {line + 1}"
    if archive.from_line is not None:
        return f"--from-line {archive.from_line}"
    return f"--skip {archive.skip + done}"
