"""The schemas of what checking writes: faults, finding, verdict, and the answer of ``check``."""

from typing import Any, Final

from rhf_services.model.faults import FaultKind
from rhf_services.model.findings import Ran, Why
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.wire.faults import FAULTS_FORMAT
from rhf_services.wire.outputs import VERDICT_FORMAT
from rhf_services.wire.schemas.parts import (
    DAY_OR_NULL,
    EXIT,
    FLAG,
    FLAG_OR_NULL,
    MOMENT_OR_NULL,
    PARAMS,
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

CHANGE: Final = closed(
    {
        "rule": TEXT,
        "says": one_of(("off", "warning", "info")),
        "by": TEXT_OR_NULL,
        "reason": TEXT_OR_NULL,
        "until": DAY_OR_NULL,
    }
)
_WAIVER: Final = closed(
    {
        "rule": TEXT,
        "question": TEXT_OR_NULL,
        "row": TEXT_OR_NULL,
        "of": TEXT_OR_NULL,
        "by": TEXT_OR_NULL,
        "at": TEXT_OR_NULL,
        "holds": {**FLAG, "description": "Whether the answer is still the one it was said of."},
    }
)
FINDING: Final = closed(
    {
        "code": {**TEXT, "description": "The code of the rule, for ever."},
        "severity": one_of(Severity),
        "blocks": {**FLAG, "description": "Whether it holds this step back."},
        "will_block": {**FLAG, "description": "Whether it will hold a later step back."},
        "audience": {**one_of(Audience), "description": "Who can mend it."},
        "place": {**POINTER, "description": "A JSON Pointer into the report."},
        "section": TEXT_OR_NULL,
        "question": TEXT_OR_NULL,
        "row": TEXT_OR_NULL,
        "column": TEXT_OR_NULL,
        "variant": TEXT_OR_NULL,
        "params": PARAMS,
        "source": ref("source"),
        "standing": STANDING,
        "waiver": or_null(ref("waiver")),
        "changed": or_null(ref("change")),
        "message": {**TEXT, "description": "In words, where a language was asked for."},
        "says": {**TEXT, "description": "Of the message: what is the matter, and where."},
        "mend": {**TEXT, "description": "Of the message: what can be done."},
        "then": {**TEXT, "description": "Of the message: what follows, and whether it blocks."},
    },
    optional=("message", "says", "mend", "then"),
)
FINDING_DEFS: Final = {"source": SOURCE, "waiver": _WAIVER, "change": CHANGE}
_OUTCOME: Final = closed(
    {
        "rule": TEXT,
        "ran": one_of(Ran),
        "why": {"type": ["string", "null"], "enum": [*map(str, Why), None]},
        "crash": {
            **TEXT_OR_NULL,
            "description": "The kind of exception, never its text; where a hit lacks what a "
            "message names, the placeholder too.",
        },
        "more": {**FLAG, "description": "Whether it found more than the thousand it tells."},
    }
)
_VERDICT: Final = closed(
    {
        **formatted(VERDICT_FORMAT),
        "template": TEXT_OR_NULL,
        "edition": TEXT_OR_NULL,
        "stage": one_of(Stage),
        "at": MOMENT_OR_NULL,
        "may_submit": {**FLAG_OR_NULL, "description": "Null where that cannot be known."},
        "complete": {**FLAG, "description": "Whether every rule ran to its end."},
        "findings": several(ref("finding")),
        "outcomes": several(ref("outcome")),
        "changes": several(ref("change")),
        "versions": {"type": "object", "additionalProperties": TEXT},
    }
)
_VERDICT_DEFS: Final = {**FINDING_DEFS, "finding": FINDING, "outcome": _OUTCOME}
_FILE: Final = closed(
    {"file": TEXT, "exit": EXIT, "problem": TEXT_OR_NULL, "verdict": or_null(ref("verdict"))}
)
FAULT: Final = closed({"kind": one_of(FaultKind), "place": POINTER, "params": PARAMS})


def checking_schemas() -> dict[str, Schema]:
    """Make the schemas of what checking writes, by name.

    Examples:
        >>> list(checking_schemas())
        ['rhf-faults/1', 'finding/1', 'rhf-verdict/1', 'rhf-check/1']
    """
    check = closed({**formatted("rhf-check/1"), "exit": EXIT, "files": several(ref("file"))})
    faults: dict[str, Any] = {
        **formatted(FAULTS_FORMAT),
        "readable": {**FLAG, "description": "Whether there is a document to go on with."},
        "faults": several(ref("fault")),
    }
    return {
        "rhf-faults/1": document("rhf-faults/1", "Faults", closed(faults), fault=FAULT),
        "finding/1": document("finding/1", "Finding", FINDING, **FINDING_DEFS),
        "rhf-verdict/1": document("rhf-verdict/1", "Verdict", _VERDICT, **_VERDICT_DEFS),
        "rhf-check/1": document(
            "rhf-check/1", "Check", check, file=_FILE, verdict=_VERDICT, **_VERDICT_DEFS
        ),
    }
