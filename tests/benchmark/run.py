"""The benchmark: one command, one run, ratios. See docs/performance.md for what it printed."""

import argparse
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmark import agreement, archive, cold, documents, growth, speed

LIBRARIES = ("orjson", "msgspec", "pydantic", "attrs", "cattrs", "jsonschema", "jsonschema-rs")
ROUNDS = 7
SAY: Callable[[str], None] = print


def main() -> int:
    """Prove that all agree, measure, and print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS, help=f"at least {ROUNDS} count")
    options.add_argument("--documents", type=int, default=20_000, help="in the archive")
    given = options.parse_args()
    cases = sum(1 for _ in agreement.cases())
    wrong = list(agreement.disagreements())
    for one in wrong:
        SAY(f"not the same: {one}")
    if wrong:
        return 1
    SAY(f"All {len(agreement.PEERS) + 1} find the same in {cases} documents, good and broken.\n")
    SAY(f"Python {platform.python_version()}, {given.rounds} rounds, CPU time, medians; with")
    SAY(", ".join(f"{name} {version(name)}" for name in LIBRARIES) + ".\n")
    big, small = documents.big(), documents.small()
    everybody = _table("big", big, given.rounds)
    _table("small", small, given.rounds)
    _goals(big, small, everybody, given)
    _further(given.rounds)
    return 0


def _table(name, document, rounds):
    taken = speed.contestants(document, rounds)
    SAY(f"| {name} report | µs | × orjson.loads | × rhf-services |")
    SAY("|---|---:|---:|---:|")
    own = taken["rhf-services"][0]
    for who, (seconds, ratio) in taken.items():
        SAY(f"| {who} | {1e6 * seconds:.1f} | {ratio:.2f} | {seconds / own:.2f} |")
    SAY("")
    return taken


def _goals(big, small, everybody, given):
    rounds = given.rounds
    whole = speed.verdicts(big, rounds)
    begun = cold.measured(rounds)
    stored = archive.measured(given.documents)
    grown = growth.measured(rounds)
    own = everybody["rhf-services"][0]
    faults = speed.against_good(big, documents.five_faults, rounds)
    breaks = speed.against_good(big, documents.seven_breaks, rounds)
    rows = (
        ("verdict from bytes, × orjson.loads, big", 3.0, 2.6, whole["verdict"][1]),
        ("the same, small", 4.4, 3.6, speed.verdicts(small, rounds)["verdict"][1]),
        ("the same with the report, big", 3.5, 3.1, whole["with report"][1]),
        ("each further silent rule, × orjson.loads", 0.02, 0.01, speed.further_rule(big, rounds)),
        ("× pydantic v2", 0.85, 0.72, own / everybody["pydantic v2"][0]),
        ("× attrs+cattrs", 0.5, 0.42, own / everybody["attrs+cattrs"][0]),
        ("× jsonschema", 0.045, 0.04, own / everybody["jsonschema"][0]),
        ("5 structural faults, × the good report", 2.2, 1.9, faults),
        ("7 broken rules, × the good report", 1.5, 1.3, breaks),
        ("strict reading, × json.loads, big", 1.3, 1.1, speed.strict_reading(big, rounds)),
        ("strict reading, × json.loads, small", 1.3, 1.1, speed.strict_reading(small, rounds)),
        ("import, × import jsonschema", 0.1, 0.03, begun["import rhf_services"][1]),
        ("first verdict, × import jsonschema", 1.4, 1.0, begun["first verdict"][1]),
        ("archive, documents a second × orjson alone", 0.35, 0.45, stored["ratio"]),
        ("archive, MiB above orjson alone", 8, 2, stored["memory"]),
        ("growth exponent above orjson's", 0.05, 0, grown["verdict"][0] - grown["orjson"][0]),
    )
    SAY("| what | goal | stretch | measured | |")
    SAY("|---|---:|---:|---:|---|")
    for what, goal, stretch, measured in rows:
        least = "documents a second" in what
        met = measured >= goal if least else measured <= goal
        sign = "≥" if least else "≤"
        verdict = "met" if met else "not met"
        SAY(f"| {what} | {sign} {goal} | {stretch} | {measured:.3g} | {verdict} |")
    SAY("")
    _beginning(begun)
    SAY(
        f"Archive of {given.documents} documents: {stored['documents']:.0f} documents a second, "
        f"{stored['megabytes']:.0f} MB a second. In a table of 10,000 rows each costs "
        f"{grown['verdict'][1]:.2f} µs, with orjson alone {grown['orjson'][1]:.2f} µs.\n"
    )


def _beginning(begun):
    SAY("| a fresh interpreter, less an empty one | CPU ms | × import jsonschema |")
    SAY("|---|---:|---:|")
    for name, (milliseconds, ratio) in begun.items():
        SAY(f"| {name} | {milliseconds:.1f} | {ratio:.2f} |")
    SAY("")


def _further(rounds):
    size, taken = speed.our_own_forms(rounds)
    SAY(
        f"A whole report of a national treatment service ({size} bytes, all rules of the library): "
        f"{1e6 * taken['strict'][0]:.0f} µs, read with orjson {1e6 * taken['lax'][0]:.0f} µs."
    )


if __name__ == "__main__":
    sys.exit(main())
