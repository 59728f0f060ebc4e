"""The executor and what is under way with it; finding the document that a worker dies of."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from secrets import token_hex
from typing import Any

from attrs import define, field, frozen

from rhf_services.checking.many.answers import Checked, ExecutorLostError, answer, unread
from rhf_services.checking.many.documents import ArchiveDocument, Lost
from rhf_services.checking.many.factories import Factory, WorkerUnfitError
from rhf_services.checking.many.packing import Desk
from rhf_services.checking.many.working import How, Task, Told, work


@frozen(eq=False)
class Sent:
    """A batch that is under way.

    Attributes:
        documents: The documents.
        executor: Who was asked.
        future: What will come of it, or why it was not taken.

    Examples:
        >>> Sent([], None, RuntimeError("cannot schedule new futures after shutdown")).documents
        []
    """

    documents: Sequence[ArchiveDocument]
    executor: Any
    future: "Future[Told] | Exception"


@define
class Crew:
    """Who does the work, for one run.

    Attributes:
        given: The executor, or what makes one.
        factory: What makes a registry.
        how: How to check.
        desk: The registry here.
        patience: How many seconds to wait for a batch; None for as long as it takes.
        answered: How many documents were handed out.
        lost: Why the executor that was given takes no more work, or None.

    Examples:
        >>> Crew.__name__
        'Crew'
    """

    given: Executor | Callable[[], Executor]
    factory: Factory
    how: How
    desk: Desk
    patience: float | None = None
    answered: int = 0
    lost: BaseException | None = None
    run: str = field(factory=lambda: token_hex(8), init=False)
    _tasks: int = field(default=0, init=False)
    _now: Any = field(default=None, init=False)
    _alone: Any = field(default=None, init=False)

    @property
    def _maker(self) -> Callable[[], Executor] | None:
        given: Any = self.given
        ready = hasattr(given, "submit") and not isinstance(given, type)
        return None if ready else given

    @property
    def _longest(self) -> float | None:
        """Twice as long as anybody waits here, so that the loss is told here before."""
        return None if self.patience is None else 2 * self.patience

    def takes_more(self, waiting: Sequence[Sent]) -> bool:
        """Tell whether new work may be sent: not beside what a worker may die of again."""
        if self.lost is not None:
            return not waiting
        return all(sent.executor is self._now for sent in waiting)

    def send(self, documents: Sequence[ArchiveDocument]) -> Sent:
        """Send some documents to a worker."""
        if self._now is None:
            self._now = self._maker() if self._maker is not None else self.given
        return self._sent(documents, self._now)

    def answers(self, sent: Sent, waiting: Sequence[Sent]) -> Iterator[Checked]:
        """Give the answers of a batch, when they are there.

        Args:
            sent: The batch.
            waiting: The batches after it.
        """
        told = self._outcome(sent)
        if not isinstance(told, BaseException):
            yield from self._told(sent.documents, told)
            return
        alone = self._place_alone(sent, told, waiting)
        if isinstance(told, BrokenExecutor):  # most likely another batch's fault
            again = self._outcome(self._sent(sent.documents, alone))
            if not isinstance(again, BaseException):
                yield from self._told(sent.documents, again)
                return
            alone = self._after(again, alone, sent.documents[0])
        for document in sent.documents:
            if document.data is None:
                yield unread(document)
                continue
            one = self._outcome(self._sent([document], alone))
            if not isinstance(one, BaseException):
                yield from self._told([document], one)
                continue
            yield answer(document, None, Lost.WORKER_DIED, type(one).__name__)
            alone = self._after(one, alone, document)

    def leave(self, waiting: Iterable[Sent]) -> None:
        """Call off what is under way, and let go of every executor that was made here."""
        for sent in waiting:
            if not isinstance(sent.future, Exception):
                sent.future.cancel()
        for made in (self._alone, self._now if self._maker is not None else None):
            if made is not None:
                self._let_go(made)
        self._alone = self._now = None

    def _let_go(self, made: Any) -> None:
        """Shut down an executor that was made here; a worker that may never end is ended."""
        if not isinstance(self.lost, TimeoutError):
            made.shutdown(wait=True)
            return
        end = getattr(made, "terminate_workers", None)  # from Python 3.14
        if end is not None:
            end()
        made.shutdown(wait=False)  # `no_longer_than` ends a worker that is still there

    def _sent(self, documents: Sequence[ArchiveDocument], executor: Any) -> Sent:
        data = tuple(one.data for one in documents if one.data is not None)
        try:
            self._tasks += 1
            longest = self._longest if executor is not self.given else None
            task = Task(self.factory, self.run, self.how, data, self._tasks, os.getpid(), longest)
            future = executor.submit(work, task)
        except Exception as error:  # noqa: BLE001  (whatever an executor says when it is closed)
            future = error
        return Sent(documents, executor, future)

    def _told(self, documents: Sequence[ArchiveDocument], told: Told) -> Iterator[Checked]:
        mark, given = told
        if mark != self.desk.mark:
            raise WorkerUnfitError(f"{self.factory.name}: a worker has other forms or rules")
        left = iter(given)
        for document in documents:
            if document.data is None:
                yield unread(document)
                continue
            one = next(left)
            if isinstance(one, str):
                yield answer(document, None, Lost.CRASHED, one)
            else:
                yield answer(document, self.desk.unpacked(one, self.how.stage, self.how.at))

    def _place_alone(self, sent: Sent, error: BaseException, waiting: Sequence[Sent]) -> Any:
        """Find who can try again with nothing else under way."""
        if sent.executor is not self._now:  # broken before; what came after it stands alone
            return self._alone if self._maker is None else self._now
        wait([one.future for one in waiting if isinstance(one.future, Future)])
        return self._after(error, sent.executor, sent.documents[0])

    def _after(self, error: BaseException, executor: Any, first: ArchiveDocument) -> Any:
        """Go on with the same executor if it still works, else with a new one."""
        if not isinstance(error, BrokenExecutor) and self._works(executor):
            return executor
        if self._maker is not None:
            self._let_go(executor)
            self._now = new = self._maker()
        elif isinstance(error, BrokenExecutor):
            if self._alone is not None:
                self._let_go(self._alone)
            self.lost, self._now = self.lost or error, None
            self._alone = new = ProcessPoolExecutor(max_workers=1)
        else:
            raise ExecutorLostError(self.answered, first) from error
        if not self._works(new):
            raise ExecutorLostError(self.answered, first) from error
        return new

    def _works(self, executor: Any) -> bool:
        """Tell whether an executor still answers, with a registry and no documents."""
        return not isinstance(self._outcome(self._sent([], executor)), BaseException)

    def _outcome(self, sent: Sent) -> Told | BaseException:
        """Wait for an answer, or for why there is none; what concerns the whole run is raised."""
        if isinstance(sent.future, Exception):
            return sent.future
        try:
            return sent.future.result(self.patience)
        except (KeyboardInterrupt, WorkerUnfitError):
            raise
        except BaseException as error:  # (whatever an executor lets a future end with)
            if not sent.future.done():
                self.lost = error
                if sent.documents:
                    raise ExecutorLostError(self.answered, sent.documents[0]) from error
            return error
