"""How many small faults put into the rules, one at a time, the tests find.

    python tests/mutation.py [CHILDREN]

mutmut puts the faults in and runs the tests of each changed function; it prints totals alone,
so the table for each file is made here.
"""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
COPY: Final = ROOT / "mutants"
LOG: Final = COPY / "mutmut.log"
RULES: Final = ROOT / "src" / "rhf_services" / "rules"
OVERALL: Final = 0.90
EACH: Final = 0.80

Statuses = Mapping[str, str]
"""What became of each mutant, by its name."""


def read_results(printed: str) -> dict[str, str]:
    """Read what ``mutmut results --all true`` prints.

    Examples:
        >>> read_results("    rhf_services.rules.rows.x_doubles__mutmut_1: killed")
        {'rhf_services.rules.rows.x_doubles__mutmut_1': 'killed'}
    """
    lines = [line.strip().rpartition(": ") for line in printed.splitlines() if ": " in line]
    return {name: status for name, _colon, status in lines}


def by_file(statuses: Statuses) -> dict[str, Counter[str]]:
    """Count what became of the mutants of each file.

    Examples:
        >>> by_file({"rhf_services.rules.rows.x_doubles__mutmut_1": "killed"})
        {'rows.py': Counter({'killed': 1})}
    """
    found: dict[str, Counter[str]] = {}
    for name, status in sorted(statuses.items()):
        found.setdefault(name.split(".")[-2] + ".py", Counter())[status] += 1
    return found


def share(counts: Counter[str]) -> float:
    """Give the share that the tests found; what ended in any other way counts as not found.

    Examples:
        >>> share(Counter(killed=9, survived=1)), share(Counter())
        (0.9, 0.0)
    """
    return counts["killed"] / counts.total() if counts else 0.0


def row(name: str, counts: Counter[str]) -> str:
    """Write one row of the table.

    Examples:
        >>> row("rows.py", Counter(killed=9, survived=1))
        '| rows.py            |   10 |    9 |    1 |  90.0% |'
    """
    killed, total = counts["killed"], counts.total()
    return f"| {name:18} | {total:4} | {killed:4} | {total - killed:4} | {share(counts):6.1%} |"


def too_low(files: Mapping[str, Counter[str]], wanted: list[str]) -> list[str]:
    """Name the files of which too little was found, and those without any mutant.

    Examples:
        >>> files = {"rows.py": Counter(killed=9, survived=1), "fit.py": Counter(survived=1)}
        >>> too_low(files, ["fit.py", "form.py", "rows.py"])
        ['fit.py', 'form.py']
    """
    return [name for name in wanted if share(files.get(name, Counter())) < EACH]


def results(children: str) -> dict[str, str]:
    """Run mutmut in a fresh copy, and give what became of each mutant.

    Raises:
        CalledProcessError: mutmut stopped; its log says why.
    """
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir()
    mutmut = Path(sys.executable).with_name("mutmut")
    with LOG.open("w", encoding="utf-8") as log:
        # Named by a pattern, so that mutmut first runs the tests it means to use, each by its
        # name, with nothing changed. It takes a test it cannot find for one that failed.
        command = [mutmut, "run", "--max-children", children, "rhf_services.rules.*"]
        subprocess.run(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=True)
    command = [mutmut, "results", "--all", "true"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return read_results(done.stdout)


def main(children: str = "2") -> int:
    """Run it all and print the table; 1 where too little is found."""
    print(f"This takes ten minutes or so; tail {LOG.relative_to(ROOT)} to see how far it is.")
    statuses = results(children)
    files = by_file(statuses)
    print("\n| file | put in | found | left | share |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, counts in files.items():
        print(row(name, counts))
    overall = sum(files.values(), Counter[str]())
    print(row("all", overall))
    print("\nNot found:", *(n for n, s in statuses.items() if s != "killed"), sep="\n  ")
    wanted = [file.name for file in sorted(RULES.glob("*.py")) if file.stem != "__init__"]
    low = too_low(files, wanted)
    print(f"\nUnder {EACH:.0%} of a file:", ", ".join(low) or "none")
    return 1 if low or share(overall) < OVERALL else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
