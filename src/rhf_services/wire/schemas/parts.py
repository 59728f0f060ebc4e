"""What the schemas of our outputs are written with: closed objects of a few kinds of values.

Titles and descriptions of these are English, since they become the names of types in programs.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, Final

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
URN: Final = "urn:rhf-services"

TEXT: Final[Schema] = {"type": "string"}
TEXT_OR_NULL: Final[Schema] = {"type": ["string", "null"]}
WHOLE: Final[Schema] = {"type": "integer"}
WHOLE_OR_NULL: Final[Schema] = {"type": ["integer", "null"]}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
FLAG: Final[Schema] = {"type": "boolean"}
FLAG_OR_NULL: Final[Schema] = {"type": ["boolean", "null"]}
DAY_OR_NULL: Final[Schema] = {"type": ["string", "null"], "format": "date"}
MOMENT_OR_NULL: Final[Schema] = {"type": ["string", "null"], "format": "date-time"}
POINTER: Final[Schema] = {"type": "string", "format": "json-pointer"}
POINTER_OR_NULL: Final[Schema] = {"type": ["string", "null"], "format": "json-pointer"}
EXIT: Final[Schema] = {"type": "integer", "enum": [0, 1, 2, 3]}
PARAMS: Final[Schema] = {
    "type": "object",
    "description": "What the message needs: ids, numbers, days and lists of ids.",
    "additionalProperties": {
        "anyOf": [TEXT, WHOLE, {"type": "array", "items": TEXT}],
    },
}
SOURCE: Final[Schema] = {
    "type": "object",
    "description": "Where it is written.",
    "properties": {
        "document": TEXT,
        "section": TEXT,
        "rows": {"type": "array", "items": TEXT},
        "text": {**TEXT, "description": "The citation, where a language was asked for."},
    },
    "required": ["document", "section", "rows"],
    "additionalProperties": False,
}
STANDING: Final[Schema] = {"type": "string", "enum": ["documented", "observed", "proposed"]}


def closed(properties: Mapping[str, Any], *, optional: Iterable[str] = ()) -> Schema:
    """Write an object that holds these parts and no other.

    Args:
        properties: The parts.
        optional: The parts that may be absent.

    Examples:
        >>> closed({"a": TEXT, "b": TEXT}, optional=("b",))["required"]
        ['a']
    """
    schema: Schema = {"type": "object", "properties": dict(properties)}
    required = [key for key in properties if key not in tuple(optional)]
    if required:
        schema["required"] = required
    return {**schema, "additionalProperties": False}


def several(items: Mapping[str, Any]) -> Schema:
    """Write a list.

    Examples:
        >>> several(TEXT)
        {'type': 'array', 'items': {'type': 'string'}}
    """
    return {"type": "array", "items": dict(items)}


def or_null(schema: Mapping[str, Any]) -> Schema:
    """Let null stand for a value.

    Examples:
        >>> or_null({"$ref": "#/$defs/verdict"})["anyOf"][1]
        {'type': 'null'}
    """
    return {"anyOf": [dict(schema), {"type": "null"}]}


def one_of(words: Iterable[str]) -> Schema:
    """Write a word of a closed set.

    Examples:
        >>> one_of(("off", "info"))
        {'type': 'string', 'enum': ['off', 'info']}
    """
    return {"type": "string", "enum": [str(word) for word in words]}


def ref(name: str) -> Schema:
    """Refer to a definition of the same schema.

    Examples:
        >>> ref("finding")
        {'$ref': '#/$defs/finding'}
    """
    return {"$ref": f"#/$defs/{name}"}


def document(name: str, title: str, body: Mapping[str, Any], /, **defs: Schema) -> Schema:
    """Write the schema of a whole document, with an ``$id`` that stays.

    Args:
        name: Its name: the format with its version (``rhf-verdict/1``).
        title: What a program may call its type.
        body: The schema of the object itself.
        defs: What it refers to.

    Examples:
        >>> document("rhf-verdict/1", "Verdict", closed({}))["$id"]
        'urn:rhf-services:rhf-verdict:1'
    """
    schema: Schema = {
        "$schema": DIALECT,
        "$id": f"{URN}:{name.replace('/', ':')}",
        "title": title,
        **body,
    }
    whole: Schema = deepcopy({**schema, "$defs": defs} if defs else schema)
    return whole  # the reader's own, whatever becomes of it


def formatted(name: str) -> dict[str, Any]:
    """Write the part ``format`` of a document.

    Examples:
        >>> formatted("rhf-check/1")
        {'format': {'type': 'string', 'const': 'rhf-check/1'}}
    """
    return {"format": {"type": "string", "const": name}}
