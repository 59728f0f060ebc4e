"""What stands in wheels and sdists: what must, what must not, and what metadata says."""

import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from configparser import ConfigParser
from email.message import Message
from email.parser import BytesParser
from pathlib import Path, PurePosixPath
from typing import Any, Final

NEVER: Final = frozenset(
    {
        ".venv",
        "__pycache__",
        ".hypothesis",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".import_linter_cache",
        ".git",
        ".ci",
        "mutants",
        "dist",
        "build",
        "htmlcov",
        "node_modules",
        "uv.lock",
        "_pages",
        "_site",
    }
)
KINDS: Final = frozenset(
    (
        ".css",
        ".csv",
        ".jinja",
        ".js",
        ".json",
        ".md",
        ".mjs",
        ".po",
        ".py",
        ".svg",
        ".toml",
        ".typed",
    )
)
NAMED: Final = frozenset({"LICENSE", "METADATA", "WHEEL", "RECORD", "PKG-INFO", ".gitignore"})

Files = Mapping[str, bytes]
"""What stands in an archive, by its name there; an sdist's without the folder around it all."""


def wheel_files(wheel: Path) -> dict[str, bytes]:
    """Read a wheel."""
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sdist_files(sdist: Path) -> dict[str, bytes]:
    """Read an sdist."""
    with tarfile.open(sdist) as packed:
        members = [member for member in packed if member.isfile()]
        read = ((member.name, packed.extractfile(member)) for member in members)
        return {name.partition("/")[2]: file.read() for name, file in read if file is not None}


def strangers(names: Iterable[str]) -> list[str]:
    """Name what should not be passed on.

    Examples:
        >>> strangers(["a/__pycache__/b.pyc", "a/b.py", "a/b.pyc", "a/.coverage", "a/LICENSE"])
        ['a/__pycache__/b.pyc', 'a/b.pyc', 'a/.coverage']
    """
    return [
        name
        for name in names
        if NEVER.intersection((path := PurePosixPath(name)).parts)
        or not (path.suffix in KINDS or path.name in NAMED or path.name == "entry_points.txt")
    ]


def metadata(files: Files) -> Message:
    """Read the metadata of a wheel or an sdist."""
    [name] = [name for name in files if name == "PKG-INFO" or name.endswith(".dist-info/METADATA")]
    return BytesParser().parsebytes(files[name])


def faults_in_metadata(said: Message, project: Mapping[str, Any]) -> list[str]:
    """Say what metadata lacks, by the table [project] of pyproject.toml.

    Examples:
        >>> said = Message()
        >>> said["Name"] = "a"
        >>> faults_in_metadata(said, {"name": "a", "version": "1"})[:2]
        ['Version is None', 'License-Expression is None']
    """
    wanted = {
        "Name": project["name"],
        "Version": project["version"],
        "License-Expression": "MIT",
        "License-File": "LICENSE",
        "Requires-Python": ">=3.11",
        "Description-Content-Type": "text/markdown",
    }
    faults = [f"{key} is {said[key]}" for key, value in wanted.items() if said[key] != value]
    if "Typing :: Typed" not in (said.get_all("Classifier") or []):
        faults.append("it does not say that it is typed")
    return faults


def tree_files(folders: Mapping[str, Path]) -> dict[str, bytes]:
    """Read what stands in folders of the tree, by where it goes; caches and such left out."""
    return {
        f"{to}/{name.as_posix()}": (folder / name).read_bytes()
        for to, folder in folders.items()
        for file in folder.rglob("*")
        if file.is_file() and not NEVER.intersection((name := file.relative_to(folder)).parts)
    }


def differences(files: Files, wanted: Files) -> list[str]:
    """Say how what stands in an archive differs from what should.

    Examples:
        >>> differences({"a": b"1", "b": b"2"}, {"b": b"3", "c": b"4"})
        ['c is missing', 'a is one too many', 'b differs']
    """
    both = files.keys() & wanted.keys()
    return [
        *(f"{name} is missing" for name in sorted(wanted.keys() - files.keys())),
        *(f"{name} is one too many" for name in sorted(files.keys() - wanted.keys())),
        *(f"{name} differs" for name in sorted(both) if files[name] != wanted[name]),
    ]


def faults_in_wheel(files: Files, wanted: Files, project: Mapping[str, Any]) -> list[str]:
    """Say what is wrong with a wheel: its files, its metadata, and how it is entered.

    Args:
        files: What stands in it.
        wanted: What should, but for metadata.
        project: The table [project] of pyproject.toml.
    """
    about = {name: data for name, data in files.items() if ".dist-info/" in name}
    own = {name: data for name, data in files.items() if name not in about}
    entries = ConfigParser(delimiters=("=",))
    entries.optionxform = str  # type: ignore[assignment, method-assign]
    [text] = [data for name, data in about.items() if name.endswith("/entry_points.txt")]
    entries.read_string(text.decode())
    written = {group: dict(entries[group]) for group in entries.sections()}
    asked = dict(project["entry-points"])
    if "scripts" in project:
        asked["console_scripts"] = project["scripts"]
    licences = [name for name in about if name.endswith("/licenses/LICENSE")]
    return [
        *differences(own, wanted),
        *(f"{name} should not be passed on" for name in strangers(files)),
        *faults_in_metadata(metadata(files), project),
        *([] if written == asked else ["the entry points are others"]),
        *([] if licences else ["the licence is missing"]),
    ]


def faults_in_sdist(files: Files, wanted: Files, project: Mapping[str, Any]) -> list[str]:
    """Say what is wrong with an sdist; see `faults_in_wheel`."""
    below = {name: data for name, data in files.items() if "/" in name}
    return [
        *differences(below, wanted),
        *(f"{name} should not be passed on" for name in strangers(files)),
        *faults_in_metadata(metadata(files), project),
        *(f"{name} is missing" for name in ("LICENSE", "README.md") if name not in files),
    ]
