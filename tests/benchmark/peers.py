"""The other contestants: the same structure and rules, as a user of each library would write them.

Each is a function from bytes to what was found: pairs of a rule's name, or ``structure``, and a
place. As in the library, everything is found, not the first. Rules run where the structure is
right. Every model is made from the frozen form, so that all check the same fields.
"""

import json
from functools import partial
from typing import Annotated, Any, Literal, Optional, Union

import attrs
import cattrs
import jsonschema
import jsonschema_rs
import orjson
from benchmark import plain_rules, spelling
from benchmark.form import QUESTIONS, REGIONS

from rhf_services.model.columns import ChoiceColumn, NumberColumn
from rhf_services.model.entities import EntityType
from rhf_services.model.people import Role
from rhf_services.model.questions import LongText, Statement, Table, TextWithChoices

STATES = {"not_applicable": "text", "nothing_to_report": "bool", "not_received": "bool"}
HOST = {"organisation": "text", "name": "text", "region": REGIONS}


def record(name, fields):
    """Describe an object: its name, and what each of its fields holds."""
    return (name, fields)


def fields_of(table):
    """Describe a row of a table."""
    fields = {"id": "text"}
    for column in table.columns:
        if isinstance(column, ChoiceColumn):
            fields[column.id] = tuple(choice.id for choice in column.choices.choices)
        else:
            fields[column.id] = "count" if isinstance(column, NumberColumn) else "text"
    return fields


def answer(question):
    """Describe the answer to a question: what may stand there beside null."""
    match question:
        case LongText():
            return ("either", "text", record("State", STATES))
        case TextWithChoices():
            tools = tuple(choice.id for choice in question.choices.choices)
            own = {"text": "text", "tools": ("list", tools), **STATES}
            return ("either", "text", record("Quality", own))
        case Table():
            rows = ("list", record(question.id.title(), fields_of(question)))
            return ("either", rows, record("State", STATES))
        case Statement():
            return record("Said", {"yes": "bool", "text": "text", **STATES})


REPORT = record(
    "Report",
    {
        "format": "text",
        "template": "text",
        "year": "count",
        "edition": "text",
        "entity": record(
            "Entity",
            {
                "id": "text",
                "type": tuple(map(str, EntityType)),
                "name": "text",
                "hosts": ("list", record("Host", HOST)),
            },
        ),
        "people": (
            "list",
            record(
                "Person",
                {
                    "id": "text",
                    "name": "text",
                    "email": "text",
                    "phone": "text",
                    "institution": record("Host", HOST),
                    "roles": (
                        "list",
                        record("Held", {"role": tuple(map(str, Role)), "region": REGIONS}),
                    ),
                },
            ),
        ),
        "answers": record("Answers", {question.id: answer(question) for question in QUESTIONS}),
    },
)
SCALARS = {"text": str, "count": int, "bool": bool}


def kind(described):
    """Tell what a description is: a scalar, a choice, a list, either of two, or a record."""
    if isinstance(described, str):
        return "scalar"
    if described[0] in ("list", "either"):
        return described[0]
    return "record" if len(described) == 2 and isinstance(described[1], dict) else "choice"


def typed(described, make, count=int, choice=lambda words: Literal[words]):
    """Make a type of a description, with ``make`` for each kind of object, made once each."""
    made: dict[str, Any] = {}

    def of(one):
        match kind(one):
            case "scalar":
                return count if one == "count" else SCALARS[one]
            case "choice":
                return choice(one)
            case "list":
                return list[of(one[1])]
            case "either":
                return Union[of(one[1]), of(one[2])]  # noqa: UP007  (made while running)
            case "record":
                name, fields = one
                if name not in made:
                    parts = {key: Optional[of(part)] for key, part in fields.items()}  # noqa: UP045
                    made[name] = make(name, parts)
                return made[name]

    return of(described)


# ---------------------------------------------------------------- JSON Schema, and two that use it


def schema(described=REPORT):
    """Write the JSON Schema that a person would write of it."""
    match kind(described):
        case "scalar":
            types = {"text": "string", "count": "integer", "bool": "boolean"}
            least = {"minimum": 0} if described == "count" else {}
            return {"type": [types[described], "null"], **least}
        case "choice":
            return {"enum": [*described, None]}
        case "list":
            return {"type": ["array", "null"], "items": schema(described[1])}
        case "either":
            first, second = schema(described[1]), schema(described[2])
            whole = {"type": [*first["type"], "object"]}
            return (
                {**first, **second, **whole}
                if "items" not in first
                else {
                    **second,
                    **whole,
                    "items": first["items"],
                }
            )
        case "record":
            return {
                "type": ["object", "null"],
                "properties": {key: schema(part) for key, part in described[1].items()},
                "additionalProperties": False,
            }


def by_jsonschema():
    """Use jsonschema, with one validator made once."""
    validator = jsonschema.Draft202012Validator(schema())

    def found(data):
        document = orjson.loads(data)
        errors = {
            ("structure", tuple(one.absolute_path)) for one in validator.iter_errors(document)
        }
        return errors or spelling.run(plain_rules.RULES, document)

    return found


def by_jsonschema_rs():
    """Use jsonschema-rs, with one validator made once."""
    validator = jsonschema_rs.validator_for(schema())

    def found(data):
        document = orjson.loads(data)
        if validator.is_valid(document):
            return spelling.run(plain_rules.RULES, document)
        return _errors(validator, document)

    return found


def _errors(validator, document):
    return {("structure", tuple(one.instance_path)) for one in validator.iter_errors(document)}


# ---------------------------------------------------------------- those that make objects


def by_msgspec():
    """Use msgspec's structs; it stops at the first error, so jsonschema-rs names them all."""
    import msgspec

    count = Annotated[int, msgspec.Meta(ge=0)]
    model = typed(
        REPORT,
        lambda name, parts: msgspec.defstruct(
            name,
            [(key, part, None) for key, part in parts.items()],
            forbid_unknown_fields=True,
        ),
        count,
    )
    decoder = msgspec.json.Decoder(model)
    rules, validator = spelling.for_objects(), jsonschema_rs.validator_for(schema())

    def found(data):
        try:
            report = decoder.decode(data)
        except msgspec.ValidationError:
            return _errors(validator, orjson.loads(data))
        return spelling.run(rules, report)

    return found


def by_pydantic():
    """Use pydantic's models, strict."""
    import pydantic

    count = Annotated[int, pydantic.Field(ge=0)]
    config = pydantic.ConfigDict(extra="forbid", strict=True)
    model = typed(
        REPORT,
        lambda name, parts: pydantic.create_model(
            name, __config__=config, **{key: (part, None) for key, part in parts.items()}
        ),
        count,
    )
    rules, read = spelling.for_objects(), model.model_validate_json

    def found(data):
        try:
            report = read(data)
        except pydantic.ValidationError as error:
            return _told_by_pydantic(error, json.loads(data))
        return spelling.run(rules, report)

    return found


def _told_by_pydantic(error, document):
    """Leave the names of types out of the places, and unknown keys to the object that has them."""
    places = set()
    for one in error.errors(include_url=False, include_context=False):
        place, here = [], document
        for step in one["loc"]:
            if _leads_on(here, step):
                place.append(step)
                here = here[step]
        if one["type"] == "extra_forbidden":
            place.pop()
        places.add(tuple(place))
    deeper = {place[:many] for place in places for many in range(len(place))}
    unions = {place for place in places if place[:1] == ("answers",) and len(place) == 2}
    return {("structure", place) for place in places - (deeper & unions)}


def _leads_on(here, step):
    if isinstance(here, list):
        return isinstance(step, int) and step < len(here)
    return isinstance(here, dict) and step in here


def by_cattrs():
    """Use attrs and cattrs, with hooks that take nothing for something else."""
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for exact in (str, int, bool):
        converter.register_structure_hook(exact, partial(_exactly, exact))
    model = typed(REPORT, partial(_attrs_class, converter), _Count, _words(converter))
    converter.register_structure_hook(_Count, _counted)
    converter.register_structure_hook_factory(_is_list, _listed(converter))
    converter.register_structure_hook_factory(_is_either, _either(converter))
    rules = spelling.for_objects()
    structure = converter.get_structure_hook(model)

    def found(data):
        try:
            report = structure(orjson.loads(data), model)
        except cattrs.BaseValidationError as error:
            return {("structure", place) for place in _told_by_cattrs(error, ())}
        return spelling.run(rules, report)

    return found


class _Count(int):
    """A whole number from 0 up; the value stays a plain one."""


def _exactly(exact, value, _type):
    if type(value) is not exact:
        raise TypeError(exact)
    return value


def _counted(value, _type):
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _words(converter):
    """Make a type of its own for each choice, since cattrs does not look at types of literals."""

    def make(words):
        of = type("Choice", (str,), {})
        known = frozenset(words)

        def structure(value, _type):
            if type(value) is not str or value not in known:
                raise ValueError(value)
            return value

        converter.register_structure_hook(of, structure)
        return of

    return make


def _attrs_class(_converter, name, parts):
    return attrs.make_class(
        name,
        {key: attrs.field(default=None, type=part) for key, part in parts.items()},
        slots=True,
    )


def _is_list(type_):
    return getattr(type_, "__origin__", None) is list


def _listed(converter):
    def make(type_):
        (item,) = type_.__args__
        one = converter.get_structure_hook(item)

        def structure(value, _type):
            if type(value) is not list:
                raise TypeError(list)
            made, errors = [], []
            for at, part in enumerate(value):
                try:
                    made.append(one(part, item))
                except Exception as error:  # noqa: BLE001
                    error.__notes__ = [cattrs.IterableValidationNote(f"[{at}]", at, item)]
                    errors.append(error)
            if errors:
                raise cattrs.IterableValidationError("list", errors, type_)
            return made

        return structure

    return make


def _is_either(type_):
    return getattr(type_, "__origin__", None) is Union and len(type_.__args__) == 3


def _either(converter):
    """Choose between a text or rows and an object by what the value is."""

    def make(type_):
        first, second, _none = type_.__args__
        plain = converter.get_structure_hook(first)
        own = converter.get_structure_hook(second)

        def structure(value, _type):
            if value is None:
                return None
            return own(value, second) if type(value) is dict else plain(value, first)

        return structure

    return make


def _told_by_cattrs(error, at):
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        yield at
    elif isinstance(error, ExceptionGroup):
        for below in error.exceptions:
            step = ()
            for note in getattr(below, "__notes__", ()):
                if isinstance(note, cattrs.AttributeValidationNote):
                    step = (note.name,)
                elif isinstance(note, cattrs.IterableValidationNote):
                    step = (note.index,)
            yield from _told_by_cattrs(below, (*at, *step))
    else:
        yield at
