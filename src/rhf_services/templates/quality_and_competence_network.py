"""Annual report of a national quality and competence network (kvalitets- og kompetansenettverk).

Form 7 of nine. It asks nothing about activity, and a network has no reference group.
"""

from collections.abc import Iterable
from typing import Final

from rhf_services.forms import evaluation, sections
from rhf_services.forms.editions import national_editions
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Limit, Section, Template
from rhf_services.model.questions import LongText
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import LOST_HEADING, WEBINAR_2024

ACTIVITY = WEBINAR_2024.at(
    "Nasjonale kvalitets- og kompetansenettverk, Aktivitet", "S003-142", note=LOST_HEADING
)
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale kvalitets- og kompetansenettverk, Evaluering",
    "S003-143",
    "S003-144",
    "S003-145",
    "S003-146",
    "S003-147",
    "S003-148",
    note=LOST_HEADING,
)

NETWORK_STATUS: Final = LongText("network-status")
NETWORK_COOPERATION: Final = LongText("network-cooperation")


def _sections(standing: Standing, _limit: Limit | None) -> tuple[Section, ...]:
    return (
        sections.about(),
        sections.people(guidance=sections.PEOPLE_AND_NETWORK),
        sections.activity(source=ACTIVITY, standing=standing),
        sections.evaluation(
            Asked(
                NETWORK_STATUS,
                _("Status for nettverkets arbeid"),
                _(
                    "Nettverket skal bidra til at kunnskap fra forskning og kvalitetsregistre, "
                    "både ny og eksisterende, tas i bruk i alle regioner. "
                    "Det skal også bistå eier med å avklare faglige spørsmål."
                ),
                QUESTIONS,
                standing,
            ),
            Asked(
                NETWORK_COOPERATION,
                _("Samarbeidet i nettverket"),
                _(
                    "Hvordan er samarbeidet i nettverket? En kort tilbakemelding er nok. "
                    "Nettverket skal være et faglig samarbeid på tvers av regionene. "
                    "Aktørene har felles ansvar for å spre kompetanse, "
                    "og ett fagmiljø koordinerer aktiviteten."
                ),
                QUESTIONS,
                standing,
            ),
            evaluation.reporting_feedback(standing=standing),
            guidance=sections.FROM_OUR_TASKS,
        ),
    )


TEMPLATE = Template(
    id="quality-and-competence-network",
    title=_("Nasjonale kvalitets- og kompetansenettverk"),
    entity_types=(EntityType.QUALITY_AND_COMPETENCE_NETWORK,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-084"),
    editions=national_editions(
        _sections, WEBINAR_2024.at("Nasjonale kvalitets- og kompetansenettverk", note=LOST_HEADING)
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
