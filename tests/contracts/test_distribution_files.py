"""What the proof of packaging would say of a wheel or an sdist that is not whole."""

import io
import tarfile
import zipfile

import pytest
from support.distribution_files import (
    faults_in_sdist,
    faults_in_wheel,
    sdist_files,
    tree_files,
    wheel_files,
)

PROJECT = {
    "name": "forms-of-nowhere",
    "version": "1.0",
    "entry-points": {"rhf_services": {"nowhere": "forms_of_nowhere"}},
    "scripts": {"nowhere": "forms_of_nowhere:main"},
}
METADATA = b"""Metadata-Version: 2.4
Name: forms-of-nowhere
Version: 1.0
License-Expression: MIT
License-File: LICENSE
Classifier: Typing :: Typed
Requires-Python: >=3.11
Description-Content-Type: text/markdown

"""
ENTRIES = b"""[console_scripts]
nowhere = forms_of_nowhere:main

[rhf_services]
nowhere = forms_of_nowhere
"""
ABOUT = "forms_of_nowhere-1.0.dist-info"
OWN = {
    "forms_of_nowhere/__init__.py": b"",
    "forms_of_nowhere/py.typed": b"",
    "forms_of_nowhere/locale/nn/LC_MESSAGES/forms_of_nowhere.po": b"nynorsk",
}
WHEEL = {
    **OWN,
    f"{ABOUT}/METADATA": METADATA,
    f"{ABOUT}/WHEEL": b"",
    f"{ABOUT}/RECORD": b"",
    f"{ABOUT}/entry_points.txt": ENTRIES,
    f"{ABOUT}/licenses/LICENSE": b"MIT",
}
SDIST = {
    **{f"src/{name}": data for name, data in OWN.items()},
    "PKG-INFO": METADATA,
    "LICENSE": b"MIT",
    "README.md": b"",
}
PO = "forms_of_nowhere/locale/nn/LC_MESSAGES/forms_of_nowhere.po"


def without(files, name):
    return {key: data for key, data in files.items() if key != name}


def test_nothing_is_said_of_what_is_whole():
    assert faults_in_wheel(WHEEL, OWN, PROJECT) == []
    own = {name: data for name, data in SDIST.items() if name.startswith("src/")}
    assert faults_in_sdist(SDIST, own, PROJECT) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (without(WHEEL, PO), [f"{PO} is missing"]),
        (without(WHEEL, "forms_of_nowhere/py.typed"), ["forms_of_nowhere/py.typed is missing"]),
        ({**WHEEL, PO: b"older"}, [f"{PO} differs"]),
        (
            {**WHEEL, "tests/test_form.py": b""},
            ["tests/test_form.py is one too many"],
        ),
        (
            {**WHEEL, "forms_of_nowhere/__pycache__/a.pyc": b""},
            [
                "forms_of_nowhere/__pycache__/a.pyc is one too many",
                "forms_of_nowhere/__pycache__/a.pyc should not be passed on",
            ],
        ),
        (without(WHEEL, f"{ABOUT}/licenses/LICENSE"), ["the licence is missing"]),
        (
            {**WHEEL, f"{ABOUT}/METADATA": METADATA.replace(b"MIT", b"GPL-3.0-only")},
            ["License-Expression is GPL-3.0-only"],
        ),
        (
            {**WHEEL, f"{ABOUT}/METADATA": METADATA.replace(b"Classifier", b"Keywords")},
            ["it does not say that it is typed"],
        ),
        (
            {**WHEEL, f"{ABOUT}/entry_points.txt": ENTRIES.partition(b"[rhf")[0]},
            ["the entry points are others"],
        ),
    ],
    ids=["po", "typed", "older", "tests", "cache", "licence", "gpl", "untyped", "entry points"],
)
def test_what_is_not_whole_in_a_wheel_is_said(files, said):
    assert faults_in_wheel(files, OWN, PROJECT) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (".venv/bin/python", "should not be passed on"),
        ("mutants/src/a.py", "should not be passed on"),
        ("src/a/.coverage", "should not be passed on"),
        ("plugins/b/README.md", "is one too many"),
    ],
)
def test_what_should_not_be_in_an_sdist_is_said(more, said):
    own = {name: data for name, data in SDIST.items() if name.startswith("src/")}
    assert f"{more} {said}" in faults_in_sdist({**SDIST, more: b""}, own, PROJECT)


def test_an_sdist_without_a_licence_is_not_whole():
    own = {name: data for name, data in SDIST.items() if name.startswith("src/")}
    assert faults_in_sdist(without(SDIST, "LICENSE"), own, PROJECT) == ["LICENSE is missing"]


def test_archives_are_read_as_they_are(tmp_path):
    wheel, sdist = tmp_path / "a.whl", tmp_path / "a.tar.gz"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("a/b.py", b"1")
    with tarfile.open(sdist, "w:gz") as packed:
        entry = tarfile.TarInfo("a-1.0/a/b.py")
        entry.size = 1
        packed.addfile(entry, io.BytesIO(b"1"))
    assert wheel_files(wheel) == sdist_files(sdist) == {"a/b.py": b"1"}


def test_caches_of_the_tree_are_passed_over(tmp_path):
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "b.pyc").write_bytes(b"")
    (tmp_path / "b.py").write_bytes(b"1")
    assert tree_files({"a": tmp_path}) == {"a/b.py": b"1"}
