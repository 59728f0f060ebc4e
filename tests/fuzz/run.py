"""Try many documents that mean harm: does anything crash, hang, or read otherwise than it should?

    python tests/fuzz/run.py --minutes 60 --engine both

Begins with the corpus (``tests/fuzz/corpus``), the examples and large documents, and goes on from
there. A document that fails is written to the folder ``fuzz-failures``, with what there is to know
of it beside it. Leaves with 1 where something failed; Ctrl-C stops early and prints the table.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.engines import ENGINES, TALLY
from fuzz.trying import FLOOR, KINDS, MOST_TIMES, Tally, try_one

FAILURES: Final = Path("fuzz-failures")
GRACE: Final = 90
"""How long an engine may go on after its time: the document it has in hand may take a while."""


def tally_in(folder: Path) -> Tally:
    """Read what an engine has written down so far."""
    try:
        return Tally(**json.loads((folder / TALLY).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return Tally()


def row(name: str, tally: Tally) -> str:
    """Write one row of the table.

    Examples:
        >>> row("atheris", Tally(tried=1000, times=12.3, times_size=64_000, memory=10**8))
        '| atheris | 1,000 | 0 | 0 | 0 | - | 12 × (64,000 bytes) | 100 MB |'
    """
    slow = f"{tally.seconds * 1000:.0f} ms ({tally.size:,} bytes)" if tally.seconds else "-"
    times = f"{tally.times:.0f} × ({tally.times_size:,} bytes)" if tally.times else "none"
    found = " | ".join(str(tally.found[kind]) for kind in KINDS)
    memory = f"{tally.memory / 10**6:.0f} MB"
    return f"| {name} | {tally.tried:,} | {found} | {slow} | {times} | {memory} |"


def table(tallies: Mapping[str, Tally]) -> str:
    """Write the whole table."""
    whole = Tally()
    for tally in tallies.values():
        whole.take(tally)
    over = f"× json.loads, over {FLOOR * 1000:.0f} ms"
    return "\n".join(
        (
            f"| engine | tried | crashes | hangs | differences | slowest | {over} | memory |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            *(row(name, tally) for name, tally in tallies.items()),
            *([row("all", whole)] if len(tallies) > 1 else []),
        )
    )


def engines_for(asked: str) -> tuple[str, ...]:
    """Give the engines to run; without Atheris only the other one.

    Raises:
        SystemExit: Atheris was asked for and is not installed.
    """
    chosen = ENGINES if asked == "both" else (asked,)
    if "atheris" not in chosen or find_spec("atheris") is not None:
        return chosen
    if asked == "atheris":
        sys.exit("Atheris is not installed: uv run --group fuzz python tests/fuzz/run.py")
    print("Atheris is not installed; Hypothesis runs alone.", file=sys.stderr)
    return ("hypothesis",)


def main() -> int:
    """Run the engines beside each other, and print the table."""
    asked = argparse.ArgumentParser(description="Try many documents that mean harm.")
    asked.add_argument("--minutes", type=float, default=60.0, help="by the clock; 60 if left out")
    asked.add_argument("--engine", choices=[*ENGINES, "both"], default="both")
    asked.add_argument("--seed", type=int, default=int(time.time()) % 10**6)
    given = asked.parse_args()
    chosen = engines_for(given.engine)
    print(f"{', '.join(chosen)}: {given.minutes:g} minutes each, seed {given.seed}.", flush=True)
    with tempfile.TemporaryDirectory() as place:
        folders = {name: Path(place) / name for name in chosen}
        stopped = _run(folders, given.minutes * 60, given.seed)
        tallies = {name: tally_in(folder) for name, folder in folders.items()}
        if "atheris" in folders:
            _try_again(folders["atheris"], tallies["atheris"])
        for folder in folders.values():
            _keep(folder)
    print("\n" + table(tallies))
    print(f"\nA hang is more than {MOST_TIMES} × json.loads and more than {FLOOR * 1000:.0f} ms.")
    if any(tally.failed for tally in tallies.values()):
        print(f"What failed is in {FAILURES}.")
        return 1
    if stopped:
        print("Stopped early: " + ", ".join(stopped))
    return 1 if stopped and "Ctrl-C" not in stopped else 0


def _run(folders: Mapping[str, Path], seconds: float, seed: int) -> list[str]:
    """Start an engine in each folder and wait; what did not come to its end."""
    script = Path(__file__).with_name("engines.py")
    running = {}
    for name, folder in folders.items():
        folder.mkdir()
        command = [sys.executable, str(script), name, str(seconds), str(seed), str(folder)]
        # What Hypothesis keeps for its next run goes away with the folder, not into the caller's.
        surroundings = {**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis")}
        with (folder / "log").open("wb") as log:
            running[name] = subprocess.Popen(command, stdout=log, stderr=log, env=surroundings)
    start = told = time.monotonic()
    try:
        while any(one.poll() is None for one in running.values()):
            time.sleep(0.5)
            if time.monotonic() - told >= 60:
                told = time.monotonic()
                _progress(folders, told - start)
            if time.monotonic() - start > seconds + GRACE:
                break
    except KeyboardInterrupt:
        for one in running.values():
            one.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                one.wait(GRACE)
        return ["Ctrl-C"]
    stopped = []
    for name, one in running.items():
        if one.poll() is None:
            one.kill()
        if one.wait() != 0:
            stopped.append(name)
            sys.stderr.write((folders[name] / "log").read_text(encoding="utf-8")[-3000:])
    return stopped


def _try_again(folder: Path, tally: Tally) -> None:
    """Try what seemed to hang where every line was looked at once more, without looking.

    A document may have seemed to hang more than once; only what does so now is counted.
    """
    tally.found["hang"] = 0
    for suspect in sorted(folder.glob("hang-*.json")):
        tried = try_one(suspect.read_bytes())
        tally.add(tried)
        tally.tried -= 1
        if tried.kind is None:
            suspect.unlink()
            suspect.with_suffix(".txt").unlink()


def _progress(folders: Mapping[str, Path], seconds: float) -> None:
    tallies = {name: tally_in(folder) for name, folder in folders.items()}
    told = ", ".join(_so_far(name, one) for name, one in tallies.items())
    print(f"{seconds / 60:.0f} min: {told}", flush=True)


def _so_far(name: str, tally: Tally) -> str:
    """Tell how far an engine is; what is slow only while it is watched is tried again later."""
    slow = tally.found["hang"] if name == "atheris" else 0
    again = f", {slow} to try again" if slow else ""
    return f"{name} {tally.tried:,} ({tally.failed - slow} failed{again})"


def _keep(folder: Path) -> None:
    for kind in (*KINDS, "timeout", "oom"):
        for failed in folder.glob(f"{kind}-*"):
            FAILURES.mkdir(exist_ok=True)
            shutil.copy(failed, FAILURES / failed.name)


if __name__ == "__main__":
    sys.exit(main())
