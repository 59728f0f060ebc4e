"""Packages from npm that some tests need; where they cannot be had, those tests are skipped."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

NODE: Final = Path(__file__).parents[1] / "node"
INSTALL: Final = ("--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1")


def install(folder: Path) -> None:
    """Install the packages into a folder, or skip the test that needs them."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not on this machine")
    for file in NODE.iterdir():
        shutil.copy(file, folder)
    try:
        done = run(["npm", "install", *INSTALL], folder)
    except subprocess.TimeoutExpired:
        pytest.skip("npm: the registry does not answer")
    if done.returncode != 0:
        pytest.skip(f"npm could not install: {done.stderr.strip().splitlines()[-1:]}")


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder."""
    program = shutil.which(command[0]) or command[0]
    return subprocess.run(
        [program, *command[1:]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=50,
        check=False,
    )
