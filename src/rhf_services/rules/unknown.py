"""What nobody knows: kept as it came, and told to the host.

None of this holds anything back, and none of it speaks to those who fill in the form.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.questions import TextWithChoices
from rhf_services.model.reach import (
    AskedAt,
    Reach,
    answered_with_an_object,
    every_table,
)
from rhf_services.model.rules import Audience, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import faults_of
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

KEPT = proposal("what nobody knows is kept and named, never refused")


def unknown_key(fault: Fault) -> Iterator[Hit]:
    """A key of the envelope is one that the format names."""
    yield Hit(params=fault.params)


UNKNOWN_KEY = Rule(
    code="STR002",
    title=_("Et felt vi ikke kjenner"),
    obligation=_("Et felt rundt svarene er et som formatet kjenner."),
    on=faults_of(FaultKind.UNKNOWN_KEY),
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har et felt vi ikke kjenner; det er beholdt som det er."),
        mend=_("Legg egne opplysninger under «extra», så blir de ikke nevnt."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_key,
    reach=Reach(answered_with_an_object, elsewhere=True),
    formless=True,
    cases=(
        NamedCase(
            _("Et felt med et annet navn"),
            {"report": {"yeer": 2024, "entity": {"colour": "blå"}}},
            ("/entity/colour", "/yeer"),
        ),
        NamedCase(
            _("Egne opplysninger under «extra»"),
            {"report": {"extra": {"yeer": 2024}}},
        ),
    ),
)


def unknown_question(fault: Fault) -> Iterator[Hit]:
    """A question is one that some form asks."""
    yield Hit(params=fault.params)


UNKNOWN_QUESTION = Rule(
    code="STR003",
    title=_("Et spørsmål vi ikke kjenner"),
    obligation=_("Et spørsmål er et som noe skjema stiller."),
    on=faults_of(FaultKind.UNKNOWN_QUESTION),
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_(
            "Rapporten har svar på et spørsmål som ikke finnes i noe skjema her; det er beholdt."
        ),
        mend=_("Se etter om navnet er riktig skrevet, eller om en utvidelse mangler."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_question,
    formless=True,
    traces=("S003-087",),
    cases=(
        NamedCase(
            _("Et ukjent spørsmål"),
            {"report": {"answers": {"equal-acess": "Ja."}}},
            ("/answers/equal-acess",),
        ),
        NamedCase(
            _("Et spørsmål skjemaet stiller"),
            {"report": {"answers": {"equal-access": "Ja."}}},
        ),
    ),
)


def unknown_column(fault: Fault) -> Iterator[Hit]:
    """A field of a row is one of the table's columns."""
    yield Hit(params=fault.params)


UNKNOWN_COLUMN = Rule(
    code="STR004",
    title=_("Et ukjent felt i en rad"),
    obligation=_("Et felt i en rad er en av kolonnene i tabellen."),
    on=faults_of(FaultKind.UNKNOWN_COLUMN),
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("En rad har et felt vi ikke kjenner; det er beholdt som det er."),
        mend=_("Se etter om navnet på feltet er riktig skrevet."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_column,
    reach=Reach(every_table),
    formless=True,
    cases=(
        NamedCase(
            _("En artikkel med et ukjent felt"),
            {"report": {"answers": {"scientific-articles": [{"id": "a1", "titel": "Svulster"}]}}},
            ("/answers/scientific-articles/0/titel",),
        ),
        NamedCase(
            _("En artikkel med tittel"),
            {"report": {"answers": {"scientific-articles": [{"id": "a1", "title": "Svulster"}]}}},
        ),
    ),
)


def unknown_choice(fault: Fault) -> Iterator[Hit]:
    """A choice is one of the list's; another is kept."""
    yield Hit(params=fault.params)


def _has_choices(at: AskedAt) -> bool:
    columns = at.table.columns if at.table is not None else ()
    in_rows = any(isinstance(column, ChoiceColumn) for column in columns)
    return in_rows or isinstance(at.asked.question, TextWithChoices)


UNKNOWN_CHOICE = Rule(
    code="STR005",
    title=_("Et valg vi ikke kjenner"),
    obligation=_("Et valg er et av dem listen har; et annet blir tatt vare på."),
    on=faults_of(FaultKind.UNKNOWN_CHOICE),
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har et valg som ikke står i listen; det er beholdt som det er."),
        mend=_("Er det et valg dere selv har lagt til, kan dere se bort fra dette."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_choice,
    reach=Reach(_has_choices, elsewhere=True),
    formless=True,
    cases=(
        NamedCase(
            _("En ukjent tilhørighet"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": [{"id": "c1", "affiliation": "helse-sor", "count": 3}]
                    }
                }
            },
            ("/answers/clinical-activity/0/affiliation",),
        ),
        NamedCase(
            _("Annen tilhørighet er et valg"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": [{"id": "c1", "affiliation": "other", "count": 98}]
                    }
                }
            },
        ),
    ),
)


def unknown_role(fault: Fault) -> Iterator[Hit]:
    """A role is one we know; another is kept and gets no rights."""
    yield Hit(params=fault.params)


UNKNOWN_ROLE = Rule(
    code="STR006",
    title=_("En rolle vi ikke kjenner"),
    obligation=_("En rolle er en vi kjenner; en annen blir tatt vare på og gir ingen rettigheter."),
    on=faults_of(FaultKind.UNKNOWN_ROLE),
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_(
            "En person har en rolle vi ikke kjenner; den er beholdt, men gir ingen rettigheter."
        ),
        mend=_("Bruk en kjent rolle hvis personen skal kunne fylle ut eller levere."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_role,
    formless=True,
    traces=("S003-059", "S003-068"),
    cases=(
        NamedCase(
            _("En ukjent rolle"),
            {
                "report": {
                    "people": [
                        {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "secretary"}]}
                    ]
                }
            },
            ("/people/0/roles/0/role",),
        ),
        NamedCase(
            _("En kjent rolle"),
            {
                "report": {
                    "people": [
                        {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "coordinator"}]}
                    ]
                }
            },
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (UNKNOWN_KEY, UNKNOWN_QUESTION, UNKNOWN_COLUMN, UNKNOWN_CHOICE, UNKNOWN_ROLE)
