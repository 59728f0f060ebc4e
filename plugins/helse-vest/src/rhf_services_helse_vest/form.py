"""Annual report of a regional competence centre in Helse Vest."""

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
from rhf_services.sources.documents import PUBLISHED_REPORTS, WEBINAR_2024, proposal

_: Final = texts_of("rhf_services_helse_vest")

CRITERIA: Final = Document(
    id="helse-vest.criteria",
    title="Kriterium regionale kompetansesenter (styresak 78/03)",
    short=_("kriteriene til Helse Vest for regionale kompetansesentre"),
    dated="2003",
    read=False,
    quoted=False,
)
NAMED = WEBINAR_2024.at("Rapportmaler", "S003-085")
OURS = proposal("along the region's published criteria for regional centres, 2003")
SEEN = PUBLISHED_REPORTS.at("Vitenskapelige artikler")

RESEARCH_AND_TEACHING: Final = LongText("helse-vest.research-and-teaching")
REGIONAL_COOPERATION: Final = LongText("helse-vest.regional-cooperation")
CLINICAL_RESULTS: Final = LongText("helse-vest.clinical-results")
EVALUATION_STATUS: Final = LongText("helse-vest.evaluation-status")


def _ask(key: LongText, label: Text, guidance: Text, *, optional: bool = False) -> Asked:
    source = CRITERIA.at("Kriterium")
    return Asked(key, label, guidance, source, Standing.PROPOSED, optional=optional)


def _optional(asked: Asked) -> Asked:
    return evolve(asked, optional=True)


def _sections(limit: Limit | None) -> tuple[Section, ...]:
    """Give the parts of the form; the limit of the year is said to all who report (S003-096)."""
    return (
        sections.about(NAMED, Standing.PROPOSED),
        sections.people(NAMED, Standing.PROPOSED, guidance=sections.PEOPLE),
        sections.activity(
            activities.articles(UP_TO_FIVE if limit else SEEN, Standing.OBSERVED, limit),
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
                RESEARCH_AND_TEACHING,
                _("Forskning, utvikling og undervisning"),
                _(
                    "Hvordan har senteret spredt forskning, utvikling og undervisning "
                    "til hele regionen?"
                ),
            ),
            _ask(
                REGIONAL_COOPERATION,
                _("Samarbeid og fagnettverk i regionen"),
                _(
                    "Hvordan er samarbeidet med fagmiljøene i regionen? "
                    "Hvilke fagnettverk er i drift?"
                ),
            ),
            _ask(
                CLINICAL_RESULTS,
                _("Volum og resultater"),
                _(
                    "Hvilket volum og hvilke resultater har behandlingen hatt? "
                    "Bare for sentre med klinisk virksomhet."
                ),
                optional=True,
            ),
            _ask(
                EVALUATION_STATUS,
                _("Status for evaluering av senteret"),
                _(
                    "Når ble senteret sist evaluert? Hva følges opp? "
                    "Godkjenning gjelder for fem år, "
                    "med evaluering før den kan videreføres."
                ),
            ),
            evaluation.reporting_feedback(OURS, Standing.PROPOSED),
            source=NAMED,
            standing=Standing.PROPOSED,
        ),
    )


TEMPLATE = Template(
    id="helse-vest.regional-competence-centre",
    title=_("Regionale kompetansesentre – Helse Vest"),
    entity_types=(EntityType.REGIONAL_COMPETENCE_CENTRE,),
    regions=(Region.HELSE_VEST,),
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
