"""The shape of the answer to each kind of question."""

from typing import assert_never

from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.forms import Edition
from rhf_services.model.questions import (
    TABLE_STATES,
    TEXT_STATES,
    LongText,
    Question,
    Statement,
    Table,
    TextWithChoices,
)
from rhf_services.wire.shapes import (
    Answering,
    Anything,
    Choosing,
    Several,
    Shape,
    Thing,
    Whole,
    Words,
    YesOrNo,
)


def answers_shape(edition: Edition, elsewhere: tuple[str, ...] = ()) -> Thing:
    """Give the shape of all answers of a form.

    Args:
        edition: The edition of the form.
        elsewhere: Ids of questions that only other forms ask; their answers are kept unread.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"].editions[0]
        >>> "doctorates" in answers_shape(form).parts
        True
    """
    parts: dict[str, Shape] = dict.fromkeys(elsewhere, Anything())
    parts |= {asked.id: answer_shape(asked.question) for asked in edition}
    return Thing(parts, unknown="question")


def answer_shape(question: Question) -> Shape:
    """Give the shape of the answer to one question.

    Examples:
        >>> answer_shape(LongText("equal-access")).texts
        True
    """
    match question:
        case LongText():
            return Answering(question.states, "text", texts=True)
        case TextWithChoices():
            tools = Several(Choosing(question.choices))
            own = Thing({"text": Words(), "tools": tools})
            return Answering(TEXT_STATES, "text-or-choices", texts=True, own=own)
        case Table():
            columns: dict[str, Shape] = {c.id: column_shape(c) for c in question.columns}
            rows = Several(Thing({"id": Words(), **columns}, unknown="column"), ids=True)
            own_rows = Thing({"rows": rows, "text": Words()}) if question.with_text else None
            return Answering(TABLE_STATES, "rows", lists=rows, own=own_rows)
        case Statement():
            return Answering(
                TEXT_STATES, "statement", own=Thing({"yes": YesOrNo(), "text": Words()})
            )
        case _:
            assert_never(question)


def column_shape(column: Column) -> Shape:
    """Give the shape of one field of a row.

    Examples:
        >>> from rhf_services.forms.activities import COUNT
        >>> column_shape(COUNT)
        Whole(minimum=0)
    """
    match column:
        case TextColumn():
            return Words()
        case NumberColumn():
            return Whole(column.minimum)
        case ChoiceColumn():
            return Choosing(column.choices)
        case _:
            assert_never(column)
