"""What large documents cost: how long they take, and the most memory they need at once.

    python tests/fuzz/sizes.py [--megabytes 100] [--rows 1000000] [--only NAME]

Each document is read, checked and told of in a process of its own. The table goes into
``docs/hostile-input.md``.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.hostile import SIZED
from fuzz.trying import memory

MEGA: Final = 10**6
LONGEST: Final = 3600


def of_size(name: str, size: int) -> bytes:
    """Make a document of about so many bytes.

    Examples:
        >>> 900 < len(of_size("lists in a list", 1000)) < 1100
        True
    """
    few, many = len(SIZED[name](100)), len(SIZED[name](200))
    return SIZED[name](max(1, int(size / ((many - few) / 100))))


def measured(path: Path) -> dict[str, Any]:
    """Read, check and tell of the document in a file in this process; what it took."""
    from rhf_services import Case, Stage, check, load_registry, loads, message
    from rhf_services.wire.cases import loads_case
    from rhf_services.wire.entities import loads_entities

    registry = load_registry()
    first = loads(SIZED["good rows"](1))
    check(Case(report=first.report), registry, Stage.SUBMISSION)
    data = path.read_bytes()
    start, before = time.process_time(), memory()
    json.loads(data)
    plain, with_json = time.process_time() - start, memory()
    start = time.process_time()
    if data.startswith(b"["):
        loads_entities(data)
        case = Case(report=None)
    elif b"rhf-case/1" in data[:50]:
        case = loads_case(data).case
    else:
        loaded = loads(data)
        case = Case(report=loaded.report, faults=loaded.faults)
    verdict = check(case, registry, Stage.SUBMISSION)
    taken = time.process_time() - start
    for finding in verdict.findings[:100]:
        message(finding, "en")
    return {
        "bytes": len(data),
        "json": plain,
        "seconds": taken,
        "findings": len(verdict.findings),
        "crashed": [f"{one.code} {one.crash}" for one in verdict.crashed],
        "json_memory": with_json - before,
        "memory": memory() - before,
    }


def apart(name: str, *, size: int = 0, rows: int = 0) -> dict[str, Any]:
    """Do so in a process of its own, so that its memory is its own too.

    Raises:
        CalledProcessError: The process did not end well.
        TimeoutExpired: It did not end.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.json"
        path.write_bytes(SIZED[name](rows) if rows else of_size(name, size))
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(path)],
            capture_output=True,
            check=True,
            text=True,
            timeout=LONGEST,
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return {"name": name, **found}


def row(found: dict[str, Any]) -> str:
    """Write one row of the table.

    Examples:
        >>> row({"name": "x", "bytes": 10**7, "seconds": 1.5, "json": 0.1, "memory": 5 * 10**7,
        ...      "json_memory": 10**7, "findings": 3, "crashed": []})
        '| x | 10 MB | 1.5 s | 15 | 50 MB | 5.0 | 1.0 | 3 |'
    """
    size = found["bytes"]
    cells = (
        found["name"],
        f"{size / MEGA:.0f} MB",
        f"{found['seconds']:.1f} s",
        f"{found['seconds'] / found['json']:.0f}",
        f"{found['memory'] / MEGA:.0f} MB",
        f"{found['memory'] / size:.1f}",
        f"{found['json_memory'] / size:.1f}",
        f"{found['findings']}" + "".join(f" ({one})" for one in found["crashed"]),
    )
    return "| " + " | ".join(cells) + " |"


def main() -> int:
    """Print the table; 1 where a document was not answered."""
    asked = argparse.ArgumentParser(description="What large documents cost.")
    asked.add_argument("--megabytes", type=int, default=100)
    asked.add_argument("--rows", type=int, default=10**6)
    asked.add_argument("--only", help="a part of the names to measure")
    asked.add_argument("--one", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        print(json.dumps(measured(Path(given.one))))
        return 0
    print(
        "| full of | size | time | × json.loads | memory | × size | json.loads alone | findings |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    failed = 0
    for name in SIZED:
        if given.only and given.only not in name:
            continue
        try:
            done = apart(name, size=given.megabytes * MEGA)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            failed += 1
            print(f"| {name} | not answered: {type(error).__name__} |", flush=True)
            continue
        failed += bool(done["crashed"])
        print(row(done), flush=True)
    for name in ("good rows", "one wrong key in every row"):
        if not given.only or given.only in name:
            print(row(apart(name, rows=given.rows)), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
