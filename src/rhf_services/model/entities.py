"""What reports: services, networks and centres, with names and descriptions that have dates."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Literal

from attrs import evolve, field, frozen

from rhf_services.model.continuations import Continuation
from rhf_services.model.text import Text, _
from rhf_services.model.values import text_or_none


class EntityType(StrEnum):
    """The kinds of entities.

    Examples:
        >>> EntityType("national-centre").is_national_service
        False
    """

    NATIONAL_TREATMENT_SERVICE = "national-treatment-service"
    MULTIREGIONAL_TREATMENT_SERVICE = "multiregional-treatment-service"
    NATIONAL_COMPETENCE_SERVICE = "national-competence-service"
    NATIONAL_CENTRE = "national-centre"
    QUALITY_AND_COMPETENCE_NETWORK = "quality-and-competence-network"
    REGIONAL_COMPETENCE_CENTRE = "regional-competence-centre"
    REGIONAL_COMPETENCE_SERVICE = "regional-competence-service"
    INTERREGIONAL_NETWORK = "interregional-network"

    @property
    def is_national_service(self) -> bool:
        """Whether the kind is a national service: exactly three of them are (S004-003)."""
        return self in NATIONAL_SERVICES


NATIONAL_SERVICES: Final = (
    EntityType.NATIONAL_TREATMENT_SERVICE,
    EntityType.MULTIREGIONAL_TREATMENT_SERVICE,
    EntityType.NATIONAL_COMPETENCE_SERVICE,
)

ENTITY_TYPE_NAMES: Final[Mapping[EntityType, Text]] = MappingProxyType(
    {
        EntityType.NATIONAL_TREATMENT_SERVICE: _("Nasjonal behandlingstjeneste"),
        EntityType.MULTIREGIONAL_TREATMENT_SERVICE: _("Flerregional behandlingstjeneste"),
        EntityType.NATIONAL_COMPETENCE_SERVICE: _("Nasjonal kompetansetjeneste"),
        EntityType.NATIONAL_CENTRE: _("Nasjonalt senter"),
        EntityType.QUALITY_AND_COMPETENCE_NETWORK: _("Nasjonalt kvalitets- og kompetansenettverk"),
        EntityType.REGIONAL_COMPETENCE_CENTRE: _("Regionalt kompetansesenter"),
        EntityType.REGIONAL_COMPETENCE_SERVICE: _("Regional kompetansetjeneste"),
        EntityType.INTERREGIONAL_NETWORK: _("Interregionalt nettverk"),
    }
)


@frozen
class Host:
    """A health trust or private hospital where an entity is located.

    Attributes:
        organisation: Its id in the register of organisations, or None.
        name: Its name, where it is not in the register.
        region: Its region, where it is not in the register.

    Examples:
        >>> Host(organisation="helse-bergen").name is None
        True
    """

    organisation: str | None = None
    name: str | None = None
    region: str | None = None


@frozen
class DatedName:
    """A name and the days it was in use; ``to`` is the last day, or None.

    Examples:
        >>> DatedName("Nasjonal kompetansetjeneste", from_=date(2014, 3, 21)).to is None
        True
    """

    name: str
    from_: date | None = None
    to: date | None = None


@frozen
class DatedDescription:
    """An approved description, its diagnosis codes as printed, and the days it was in force.

    Examples:
        >>> DatedDescription("Kirurgi ved bensarkom.", icd10="C40, C41").icd10
        'C40, C41'
    """

    text: str
    icd10: str | None = None
    from_: date | None = None
    to: date | None = None


@frozen
class SubUnit:
    """A unit that reports through its mother service.

    Examples:
        >>> SubUnit(name="Frambu").id is None
        True
    """

    id: str | None = None
    name: str | None = None


@frozen
class Entity:
    """A service, network or centre as the host keeps it.

    Attributes:
        id: The host's id.
        type: Its kind.
        function: For a competence service, ``training`` (5 years) or ``building`` (10 years).
        names: Its names, dated.
        descriptions: Its descriptions, dated apart from the names.
        hosts: Where it is located: one, two, or a private hospital.
        units: Units that report through it.
        regions: The responsible regions.
        approved: The day it was approved.
        started: Its first day in operation.
        last_day: Its last day in operation, where that is known.
        started_year: The year it began, where no day is known; ``started`` goes before it.
        last_year: Its last year in operation, where no day is known; ``last_day`` goes before it.
        predecessors: Ids of what it continues.
        successors: Ids of what continues it.
        part_of: The id of the mother service, where it is a unit of one.
        template: The host's own choice of form, by reporting year.
        rare_conditions: Whether it is a competence service for rare conditions, which is followed
            up like the others.
        coordinating_unit: The one professional environment that coordinates a network, or None
            where it is not known.
        continued_as: The form in which its work goes on, where the host has recorded it.

    Examples:
        >>> service = Entity(
        ...     id="a",
        ...     type="national-competence-service",
        ...     names=(DatedName("Gammelt navn", to=date(2014, 3, 20)), DatedName("Nytt navn")),
        ... )
        >>> service.name_on(date(2013, 12, 31))
        'Gammelt navn'
    """

    id: str | None = None
    type: str | None = None
    function: Literal["training", "building"] | None = None
    names: tuple[DatedName, ...] = ()
    descriptions: tuple[DatedDescription, ...] = ()
    hosts: tuple[Host, ...] = ()
    units: tuple[SubUnit, ...] = ()
    regions: tuple[str, ...] = ()
    approved: date | None = None
    started: date | None = None
    last_day: date | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    part_of: str | None = None
    template: Mapping[str, str] = field(factory=dict)
    rare_conditions: bool = False
    coordinating_unit: Host | None = None
    continued_as: Continuation = Continuation.UNKNOWN
    started_year: int | None = None
    last_year: int | None = None

    @property
    def begins(self) -> int | None:
        """The first year in operation, or None where it is not known."""
        return self.started.year if self.started is not None else self.started_year

    @property
    def ends(self) -> int | None:
        """The year of the last day in operation, or None where no end is known."""
        return self.last_day.year if self.last_day is not None else self.last_year

    def name_on(self, day: date) -> str | None:
        """Give the name that was in use on a day, or None where none is known."""
        return next((n.name for n in self.names if _holds(day, n.from_, n.to)), None)

    def description_on(self, day: date) -> DatedDescription | None:
        """Give the description that was in force on a day, or None where none is known."""
        return next((d for d in self.descriptions if _holds(day, d.from_, d.to)), None)

    def name_in(self, year: int) -> str | None:
        """Give the name it had in a year, the last one where it changed; None where none is."""
        return next((n.name for n in reversed(self.names) if _within(year, n.from_, n.to)), None)

    def description_in(self, year: int) -> DatedDescription | None:
        """Give the description of a year, the last one where it changed; None where none is."""
        found = (d for d in reversed(self.descriptions) if _within(year, d.from_, d.to))
        return next(found, None)


@frozen
class ReportedEntity:
    """The entity as a report names it; every part may be absent.

    Examples:
        >>> ReportedEntity.read({"code": "L-HB7", "type": "national-treatment-service"}).code
        'L-HB7'
    """

    id: str | None = None
    type: str | None = None
    code: str | None = None
    name: str | None = None
    description: str | None = None
    icd10: str | None = None
    hosts: tuple[Host, ...] = ()
    units: tuple[SubUnit, ...] = ()

    @staticmethod
    def read(raw: Any) -> "ReportedEntity":
        """Read what can be read; the rest is left out here and named by the structure check."""
        given = raw if isinstance(raw, Mapping) else {}
        texts = {
            key: text_or_none(given.get(key))
            for key in ("id", "type", "code", "name", "description", "icd10")
        }
        return ReportedEntity(
            **texts,
            hosts=tuple(host_from(host) for host in _objects(given.get("hosts"))),
            units=tuple(
                SubUnit(text_or_none(unit.get("id")), text_or_none(unit.get("name")))
                for unit in _objects(given.get("units"))
            ),
        )


def host_from(raw: Mapping[str, Any]) -> Host:
    """Read a host or institution as reports hold it.

    Examples:
        >>> host_from({"name": "Et sykehus", "region": "helse-vest"}).region
        'helse-vest'
    """
    read = (text_or_none(raw.get("organisation")), text_or_none(raw.get("name")))
    return Host(*read, text_or_none(raw.get("region")))


def entity_told(kept: Entity | None, reported: ReportedEntity) -> Entity:
    """Give an entity as the host keeps it, filled up with what its report says.

    Args:
        kept: The entity as the host keeps it, or None.
        reported: The entity as the report names it.

    Examples:
        >>> entity_told(Entity(id="a"), ReportedEntity(type="national-centre")).type
        'national-centre'
    """
    if kept is None:
        return Entity(id=reported.id, type=reported.type, hosts=reported.hosts)
    return evolve(kept, type=kept.type or reported.type, hosts=kept.hosts or reported.hosts)


def _objects(raw: Any) -> list[Mapping[str, Any]]:
    return [item for item in raw if isinstance(item, Mapping)] if isinstance(raw, list) else []


def _holds(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _within(year: int, first: date | None, last: date | None) -> bool:
    """Tell whether something was in force on some day of a year."""
    return (first is None or first.year <= year) and (last is None or year <= last.year)
