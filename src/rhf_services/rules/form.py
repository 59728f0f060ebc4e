"""Which form a report is made on, for which year, in which edition."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.rules import (
    BLOCKS_SUBMISSION,
    INFO_WHILE_WRITING,
    WARNING_WHILE_WRITING,
    Audience,
    Covers,
    Hit,
    NamedCase,
    Rule,
    Stage,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

NEEDS_A_FORM = proposal("without its form a report can be neither checked nor shown")
NOT_GONE_THROUGH = proposal(
    "the forms are gone through every year; until that is done, the last one known is shown"
)


def form_absent(filing: Filing) -> Iterator[Hit]:
    """A report is made on a form that is loaded, for a year the form is for."""
    absent = filing.absent
    if absent is None:
        return
    at = ("year",) if absent.reason in ("no-year", "no-edition") else ("template",)
    if absent.suggested is not None:
        yield Hit(at, variant=f"{absent.reason}-suggested", suggested=absent.suggested)
    elif absent.reason.endswith("-for-kind"):
        yield Hit(at, variant=absent.reason, entity_type=str(absent.entity_type))
    else:
        yield Hit(at, variant=absent.reason)


_SUGGESTED = _("Etter type og rapportår passer skjemaet {suggested}.")
_NONE_FOR_KIND = _(
    "Her finnes ikke noe skjema for «{entity_type}». "
    "Installer utvidelsen som har det, eller velg et annet skjema."
)
_NO_TEMPLATE = _("Rapporten sier ikke hvilket skjema den hører til.")
_UNKNOWN_TEMPLATE = _("Skjemaet som rapporten nevner, finnes ikke her.")
_NO_EDITION = _("Skjemaet finnes ikke for dette rapportåret.")

FORM_ABSENT = Rule(
    code="TPL001",
    title=_("Skjemaet mangler"),
    obligation=_("En rapport er laget på et skjema som er installert, for et år skjemaet gjelder."),
    on=FILING,
    says=BLOCKS_SUBMISSION,
    audience=Audience.HOST,
    message=Message(says=_NO_TEMPLATE, mend=_("Velg et skjema for rapporten.")),
    variants={
        "no-template": Message(says=_NO_TEMPLATE, mend=_("Velg et skjema for rapporten.")),
        "no-template-for-kind": Message(says=_NO_TEMPLATE, mend=_NONE_FOR_KIND),
        "unknown-template-for-kind": Message(says=_UNKNOWN_TEMPLATE, mend=_NONE_FOR_KIND),
        "no-template-suggested": Message(says=_NO_TEMPLATE, mend=_SUGGESTED),
        "unknown-template": Message(
            says=_UNKNOWN_TEMPLATE,
            mend=_("Installer utvidelsen som har skjemaet, eller velg et annet."),
        ),
        "unknown-template-suggested": Message(says=_UNKNOWN_TEMPLATE, mend=_SUGGESTED),
        "no-year": Message(
            says=_("Rapporten sier ikke hvilket rapportår den gjelder."),
            mend=_("Skriv inn rapportåret."),
        ),
        "no-edition": Message(
            says=_NO_EDITION,
            mend=_("Se etter om rapportåret er riktig, eller velg et skjema som gjelder for det."),
        ),
        "no-edition-suggested": Message(says=_NO_EDITION, mend=_SUGGESTED),
    },
    source=NEEDS_A_FORM,
    standing=Standing.PROPOSED,
    traces=("S003-072",),
    check=form_absent,
    on_archive=True,
    formless=True,
    cases=(
        NamedCase(
            _("Et skjema som ikke er installert"),
            {"report": {"template": "helse-nord.regional-centre"}},
            ("/template",),
        ),
        NamedCase(
            _("Et år før skjemaet fantes"),
            {"report": {"year": 2016, "entity": {"type": "national-treatment-service"}}},
            ("/year",),
            Stage.DRAFT,
        ),
        NamedCase(_("Verken skjema eller år"), {"report": {"template": None}}, ("/template",)),
        NamedCase(
            _("Et interregionalt nettverk, som ikke har noe skjema"),
            {"report": {"template": None, "entity": {"type": "interregional-network"}}},
            ("/template",),
        ),
        NamedCase(_("Rapportåret mangler"), {"report": {"year": None}}, ("/year",)),
        NamedCase(_("Skjema og år passer"), {"report": {"year": 2023}}),
    ),
)


def year_not_entered(filing: Filing) -> Iterator[Hit]:
    """Forms are gone through every year; a year nobody has entered is shown with the last form."""
    year = filing.report.year
    if filing.edition is not None and year is not None and year > filing.edition.confirmed:
        yield Hit(("year",), year=year, first_year=filing.edition.confirmed)


YEAR_NOT_ENTERED = Rule(
    code="TPL002",
    title=_("Skjemaet for året er ikke lagt inn"),
    obligation=_(
        "Skjemaene gås gjennom hvert år. Er året ikke lagt inn, vises det siste skjemaet."
    ),
    on=FILING,
    says=WARNING_WHILE_WRITING,
    audience=Audience.SERVICE_ENVIRONMENT,
    message=Message(
        says=_("Skjemaet for {year} er ikke lagt inn; her vises skjemaet for {first_year}."),
        mend=_("Gå gjennom skjemaet, og legg det inn for {year} før det sendes ut."),
    ),
    source=NOT_GONE_THROUGH,
    standing=Standing.PROPOSED,
    traces=("S003-076",),
    covers=Covers.PART,
    check=year_not_entered,
    cases=(
        NamedCase(_("Rapportåret 2026"), {"report": {"year": 2026}}, ("/year",)),
        NamedCase(_("Rapportåret 2024"), {"report": {"year": 2024}}),
    ),
)


def edition_unknown(filing: Filing) -> Iterator[Hit]:
    """The edition a report names is one of its year, and one we know."""
    if not filing.edition_known:
        yield Hit(("edition",))
    elif not filing.edition_belongs:
        yield Hit(("edition",), variant="other-year")


EDITION_UNKNOWN = Rule(
    code="TPL003",
    title=_("Utgaven av skjemaet er en annen"),
    obligation=_("Utgaven som rapporten nevner, er en av årets, og en vi kjenner."),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten nevner en utgave av skjemaet som ikke er lagt inn her."),
        mend=_(
            "Rapporten er kontrollert med nærmeste tidligere utgave. "
            "Legg inn utgaven om den finnes."
        ),
    ),
    variants={
        "other-year": Message(
            says=_("Rapporten nevner en utgave av skjemaet som hører til et annet år."),
            mend=_(
                "Rapporten er kontrollert med utgaven for rapportåret. Rett året eller utgaven."
            ),
        ),
    },
    source=proposal("an unknown revision is read with the nearest earlier one, and that is said"),
    standing=Standing.PROPOSED,
    check=edition_unknown,
    cases=(
        NamedCase(
            _("En rettelse som ikke er lagt inn"), {"report": {"edition": "2024.3"}}, ("/edition",)
        ),
        NamedCase(_("Fjorårets utgave"), {"report": {"edition": "2023"}}, ("/edition",)),
        NamedCase(_("Årets utgave"), {"report": {"edition": "2024"}}),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (FORM_ABSENT, YEAR_NOT_ENTERED, EDITION_UNKNOWN)
