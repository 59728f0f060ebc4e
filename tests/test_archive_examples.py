"""The examples about archives: the one that makes an archive, and the one for Dask."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from support.archives import EVERY

from rhf_services import check_many, load_registry, ndjson
from rhf_services.checking.many import document_of

EXAMPLES = Path(__file__).parent.parent / "examples" / "archive"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.ndjson"
    count = str(2 * len(EVERY))
    subprocess.run([sys.executable, EXAMPLES / "make.py", count, path], check=True)
    return path


def test_the_archive_holds_the_examples_in_turn(archive: Path) -> None:
    lines = list(check_many(ndjson(archive), load_registry))
    apart = list(check_many((document_of(path) for path in EVERY), load_registry))

    assert [one.line for one in lines] == list(range(1, 2 * len(EVERY) + 1))
    differ = {
        a.name.rsplit("/", 1)[-1]
        for a, b in zip([*apart, *apart], lines, strict=True)
        if a.verdict != b.verdict
    }
    assert differ == {"RDG001.json"}  # on one line it ends in another place


@pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None,
    reason="Dask is not installed: uv run --group dask pytest tests/test_archive_examples.py",
)
def test_an_archive_is_checked_on_a_dask_cluster(archive: Path) -> None:
    command = [sys.executable, EXAMPLES / "with_dask.py", archive]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)

    count = 2 * len(EVERY)
    assert done.stdout.startswith(f"documents {count}, unreadable 2, findings ")
