"""The reference group: that there is one, that its seats are filled, and who leads it.

Said at review, to the region; the lead of a service never hears of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import NATIONAL_SERVICES, EntityType
from rhf_services.model.filing import Filing
from rhf_services.model.people import ReferenceGroup, Role
from rhf_services.model.regions import REGIONS
from rhf_services.model.rules import Audience, Covers, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING, REFERENCE_GROUP
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import (
    REFERENCE_GROUP_MANDATE_SERVICES,
    SERVICES_PAGE,
    WEBINAR_2024,
    proposal,
)
from rhf_services.sources.organisations import responsible_regions

WITH_GROUP: Final = (*NATIONAL_SERVICES, EntityType.NATIONAL_CENTRE)
AT_REVIEW_WARNING = {Stage.REVIEW: Severity.WARNING}
AT_REVIEW_INFO = {Stage.REVIEW: Severity.INFO}
SEATS = WEBINAR_2024.at(
    "Etablering og endring av referansegrupper", "S003-166", "S003-167", "S003-168"
)
SEATS_OF_CENTRES = SERVICES_PAGE.at("Nasjonale sentre", "S004-021", "S004-022")
SEATS_MISSING: Final = _("I referansegruppen mangler {seats}.")
_SEAT_SORTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        str(Role.USER_REPRESENTATIVE): "users",
        str(Role.REFERENCE_GROUP_UNIT_REPRESENTATIVE): "unit",
    }
)
FULL_GROUP: Final[list[dict[str, Any]]] = [
    {"role": "reference-group-member", "region": "helse-nord", "leader": True},
    {"role": "reference-group-member", "region": "helse-midt-norge"},
    {"role": "reference-group-member", "region": "helse-sor-ost"},
    {"role": "reference-group-member", "region": "helse-vest"},
    {"role": "user-representative"},
    {"role": "reference-group-unit-representative"},
]


def no_group(group: ReferenceGroup) -> Iterator[Hit]:
    """National services and national centres have a reference group."""
    if not group.filled:
        yield Hit()


NO_GROUP = Rule(
    code="REF001",
    title=_("Referansegruppen mangler"),
    obligation=_("Nasjonale tjenester og nasjonale sentre har en referansegruppe."),
    on=REFERENCE_GROUP,
    says=AT_REVIEW_WARNING,
    audience=Audience.REGION,
    message=Message(
        says=_("Ingen referansegruppe er registrert."),
        mend=_("Hør med tjenesten hvor langt den er kommet, og registrer medlemmene."),
    ),
    source=WEBINAR_2024.at("Referansegrupper", "S003-155"),
    also=(WEBINAR_2024.at("Nasjonale kompetansetjenester – nye, Evaluering", "S003-125"),),
    traces=("S003-125", "S003-155"),
    entity_types=WITH_GROUP,
    check=no_group,
    cases=(
        NamedCase(_("Ingen medlemmer"), {"report": {}, "group": []}, ("/people",), Stage.REVIEW),
        NamedCase(
            _("Ingen personer i rapporten"), {"report": {"people": []}}, ("/people",), Stage.REVIEW
        ),
        NamedCase(_("En full gruppe"), {"report": {}, "group": FULL_GROUP}, (), Stage.REVIEW),
    ),
)


def missing_seats(group: ReferenceGroup) -> Iterator[Hit]:
    """A group has a representative of each region, of the users, and of the service or centre."""
    if not group.filled:
        return
    missing = [str(region) for region in REGIONS if not group.speaks_for(region)]
    others = (Role.USER_REPRESENTATIVE, Role.REFERENCE_GROUP_UNIT_REPRESENTATIVE)
    missing += [str(role) for role in others if not group.has(role)]
    if missing:
        yield Hit(variant=_only(missing), seats=tuple(missing))


def _only(missing: list[str]) -> str | None:
    """Name the one sort of seat that is missing: of regions, users or the unit; None for more."""
    sorts = {_SEAT_SORTS.get(seat, "regions") for seat in missing}
    return sorts.pop() if len(sorts) == 1 else None


MISSING_SEATS = Rule(
    code="REF002",
    title=_("Plasser i referansegruppen som ikke er fylt"),
    obligation=_(
        "Gruppen har en representant for hver region, for brukerne og for tjenesten eller senteret."
    ),
    on=REFERENCE_GROUP,
    says=AT_REVIEW_WARNING,
    audience=Audience.REGION,
    message=Message(
        says=SEATS_MISSING,
        mend=_(
            "Hør med tjenesten eller senteret. Det regionale helseforetaket oppnevner regionens "
            "representant; om brukerrepresentanten spørres brukerorganisasjonen."
        ),
    ),
    variants={
        "regions": Message(
            says=SEATS_MISSING,
            mend=_(
                "Be tjenesten eller senteret foreslå en person. "
                "Det regionale helseforetaket oppnevner."
            ),
        ),
        "users": Message(
            says=SEATS_MISSING,
            mend=_("Spør brukerorganisasjonen det gjelder, om en representant."),
        ),
        "unit": Message(
            says=SEATS_MISSING,
            mend=_("Be tjenesten eller senteret om å si hvem som representerer dem i gruppen."),
        ),
    },
    source=SEATS,
    also=(SEATS_OF_CENTRES,),
    traces=("S003-166", "S003-167", "S003-168", "S004-021", "S004-022"),
    covers=Covers.PART,
    entity_types=WITH_GROUP,
    check=missing_seats,
    cases=(
        NamedCase(
            _("Helse Vest og brukerrepresentanten mangler"),
            {"report": {}, "group": [*FULL_GROUP[:3], FULL_GROUP[5]]},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(
            _("En plass står ledig"),
            {"report": {}, "group": [*FULL_GROUP[:5], {**FULL_GROUP[5], "vacant": True}]},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(
            _("Helse Nord og Helse Midt-Norge mangler"),
            {"report": {}, "group": FULL_GROUP[2:]},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(
            _("Bare brukerrepresentanten mangler"),
            {"report": {}, "group": [*FULL_GROUP[:4], FULL_GROUP[5]]},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(
            _("Flere enn seks medlemmer er i orden"),
            {"report": {}, "group": [*FULL_GROUP, FULL_GROUP[1], FULL_GROUP[4]]},
            (),
            Stage.REVIEW,
        ),
    ),
)


def not_one_leader(group: ReferenceGroup) -> Iterator[Hit]:
    """A group that the host keeps has one leader."""
    if group.kept_by_host and group.filled and len(group.leaders) != 1:
        yield Hit(variant="none" if not group.leaders else None)


NOT_ONE_LEADER = Rule(
    code="REF003",
    title=_("Én leder av referansegruppen"),
    obligation=_("En referansegruppe har én leder."),
    on=REFERENCE_GROUP,
    says=AT_REVIEW_INFO,
    audience=Audience.REGION,
    message=Message(
        says=_("Referansegruppen er registrert med mer enn én leder."),
        mend=_("La bare den som leder gruppen, stå som leder."),
    ),
    variants={
        "none": Message(
            says=_("Referansegruppen er registrert uten leder."),
            mend=_("Registrer hvem som leder gruppen; skjemaet sendes også til lederen."),
        ),
    },
    source=proposal("the documents speak of the leader, and never say that there is only one"),
    standing=Standing.PROPOSED,
    traces=("S003-056",),
    entity_types=WITH_GROUP,
    check=not_one_leader,
    cases=(
        NamedCase(
            _("Ingen leder"), {"report": {}, "group": FULL_GROUP[1:]}, ("/people",), Stage.REVIEW
        ),
        NamedCase(
            _("To ledere"),
            {"report": {}, "group": [*FULL_GROUP, FULL_GROUP[0]]},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(_("Én leder"), {"report": {}, "group": FULL_GROUP}, (), Stage.REVIEW),
    ),
)


def leader_from_own_region(filing: Filing) -> Iterator[Hit]:
    """The leader is chosen among the representatives of the other regions."""
    own = responsible_regions(filing.case.entity, filing.report.entity)
    for leader in filing.group.leaders:
        if leader.region is not None and leader.region in own:
            yield Hit(("people",), region=str(leader.region))


LEADER_FROM_OWN_REGION = Rule(
    code="REF004",
    title=_("Leder fra egen region"),
    obligation=_("Lederen velges blant representantene for de andre regionene."),
    on=FILING,
    says=AT_REVIEW_INFO,
    audience=Audience.REGION,
    message=Message(
        says=_("Lederen av referansegruppen kommer fra {region}, der tjenesten selv hører til."),
        mend=_("Etter mandatet velges lederen blant representantene fra de andre regionene."),
    ),
    source=REFERENCE_GROUP_MANDATE_SERVICES.at("Leder"),
    entity_types=NATIONAL_SERVICES,  # the mandate of centres is another, and nobody quotes it
    check=leader_from_own_region,
    cases=(
        NamedCase(
            _("Tjenesten og lederen er begge fra Helse Nord"),
            {"report": {}, "group": FULL_GROUP, "entity": {"regions": ["helse-nord"]}},
            ("/people",),
            Stage.REVIEW,
        ),
        NamedCase(
            _("Lederen kommer fra en annen region"),
            {
                "report": {"entity": {"hosts": [{"organisation": "helse-bergen"}]}},
                "group": FULL_GROUP,
            },
            (),
            Stage.REVIEW,
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (NO_GROUP, MISSING_SEATS, NOT_ONE_LEADER, LEADER_FROM_OWN_REGION)
