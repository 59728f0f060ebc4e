"""What the region asks its regional competence centres."""

from typing import Final

from rhf_services import EntityType, Template
from rhf_services.forms import activities, evaluation, sections
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.questions import LongText
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
TRAVEL: Final = LongText("example-region.travel")

TEMPLATE: Final = Template(
    id="example-region.regional-competence-centre",
    title=_("Regionale kompetansesentre – et eksempel"),
    entity_types=(EntityType.REGIONAL_COMPETENCE_CENTRE,),
    regions=(Region.HELSE_NORD,),
    source=MANDATE.at("Rapportering"),
    editions=(
        Edition(
            first=2024,
            source=MANDATE.at("Rapportering"),
            sections=(
                sections.about(),
                sections.people(),
                sections.activity(
                    activities.articles(MANDATE.at("Forskning")),
                    activities.teaching(MANDATE.at("Undervisning")),
                ),
                sections.evaluation(
                    Asked(
                        TRAVEL,
                        label=_("Reiser i regionen"),
                        guidance=_("Hvordan når dere pasienter som bor langt unna?"),
                        source=MANDATE.at("Likeverdig tilgang"),
                    ),
                    evaluation.reporting_feedback(),
                ),
            ),
        ),
    ),
)
