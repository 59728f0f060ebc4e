"""The schemas of what is said about the forms themselves: list, trace, files with new wording."""

from typing import Any, Final

from rhf_services.model.entities import EntityType
from rhf_services.wire.schemas.parts import (
    COUNT,
    FLAG,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    WHOLE_OR_NULL,
    Schema,
    closed,
    document,
    formatted,
    one_of,
    ref,
    several,
)
from rhf_services.wire.templates import TEMPLATES_FORMAT

KINDS: Final = (
    "template", "model", "report-rule", "process", "answer", "domain-rule", "text", "outside",
)  # fmt: skip
"""What carries a statement of the documents; the same words as the trace has, further up."""

STATES: Final = ("carried", "not-installed", "open")
"""Whether something carries it; as above."""

CARRIERS: Final = (
    "rule", "template", "edition", "section", "question", "text", "choices", "value",
)  # fmt: skip
"""What can carry it; as above."""

WEIGHTS: Final = ("stops", "not-ready", "asks")
"""What a problem means for a file; as above."""

_EDITION: Final = closed(
    {
        "id": TEXT,
        "first": WHOLE,
        "last": {**WHOLE_OR_NULL, "description": "The last year it holds for, where it ended."},
        "confirmed": {**WHOLE, "description": "The last year somebody has gone through it for."},
    }
)
_TEMPLATE: Final = closed(
    {
        "id": TEXT,
        "title": TEXT,
        "entity_types": several(one_of(EntityType)),
        "regions": several(TEXT),
        "archive": FLAG,
        "plugin": TEXT_OR_NULL,
        "editions": several(ref("edition")),
    }
)
_TEMPLATES: Final = closed({**formatted(TEMPLATES_FORMAT), "templates": several(ref("template"))})
_CARRIER: Final = closed(
    {"kind": one_of(CARRIERS), "address": TEXT, "place": TEXT_OR_NULL, "installed": FLAG}
)
_ROW: Final = closed(
    {
        "id": TEXT,
        "statement": TEXT,
        "kind": one_of(KINDS),
        "level": one_of(("blocks", "warning", "info", "-")),
        "speaks_to": TEXT,
        "source": several(TEXT),
        "state": one_of(STATES),
        "why": {**TEXT_OR_NULL, "description": "Why nothing that is loaded carries it."},
        "carriers": several(ref("carrier")),
        "rules": several(TEXT),
    }
)
_PROVED: Final = closed(
    {
        "statements": COUNT,
        "carriers": COUNT,
        "tried": COUNT,
        "noticed": COUNT,
        "not_installed": several(TEXT),
        "failed": several(closed({"row": TEXT, "without": TEXT_OR_NULL})),
    }
)
_COUNTS: Final = closed(
    {"statements": COUNT, **{state.replace("-", "_"): COUNT for state in STATES}}
)
_TRACE: Final = closed(
    {
        **formatted("rhf-trace/1"),
        "rows": several(ref("row")),
        "counts": _COUNTS,
        "proved": {**_PROVED, "description": "Alone, where --prove was asked for."},
    },
    optional=("rows", "counts", "proved"),
)
_PROBLEM: Final = closed(
    {
        "kind": TEXT,
        "weight": one_of(WEIGHTS),
        "sheet": TEXT_OR_NULL,
        "row": WHOLE_OR_NULL,
        "column": TEXT_OR_NULL,
        "params": {
            "type": "object",
            "additionalProperties": {"anyOf": [TEXT, {"type": "number"}, several(TEXT)]},
        },
        "message": TEXT,
    }
)
_FILE: Final[dict[str, Any]] = {"ready": FLAG, "problems": several(ref("problem"))}
_TEXT_FILE: Final = closed(
    {**formatted("rhf-text-file/1"), "edition": TEXT_OR_NULL, "changes": COUNT, **_FILE}
)
_TEXTS: Final = closed(
    {**formatted("rhf-text-difference/1"), "edition": TEXT_OR_NULL, "changes": several(ref("text"))}
)
_CHANGED_TEXT: Final = closed(
    {"key": TEXT, "lang": TEXT, "before": TEXT_OR_NULL, "after": TEXT_OR_NULL}
)
_EDITION_FILE: Final = closed(
    {**formatted("rhf-edition-file/1"), "edition": TEXT_OR_NULL, "forms": several(TEXT), **_FILE}
)


def form_schemas() -> dict[str, Schema]:
    """Make the schemas of what is said about the forms themselves, by name.

    Examples:
        >>> list(form_schemas())[:2]
        ['rhf-templates/1', 'rhf-trace/1']
    """
    templates = {"template": _TEMPLATE, "edition": _EDITION}
    trace = {"row": _ROW, "carrier": _CARRIER}
    return {
        "rhf-templates/1": document("rhf-templates/1", "Templates", _TEMPLATES, **templates),
        "rhf-trace/1": document("rhf-trace/1", "Trace", _TRACE, **trace),
        "rhf-text-file/1": document("rhf-text-file/1", "TextFile", _TEXT_FILE, problem=_PROBLEM),
        "rhf-text-difference/1": document(
            "rhf-text-difference/1", "TextDifference", _TEXTS, text=_CHANGED_TEXT
        ),
        "rhf-edition-file/1": document(
            "rhf-edition-file/1", "EditionFile", _EDITION_FILE, problem=_PROBLEM
        ),
    }
