"""The command ``serve``: a process that answers programs in other languages, line by line."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from rhf_services.cli.options import files_option, loaded
from rhf_services.serving import MOST_BYTES, serve


@click.command("serve", short_help="Answer programs in other languages, line by line.")
@click.option(
    "--most-bytes",
    "most",
    type=click.IntRange(min=1),
    default=MOST_BYTES,
    show_default=True,
    help="How long a line may be; a longer one is skipped, and answered with an error.",
)
@files_option
def serve_command(most: int, accepted: Path | None) -> None:
    """Answer programs in other languages: JSON-RPC 2.0 on standard input and output.

    Each line in is one request, each line out its answer, in the same order. The process lives
    until its standard input ends. A bad line is answered with an error, and ends nothing; what
    people should see goes to standard error.

    The verbs are hello, templates, form, check, explain, carry-over, diff, trace, which and
    schema. What each takes and gives stands in "rhf-services schema rhf-request/1" and in
    docs/other-languages.md.

    \b
    Example (a line in, and the beginning of the line out):
      {"jsonrpc": "2.0", "id": 1, "method": "check", "params": {"report": {…}}}
      {"jsonrpc":"2.0","id":1,"result":{"format":"rhf-verdict/1",…
    """  # noqa: D301  (click needs the \b)
    if sys.stdin is None or sys.stdout is None:
        raise click.UsageError("Standard input and standard output have to be open.")
    with contextlib.suppress(KeyboardInterrupt), _ended_quietly(), _answers_alone() as target:
        registry = loaded(accepted)
        with contextlib.suppress(BrokenPipeError):  # nobody reads the answers any more
            serve(sys.stdin.buffer, target, registry, _log, most)


def _log(said: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # nobody reads it: that ends nothing
        click.echo(said, err=True, nl=False)


@contextlib.contextmanager
def _ended_quietly() -> Iterator[None]:
    """Let the signal that asks a process to end do it as the end of the input does."""

    def stop(_number: int, _frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _answers_alone() -> Iterator[BinaryIO]:
    """Keep standard output for the answers; whatever else is printed goes to standard error."""
    out = sys.stdout
    out.flush()
    other = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    try:
        number, aside = out.fileno(), other.fileno()
    except (OSError, ValueError):  # no file of the system, as in a test
        with contextlib.redirect_stdout(other):
            yield out.buffer
        return
    target = os.fdopen(os.dup(number), "wb")
    os.dup2(aside, number)
    try:
        with contextlib.redirect_stdout(other):
            yield target
    finally:
        os.dup2(target.fileno(), number)
        with contextlib.suppress(OSError):
            target.close()
