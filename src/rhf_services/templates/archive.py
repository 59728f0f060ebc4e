"""The old annual report, for every kind of entity, reporting years 2009 to 2022.

Observed in published reports. Nothing in it is compulsory, and nobody submits it any more: old
reports are loaded, shown and carried forward as they are.
"""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from rhf_services.forms import activities, sections
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Edition, Template
from rhf_services.model.questions import LongText, Statement
from rhf_services.model.sources import Standing
from rhf_services.model.text import Text, _
from rhf_services.sources.documents import PUBLISHED_REPORTS

SEEN = PUBLISHED_REPORTS.at("Oppgaver og resultat")
LISTS = PUBLISHED_REPORTS.at("Aktivitet")

TASKS_AND_RESULTS: Final = LongText("tasks-and-results")
GOALS: Final = LongText("goals")
PATIENT_INFORMATION: Final = Statement("patient-information")
COMPETENCE_SPREAD_PLAN: Final = Statement("competence-spread-plan")


def _seen(key: LongText | Statement, label: Text, guidance: Text | None = None) -> Asked:
    return Asked(key, label, guidance, SEEN, Standing.OBSERVED, optional=True)


def _listed(*asked: Asked) -> tuple[Asked, ...]:
    return tuple(evolve(one, optional=True) for one in asked)


TEMPLATE = Template(
    id="archive",
    title=_("Årsrapport, eldre skjema"),
    entity_types=(
        EntityType.NATIONAL_TREATMENT_SERVICE,
        EntityType.MULTIREGIONAL_TREATMENT_SERVICE,
        EntityType.NATIONAL_COMPETENCE_SERVICE,
        EntityType.NATIONAL_CENTRE,
        EntityType.QUALITY_AND_COMPETENCE_NETWORK,
        EntityType.REGIONAL_COMPETENCE_CENTRE,
        EntityType.REGIONAL_COMPETENCE_SERVICE,
    ),
    source=SEEN,
    standing=Standing.OBSERVED,
    archive=True,
    editions=(
        Edition(
            first=2009,
            last=2022,
            source=SEEN,
            standing=Standing.OBSERVED,
            sections=(
                sections.about(SEEN, Standing.OBSERVED),
                sections.people(SEEN, Standing.OBSERVED, guidance=None),
                sections.activity(
                    *_listed(
                        activities.articles(LISTS, Standing.OBSERVED),
                        activities.doctorates(LISTS, Standing.OBSERVED),
                        activities.projects(LISTS, Standing.OBSERVED),
                        activities.teaching(LISTS, Standing.OBSERVED),
                        activities.clinical_activity(LISTS, Standing.OBSERVED),
                        activities.dissemination(LISTS, Standing.OBSERVED),
                        activities.quality_tools(LISTS, Standing.OBSERVED),
                    ),
                    source=LISTS,
                    standing=Standing.OBSERVED,
                ),
                sections.evaluation(
                    _seen(
                        TASKS_AND_RESULTS,
                        _("Oppgaver og resultat"),
                        _("Gi en vurdering av aktiviteten opp mot oppgavespekteret"),
                    ),
                    _seen(GOALS, _("Målsettinger")),
                    _seen(
                        PATIENT_INFORMATION,
                        _(
                            "Tjenesten har utarbeidet spesifikk pasientinformasjon "
                            "om tjenestens innhold og ansvarsområde"
                        ),
                    ),
                    _seen(
                        COMPETENCE_SPREAD_PLAN,
                        _("Tjenesten har utarbeidet en plan for kompetansespredning"),
                    ),
                    source=SEEN,
                    standing=Standing.OBSERVED,
                ),
            ),
        ),
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
