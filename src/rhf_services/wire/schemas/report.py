"""The JSON Schema of a report on one edition of a form, made when it is asked for."""

from copy import deepcopy
from typing import Any

from attrs import evolve

from rhf_services.i18n.languages import language
from rhf_services.i18n.showing import show
from rhf_services.model.columns import Column
from rhf_services.model.forms import Edition, Template
from rhf_services.model.places import Pointer
from rhf_services.model.questions import Table
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.wire.answers import answers_shape
from rhf_services.wire.envelope import ENVELOPE
from rhf_services.wire.schemas.parts import DIALECT, URN, Schema
from rhf_services.wire.schemas.shapes import BLANK, Naming, thing_schema


def report_schema(template: Template, edition: Edition) -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of a report on one edition of a form.

    It takes what the structure check takes: a report is valid where no value stands that its
    field cannot hold. What is kept and named by a finding (an unknown question, column, key,
    role or choice) is valid. Nothing is compulsory but the format, so that a draft fits too.

    Args:
        template: The form.
        edition: One of its editions.

    Returns:
        The schema, as new JSON values. Its ``$id`` names form and edition and stays.

    Examples:
        >>> from rhf_services import load_registry, report_schema
        >>> form = load_registry().templates["national-centre"]
        >>> report_schema(form, form.edition_for(2024).edition)["$id"]
        'urn:rhf-services:rhf-report:1:national-centre:2024'
    """
    whole = evolve(ENVELOPE, parts={**ENVELOPE.parts, "answers": answers_shape(edition)})
    schema = deepcopy(thing_schema(whole, _naming(template, edition)))
    schema["properties"]["format"] = {"type": "string", "const": REPORT_FORMAT}
    schema["properties"]["template"]["examples"] = [template.id]
    schema["properties"]["edition"]["examples"] = [edition.id]
    return {
        "$schema": DIALECT,
        "$id": f"{URN}:rhf-report:1:{template.id}:{edition.id}",
        "title": f"{_nb(template.title)} {edition.id}",
        "$comment": f"form.{template.id}.title",
        **schema,
        "required": ["format"],
        "$defs": {"blank": deepcopy(BLANK)},
    }


def _naming(template: Template, edition: Edition) -> Naming:
    """Give what the form says of questions and columns; the text key stands as comment."""

    def naming(at: Pointer) -> Schema:
        if at[:1] != ("answers",) or len(at) == 1:
            return {}
        asked = edition.by_id.get(str(at[1]))
        if asked is None:
            return {}
        key = f"form.{template.id}.{asked.id}"
        if len(at) == 2:
            said: Schema = {"title": _nb(asked.label), "$comment": f"{key}.label"}
            if asked.guidance is not None:
                said["description"] = _nb(asked.guidance)
            return said
        column = _column(asked.question, str(at[-1]))
        if column is None:
            return {}
        return {
            "description": _nb(column.label),
            "$comment": f"{key}.column.{column.id}.label",
        }

    return naming


def _column(question: object, id_: str) -> Column | None:
    columns = question.columns if isinstance(question, Table) else ()
    return next((column for column in columns if column.id == id_), None)


def _nb(text: Any) -> str:
    return show(text, language("nb"))
