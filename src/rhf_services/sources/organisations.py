"""The health authorities, trusts, private hospitals and sites that host what reports.

The register lies in ``organisations.csv`` beside this file: facts with source and confidence, an
organisation number where a public file gives one. Names are as registered, in all languages. A
host's own register always wins.
"""

import csv
from functools import cache
from pkgutil import get_data

from attrs import frozen

from rhf_services.model.entities import Entity, Host, ReportedEntity
from rhf_services.model.regions import Region, region_or_none


@frozen
class Organisation:
    """An organisation of the specialist health service.

    Attributes:
        id: The stable id that reports name it by.
        name: Its registered name.
        kind: rhf, hf, joint-hf, company, private-hospital, private-centre or site.
        parents: Ids of its owners, or of the trust a site belongs to.
        regions: The regions it belongs to; several for what the four own together.
        number: The organisation number, where a public file gives it.
        since: When it was founded, in ISO form, where known.
        former_names: Names it had before.
        note: What else a reader should know.
        source: Where the row was read.
        confidence: high, medium or low.

    Examples:
        >>> organisation("helse-bergen").number
        '983974724'
    """

    id: str
    name: str
    kind: str
    parents: tuple[str, ...]
    regions: tuple[Region, ...]
    number: str | None
    since: str | None
    former_names: tuple[str, ...]
    note: str | None
    source: str
    confidence: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give all organisations, in the order of the register.

    Examples:
        >>> len([found for found in organisations() if found.kind == "rhf"])
        4
    """
    data = get_data("rhf_services.sources", "organisations.csv") or b""
    return tuple(_organisation(row) for row in csv.DictReader(data.decode().splitlines()))


def organisation(id_: str) -> Organisation | None:
    """Give an organisation by its id, or None where the register has no such id.

    Examples:
        >>> organisation("an-unknown-hospital") is None
        True
    """
    return next((found for found in organisations() if found.id == id_), None)


def name_of(host: Host) -> str | None:
    """Give the name of a host or institution: as registered, else as somebody wrote it.

    An id that the register does not have is kept and shown as it was written.

    Examples:
        >>> name_of(Host(organisation="helse-bergen")), name_of(Host(name="Et privat sykehus"))
        ('Helse Bergen HF', 'Et privat sykehus')
        >>> name_of(Host(organisation="an-unknown-hospital"))
        'an-unknown-hospital'
    """
    known = organisation(host.organisation) if host.organisation else None
    return known.name if known is not None else host.name or host.organisation


def region_of(host: Host) -> Region | None:
    """Give the region a host belongs to, by the register first, then by its own word.

    Examples:
        >>> region_of(Host(organisation="helse-bergen"))
        <Region.HELSE_VEST: 'helse-vest'>
    """
    known = organisation(host.organisation) if host.organisation else None
    if known is not None and len(known.regions) == 1:
        return known.regions[0]
    return region_or_none(host.region)


def responsible_regions(kept: Entity | None, reported: ReportedEntity) -> tuple[Region, ...]:
    """Give the regions of whoever reports: as the host says, else by where it is located.

    Args:
        kept: The entity as the host keeps it, or None.
        reported: The entity as the report names it.

    Examples:
        >>> reported = ReportedEntity(hosts=(Host(organisation="helse-bergen"),))
        >>> responsible_regions(None, reported)
        (<Region.HELSE_VEST: 'helse-vest'>,)
    """
    named = [region_or_none(region) for region in kept.regions] if kept else []
    if not any(named):
        hosts = kept.hosts if kept and kept.hosts else reported.hosts
        named = [region_of(host) for host in hosts]
    return tuple(dict.fromkeys(region for region in named if region is not None))


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        parents=_several(row["parents"], "+"),
        regions=tuple(Region(region) for region in _several(row["regions"], "+")),
        number=row["number"] or None,
        since=row["since"] or None,
        former_names=_several(row["former_names"], ";"),
        note=row["note"] or None,
        source=row["source"],
        confidence=row["confidence"],
    )


def _several(value: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(mark) if part.strip())
