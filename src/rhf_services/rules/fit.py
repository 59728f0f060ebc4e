"""Whether the form fits who reports: the kind of entity, and the region."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.forms import Edition, Template
from rhf_services.model.reach import Reach, no_question
from rhf_services.model.rules import (
    WARNING_WHILE_WRITING,
    Audience,
    Hit,
    NamedCase,
    Rule,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import WEBINAR_2024, proposal
from rhf_services.sources.organisations import responsible_regions

HOST_DECIDES = proposal("the host's choice of form wins, and is told where it looks unusual")
REGIONAL_ENTITY: Final[dict[str, Any]] = {
    "type": "regional-competence-centre",
    "hosts": [{"organisation": "helse-bergen"}],
}


def kinds_disagree(filing: Filing) -> Iterator[Hit]:
    """The report, the host and the form agree on what kind of entity reports."""
    chosen = _chosen_by_host(filing)
    if chosen is not None and chosen != filing.report.template:
        yield Hit(("template",), variant="host", template=chosen)
        return
    kept = filing.case.entity.type if filing.case.entity else None
    reported = filing.report.entity.type
    if kept and reported and kept != reported:
        yield Hit(("entity", "type"))
        return
    kind = kept or reported
    kinds = filing.template.entity_types if filing.template else ()
    if kind and kinds and kind not in kinds and chosen is None:
        yield Hit(("template",), variant="form")


def _chosen_by_host(filing: Filing) -> str | None:
    entity = filing.case.entity
    return entity.template.get(str(filing.report.year)) if entity else None


KINDS_DISAGREE = Rule(
    code="TPL004",
    title=_("Rapporten og enheten er ikke enige om type eller skjema"),
    obligation=_(
        "Rapporten, rapporteringssystemet og skjemaet er enige om hva slags enhet som rapporterer."
    ),
    on=FILING,
    says=WARNING_WHILE_WRITING,
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har en annen type enn den som er registrert for enheten."),
        mend=_("Rett typen i rapporten, eller den som er registrert for enheten."),
    ),
    variants={
        "host": Message(
            says=_("For denne enheten og dette året er skjemaet {template} valgt."),
            mend=_("Bytt skjema i rapporten, eller endre valget for enheten."),
        ),
        "form": Message(
            says=_("Skjemaet er laget for en annen type enhet."),
            mend=_("Velg et annet skjema, eller registrer at dette er valgt for enheten."),
        ),
    },
    source=HOST_DECIDES,
    standing=Standing.PROPOSED,
    check=kinds_disagree,
    cases=(
        NamedCase(
            _("Et senter på skjemaet for behandlingstjenester"),
            {"report": {"entity": {"type": "national-centre"}}},
            ("/template",),
        ),
        NamedCase(
            _("Rapporten sier senter, registeret sier tjeneste"),
            {
                "report": {"entity": {"type": "national-centre"}},
                "entity": {"type": "national-treatment-service"},
            },
            ("/entity/type",),
        ),
        NamedCase(
            _("Et annet skjema er valgt for enheten"),
            {"report": {}, "entity": {"template": {"2024": "archive"}}},
            ("/template",),
        ),
        NamedCase(
            _("Den som drifter systemet, har selv valgt skjemaet"),
            {
                "report": {},
                "entity": {
                    "type": "national-centre",
                    "template": {"2024": "national-treatment-service"},
                },
            },
        ),
        NamedCase(
            _("Typen passer til skjemaet"),
            {"report": {"entity": {"type": "national-treatment-service"}}},
        ),
    ),
)


def other_region(filing: Filing) -> Iterator[Hit]:
    """A region's own form is for entities of that region."""
    regions = filing.template.regions if filing.template else ()
    own = responsible_regions(filing.case.entity, filing.report.entity)
    if regions and own and not any(region in regions for region in own):
        yield Hit(("template",), regions=tuple(str(region) for region in regions))


def _of_a_region(template: Template, _edition: Edition) -> bool:
    return bool(template.regions)


OTHER_REGION = Rule(
    code="TPL005",
    title=_("Et regionalt skjema for en annen region"),
    obligation=_("En regions eget skjema er for enheter i den regionen."),
    on=FILING,
    says=WARNING_WHILE_WRITING,
    audience=Audience.HOST,
    message=Message(
        says=_("Skjemaet gjelder bare for {regions}, men enheten hører til en annen region."),
        mend=_(
            "Velg et annet skjema, eller rett regionen. Er det valgt med vilje, gjelder valget."
        ),
    ),
    source=WEBINAR_2024.at("Rapportmaler", "S003-085", "S003-086"),
    traces=("S003-085", "S003-086"),
    check=other_region,
    reach=Reach(no_question, elsewhere=True, on_form=_of_a_region),
    cases=(
        NamedCase(
            _("Et senter i Helse Nord på skjemaet til Helse Vest"),
            {
                "report": {
                    "template": "helse-vest.regional-competence-centre",
                    "entity": {
                        "type": "regional-competence-centre",
                        "hosts": [{"name": "Et sykehus", "region": "helse-nord"}],
                    },
                }
            },
            ("/template",),
        ),
        NamedCase(
            _("Et senter i Helse Vest"),
            {
                "report": {
                    "template": "helse-vest.regional-competence-centre",
                    "entity": REGIONAL_ENTITY,
                }
            },
        ),
        NamedCase(
            _("En region som enheten selv oppgir"),
            {
                "report": {"template": "helse-vest.regional-competence-centre"},
                "entity": {"type": "regional-competence-centre", "regions": ["helse-vest"]},
            },
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (KINDS_DISAGREE, OTHER_REGION)
