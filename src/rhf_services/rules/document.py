"""What stands twice in a document, numbers that are none, and parts of a case nobody can read.

None of this holds anything back; it is told to whoever runs the reporting system.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.reach import Reach, every_question, every_table
from rhf_services.model.rules import Audience, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import faults_of
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

KEPT = proposal("what nobody knows is kept and named, never refused")
TWICE = proposal("what stands twice cannot be pointed at, or hides something")


def duplicate_id(fault: Fault) -> Iterator[Hit]:
    """No two rows of a table, and no two people, have the same id."""
    yield Hit(params=fault.params)


DUPLICATE_ID = Rule(
    code="STR007",
    title=_("Samme id to ganger"),
    obligation=_("To rader i en tabell, eller to personer, har ikke samme id."),
    on=faults_of(FaultKind.DUPLICATE_ID),
    says={**dict.fromkeys(Stage, Severity.WARNING), Stage.DRAFT: Severity.INFO},
    audience=Audience.HOST,
    message=Message(
        says=_("To rader eller personer har samme id; da kan ingen vise til bare den ene."),
        mend=_("Gi hver rad og hver person sin egen id."),
    ),
    source=TWICE,
    standing=Standing.PROPOSED,
    check=duplicate_id,
    reach=Reach(every_table, elsewhere=True),
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


def duplicate_key(fault: Fault) -> Iterator[Hit]:
    """No key of an object is written twice."""
    yield Hit(variant="around" if fault.params else None, params=fault.params)


DUPLICATE_KEY = Rule(
    code="STR008",
    title=_("Et felt står to ganger i dokumentet"),
    obligation=_("Et felt står én gang i dokumentet."),
    on=faults_of(FaultKind.DUPLICATE_KEY),
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et felt står to ganger i dokumentet; bare den siste verdien er lest."),
        mend=_("Behold den ene. Se etter om noe er gått tapt da dokumentet ble laget."),
    ),
    variants={
        "around": Message(
            says=_("Et felt står to ganger i saken, ved {where}; bare den siste verdien er lest."),
            mend=_("Behold den ene. Se etter om noe er gått tapt da dokumentet ble laget."),
        ),
    },
    source=TWICE,
    standing=Standing.PROPOSED,
    check=duplicate_key,
    reach=Reach(every_question, elsewhere=True),
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


def no_number(fault: Fault) -> Iterator[Hit]:
    """A number is a number: NaN and Infinity are no JSON."""
    yield Hit(variant="around" if fault.params else None, params=fault.params)


NO_NUMBER = Rule(
    code="STR009",
    title=_("Et tall som ikke er et tall"),
    obligation=_("Et tall er et tall; NaN og Infinity er ikke JSON."),
    on=faults_of(FaultKind.NO_NUMBER),
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et tall i dokumentet er ikke et tall (NaN eller uendelig)."),
        mend=_("La feltet stå tomt når tallet ikke er kjent."),
    ),
    variants={
        "around": Message(
            says=_("Et tall i saken, ved {where}, er ikke et tall (NaN eller uendelig)."),
            mend=_("La feltet stå tomt når tallet ikke er kjent."),
        ),
    },
    source=KEPT,
    standing=Standing.PROPOSED,
    check=no_number,
    reach=Reach(every_question, elsewhere=True),
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


def huge_number(fault: Fault) -> Iterator[Hit]:
    """A number is small enough for other programs to keep."""
    yield Hit(variant="around" if fault.params else None, params=fault.params)


HUGE_NUMBER = Rule(
    code="STR010",
    title=_("Et tall som er svært stort"),
    obligation=_("Et tall er så lite at andre programmer kan ta vare på det."),
    on=faults_of(FaultKind.HUGE_NUMBER),
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Et tall i dokumentet er så stort at andre programmer ikke kan lese det riktig."),
        mend=_("Skriv tallet som tekst."),
    ),
    variants={
        "around": Message(
            says=_(
                "Et tall i saken, ved {where}, er så stort "
                "at andre programmer ikke kan lese det riktig."
            ),
            mend=_("Skriv tallet som tekst."),
        ),
    },
    source=KEPT,
    standing=Standing.PROPOSED,
    check=huge_number,
    reach=Reach(every_question, elsewhere=True),
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


def unreadable_part(fault: Fault) -> Iterator[Hit]:
    """What a host tells around the report can be read."""
    yield Hit(params=fault.params)


UNREADABLE_PART = Rule(
    code="STR011",
    title=_("En del av saken kan ikke leses"),
    obligation=_("Det rapporteringssystemet forteller rundt rapporten, kan leses."),
    on=faults_of(FaultKind.UNREADABLE_PART),
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
    return (DUPLICATE_ID, DUPLICATE_KEY, NO_NUMBER, HUGE_NUMBER, UNREADABLE_PART)
