"""The schemas of what a program in another language is answered."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.i18n.languages import LANGUAGES
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.wire.schemas.entities import FORM_CHOICE
from rhf_services.wire.schemas.parts import (
    FLAG,
    POINTER,
    SOURCE,
    STANDING,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    closed,
    document,
    formatted,
    one_of,
    or_null,
    ref,
    several,
)
from rhf_services.wire.schemas.questions import ID, REQUEST_FORMAT, VERSION, request_schema
from rhf_services.wire.schemas.verdicts import FAULT, FINDING, FINDING_DEFS
from rhf_services.wire.schemas.years import ACCOUNT, ACCOUNT_DEFS

ANSWER_FORMAT: Final = "rhf-answer/1"

REFUSALS: Final = ("wrong-params", "not-found", "unclear", "unreadable", "unwritable")
"""Why a question is not answered; the same words as its closed set, further up, has."""

BAD_LINES: Final = (
    "not-utf-8", "not-json", "long-number", "too-deep", "too-long", "too-many",
    "no-request", "wrong-id", "repeated-key", "unknown-verb", "internal",
)  # fmt: skip
"""Why a line is no question; as above."""

RESULTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "templates": "rhf-templates/1",
        "form": "rhf-form/1",
        "check": "rhf-verdict/1",
        "explain": "rhf-rules/1",
        "carry-over": "rhf-carried-over/1",
        "diff": "rhf-difference/1",
        "trace": "rhf-trace/1",
        "which": "rhf-which/1",
        "schema": "rhf-schemas/1",
        "hello": "rhf-hello/1",
    }
)
"""The format of the answer to each verb, which is the name of its schema."""

PROBLEM: Final = closed(
    {
        "kind": {**one_of((*REFUSALS, *BAD_LINES)), "description": "Why, for programs."},
        "param": {**TEXT_OR_NULL, "description": "The parameter it is about."},
        "choices": {**several(TEXT), "description": "What may be said instead, where known."},
    }
)
_ERROR: Final = closed(
    {
        "jsonrpc": VERSION,
        "id": ID,
        "error": closed(
            {
                "code": {"type": "integer", "enum": [-32700, -32600, -32601, -32602, -32603]},
                "message": {**TEXT, "description": "Why, for programmers."},
                "data": ref("problem"),
            }
        ),
    }
)
_RESULT: Final = closed(
    {
        "jsonrpc": VERSION,
        "id": ID,
        "result": {
            "type": "object",
            "description": "The answer; its format is the name of its schema.",
        },
    }
)
_RULE: Final = closed(
    {
        "code": TEXT,
        "title": TEXT,
        "obligation": or_null({"type": "string"}),
        "says": closed(
            {
                str(stage): {"type": ["string", "null"], "enum": [*map(str, Severity), None]}
                for stage in Stage
            }
        ),
        "audience": one_of(Audience),
        "may_block": FLAG,
        "source": ref("source"),
        "standing": STANDING,
        "plugin": TEXT_OR_NULL,
        "examples": {
            **or_null(several(ref("example"))),
            "description": "Where one rule was asked for: small cases, really run.",
        },
    }
)
_EXAMPLE: Final = closed(
    {
        "name": TEXT,
        "stage": one_of(Stage),
        "holds": {**FLAG, "description": "Whether it came true."},
        "expected": {**several(POINTER), "description": "Where the rule is to say something."},
        "crash": {**TEXT_OR_NULL, "description": "What the rule crashed with."},
        "findings": several(ref("finding")),
    }
)
_CARRIED: Final = closed(
    {
        **formatted(RESULTS["carry-over"]),
        "report": {"type": "object", "description": "The new report (rhf-report/1)."},
        "account": ref("account"),
        "faults": {**several(ref("fault")), "description": "What reading the old report saw."},
    }
)
_WHICH: Final = closed(
    {
        **formatted(RESULTS["which"]),
        "unread": {**several(TEXT), "description": "Places of what could not be read."},
        "choices": several(ref("form_choice")),
    }
)
_SCHEMAS: Final = closed(
    {
        **formatted(RESULTS["schema"]),
        "schemas": several(
            closed({"name": TEXT, "title": TEXT, "schema": or_null({"type": "object"})})
        ),
    }
)
_HELLO: Final = closed(
    {
        **formatted(RESULTS["hello"]),
        "protocol": TEXT,
        "versions": {"type": "object", "additionalProperties": TEXT},
        "languages": several(one_of(LANGUAGES)),
        "verbs": several(closed({"verb": TEXT, "result": TEXT})),
        "refused": {
            **several(closed({"plugin": TEXT, "kind": TEXT, "about": TEXT})),
            "description": "What was refused of the plugins that are installed.",
        },
    }
)


def serving_schemas() -> dict[str, Schema]:
    """Make the schemas of questions and answers, by name.

    Examples:
        >>> list(serving_schemas())[:2]
        ['rhf-request/1', 'rhf-answer/1']
    """
    body, defs = request_schema()
    one: list[Schema] = [ref("result"), ref("error")]
    answer: Schema = {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}]}
    answer_defs: dict[str, Any] = {"result": _RESULT, "error": _ERROR, "problem": PROBLEM}
    rules = closed({**formatted(RESULTS["explain"]), "rules": several(ref("rule"))})
    rule_defs = {"rule": _RULE, "example": _EXAMPLE, "finding": FINDING, **FINDING_DEFS}
    carried = {"account": ACCOUNT, **ACCOUNT_DEFS, "fault": FAULT}
    which = {"form_choice": FORM_CHOICE, "source": SOURCE}
    return {
        REQUEST_FORMAT: document(REQUEST_FORMAT, "Request", body, **defs),
        ANSWER_FORMAT: document(ANSWER_FORMAT, "Answer", answer, **answer_defs),
        "rhf-rules/1": document("rhf-rules/1", "Rules", rules, **rule_defs),
        "rhf-carried-over/1": document("rhf-carried-over/1", "CarriedOver", _CARRIED, **carried),
        "rhf-which/1": document("rhf-which/1", "Which", _WHICH, **which),
        "rhf-schemas/1": document("rhf-schemas/1", "Schemas", _SCHEMAS),
        "rhf-hello/1": document("rhf-hello/1", "Hello", _HELLO),
    }
