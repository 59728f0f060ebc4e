import hashlib

import pytest

from rhf_services.wire.digests import digest


def test_the_digest_is_of_the_canonical_form():
    canonical = '{"a":12,"b":"å"}'.encode()
    expected = "sha256:" + hashlib.sha256(canonical).hexdigest()
    assert expected == digest({"b": "å", "a": 12.0})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (12, 12.0, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ("svar", "svar ", False),
        ([1, 2], [2, 1], False),
        (1, True, False),
        (None, "", False),
    ],
)
def test_answers_that_say_the_same_have_the_same_digest(one, other, same):
    assert same == (digest(one) == digest(other))


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**53, 10**400, "\ud800", {"\ud800": 1}, {1: 2}, object()]
)
def test_a_value_without_a_canonical_form_has_no_digest(value):
    assert digest(value) is None


def test_a_value_that_lies_too_deep_has_no_digest():
    value = []
    for _level in range(100_000):
        value = [value]
    assert digest(value) is None
