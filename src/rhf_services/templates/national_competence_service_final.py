"""Final report of a national competence service (nasjonal kompetansetjeneste).

Form 5 of nine. Its block shows two questions, no feedback question and no reference group; the
heading of list B speaks of all competence services, so the group may answer and is never missed.
"""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from rhf_services.forms import sections
from rhf_services.forms.competence import competence_activity
from rhf_services.forms.editions import national_editions
from rhf_services.forms.reference_group import group_list_b
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.continuations import Beside
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Limit, Phase, Section, Template
from rhf_services.model.questions import LongText
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import LOST_HEADING, WEBINAR_2024

ACTIVITY = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester – sluttrapport, Aktivitet", "S003-133", note=LOST_HEADING
)
QUESTIONS = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester – sluttrapport, Evaluering",
    "S003-134",
    "S003-135",
    "S003-136",
    "S003-137",
    "S003-138",
    note=LOST_HEADING,
)

MAIN_RESULTS: Final = LongText("main-results")
TRANSITION: Final = LongText("transition")


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    return (
        sections.about(),
        sections.people(),
        competence_activity(ACTIVITY, standing, limit),
        sections.evaluation(
            Asked(
                MAIN_RESULTS,
                _("Hovedresultater"),
                _(
                    "Hva er hovedresultatene av tjenestens aktivitet siden oppstart? "
                    "Gi en oppsummering, gjerne slik både tjenesten og referansegruppen ser det. "
                    "En kompetansetjeneste skal først og fremst bygge opp kompetanse "
                    "og formidle den."
                ),
                QUESTIONS,
                standing,
            ),
            Asked(
                TRANSITION,
                _("Overgang til ny organisasjonsform"),
                _(
                    "Hva er status for overgangen til en annen organisasjonsform? "
                    "Det kan være nettverk, senter eller en annen form."
                ),
                QUESTIONS,
                standing,
                beside=Beside.CONTINUATION,
            ),
            guidance=sections.FROM_OUR_TASKS,
        ),
        sections.reference_group(
            *(evolve(asked, optional=True) for asked in group_list_b(Standing.PROPOSED)),
            standing=Standing.PROPOSED,
        ),
    )


TEMPLATE = Template(
    id="national-competence-service-final",
    title=_("Nasjonale kompetansetjenester – sluttrapport"),
    entity_types=(EntityType.NATIONAL_COMPETENCE_SERVICE,),
    phases=(Phase.FINAL,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-082"),
    editions=national_editions(
        _sections,
        WEBINAR_2024.at("Nasjonale kompetansetjenester – sluttrapport", note=LOST_HEADING),
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
