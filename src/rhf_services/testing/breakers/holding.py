"""Values that their fields cannot hold."""

from copy import deepcopy
from typing import Any, Final, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.places import Pointer
from rhf_services.model.questions import LongText, Question, Statement, Table, TextWithChoices
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.tables import table_of

_NEVER: Final = (12, True, False, 0.5, [3], {"svar": "ja"})
_NO_STATES: Final = (
    {"not_applicable": 3},
    {"not_applicable": "", "nothing_to_report": True},
    {"not_applicable": "Ny", "svar": "ja"},
    {"nothing_to_report": "ja"},
)
_NO_TEXTS: Final = (3, True, ["ja"], {"tekst": "ja"})
_NO_NUMBERS: Final = ("15", "ni", True, 1.5, [15], {"antall": 15})
_NO_CHOICES: Final[tuple[Any, ...]] = (3, True, ["biobank"], {"others": "x"}, {"other": 3}, {})
Wrong = tuple[Any, Pointer]
"""A value, and the steps below it to what cannot be held."""

_AROUND: Final[tuple[tuple[str, Any, Pointer], ...]] = (
    ("edition", 2024, ()),
    ("template", ["archive"], ()),
    ("year", "2024", ()),
    ("year", 2024.5, ()),
    ("entity", "Eksempeltjenesten", ()),
    ("entity", {"name": 3}, ("name",)),
    ("entity", {"hosts": "helse-bergen"}, ("hosts",)),
    ("entity", {"units": [{"id": 1}]}, ("units", 0, "id")),
    ("languages", ["nn"], ()),
    ("languages", {"default": 1}, ("default",)),
    ("parts_done", {"entity": True}, ("entity",)),
    ("entered_by", {"group-assessment": "p1"}, ("group-assessment",)),
    ("waivers", "ACT001", ()),
    ("waivers", [{"rule": 1}], (0, "rule")),
    ("comments", [3], (0,)),
    ("comments", [{"text": ["ja"]}], (0, "text")),
    ("attachments", [{"id": "x1", "public": "ja"}], (0, "public")),
)
_OF_PEOPLE: Final[tuple[tuple[str, Any, Pointer], ...]] = (
    ("email", 3, ()),
    ("phone", 12345678, ()),
    ("institution", "Eksempelsykehuset", ()),
    ("institution", {"name": 3}, ("name",)),
    ("show_on_page", "ja", ()),
    ("copy_of_report", 1, ()),
)


def cannot_hold(registry: Registry) -> SearchStrategy[Broken]:
    """Put values of the wrong kind into answers, rows, people and the envelope."""

    def misplace(draw: DrawFn, draft: Draft) -> None:
        for where in draw(few(("answer", "field", "person", "envelope"))):
            match where:
                case "answer":
                    asked = draw(st.sampled_from(tuple(draft.form.edition)))
                    wrong, below = draw(st.sampled_from(_wrong_answers(asked.question)))
                    draft.answers[asked.id] = deepcopy(wrong)
                    draft.expect("answers", asked.id, *below)
                case "field":
                    _misplace_in_row(draw, draft)
                case "person":
                    key, value, below = draw(st.sampled_from(_OF_PEOPLE))
                    at = draw(st.integers(0, len(draft.people) - 1))
                    draft.people[at][key] = deepcopy(value)
                    draft.expect("people", at, key, *below)
                case _:
                    key, value, below = draw(st.sampled_from(_AROUND))
                    draft.report[key] = deepcopy(value)
                    # Without its form and year, a report is not held against any form.
                    gone = "answers" if key in ("template", "year") else key
                    _expect_only(draft, (key, *below), within=(gone,))

    return breaking(registry, "STR001", misplace)


def _misplace_in_row(draw: DrawFn, draft: Draft) -> None:
    if not draft.form.tables:
        draft.report["edition"] = 2024
        draft.expect("edition")
        return
    asked = draw(st.sampled_from(draft.form.tables))
    rows: list[Any] = draft.fill(draw, asked)
    at = draw(st.integers(0, len(rows) - 1))
    column = draw(st.sampled_from((None, *table_of(asked).columns)))
    below = draft.steps_in(asked, at, *([] if column is None else [column.id]))
    _expect_only(draft, below, within=("answers", asked.id))
    if column is None:
        rows[at] = draw(st.sampled_from(("Kurs", 3, ["Kurs"])))
    else:
        rows[at][column.id] = draw(st.sampled_from(_wrong_fields(column)))


def _expect_only(draft: Draft, at: Pointer, *, within: Pointer) -> None:
    """Expect a place, and none of those within what was replaced."""
    draft.expected = [one for one in draft.expected if one[: len(within)] != within]
    draft.expect(*at)


def _wrong_answers(question: Question) -> list[Wrong]:
    """Give answers that a question cannot hold."""
    rows = isinstance(question, Table)
    wrong: list[Wrong] = [(one, (0,) if rows and one == [3] else ()) for one in _NEVER]
    wrong += [(one, ()) for one in _NO_STATES]
    match question:
        case LongText():
            wrong += [(["ja"], ()), ({"nothing_to_report": True}, ()), ({"text": "ja"}, ())]
            wrong += [] if question.group else [({"not_received": True}, ())]
        case TextWithChoices():
            wrong += [(["biobank"], ()), ({"nothing_to_report": True}, ())]
            wrong += [({"tools": "biobank"}, ("tools",)), ({"text": 3}, ("text",))]
        case Table():
            wrong += [("Tre kurs", ()), ({"not_received": True}, ())]
            wrong += [(["Kurs"], (0,)), ([3, {"id": "r1"}], (0,))]
            if question.with_text:
                wrong += [({"rows": {"id": "r1"}}, ("rows",)), ({"rows": [], "text": 3}, ("text",))]
        case Statement():
            wrong += [("ja", ()), (["ja"], ())]
            wrong += [({"yes": "ja"}, ("yes",)), ({"yes": 1, "text": "ja"}, ("yes",))]
        case _:
            assert_never(question)
    return wrong


def _wrong_fields(column: Column) -> tuple[Any, ...]:
    """Give values that a field of a row cannot hold."""
    match column:
        case TextColumn():
            return _NO_TEXTS
        case NumberColumn():
            return _NO_NUMBERS if column.minimum is None else (*_NO_NUMBERS, column.minimum - 1)
        case ChoiceColumn():
            return _NO_CHOICES if column.choices.other else (*_NO_CHOICES, {"other": "x"})
        case _:
            assert_never(column)
