"""How the time grows with the rows of one table, against that of orjson alone."""

import json
import math

import orjson
from benchmark import documents, ours, timing

ROWS = (100, 1_000, 10_000)


def measured(rounds):
    """Give the growth exponents of orjson and of the verdict, and microseconds per row at the end.

    The exponent is 1 where each further row costs the same; a little more is memory and caches.
    """
    registry = ours.registry()
    seconds = {"orjson": [], "verdict": []}
    for rows in ROWS:
        data = json.dumps(documents.big(clinical=rows), ensure_ascii=False).encode()
        taken = timing.timed(
            {
                "orjson": lambda data=data: orjson.loads(data),
                "verdict": lambda data=data: ours.verdict_of(data, registry),
            },
            rounds,
        )
        for name, (median, _ratio) in taken.items():
            seconds[name].append(median)
    return {name: (_exponent(taken), _each_row(taken)) for name, taken in seconds.items()}


def _exponent(taken):
    few, some, many = taken
    earlier = (some - few) / (ROWS[1] - ROWS[0])
    later = (many - some) / (ROWS[2] - ROWS[1])
    return 1 + math.log10(later / earlier)


def _each_row(taken):
    return 1e6 * (taken[2] - taken[1]) / (ROWS[2] - ROWS[1])
