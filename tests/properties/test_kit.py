"""The kit itself: nothing heavy is loaded before it is used, and strangers can use it."""

import subprocess
import sys
from typing import Final

import pytest
from hypothesis import find

from rhf_services import load_registry, testing
from rhf_services.testing import breaking

IMPORTING: Final = """
import sys
import hypothesis
ours = {name for name in sys.modules if name.startswith("rhf_services.")}
rooms = {name.split(".")[1] for name in ours}
assert rooms <= {"model", "testing"}, rooms
assert {"rhf_services.testing", "rhf_services.testing.strategies"} >= {
    name for name in ours if name.startswith("rhf_services.testing")
}, ours
for heavy in ("cattrs", "pluggy", "babel", "stdnum", "rfc8785", "jsonschema"):
    assert heavy not in sys.modules, heavy
"""
LISTING: Final = """
import sys
from rhf_services import load_registry
assert load_registry().breakers
import rhf_services.testing
assert "hypothesis" not in sys.modules, "hypothesis"
"""


def test_listing_breakers_loads_no_hypothesis():
    subprocess.run([sys.executable, "-c", LISTING], check=True)


def test_importing_hypothesis_loads_next_to_nothing_of_ours():
    subprocess.run([sys.executable, "-c", IMPORTING], check=True)


def test_every_name_can_be_had():
    assert all(getattr(testing, name) is not None for name in dir(testing))
    with pytest.raises(AttributeError):
        testing.no_such_name  # noqa: B018


def test_a_rule_no_form_lets_fire_is_refused():
    with pytest.raises(LookupError):
        breaking(load_registry(), "ACT001", lambda _draw, _draft: None, fits=lambda _form: False)


def test_a_breaker_that_does_not_say_where_the_rule_fires_is_told_so():
    silent = breaking(load_registry(), "PER003", lambda _draw, draft: draft.people.clear())

    with pytest.raises(TypeError, match="PER003 does not say where"):
        find(silent, lambda _broken: True)
