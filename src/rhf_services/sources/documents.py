"""The documents the forms and rules are read from, each defined once and cited by import.

Their titles are names and stand in bokmål in every language; how a finding cites them is
translated. ``read=False`` marks those we know only because another document names them.
"""

from typing import Final

from rhf_services.model.sources import Document, Source
from rhf_services.model.text import _

SERVICE_ENVIRONMENT_MANDATE: Final = Document(
    id="service-environment-mandate",
    title=(
        "Mandat: RHF-enes servicemiljø for nasjonale tjenester, "
        "kvalitets- og kompetansenettverk og nasjonale sentre"
    ),
    short=_("mandatet for servicemiljøet"),
    dated=None,
)

NETWORK_FRAMEWORK: Final = Document(
    id="network-framework",
    title="Rammeverk for kvalitets- og kompetansenettverk",
    short=_("rammeverket for nettverk"),
    dated=None,
)

SERVICE_ENVIRONMENT_REPORT: Final = Document(
    id="service-environment-report",
    title=(
        "Utredning av et nasjonalt servicemiljø for nasjonale tjenester, "
        "nasjonale kvalitets- og kompetansenettverk og nasjonale sentre"
    ),
    short=_("utredningen om servicemiljøet, 2022"),
    dated="2022",
)

LOST_HEADING: Final = _(
    "Overskriften over spørsmålene i dette skjemaet er borte i teksten vi har lest. "
    "At de hører hit, har vi sluttet oss til av rekkefølgen og innholdet."
)
"""What a reader of a form should know whose block in the webinar has lost its heading."""

WEBINAR_2024: Final = Document(
    id="webinar-2024",
    title="Webinar om årsrapportering 2024",
    short=_("webinar 27.11.2024"),
    dated="2024-11-27",
    note=_(
        "I teksten vi har lest, er overskriftene til skjema 3, 5, 6 og 7 borte. "
        "Hvilket skjema spørsmålene under dem hører til, "
        "har vi sluttet oss til av rekkefølgen og innholdet."
    ),
)

SERVICES_PAGE: Final = Document(
    id="services-page",
    title="Tjenester, nettverk og sentre (nettside, Helse Vest)",
    short=_("servicemiljøets nettside, 27.04.2023"),
    dated="2023-04-27",
    note=_(
        "I teksten vi har lest, er overskriftene borte. "
        "Navnene vi siterer avsnittene med, er våre egne."
    ),
)

REFERENCE_GROUP_MANDATE_SERVICES: Final = Document(
    id="reference-group-mandate-services",
    title="Mandat for referansegrupper for nasjonale tjenester",
    short=_("mandatet for referansegrupper, 11.12.2023"),
    dated="2023-12-11",
    read=False,
    quoted=False,
)

REFERENCE_GROUP_MANDATE_CENTRES: Final = Document(
    id="reference-group-mandate-centres",
    title="Mandat for referansegrupper for nasjonale sentre",
    short=_("mandatet for referansegrupper ved sentre"),
    dated="2023-12-11",
    read=False,
    quoted=False,
)

PUBLISHED_REPORTS: Final = Document(
    id="published-reports",
    title="Publiserte årsrapporter i eRapport, 2009-2022",
    short=_("slik er feltet i publiserte rapporter"),
    dated=None,
    quoted=False,
)

PUBLISHED_PRACTICE: Final = Document(
    id="published-practice",
    title="Publiserte årsrapporter i eRapport, 2009-2022",
    short=_("slik er det gjort i publiserte rapporter"),
    dated=None,
    quoted=False,
)

OUR_PROPOSAL: Final = Document(
    id="our-proposal",
    title="Vårt forslag, der kildene er tause",
    short=_("vårt forslag"),
    dated=None,
    quoted=False,
)

DOCUMENTS: Final[tuple[Document, ...]] = (
    SERVICE_ENVIRONMENT_MANDATE,
    NETWORK_FRAMEWORK,
    SERVICE_ENVIRONMENT_REPORT,
    WEBINAR_2024,
    SERVICES_PAGE,
    REFERENCE_GROUP_MANDATE_SERVICES,
    REFERENCE_GROUP_MANDATE_CENTRES,
    PUBLISHED_REPORTS,
    PUBLISHED_PRACTICE,
    OUR_PROPOSAL,
)


def proposal(reason: str) -> Source:
    """Cite ourselves, where no source speaks.

    Args:
        reason: Why, in English, for whoever reads the rule's page.

    Examples:
        >>> proposal("two rows for one region may be right").document.id
        'our-proposal'
    """
    return OUR_PROPOSAL.at(reason)
