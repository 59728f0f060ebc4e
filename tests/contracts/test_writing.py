"""A file is written whole or not at all, wherever one is written: kill -9 leaves old or new."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from support.checks import built_in
from support.modules import every_module, source_of

from rhf_services.cli.inputs import inputs
from rhf_services.exchange import with_files
from rhf_services.exchange.writing import SheetOut, write_folder
from rhf_services.model import whole_files
from rhf_services.model.whole_files import UNFINISHED, write_whole

OLD, NEW = b"o" * 3_000_000, b"n" * 2_500_000
WRITER = """
import sys
from pathlib import Path
from rhf_services.model.whole_files import write_whole
path = Path(sys.argv[1])
old, new = b"o" * 3_000_000, b"n" * 2_500_000
print("ready", flush=True)
while True:
    write_whole(path, new)
    write_whole(path, old)
"""


def test_a_killed_process_leaves_the_old_file_or_the_new(tmp_path):
    path = tmp_path / "report.json"
    path.write_bytes(OLD)
    random = Random(1)  # noqa: S311
    seen = set()
    for _kill in range(40):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE)
        writer.stdout.readline()
        time.sleep(random.uniform(0, 0.03))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        found = path.read_bytes()
        assert found in (OLD, NEW)
        seen.add(found[:1])
    left = [file.name for file in tmp_path.iterdir() if file != path]
    assert all(name.startswith(".rhf-") and name.endswith(UNFINISHED) for name in left)
    assert left  # some were killed in the middle of writing


def test_nothing_else_writes_files():
    """`write_whole` is the one door; a spreadsheet is made in memory first."""
    found = []
    for module in every_module():
        for node in ast.walk(source_of(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                if name in ("write_text", "write_bytes", "rename", "replace_file", "copyfile"):
                    found.append((module.__name__, node.lineno, name))
                modes = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if name == "open" and any(set("wax+") & set(str(mode)) for mode in modes):
                    found.append((module.__name__, node.lineno, name))
    assert [(module, name) for module, _line, name in found] == [
        ("rhf_services.model.whole_files", "open")
    ]


@pytest.mark.parametrize("step", ["fsync", "replace", "copymode"])
def test_where_a_step_fails_the_old_file_stands_and_nothing_is_left(step, tmp_path, monkeypatch):
    path = tmp_path / "report.json"
    path.write_bytes(OLD)

    def failing(*_args, **_more):
        raise OSError(28, "No space left on device")

    owner = {"fsync": os, "replace": Path, "copymode": whole_files.shutil}[step]
    monkeypatch.setattr(owner, step, failing)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_the_rights_stay(tmp_path):
    target, link = tmp_path / "there" / "report.json", tmp_path / "report.json"
    target.parent.mkdir()
    target.write_bytes(OLD)
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == 0o640


def test_what_is_no_ordinary_file_is_left_alone(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="no ordinary file"):
        write_whole(tmp_path / "folder", NEW)
    assert list((tmp_path / "folder").iterdir()) == []


def test_what_a_killed_process_leaves_is_read_by_nothing(tmp_path):
    (tmp_path / f".rhf-0123{UNFINISHED}").write_bytes(b"{")
    read = with_files(built_in(), tmp_path)
    assert read.problems == ()
    assert read.registry is built_in()
    assert [one.problem for one in inputs((str(tmp_path),), [])] == ["empty-folder"]


def test_of_two_text_files_for_one_edition_the_one_that_is_written_here_wins(tmp_path):
    """Only a process killed between writing the .csv and taking the .xlsx away leaves both."""
    from rhf_services.exchange.folder import text_paths

    for name in ("texts-2024.csv", "texts-2024.xlsx", "texts-2023.xlsx"):
        (tmp_path / name).touch()
    found = [path.name for _id, path in text_paths(tmp_path)]
    assert found == ["texts-2023.xlsx", "texts-2024.xlsx", "texts-2024.csv"]


def test_of_a_folder_of_files_each_is_whole(tmp_path, monkeypatch):
    written = []
    monkeypatch.setattr(
        "rhf_services.exchange.writing.write_whole", lambda path, _data: written.append(path.name)
    )
    write_folder(tmp_path, [SheetOut(name, ("a",), (("b",),), (9,)) for name in ("x", "y")])
    assert written == ["x.csv", "y.csv"]
