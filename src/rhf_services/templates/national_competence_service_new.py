"""Annual report of a national competence service (nasjonal kompetansetjeneste), new.

Form 4 of nine.
"""

from collections.abc import Iterable
from typing import Final

from rhf_services.forms import activities, evaluation, sections
from rhf_services.forms.competence import competence_activity
from rhf_services.forms.editions import national_editions
from rhf_services.forms.reference_group import group_list_b
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Limit, Phase, Section, Template
from rhf_services.model.questions import LongText
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import WEBINAR_2024

ACTIVITY = WEBINAR_2024.at("Nasjonale kompetansetjenester – nye, Aktivitet", "S003-123")
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester – nye, Evaluering",
    "S003-124",
    "S003-126",
    "S003-127",
    "S003-128",
    "S003-129",
    "S003-130",
    "S003-131",
    "S003-132",
)

ESTABLISHMENT_COOPERATION: Final = LongText("establishment-cooperation")
TREATMENT_QUALITY_PLAN: Final = LongText("treatment-quality-plan")


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    return (
        sections.about(),
        sections.people(),
        competence_activity(
            ACTIVITY, standing, limit, activities.quality_tools(ACTIVITY, standing)
        ),
        sections.evaluation(
            Asked(
                ESTABLISHMENT_COOPERATION,
                _("Nasjonalt samarbeid rundt etablering av tjenesten"),
                _(
                    "Hva er status for samarbeidet med referansegruppen? "
                    "Hva er status for annet nasjonalt, faglig samarbeid, hvis dere har det? "
                    "Tjenesten skal etablere en faglig referansegruppe. "
                    "Gruppen skal sikre at kunnskap spres i hele landet, "
                    "og bidra til drift i tråd med formål og forskrift."
                ),
                QUESTIONS,
                standing,
            ),
            Asked(
                TREATMENT_QUALITY_PLAN,
                _("Kvalitet på behandlingsresultatene - overvåking og formidling"),
                _(
                    "Hvordan vil dere bruke kvalitetsverktøyene til å overvåke kvaliteten "
                    "på behandlingen? Hvordan skal dette formidles? "
                    "Å overvåke og formidle behandlingsresultater er en sentral oppgave."
                ),
                QUESTIONS,
                standing,
            ),
            evaluation.competence_spread(QUESTIONS, standing, effect=False),
            evaluation.reporting_feedback(standing=standing),
            guidance=sections.FROM_OUR_TASKS,
        ),
        sections.reference_group(*group_list_b(standing), standing=standing),
    )


TEMPLATE = Template(
    id="national-competence-service-new",
    title=_("Nasjonale kompetansetjenester – nye"),
    entity_types=(EntityType.NATIONAL_COMPETENCE_SERVICE,),
    phases=(Phase.NEW,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-081"),
    editions=national_editions(_sections, WEBINAR_2024.at("Nasjonale kompetansetjenester – nye")),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
