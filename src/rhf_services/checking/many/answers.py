"""What comes back for each document, and what is told when nothing more can come."""

from attrs import field, frozen

from rhf_services.checking.many.documents import ArchiveDocument, Lost
from rhf_services.model.findings import Verdict

__all__ = ["Checked", "ExecutorLostError", "Lost", "Progress"]


@frozen
class Checked:
    """The answer for one document: where it stands, and its verdict or why there is none.

    Attributes:
        name: The name of its file.
        line: Its line, counted from 1; None where the file holds nothing else.
        offset: Where it begins in the file, in bytes.
        verdict: The verdict, just as `check` gives it; None where there is none.
        lost: Why there is none.
        detail: What the system says about that, or the kind of exception; never its text.

    Examples:
        >>> Checked("archive.ndjson", 12, 40_000, None, Lost.WORKER_DIED).where
        'archive.ndjson:12'
    """

    name: str
    line: int | None
    offset: int
    verdict: Verdict | None = field(repr=False)
    lost: Lost | None = None
    detail: str = ""

    @property
    def where(self) -> str:
        """The name of the file, and the line where it has several."""
        return self.name if self.line is None else f"{self.name}:{self.line}"

    @property
    def readable(self) -> bool:
        """Whether a report could be read and was checked."""
        return self.verdict is not None and not any(f.rule.unread for f in self.verdict.findings)


@frozen
class Progress:
    """How far the work has come.

    Attributes:
        read: How many documents were read.
        answered: How many of them were handed out with their answers.
        last: The last of those.

    Examples:
        >>> Progress(read=300, answered=200).last is None
        True
    """

    read: int
    answered: int
    last: Checked | None = None


class ExecutorLostError(RuntimeError):
    """The executor that was given can take no more work; everything before was handed out.

    Give a function that makes executors instead of an executor, and the work goes on by itself.

    Attributes:
        answered: How many documents were handed out with their answers.
        first: The first document without one; go on from it.

    Examples:
        >>> error = ExecutorLostError(300, ArchiveDocument("archive.ndjson", b"{}", line=301))
        >>> str(error)
        'no more work is taken after 300 documents; go on from archive.ndjson:301'
    """

    def __init__(self, answered: int, first: ArchiveDocument) -> None:
        """Keep how far it came."""
        super().__init__(
            f"no more work is taken after {answered} documents; go on from {first.where}"
        )
        self.answered = answered
        self.first = first

    def __reduce__(self) -> tuple[type["ExecutorLostError"], tuple[int, ArchiveDocument]]:
        """Travel between processes."""
        return ExecutorLostError, (self.answered, self.first)


def answer(
    document: ArchiveDocument, verdict: Verdict | None, lost: Lost | None = None, detail: str = ""
) -> Checked:
    """Answer a document.

    Examples:
        >>> answer(ArchiveDocument("a.json", b""), None, Lost.CRASHED, "KeyError").detail
        'KeyError'
    """
    return Checked(document.name, document.line, document.offset, verdict, lost, detail)


def unread(document: ArchiveDocument) -> Checked:
    """Answer a document that could not be read.

    Examples:
        >>> unread(ArchiveDocument("a.json", None, lost=Lost.TOO_LONG)).lost
        <Lost.TOO_LONG: 'too-long'>
    """
    return answer(document, None, document.lost, document.detail)
