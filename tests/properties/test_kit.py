"""The kit itself: nothing heavy is loaded before it is used, and strangers can use it."""

import subprocess
import sys
from typing import Final

import pytest

from rhf_services import load_registry, testing
from rhf_services.testing import breaking

LISTING: Final = """
import sys
from rhf_services import load_registry
assert load_registry().breakers
import rhf_services.testing
assert "hypothesis" not in sys.modules, "hypothesis"
"""


def test_listing_breakers_loads_no_hypothesis():
    subprocess.run([sys.executable, "-c", LISTING], check=True)


def test_every_name_can_be_had():
    assert all(getattr(testing, name) is not None for name in dir(testing))
    with pytest.raises(AttributeError):
        testing.no_such_name  # noqa: B018


def test_a_rule_no_form_lets_fire_is_refused():
    with pytest.raises(LookupError):
        breaking(load_registry(), "ACT001", lambda _draw, _draft: None, fits=lambda _form: False)
