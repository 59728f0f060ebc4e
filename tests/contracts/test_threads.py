"""Many threads, one registry: forms and compiled checks are shared, without a lock."""

import ast
import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.modules import every_module, source_of

from rhf_services import (
    Case,
    Entity,
    Stage,
    carry_over,
    check,
    dumps,
    load_registry,
    loads,
    message,
    report_schema,
    schemas,
    which_form,
)
from rhf_services.i18n import catalogues
from rhf_services.process import account_document
from rhf_services.wire.outputs import verdict_document

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
FILES = sorted([*(EXAMPLES / "invented").glob("*.json"), *(EXAMPLES / "broken").glob("*.json")])
DOCUMENTS = [path.read_bytes() for path in FILES][::3]
THREADS = 8
LANGUAGES = ("nb", "nn", "en")


@pytest.fixture
def _restless():
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def together(what, items):
    """Do something for each item in many threads that all begin at once."""
    at_once = threading.Barrier(THREADS)

    def begun(worker):
        at_once.wait()
        return [(at, what(item)) for at, item in enumerate(items) if at % THREADS == worker]

    with ThreadPoolExecutor(THREADS) as pool:
        done = [one for some in pool.map(begun, range(THREADS)) for one in some]
    return [result for _at, result in sorted(done, key=lambda one: one[0])]


def everything(data, registry):
    """All that can be asked of a document, as JSON."""
    loaded = loads(data)
    told = []
    for stage in Stage:
        verdict = check(Case(report=loaded.report, faults=loaded.faults), registry, stage)
        told.append([verdict_document(verdict, lang) for lang in LANGUAGES])
        told.append([message(found, lang) for found in verdict.findings for lang in LANGUAGES])
    if loaded.report is not None and loaded.report.template in registry.templates:
        made = carry_over(loaded.report, loaded.report.template, 2025, registry)
        told.append(dumps(made.report).decode())
        told.append(account_document(made.account, "nn"))
    return json.dumps(told)


@pytest.mark.usefixtures("_restless")
def test_many_threads_find_what_one_finds():
    alone = load_registry()
    one_by_one = [everything(data, alone) for data in DOCUMENTS]
    shared = load_registry()  # with nothing compiled yet, so that all compile at once
    many = [data for data in DOCUMENTS for _time in range(2)]

    catalogues.catalogue.cache_clear()  # nor any catalogue read
    found = together(lambda data: everything(data, shared), many)

    assert found == [one for one in one_by_one for _time in range(2)]
    assert [everything(data, shared) for data in DOCUMENTS] == one_by_one


@pytest.mark.usefixtures("_restless")
def test_the_same_report_in_all_threads_at_once():
    data = max(DOCUMENTS, key=len)
    loaded = loads(data)  # shared too: a report is not changed by being looked at
    registry = load_registry()
    case = Case(report=loaded.report, faults=loaded.faults)

    found = together(lambda stage: check(case, registry, stage), [*Stage] * THREADS)

    assert found == [check(case, load_registry(), stage) for stage in [*Stage] * THREADS]


@pytest.mark.usefixtures("_restless")
def test_registries_loaded_in_threads_are_all_alike():
    one = load_registry()
    found = together(lambda _at: load_registry(), range(THREADS))
    for registry in found:
        assert (registry.templates, registry.rules) == (one.templates, one.rules)
        assert (registry.problems, registry.versions) == ((), one.versions)


@pytest.mark.usefixtures("_restless")
def test_schemas_and_choices_of_form_are_the_same_in_threads():
    registry = load_registry()
    forms = [(form, edition) for form in registry.templates.values() for edition in form.editions]
    made = together(lambda one: json.dumps(report_schema(*one)), forms)
    assert made == [json.dumps(report_schema(*one)) for one in forms]
    assert len(set(together(lambda _at: json.dumps(schemas()), range(THREADS)))) == 1

    entities = [
        Entity(id="e", type="national-centre", started_year=year) for year in range(2010, 2030)
    ]
    chosen = together(lambda entity: which_form(entity, 2024, registry), entities)
    assert chosen == [which_form(entity, 2024, registry) for entity in entities]


def test_there_is_no_lock():
    """Nothing waits for another thread, and nothing is kept apart for each."""
    waiting = {"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"}
    for module in every_module():
        for node in ast.walk(source_of(module)):
            name = getattr(node, "attr", None) or getattr(node, "id", None)
            assert name not in waiting, module
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) != ("threading", "local"), module
