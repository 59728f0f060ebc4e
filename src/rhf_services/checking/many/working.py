"""What a worker does: read and check some documents, with a registry it makes once."""

from datetime import datetime
from functools import lru_cache
from importlib import import_module

from attrs import evolve, frozen

from rhf_services.checking.checks import check
from rhf_services.checking.many.factories import Factory, WorkerUnfitError
from rhf_services.checking.many.packing import Desk, Packed
from rhf_services.checking.many.watching import no_longer_than
from rhf_services.hooks.registry import Registry
from rhf_services.model.cases import Attempt
from rhf_services.model.findings import Verdict
from rhf_services.model.policy import HostPolicy
from rhf_services.model.rules import Stage
from rhf_services.wire.either import read_either
from rhf_services.wire.json_text import parse, parse_lax


@frozen
class How:
    """How to check each document.

    Attributes:
        stage: The stage.
        at: The time, or None.
        policy: The host's choices, or None for each case's own.
        attempt: An attempt to submit, laid over each case, or None.
        lax: Whether to read with orjson, as `loads` does.

    Examples:
        >>> How().stage
        <Stage.DRAFT: 'draft'>
    """

    stage: Stage = Stage.DRAFT
    at: datetime | None = None
    policy: HostPolicy | None = None
    attempt: Attempt | None = None
    lax: bool = False


@frozen
class Task:
    """Some documents to check, as they travel to a worker.

    Attributes:
        factory: What makes the registry.
        run: Which run it is for; each makes its registries anew.
        how: How to check.
        documents: The documents.
        number: Which task of the run it is; a cluster that knows a task by what is in it would
            answer the same documents from memory, also when they are tried again.
        home: The process that asks; a worker that it started itself can be ended.
        longest: After how many seconds such a worker is ended; None for never.

    Examples:
        >>> Task(Factory("rhf_services:load_registry"), "a", How()).documents
        ()
    """

    factory: Factory
    run: str
    how: How
    documents: tuple[bytes, ...] = ()
    number: int = 0
    home: int = 0
    longest: float | None = None


Told = tuple[str, list[Packed | str]]
"""The mark of the worker's registry; for each document its verdict, or the kind of exception."""


def work(task: Task) -> Told:
    """Check some documents; what a worker is sent to do.

    Args:
        task: The documents, and how to check them.

    Raises:
        WorkerUnfitError: No registry could be made here, or orjson is asked for and missing.

    Examples:
        >>> task = Task(Factory("rhf_services:load_registry"), "a", How(), (b"{}",))
        >>> mark, (packed,) = work(task)
        >>> packed[0] is None  # there is no form
        True
    """
    with no_longer_than(task.longest, task.home):
        desk = _desk(task.factory, task.run, lax=task.how.lax)
        told: list[Packed | str] = []
        for data in task.documents:
            done = judge(data, desk.registry, task.how)
            told.append(done if isinstance(done, str) else desk.packed(done))
        return desk.mark, told


def judge(data: bytes, registry: Registry, how: How) -> Verdict | str:
    """Read and check one document, be it a report or a case.

    Nothing that somebody wrote raises in a check; what a stranger's rule does beside its check is
    named by the kind of exception, never by its text.

    Args:
        data: Its bytes.
        registry: The forms and rules.
        how: How to check.

    Examples:
        >>> from rhf_services import load_registry
        >>> judge(b"", load_registry(), How()).findings[0].code
        'RDG001'
    """
    try:
        case = read_either(parse_lax(data) if how.lax else parse(data))
        if how.attempt is not None:
            case = evolve(case, attempt=how.attempt)
        return check(case, registry, how.stage, how.at, how.policy)
    except (Exception, SystemExit) as error:  # noqa: BLE001
        return type(error).__name__


@lru_cache(maxsize=4)
def _desk(factory: Factory, run: str, *, lax: bool) -> Desk:  # noqa: ARG001  (made anew for each run)
    try:
        if lax:
            import_module("orjson")
        return Desk(factory.make())
    except (Exception, SystemExit) as error:
        raise WorkerUnfitError(f"{factory.name}: {type(error).__name__}: {error}") from error
