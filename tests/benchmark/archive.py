"""An archive of many documents: documents a second and memory, each in a process of its own."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
import orjson
from rhf_services import Stage, check_many, ndjson
from benchmark import ours

registry = ours.registry()
start = time.process_time()
answered = 0
if sys.argv[3] == "orjson":
    with open(sys.argv[2], "rb") as lines:
        for line in lines:
            orjson.loads(line)
            answered += 1
else:
    for checked in check_many(ndjson(sys.argv[2]), ours.registry, stage=Stage.SUBMISSION, lax=True):
        checked.verdict
        answered += 1
seconds = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"answered": answered, "seconds": seconds, "peak": peak}))
"""


def measured(many):
    """Give documents and megabytes a second, the ratio to orjson alone, and MiB above it.

    Both processes load the same modules first, so that the memory compared is that of the work.
    """
    from benchmark import documents

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.ndjson"
        with path.open("wb") as file:
            file.writelines(documents.archive(many))
        size = path.stat().st_size
        taken = {who: _run(path, who) for who in ("orjson", "check_many", "orjson ", "check_many ")}
    if any(one["answered"] != many for one in taken.values()):
        raise AssertionError(taken)
    orjson = min(taken["orjson"]["seconds"], taken["orjson "]["seconds"])
    own = min(taken["check_many"]["seconds"], taken["check_many "]["seconds"])
    return {
        "documents": many / own,
        "megabytes": size / own / 1e6,
        "ratio": orjson / own,
        "memory": taken["check_many"]["peak"] - taken["orjson"]["peak"],
    }


def _run(path, who):
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tests, str(path), who.strip()],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)
