"""The two engines of a fuzz run, each in a process of its own, and what they write down.

    python tests/fuzz/engines.py ENGINE SECONDS SEED FOLDER

Atheris (libFuzzer) changes documents and looks at which lines of ours they reach; Hypothesis
makes documents from the forms: right, nearly right, broken in every known way.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import asdict, evolve
from fuzz.hostile import CORPUS, SIZED

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
ENGINES: Final = ("atheris", "hypothesis")
MOST_SIZE: Final = 32_768
REPLAYED: Final = (1, 30, 1000)
TALLY: Final = "tally.json"


def seeds() -> Iterator[bytes]:
    """Give the documents that a run begins with: the corpus, the examples, and large ones."""
    for folder in (CORPUS, EXAMPLES):
        for path in sorted(folder.rglob("*.json")):
            yield path.read_bytes()
    for made in SIZED.values():
        yield from (document for many in REPLAYED if len(document := made(many)) <= MOST_SIZE)


class Recorder:
    """Tries documents, counts, and writes down what failed.

    Where our lines are looked at as they run they are slow: times are then not counted, and a hang
    is only a suspect, which is tried again without.
    """

    def __init__(self, folder: Path, seconds: float, *, watched: bool = False) -> None:
        """Begin."""
        from fuzz.trying import Tally

        self.folder = folder
        self.watched = watched
        self.tally = Tally()
        self.end = time.monotonic() + seconds
        self.written = 0.0

    def __call__(self, data: bytes) -> None:
        """Try one document."""
        from fuzz.trying import try_one

        tried = try_one(data)
        if self.watched:
            tried = evolve(tried, seconds=0.0, times=None)
        self.tally.add(tried)
        if tried.kind is not None:
            name = f"{tried.kind}-{hashlib.sha256(data).hexdigest()[:12]}"
            (self.folder / f"{name}.json").write_bytes(data)
            (self.folder / f"{name}.txt").write_text(tried.detail, "utf-8", "backslashreplace")
        if time.monotonic() - self.written > 1:
            self.write()

    def write(self) -> None:
        """Write the tally down, for whoever started this."""
        from fuzz.trying import memory

        self.written = time.monotonic()
        self.tally.memory = memory()
        beside = self.folder / f".{TALLY}"
        beside.write_text(json.dumps(asdict(self.tally)), encoding="utf-8")
        beside.replace(self.folder / TALLY)

    @property
    def done(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.end


def run_atheris(folder: Path, seconds: float, seed: int) -> None:
    """Let libFuzzer look for documents that reach new lines; only our own are looked at."""
    import atheris

    with atheris.instrument_imports(include=["rhf_services"], enable_loader_override=False):
        from fuzz.mutating import mutate

        import rhf_services.checking
        import rhf_services.cli.showing
        import rhf_services.process
        import rhf_services.wire.schemas  # noqa: F401

    record = Recorder(folder, seconds, watched=True)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for document in seeds():
        (corpus / hashlib.sha256(document).hexdigest()[:16]).write_bytes(document)

    def one(data: bytes) -> None:
        record(data)
        if record.done:
            record.write()
            os._exit(0)

    def change(data: bytes, most: int, number: int) -> bytes:
        random = Random(number)
        if random.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return mutate(bytes(data), random, most)

    arguments = (f"-seed={seed}", f"-max_len={MOST_SIZE}", "-rss_limit_mb=0", "-timeout=600")
    quiet = ("-verbosity=0", "-print_final_stats=0", f"-artifact_prefix={folder}/")
    atheris.Setup([sys.argv[0], *arguments, *quiet, str(corpus)], one, custom_mutator=change)
    atheris.Fuzz()


def run_hypothesis(folder: Path, seconds: float, seed: int) -> None:
    """Let Hypothesis make documents, each from bytes of chance, and change each a few times."""
    from fuzz.documents import fuzz_with
    from fuzz.mutating import mutate

    record = Recorder(folder, seconds)
    random = Random(seed)
    for document in seeds():
        record(document)

    def made(data: bytes) -> None:
        record(data)
        for _time in range(2):
            record(mutate(data, random))

    feed = fuzz_with(made)
    while not record.done:
        feed(random.randbytes(random.choice((512, 4096, 16_384))))
    record.write()


RUN: Final[dict[str, Callable[[Path, float, int], Any]]] = {
    "atheris": run_atheris,
    "hypothesis": run_hypothesis,
}

if __name__ == "__main__":
    name, for_seconds, from_seed, into = sys.argv[1:]
    try:
        RUN[name](Path(into), float(for_seconds), int(from_seed))
    except KeyboardInterrupt:
        sys.exit(130)
