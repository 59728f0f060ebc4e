"""The tab «Evaluering»: which questions each form puts, where, and what happens if one is left."""

from typing import Final

from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.questions import LongText, Table, TextWithChoices
from rhf_services.model.rules import Audience, Severity
from rhf_services.model.sources import Standing
from rhf_services.trace.carriers import choices, question, rule, section, text
from rhf_services.trace.facts import Proof, asks, every, missed, never_missed, speaks
from rhf_services.trace.world import (
    CENTRE,
    FINAL,
    NATIONAL,
    NETWORK,
    NEW,
    RUNNING,
    SOMETHING,
    TREATMENT,
    WITH_FEEDBACK,
    World,
)

FEEDBACK = "reporting-feedback"
QUALITY = "treatment-quality"
UNREADABLE: Final[tuple[object, ...]] = ([{"id": "r1"}], 3, True, {"rows": []})


def answered_in_text(world: World) -> bool:
    """Every evaluation question takes text; what is no text is kept, and holds back.

    Everything else is checked all the same.
    """
    for id_ in NATIONAL:
        part = world.section(id_, "evaluation")
        group = world.latest(id_).section("reference-group")
        asked = [*part.asked, *(group.asked if group else ())]
        if not all(isinstance(one.question, LongText | TextWithChoices) for one in asked):
            return False
        for wrong in UNREADABLE:
            answers = {part.asked[0].id: wrong}
            case = world.case({"template": id_, "answers": answers})
            verdict = world.check(id_, answers, sections=SOMETHING)
            told = world.found(verdict, "STR001")
            if case.report is None or case.report.answers != answers:
                return False
            if not told or not told[0].blocks or verdict.may_submit is not False:
                return False
            left = [one.id for one in part.asked[1:] if not one.optional]
            if left != [one.place.question for one in world.found(verdict, "EVA001")]:
                return False
    return True


def one_list_of_tools(world: World) -> bool:
    """The question and the activity take their choices from one list, which is only proposed."""
    table = world.asked(NEW, "quality-tools").question
    if not isinstance(table, Table) or not isinstance(table.columns[0], ChoiceColumn):
        return False
    tools = table.columns[0].choices
    lists = [
        asked.question.choices
        for id_ in TREATMENT
        for edition in world.editions(id_)
        if isinstance((asked := edition.by_id[QUALITY]).question, TextWithChoices)
    ]
    empty = world.check(TREATMENT[0], {QUALITY: {"text": "Et svar.", "tools": []}})
    return (
        lists == [tools] * 4
        and tools.id == "quality-tools"
        and tools.standing is Standing.PROPOSED
        and len(tools.choices) > 0
        and not any(one.place.question == QUALITY for one in empty.findings)
    )


def feedback_is_hidden(world: World) -> bool:
    """The feedback is the last question to the entity, marked as hidden, and in no other form."""
    for id_ in WITH_FEEDBACK:
        for edition in world.editions(id_):
            part = edition.section("evaluation")
            last = part.asked[-1] if part is not None else None
            if last is None or (last.id, last.hidden) != (FEEDBACK, True):
                return False
            if last.label.nb != "Tilbakemelding om årsrapportering":
                return False
            if [one.id for one in edition if one.hidden] != [FEEDBACK]:
                return False
    return FEEDBACK not in world.latest(FINAL).by_id


def _put(row: str, forms: tuple[str, ...], position: int, id_: str, title: str) -> Proof:
    """Prove that forms put a question in this place, and what happens if it is left."""
    carriers = (
        *question(id_, *forms),
        *text(f"{id_}.label", *forms),
        *section("evaluation", *forms),
        rule("EVA001"),
    )
    facts = [asks(form, "evaluation", position, id_, title) for form in forms]
    left = [missed(form, id_) for form in forms]
    return Proof(row, carriers, every(*facts, *left))


PROOFS = (
    Proof(
        "S003-100",
        (rule("STR001"), *section("evaluation", *NATIONAL)),
        every(speaks("STR001", Severity.ERROR, Audience.LEAD), answered_in_text),
    ),
    _put(
        "S003-101",
        TREATMENT,
        1,
        "equal-access",
        "Likeverdig tilgang for pasienter fra alle regioner",
    ),
    _put("S003-104", TREATMENT, 2, "pathway-cooperation", "Samarbeid rundt pasientforløp"),
    _put("S003-109", TREATMENT, 3, QUALITY, "Kvalitet på behandlingsresultater"),
    Proof(
        "S003-110",
        (
            choices("quality-tools"),
            *question(QUALITY, *TREATMENT),
            *question("quality-tools", NEW),
        ),
        one_list_of_tools,
    ),
    Proof(
        "S003-114",
        (*question(FEEDBACK, *WITH_FEEDBACK), *text(f"{FEEDBACK}.label", *WITH_FEEDBACK)),
        every(feedback_is_hidden, *(never_missed(form, FEEDBACK) for form in WITH_FEEDBACK)),
    ),
    _put("S003-119", (RUNNING,), 1, "competence-spread", "Status for kompetansespredning"),
    _put(
        "S003-124",
        (NEW,),
        1,
        "establishment-cooperation",
        "Nasjonalt samarbeid rundt etablering av tjenesten",
    ),
    _put(
        "S003-129",
        (NEW,),
        2,
        "treatment-quality-plan",
        "Kvalitet på behandlingsresultatene - overvåking og formidling",
    ),
    _put("S003-132", (NEW,), 3, "competence-spread", "Status for kompetansespredning"),
    _put("S003-134", (FINAL,), 1, "main-results", "Hovedresultater"),
    _put("S003-137", (FINAL,), 2, "transition", "Overgang til ny organisasjonsform"),
    _put("S003-140", (CENTRE,), 1, "centre-status", "Status for senterets arbeid"),
    _put("S003-143", (NETWORK,), 1, "network-status", "Status for nettverkets arbeid"),
    _put("S003-146", (NETWORK,), 2, "network-cooperation", "Samarbeidet i nettverket"),
)
