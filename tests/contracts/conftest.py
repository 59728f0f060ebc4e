"""What the contract tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browsing import opened_browser
from support.npm import install


@pytest.fixture(scope="session")
def node(tmp_path_factory) -> Path:
    """Give a folder where the packages from npm are installed."""
    folder: Path = tmp_path_factory.mktemp("node")
    install(folder)
    return folder


@pytest.fixture(scope="session")
def axe(node: Path) -> str:
    """Give axe-core as a script."""
    return (node / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Give a browser, opened once for a file of tests."""
    with opened_browser() as opened:
        yield opened
