"""The same input gives the same verdict, every time, whatever was loaded first."""

import json
import os
import subprocess
import sys
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services import Registry, Stage, check, dumps, load_registry, loads_case
from rhf_services.hooks import installed_plugins
from rhf_services.testing import any_cases, good_faith_cases
from rhf_services.wire.outputs import verdict_document

REGISTRY: Final = load_registry()
PLUGINS: Final = installed_plugins()
ELSEWHERE: Final = """
import sys
from rhf_services import Stage, check, load_registry, loads_case
from rhf_services.wire.outputs import verdict_document
import json
case = loads_case(sys.stdin.buffer.read()).case
registry = load_registry()
print(json.dumps([verdict_document(check(case, registry, stage), "nn") for stage in Stage]))
"""


def verdicts(data: bytes, registry: Registry) -> str:
    """The verdicts at every stage, written out."""
    case = loads_case(data).case
    return json.dumps([verdict_document(check(case, registry, stage), "nn") for stage in Stage])


@settings(max_examples=60, deadline=None)
@given(any_cases(REGISTRY))
def test_the_same_case_gives_the_same_verdict(tree):
    data = json.dumps(tree).encode()

    assert verdicts(data, REGISTRY) == verdicts(data, REGISTRY)


@settings(max_examples=15, deadline=None)
@given(any_cases(REGISTRY), st.permutations(PLUGINS))
def test_the_order_of_plugins_means_nothing(tree, plugins):
    data = json.dumps(tree).encode()
    registry = load_registry(plugins)

    assert list(registry.rules) == list(REGISTRY.rules)
    assert list(registry.templates) == list(REGISTRY.templates)
    assert registry.problems == REGISTRY.problems
    assert verdicts(data, registry) == verdicts(data, REGISTRY)


@settings(max_examples=2, deadline=None)
@given(good_faith_cases(REGISTRY, "national-treatment-service"), st.integers(1, 1000))
def test_another_process_gives_the_same_verdict(document, seed):
    data = dumps({**document, "x-more": 1, "report": {**document["report"], "x": [], "y": 0}})
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=data,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )

    assert ran.stdout.decode().strip() == verdicts(data, REGISTRY)
