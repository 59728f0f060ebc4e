"""Archives for tests, and what makes registries in workers: some of them deadly."""

import io
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import attrs
from support.plugins import plugin, rule

from rhf_services import ArchiveDocument, Checked, Registry, load_registry, ndjson, verdict_document
from rhf_services.hooks import installed_plugins

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
EVERY = sorted(REPORTS.rglob("*.json"))


def document(place: int, **more: Any) -> bytes:
    """Give a small report that can be told from the others by what is found in it."""
    tree = {"format": "rhf-report/1", "template": "archive", "year": 2009 + place % 14}
    return json.dumps({**tree, "x" * (place % 7): 1, **more}).encode()


def lines(count: int, **at: bytes) -> bytes:
    """Give an archive of small reports; some lines, counted from 1 as ``l3``, are as given."""
    made = [at.get(f"l{place + 1}", document(place)) for place in range(count)]
    return b"".join(line + b"\n" for line in made)


def opened(data: bytes, **how: Any) -> Iterator[ArchiveDocument]:
    """Read an archive from memory."""
    return ndjson(io.BytesIO(data), **how)


def told(done: Checked) -> Any:
    """Write all there is to know of an answer, with words in two languages."""
    said = done.verdict and [verdict_document(done.verdict, lang) for lang in ("nn", "en")]
    return done, said


def obey(report: Any) -> Iterator[Any]:
    """Do what a report asks for."""
    asked = report.tree.get("x-do")
    if asked == "die":
        os._exit(9)
    if asked == "stay":
        time.sleep(600)
    if asked == "leave":
        raise SystemExit(4)
    if asked == "crash":
        raise ZeroDivisionError
    yield from ()


def odd_registry(*_given: object) -> Registry:
    """Load everything, and a rule that does what a report asks for."""
    odd = plugin("odd", rules=[rule("O-ODD001", obey, on_archive=True)])
    return load_registry([*installed_plugins(), odd])


def in_a_worker() -> bool:
    return parent_process() is not None


def broken_in_workers() -> Registry:
    """Load everything, but fail in another process."""
    if in_a_worker():
        raise LookupError("nothing here")
    return load_registry()


def other_in_workers() -> Registry:
    """Load everything, and in another process something more."""
    return odd_registry() if in_a_worker() else load_registry()


def deadly_in_workers() -> Registry:
    """Load everything, but die in another process."""
    if in_a_worker():
        os._exit(7)
    return load_registry()


def no_registry() -> object:
    return object()


@attrs.define
class Counted:
    """A source that counts what is read of it."""

    source: Iterator[ArchiveDocument]
    read: int = 0

    def __iter__(self) -> Iterator[ArchiveDocument]:
        for one in self.source:
            self.read += 1
            yield one


class Hands(Executor):
    """An executor that does the work at once, unless it is told what to do instead."""

    def __init__(self, instead: Callable[[Sequence[bytes]], Exception | None]) -> None:
        self.instead = instead
        self.sent: list[Any] = []
        self.closed = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        failed = self.instead(args[0].documents)
        if failed is None:
            future.set_result(fn(*args, **kwargs))
        else:
            future.set_exception(failed)
        self.sent.append(args[0])
        return future

    def shutdown(self, *_how: Any, **_more: Any) -> None:
        self.closed = True
