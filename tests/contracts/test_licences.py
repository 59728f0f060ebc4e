"""Every library that comes along has a licence that goes together with ours, and is listed."""

import tomllib
from importlib.metadata import PathDistribution
from pathlib import Path

import licences
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = sorted(PROJECT["dependency-groups"])


def test_the_page_says_what_is_so():
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(PROJECT), (
        "run: python tests/licences.py"
    )


@pytest.mark.parametrize("group", GROUPS)
def test_what_the_tools_bring_along_has_a_licence_too(group):
    names = licences.brought(map(Requirement, licences.group(PROJECT, group)))
    here = {name for name in names if licences.installed(name) or name in licences.ELSEWHERE}
    assert {licences.licence(name) for name in here} <= set(licences.COMPATIBLE)


@pytest.mark.parametrize("name", sorted(filter(licences.installed, licences.READ)))
def test_a_licence_that_metadata_leaves_open_stands_in_the_files(name):
    found = licences.installed(name)
    read = licences.READ[name]
    assert licences.read_in_its_files(found, read)
    assert not licences.read_in_its_files(found, read._replace(words="Alle rettigheter"))


def test_what_is_known_by_heart_and_what_metadata_says_must_agree(monkeypatch):
    monkeypatch.setitem(licences.ELSEWHERE, "hypothesis", "MIT")
    with pytest.raises(licences.LicenceError, match="hypothesis"):
        licences.licence("hypothesis")


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("", "no licence that is clear"),
        ("License: BSD\n", "no licence that is clear"),
        ("License-Expression: AGPL-3.0-only\n", "AGPL-3.0-only"),
        ("License: Apache 2.0, without commercial use\n", "no licence that is clear"),
    ],
    ids=["none", "not clear", "not ours", "nearly ours"],
)
def test_a_library_without_a_known_licence_stops_everything(tmp_path, monkeypatch, said, complaint):
    folder = tmp_path / "stranger-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: stranger\nVersion: 1.0\n{said}")
    monkeypatch.setattr(licences, "installed", lambda _name: PathDistribution(folder))
    with pytest.raises(licences.LicenceError, match=complaint):
        licences.licence("stranger")


def test_a_library_that_is_not_installed_has_no_licence_that_we_know():
    with pytest.raises(licences.LicenceError, match="not-here-at-all"):
        licences.licence("not-here-at-all")


def test_what_is_needed_on_other_machines_alone_is_counted_too():
    assert "colorama" in licences.brought([Requirement("pytest")])
    assert "tomli" not in licences.brought([Requirement("pytest")])
    assert "click" not in licences.brought([Requirement("rhf-services")])
    assert "openpyxl" in licences.brought([Requirement("rhf-services[cli]")])
