"""From a shape to JSON Schema: the same shapes that the structure check is compiled from.

Two habits make the places of faults clear. The branches of ``anyOf`` are told apart by their
``type`` alone, so that a fault lies in the branch that takes the value; a fault of ``oneOf`` is
told where the ``oneOf`` stands.
"""

from collections.abc import Callable
from typing import Final, assert_never

from rhf_services.model.answers import STATE_KEYS
from rhf_services.model.places import Pointer
from rhf_services.wire.schemas.parts import TEXT_OR_NULL, Schema
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

Naming = Callable[[Pointer], Schema]
"""Gives what is said about the value at a place: title, description and the like."""

SPACES: Final = (
    r"\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)
BLANK: Final[Schema] = {"type": ["string", "null"], "pattern": f"^[{SPACES}]*$"}
"""Null, an empty text, or only blanks: the definition ``blank`` of every schema of a report.

The blanks are listed, since ``\\s`` means something else in every language.
"""

_BLANK: Final[Schema] = {"$ref": "#/$defs/blank"}
_TYPES: Final[dict[str, Schema]] = {
    "not_applicable": TEXT_OR_NULL,
    "nothing_to_report": {"type": ["boolean", "null"]},
    "not_received": {"type": ["boolean", "null"]},
}
_NOT_SAID: Final[dict[str, Schema]] = {
    "not_applicable": {"type": "null"},
    "nothing_to_report": {"enum": [None, False]},
    "not_received": {"enum": [None, False]},
}
_SAID: Final[dict[str, Schema]] = {
    "not_applicable": {"type": "string"},
    "nothing_to_report": {"const": True},
    "not_received": {"const": True},
}


def schema_of(shape: Shape, naming: Naming = lambda _at: {}, at: Pointer = ()) -> Schema:
    """Write a shape as JSON Schema; what it refers to as ``blank`` is `BLANK`.

    What only a finding names (an unknown key, choice or role, two rows with one id) is allowed.

    Args:
        shape: How the value may look.
        naming: What to say about the parts of objects.
        at: The keys of objects on the way to the value.

    Examples:
        >>> schema_of(Words())
        {'type': ['string', 'null']}
        >>> schema_of(Whole(minimum=0))["anyOf"][0]
        {'type': ['integer', 'null'], 'minimum': 0}
    """
    match shape:
        case Anything():
            return {}
        case Words(known=known):
            return (
                dict(TEXT_OR_NULL)
                if known is None
                else {**TEXT_OR_NULL, "examples": [*map(str, known)]}
            )
        case Whole(minimum=None):
            return _or_blank({"type": ["integer", "null"]})
        case Whole(minimum=minimum):
            return _or_blank({"type": ["integer", "null"], "minimum": minimum})
        case YesOrNo():
            return _or_blank({"type": ["boolean", "null"]})
        case Choosing():
            return _choice(shape)
        case Thing():
            return _or_blank(thing_schema(shape, naming, at))
        case Several():
            return _or_blank(_list(shape, naming, at))
        case Answering():
            return _answer(shape, naming, at)
        case _:
            assert_never(shape)


def thing_schema(shape: Thing, naming: Naming = lambda _at: {}, at: Pointer = ()) -> Schema:
    """Write the object itself, without the blanks that may stand for it.

    Examples:
        >>> thing_schema(Thing({"id": Words()}))
        {'type': 'object', 'properties': {'id': {'type': ['string', 'null']}}}
    """
    schema: Schema = {"type": "object"}
    if shape.parts:
        schema["properties"] = _parts(shape, naming, at)
    if shape.others is not None and shape.others != Anything():
        schema["additionalProperties"] = schema_of(shape.others, naming, (*at, "*"))
    return schema


def _parts(shape: Thing, naming: Naming, at: Pointer) -> Schema:
    return {
        key: {**naming((*at, key)), **schema_of(part, naming, (*at, key))}
        for key, part in shape.parts.items()
    }


def _or_blank(schema: Schema) -> Schema:
    """Let blanks stand for a value: a text that is blank, and null where only they allow it."""
    types = schema["type"]
    if isinstance(types, list):  # null is taken already: what is left are texts
        return {"anyOf": [schema, {**BLANK, "type": "string"}]}
    return {"anyOf": [schema, dict(_BLANK)]}


def _list(shape: Several, naming: Naming, at: Pointer) -> Schema:
    return {"type": "array", "items": schema_of(shape.of, naming, at)}


def _choice(shape: Choosing) -> Schema:
    word: Schema = {**TEXT_OR_NULL, "examples": [choice.id for choice in shape.choices.choices]}
    if not shape.choices.other:
        return word
    other = {
        "type": "object",
        "properties": {"other": dict(TEXT_OR_NULL)},
        "required": ["other"],
        "additionalProperties": False,
    }
    return {"oneOf": [word, other]}


def _answer(shape: Answering, naming: Naming, at: Pointer) -> Schema:
    """Write an answer: a text, rows, or an object; branches by type."""
    branches: list[Schema] = [dict(TEXT_OR_NULL) if shape.texts else dict(_BLANK)]
    if shape.lists is not None:
        branches.append(_list(shape.lists, naming, at))
    branches.append(_answer_object(shape, naming, at))
    return {"anyOf": branches}


def _answer_object(shape: Answering, naming: Naming, at: Pointer) -> Schema:
    """Write the object of an answer: one word on how the question stands, or its own shape.

    ``properties`` is what a host needs to know. If a word on the question is said, it stands
    alone, which ``oneOf`` tells at the answer; else the answer has its own shape.
    """
    own = {} if shape.own is None else _parts(shape.own, naming, at)
    schema: Schema = {
        "type": "object",
        "properties": {**own, **{key: dict(_TYPES[key]) for key in shape.states}},
        "if": {"anyOf": [_says(key) for key in STATE_KEYS]},
        "then": {"oneOf": [_alone(key, shape) for key in shape.states]},
    }
    silent: Schema = {
        "properties": {key: {} for key in STATE_KEYS},
        "additionalProperties": False,
    }
    if shape.own is None:
        schema["else"] = {"minProperties": 1, **silent}
    elif own:
        some = [{"properties": {key: {}}, "required": [key]} for key in own]
        schema["else"] = {"if": {"anyOf": some}, "else": silent}
    else:
        schema["else"] = silent
    return schema


def _says(key: str) -> Schema:
    return {"properties": {key: {"not": dict(_NOT_SAID[key])}}, "required": [key]}


def _alone(key: str, shape: Answering) -> Schema:
    own = {} if shape.own is None else shape.own.parts
    return {
        "properties": {
            key: dict(_SAID[key]),
            **{other: dict(_NOT_SAID[other]) for other in STATE_KEYS if other != key},
            **{part: _nothing(of) for part, of in own.items()},
        },
        "required": [key],
        "additionalProperties": False,
    }


def _nothing(shape: Shape) -> Schema:
    if isinstance(shape, Several):
        return {"anyOf": [dict(_BLANK), {"type": "array", "maxItems": 0}]}
    return dict(_BLANK)
