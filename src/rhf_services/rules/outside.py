"""What a report answers outside its form: kept, and named once."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.questions import Table
from rhf_services.model.rules import (
    INFO_WHILE_WRITING,
    Audience,
    Hit,
    NamedCase,
    Rule,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import LOST_HEADING, WEBINAR_2024, proposal

NETWORK_ACTIVITY = WEBINAR_2024.at(
    "Nasjonale kvalitets- og kompetansenettverk, Aktivitet", "S003-142", note=LOST_HEADING
)
NOT_ALL_ANSWER = WEBINAR_2024.at("Aktivitet – registrering av aktivitet", "S003-094")


def question_outside(filing: Filing) -> Iterator[Hit]:
    """An answer belongs to a question that this form asks; others are kept, and named once."""
    found = [asked.id for asked in filing.outside if not isinstance(asked.question, Table)]
    if found:
        yield Hit(("answers", found[0]), questions=tuple(found))


QUESTION_OUTSIDE = Rule(
    code="TPL006",
    title=_("Svar på spørsmål utenfor skjemaet"),
    obligation=_("Et svar hører til et spørsmål som skjemaet stiller. Andre blir tatt vare på."),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Skjemaet spør ikke om {questions}."),
        mend=_(
            "Flytt svaret til et spørsmål i skjemaet, eller la det stå. "
            "Det er beholdt, men blir ikke med i rapporten som vises."
        ),
    ),
    source=proposal("what the form does not ask is kept and named, so that it can be moved"),
    standing=Standing.PROPOSED,
    check=question_outside,
    cases=(
        NamedCase(
            _("Et svar fra det eldre skjemaet"),
            {"report": {"answers": {"goals": "Kortere ventetid.", "equal-access": "Ja."}}},
            ("/answers/goals",),
        ),
        NamedCase(
            _("Bare skjemaets egne spørsmål"), {"report": {"answers": {"equal-access": "Ja."}}}
        ),
    ),
)


def activity_outside(filing: Filing) -> Iterator[Hit]:
    """Not everybody answers every activity; what lies outside the form is kept, and named once."""
    found = [asked.id for asked in filing.outside if isinstance(asked.question, Table)]
    if found:
        yield Hit(("answers", found[0]), questions=tuple(found))


ACTIVITY_OUTSIDE = Rule(
    code="ACT004",
    title=_("Aktivitet utenfor skjemaet"),
    obligation=_(
        "Et skjema spør bare om sine egne aktiviteter. Andre blir tatt vare på, men ikke vist."
    ),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Skjemaet har ingen spørsmål om {questions}."),
        mend=_(
            "Nevn dem gjerne i et av svarene. "
            "Radene er beholdt, men blir ikke med i rapporten som vises."
        ),
    ),
    source=NOT_ALL_ANSWER,
    also=(NETWORK_ACTIVITY,),
    traces=("S003-094", "S003-142"),
    check=activity_outside,
    cases=(
        NamedCase(
            _("En doktorgrad på skjemaet for behandlingstjenester"),
            {"report": {"answers": {"doctorates": [{"id": "d1", "title": "Om svulster"}]}}},
            ("/answers/doctorates",),
        ),
        NamedCase(
            _("Et tomt felt fra et annet skjema"), {"report": {"answers": {"doctorates": None}}}
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (QUESTION_OUTSIDE, ACTIVITY_OUTSIDE)
