"""What must hold for a report to be submitted: who submits, that something is answered, once."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.days import norwegian_day
from rhf_services.model.faults import FaultKind
from rhf_services.model.filing import Filing
from rhf_services.model.people import Role
from rhf_services.model.rules import (
    BLOCKS_SUBMISSION,
    Audience,
    Covers,
    Hit,
    NamedCase,
    Need,
    Rule,
    Stage,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import SERVICES_PAGE, WEBINAR_2024, proposal

LEAD_AND_COORDINATOR: Final[list[dict[str, Any]]] = [
    {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]},
    {"id": "p2", "name": "Ola Oppdiktet", "roles": [{"role": "coordinator"}]},
]
AT = "2025-02-14T10:00:00+01:00"


def not_the_lead(filing: Filing) -> Iterator[Hit]:
    """It is the academic lead who submits, or a deputy whom the host has entered with dates."""
    leads = [person for person in filing.people if person.holds(Role.ACADEMIC_LEAD)]
    if not leads and _roles_unreadable(filing):
        return
    if not leads:
        yield Hit(("people",), variant="no-lead")
        return
    attempt = filing.case.attempt
    if attempt is None:
        return
    day = norwegian_day(attempt.at)
    stands_in = [
        deputy.for_
        for deputy in filing.case.deputies
        if deputy.person == attempt.by and deputy.on(day)
    ]
    ids = {person.id for person in leads if person.id is not None}
    if attempt.by in ids or any(id_ in ids for id_ in stands_in):
        return
    held = [role for p in filing.people if p.id == attempt.by and p.id for role in p.roles]
    known = next((held_role.role for held_role in held if held_role.role in tuple(Role)), None)
    if known is None:
        yield Hit(("people",))
    else:
        yield Hit(("people",), variant="other-role", role=known)


def _roles_unreadable(filing: Filing) -> bool:
    """Tell whether the lead may stand in a part that cannot be read, which is told already."""
    return any(
        fault.kind is FaultKind.CANNOT_HOLD
        and fault.at[:1] == ("people",)
        and (len(fault.at) < len(("people", 0, "roles")) or fault.at[2] == "roles")
        for fault in filing.faults
    )


_ASK_THE_LEAD = _(
    "Be faglig ansvarlig om å levere. Er personen byttet ut, rett det under Roller og ansvar."
)

NOT_THE_LEAD = Rule(
    code="SUB001",
    title=_("Faglig ansvarlig leverer rapporten"),
    obligation=_(
        "Det er faglig ansvarlig som leverer. "
        "Vårt forslag: en vikar som er registrert med datoer, kan også gjøre det."
    ),
    on=FILING,
    says=BLOCKS_SUBMISSION,
    audience=Audience.LEAD,
    message=Message(says=_("Bare faglig ansvarlig kan levere rapporten."), mend=_ASK_THE_LEAD),
    variants={
        "other-role": Message(
            says=_("Bare faglig ansvarlig kan levere rapporten; du er registrert som {role}."),
            mend=_ASK_THE_LEAD,
        ),
        "no-lead": Message(
            says=_(
                "Ingen er registrert som faglig ansvarlig, "
                "og bare faglig ansvarlig kan levere rapporten."
            ),
            mend=_("Legg inn faglig ansvarlig under Roller og ansvar."),
        ),
    },
    source=WEBINAR_2024.at("Organisering av rapportering - tidsramme", "S003-019"),
    traces=("S003-019", "S003-054"),
    check=not_the_lead,
    wants=(Need.ATTEMPT,),
    formless=True,
    cases=(
        NamedCase(
            _("Koordinatoren prøver å levere"),
            {"report": {"people": LEAD_AND_COORDINATOR}, "attempt": {"by": "p2", "at": AT}},
            ("/people",),
        ),
        NamedCase(
            _("Ingen faglig ansvarlig er registrert"),
            {"report": {"people": LEAD_AND_COORDINATOR[1:]}, "attempt": {"by": "p2", "at": AT}},
            ("/people",),
        ),
        NamedCase(
            _("Ingen er registrert, og ingen har prøvd å levere"),
            {"report": {"people": []}},
            ("/people",),
            Stage.DRAFT,
        ),
        NamedCase(
            _("En ukjent person prøver å levere"),
            {"report": {"people": LEAD_AND_COORDINATOR}, "attempt": {"by": "p9", "at": AT}},
            ("/people",),
        ),
        NamedCase(
            _("Vikariatet er over"),
            {
                "report": {"people": LEAD_AND_COORDINATOR},
                "attempt": {"by": "p2", "at": AT},
                "deputies": [{"for": "p1", "person": "p2", "to": "2025-02-13"}],
            },
            ("/people",),
        ),
        NamedCase(
            _("Faglig ansvarlig leverer"),
            {"report": {"people": LEAD_AND_COORDINATOR}, "attempt": {"by": "p1", "at": AT}},
        ),
        NamedCase(
            _("En vikar leverer"),
            {
                "report": {"people": LEAD_AND_COORDINATOR},
                "attempt": {"by": "p2", "at": AT},
                "deputies": [{"for": "p1", "person": "p2", "from": "2025-02-01"}],
            },
        ),
    ),
)


def nothing_answered(filing: Filing) -> Iterator[Hit]:
    """A report has at least one answer in activity, evaluation or the reference group's part."""
    if filing.empty:
        yield Hit(("answers",))


NOTHING_ANSWERED = Rule(
    code="SUB002",
    title=_("Rapporten er tom"),
    obligation=_(
        "Rapporten gir status for aktiviteter og resultater: den har minst ett svar "
        "under aktivitet, evaluering eller referansegruppe."
    ),
    on=FILING,
    says=BLOCKS_SUBMISSION,
    audience=Audience.LEAD,
    message=Message(
        says=_("Ingen spørsmål i rapporten er besvart."),
        mend=_("Svar på det dere har noe å si om. «Ikke aktuelt» er også et svar."),
    ),
    source=SERVICES_PAGE.at("Rapportering", "S004-026"),
    traces=("S004-026",),
    covers=Covers.PART,
    check=nothing_answered,
    cases=(
        NamedCase(_("En urørt rapport"), {"report": {"answers": {"teaching": []}}}, ("/answers",)),
        NamedCase(
            _("Bare tilbakemelding om selve rapporteringen"),
            {"report": {"answers": {"reporting-feedback": "Godt skjema."}}},
            ("/answers",),
        ),
        NamedCase(
            _("Gruppens svar er ikke mottatt"),
            {"report": {"answers": {"group-helse-nord": {"not_received": True}}}},
            ("/answers",),
        ),
        NamedCase(_("Ett svar"), {"report": {"answers": {"equal-access": {"not_applicable": ""}}}}),
        NamedCase(
            _("Ingenting å rapportere om aktivitet"),
            {"report": {"sections": {"activity": {"nothing_to_report": True}}}},
        ),
    ),
)


def already_submitted(filing: Filing) -> Iterator[Hit]:
    """A report is submitted once, until somebody opens it again."""
    if filing.case.submitted is not None:
        yield Hit()


ALREADY_SUBMITTED = Rule(
    code="SUB003",
    title=_("Rapporten er allerede levert"),
    obligation=_("En rapport leveres én gang, til noen åpner den igjen."),
    on=FILING,
    says=BLOCKS_SUBMISSION,
    audience=Audience.LEAD,
    message=Message(
        says=_("Rapporten er allerede levert."),
        mend=_("Skal noe rettes, be servicemiljøet i regionen om å åpne den igjen."),
    ),
    source=proposal("the form has one function for submitting; opening again is the region's"),
    standing=Standing.PROPOSED,
    traces=("S003-042",),
    check=already_submitted,
    formless=True,
    cases=(
        NamedCase(
            _("Levert i forrige uke"),
            {"report": {}, "submitted": {"by": "p1", "at": "2025-02-10T09:00:00+01:00"}},
            ("",),
        ),
        NamedCase(_("Ikke levert"), {"report": {}, "submitted": None}),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (NOT_THE_LEAD, NOTHING_ANSWERED, ALREADY_SUBMITTED)
