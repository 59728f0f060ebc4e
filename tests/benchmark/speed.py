"""The tables of the benchmark: one document, the rules, the reading."""

import json
from functools import partial
from pathlib import Path

import orjson
from benchmark import ours, timing
from benchmark.agreement import installed

from rhf_services import Case, Stage, check, load_registry, loads
from rhf_services.wire.json_text import parse

NATIONAL = (
    Path(__file__).parents[2]
    / "examples/reports/invented/national-treatment-service-2024-complete.json"
)
"""A whole report on a national form."""


def contestants(document, rounds):
    """Give seconds and ratios to orjson.loads of everybody, for one document."""
    data = json.dumps(document, ensure_ascii=False).encode()
    calls = {"orjson.loads": partial(orjson.loads, data)}
    calls["rhf-services"] = partial(ours.contestant(), data)
    calls |= {name: partial(build(), data) for name, build in installed().items()}
    return timing.timed(calls, rounds)


def against_good(document, change, rounds):
    """Give the ratio of a broken report to the good one it was made of."""
    registry = ours.registry()
    good = json.dumps(document, ensure_ascii=False).encode()
    broken = json.dumps(change(document), ensure_ascii=False).encode()
    calls = {
        "good": lambda: ours.verdict_of(good, registry),
        "broken": lambda: ours.verdict_of(broken, registry),
    }
    return timing.timed(calls, rounds)["broken"][1]


def verdicts(document, rounds):
    """Give the ratio to orjson.loads of the verdict alone, and with the report kept."""
    registry = ours.registry()
    data = json.dumps(document, ensure_ascii=False).encode()

    def with_report():
        report = loads(data, lax=True).report
        return report, check(Case(report=report), registry, Stage.SUBMISSION)

    calls = {
        "orjson": partial(orjson.loads, data),
        "verdict": lambda: ours.verdict_of(data, registry),
        "with report": with_report,
    }
    return timing.timed(calls, rounds)


def further_rule(document, rounds, many=100):
    """Give what each further rule costs that stays silent, as a part of orjson.loads."""
    data = json.dumps(document, ensure_ascii=False).encode()
    few, more = ours.registry(), ours.registry(further=many)
    calls = {
        "orjson": partial(orjson.loads, data),
        "few": lambda: ours.verdict_of(data, few),
        "more": lambda: ours.verdict_of(data, more),
    }
    taken = timing.timed(calls, rounds)
    return (taken["more"][1] - taken["few"][1]) / many


def strict_reading(document, rounds):
    """Give the ratio of exact reading to json.loads with a hook that finds repeated keys."""
    data = json.dumps(document, ensure_ascii=False).encode()
    calls = {
        "json": lambda: json.loads(data, object_pairs_hook=_pairs),
        "strict": lambda: parse(data),
    }
    return timing.timed(calls, rounds)["strict"][1]


def _pairs(found):
    made = dict(found)
    if len(made) != len(found):
        raise ValueError(found)
    return made


def our_own_forms(rounds):
    """Give the same for a national form with all rules of the library, from strict reading."""
    registry, data = load_registry(), NATIONAL.read_bytes()
    calls = {
        "orjson": partial(orjson.loads, data),
        "lax": lambda: check(Case(report=loads(data, lax=True).report), registry),
        "strict": lambda: check(Case(report=loads(data).report), registry),
    }
    return len(data), timing.timed(calls, rounds)
