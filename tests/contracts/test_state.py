"""No module holds state that changes: what is loaded stays as it was, whatever is done with it."""

import ast
import enum
import functools
import importlib
import json
import re
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from support.modules import every_module, source_of

from rhf_services import (
    Case,
    Stage,
    account_document,
    carry_over,
    check,
    difference,
    difference_document,
    form_document,
    load_registry,
    loads,
    message,
    report_schema,
    schemas,
)
from rhf_services.wire.outputs import verdict_document

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"

CACHES = {
    "rhf_services.checking.many.working._desk": "the registry of a worker's run, made once",
    "rhf_services.i18n.catalogues.catalogue": "a catalogue, read once for each language",
    "rhf_services.i18n.nynorsk._registered": "a pattern, made of the register's names",
    "rhf_services.model.days._oslo": "the time zone of Norway",
    "rhf_services.render.html._environment": "the templates of pages, compiled once",
    "rhf_services.render.html._page_styles": "the styles of pages, read once",
    "rhf_services.sources.organisations.organisations": "the register of organisations, read once",
    "rhf_services.trace.proofs.proofs": "the proofs, gathered once",
    "rhf_services.trace.statements.statements": "the statements, read once",
    "rhf_services.wire.converter.converter": "the converter, made once; never changed after",
}
"""What is remembered between calls: each is what a function of no state gives, and stays so."""

WRITTEN = (
    "rhf_services.wire.schemas",
    "rhf_services.rules",
    "rhf_services.trace.",
    "rhf_services.testing.",
)
"""Rooms where JSON is written out in the source: pieces of schemas, and documents to try."""

PLAIN = (str, bytes, int, float, complex, bool, type(None), range, re.Pattern, enum.Enum, Path)
UNCHANGING = (
    "typing",
    "types",
    "datetime",
    "zoneinfo",
    "string",
    "functools",
    "collections",
    "operator",
    "pluggy",
    "click",
)
"""Where other types come from: none of them can be changed, or is after it was made."""

CALLED = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, type)


def names_of(module) -> Iterator[tuple[str, Any]]:
    """Give what a module holds of its own: not what it imported, nor what Python put there."""
    assigned = set()
    for node in source_of(module).body:
        for below in ast.walk(node) if isinstance(node, ast.If) else (node,):
            targets = below.targets if isinstance(below, ast.Assign) else []
            targets += [below.target] if isinstance(below, ast.AnnAssign | ast.AugAssign) else []
            for target in targets:
                assigned |= {one.id for one in ast.walk(target) if isinstance(one, ast.Name)}
    for name in sorted(assigned - {"__all__"}):
        if name in vars(module):
            yield name, vars(module)[name]


def mutable(value: Any, seen: set[int], at: str = "") -> Iterator[str]:
    """Name the places of what could be changed within a value."""
    if isinstance(value, PLAIN + CALLED) or id(value) in seen:
        return
    seen.add(id(value))
    kind = type(value)
    if isinstance(value, types.MappingProxyType):
        yield from _among(value.items(), seen, at)
    elif isinstance(value, tuple | frozenset):
        yield from _among(enumerate(value), seen, at)
    elif isinstance(value, functools.partial):
        yield from mutable((value.args, tuple(value.keywords.items())), seen, at)
    elif attrs.has(kind) and "__setattr__" in vars(kind):  # frozen
        parts = [(field.name, getattr(value, field.name)) for field in attrs.fields(kind)]
        yield from _among(parts, seen, at)
    elif kind.__module__.partition(".")[0] not in UNCHANGING:
        yield f"{at}: {kind.__name__}"


def _among(parts, seen: set[int], at: str) -> Iterator[str]:
    for step, part in parts:
        yield from mutable(part, seen, f"{at}[{step}]")


def test_what_a_module_holds_cannot_be_changed():
    """Look-up tables are read-only, values frozen; only JSON that is written out is plain."""
    found = []
    for module in every_module():
        if module.__name__.startswith(WRITTEN):
            continue
        for name, value in names_of(module):
            if name == "_WHERE":  # where names of the face are, read by __getattr__ alone
                continue
            found += [f"{module.__name__}.{name}{place}" for place in mutable(value, set())]
    assert found == []


def test_only_these_remember_anything():
    found = {}
    for module in every_module():
        for name, value in vars(module).items():
            own = getattr(value, "__module__", "") == module.__name__
            if isinstance(value, functools._lru_cache_wrapper) and own:
                found[f"{module.__name__}.{name}"] = value
    kept = {name for name in found if not name.startswith("rhf_services.testing.")}
    assert kept == set(CACHES)


def test_nothing_is_bound_or_put_anew_in_a_module():
    """No ``global``; no function puts anything into a name of its module."""
    changing = {
        *("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "add"),
        *("update", "setdefault", "popitem", "discard", "__setitem__", "appendleft"),
    }
    found = []
    for module in every_module():
        top = {name for name, _value in names_of(module)}
        for function in ast.walk(source_of(module)):
            if not isinstance(function, ast.FunctionDef | ast.Lambda):
                continue
            own = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
            own |= {
                one.id
                for one in ast.walk(function)
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
            }
            for node in ast.walk(function):
                if isinstance(node, ast.Global):
                    found.append((module.__name__, node.lineno, "global"))
                of = None
                if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(
                    node.ctx, ast.Store | ast.Del
                ):
                    of = node.value
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    of = node.func.value if node.func.attr in changing else None
                if isinstance(of, ast.Name) and of.id in top - own:
                    found.append((module.__name__, node.lineno, of.id))
    assert found == []


def snapshot() -> dict[str, str]:
    """Write down everything that every module holds, however deep."""
    return {
        f"{module.__name__}.{name}": written(value, ())
        for module in every_module()
        for name, value in names_of(module)
        if not isinstance(value, functools._lru_cache_wrapper)
    }


def written(value: Any, above: tuple[int, ...]) -> str:
    if id(value) in above:
        return "…"
    above = (*above, id(value))
    if isinstance(value, Mapping):
        parts = [f"{written(key, above)}: {written(one, above)}" for key, one in value.items()]
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(one, above) for one in value)}]"
    if isinstance(value, set | frozenset):
        return f"<{', '.join(sorted(written(one, above) for one in value))}>"
    if isinstance(value, functools.partial):
        return f"partial {written((value.func, value.args, value.keywords), above)}"
    if attrs.has(type(value)) and not isinstance(value, type):
        parts = [
            f"{one.name}={written(getattr(value, one.name), above)}"
            for one in attrs.fields(type(value))
        ]
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, PLAIN):
        return repr(value)
    return f"{type(value).__name__} {getattr(value, '__qualname__', '')}"


def do_everything() -> None:
    registry = load_registry()
    for path in sorted(EXAMPLES.glob("*/*.json"))[::2]:
        loaded = loads(path.read_bytes())
        for stage in Stage:
            verdict = check(Case(report=loaded.report, faults=loaded.faults), registry, stage)
            for lang in ("nb", "nn", "en"):
                verdict_document(verdict, lang)
                [message(found, lang) for found in verdict.findings]
        form = registry.templates.get(loaded.report.template or "") if loaded.report else None
        if form is not None and not form.archive:
            made = carry_over(loaded.report, form.id, 2025, registry)
            account_document(made.account, "nn")
    for form in registry.templates.values():
        for edition in form.editions:
            form_document(form, edition, registry, edition.confirmed)
            report_schema(form, edition)
        if not form.archive:
            difference_document(difference(form, 2023, 2024), "en")
    schemas(registry)


def test_nothing_changes_whatever_is_done():
    before = snapshot()
    do_everything()
    after = snapshot()
    assert [name for name in before if before[name] != after[name]] == []
    assert len(before) > 500


def spoil(value: Any) -> None:
    """Change everything that can be changed in a value."""
    parts = list(value.values()) if isinstance(value, dict) else value
    for part in parts:
        if isinstance(part, dict | list):
            spoil(part)
    value.clear()


@pytest.mark.parametrize("what", ["schemas", "report schema", "form document", "verdict"])
def test_what_is_handed_out_is_the_readers_own(what):
    """Whoever changes a document that we made changes nobody else's."""
    registry = load_registry()
    form = registry.templates["national-treatment-service"]
    edition = form.editions[-1]
    verdict = check(Case(report=loads(b'{"format": "rhf-report/1"}').report), registry)
    make = {
        "schemas": lambda: schemas(registry),
        "report schema": lambda: report_schema(form, edition),
        "form document": lambda: form_document(form, edition, registry, 2024),
        "verdict": lambda: verdict_document(verdict, "nb"),
    }[what]
    before = json.dumps(make())
    spoil(make())
    assert json.dumps(make()) == before


def test_importing_a_module_again_is_the_same_module():
    for module in every_module():
        assert importlib.import_module(module.__name__) is module
