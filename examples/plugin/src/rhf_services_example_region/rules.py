"""What the region says about reports on its form."""

from collections.abc import Iterator
from typing import Final

from rhf_services import Audience, Report, Rule, Severity, Stage
from rhf_services.model.rules import Hit, NamedCase
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import REPORT
from rhf_services.model.text import Message, texts_of
from rhf_services_example_region.form import DAYS, MANDATE, TEMPLATE, TRAVEL, VISITS

_ = texts_of("rhf_services_example_region")

LEFT: Final = "[skriv her]"


def left_open(report: Report) -> Iterator[Hit]:
    """What the region handed out to write in, is written in."""
    answer = report[TRAVEL]
    if answer is not None and LEFT in answer:
        yield Hit(("answers", TRAVEL.id), question=TRAVEL.id)


LEFT_OPEN: Final = Rule(
    code="ER-TRA001",
    title=_("Noe er ikke skrevet inn"),
    on=REPORT,
    says={Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.WARNING},
    audience=Audience.LEAD,
    message=Message(
        says=_("I {question} står det fortsatt «[skriv her]»."),
        mend=_("Skriv inn hvordan pasientene kommer fram, eller ta bort linjen."),
    ),
    source=MANDATE.at("Likeverdig tilgang"),
    standing=Standing.PROPOSED,
    check=left_open,
    reads=(TRAVEL.id,),
    cases=(
        NamedCase(
            _("Teksten fra regionen står som den kom"),
            {"report": {"template": TEMPLATE.id, "answers": {TRAVEL.id: "Med fly: [skriv her]"}}},
            fires=("/answers/example-region.travel",),
        ),
        NamedCase(
            _("Teksten er skrevet ferdig"),
            {"report": {"template": TEMPLATE.id, "answers": {TRAVEL.id: "Med fly, og på video."}}},
        ),
    ),
)


def no_days(report: Report) -> Iterator[Hit]:
    """A visit lasted a day or more."""
    for row in report[VISITS] or ():
        if row[DAYS] == 0:
            at = ("answers", VISITS.id, row.index, DAYS.id)
            yield Hit(at, question=VISITS.id, row=row.index + 1, column=DAYS.id)


NO_DAYS: Final = Rule(
    code="ER-VIS001",
    title=_("Et besøk uten dager"),
    on=REPORT,
    says={Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.WARNING},
    audience=Audience.LEAD,
    message=Message(
        says=_("{question}, rad {row}: {column} er 0."),
        mend=_("Skriv hvor mange dager dere var der, eller ta bort raden."),
    ),
    source=MANDATE.at("Likeverdig tilgang"),
    standing=Standing.PROPOSED,
    check=no_days,
    reads=(VISITS.id,),
    cases=(
        NamedCase(
            _("Det andre besøket har 0 dager"),
            {
                "report": {
                    "template": TEMPLATE.id,
                    "answers": {VISITS.id: [{"days": 2}, {"days": 0}]},
                }
            },
            fires=("/answers/example-region.visits/1/days",),
        ),
        NamedCase(
            _("Et besøk på tre dager"),
            {"report": {"template": TEMPLATE.id, "answers": {VISITS.id: [{"days": 3}]}}},
        ),
    ),
)
