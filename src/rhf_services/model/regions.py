"""The four health regions, in the order the national forms name them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rhf_services.model.text import Text, _


class Region(StrEnum):
    """A health region, owned by a regional health authority (RHF).

    Examples:
        >>> [str(region) for region in Region]
        ['helse-nord', 'helse-midt-norge', 'helse-sor-ost', 'helse-vest']
    """

    HELSE_NORD = "helse-nord"
    HELSE_MIDT_NORGE = "helse-midt-norge"
    HELSE_SOR_OST = "helse-sor-ost"
    HELSE_VEST = "helse-vest"


REGIONS: Final[tuple[Region, ...]] = tuple(Region)

REGION_NAMES: Final[Mapping[Region, Text]] = MappingProxyType(
    {
        Region.HELSE_NORD: _("Helse Nord"),
        Region.HELSE_MIDT_NORGE: _("Helse Midt-Norge"),
        Region.HELSE_SOR_OST: _("Helse Sør-Øst"),
        Region.HELSE_VEST: _("Helse Vest"),
    }
)


def region_or_none(value: str | None) -> Region | None:
    """Read a region id; None where it is none of the four.

    Examples:
        >>> region_or_none("helse-vest"), region_or_none("helse-sor")
        (<Region.HELSE_VEST: 'helse-vest'>, None)
    """
    return None if value is None or value not in REGIONS else Region(value)
