"""The schemas of entities, of a case, and of which form an entity reports on."""

from typing import Any, Final

from rhf_services.model.cases import CASE_FORMAT
from rhf_services.model.continuations import Continuation
from rhf_services.model.entities import EntityType
from rhf_services.model.form_choices import ChoiceReason, ChoiceRemark
from rhf_services.model.people import Role
from rhf_services.model.regions import Region
from rhf_services.wire.form_choices import FORM_CHOICE_FORMAT
from rhf_services.wire.schemas.parts import (
    DAY_OR_NULL,
    EXIT,
    FLAG_OR_NULL,
    MOMENT_OR_NULL,
    PARAMS,
    SOURCE,
    STANDING,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    WHOLE_OR_NULL,
    Schema,
    closed,
    document,
    formatted,
    or_null,
    ref,
    several,
)
from rhf_services.wire.schemas.shapes import SPACES


def _open_word(words: Any) -> Schema:
    return {**TEXT_OR_NULL, "examples": [str(word) for word in words]}


def _word(*words: str) -> Schema:
    return {"type": ["string", "null"], "enum": [*map(str, words), None]}


def _host_writes(parts: dict[str, Any], *needed: str) -> Schema:
    """Write an object that a host hands over: what it does not know is absent or null.

    A text it cannot do without holds more than blanks.
    """
    said = {"pattern": f"[^{SPACES}]"}
    whole = {
        part: {**shape, **said} if part in needed and shape.get("type") == "string" else shape
        for part, shape in parts.items()
    }
    return closed(whole, optional=[part for part in parts if part not in needed])


_DATED: Final = {"from": DAY_OR_NULL, "to": DAY_OR_NULL}
_HOST: Final = _host_writes(
    {"organisation": TEXT_OR_NULL, "name": TEXT_OR_NULL, "region": _open_word(Region)}
)
_NAME: Final = _host_writes({"name": TEXT, **_DATED}, "name")
_DESCRIPTION: Final = _host_writes({"text": TEXT, "icd10": TEXT_OR_NULL, **_DATED}, "text")
_UNIT: Final = _host_writes({"id": TEXT_OR_NULL, "name": TEXT_OR_NULL})
_ENTITY: Final = _host_writes(
    {
        "id": TEXT_OR_NULL,
        "type": _open_word(EntityType),
        "function": _word("training", "building"),
        "names": or_null(several(ref("name"))),
        "descriptions": or_null(several(ref("description"))),
        "hosts": or_null(several(ref("host"))),
        "units": or_null(several(ref("unit"))),
        "regions": or_null(several({**TEXT, "examples": [str(one) for one in Region]})),
        "approved": DAY_OR_NULL,
        "started": DAY_OR_NULL,
        "last_day": DAY_OR_NULL,
        "predecessors": or_null(several(TEXT)),
        "successors": or_null(several(TEXT)),
        "part_of": TEXT_OR_NULL,
        "template": or_null({"type": "object", "additionalProperties": TEXT_OR_NULL}),
        "rare_conditions": FLAG_OR_NULL,
        "coordinating_unit": or_null(ref("host")),
        "continued_as": _word(*Continuation),
        "started_year": WHOLE_OR_NULL,
        "last_year": WHOLE_OR_NULL,
    }
)
_ENTITY_DEFS: Final = {"host": _HOST, "name": _NAME, "description": _DESCRIPTION, "unit": _UNIT}
_SEAT: Final = _host_writes(
    {
        "role": {**TEXT, "examples": [str(role) for role in Role]},
        "region": _word(*Region),
        "leader": FLAG_OR_NULL,
        "vacant": FLAG_OR_NULL,
    },
    "role",
)
_DAY_OR_MOMENT: Final[Schema] = {
    "anyOf": [{"type": ["string", "null"], "format": "date"}, {**TEXT, "format": "date-time"}]
}
_EXTENSION: Final = _host_writes(
    {"until": _DAY_OR_MOMENT, "by": TEXT_OR_NULL, "reason": TEXT_OR_NULL}
)
_CYCLE: Final = _host_writes(
    {
        "year": WHOLE,
        "deadline": _DAY_OR_MOMENT,
        "part_due": DAY_OR_NULL,
        "extension": or_null(ref("extension")),
    },
    "year",
)
_ATTEMPT: Final = _host_writes({"by": TEXT_OR_NULL, "at": MOMENT_OR_NULL})
_DEPUTY: Final = _host_writes({"for": TEXT, "person": TEXT, **_DATED}, "for", "person")
_RULE: Final = _host_writes(
    {
        "rule": TEXT,
        "says": {"type": "string", "enum": ["off", "warning", "info"]},
        "by": TEXT_OR_NULL,
        "reason": TEXT_OR_NULL,
        "until": DAY_OR_NULL,
    },
    "rule",
    "says",
)
_POLICY: Final = _host_writes(
    {
        "rules": or_null(several(ref("rule_change"))),
        "options": or_null({"type": "object", "additionalProperties": FLAG_OR_NULL}),
    }
)
_REPORT: Final[Schema] = {
    "type": "object",
    "description": "A report (rhf-report/1); each edition of a form has a schema of its own.",
}
_CASE: Final = _host_writes(
    {
        **formatted(CASE_FORMAT),
        "report": or_null(_REPORT),
        "entity": or_null(ref("entity")),
        "group": or_null(several(ref("seat"))),
        "cycle": or_null(ref("cycle")),
        "previous": or_null(_REPORT),
        "attempt": or_null(ref("attempt")),
        "submitted": or_null(ref("attempt")),
        "deputies": or_null(several(ref("deputy"))),
        "policy": or_null(ref("policy")),
    },
    "format",
)
FORM_CHOICE: Final = closed(
    {
        **formatted(FORM_CHOICE_FORMAT),
        "entity": TEXT_OR_NULL,
        "year": WHOLE,
        "template": TEXT_OR_NULL,
        "reason": {"type": "string", "enum": [*map(str, ChoiceReason)]},
        "remarks": several({"type": "string", "enum": [*map(str, ChoiceRemark)]}),
        "accepted": TEXT_OR_NULL,
        "through": TEXT_OR_NULL,
        "candidates": several(TEXT),
        "missing": several(TEXT),
        "params": PARAMS,
        "source": ref("source"),
        "standing": STANDING,
        "message": TEXT,
    },
    optional=("message",),
)
_CHOICES: Final = closed(
    {**formatted("rhf-form-choices/1"), "exit": EXIT, "files": several(ref("file"))}
)
_CHOICE_FILE: Final = closed(
    {
        "file": TEXT,
        "exit": EXIT,
        "problem": TEXT_OR_NULL,
        "unread": several(TEXT),
        "choices": several(ref("form_choice")),
    }
)


def entity_schemas() -> dict[str, Schema]:
    """Make the schemas of entities, cases and choices of form, by name.

    Examples:
        >>> list(entity_schemas())
        ['entity/1', 'rhf-case/1', 'rhf-form-choice/1', 'rhf-form-choices/1']
    """
    case_defs = {
        "entity": _ENTITY,
        "seat": _SEAT,
        "cycle": _CYCLE,
        "extension": _EXTENSION,
        "attempt": _ATTEMPT,
        "deputy": _DEPUTY,
        "policy": _POLICY,
        "rule_change": _RULE,
        **_ENTITY_DEFS,
    }
    choices = {"file": _CHOICE_FILE, "form_choice": FORM_CHOICE, "source": SOURCE}
    return {
        "entity/1": document("entity/1", "Entity", _ENTITY, **_ENTITY_DEFS),
        "rhf-case/1": document(CASE_FORMAT, "Case", _CASE, **case_defs),
        "rhf-form-choice/1": document(FORM_CHOICE_FORMAT, "FormChoice", FORM_CHOICE, source=SOURCE),
        "rhf-form-choices/1": document("rhf-form-choices/1", "FormChoices", _CHOICES, **choices),
    }
