"""check_many(): read some, send some, hand out answers in order; never more than a window."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final

from rhf_services.checking.many.answers import Checked, ExecutorLostError, Progress, answer, unread
from rhf_services.checking.many.documents import ArchiveDocument, Lost
from rhf_services.checking.many.factories import RegistryFactory, factory_of
from rhf_services.checking.many.packing import Desk
from rhf_services.checking.many.working import How, judge
from rhf_services.hooks.registry import Registry
from rhf_services.model.cases import Attempt
from rhf_services.model.policy import HostPolicy
from rhf_services.model.rules import Stage

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rhf_services.checking.many.crews import Crew, Sent

MOST_BYTES: Final = 2**18
"""How many bytes of documents go into one batch; a single document may be longer."""

Batch = list[ArchiveDocument]
Listener = Callable[[Progress], object]


def check_many(
    documents: Iterable[ArchiveDocument],
    registry_factory: RegistryFactory,
    *,
    executor: "Executor | Callable[[], Executor] | None" = None,
    stage: Stage = Stage.DRAFT,
    at: datetime | None = None,
    policy: HostPolicy | None = None,
    attempt: Attempt | None = None,
    lax: bool = False,
    batch: int = 100,
    ahead: int = 16,
    patience: float | None = None,
    progress: Listener | None = None,
) -> Generator[Checked, None, None]:
    """Check many documents, each a report or a case, and give the answers in their order.

    Memory stays bounded however long the archive is: at most ``ahead`` batches are read and not
    yet handed out, and nothing is read while nobody takes answers. Close the iterator to stop;
    every answer that was handed out is whole, and its ``line`` tells where to go on.

    Args:
        documents: The documents, as `ndjson` and `folder` give them.
        registry_factory: What makes the registry, once here and once in each worker: a function
            of a module, its name as ``"module:function"``, or a `functools.partial` of it.
        executor: Who does the work: this thread (None); an executor, which stays the caller's;
            or a function that makes one, such as ``ProcessPoolExecutor``. One that is made here
            is replaced if it breaks, and shut down at the end.
        stage: The step the reports are checked for, or its name.
        at: The time, with a time zone.
        policy: The host's choices; each case's own where none are given.
        attempt: An attempt to submit, laid over each case.
        lax: Whether to read with orjson (the extra ``fast``), as `loads` does.
        batch: How many documents go to a worker at once, at most.
        ahead: How many batches may be under way.
        patience: How many seconds to wait for a batch before the executor is taken to be lost;
            None for as long as it takes. A cluster that goes away may never say so. Processes of
            an executor that is made here are ended once a batch took them twice as long.
        progress: Told how far the work has come, after each batch.

    Returns:
        An answer for each document. A document that a worker dies of is tried again alone; if
        the worker dies again, the answer says so, and the others get their verdicts.

    Raises:
        ValueError: The factory cannot be imported, there is no such stage, or ``batch`` or
            ``ahead`` is less than 1.
        TypeError: The factory gave no registry.
        ImportError: ``lax`` is set and orjson is not installed.
        WorkerUnfitError: A worker could make no registry, or made another one; while iterating.
        ExecutorLostError: The executor that was given is broken, or a batch took longer than
            ``patience``, and there is more to do; while iterating, after every answer there is.

    Examples:
        >>> import io
        >>> from rhf_services import check_many, load_registry, ndjson
        >>> archive = io.BytesIO(b'{"format": "rhf-report/1", "template": "archive"}')
        >>> documents = [*ndjson(archive), ArchiveDocument("b", b"{")]
        >>> done, nothing = check_many(documents, load_registry)
        >>> done.where, done.readable, nothing.readable
        ('-:1', True, False)
    """
    if batch < 1 or ahead < 1:
        raise ValueError(f"batch and ahead are 1 or more, not {batch} and {ahead}")
    factory = factory_of(registry_factory)
    if lax:
        import_module("orjson")
    how = How(Stage(stage), at, policy, attempt, lax)
    registry = factory.make()
    if executor is None:
        return _here(documents, registry, how, batch, progress)
    from rhf_services.checking.many.crews import Crew  # noqa: PLC0415  (heavy; only where used)

    crew = Crew(executor, factory, how, Desk(registry), patience)
    return _there(_batches(documents, batch), crew, ahead, progress)


def _here(
    documents: Iterable[ArchiveDocument],
    registry: Registry,
    how: How,
    batch: int,
    progress: Listener | None,
) -> Generator[Checked, None, None]:
    count, told, done = 0, 0, None
    for document in documents:
        if document.data is None:
            done = unread(document)
        else:
            judged = judge(document.data, registry, how)
            done = (
                answer(document, None, Lost.CRASHED, judged)
                if isinstance(judged, str)
                else answer(document, judged)
            )
        yield done
        count += 1
        if progress is not None and count % batch == 0:
            told = count
            progress(Progress(count, count, done))
    if progress is not None and count != told:
        progress(Progress(count, count, done))


def _there(
    batches: Iterator[Batch], crew: "Crew", ahead: int, progress: Listener | None
) -> Generator[Checked, None, None]:
    waiting: deque[Sent] = deque()
    ended: Exception | None = None
    read, more = 0, True
    try:
        while True:
            while more and len(waiting) < ahead and crew.takes_more(waiting):
                try:
                    read_now = next(batches, None)
                except Exception as error:  # noqa: BLE001  (told after what was read before it)
                    ended, read_now = error, None
                if read_now is None:
                    more = False
                    break
                if crew.lost is not None:
                    raise ExecutorLostError(crew.answered, read_now[0]) from crew.lost
                read += len(read_now)
                waiting.append(crew.send(read_now))
            if not waiting:
                break
            done = None
            for done in crew.answers(waiting.popleft(), waiting):
                yield done
                crew.answered += 1
            if progress is not None:
                progress(Progress(read, crew.answered, done))
    finally:
        crew.leave(waiting)
    if ended is not None:
        raise ended


def _batches(documents: Iterable[ArchiveDocument], most: int) -> Iterator[Batch]:
    """Put documents together; what was read before a source failed comes before its failure."""
    batch: Batch = []
    size = 0
    try:
        for document in documents:
            batch.append(document)
            size += len(document.data or b"")
            if len(batch) >= most or size >= MOST_BYTES:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
