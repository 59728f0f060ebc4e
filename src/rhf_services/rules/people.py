"""People of the report: who has which role, and what is needed to reach them."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.filing import Filing
from rhf_services.model.people import Person, Role
from rhf_services.model.rules import (
    INFO_THEN_WARNING,
    INFO_WHILE_WRITING,
    Audience,
    Covers,
    Hit,
    NamedCase,
    Rule,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING, PERSON
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

TWO_LEADS: Final[list[dict[str, Any]]] = [
    {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]},
    {"id": "p2", "name": "Ola Oppdiktet", "roles": [{"role": "academic-lead"}]},
]


def several_leads(filing: Filing) -> Iterator[Hit]:
    """An entity has one academic lead; a multiregional service may have two."""
    leads = [person for person in filing.people if person.holds(Role.ACADEMIC_LEAD)]
    if len(leads) > 1 and filing.entity_type != EntityType.MULTIREGIONAL_TREATMENT_SERVICE:
        yield Hit(("people", leads[1].index), count=len(leads))


SEVERAL_LEADS = Rule(
    code="PER001",
    title=_("Flere enn én faglig ansvarlig"),
    obligation=_("En enhet har én faglig ansvarlig; en flerregional tjeneste kan ha to."),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.SERVICE_ENVIRONMENT,
    message=Message(
        says=_("{count} personer er registrert som faglig ansvarlig."),
        mend=_("Hør med tjenesten hvem som skal levere; hver av dem kan gjøre det."),
    ),
    source=proposal("the documents name one academic lead, and never say how many there may be"),
    standing=Standing.PROPOSED,
    traces=("S003-054",),
    check=several_leads,
    cases=(
        NamedCase(_("To faglig ansvarlige"), {"report": {"people": TWO_LEADS}}, ("/people/1",)),
        NamedCase(
            _("To faglig ansvarlige i en flerregional tjeneste"),
            {
                "report": {
                    "people": TWO_LEADS,
                    "entity": {"type": "multiregional-treatment-service"},
                }
            },
        ),
        NamedCase(_("Én faglig ansvarlig"), {"report": {"people": TWO_LEADS[:1]}}),
    ),
)


def odd_email(person: Person) -> Iterator[Hit]:
    """An e-mail address that is given has the form of one."""
    if person.email is not None and not looks_like_email(person.email.strip()):
        yield Hit(("email",), row=person.index + 1)


def looks_like_email(written: str) -> bool:
    """Tell whether a text has the form of an address; letters outside ASCII are fine.

    Examples:
        >>> looks_like_email("kåre@example.org"), looks_like_email("kari.example.org")
        (True, False)
    """
    name, at, domain = written.rpartition("@")
    parts = domain.split(".")
    plain = not any(sign.isspace() or sign in "<>(),;:\"'" for sign in written)
    return bool(at and name and plain and "@" not in name and len(parts) > 1 and all(parts))


ODD_EMAIL = Rule(
    code="PER002",
    title=_("Formen på en e-postadresse"),
    obligation=_("En e-postadresse er skrevet slik at brev kommer fram."),
    on=PERSON,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_("E-postadressen til person nummer {row} ser ikke ut som en adresse."),
        mend=_("Se etter skrivefeil. Uten riktig adresse når ikke skjemaet fram."),
    ),
    source=proposal("an address with a slip in it reaches nobody; the form only asks for one"),
    standing=Standing.PROPOSED,
    traces=("S003-066",),
    covers=Covers.SIGNAL,
    check=odd_email,
    cases=(
        NamedCase(
            _("Krøllalfaen mangler"),
            {"report": {"people": [{**TWO_LEADS[0], "email": "kari.example.org"}]}},
            ("/people/0/email",),
        ),
        NamedCase(
            _("En adresse med norske bokstaver"),
            {"report": {"people": [{**TWO_LEADS[0], "email": "kåre.ærlig@example.org"}]}},
        ),
        NamedCase(_("Ingen adresse"), {"report": {"people": [{**TWO_LEADS[0], "email": None}]}}),
    ),
)


def nameless(filing: Filing) -> Iterator[Hit]:
    """A person has a name; one that cannot be read is told already."""
    told = {fault.at for fault in filing.faults}
    for person in filing.people:
        at = ("people", person.index, "name")
        if person.name is None and at not in told:
            yield Hit(at, row=person.index + 1)


NAMELESS = Rule(
    code="PER003",
    title=_("En person uten navn"),
    obligation=_("En person i rapporten har et navn."),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Person nummer {row} har ikke noe navn."),
        mend=_("Skriv inn navnet, eller ta bort personen."),
    ),
    source=proposal("the form asks for a name; that it is left empty is most often a slip"),
    standing=Standing.PROPOSED,
    traces=("S003-065",),
    check=nameless,
    cases=(
        NamedCase(
            _("En koordinator uten navn"),
            {"report": {"people": [{"id": "p1", "roles": [{"role": "coordinator"}]}]}},
            ("/people/0/name",),
        ),
        NamedCase(_("En person med navn"), {"report": {"people": TWO_LEADS[:1]}}),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (SEVERAL_LEADS, ODD_EMAIL, NAMELESS)
