"""Good cases: reports about which nobody is told anything, with what a host knows around them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.cases import CASE_FORMAT
from rhf_services.model.forms import Asked, Section
from rhf_services.model.people import Role
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.testing.answering import given_answers, put, set_aside, untouched
from rhf_services.testing.drawing import always, few, some_of, turned
from rhf_services.testing.formed import Formed, counted, elsewhere, forms_of
from rhf_services.testing.surroundings import (
    Seats,
    entities,
    full_groups,
    persons,
    regions_of,
    reported_entities,
    roles_in,
)
from rhf_services.testing.texts import plain_texts

LEAD: Final = "p1"
"""The id of the academic lead in generated reports."""


@frozen
class Ways:
    """Ways to deal with a question.

    Attributes:
        one_way: Answering it, or saying why there is no answer.
        any_way: The same, or leaving it untouched.

    Examples:
        >>> Ways(st.just("Ja."), st.none()).one_way.is_empty
        False
    """

    one_way: SearchStrategy[Any]
    any_way: SearchStrategy[Any]


def good_cases(
    registry: Registry, template_id: str, year: int | None = None
) -> SearchStrategy[dict[str, Any]]:
    """Give cases (``rhf-case/1``) about which nobody is told anything, at any stage.

    The host keeps the entity, the group is full, the lead tries to submit, every part of the form
    is answered or set aside, and every field is well formed.

    Args:
        registry: What is loaded.
        template_id: The id of a form.
        year: The reporting year; by default any that somebody has gone through the form for. In
            a later year the service environment is told that nobody has.

    Raises:
        LookupError: Nobody has loaded the form, or it is not for this year.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import load_registry
        >>> @settings(max_examples=3, database=None)
        ... @given(good_cases(load_registry(), "archive", 2016))
        ... def is_a_case(document):
        ...     assert document["report"]["year"] == 2016
        >>> is_a_case()
    """
    forms = forms_for(registry, template_id, year)
    return st.one_of([good_case(form, elsewhere(registry, form)) for form in forms])


def good_case(form: Formed, others: Sequence[Asked] = ()) -> SearchStrategy[dict[str, Any]]:
    """Give good cases on a form in a year; see `good_cases`.

    Args:
        form: The form.
        others: Questions of other forms, which a host may send along without an answer.

    Examples:
        >>> from rhf_services import load_registry
        >>> good_case(Formed.of(load_registry(), "archive", 2016)).is_empty
        False
    """
    answers = {asked.id: _answers(form, asked) for asked in form.edition}
    envelope, around = _envelope(form), _around(form.year + 1)

    @st.composite
    def good(draw: DrawFn) -> dict[str, Any]:
        return _good_case(draw, form, answers, others, draw(envelope), draw(around))

    return good()


def _good_case(
    draw: DrawFn,
    form: Formed,
    answers: Mapping[str, Ways],
    others: Sequence[Asked],
    envelope: dict[str, Any],
    around: dict[str, Any],
) -> dict[str, Any]:
    regions = draw(regions_of(form))
    kind = str(draw(st.sampled_from(form.template.entity_types)))
    seats = draw(full_groups(regions))
    kept = draw(st.sampled_from(("host", "report", "both")))
    report: dict[str, Any] = {
        "format": REPORT_FORMAT,
        "template": form.template.id,
        "year": draw(st.sampled_from((form.year, float(form.year)))),
        "people": draw(_people([] if kept == "host" else seats)),
        "answers": {},
        **envelope,
    }
    if draw(st.booleans()):
        report["entity"] = draw(reported_entities(kind, regions))
    _draw_answers(draw, report, form, answers)
    sent_along = draw(st.booleans())
    for asked in draw(few(others)) if sent_along and others else ():
        silent = st.one_of(untouched(asked.question), set_aside(asked.question))
        put(report["answers"], asked.id, draw(silent))
    day = draw(st.dates(date(form.year + 1, 1, 2), date(form.year + 1, 3, 1)))
    case = {
        "format": CASE_FORMAT,
        "report": report,
        "entity": draw(entities(kind, regions)),
        "attempt": {"by": LEAD, "at": f"{day}T10:30:00+01:00"},
        **around,
    }
    return case if kept == "report" else {**case, "group": seats}


def _around(after: int) -> SearchStrategy[dict[str, Any]]:
    cycle = {"year": after - 1, "deadline": f"{after}-02-17", "part_due": f"{after}-02-10"}
    deputy = {"for": LEAD, "person": "p9", "from": f"{after}-02-01", "to": None}
    return some_of(
        {
            "cycle": always(cycle),
            "submitted": st.none(),
            "previous": always({"format": REPORT_FORMAT, "year": after - 2}),
            "deputies": always([deputy]),
            "policy": always({"options": {"small_numbers": True}}),
        }
    )


def _envelope(form: Formed) -> SearchStrategy[dict[str, Any]]:
    about = {"question": "reporting-feedback", "row": None, "of": None, "by": LEAD, "at": None}
    return some_of(
        {
            "edition": st.sampled_from((form.edition.id, None)),
            "entered_by": always({"group-assessment": {"person": LEAD, "on_behalf_of": "p3"}}),
            "parts_done": always({"entity": f"{form.year + 1}-02-07T12:00:00+01:00"}),
            "languages": always({"default": "nn"}),
            "waivers": always([{"rule": "ACT001", **about, "reason": "Slik skal det være."}]),
            "comments": plain_texts().map(lambda text: [{**about, "text": text}]),
            "attachments": always([{"id": "x1", "name": "Plan", "href": "https://example.org/p"}]),
            "extra": always({"host": {"tall": [1, 2.5]}}),
        }
    )


def _answers(form: Formed, asked: Asked) -> Ways:
    given, aside = given_answers(asked, form.year), set_aside(asked.question)
    one_way = st.one_of(given, given, aside)
    return Ways(one_way, st.one_of(given, given, aside, untouched(asked.question)))


@st.composite
def _people(draw: DrawFn, seats: Seats) -> list[dict[str, Any]]:
    roles = [[{"role": str(Role.ACADEMIC_LEAD)}]]
    others = (Role.COORDINATOR, Role.ADMINISTRATIVE_LEAD, Role.NETWORK_MEMBER)
    roles += [[{"role": str(role)}] for role in others if draw(st.booleans())]
    roles += [roles_in(seat) for seat in seats if not seat.get("vacant")]
    people = [{"id": LEAD, **draw(persons()), "roles": roles[0]}]
    with_ids = draw(st.booleans())
    for at, held in enumerate(roles[1:], start=2):
        given = {"id": f"p{at}"} if with_ids else {}
        people.append({**given, **draw(persons()), "roles": held})
    return draw(turned(people))


def _draw_answers(
    draw: DrawFn, report: dict[str, Any], form: Formed, answers: Mapping[str, Ways]
) -> None:
    """Answer the questions of a form, or set them aside, one by one or a part at a time."""
    for section in form.edition.sections:
        whole = bool(section.asked) and draw(st.integers(0, 5)) == 5
        if whole:
            report.setdefault("sections", {})[section.id] = draw(_one_word(section))
        for asked in section.asked:
            free = whole or asked.optional or section.id == "activity"
            ways = answers[asked.id]
            put(report["answers"], asked.id, draw(ways.any_way if free else ways.one_way))
        if section.id == "activity" and not whole and not all(a.optional for a in section.asked):
            draw_one_of(draw, report["answers"], form, section.asked)
    draw_one_of(draw, report["answers"], form, counted(form))


def _one_word(section: Section) -> SearchStrategy[dict[str, Any]]:
    reasons = plain_texts().map(lambda reason: {"not_applicable": reason})
    nothing = always({"nothing_to_report": True, "not_applicable": None})
    return st.one_of(nothing, reasons) if section.id == "activity" else reasons


def draw_one_of(
    draw: DrawFn, answers: dict[str, Any], form: Formed, several: Sequence[Asked]
) -> None:
    """See to it that one of several questions, where there are any, has an answer that counts.

    Args:
        draw: Given by Hypothesis.
        answers: The answers, to be changed.
        form: The form.
        several: The questions.

    Examples:
        >>> from rhf_services import load_registry
        >>> form = Formed.of(load_registry(), "archive", 2016)
        >>> draw_one_of(lambda _strategy: None, {}, form, [])
    """
    if several and not any(
        asked.question.state(answers.get(asked.id)).is_answer for asked in several
    ):
        asked = draw(st.sampled_from(several))
        put(answers, asked.id, draw(given_answers(asked, form.year)))


def forms_for(registry: Registry, template_id: str, year: int | None) -> tuple[Formed, ...]:
    """Give a form in one year, or in each that somebody has gone through it for.

    Args:
        registry: What is loaded.
        template_id: The id of the form.
        year: The reporting year, or None.

    Raises:
        LookupError: Nobody has loaded the form, or it is not for this year.

    Examples:
        >>> from rhf_services import load_registry
        >>> [form.year for form in forms_for(load_registry(), "archive", 2016)]
        [2016]
    """
    if year is not None:
        return (Formed.of(registry, template_id, year),)
    forms = forms_of(registry, template_id)
    if not forms:
        raise LookupError(template_id)
    return forms
