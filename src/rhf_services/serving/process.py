"""A long-lived process: lines in, lines out, one answer after the other."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from rhf_services.hooks import Registry
from rhf_services.serving.lines import Log, answered

MOST_BYTES: Final = 10_000_000
"""How long a line may be, unless the host says otherwise: a hundred times a great report."""

CHUNK: Final = 65_536


def serve(
    source: BinaryIO, target: BinaryIO, registry: Registry, log: Log, most: int = MOST_BYTES
) -> None:
    """Answer every line, until there are no more.

    Args:
        source: Where the lines come from.
        target: Where the answers go; flushed after each.
        registry: What is loaded.
        log: Takes what whoever runs the process should see.
        most: How many bytes a line may have.

    Raises:
        OSError: Nobody reads the answers any more.

    Examples:
        >>> import io
        >>> from rhf_services import load_registry
        >>> target = io.BytesIO()
        >>> ask = b'{"jsonrpc": "2.0", "id": 1, "method": "hello"}'
        >>> serve(io.BytesIO(ask), target, load_registry(), print)
        >>> target.getvalue()[:24]
        b'{"jsonrpc":"2.0","id":1,'
    """
    for line in lines(source, most):
        answer = answered(line, registry, log)
        if answer is not None:
            target.write(answer + b"\n")
            target.flush()


def lines(source: BinaryIO, most: int) -> Iterator[bytes | None]:
    r"""Give each line with its end; None for one that is too long, of which nothing is kept.

    Args:
        source: Where the lines come from.
        most: How many bytes a line may have, without its end.

    Examples:
        >>> import io
        >>> list(lines(io.BytesIO(b"one\nthree\ntwo"), 3))
        [b'one\n', None, b'two']
    """
    while line := source.readline(most + 1):
        if line.endswith(b"\n") or len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(CHUNK)
        yield None
