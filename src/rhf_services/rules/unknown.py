"""What nobody knows, and what stands twice: kept as it came, and told to the host.

None of this holds anything back, and none of it speaks to those who fill in the form.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.faults import FaultKind
from rhf_services.model.filing import Filing
from rhf_services.model.rules import Audience, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import WEBINAR_2024, proposal

KEPT = proposal("what nobody knows is kept and named, never refused")
TWICE = proposal("what stands twice cannot be pointed at, or hides something")


def _hits(filing: Filing, kind: FaultKind) -> Iterator[Hit]:
    for fault in filing.faults:
        if fault.kind is kind:
            yield Hit(fault.at, params=fault.params)


def unknown_key(filing: Filing) -> Iterator[Hit]:
    """A key of the envelope is one that the format names."""
    yield from _hits(filing, FaultKind.UNKNOWN_KEY)


UNKNOWN_KEY = Rule(
    code="STR002",
    title=_("Et felt vi ikke kjenner"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har et felt vi ikke kjenner; det er beholdt som det er."),
        mend=_("Legg egne opplysninger under «extra», så blir de ikke nevnt."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_key,
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


def unknown_question(filing: Filing) -> Iterator[Hit]:
    """A question is one that some form asks."""
    yield from _hits(filing, FaultKind.UNKNOWN_QUESTION)


UNKNOWN_QUESTION = Rule(
    code="STR003",
    title=_("Et spørsmål vi ikke kjenner"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har svar på et spørsmål som ingen skjemaer her stiller; det er beholdt."),
        mend=_("Se etter om navnet er riktig skrevet, eller om en utvidelse mangler."),
    ),
    source=WEBINAR_2024.at("Aktivitet – registrering av aktivitet", "S003-087"),
    standing=Standing.DOCUMENTED,
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


def unknown_column(filing: Filing) -> Iterator[Hit]:
    """A field of a row is one of the table's columns."""
    yield from _hits(filing, FaultKind.UNKNOWN_COLUMN)


UNKNOWN_COLUMN = Rule(
    code="STR004",
    title=_("Et ukjent felt i en rad"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("En rad har et felt vi ikke kjenner; det er beholdt som det er."),
        mend=_("Se etter om navnet på feltet er riktig skrevet."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_column,
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


def unknown_choice(filing: Filing) -> Iterator[Hit]:
    """A choice is one of the list's; another is kept."""
    yield from _hits(filing, FaultKind.UNKNOWN_CHOICE)


UNKNOWN_CHOICE = Rule(
    code="STR005",
    title=_("Et valg vi ikke kjenner"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har et valg som ikke står i listen; det er beholdt som det er."),
        mend=_("Er det et valg dere selv har lagt til, kan dere se bort fra dette."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unknown_choice,
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


def unknown_role(filing: Filing) -> Iterator[Hit]:
    """A role is one we know; another is kept and gets no rights."""
    yield from _hits(filing, FaultKind.UNKNOWN_ROLE)


UNKNOWN_ROLE = Rule(
    code="STR006",
    title=_("En rolle vi ikke kjenner"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_(
            "En person har en rolle vi ikke kjenner; den er beholdt, men gir ingen rettigheter."
        ),
        mend=_("Bruk en kjent rolle hvis personen skal kunne fylle ut eller levere."),
    ),
    source=WEBINAR_2024.at("Roller og ansvar = oversikt over personer", "S003-059", "S003-068"),
    standing=Standing.DOCUMENTED,
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


def duplicate_id(filing: Filing) -> Iterator[Hit]:
    """No two rows of a table, and no two people, have the same id."""
    yield from _hits(filing, FaultKind.DUPLICATE_ID)


DUPLICATE_ID = Rule(
    code="STR007",
    title=_("Samme id to ganger"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("To rader eller personer har samme id; da kan ingen vise til bare den ene."),
        mend=_("Gi hver rad og hver person sin egen id."),
    ),
    source=TWICE,
    standing=Standing.PROPOSED,
    check=duplicate_id,
    formless=True,
    cases=(
        NamedCase(
            _("To artikler med samme id"),
            {
                "report": {
                    "answers": {
                        "scientific-articles": [
                            {"id": "a1", "title": "En"},
                            {"id": "a1", "title": "To"},
                        ]
                    }
                }
            },
            ("/answers/scientific-articles/1/id",),
        ),
        NamedCase(
            _("Rader uten id"),
            {"report": {"answers": {"scientific-articles": [{"title": "En"}, {"title": "To"}]}}},
        ),
    ),
)


def duplicate_key(filing: Filing) -> Iterator[Hit]:
    """No key of an object is written twice."""
    yield from _hits(filing, FaultKind.DUPLICATE_KEY)


DUPLICATE_KEY = Rule(
    code="STR008",
    title=_("Et felt står to ganger i dokumentet"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et felt står to ganger i dokumentet; bare den siste verdien er lest."),
        mend=_("Behold den ene. Se etter om noe er gått tapt da dokumentet ble laget."),
    ),
    source=TWICE,
    standing=Standing.PROPOSED,
    check=duplicate_key,
    formless=True,
    on_archive=True,
    cases=(
        NamedCase(
            _("Året står to ganger"),
            {},
            ("/year",),
            text='{"format":"rhf-case/1","report":{"format":"rhf-report/1","year":1,"year":2}}',
        ),
        NamedCase(
            _("Ingen felter står to ganger"),
            {"report": {"year": 2024}},
        ),
    ),
)


def no_number(filing: Filing) -> Iterator[Hit]:
    """A number is a number: NaN and Infinity are no JSON."""
    yield from _hits(filing, FaultKind.NO_NUMBER)


NO_NUMBER = Rule(
    code="STR009",
    title=_("Et tall som ikke er et tall"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et tall i dokumentet er ikke et tall (NaN eller uendelig)."),
        mend=_("La feltet stå tomt når tallet ikke er kjent."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=no_number,
    formless=True,
    on_archive=True,
    cases=(
        NamedCase(
            _("Et tall som er NaN"),
            {"report": {"extra": {"tall": [0, float("nan")]}}},
            ("/extra/tall/1",),
        ),
        NamedCase(
            _("Vanlige tall"),
            {"report": {"extra": {"tall": [0, 1.5]}}},
        ),
    ),
)


def huge_number(filing: Filing) -> Iterator[Hit]:
    """A number is small enough for other programs to keep."""
    yield from _hits(filing, FaultKind.HUGE_NUMBER)


HUGE_NUMBER = Rule(
    code="STR010",
    title=_("Et tall som er svært stort"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et tall i dokumentet er så stort at andre programmer ikke kan lese det riktig."),
        mend=_("Skriv tallet som tekst."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=huge_number,
    formless=True,
    on_archive=True,
    cases=(
        NamedCase(
            _("Et tall større enn 10 opphøyd i 308"),
            {"report": {"extra": {"tall": 10**400}}},
            ("/extra/tall",),
        ),
        NamedCase(
            _("Vanlige tall"),
            {"report": {"extra": {"tall": [0, 1.5]}}},
        ),
    ),
)


def unreadable_part(filing: Filing) -> Iterator[Hit]:
    """What a host tells around the report can be read."""
    yield from _hits(filing, FaultKind.UNREADABLE_PART)


UNREADABLE_PART = Rule(
    code="STR011",
    title=_("En del av saken kan ikke leses"),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Saken har noe vi ikke kan lese, ved {where}; den delen er ikke brukt."),
        mend=_("Rett delen, så kan også reglene som trenger den, si noe."),
    ),
    source=KEPT,
    standing=Standing.PROPOSED,
    check=unreadable_part,
    formless=True,
    on_archive=True,
    cases=(
        NamedCase(
            _("En vikar uten opplysning om hvem det gjelder"),
            {"deputies": [{"person": "p2"}]},
            ("",),
        ),
        NamedCase(
            _("En dato som ikke er en dato"),
            {"cycle": {"year": 2024, "part_due": "snart"}},
            ("",),
        ),
        NamedCase(
            _("En vikar med datoer"),
            {"deputies": [{"for": "p1", "person": "p2", "from": "2025-02-01"}]},
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (
        UNKNOWN_KEY,
        UNKNOWN_QUESTION,
        UNKNOWN_COLUMN,
        UNKNOWN_CHOICE,
        UNKNOWN_ROLE,
        DUPLICATE_ID,
        DUPLICATE_KEY,
        NO_NUMBER,
        HUGE_NUMBER,
        UNREADABLE_PART,
    )
