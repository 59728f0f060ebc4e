"""Annual report of a national centre (nasjonalt senter), new and running.

Form 6 of nine.
"""

from collections.abc import Iterable
from typing import Final

from rhf_services.forms import evaluation, sections
from rhf_services.forms.competence import competence_activity
from rhf_services.forms.editions import national_editions
from rhf_services.forms.reference_group import group_list_b
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Limit, Phase, Section, Template
from rhf_services.model.questions import LongText
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import LOST_HEADING, WEBINAR_2024

ACTIVITY = WEBINAR_2024.at(
    "Nasjonale sentre – både nye og pågående, Aktivitet", "S003-139", note=LOST_HEADING
)
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale sentre – både nye og pågående, Evaluering", "S003-140", "S003-141", note=LOST_HEADING
)

CENTRE_STATUS: Final = LongText("centre-status")


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    return (
        sections.about(),
        sections.people(),
        competence_activity(ACTIVITY, standing, limit),
        sections.evaluation(
            Asked(
                CENTRE_STATUS,
                _("Status for senterets arbeid"),
                _(
                    "Hva er status for senterets arbeid, ut fra mandatet? En kort status er nok. "
                    "Legg særlig vekt på effekt på pasientbehandlingen."
                ),
                QUESTIONS,
                standing,
            ),
            evaluation.reporting_feedback(standing=standing),
            guidance=sections.FROM_OUR_TASKS,
        ),
        sections.reference_group(*group_list_b(standing), standing=standing),
    )


TEMPLATE = Template(
    id="national-centre",
    title=_("Nasjonale sentre – både nye og pågående"),
    entity_types=(EntityType.NATIONAL_CENTRE,),
    phases=(Phase.NEW, Phase.RUNNING),
    source=WEBINAR_2024.at("Rapportmaler", "S003-083"),
    editions=national_editions(
        _sections, WEBINAR_2024.at("Nasjonale sentre – både nye og pågående", note=LOST_HEADING)
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
