"""The questions of a form document: what is drawn, what an answer looks like, who gives it."""

from typing import Final, assert_never

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.continuations import CONTINUATION_NAMES, Beside
from rhf_services.model.forms import Addressee, Asked, Edition, Section, Template
from rhf_services.model.people import Role
from rhf_services.model.questions import (
    TABLE_STATES,
    TEXT_STATES,
    LongText,
    Question,
    Statement,
    Table,
    TextWithChoices,
)
from rhf_services.model.reach import AskedAt
from rhf_services.model.speaking import heard_by, speaks_about, speaks_on
from rhf_services.wire.form_documents.pen import Json, Pen
from rhf_services.wire.form_documents.rules import says

ENTITY_ANSWERS: Final = (Role.ACADEMIC_LEAD, Role.COORDINATOR)


@frozen
class Kind:
    """What a kind of question is called, and the shapes an answer may have.

    Examples:
        >>> kind_of(LongText("equal-access")).shapes
        ('text',)
    """

    id: str
    shapes: tuple[str, ...]
    states: tuple[str, ...]


def kind_of(question: Question) -> Kind:
    """Give the kind of a question, in the words of docs/format.md.

    Examples:
        >>> kind_of(Statement("patient-information")).states
        ('not_applicable',)
    """
    match question:
        case LongText():
            return Kind("group-text" if question.group else "text", ("text",), question.states)
        case TextWithChoices():
            return Kind("text-and-choices", ("text", "text-and-tools"), TEXT_STATES)
        case Table():
            shapes = ("rows", "rows-and-text") if question.with_text else ("rows",)
            return Kind("table", shapes, TABLE_STATES)
        case Statement():
            return Kind("statement", ("yes-and-text",), TEXT_STATES)
        case _:
            assert_never(question)


def question_document(
    asked: Asked,
    section: Section,
    edition: Edition,
    template: Template,
    registry: Registry,
    pen: Pen,
) -> Json:
    """Write a question as a form puts it.

    Args:
        asked: The question.
        section: The part that asks it.
        edition: The edition of the form.
        template: The form.
        registry: What is loaded: the rules that speak about the question.
        pen: What to write with.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["national-centre"]
        >>> edition = form.editions[-1]
        >>> part = edition.section("activity")
        >>> pen = Pen(form.id, 2024)
        >>> articles = question_document(part.asked[0], part, edition, form, registry, pen)
        >>> articles["limit"], [column["id"] for column in articles["columns"]][:2]
        ({'most': 5, 'year': 2024}, ['title', 'authors'])
    """
    question = asked.question
    kind = kind_of(question)
    table = question if isinstance(question, Table) else None
    at = AskedAt(asked, section, pen.year)
    return {
        "id": asked.id,
        "label": pen.of_form(f"{asked.id}.label", asked.label),
        "guidance": pen.maybe(f"{asked.id}.guidance", asked.guidance),
        "kind": kind.id,
        "shapes": list(kind.shapes),
        "states": pen.states(kind.states),
        "columns": [_column(asked.id, column, pen) for column in table.columns] if table else [],
        "with_text": table is not None and table.with_text,
        "lasting": table is not None and table.lasting,
        "choices": pen.choices(question.choices) if isinstance(question, TextWithChoices) else None,
        "limit": None
        if asked.limit is None
        else {"most": asked.limit.most, "year": asked.limit.year},
        "asked_of": str(asked.to),
        **_who(asked, template),
        "hidden": asked.hidden,
        "optional": asked.optional,
        "region": None if asked.region is None else pen.region(asked.region),
        "beside": None if asked.beside is None else _beside(asked.beside, pen),
        "source": pen.source(asked.source),
        "standing": str(asked.standing),
        "fields_standing": None if table is None else str(table.fields),
        "rules": [
            {"code": rule.code, "says": says(rule), "heard_by": list(heard_by(rule, at))}
            for rule in registry.rules.values()
            if speaks_on(rule, template, edition) and speaks_about(rule, at)
        ],
    }


def _who(asked: Asked, template: Template) -> Json:
    """Say who may answer; nobody is asked to fill in the old form."""
    if template.archive:
        return {"answered_by": [], "on_behalf_by": []}
    entity = [str(role) for role in ENTITY_ANSWERS]
    if asked.to is Addressee.ENTITY:
        return {"answered_by": entity, "on_behalf_by": []}
    return {"answered_by": [str(Role.REFERENCE_GROUP_LEADER)], "on_behalf_by": entity}


def _beside(beside: Beside, pen: Pen) -> Json:
    """Say what stands beside the question: a field of the entity, and its values in words."""
    return {
        "id": str(beside),
        "field": "continued_as",
        "values": [
            {"id": str(one), "label": pen.named("continuation", str(one))}
            for one in CONTINUATION_NAMES
        ],
    }


def _column(question: str, column: Column, pen: Pen) -> Json:
    match column:
        case TextColumn():
            kind = "text"
        case NumberColumn():
            kind = "number"
        case ChoiceColumn():
            kind = "choice"
        case _:
            assert_never(column)
    return {
        "id": column.id,
        "label": pen.of_form(f"{question}.column.{column.id}.label", column.label),
        "kind": kind,
        "starred": column.starred,
        "minimum": column.minimum if isinstance(column, NumberColumn) else None,
        "form": column.form if isinstance(column, TextColumn) else None,
        "choices": pen.choices(column.choices) if isinstance(column, ChoiceColumn) else None,
    }
