"""Work in a process of its own: the processor's seconds, and the most memory that it held."""

import json
import math
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).parents[1]
STATUS = Path("/proc/self/status")


def apart(work, *given):
    """Run a piece of work in a fresh interpreter.

    Args:
        work: Where the function is that makes it ready, as ``module:name``. What that gives is
            called without arguments, and only this is timed.
        given: What the function is given; JSON values.

    Returns:
        What the work ``gave``, its ``seconds`` of the processor, and the most memory that the
        process held from its start to the end of the work, in MiB (``most``), what was loaded to
        make it ready included.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmark.alone", work, json.dumps(given)],
        check=True,
        cwd=TESTS,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout)


def holding(mebibytes):
    """Make ready a piece of work that holds so much memory for a moment, to try the measure."""
    return lambda: len(b"x" * (mebibytes * 2**20)) // 2**20


def _here(work, given):
    module, name = work.split(":")
    ready = getattr(import_module(module), name)(*json.loads(given))
    start = time.process_time()
    gave = ready()
    return {"gave": gave, "seconds": time.process_time() - start, "most": _most()}


def _most():
    """Give the most memory that this program held, in MiB; no number where it is not told.

    `resource.getrusage` does not know: in a child it begins with the most that its parent held.
    """
    if not STATUS.exists():
        return math.nan
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_here(*sys.argv[1:])))
