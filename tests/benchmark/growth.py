"""How the time grows with the rows of one table, against that of orjson alone."""

import json
import math
from functools import partial

import orjson
from benchmark import documents, ours, timing

ROWS = (100, 1_000, 10_000)


def measured(rounds):
    """Give the growth exponents of orjson and of the verdict, and microseconds per row at the end.

    In each round both have their turn at each size; the exponent is made of the medians. It is 1
    where each further row costs the same; a little more is memory and caches.
    """
    registry = ours.registry()
    calls = {}
    for rows in ROWS:
        data = json.dumps(documents.big(clinical=rows), ensure_ascii=False).encode()
        calls["orjson", rows] = partial(orjson.loads, data)
        calls["verdict", rows] = partial(ours.verdict_of, data, registry)
    taken = timing.timed(calls, rounds)
    seconds = {who: [taken[who, rows][0] for rows in ROWS] for who in ("orjson", "verdict")}
    return {who: (_exponent(each), _each_row(each)) for who, each in seconds.items()}


def _exponent(taken):
    few, some, many = taken
    earlier = (some - few) / (ROWS[1] - ROWS[0])
    later = (many - some) / (ROWS[2] - ROWS[1])
    return 1 + math.log10(later / earlier)


def _each_row(taken):
    return 1e6 * (taken[2] - taken[1]) / (ROWS[2] - ROWS[1])
