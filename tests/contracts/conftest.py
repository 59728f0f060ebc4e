"""What the contract tests share."""

from pathlib import Path

import pytest
from support.npm import install


@pytest.fixture(scope="session")
def node(tmp_path_factory) -> Path:
    """Give a folder where the packages from npm are installed."""
    folder: Path = tmp_path_factory.mktemp("node")
    install(folder)
    return folder
