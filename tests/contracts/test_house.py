"""The house itself: small modules, and a face that costs nothing to import."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    file
    for source in (ROOT / "src", ROOT / "docs" / "site", *sorted((ROOT / "plugins").glob("*/src")))
    for file in source.rglob("*.py")
)
HEAVY = ("attrs", "attr", "cattrs", "pluggy", "babel", "jsonschema", "hypothesis", "click", "json")


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_has_fewer_than_300_lines(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) < 300


def loaded_by(statement):
    """Give what a statement loads in a process of its own."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_else():
    loaded = loaded_by("import rhf_services")
    assert loaded & set(HEAVY) == set()
    assert {name for name in loaded if name.startswith("rhf_services.")} == set()


@pytest.mark.parametrize(
    ("statement", "unneeded"),
    [
        ("from rhf_services import Report", ("cattrs", "pluggy", "babel", "hypothesis", "click")),
        ("from rhf_services import loads", ("cattrs", "babel", "hypothesis", "click")),
        ("from rhf_services import form_document", ("cattrs", "babel", "hypothesis", "click")),
        ("from rhf_services import load_registry", ("cattrs", "babel", "hypothesis", "click")),
        (
            "from rhf_services.i18n.nynorsk import bokmaal_words; bokmaal_words('Ikkje svart.')",
            ("cattrs", "pluggy", "babel", "hypothesis", "click"),
        ),
        (
            "from rhf_services import load_registry; load_registry()",
            ("cattrs", "babel", "hypothesis", "click", "stdnum"),
        ),
    ],
)
def test_what_is_heavy_is_loaded_when_it_is_used(statement, unneeded):
    assert loaded_by(statement) & set(unneeded) == set()
