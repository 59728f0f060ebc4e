"""The benchmark: one command, one run, ratios. See docs/performance.md for what it printed."""

import argparse
import platform
import sys
import textwrap
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmark import agreement, archive, cold, documents, growth, speed

LIBRARIES = ("orjson", "msgspec", "pydantic", "attrs", "cattrs", "jsonschema", "jsonschema-rs")
PEERS = (("pydantic v2", 0.85, 0.72), ("attrs+cattrs", 0.5, 0.42), ("jsonschema", 0.045, 0.04))
"""Others with a goal and a stretch."""

ROUNDS = 7
ARCHIVE = 20_000
QUICK = 200
"""Documents in the archive of a quick run."""

NOT_TO_BE_USED = "A quick run, to see that it works: its figures are not to be used."
SAY: Callable[[str], None] = print


def main(words: list[str] | None = None) -> int:
    """Prove that all agree, measure, and print what stands in docs/performance.md."""
    given = _given(words)
    rounds = 1 if given.quick else given.rounds
    cases = sum(1 for _ in agreement.cases())
    wrong = list(agreement.disagreements())
    for one in wrong:
        SAY(f"not the same: {one}")
    if wrong:
        return 1
    if given.quick:
        _paragraph(NOT_TO_BE_USED)
    _paragraph(
        f"All {len(agreement.installed()) + 1} find the same in {cases} documents, good and "
        f"broken. Python {platform.python_version()}, rounds: {rounds}, CPU time, medians; with "
        + ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
        + "."
    )
    big, small = documents.big(), documents.small()
    SAY("### Everybody, one document\n")
    everybody = _table("big", big, rounds)
    _table("small", small, rounds)
    _goals(big, small, everybody, rounds, QUICK if given.quick else ARCHIVE)
    _further(rounds)
    if given.quick:
        _paragraph(NOT_TO_BE_USED)
    return 0


def _given(words):
    options = argparse.ArgumentParser(description=__doc__)
    how = options.add_mutually_exclusive_group()
    how.add_argument(
        "--rounds", type=_enough, default=ROUNDS, help=f"{ROUNDS} or more; {ROUNDS} if left out"
    )
    how.add_argument("--quick", action="store_true", help="only see that it works, in one round")
    return options.parse_args(words)


def _enough(word):
    if not word.isdecimal() or int(word) < ROUNDS:
        raise argparse.ArgumentTypeError(
            f"{word}: give {ROUNDS} or more, a median of fewer says too little "
            "(--quick shows that it works, with figures that are not to be used)"
        )
    return int(word)


def _version(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed, and left out)"


def _table(name, document, rounds):
    taken = speed.contestants(document, rounds)
    SAY(f"| {name} report | µs | × orjson.loads | × rhf-services |")
    SAY("|---|---:|---:|---:|")
    own = taken["rhf-services"][0]
    for who, (seconds, ratio) in taken.items():
        SAY(f"| {who} | {1e6 * seconds:.1f} | {ratio:.2f} | {seconds / own:.2f} |")
    SAY("")
    return taken


def _goals(big, small, everybody, rounds, many):
    whole = speed.verdicts(big, rounds)
    begun = cold.measured(rounds)
    stored = archive.measured(many, rounds)
    grown = growth.measured(rounds)
    own = everybody["rhf-services"][0]
    further = speed.further_rule(big, rounds)
    silent = 1e6 * further * everybody["orjson.loads"][0]
    faults = speed.against_good(big, documents.five_faults, rounds)
    breaks = speed.against_good(big, documents.seven_breaks, rounds)
    rows = (
        ("verdict from bytes, × orjson.loads, big", 3.0, 2.6, whole["verdict"][1]),
        ("the same, small", 4.4, 3.6, speed.verdicts(small, rounds)["verdict"][1]),
        ("the same with the report, big", 3.5, 3.1, whole["with report"][1]),
        ("each further silent rule, × orjson.loads", 0.02, 0.01, further),
        *(
            (f"× {who}", goal, stretch, own / everybody[who][0])
            for who, goal, stretch in PEERS
            if who in everybody
        ),
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
    SAY("### The goals\n")
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
    SAY("### Silent rules, archives, long tables, a national form\n")
    _paragraph(
        f"A further rule that stays silent costs {silent:.2f} µs in the big report, its own time "
        "included."
    )
    _paragraph(
        f"Archive of {many} documents: {stored['documents']:.0f} documents a second, "
        f"{stored['megabytes']:.0f} MB a second, in a process that never held more than "
        f"{stored['most']:.0f} MiB, {stored['memory']:.2g} MiB above orjson alone with the same "
        "modules and the same registry loaded. In a table of 10,000 rows each costs "
        f"{grown['verdict'][1]:.2f} µs, with orjson alone {grown['orjson'][1]:.2f} µs."
    )


def _beginning(begun):
    SAY("### Beginning\n")
    SAY("| a fresh interpreter, less an empty one | CPU ms | × import jsonschema |")
    SAY("|---|---:|---:|")
    for name, (milliseconds, ratio) in begun.items():
        SAY(f"| {name} | {milliseconds:.1f} | {ratio:.2f} |")
    SAY("")


def _further(rounds):
    size, taken = speed.our_own_forms(rounds)
    _paragraph(
        f"A whole report of a national treatment service ({size} bytes, all rules of the library): "
        f"{1e6 * taken['strict'][0]:.0f} µs, read with orjson {1e6 * taken['lax'][0]:.0f} µs."
    )


def _paragraph(text):
    SAY(textwrap.fill(text, 98, break_on_hyphens=False, break_long_words=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
