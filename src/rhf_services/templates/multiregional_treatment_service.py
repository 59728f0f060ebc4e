"""Annual report of a multiregional treatment service (flerregional behandlingstjeneste), running.

Form 2 of nine. Its activities, questions and guidance are word for word those of form 1; nothing
is asked about the two places or the two regions.
"""

from collections.abc import Iterable

from rhf_services.forms.editions import national_editions
from rhf_services.forms.treatment import treatment_sections
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Limit, Phase, Section, Template
from rhf_services.model.sources import Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import WEBINAR_2024

ACTIVITY = WEBINAR_2024.at("Flerregionale behandlingstjenester – pågående, Aktivitet", "S003-099")
QUESTIONS = WEBINAR_2024.at(
    "Flerregionale behandlingstjenester – pågående, Evaluering",
    *(f"S003-{row}" for row in range(101, 114)),
)


def _sections(standing: Standing, limit: Limit | None) -> tuple[Section, ...]:
    return treatment_sections(ACTIVITY, QUESTIONS, standing, limit)


TEMPLATE = Template(
    id="multiregional-treatment-service",
    title=_("Flerregionale behandlingstjenester – pågående"),
    entity_types=(EntityType.MULTIREGIONAL_TREATMENT_SERVICE,),
    phases=(Phase.RUNNING,),
    source=WEBINAR_2024.at("Rapportmaler", "S003-079"),
    editions=national_editions(
        _sections, WEBINAR_2024.at("Flerregionale behandlingstjenester – pågående")
    ),
)


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    return (TEMPLATE,)
