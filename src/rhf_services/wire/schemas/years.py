"""The schemas of what leads from year to year: a difference, an account of a carrying over."""

from typing import Any, Final

from rhf_services.wire.schemas.parts import (
    COUNT,
    FLAG,
    POINTER,
    POINTER_OR_NULL,
    SOURCE,
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

CHANGE_KINDS: Final = (
    "section-added",
    "section-dropped",
    "section-moved",
    "section-retitled",
    "section-guidance-added",
    "section-guidance-dropped",
    "section-guidance-reworded",
    "section-tab",
    "section-standing",
    "section-source",
    "question-added",
    "question-dropped",
    "question-moved",
    "question-to-section",
    "question-retitled",
    "guidance-added",
    "guidance-dropped",
    "guidance-reworded",
    "hidden",
    "shown",
    "optional",
    "awaited",
    "addressee",
    "region",
    "beside-added",
    "beside-dropped",
    "limit-set",
    "limit-lifted",
    "limit-changed",
    "limit-year",
    "answer-kind",
    "table-text-added",
    "table-text-dropped",
    "lasting",
    "not-lasting",
    "column-added",
    "column-dropped",
    "column-moved",
    "column-retitled",
    "column-starred",
    "column-unstarred",
    "column-kind",
    "column-least",
    "choice-added",
    "choice-dropped",
    "choice-moved",
    "choice-reworded",
    "choice-years",
    "choice-other-opened",
    "choice-other-closed",
    "fields-standing",
    "choices-standing",
    "choices-source",
    "standing",
    "source",
)
"""What can change in a form; the same words as its closed set, further up, has."""

FATES: Final = (
    "carried",
    "beside",
    "needs-a-look",
    "no-place",
)
"""What can become of something in an old report; as above."""

REASONS: Final = (
    "of-that-year",
    "description",
    "not-asked",
    "unknown-question",
    "no-section",
    "unreadable",
    "empty-row",
    "same-id",
    "unknown-column",
    "choice-not-here",
    "choice-retired",
    "ended",
    "role-not-here",
    "unknown-role",
    "other-kind",
    "unknown-key",
    "hosts-own",
)
"""Why; as above."""

_STAND: Final = closed(
    {"template": TEXT, "year": WHOLE_OR_NULL, "edition": TEXT, "own_edition": FLAG}
)
_YEARS: Final = closed({"first": WHOLE_OR_NULL, "last": WHOLE_OR_NULL})
_VALUE: Final[Schema] = {
    "anyOf": [TEXT_OR_NULL, WHOLE, ref("source"), ref("years")],
    "description": "A text, a number, a source or a span of years; null for nothing.",
}
_CHANGE: Final = closed(
    {
        "kind": one_of(CHANGE_KINDS),
        "ground": {**FLAG, "description": "Whether only what we know of the form changed."},
        "section": TEXT_OR_NULL,
        "question": TEXT_OR_NULL,
        "column": TEXT_OR_NULL,
        "choice": TEXT_OR_NULL,
        "before": _VALUE,
        "after": _VALUE,
        "text": {**TEXT, "description": "In words, where a language was asked for."},
    },
    optional=("text",),
)
_QUOTATION: Final = closed({"words": TEXT, "year": WHOLE, "source": ref("source")})
_DIFFERENCE: Final = closed(
    {
        **formatted("rhf-difference/1"),
        "language": {**TEXT, "description": "In which the texts were compared."},
        "before": ref("stand"),
        "after": ref("stand"),
        "same_edition": FLAG,
        "changes": several(ref("change")),
        "quotations": several(ref("quotation")),
    }
)
_DIFFERENCE_DEFS: Final = {
    "stand": _STAND,
    "change": _CHANGE,
    "quotation": _QUOTATION,
    "source": SOURCE,
    "years": _YEARS,
}
_ANYTHING: Final[Schema] = {"description": "Whatever stood in the old report."}
_LINE: Final = closed(
    {
        "fate": one_of(FATES),
        "place": {**POINTER, "description": "A JSON Pointer into the old report."},
        "question": TEXT_OR_NULL,
        "row": TEXT_OR_NULL,
        "column": TEXT_OR_NULL,
        "reasons": several(one_of(REASONS)),
        "to": {**POINTER_OR_NULL, "description": "A JSON Pointer into the new report."},
        "value": _ANYTHING,
        "heading": TEXT,
        "item": TEXT,
        "why": several(TEXT),
    },
    optional=("heading", "item", "why"),
)
_CALLED: Final = ("format", "template", "year", "edition")
ACCOUNT: Final = closed(
    {
        **formatted("rhf-account/1"),
        "from": closed(dict.fromkeys(_CALLED, _ANYTHING), optional=_CALLED),
        "to": closed({"template": TEXT, "year": WHOLE, "edition": TEXT}),
        "counts": closed(dict.fromkeys(FATES, COUNT)),
        "lines": several(ref("line")),
    }
)
ACCOUNT_DEFS: Final = {"line": _LINE}


def year_schemas() -> dict[str, Schema]:
    """Make the schemas of differences and accounts, by name.

    Examples:
        >>> list(year_schemas())
        ['rhf-difference/1', 'rhf-differences/1', 'rhf-account/1']
    """
    forms: dict[str, Any] = {
        **formatted("rhf-differences/1"),
        "edition": TEXT,
        "forms": several(ref("difference")),
    }
    return {
        "rhf-difference/1": document(
            "rhf-difference/1", "Difference", _DIFFERENCE, **_DIFFERENCE_DEFS
        ),
        "rhf-differences/1": document(
            "rhf-differences/1",
            "Differences",
            closed(forms),
            difference=_DIFFERENCE,
            **_DIFFERENCE_DEFS,
        ),
        "rhf-account/1": document("rhf-account/1", "Account", ACCOUNT, **ACCOUNT_DEFS),
    }
