"""What the form shows of whoever reports, and who is told when it cannot."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.rules import Audience, Hit, NamedCase, Need, Rule, Severity, Stage
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import WEBINAR_2024

DESCRIBED = [{"text": "Kirurgi ved oppdiktet sykdom.", "from": "2012-01-01", "to": "2024-03-31"}]
KIND = {"id": "e1", "type": "national-treatment-service"}


def no_description(filing: Filing) -> Iterator[Hit]:
    """The tab «Om senteret» shows the description that was approved for the year."""
    entity, year = filing.case.entity, filing.report.year
    if entity is None or year is None or filing.report.entity.description is not None:
        return
    if entity.description_in(year) is None:
        yield Hit(("entity",), year=year)


NO_DESCRIPTION = Rule(
    code="ENT001",
    title=_("Beskrivelsen mangler"),
    obligation=_("Fanen «Om senteret» viser beskrivelsen som var godkjent for året."),
    on=FILING,
    says={Stage.DRAFT: Severity.INFO},
    audience=Audience.EDITOR,
    message=Message(
        says=_("For {year} er det ikke lagt inn noen godkjent beskrivelse av enheten."),
        mend=_("Legg den inn, så vises den på den første fanen i skjemaet."),
        then=_("Skjemaet kan sendes ut og fylles ut uten."),
    ),
    source=WEBINAR_2024.at("Rapporterings skjema", "S003-047"),
    traces=("S003-047",),
    check=no_description,
    needs=(Need.ENTITY,),
    cases=(
        NamedCase(
            _("Ingen beskrivelse er lagt inn"),
            {"report": {}, "entity": KIND},
            ("/entity",),
            Stage.DRAFT,
        ),
        NamedCase(
            _("Beskrivelsen gjaldt bare til og med året før"),
            {"report": {"year": 2025}, "entity": {**KIND, "descriptions": DESCRIBED}},
            ("/entity",),
            Stage.DRAFT,
        ),
        NamedCase(
            _("Beskrivelsen gjaldt en del av året"),
            {"report": {}, "entity": {**KIND, "descriptions": DESCRIBED}},
            (),
            Stage.DRAFT,
        ),
        NamedCase(
            _("Rapporten har selv beskrivelsen"),
            {"report": {"entity": {"description": DESCRIBED[0]["text"]}}, "entity": KIND},
            (),
            Stage.DRAFT,
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rule of this file."""
    return (NO_DESCRIPTION,)
