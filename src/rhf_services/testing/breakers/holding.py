"""Values that their fields cannot hold."""

from typing import Any, Final, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
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
_AROUND: Final[tuple[tuple[str, Any], ...]] = (
    ("edition", 2024),
    ("template", ["archive"]),
    ("year", "2024"),
    ("year", 2024.5),
    ("entity", "Eksempeltjenesten"),
    ("entity", {"name": 3}),
    ("entity", {"hosts": "helse-bergen"}),
    ("entity", {"units": [{"id": 1}]}),
    ("languages", ["nn"]),
    ("languages", {"default": 1}),
    ("parts_done", {"entity": True}),
    ("entered_by", {"group-assessment": "p1"}),
    ("waivers", "ACT001"),
    ("waivers", [{"rule": 1}]),
    ("comments", [3]),
    ("comments", [{"text": ["ja"]}]),
    ("attachments", [{"id": "x1", "public": "ja"}]),
)
_OF_PEOPLE: Final[tuple[tuple[str, Any], ...]] = (
    ("email", 3),
    ("phone", 12345678),
    ("institution", "Eksempelsykehuset"),
    ("institution", {"name": 3}),
    ("show_on_page", "ja"),
    ("copy_of_report", 1),
)


def cannot_hold(registry: Registry) -> SearchStrategy[Broken]:
    """Put values of the wrong kind into answers, rows, people and the envelope."""

    def misplace(draw: DrawFn, draft: Draft) -> None:
        for where in draw(few(("answer", "field", "person", "envelope"))):
            match where:
                case "answer":
                    asked = draw(st.sampled_from(tuple(draft.form.edition)))
                    draft.answers[asked.id] = draw(st.sampled_from(_wrong_answers(asked.question)))
                case "field":
                    _misplace_in_row(draw, draft)
                case "person":
                    key, value = draw(st.sampled_from(_OF_PEOPLE))
                    draw(st.sampled_from(draft.people))[key] = value
                case _:
                    key, value = draw(st.sampled_from(_AROUND))
                    draft.report[key] = value

    return breaking(registry, "STR001", misplace)


def _misplace_in_row(draw: DrawFn, draft: Draft) -> None:
    if not draft.form.tables:
        draft.report["edition"] = 2024
        return
    asked = draw(st.sampled_from(draft.form.tables))
    rows = draft.fill(draw, asked)
    row = draw(st.sampled_from(rows))
    column = draw(st.sampled_from((None, *table_of(asked).columns)))
    if column is None:
        rows[rows.index(row)] = draw(st.sampled_from(("Kurs", 3, ["Kurs"])))
    else:
        row[column.id] = draw(st.sampled_from(_wrong_fields(column)))


def _wrong_answers(question: Question) -> list[Any]:
    """Give answers that a question cannot hold."""
    wrong: list[Any] = [*_NEVER, *_NO_STATES]
    match question:
        case LongText():
            wrong += [["ja"], {"nothing_to_report": True}, {"text": "ja"}]
            wrong += [] if question.group else [{"not_received": True}]
        case TextWithChoices():
            wrong += [["biobank"], {"nothing_to_report": True}, {"tools": "biobank"}, {"text": 3}]
        case Table():
            wrong += ["Tre kurs", ["Kurs"], {"not_received": True}, [3, {"id": "r1"}]]
            wrong += [{"rows": {"id": "r1"}}, {"rows": [], "text": 3}] if question.with_text else []
        case Statement():
            wrong += ["ja", ["ja"], {"yes": "ja"}, {"yes": 1, "text": "ja"}]
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
