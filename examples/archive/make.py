"""Makes an archive of many documents out of the example reports, one on each line.

Run it with how many, and where to write them; the same numbers give the same archive::

    python examples/archive/make.py 20000 archive.ndjson

The examples are taken in turn, so that reports and cases, complete and faulty ones, and two that
nothing can be read of, stand side by side. Years and answers are as in the examples.
"""

import re
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

REPORTS = Path(__file__).parent.parent / "reports"


def documents() -> list[bytes]:
    """Give each example on a line of its own."""
    return [on_one_line(path.read_bytes()) for path in sorted(REPORTS.rglob("*.json"))]


def on_one_line(data: bytes) -> bytes:
    """Write a document without line breaks, and otherwise as it is; of nothing, half an object."""
    return re.sub(rb"\s*\n\s*", b" ", data).strip() or b"{"


def archive(count: int) -> Iterator[bytes]:
    """Give the lines of an archive.

    Args:
        count: How many.
    """
    return islice(cycle(documents()), count)


def write(path: Path, count: int) -> None:
    """Write an archive.

    Args:
        path: Where.
        count: How many documents.
    """
    with path.open("wb") as file:
        file.writelines(line + b"\n" for line in archive(count))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
