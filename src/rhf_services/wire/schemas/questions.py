"""The schemas of what a program in another language asks: the parameters of each verb."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.i18n.languages import LANGUAGES
from rhf_services.model.rules import Stage
from rhf_services.wire.schemas.files import KINDS
from rhf_services.wire.schemas.parts import (
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    WHOLE_OR_NULL,
    Schema,
    closed,
    or_null,
    several,
)

REQUEST_FORMAT: Final = "rhf-request/1"

MOST_ID: Final = 2**53 - 1
"""The greatest whole number that every program reads exactly."""

LANG: Final[Schema] = {
    "type": ["string", "null"],
    "enum": [*LANGUAGES, None],
    "description": "The language of what is said: bokmål (also where it is left out), nynorsk or "
    "English.",
}
_ONLY_LANG: Final[Schema] = {
    **LANG,
    "description": "Only the texts of this language; all three where it is left out.",
}
_TEMPLATE: Final[Schema] = {
    **TEXT,
    "description": "The id of a form.",
    "examples": ["national-centre"],
}
_TO: Final[Schema] = {**TEXT_OR_NULL, "description": "The id of another form."}
_YEAR: Final[Schema] = {**WHOLE_OR_NULL, "description": "A reporting year.", "examples": [2024]}
_OBJECT: Final[Schema] = {"type": "object"}
_REPORT: Final[Schema] = {
    "anyOf": [_OBJECT, TEXT],
    "description": "A report (rhf-report/1) or a case (rhf-case/1), as JSON, or as a text that "
    "holds the JSON just as it is kept.",
    "examples": [{"format": "rhf-report/1", "template": "national-centre", "year": 2024}],
}
_WHO: Final[Schema] = {
    "anyOf": [_OBJECT, several(_OBJECT), TEXT],
    "description": "An entity (entity/1), a list of them, or a report or case that tells of one; "
    "as JSON, or as a text that holds the JSON.",
    "examples": [{"type": "national-centre"}],
}
_EDITION: Final[Schema] = {
    "anyOf": [WHOLE, TEXT],
    "description": "A reporting year, or the id of an edition such as 2024.1.",
    "examples": [2024],
}
_MOMENT: Final[Schema] = {
    "type": ["string", "null"],
    "format": "date-time",
    "description": "The time. It is never read from a clock.",
}
_STAGE: Final[Schema] = {
    "type": ["string", "null"],
    "enum": [*map(str, Stage), None],
    "description": "The step to check for; draft where it is left out.",
}

_PARTS: Final[dict[str, tuple[dict[str, Any], tuple[str, ...]]]] = {
    "templates": ({"lang": LANG}, ()),
    "form": (
        {
            "template": _TEMPLATE,
            "year": _YEAR,
            "edition": {**TEXT_OR_NULL, "description": "The id of an edition, such as 2024.1."},
            "lang": _ONLY_LANG,
        },
        ("template",),
    ),
    "check": (
        {
            "report": _REPORT,
            "stage": _STAGE,
            "by": {**TEXT_OR_NULL, "description": "The id of the person who tries to submit."},
            "at": _MOMENT,
            "lang": LANG,
        },
        ("report",),
    ),
    "explain": (
        {
            "code": {**TEXT_OR_NULL, "description": "The code of a rule; all where left out."},
            "lang": LANG,
        },
        (),
    ),
    "carry-over": (
        {
            "report": _REPORT,
            "year": {**WHOLE, "description": "The year of the new report.", "examples": [2025]},
            "to": {**_TO, "description": "The form of the new report, where it is not clear."},
            "lang": LANG,
        },
        ("report", "year"),
    ),
    "diff": (
        {
            "template": _TEMPLATE,
            "before": _EDITION,
            "after": _EDITION,
            "to": {**_TO, "description": "Compare with this form; after is one of its editions."},
            "lang": LANG,
        },
        ("template", "before", "after"),
    ),
    "trace": (
        {
            "rows": {
                **or_null(several(TEXT)),
                "description": "Ids of statements; all where left out.",
                "examples": [["S003-019"]],
            },
            "kinds": or_null(several({"type": "string", "enum": [*KINDS]})),
            "lang": LANG,
        },
        (),
    ),
    "which": ({"entity": _WHO, "year": _YEAR, "lang": LANG}, ("entity",)),
    "schema": (
        {
            "name": {
                **TEXT_OR_NULL,
                "description": "A form, for reports on it, or an output such as rhf-verdict/1; "
                "all are listed where it is left out.",
                "examples": ["rhf-verdict/1"],
            },
            "year": _YEAR,
        },
        (),
    ),
    "hello": ({}, ()),
}
PARAMS: Final[Mapping[str, Schema]] = MappingProxyType(
    {
        verb: closed(parts, optional=[name for name in parts if name not in needed])
        for verb, (parts, needed) in _PARTS.items()
    }
)
"""The parameters of each verb, as the schema of the object they stand in."""

ID: Final[Schema] = {
    "anyOf": [
        TEXT,
        {"type": "integer", "minimum": -MOST_ID, "maximum": MOST_ID},
        {"type": "null"},
    ],
    "description": "What the answer carries, so that it is known for which question it is.",
}
VERSION: Final[Schema] = {"type": "string", "const": "2.0"}


def _request(verb: str) -> Schema:
    parts = {
        "jsonrpc": VERSION,
        "id": ID,
        "method": {"type": "string", "const": verb},
        "params": {"$ref": f"#/$defs/{verb.replace('-', '_')}_params"},
    }
    return closed(parts, optional=() if PARAMS[verb].get("required") else ("params",))


def request_schema() -> tuple[Schema, dict[str, Schema]]:
    """Make the schema of a line that asks, and what it refers to.

    Examples:
        >>> body, defs = request_schema()
        >>> defs["check_request"]["properties"]["method"]["const"]
        'check'
    """
    names = {verb: verb.replace("-", "_") for verb in PARAMS}
    defs = {f"{names[verb]}_params": dict(schema) for verb, schema in PARAMS.items()}
    defs |= {f"{name}_request": _request(verb) for verb, name in names.items()}
    one: Schema = {"anyOf": [{"$ref": f"#/$defs/{name}_request"} for name in names.values()]}
    batch = {"type": "array", "items": {"$ref": "#/$defs/request"}, "minItems": 1}
    return {"anyOf": [{"$ref": "#/$defs/request"}, batch]}, {**defs, "request": one}
