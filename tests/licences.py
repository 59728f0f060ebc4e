"""Write docs/licences.md: what is installed beside this library, and under which licences.

    python tests/licences.py

Licences come from the metadata of what is installed here. A library without a licence, or with
one that nobody has looked at, stops the command and fails the tests.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from support.known_licences import COMPATIBLE, ELSEWHERE, READ, WRITTEN_AS, Read

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "licences.md"
OURS: Final = ("rhf-services", "rhf-services-helse-vest", "rhf-services-helse-sor-ost")

Project = dict[str, Any]
"""What pyproject.toml says."""


MACHINES: Final = [
    {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": platform,
        "platform_system": system,
        "os_name": "nt" if platform == "win32" else "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for python in ("3.11", "3.12", "3.13", "3.14")
    for platform, system in (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
]


class LicenceError(Exception):
    """A library has no licence, or one that nobody has looked at."""


def installed(name: str) -> Distribution | None:
    """Find a library; None where it is not installed here."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence_said(expression: str | None, text: str | None, classifiers: Iterable[str]) -> str:
    """Read a licence in metadata as SPDX; empty where metadata does not say it clearly.

    Examples:
        >>> licence_said("MIT", None, ()), licence_said(None, "PSFL", ())
        ('MIT', 'PSF-2.0')
        >>> licence_said(None, None, ("License :: OSI Approved :: MIT License",))
        'MIT'
        >>> licence_said(None, "BSD", ("License :: OSI Approved :: BSD License",))
        ''
    """
    kinds = (one.split(" :: ")[-1] for one in classifiers if one.startswith("License :: "))
    for said in (expression, text, *kinds):
        spdx = WRITTEN_AS.get(said or "", said or "")
        if spdx in COMPATIBLE:
            return spdx
    return expression or ""


def licence(name: str) -> str:
    """Give the licence of a library as SPDX; what metadata says must agree with `ELSEWHERE`.

    Raises:
        LicenceError: It has none, or one that is not known to go together with ours.
    """
    found = installed(name)
    by_heart = ELSEWHERE.get(name, "")
    if found is None:
        spdx = by_heart
    elif name in READ:
        spdx = READ[name].licence if read_in_its_files(found, READ[name]) else ""
    else:
        said = found.metadata
        classifiers = said.get_all("Classifier") or []
        words = (said.get("License-Expression"), said.get("License"), classifiers)
        spdx = licence_said(*words) or by_heart
    if spdx not in COMPATIBLE or by_heart not in ("", spdx):
        raise LicenceError(f"{name}: {spdx or 'no licence that is clear'}; look at it")
    return spdx


def read_in_its_files(found: Distribution, read: Read) -> bool:
    """Tell whether the words still stand in the library's file."""
    files = [file for file in found.files or () if str(file).endswith(read.file)]
    return any(read.words in file.read_text(encoding="utf-8") for file in files)


def wanted(requirement: Requirement, extras: Iterable[str]) -> bool:
    """Tell whether something is needed on any machine that we speak of.

    Examples:
        >>> wanted(Requirement("colorama; sys_platform == 'win32'"), ())
        True
        >>> wanted(Requirement("tomli; python_version < '3.11'"), ())
        False
        >>> wanted(Requirement("click; extra == 'cli'"), ("cli",))
        True
    """
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({**machine, "extra": extra})
        for machine in MACHINES
        for extra in ("", *extras)
    )


def brought(requirements: Iterable[Requirement]) -> set[str]:
    """Name all that comes with some libraries, themselves included, but not this one."""
    names: set[str] = set()
    seen: set[tuple[str, tuple[str, ...]]] = set()
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), tuple(sorted(requirement.extras))
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        names.add(name)
        found = installed(name)
        lines = (found.requires if found is not None else None) or ()
        waiting += [more for more in map(Requirement, lines) if wanted(more, extras)]
    return names - set(OURS)


def rows(asked: Iterable[str], before: set[str]) -> Iterator[str]:
    """Write the rows of a table: what is asked for first, then what that brings along."""
    asked_for = [one for one in map(Requirement, asked) if one.name not in OURS]
    lowest = {canonicalize_name(one.name): str(one.specifier) for one in asked_for}
    for name in sorted(lowest):
        yield f"| {name} | `{lowest[name]}` | {licence(name)} |"
    for name in sorted(brought(map(Requirement, asked)) - set(lowest) - before):
        yield f"| {name} | (through others) | {licence(name)} |"


def group(project: Project, name: str) -> list[str]:
    """Give what a development group asks for, the groups it takes in included."""
    listed: list[str] = []
    for one in project["dependency-groups"][name]:
        listed += [one] if isinstance(one, str) else group(project, one["include-group"])
    return listed


def tools(project: Project) -> dict[str, str]:
    """Give the tools that whoever works on the library installs, each with its licence."""
    asked = [*project["build-system"]["requires"]]
    for name in project["dependency-groups"]:
        asked += group(project, name)
    names = {canonicalize_name(Requirement(one).name) for one in asked} - set(OURS)
    return {name: licence(name) for name in sorted(names)}


def page(project: Project) -> str:
    """Write the page."""
    always = project["project"]["dependencies"]
    extras = project["project"]["optional-dependencies"]
    lines = [TOP.strip(), "", *TABLE, *rows(always, set())]
    for extra, asked in extras.items():
        lines += ["", f"## With the extra `{extra}`", ""]
        also = [x for one in asked for x in sorted(Requirement(one).extras)]
        if also:
            lines += [f"And all of {', '.join(f'`{one}`' for one in also)}.", ""]
        before = brought(map(Requirement, [*always, *(o for x in also for o in extras[x])]))
        own = [one for one in asked if Requirement(one).name not in OURS]
        lines += [*TABLE, *rows(own, before)]
    used = tools(project)
    lines += ["", "## For working on the library", "", TOOLS.strip(), ""]
    lines += [
        f"* {spdx}: {', '.join(name for name, its in used.items() if its == spdx)}"
        for spdx in sorted(set(used.values()))
    ]
    lines += ["", "## The licences", "", "| SPDX | name | what it asks |", "| --- | --- | --- |"]
    text = "\n".join(lines)
    for spdx, known in COMPATIBLE.items():
        if f"| {spdx} |" in text or f"* {spdx}:" in text:
            lines.append(f"| {spdx} | {known.name} | {known.why} |")
    return "\n".join([*lines, ""])


TABLE: Final = ["| library | lowest | licence |", "| --- | --- | --- |"]

TOP: Final = """
# Licences

rhf-services and the two regional distributions are MIT licensed. Their wheels hold our own files,
and of others' only the CSS of Designsystemet (MIT, with its licence beside it in
`render/assets/designsystemet`): every library below is installed beside them, from its own
distribution, under its own licence. All of these licences let a program under MIT, or under any
other licence, use the library. One is not as free as the rest: **python-stdnum** is under the LGPL.
We import it and pass none of it on, so it asks nothing of you unless you pass it on yourself, for
example in a container or an installer: then its licence goes along, and its files stay such that
they can be changed. The MPL of two libraries that come with extras asks as much, of their own files
alone.

`python tests/licences.py` writes this page from the metadata of what is installed, and the tests
fail where it is no longer true, or where a library has no licence that somebody has looked at.

## Always
"""

TOOLS: Final = """
Groups of `pyproject.toml`, and what builds the distributions. Nothing of them is needed to use the
library. What they bring along in turn is looked at by the same test.
"""


def main() -> int:
    """Write the page."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    PAGE.write_text(page(project), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
