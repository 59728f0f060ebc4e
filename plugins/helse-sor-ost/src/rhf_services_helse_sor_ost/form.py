"""Annual report of a regional competence service in Helse Sør-Øst."""

from typing import Final

from attrs import evolve

from rhf_services.forms import activities, evaluation, sections
from rhf_services.forms.editions import NO_NEW_QUESTIONS
from rhf_services.forms.limits import FIVE_IN_2024, UP_TO_FIVE
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Edition, Limit, Section, Template
from rhf_services.model.questions import LongText
from rhf_services.model.regions import Region
from rhf_services.model.sources import Document, Standing
from rhf_services.model.text import Text, texts_of
from rhf_services.sources.documents import WEBINAR_2024, proposal

_: Final = texts_of("rhf_services_helse_sor_ost")

GUIDELINE: Final = Document(
    id="helse-sor-ost.guideline",
    title=(
        "Retningslinje for etablering, organisering og finansiering av "
        "regionale kompetansetjenester i Helse Sør-Øst"
    ),
    short=_("det Helse Sør-Øst har publisert om regionale kompetansetjenester"),
    dated="2012",
    read=False,
    quoted=False,
)
NAMED = WEBINAR_2024.at("Rapportmaler", "S003-086")
OURS = proposal("along what the region has published of its competence services")

KNOWLEDGE_SPREAD: Final = LongText("helse-sor-ost.knowledge-spread")
NETWORKS: Final = LongText("helse-sor-ost.networks")
RESEARCH_COORDINATION: Final = LongText("helse-sor-ost.research-coordination")
DEVELOPMENT: Final = LongText("helse-sor-ost.development")


def _ask(key: LongText, label: Text, guidance: Text) -> Asked:
    return Asked(key, label, guidance, GUIDELINE.at("Retningslinje"), Standing.PROPOSED)


def _optional(asked: Asked) -> Asked:
    return evolve(asked, optional=True)


def _sections(limit: Limit | None) -> tuple[Section, ...]:
    """Give the parts of the form; the limit of the year is said to all who report (S003-096)."""
    return (
        sections.about(NAMED, Standing.PROPOSED),
        sections.people(NAMED, Standing.PROPOSED, guidance=sections.PEOPLE),
        sections.activity(
            activities.articles(UP_TO_FIVE if limit else OURS, Standing.PROPOSED, limit),
            _optional(activities.doctorates(OURS, Standing.PROPOSED)),
            _optional(activities.projects(UP_TO_FIVE if limit else OURS, Standing.PROPOSED, limit)),
            _optional(activities.teaching(OURS, Standing.PROPOSED)),
            _optional(activities.dissemination(OURS, Standing.PROPOSED)),
            _optional(activities.clinical_activity(OURS, Standing.PROPOSED)),
            _optional(activities.quality_tools(OURS, Standing.PROPOSED)),
            source=NAMED,
            standing=Standing.PROPOSED,
        ),
        sections.evaluation(
            _ask(
                KNOWLEDGE_SPREAD,
                _("Spredning av kunnskap"),
                _("Hvordan har tjenesten spredt kunnskap til fagmiljøene i regionen?"),
            ),
            _ask(
                NETWORKS,
                _("Nettverk"),
                _("Hvilke faglige nettverk er i drift? Hva har de oppnådd?"),
            ),
            _ask(
                RESEARCH_COORDINATION,
                _("Samordning av forskning"),
                _("Hvordan har tjenesten samordnet forskningen på fagområdet i regionen?"),
            ),
            _ask(
                DEVELOPMENT,
                _("Fagutvikling"),
                _("Hva har tjenesten gjort for å utvikle faget i regionen?"),
            ),
            evaluation.reporting_feedback(OURS, Standing.PROPOSED),
            source=NAMED,
            standing=Standing.PROPOSED,
        ),
    )


TEMPLATE = Template(
    id="helse-sor-ost.regional-competence-service",
    title=_("Regionale kompetansetjenester – Helse Sør-Øst"),
    entity_types=(EntityType.REGIONAL_COMPETENCE_SERVICE,),
    regions=(Region.HELSE_SOR_OST,),
    source=NAMED,
    editions=tuple(
        Edition(
            first=year,
            said=(NO_NEW_QUESTIONS,),
            source=NAMED,
            standing=Standing.PROPOSED,
            sections=_sections(limit),
        )
        for year, limit in ((2023, None), (2024, FIVE_IN_2024))
    ),
)
