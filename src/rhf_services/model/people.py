"""People and the roles they hold: the tab «Roller og ansvar»."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from rhf_services.model.entities import Host, host_from
from rhf_services.model.regions import Region, region_or_none
from rhf_services.model.text import Text, _
from rhf_services.model.values import text_or_none


class Role(StrEnum):
    """The roles we know; the list is open, and an unknown role is kept and gets no rights.

    Examples:
        >>> Role("academic-lead").name
        'ACADEMIC_LEAD'
    """

    ACADEMIC_LEAD = "academic-lead"
    ADMINISTRATIVE_LEAD = "administrative-lead"
    COORDINATOR = "coordinator"
    REFERENCE_GROUP_LEADER = "reference-group-leader"
    REFERENCE_GROUP_MEMBER = "reference-group-member"
    REFERENCE_GROUP_UNIT_REPRESENTATIVE = "reference-group-unit-representative"
    USER_REPRESENTATIVE = "user-representative"
    NETWORK_MEMBER = "network-member"


ROLE_NAMES: Final[Mapping[Role, Text]] = MappingProxyType(
    {
        Role.ACADEMIC_LEAD: _("faglig ansvarlig"),
        Role.ADMINISTRATIVE_LEAD: _("administrativ leder"),
        Role.COORDINATOR: _("koordinator"),
        Role.REFERENCE_GROUP_LEADER: _("leder av referansegruppen"),
        Role.REFERENCE_GROUP_MEMBER: _("medlem av referansegruppen"),
        Role.REFERENCE_GROUP_UNIT_REPRESENTATIVE: _("representant fra tjenesten eller senteret"),
        Role.USER_REPRESENTATIVE: _("brukerrepresentant"),
        Role.NETWORK_MEMBER: _("medlem i nettverket"),
    }
)

REGION_ROLES: Final = (Role.REFERENCE_GROUP_MEMBER, Role.NETWORK_MEMBER)
"""The roles that speak for a region."""

GROUP_ROLES: Final = (
    Role.REFERENCE_GROUP_LEADER,
    Role.REFERENCE_GROUP_MEMBER,
    Role.REFERENCE_GROUP_UNIT_REPRESENTATIVE,
    Role.USER_REPRESENTATIVE,
)


@frozen
class RoleHeld:
    """A role that somebody holds.

    Attributes:
        role: The id of the role, known to us or not.
        region: The region the person speaks for, where one is given and known.

    Examples:
        >>> RoleHeld("reference-group-member", Region.HELSE_NORD).role
        'reference-group-member'
    """

    role: str
    region: Region | None = None


@frozen
class Person:
    """A person of a report, read from one row of the tab.

    Attributes:
        index: The position in the list of people, from 0.
        id: The host's id, or None.
        name: Full name, or None.
        email: E-mail address as it was written, or None.
        phone: Phone number as it was written, or None.
        institution: Where the person works, or None.
        roles: The roles held.
        show_on_page: Whether the person may be shown on the public page; absent means no.
        copy_of_report: Whether the person is to have a copy.

    Examples:
        >>> person = Person.read({"roles": [{"role": "academic-lead"}]}, 0)
        >>> person.holds("academic-lead")
        True
    """

    index: int
    id: str | None = None
    name: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    institution: Host | None = None
    roles: tuple[RoleHeld, ...] = ()
    show_on_page: bool = False
    copy_of_report: bool = False

    def holds(self, role: str) -> bool:
        """Tell whether the person holds a role."""
        return bool(self.roles) and any(held.role == role for held in self.roles)

    @staticmethod
    def read(raw: Mapping[str, Any], index: int) -> "Person":
        """Read what can be read; the rest is left out here and named by the structure check."""
        institution = raw.get("institution")
        return Person(
            index,
            id=text_or_none(raw.get("id")),
            name=text_or_none(raw.get("name")),
            email=text_or_none(raw.get("email")),
            phone=text_or_none(raw.get("phone")),
            institution=host_from(institution) if isinstance(institution, Mapping) else None,
            roles=_roles(raw.get("roles")),
            show_on_page=raw.get("show_on_page") is True,
            copy_of_report=raw.get("copy_of_report") is True,
        )


@frozen
class Seat:
    """A seat in a reference group.

    Attributes:
        role: The role that comes with the seat.
        region: The region it speaks for, or None.
        leader: Whether whoever sits there leads the group.
        vacant: Whether nobody sits there.

    Examples:
        >>> Seat("reference-group-member", Region.HELSE_VEST).vacant
        False
    """

    role: str
    region: Region | None = None
    leader: bool = False
    vacant: bool = False


@frozen
class ReferenceGroup:
    """A reference group: the one the host keeps, else the people of the report who sit in it.

    Attributes:
        seats: The seats, in the order given.
        kept_by_host: Whether the host keeps the group, or it was read from the report.

    Examples:
        >>> group = ReferenceGroup((Seat("reference-group-member", Region.HELSE_VEST),))
        >>> group.speaks_for(Region.HELSE_VEST), group.speaks_for(Region.HELSE_NORD)
        (True, False)
    """

    seats: tuple[Seat, ...] = ()
    kept_by_host: bool = False

    @property
    def filled(self) -> tuple[Seat, ...]:
        """The seats where somebody sits."""
        return tuple(seat for seat in self.seats if not seat.vacant)

    @property
    def leaders(self) -> tuple[Seat, ...]:
        """The seats whose holder leads the group."""
        leader = Role.REFERENCE_GROUP_LEADER
        return tuple(seat for seat in self.filled if seat.leader or seat.role == leader)

    def speaks_for(self, region: Region) -> bool:
        """Tell whether a representative of the region sits in the group."""
        members = (Role.REFERENCE_GROUP_MEMBER, Role.REFERENCE_GROUP_LEADER)
        return any(seat.region is region and seat.role in members for seat in self.filled)

    def has(self, role: str) -> bool:
        """Tell whether a role is filled."""
        return any(seat.role == role for seat in self.filled)


def group_among(people: tuple[Person, ...]) -> ReferenceGroup:
    """Read the reference group from the people of a report.

    A person who is both leader and member of one region is one seat.

    Examples:
        >>> leader = Person(0, roles=(RoleHeld("reference-group-leader", Region.HELSE_NORD),))
        >>> group_among((leader,)).leaders[0].region
        <Region.HELSE_NORD: 'helse-nord'>
    """
    seats = []
    for person in people:
        held = [role for role in person.roles if role.role in GROUP_ROLES]
        leads = any(role.role == Role.REFERENCE_GROUP_LEADER for role in held)
        led = next((role.region for role in held if role.role == Role.REFERENCE_GROUP_LEADER), None)
        sits = [role for role in held if role.role != Role.REFERENCE_GROUP_LEADER] or held
        for role in sits:
            own = led if role.role == Role.REFERENCE_GROUP_MEMBER else None
            seats.append(Seat(role.role, role.region or own, leader=leads))
    return ReferenceGroup(tuple(seats))


def _roles(raw: Any) -> tuple[RoleHeld, ...]:
    held = []
    for item in raw if isinstance(raw, list) else ():
        role = text_or_none(item.get("role")) if isinstance(item, Mapping) else None
        if role:
            held.append(RoleHeld(role, region_or_none(text_or_none(item.get("region")))))
    return tuple(held)
