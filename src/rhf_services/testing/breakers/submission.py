"""Reports that cannot be submitted: by somebody else, empty, or twice."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.people import Role
from rhf_services.model.questions import LongText
from rhf_services.testing.answering import put, untouched
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.formed import counted
from rhf_services.testing.good import LEAD


def not_the_lead(registry: Registry) -> SearchStrategy[Broken]:
    """Let somebody else submit: a member, a stranger, a deputy out of time; or have no lead."""

    def let_another(draw: DrawFn, draft: Draft) -> None:
        draft.expect("people")
        draft.document.pop("deputies", None)
        others = [person["id"] for person in draft.people if person.get("id") not in (None, LEAD)]
        attempt = draft.document["attempt"]
        match draw(st.sampled_from(("another", "deputy", "nobody"))):
            case "another":
                attempt["by"] = draw(st.sampled_from((*others, "p99", "", None)))
            case "deputy":
                attempt["by"] = draw(st.sampled_from((*others, "p99")))
                draft.document["deputies"] = [draw(_out_of_time(attempt))]
            case _:
                lead = next(person for person in draft.people if person.get("id") == LEAD)
                lead["roles"] = draw(st.sampled_from(([], [{"role": str(Role.COORDINATOR)}])))
                attempt["by"] = draw(st.sampled_from((LEAD, *others)))

    return breaking(registry, "SUB001", let_another)


def nothing_answered(registry: Registry) -> SearchStrategy[Broken]:
    """Answer nothing in the parts that count; feedback and what was not received do not."""

    def empty(draw: DrawFn, draft: Draft) -> None:
        draft.expect("answers")
        draft.report.pop("sections", None)
        if draw(st.booleans()):
            draft.report["sections"] = {"activity": {"nothing_to_report": False}}
        for asked in counted(draft.form):
            ways = untouched(asked.question)
            if isinstance(asked.question, LongText) and asked.question.group:
                ways = st.one_of(ways, st.builds(lambda: {"not_received": True}))
            put(draft.answers, asked.id, draw(ways))

    return breaking(registry, "SUB002", empty)


def already_submitted(registry: Registry) -> SearchStrategy[Broken]:
    """Let the report be submitted already."""

    def submit(draw: DrawFn, draft: Draft) -> None:
        draft.expect()
        at = draft.document["attempt"]["at"]
        told = {"by": draw(st.sampled_from((LEAD, "p2", None))), "at": at}
        draft.document["submitted"] = told if draw(st.booleans()) else {}

    return breaking(registry, "SUB003", submit)


def _out_of_time(attempt: dict[str, Any]) -> SearchStrategy[dict[str, Any]]:
    """Give deputies who do not stand in for the lead on the day of an attempt."""
    day = datetime.fromisoformat(attempt["at"]).date()
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    deputy = {"for": LEAD, "person": attempt["by"]}
    return st.sampled_from(
        (
            {**deputy, "to": str(before)},
            {**deputy, "from": str(after)},
            {**deputy, "from": str(after), "to": str(after)},
            {**deputy, "for": "p98"},
            {**deputy, "person": "p97"},
        )
    )
