"""Answers to the questions of a form: given, set aside, or left untouched."""

from copy import deepcopy
from enum import Enum
from typing import Any, Final, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from rhf_services.model.forms import Asked
from rhf_services.model.questions import LongText, Question, Statement, Table, TextWithChoices
from rhf_services.testing.tables import choices, filled
from rhf_services.testing.texts import plain_texts


class Absent(Enum):
    """The mark of an answer that is not there at all: no text anyone could write is equal to it.

    Examples:
        >>> Absent.ABSENT in ("", None, "(absent)")
        False
    """

    ABSENT = "(absent)"


ABSENT: Final = Absent.ABSENT
"""Stands for an answer that is not there at all."""


def given_answers(asked: Asked, year: int) -> SearchStrategy[Any]:
    """Give good answers to a question.

    Args:
        asked: The question, as a form asks it.
        year: The reporting year.

    Examples:
        >>> from rhf_services import load_registry
        >>> given_answers(load_registry().questions["equal-access"], 2024).is_empty
        False
    """
    question = asked.question
    match question:
        case LongText():
            return plain_texts()
        case TextWithChoices():
            tools = st.lists(choices(question.choices, year), min_size=1, max_size=3)
            both = st.fixed_dictionaries({"text": plain_texts(), "tools": tools})
            texts = plain_texts()
            only_text = st.fixed_dictionaries({"text": plain_texts()})
            only_tools = st.fixed_dictionaries({"tools": tools})
            return st.one_of(texts, both, only_text, only_tools)
        case Table():
            return filled(asked, year)
        case Statement():
            text = st.one_of(st.none(), plain_texts())
            return st.fixed_dictionaries({"yes": st.booleans()}, optional={"text": text})
        case _:
            assert_never(question)


def set_aside(question: Question) -> SearchStrategy[Any]:
    """Give answers that say how a question stands instead of answering it.

    Examples:
        >>> set_aside(LongText("equal-access")).is_empty
        False
    """
    reasons = st.one_of(st.just(""), plain_texts())
    told: list[SearchStrategy[Any]] = [reasons.map(lambda reason: {"not_applicable": reason})]
    if isinstance(question, Table):
        told.append(st.just({"nothing_to_report": True}))
    if isinstance(question, LongText) and question.group:
        told.append(st.just({"not_received": True}))
    return st.one_of(told)


def untouched(question: Question) -> SearchStrategy[Any]:
    """Give what stands where nobody has answered; `ABSENT` where nothing stands at all.

    Examples:
        >>> untouched(LongText("equal-access")).is_empty
        False
    """
    ways: list[Any] = [ABSENT, ABSENT, None, "", " \n", {"not_applicable": None}]
    match question:
        case LongText():
            ways += [{"not_received": False}] if question.group else []
        case TextWithChoices():
            ways += [{"text": " ", "tools": []}, {"text": None, "tools": None}]
        case Table():
            ways += [[], [], [{}], [{"id": "r1"}], {"nothing_to_report": False}]
            ways += [{"rows": [], "text": ""}] if question.with_text else []
        case Statement():
            ways += [{"yes": None, "text": ""}]
        case _:
            assert_never(question)
    return st.sampled_from(ways).map(deepcopy)


def put(answers: dict[str, Any], question: str, answer: Any) -> None:
    """Put an answer among the others, or take it away where it is to be absent.

    Examples:
        >>> answers = {"equal-access": "Ja."}
        >>> put(answers, "equal-access", ABSENT)
        >>> answers
        {}
    """
    if answer is ABSENT:
        answers.pop(question, None)
    else:
        answers[question] = answer
