"""The schema of a form as one document (``rhf-form/1``)."""

from typing import Any, Final

from rhf_services.model.continuations import Beside
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Addressee, Phase
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.wire.form_documents import FORM_FORMAT
from rhf_services.wire.schemas.parts import (
    FLAG,
    STANDING,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    WHOLE_OR_NULL,
    Schema,
    closed,
    document,
    formatted,
    one_of,
    or_null,
    ref,
    several,
)

_WORD: Final = ref("words")
_LABELLED: Final = several(ref("labelled"))
_YEARS: Final = closed({"first": WHOLE_OR_NULL, "last": WHOLE_OR_NULL})
_SAYS: Final = closed(
    {
        str(stage): {"type": ["string", "null"], "enum": [*map(str, Severity), None]}
        for stage in Stage
    }
)
_WORDS: Final = closed({"key": TEXT, "nb": TEXT_OR_NULL, "nn": TEXT_OR_NULL, "en": TEXT_OR_NULL})
_SOURCE: Final = closed(
    {"document": TEXT, "title": TEXT, "short": _WORD, "section": TEXT, "rows": several(TEXT)}
)
_GROUND: Final = {"source": ref("source"), "standing": STANDING}
_CHOICES: Final = closed(
    {
        "list": TEXT,
        "choices": several(
            closed({"id": TEXT, "label": _WORD, "offered": ref("years"), "offered_now": FLAG})
        ),
        "other": {**FLAG, "description": "Whether something else can be written in."},
        "source": or_null(ref("source")),
        "standing": STANDING,
    }
)
_COLUMN: Final = closed(
    {
        "id": TEXT,
        "label": _WORD,
        "kind": one_of(("text", "number", "choice")),
        "starred": FLAG,
        "minimum": WHOLE_OR_NULL,
        "form": TEXT_OR_NULL,
        "choices": or_null(ref("choices")),
    }
)
_BESIDE: Final = closed({"id": one_of(Beside), "field": TEXT, "values": _LABELLED})
_QUESTION: Final = closed(
    {
        "id": TEXT,
        "label": _WORD,
        "guidance": or_null(_WORD),
        "kind": one_of(("text", "group-text", "text-and-choices", "table", "statement")),
        "shapes": several(
            one_of(("text", "text-and-tools", "rows", "rows-and-text", "yes-and-text"))
        ),
        "states": _LABELLED,
        "columns": several(ref("column")),
        "with_text": FLAG,
        "lasting": FLAG,
        "choices": or_null(ref("choices")),
        "limit": or_null(closed({"most": WHOLE, "year": WHOLE})),
        "asked_of": one_of(Addressee),
        "answered_by": several(TEXT),
        "on_behalf_by": several(TEXT),
        "hidden": FLAG,
        "optional": FLAG,
        "region": or_null(ref("labelled")),
        "beside": or_null(ref("beside")),
        **_GROUND,
        "fields_standing": or_null(STANDING),
        "rules": several(
            closed({"code": TEXT, "says": ref("says"), "heard_by": several(one_of(Audience))})
        ),
    }
)
_PART: Final = closed(
    {
        "id": TEXT,
        "title": _WORD,
        "guidance": or_null(_WORD),
        "tab": TEXT_OR_NULL,
        "states": _LABELLED,
        "questions": several(ref("question")),
        **_GROUND,
    }
)
_RULE: Final = closed(
    {
        "code": TEXT,
        "title": _WORD,
        "says": ref("says"),
        "audience": one_of(Audience),
        "may_block": FLAG,
        "questions": several(TEXT),
        "elsewhere": FLAG,
        **_GROUND,
    }
)
_PEOPLE: Final = closed(
    {
        "roles": several(
            closed({"id": TEXT, "label": _WORD, "with_region": FLAG, "in_group": FLAG})
        ),
        "regions": _LABELLED,
        "fields": several(closed({"id": TEXT, "label": _WORD, "kind": TEXT})),
    }
)
_ABOUT_FORM: Final = closed(
    {
        "title": _WORD,
        "entity_types": several(closed({"id": one_of(EntityType), "label": _WORD})),
        "regions": _LABELLED,
        "phases": several(one_of(Phase)),
        "archive": FLAG,
        "distribution": TEXT_OR_NULL,
        "version": TEXT_OR_NULL,
        **_GROUND,
    }
)
_EDITION: Final = closed(
    {
        "id": TEXT,
        "revision": WHOLE,
        "years": ref("years"),
        "confirmed": WHOLE,
        "quotations": several(closed({"words": TEXT, "year": WHOLE, "source": ref("source")})),
        **_GROUND,
    }
)
_FORM: Final = closed(
    {
        **formatted(FORM_FORMAT),
        "report_format": TEXT,
        "languages": several(one_of(("nb", "nn", "en"))),
        "template": TEXT,
        "year": WHOLE,
        "form": ref("about_form"),
        "edition": ref("edition"),
        "not_entered": or_null(closed({"confirmed": WHOLE, "note": _WORD})),
        "tabs": several(closed({"id": TEXT, "title": _WORD, "parts": several(ref("part"))})),
        "about": closed({"fields": _LABELLED}),
        "people": ref("people"),
        "words": _LABELLED,
        "rules": several(ref("rule")),
    }
)
_DEFS: Final[dict[str, Any]] = {
    "words": _WORDS,
    "labelled": closed({"id": TEXT, "label": _WORD}),
    "years": _YEARS,
    "source": _SOURCE,
    "says": _SAYS,
    "choices": _CHOICES,
    "column": _COLUMN,
    "beside": _BESIDE,
    "question": _QUESTION,
    "part": _PART,
    "rule": _RULE,
    "people": _PEOPLE,
    "about_form": _ABOUT_FORM,
    "edition": _EDITION,
}


def form_document_schemas() -> dict[str, Schema]:
    """Make the schema of a form as one document, by name.

    Examples:
        >>> list(form_document_schemas())
        ['rhf-form/1']
    """
    return {FORM_FORMAT: document(FORM_FORMAT, "Form", _FORM, **_DEFS)}
