"""The page about a region's own form, done word for word in empty environments."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.page_blocks import BLOCK, ROOT, TITLE, commands_of, files_of, same

PAGE = ROOT / "docs" / "how-to" / "write-a-regions-form.md"
EXAMPLE = ROOT / "examples" / "plugin"
SHOWN_ALONE = {"report.json"}
PIPS_OWN = ("WARNING: ", "[notice] ")
QUICK = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_COMPILE": "1"}
OTHERS = ("PYTHON", "PYTEST")
KINDS = {".po", ".py", ".toml"}


def in_the_example() -> dict[str, str]:
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8")
        for path in EXAMPLE.rglob("*")
        if path.suffix in KINDS
    }


def test_the_page_shows_the_files_of_the_example_as_they_are():
    shown = {name: body for name, body in files_of(PAGE).items() if name not in SHOWN_ALONE}
    there = {name: body for name, body in in_the_example().items() if "/locale/en/" not in name}
    assert shown == there


def shell(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-euc", command],  # noqa: S607
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "No matching distribution" in done.stdout or "Temporary failure" in done.stdout:
        pytest.skip(f"no package registry to install from: {done.stdout.splitlines()[-1]}")
    said = [line for line in done.stdout.splitlines() if not line.startswith(PIPS_OWN)]
    return "\n".join(line.rstrip() for line in said).strip("\n")


def test_what_the_page_says_is_what_happens(tmp_path):
    """Slow: environments are made, packages built and installed."""
    (tmp_path / "rhf-services").symlink_to(ROOT)
    folder = tmp_path / "rhf-services-example-region"
    for name, body in {**in_the_example(), **files_of(PAGE)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(OTHERS)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**kept, **QUICK, "PATH": path, "COLUMNS": "80"}
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        kind = block["info"].split()[:1]
        if kind == ["sh"]:
            assert shell(block["body"], folder, environment) == ""
        elif kind == ["console"] and not TITLE.search(block["info"]):
            for command, expected in commands_of(block["body"]):
                said = shell(command, folder, environment)
                told = re.sub(r"passed in [\d.]+s", "passed in …s", said)
                assert same(expected, told), told
