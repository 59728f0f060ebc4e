"""The schemas of what ``check`` writes of an archive: an answer on each line, and the numbers."""

from typing import Any, Final

from rhf_services.wire.schemas.parts import (
    COUNT,
    EXIT,
    FLAG,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    closed,
    document,
    formatted,
    or_null,
    ref,
)
from rhf_services.wire.schemas.verdicts import checking_schemas

PROBLEMS: Final = ("too-long", "cannot-open", "worker-died", "crashed")
_NAMES: Final = ("$schema", "$id", "title", "$defs")
_MAY_SUBMIT: Final = closed({"yes": COUNT, "no": COUNT, "not_known": COUNT})


def archive_schemas() -> dict[str, Schema]:
    """Make the schemas of what is written of an archive, by name.

    Examples:
        >>> list(archive_schemas())
        ['rhf-checked/1', 'rhf-check-summary/1']
    """
    whole = checking_schemas()["rhf-verdict/1"]
    verdict = {key: part for key, part in whole.items() if key not in _NAMES}
    checked: dict[str, Any] = {
        **formatted("rhf-checked/1"),
        "file": TEXT,
        "line": {
            "type": ["integer", "null"],
            "minimum": 1,
            "description": "Null where the file holds nothing else.",
        },
        "offset": {**COUNT, "description": "Where the document begins in the file, in bytes."},
        "exit": EXIT,
        "problem": {
            "type": ["string", "null"],
            "enum": [*PROBLEMS, None],
            "description": "Why there is no verdict.",
        },
        "detail": TEXT_OR_NULL,
        "verdict": or_null(ref("verdict")),
    }
    summary: dict[str, Any] = {
        **formatted("rhf-check-summary/1"),
        "exit": EXIT,
        "whole": {**FLAG, "description": "Whether the archive was read to its end."},
        "documents": COUNT,
        "may_submit": _MAY_SUBMIT,
        "with_findings": COUNT,
        "blocked": COUNT,
        "will_be_blocked": COUNT,
        "unreadable": COUNT,
        "crashed": COUNT,
        "without_answer": COUNT,
        "findings": {
            "type": "object",
            "additionalProperties": COUNT,
            "description": "How many findings each rule gave, by its code.",
        },
    }
    return {
        "rhf-checked/1": document(
            "rhf-checked/1", "Checked", closed(checked), verdict=verdict, **whole["$defs"]
        ),
        "rhf-check-summary/1": document("rhf-check-summary/1", "CheckSummary", closed(summary)),
    }
