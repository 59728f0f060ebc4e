"""Documents as bytes, made by Hypothesis from the forms that are installed."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from fuzz.differences import registry
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.testing import any_cases, any_reports, entities, good_cases, json_values
from rhf_services.testing.broken_on_form import all_broken
from rhf_services.testing.odd import last_forms

ODD: Final = ("NaN", "1e400", "-Infinity", "1e4299", "-0", "1.0E+2", '"\\ud800"', "\u2028", '""')


def documents() -> SearchStrategy[bytes]:
    """Give documents: reports, cases, entities and other JSON, written in many ways.

    Examples:
        >>> documents().is_empty
        False
    """
    return _documents()


def fuzz_with(try_it: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """Give a function that makes a document of bytes of chance and tries it."""

    @settings(database=None, deadline=None)
    @given(documents())
    def one(data: bytes) -> None:
        try_it(data)

    feed: Callable[[bytes], object] = one.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    return feed


@cache
def _trees() -> SearchStrategy[Any]:
    known = registry()
    good = [good_cases(known, form.template.id, form.year) for form in last_forms(known)]
    return st.one_of(
        any_reports(known),
        any_reports(known),
        any_cases(known),
        any_cases(known),
        st.one_of(good),
        st.one_of(good).map(lambda case: case["report"]),
        all_broken(known).map(lambda broken: broken.document),
        st.lists(entities().map(_entity), max_size=3),
        json_values(),
    )


def _entity(one: Any) -> Any:
    from rhf_services.wire.entities import entity_document

    return one if isinstance(one, dict) else entity_document(one)


@st.composite
def _documents(draw: DrawFn) -> bytes:
    tree = draw(_trees())
    text = json.dumps(
        tree, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, None, 1)))
    )
    for _time in range(draw(st.sampled_from((0, 0, 0, 1, 2)))):
        text = _spoiled(draw, text)
    data = text.encode("utf-8", "surrogatepass")
    return b"\xef\xbb\xbf" + data if draw(st.integers(0, 15)) == 15 else data


def _spoiled(draw: DrawFn, text: str) -> str:
    """Write something else in one place: an odd number, a key again, or nothing more at all."""
    way = draw(st.sampled_from(("number", "key", "cut", "any")))
    if way == "cut":
        return text[: draw(st.integers(0, len(text)))]
    if way == "key" and text.startswith("{") and len(text) > 2:
        first = text[1:].split(",", 1)[0].rstrip("}\n ")
        return f"{{{first},{text[1:]}"
    colons = [at for at, sign in enumerate(text) if sign == ":"]
    if not colons:
        return text
    at = colons[draw(st.integers(0, len(colons) - 1))] + 1
    odd = draw(st.sampled_from(ODD))
    rest = text[at:].lstrip()
    cut = next((i for i, sign in enumerate(rest) if sign in ",}]"), len(rest))
    return f"{text[:at]}{odd}{rest[cut:]}" if way == "number" else f"{text[:at]}{odd}{rest}"
