"""Which form a report is made on, for which year, and whether it fits who reports."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.questions import Table
from rhf_services.model.rules import Audience, Covers, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import WEBINAR_2024, proposal
from rhf_services.sources.organisations import responsible_regions

TEMPLATES = WEBINAR_2024.at("Rapportmaler", "S003-072")
GONE_THROUGH = WEBINAR_2024.at("Rapportmaler", "S003-076")
NOT_ALL_ANSWER = WEBINAR_2024.at("Aktivitet – registrering av aktivitet", "S003-094", "S003-142")
HOST_DECIDES = proposal("the host's choice of form wins, and is told where it looks unusual")
FORM_AND_SUBMISSION = {Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.ERROR}
INFO_WHILE_WRITING = {Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.INFO}
REGIONAL_ENTITY = {
    "type": "regional-competence-centre",
    "hosts": [{"organisation": "helse-bergen"}],
}


def form_absent(filing: Filing) -> Iterator[Hit]:
    """A report is made on a form that is loaded, for a year the form is for."""
    absent = filing.absent
    if absent is None:
        return
    at = ("year",) if absent.reason in ("no-year", "no-edition") else ("template",)
    if absent.suggested is not None:
        yield Hit(at, variant=f"{absent.reason}-suggested", suggested=absent.suggested)
    else:
        yield Hit(at, variant=absent.reason)


_SUGGESTED = _("Etter type og rapportår passer skjemaet {suggested}.")
_NO_TEMPLATE = _("Rapporten sier ikke hvilket skjema den hører til.")
_UNKNOWN_TEMPLATE = _("Skjemaet som rapporten nevner, finnes ikke her.")
_NO_EDITION = _("Skjemaet finnes ikke for dette rapportåret.")

FORM_ABSENT = Rule(
    code="TPL001",
    title=_("Skjemaet mangler"),
    on=FILING,
    says=FORM_AND_SUBMISSION,
    audience=Audience.HOST,
    message=Message(says=_NO_TEMPLATE, mend=_("Velg et skjema for rapporten.")),
    variants={
        "no-template": Message(says=_NO_TEMPLATE, mend=_("Velg et skjema for rapporten.")),
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
    source=TEMPLATES,
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
    on=FILING,
    says={Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.WARNING},
    audience=Audience.SERVICE_ENVIRONMENT,
    message=Message(
        says=_("Skjemaet for {year} er ikke lagt inn; her vises skjemaet for {first_year}."),
        mend=_("Gå gjennom skjemaet, og legg det inn for {year} før det sendes ut."),
    ),
    source=GONE_THROUGH,
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
    if not filing.edition_belongs:
        yield Hit(("edition",), variant="other-year")
    elif not filing.edition_known:
        yield Hit(("edition",))


EDITION_UNKNOWN = Rule(
    code="TPL003",
    title=_("Utgaven av skjemaet er en annen"),
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


def kinds_disagree(filing: Filing) -> Iterator[Hit]:
    """The report, the host and the form agree on what kind of entity reports."""
    kept = filing.case.entity.type if filing.case.entity else None
    reported = filing.report.entity.type
    if kept and reported and kept != reported:
        yield Hit(("entity", "type"))
        return
    kind = kept or reported
    kinds = filing.template.entity_types if filing.template else ()
    if kind and kinds and kind not in kinds and not _chosen_by_host(filing):
        yield Hit(("template",), variant="form")


def _chosen_by_host(filing: Filing) -> bool:
    entity = filing.case.entity
    chosen = entity.template.get(str(filing.report.year)) if entity else None
    return chosen is not None and chosen == filing.report.template


KINDS_DISAGREE = Rule(
    code="TPL004",
    title=_("Rapporten og enheten er ikke enige om type eller skjema"),
    on=FILING,
    says={Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.WARNING},
    audience=Audience.HOST,
    message=Message(
        says=_("Rapporten har en annen type enn den som er registrert for enheten."),
        mend=_("Rett den av dem som er feil."),
    ),
    variants={
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
    own = responsible_regions(filing)
    if regions and own and not any(region in regions for region in own):
        yield Hit(("template",), regions=tuple(str(region) for region in regions))


OTHER_REGION = Rule(
    code="TPL005",
    title=_("Et regionalt skjema for en annen region"),
    on=FILING,
    says={Stage.DRAFT: Severity.WARNING, Stage.SUBMISSION: Severity.WARNING},
    audience=Audience.HOST,
    message=Message(
        says=_("Skjemaet gjelder bare for {regions}, men enheten hører til en annen region."),
        mend=_("Velg et annet skjema, eller rett regionen. Valget deres gjelder."),
    ),
    source=WEBINAR_2024.at("Rapportmaler", "S003-085", "S003-086"),
    traces=("S003-085", "S003-086"),
    check=other_region,
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


def question_outside(filing: Filing) -> Iterator[Hit]:
    """An answer belongs to a question that this form asks; others are kept, and named once."""
    found = [asked.id for asked in filing.outside if not isinstance(asked.question, Table)]
    if found:
        yield Hit(("answers", found[0]), questions=tuple(found))


QUESTION_OUTSIDE = Rule(
    code="TPL006",
    title=_("Svar på spørsmål utenfor skjemaet"),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Skjemaet spør ikke om {questions}."),
        mend=_("Svaret er beholdt, men blir ikke med i rapporten som vises. Flytt det gjerne."),
    ),
    source=NOT_ALL_ANSWER,
    standing=Standing.PROPOSED,
    check=question_outside,
    cases=(
        NamedCase(
            _("Et svar fra det eldre skjemaet"),
            {"report": {"answers": {"goals": "Kortere ventetid.", "equal-access": "Ja."}}},
            ("/answers/goals",),
        ),
        NamedCase(
            _("Bare skjemaets egne spørsmål"), {"report": {"answers": {"equal-access": "Ja."}}}
        ),
    ),
)


def activity_outside(filing: Filing) -> Iterator[Hit]:
    """Not everybody answers every activity; what lies outside the form is kept, and named once."""
    found = [asked.id for asked in filing.outside if isinstance(asked.question, Table)]
    if found:
        yield Hit(("answers", found[0]), questions=tuple(found))


ACTIVITY_OUTSIDE = Rule(
    code="ACT004",
    title=_("Aktivitet utenfor skjemaet"),
    on=FILING,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Skjemaet har ingen spørsmål om {questions}."),
        mend=_(
            "Radene er beholdt, men blir ikke med i rapporten som vises. "
            "Nevn dem gjerne i et av svarene."
        ),
    ),
    source=NOT_ALL_ANSWER,
    traces=("S003-094", "S003-142"),
    check=activity_outside,
    cases=(
        NamedCase(
            _("En doktorgrad på skjemaet for behandlingstjenester"),
            {"report": {"answers": {"doctorates": [{"id": "d1", "title": "Om svulster"}]}}},
            ("/answers/doctorates",),
        ),
        NamedCase(
            _("Et tomt felt fra et annet skjema"), {"report": {"answers": {"doctorates": None}}}
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (
        FORM_ABSENT,
        YEAR_NOT_ENTERED,
        EDITION_UNKNOWN,
        KINDS_DISAGREE,
        OTHER_REGION,
        QUESTION_OUTSIDE,
        ACTIVITY_OUTSIDE,
    )
