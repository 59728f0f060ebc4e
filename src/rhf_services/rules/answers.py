"""Parts that nobody has answered. Nothing is compulsory; an empty part is asked about once."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.forms.reference_group import LIST_A, LIST_B
from rhf_services.hooks.markers import hookimpl
from rhf_services.model.answers import State
from rhf_services.model.filing import Filing
from rhf_services.model.forms import Addressee, Edition, Template
from rhf_services.model.reach import AskedAt, Reach, no_question
from rhf_services.model.rules import (
    INFO_THEN_WARNING,
    Audience,
    Covers,
    Hit,
    NamedCase,
    Rule,
    Stage,
)
from rhf_services.model.subjects import ANSWER, FILING, AnswerGiven
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import SERVICES_PAGE, WEBINAR_2024

ANSWERED: Final[dict[str, Any]] = {
    "equal-access": "Ambulerende klinikk i alle regioner.",
    "pathway-cooperation": "Faste møter med lokalsykehusene.",
    "treatment-quality": {"tools": ["national-quality-registry"]},
    "teaching": {"nothing_to_report": True},
    "group-assessment": "Godt år.",
    "group-user-representative": "God dialog.",
    "group-helse-nord": "Informert fagmiljøene.",
    "group-helse-midt-norge": "Informert fagmiljøene.",
    "group-helse-sor-ost": {"not_received": True},
    "group-helse-vest": "Informert fagmiljøene.",
}


def unanswered(given: AnswerGiven) -> Iterator[Hit]:
    """An evaluation question to the entity is answered, or set aside as not applicable."""
    asked, edition = given.asked, given.filing.edition
    if edition is None or not _is_left(given) or asked.to is not Addressee.ENTITY:
        return
    section = edition.section_by_question[asked.id].id
    if section == "evaluation":
        yield Hit(question=asked.id, tab=section)


def _is_left(given: AnswerGiven) -> bool:
    """Tell whether a question is untouched, in a report where something else is answered."""
    return given.state is State.MISSING and not given.asked.optional and not given.filing.empty


def _asked_of_the_entity(at: AskedAt) -> bool:
    return not at.to_group and not at.asked.optional and at.section.id == "evaluation"


def _asked_of_the_group(at: AskedAt) -> bool:
    return at.to_group and not at.asked.optional and at.asked.region is None


def _asked_of_a_region(at: AskedAt) -> bool:
    return at.asked.region is not None and not at.asked.optional


UNANSWERED = Rule(
    code="EVA001",
    title=_("Spørsmål som ikke er besvart"),
    obligation=_("Spørsmål om evaluering er besvart, eller satt til side som ikke aktuelle."),
    on=ANSWER,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_("{question} (fanen {tab}) er ikke besvart."),
        mend=_("Skriv et kort svar, eller velg «Ikke aktuelt»."),
        then=_("Regionen ser at feltet er tomt."),
    ),
    source=WEBINAR_2024.at("Evaluering (tekstfelt)", "S003-101", "S003-104", "S003-109"),
    traces=(
        "S003-101",
        "S003-104",
        "S003-109",
        "S003-119",
        "S003-124",
        "S003-129",
        "S003-132",
        "S003-134",
        "S003-137",
        "S003-140",
        "S003-143",
        "S003-146",
    ),
    check=unanswered,
    reach=Reach(_asked_of_the_entity),
    cites_question=True,
    cases=(
        NamedCase(
            _("To tomme svar"),
            {
                "report": {
                    "answers": {**ANSWERED, "pathway-cooperation": None, "treatment-quality": None}
                }
            },
            ("/answers/pathway-cooperation", "/answers/treatment-quality"),
        ),
        NamedCase(
            _("Et svar med bare mellomrom, mens skjemaet fylles ut"),
            {"report": {"answers": {**ANSWERED, "equal-access": "  "}}},
            ("/answers/equal-access",),
            Stage.DRAFT,
        ),
        NamedCase(_("Alt er besvart"), {"report": {"answers": ANSWERED}}),
        NamedCase(
            _("Én grunn for hele delen"),
            {
                "report": {
                    "answers": {"teaching": [{"text": "Kurs"}]},
                    "sections": {"evaluation": {"not_applicable": "Tjenesten startet i desember."}},
                }
            },
        ),
    ),
)


def activity_untouched(filing: Filing) -> Iterator[Hit]:
    """The report tells the status of activities: something, or that there is nothing to report."""
    section = filing.edition.section("activity") if filing.edition else None
    if section is None or filing.empty:
        return
    states = [filing.states[asked.id] for asked in section.asked]
    asked_for = [asked for asked in section.asked if not asked.optional]
    if asked_for and all(state is State.MISSING for state in states):
        yield Hit(("sections", "activity"), tab="activity")


def _asks_for_activity(_template: Template, edition: Edition) -> bool:
    section = edition.section("activity")
    return section is not None and any(not asked.optional for asked in section.asked)


ACTIVITY_UNTOUCHED = Rule(
    code="ACT003",
    title=_("En aktivitetsfane som ingen har rørt"),
    obligation=_(
        "Rapporten gir status for aktivitetene: hva som er gjort i året, "
        "eller at det ikke er noe å rapportere."
    ),
    on=FILING,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_("Fanen {tab} er tom."),
        mend=_("Før opp det viktigste, eller velg «Ingenting å rapportere» for hele fanen."),
    ),
    source=SERVICES_PAGE.at("Rapportering", "S004-026"),
    traces=("S004-026",),
    covers=Covers.PART,
    check=activity_untouched,
    reach=Reach(no_question, elsewhere=True, on_form=_asks_for_activity),
    cases=(
        NamedCase(
            _("Ingen rader på hele fanen"),
            {"report": {"answers": {**ANSWERED, "teaching": None}}},
            ("/sections/activity",),
        ),
        NamedCase(_("En enkelt tom aktivitet er i orden"), {"report": {"answers": ANSWERED}}),
        NamedCase(
            _("Ingenting å rapportere"),
            {
                "report": {
                    "answers": {"equal-access": "Ja."},
                    "sections": {"activity": {"nothing_to_report": True}},
                }
            },
        ),
    ),
)


def group_unanswered(given: AnswerGiven) -> Iterator[Hit]:
    """The group's assessment and its user representative's word are given, or not received."""
    asked = given.asked
    if _is_left(given) and asked.to is Addressee.GROUP and asked.region is None:
        yield Hit(question=asked.id)


GROUP_UNANSWERED = Rule(
    code="GRP001",
    title=_("Svar fra referansegruppen som mangler"),
    obligation=_(
        "Referansegruppens vurdering og brukerrepresentantens svar er med, "
        "eller merket som ikke mottatt."
    ),
    on=ANSWER,
    says=INFO_THEN_WARNING,
    audience=Audience.GROUP_LEADER,
    message=Message(
        says=_("{question} er ikke besvart."),
        mend=_("Skriv inn svaret når du har fått det, eller velg «Svar ikke mottatt»."),
    ),
    source=LIST_A,
    also=(LIST_B,),
    traces=("S003-159", "S003-160", "S003-163", "S003-164"),
    check=group_unanswered,
    reach=Reach(_asked_of_the_group),
    cites_question=True,
    cases=(
        NamedCase(
            _("Brukerrepresentantens svar mangler"),
            {"report": {"answers": {**ANSWERED, "group-user-representative": None}}},
            ("/answers/group-user-representative",),
        ),
        NamedCase(
            _("Svaret er ikke mottatt, og det er sagt fra om det"),
            {
                "report": {
                    "answers": {**ANSWERED, "group-user-representative": {"not_received": True}}
                }
            },
        ),
    ),
)


def regions_unanswered(filing: Filing) -> Iterator[Hit]:
    """The group assesses the status in each region; missing regions are named together."""
    if filing.edition is None or filing.empty:
        return
    left = [
        asked
        for asked in filing.edition
        if asked.region is not None
        and not asked.optional
        and filing.states[asked.id] is State.MISSING
    ]
    if left:
        regions = tuple(str(asked.region) for asked in left)
        yield Hit(("answers", left[0].id), regions=regions, count=len(regions))


REGIONS_UNANSWERED = Rule(
    code="GRP002",
    title=_("Svar fra regionenes representanter som mangler"),
    obligation=_("Gruppen vurderer status i hver region; representanten for hver av dem svarer."),
    on=FILING,
    says=INFO_THEN_WARNING,
    audience=Audience.GROUP_LEADER,
    message=Message(
        says=_("Svar mangler fra {regions}; gruppen skal vurdere status i hver region."),
        mend=_("Skriv det inn når du har fått det, eller velg «Svar ikke mottatt»."),
        then=_("De andre svarene står som de er."),
    ),
    source=WEBINAR_2024.at("Referansegrupper for tjenester og sentre", "S003-153", "S003-154"),
    also=(LIST_A, LIST_B),
    traces=("S003-153", "S003-154", "S003-161", "S003-165"),
    check=regions_unanswered,
    reach=Reach(_asked_of_a_region),
    cases=(
        NamedCase(
            _("To regioner mangler"),
            {
                "report": {
                    "answers": {**ANSWERED, "group-helse-nord": None, "group-helse-vest": None}
                }
            },
            ("/answers/group-helse-nord",),
        ),
        NamedCase(
            _("Alle regioner har svart, eller svaret er ikke mottatt"),
            {"report": {"answers": ANSWERED}},
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (UNANSWERED, ACTIVITY_UNTOUCHED, GROUP_UNANSWERED, REGIONS_UNANSWERED)
