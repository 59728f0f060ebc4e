"""An archive of many documents, read by orjson alone and checked by us, each in its own process."""

import statistics
import tempfile
from pathlib import Path

import orjson
from benchmark import documents, ours
from benchmark.alone import apart

from rhf_services import Stage, check_many, ndjson

CONTESTANTS = ("benchmark.archive:by_orjson", "benchmark.archive:by_us")


def by_orjson(path):
    """Make ready: read each line and keep nothing; a registry is held, as the others do."""
    registry = ours.registry()

    def work(_held=registry):
        with Path(path).open("rb") as lines:
            return sum(1 for line in lines if orjson.loads(line))

    return work


def by_us(path):
    """Make ready: check each document and keep nothing; the registry is loaded with the work."""
    ours.registry()  # so that all modules are loaded before

    def work():
        answers = check_many(ndjson(path), ours.registry, stage=Stage.SUBMISSION, lax=True)
        return sum(1 for checked in answers if checked.verdict)

    return work


def measured(many, rounds):
    """Give documents and megabytes a second, the ratio to orjson alone, MiB above it and in all.

    In each round both have their turn with the whole archive. Both processes load the same modules
    and hold one registry, so that the memory compared is that of the work.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.ndjson"
        with path.open("wb") as file:
            file.writelines(documents.archive(many))
        size = path.stat().st_size
        taken = [[apart(who, str(path)) for who in CONTESTANTS] for _round in range(rounds)]
    if any(one["gave"] != many for turns in taken for one in turns):
        raise AssertionError(taken)
    seconds = statistics.median(own["seconds"] for _orjson, own in taken)
    return {
        "documents": many / seconds,
        "megabytes": size / seconds / 1e6,
        "ratio": statistics.median(orjson["seconds"] / own["seconds"] for orjson, own in taken),
        "memory": statistics.median(own["most"] - orjson["most"] for orjson, own in taken),
        "most": statistics.median(own["most"] for _orjson, own in taken),
    }
