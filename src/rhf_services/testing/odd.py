"""Reports and cases that could be anything: right, nearly right, and not right at all."""

from copy import deepcopy
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry, load_registry
from rhf_services.model.answers import STATE_KEYS
from rhf_services.model.cases import CASE_FORMAT
from rhf_services.model.forms import Asked
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.testing.answering import ABSENT, given_answers, set_aside, untouched
from rhf_services.testing.drawing import some_of
from rhf_services.testing.formed import Formed, elsewhere, forms_of
from rhf_services.testing.good import good_case
from rhf_services.testing.values import json_values, odd_texts

_AROUND_ANSWERS: Final = ("entity", "people", "entered_by", "parts_done", "sections", "languages")
_LISTS: Final = ("waivers", "comments", "attachments", "extra")
_AROUND_REPORT: Final = ("entity", "group", "cycle", "previous", "attempt", "submitted", "deputies")
_KEYS: Final = (*STATE_KEYS, "rows", "text", "tools", "yes", "id", "other", "svar")
_VALUES: Final[tuple[Any, ...]] = (None, True, False, "", " ", "Ja.", 0, 15.0, [], {})


def any_answers(asked: Asked, year: int) -> SearchStrategy[Any]:
    """Give anything that could stand as the answer to a question.

    Args:
        asked: The question, as a form asks it.
        year: The reporting year.

    Examples:
        >>> from rhf_services import load_registry
        >>> any_answers(load_registry().questions["equal-access"], 2024).is_empty
        False
    """
    given = given_answers(asked, year)
    nothing = untouched(asked.question).map(lambda left: None if left is ABSENT else left)
    value = st.one_of(st.sampled_from(_VALUES).map(deepcopy), json_values())
    keyed = st.dictionaries(st.sampled_from(_KEYS), value, max_size=3)
    right = (given, set_aside(asked.question), nothing)
    return st.one_of(*right, bent(given), keyed, json_values())


def any_reports(registry: Registry | None = None) -> SearchStrategy[dict[str, Any]]:
    """Give JSON objects that call themselves reports (``rhf-report/1``), whatever is in them.

    Right answers and raw ones, unknown parts, missing ids, wrong types, nulls, odd texts and
    numbers; every one of them can be loaded, checked and written back.

    Args:
        registry: What is loaded; by default everything that is installed.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import dumps, loads
        >>> @settings(max_examples=3, database=None)
        ... @given(any_reports())
        ... def comes_back(tree):
        ...     assert loads(dumps(tree)).report is not None
        >>> comes_back()
    """
    if registry is None:
        return st.deferred(lambda: any_reports(load_registry()))
    good = [
        good_case(form, elsewhere(registry, form)).map(_report_of) for form in last_forms(registry)
    ]
    return st.one_of(bent(st.one_of(good)), _odd_reports(registry)).map(
        lambda tree: {**tree, "format": REPORT_FORMAT}
    )


def any_cases(registry: Registry | None = None) -> SearchStrategy[dict[str, Any]]:
    """Give JSON objects that call themselves cases (``rhf-case/1``), whatever is in them.

    Args:
        registry: What is loaded; by default everything that is installed.

    Examples:
        >>> any_cases().is_empty
        False
    """
    if registry is None:
        return st.deferred(lambda: any_cases(load_registry()))
    good = [good_case(form, elsewhere(registry, form)) for form in last_forms(registry)]
    parts: dict[str, SearchStrategy[Any]] = dict.fromkeys(_AROUND_REPORT, json_values())
    parts["policy"] = json_values()
    parts["report"] = st.one_of(any_reports(registry), any_reports(registry), json_values())
    return st.one_of(bent(st.one_of(good)), some_of(parts)).map(
        lambda tree: {**tree, "format": CASE_FORMAT}
    )


def bent(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Give values in which something is replaced, left out or added, in up to five places.

    Args:
        values: The values to begin with.

    Examples:
        >>> bent(st.just({"a": 1})).is_empty
        False
    """

    @st.composite
    def bent_values(draw: DrawFn) -> Any:
        value = deepcopy(draw(values))
        for _time in range(draw(st.integers(0, 5))):
            found = _containers(value)
            if not found:
                return value
            _bend(draw, found[draw(st.integers(0, len(found) - 1))])
        return value

    return bent_values()


def _bend(draw: DrawFn, one: dict[str, Any] | list[Any]) -> None:
    way = draw(st.sampled_from(("replace", "replace", "leave out", "add", "repeat")))
    keys: list[Any] = list(one) if isinstance(one, dict) else list(range(len(one)))
    if way == "add" or not keys:
        if isinstance(one, dict):
            one[draw(st.one_of(st.sampled_from(_KEYS), odd_texts()))] = draw(json_values())
        else:
            one.append(draw(json_values()))
        return
    key = keys[draw(st.integers(0, len(keys) - 1))]
    if way == "leave out":
        del one[key]
    elif way == "repeat" and isinstance(one, list):
        one.append(deepcopy(one[key]))
    else:
        one[key] = draw(st.one_of(st.sampled_from(_VALUES).map(deepcopy), json_values()))


def _containers(value: Any) -> list[Any]:
    waiting: list[Any] = [value]
    found: list[Any] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found.append(one)
            waiting += one.values()
        elif isinstance(one, list):
            found.append(one)
            waiting += one
    return found


def _odd_reports(registry: Registry) -> SearchStrategy[dict[str, Any]]:
    answers: dict[str, SearchStrategy[Any]] = {
        id_: any_answers(asked, 2024) for id_, asked in registry.questions.items()
    }
    parts: dict[str, SearchStrategy[Any]] = {
        "template": st.one_of(st.sampled_from(list(registry.templates)), json_values()),
        "year": st.one_of(st.integers(2009, 2030), st.just(2024.0), json_values()),
        "edition": st.one_of(st.sampled_from(("2023", "2024", "2024.1")), json_values()),
        "answers": st.one_of(some_of(answers), json_values()),
    }
    parts |= dict.fromkeys((*_AROUND_ANSWERS, *_LISTS), json_values())
    parts["x-more"] = json_values()
    return some_of(parts)


def _report_of(case: dict[str, Any]) -> Any:
    return case["report"]


def last_forms(registry: Registry) -> list[Formed]:
    """Give each form in the last year that somebody has gone through it for.

    Examples:
        >>> sorted({form.year for form in last_forms(load_registry())})
        [2022, 2024]
    """
    return list({form.template.id: form for form in forms_of(registry)}.values())
