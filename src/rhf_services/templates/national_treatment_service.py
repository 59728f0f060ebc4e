"""Annual report of a national treatment service (nasjonal behandlingstjeneste), running.

Form 1 of nine (webinar 2024, «Rapportmaler»). The form of 2023 is seen in pictures only; its
questions are inferred from the document's own word for 2024, «Ingen nye spørsmål».
"""

from collections.abc import Iterable

from rhf_services.forms import activities, evaluation, sections
from rhf_services.forms.reference_group import group_list_a
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Edition, Limit, Section, Template
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import WEBINAR_2024

ACTIVITY = WEBINAR_2024.at("Nasjonale behandlingstjenester – pågående, Aktivitet", "S003-099")
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale behandlingstjenester – pågående, Evaluering",
    *(f"S003-{row}" for row in range(101, 114)),
)
LIMIT = WEBINAR_2024.at("Aktivitet – registrering av aktivitet", "S003-096", "S003-097", "S003-098")


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    limited = LIMIT if limit else ACTIVITY
    return (
        sections.about(),
        sections.people(),
        sections.activity(
            activities.articles(limited, standing, limit),
            activities.projects(limited, standing, limit),
            activities.teaching(ACTIVITY, standing),
            activities.dissemination(ACTIVITY, standing),
            activities.clinical_activity(ACTIVITY, standing),
        ),
        sections.evaluation(
            evaluation.equal_access(QUESTIONS, standing),
            evaluation.pathway_cooperation(QUESTIONS, standing),
            evaluation.treatment_quality(QUESTIONS, standing),
            evaluation.reporting_feedback(standing=standing),
        ),
        sections.reference_group(*group_list_a(standing), standing=standing),
    )


TEMPLATE = Template(
    id="national-treatment-service",
    title=_("Nasjonale behandlingstjenester – pågående"),
    entity_types=(EntityType.NATIONAL_TREATMENT_SERVICE,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-078"),
    editions=(
        Edition(
            first=2023,
            sections=_sections(Standing.PROPOSED, limit=None),
            source=WEBINAR_2024.at("Rapportmaler", "S003-077"),
            standing=Standing.PROPOSED,
        ),
        Edition(
            first=2024,
            sections=_sections(Standing.DOCUMENTED, Limit(most=5, year=2024)),
            source=WEBINAR_2024.at("Nasjonale behandlingstjenester – pågående"),
        ),
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
