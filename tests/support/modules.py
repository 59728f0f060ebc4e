"""Every module of the library and of the regions' distributions, as text and imported."""

import ast
import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

import rhf_services_helse_sor_ost
import rhf_services_helse_vest

import rhf_services

PACKAGES = (rhf_services, rhf_services_helse_sor_ost, rhf_services_helse_vest)


@cache
def every_module() -> tuple[ModuleType, ...]:
    """Import everything, and give it in the order of its names."""
    found: list[ModuleType] = list(PACKAGES)
    for package in PACKAGES:
        names = (
            one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        )
        found += [importlib.import_module(name) for name in names]
    return tuple(sorted(found, key=lambda module: module.__name__))


def source_of(module: ModuleType) -> ast.Module:
    """Give what is written in a module."""
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
