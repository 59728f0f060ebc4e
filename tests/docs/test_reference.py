"""What is exported is documented, and what is documented is exported."""

import inspect
import pkgutil
import re
from collections import Counter
from importlib import import_module
from itertools import chain
from typing import TypeVar

import pytest
from support.page_blocks import ROOT

import rhf_services

PAGES = ROOT / "docs" / "reference"
OBJECT = re.compile(r"^::: (?P<name>[\w.]+)$", re.MULTILINE)
WHOLE = ("model", "forms", "sources")
"""Rooms whose modules are public, each with all its names."""
BESIDE = ("checking.many",)
"""Packages inside a room that are public themselves."""
OURS_ALONE = {
    "rhf_services.model.faults.keep_first",
    "rhf_services.model.whole_files.write_whole",
}
"""What stands in a public room, and is there for our own rooms alone."""
NOT_PUBLIC = ("cli", "rules", "templates", "wire", "checking")
"""Rooms that are met through the face, the registry, or the command line alone."""


def documented() -> Counter[str]:
    pages = [page.read_text(encoding="utf-8") for page in sorted(PAGES.glob("*.md"))]
    return Counter(found["name"] for page in pages for found in OBJECT.finditer(page))


def rooms() -> list[str]:
    found = pkgutil.iter_modules(rhf_services.__path__)
    return [room.name for room in found if room.name not in NOT_PUBLIC and room.ispkg]


def defined_in(module: str) -> list[str]:
    """Give the public classes and functions that a module defines itself."""
    return [
        f"{module}.{name}"
        for name, value in vars(import_module(module)).items()
        if not name.startswith("_")
        and (inspect.isclass(value) or callable(value))
        and getattr(value, "__module__", None) == module
        and not isinstance(value, TypeVar)
    ]


def exported() -> dict[str, object]:
    """Give every public name, with what it is."""
    names = (*rooms(), *BESIDE)
    packages = [rhf_services, *(import_module(f"rhf_services.{name}") for name in names)]
    listed = [
        f"{package.__name__}.{name}"
        for package in packages
        for name in getattr(package, "__all__", ())
    ]
    modules = chain.from_iterable(
        pkgutil.iter_modules(
            import_module(f"rhf_services.{room}").__path__, f"rhf_services.{room}."
        )
        for room in WHOLE
    )
    whole = {name for module in modules for name in defined_in(module.name)} - OURS_ALONE
    return {name: looked_up(name) for name in (*listed, *sorted(whole))}


def looked_up(name: str) -> object:
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute)


def same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, tuple) and one == other)


EXPORTED = exported()
DOCUMENTED = documented()


def test_rooms_with_names_are_known():
    for room in rooms():
        assert room in WHOLE or hasattr(import_module(f"rhf_services.{room}"), "__all__"), room


def test_what_is_exported_is_documented():
    there = [looked_up(name) for name in DOCUMENTED]
    missing = [
        name
        for name, value in EXPORTED.items()
        if name not in DOCUMENTED and not any(same(value, one) for one in there)
    ]
    assert missing == []


def test_what_is_documented_is_exported():
    assert [name for name in DOCUMENTED if name not in EXPORTED] == []


def test_every_name_of_the_face_is_documented_as_such():
    face = {f"rhf_services.{name}" for name in rhf_services.__all__}
    assert face == {name for name in DOCUMENTED if name.count(".") == 1}


def test_nothing_is_documented_twice():
    assert [name for name, times in DOCUMENTED.items() if times > 1] == []


@pytest.mark.parametrize("name", sorted(DOCUMENTED))
def test_every_name_has_types_and_an_example(name):
    value = looked_up(name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert ">>>" in (value.__doc__ or "")
    if inspect.isfunction(value):
        given = {*inspect.signature(value).parameters, "return"}
        assert given == set(value.__annotations__)
