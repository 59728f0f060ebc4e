"""Answers that are each year's own: shown beside the question, or kept where it is not asked."""

from collections.abc import Iterator, Mapping
from typing import Any

from rhf_services.hooks.registry import Registry
from rhf_services.model.answers import STATE_KEYS, State
from rhf_services.model.places import Place, Pointer, place_in
from rhf_services.model.questions import Table
from rhf_services.process.account import Fate, Line, Reason
from rhf_services.process.carrying_rows import Carried, carried_table, rows_in
from rhf_services.process.comparison import Stand
from rhf_services.process.trees import caption_of, is_nothing


def carried_answers(old: Mapping[str, Any], target: Stand, registry: Registry) -> Carried:
    """Carry the tables that last, and tell of every answer, in the order of the new form.

    Args:
        old: The old report as JSON values.
        target: The form of the new report.
        registry: What is loaded, to know the questions of other forms.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.process.comparison import stand
        >>> registry = load_registry()
        >>> centre = stand(registry.templates["national-centre"], 2024)
        >>> told = carried_answers({"answers": {"goals": "Kortere ventetid."}}, centre, registry)
        >>> told.value, told.lines[0].reasons
        (None, (<Reason.NOT_ASKED: 'not-asked'>,))
    """
    answers = old.get("answers")
    if is_nothing(answers):
        return Carried()
    if not isinstance(answers, Mapping):
        place = place_in(old, ("answers",))
        return Carried(None, (Line(Fate.NO_PLACE, place, (Reason.UNREADABLE,), None, answers),))
    asked = target.edition.by_id
    order = [
        *(id_ for id_ in asked if id_ in answers),
        *(id_ for id_ in answers if id_ not in asked),
    ]
    carried = {}
    lines: list[Line] = []
    for id_ in order:
        if is_nothing(answers[id_]):
            continue
        question = asked[id_].question if id_ in asked else None
        if isinstance(question, Table) and question.lasting:
            table = carried_table(old, question, target.year)
            lines += table.lines
            if table.value is not None:
                carried[id_] = table.value
        else:
            lines += _told(old, id_, target, registry)
    return Carried(carried or None, tuple(lines))


def _told(old: Mapping[str, Any], id_: str, target: Stand, registry: Registry) -> Iterator[Line]:
    """Tell of an answer that is not carried: once, or once for each row."""
    raw = old["answers"][id_]
    asked = target.edition.by_id.get(id_)
    to = None
    reasons: tuple[Reason, ...] = ()
    fate = Fate.NO_PLACE
    if asked is not None:
        fate, to = Fate.BESIDE, Place(("answers", id_), id_)
        if asked.question.state(raw) is State.UNREADABLE:
            reasons = (Reason.UNREADABLE,)
    elif id_ in registry.questions:
        reasons = (Reason.NOT_ASKED,)
    else:
        reasons = (Reason.UNKNOWN_QUESTION,)
    for steps, value in _pieces(raw):
        place = place_in(old, ("answers", id_, *steps))
        yield Line(fate, place, reasons, to, value, caption_of(value))


def _pieces(raw: Any) -> Iterator[tuple[Pointer, Any]]:
    """Part an answer into its rows and what stands beside them; another answer is one piece."""
    found = rows_in(raw)
    if found is None:
        yield (), raw
        return
    rows, steps = found
    for at, row in enumerate(rows):
        if not is_nothing(row):
            yield (*steps, at), row
    for key, value in raw.items() if isinstance(raw, Mapping) else ():
        if key != "rows" and not is_nothing(value) and not (key in STATE_KEYS and value is False):
            yield (key,), value
