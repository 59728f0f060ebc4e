"""Annual report of a national competence service (nasjonal kompetansetjeneste), running.

Form 3 of nine; its block follows that of form 2 in the document and has lost its heading.
"""

from collections.abc import Iterable

from rhf_services.forms import evaluation, sections
from rhf_services.forms.competence import competence_activity
from rhf_services.forms.editions import national_editions
from rhf_services.forms.reference_group import group_list_b
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Limit, Phase, Section, Template
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import LOST_HEADING, WEBINAR_2024

ACTIVITY = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester – pågående, Aktivitet", "S003-118", note=LOST_HEADING
)
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester – pågående, Evaluering",
    "S003-119",
    "S003-120",
    "S003-121",
    "S003-122",
    note=LOST_HEADING,
)


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    return (
        sections.about(),
        sections.people(),
        competence_activity(ACTIVITY, standing, limit),
        sections.evaluation(
            evaluation.competence_spread(QUESTIONS, standing, effect=True),
            evaluation.reporting_feedback(standing=standing),
            guidance=sections.FROM_OUR_TASKS,
        ),
        sections.reference_group(*group_list_b(standing), standing=standing),
    )


TEMPLATE = Template(
    id="national-competence-service",
    title=_("Nasjonale kompetansetjenester – pågående"),
    entity_types=(EntityType.NATIONAL_COMPETENCE_SERVICE,),
    phases=(Phase.RUNNING,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-080"),
    editions=national_editions(
        _sections, WEBINAR_2024.at("Nasjonale kompetansetjenester – pågående", note=LOST_HEADING)
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
