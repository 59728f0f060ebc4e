"""What the region asks its regional competence centres."""

from typing import Final

from rhf_services import EntityType, Template
from rhf_services.forms import activities, evaluation, sections
from rhf_services.model.columns import NumberColumn, TextColumn
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.questions import LongText, Table
from rhf_services.model.regions import Region
from rhf_services.model.sources import Document
from rhf_services.model.text import texts_of

_ = texts_of("rhf_services_example_region")

MANDATE: Final = Document(
    id="example-region.mandate",
    title="Et oppdiktet mandat",
    short=_("mandatet for regionale kompetansesentre"),
    dated="2024",
)
REPORTING: Final = MANDATE.at("Rapportering")

TRAVEL: Final = LongText("example-region.travel")
DAYS: Final = NumberColumn("days", _("Dager"), starred=True, minimum=0)
VISITS: Final = Table(
    "example-region.visits",
    (TextColumn("place", _("Sted"), starred=True), DAYS),
)

TEMPLATE: Final = Template(
    id="example-region.regional-competence-centre",
    title=_("Regionale kompetansesentre – et eksempel"),
    entity_types=(EntityType.REGIONAL_COMPETENCE_CENTRE,),
    regions=(Region.HELSE_NORD,),
    source=REPORTING,
    editions=(
        Edition(
            first=2024,
            source=REPORTING,
            sections=(
                sections.about(REPORTING),
                sections.people(REPORTING, guidance=sections.PEOPLE),
                sections.activity(
                    activities.articles(MANDATE.at("Forskning")),
                    activities.teaching(MANDATE.at("Undervisning")),
                    Asked(
                        VISITS,
                        label=_("Besøk ved andre sykehus"),
                        guidance=_("Hvor var dere, og hvor mange dager?"),
                        source=MANDATE.at("Likeverdig tilgang"),
                    ),
                    source=REPORTING,
                ),
                sections.evaluation(
                    Asked(
                        TRAVEL,
                        label=_("Reiser i regionen"),
                        guidance=_("Hvordan når dere pasienter som bor langt unna?"),
                        source=MANDATE.at("Likeverdig tilgang"),
                    ),
                    evaluation.reporting_feedback(),
                    source=REPORTING,
                ),
            ),
        ),
    ),
)
