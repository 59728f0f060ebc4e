"""Timing: CPU time of the thread, rounds of all contestants in turn, medians of ratios."""

import statistics
import time

BATCH = 0.004
"""Seconds that one batch of calls should take at least."""

BATCHES = 7


def timed(calls, rounds):
    """Time functions against the first of them.

    Args:
        calls: Functions without arguments, by name; the first is what the others are held against.
        rounds: How many rounds; in each, every function has its turn after the first.

    Returns:
        By name: seconds (the median), and the median of the ratios to the first.
    """
    first, *others = calls
    many = {name: _calls_for_a_batch(call) for name, call in calls.items()}
    seconds = {name: [] for name in calls}
    ratios = {name: [] for name in calls}
    for _ in range(rounds):
        for name in others:
            base = _block(calls[first], many[first])
            own = _block(calls[name], many[name])
            seconds[first].append(base)
            seconds[name].append(own)
            ratios[name].append(own / base)
    ratios[first] = [1.0]
    return {
        name: (statistics.median(seconds[name]), statistics.median(ratios[name])) for name in calls
    }


def _block(call, many):
    """Give the seconds of one call: the quickest of some batches."""
    return min(_batch(call, many) for _ in range(BATCHES)) / many


def _batch(call, many):
    start = time.thread_time()
    for _ in range(many):
        call()
    return time.thread_time() - start


def _calls_for_a_batch(call):
    many = 1
    while _batch(call, many) < BATCH:
        many *= 2
    return many
