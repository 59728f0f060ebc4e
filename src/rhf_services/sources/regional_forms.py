"""The forms that the documents name, and that live in a region's own distribution.

Known here by name alone, so that whoever lacks one is told which.
"""

from typing import Final

from attrs import frozen

from rhf_services.model.entities import EntityType
from rhf_services.model.regions import Region
from rhf_services.model.sources import Source
from rhf_services.model.text import Text, _
from rhf_services.sources.documents import WEBINAR_2024


@frozen
class RegionalForm:
    """A form of one region.

    Attributes:
        id: The id it has in the region's distribution.
        title: Its title.
        entity_type: The kind of entities that report on it.
        region: The region.
        first: The first reporting year it is known for.
        source: Where it is named.

    Examples:
        >>> [form.region.value for form in REGIONAL_FORMS]
        ['helse-vest', 'helse-sor-ost']
    """

    id: str
    title: Text
    entity_type: EntityType
    region: Region
    first: int
    source: Source


REGIONAL_FORMS: Final = (
    RegionalForm(
        id="helse-vest.regional-competence-centre",
        title=_("Regionale kompetansesentre – Helse Vest"),
        entity_type=EntityType.REGIONAL_COMPETENCE_CENTRE,
        region=Region.HELSE_VEST,
        first=2023,
        source=WEBINAR_2024.at("Rapportmaler", "S003-085"),
    ),
    RegionalForm(
        id="helse-sor-ost.regional-competence-service",
        title=_("Regionale kompetansetjenester – Helse Sør-Øst"),
        entity_type=EntityType.REGIONAL_COMPETENCE_SERVICE,
        region=Region.HELSE_SOR_OST,
        first=2023,
        source=WEBINAR_2024.at("Rapportmaler", "S003-086"),
    ),
)
