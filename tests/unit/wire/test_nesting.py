"""How deep JSON lies, told from its text and from its values."""

import json
import threading
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from rhf_services.wire.json_text import parse
from rhf_services.wire.nesting import levels_in, may_be_deep, readable_part, too_deep

TEXTS = st.text(st.sampled_from('[]{}"\\a\næ'))
VALUES = st.recursive(
    st.none() | st.integers() | TEXTS,
    lambda below: st.lists(below) | st.dictionaries(TEXTS, below),
)


def depth(value):
    below = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, below), default=0) if isinstance(value, dict | list) else 0


@given(VALUES, st.booleans())
def test_the_levels_of_a_text_are_those_of_its_value(value, ascii_):
    text = json.dumps(value, ensure_ascii=ascii_)
    levels = depth(value)
    assert levels_in(text) == levels
    assert not too_deep(value, levels)
    assert levels == 0 or too_deep(value, levels - 1)
    assert levels == 0 or may_be_deep(text, levels - 1)


@given(st.text(st.sampled_from('[]{}",:\\1 ')))
def test_no_text_is_too_odd_to_count(text):
    assert 0 <= levels_in(text) <= text.count("[") + text.count("{")
    assert readable_part(text) == text


def test_a_small_stack_is_enough():
    answers = []
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: answers.append(parse("[" * 3000)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert [one.params["reason"] for one in answers[0].faults] == ["too-deep"]


def test_escapes_in_great_numbers_are_not_remembered():
    text = '["' + r"\n" * 100_000
    tracemalloc.start()
    try:
        assert levels_in(text) == 1
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20 * len(text)
