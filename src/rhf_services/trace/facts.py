"""Facts that many proofs are made of: what a form asks, what it says, what a rule tells."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from rhf_services.checking import check
from rhf_services.model.forms import Addressee
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.trace.carriers import Carrier
from rhf_services.trace.world import SOMETHING, World
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps

Fact = Callable[[World], bool]


@frozen
class Proof:
    """How it is proven that a statement is carried.

    Attributes:
        row: The id of the statement.
        carriers: What carries it; the proof fails without any of them.
        holds: Tells whether the statement holds in a world; what it raises counts as no.
        template: The id of the form all of it lies in, where that may not be installed.

    Examples:
        >>> Proof("S003-019", (), lambda world: "SUB001" in world.registry.rules).row
        'S003-019'
    """

    row: str
    carriers: tuple[Carrier, ...]
    holds: Fact
    template: str | None = None


def every(*facts: Fact) -> Fact:
    """Give the fact that several hold.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> every(lambda world: True, lambda world: False)(World(load_registry()))
        False
    """
    return lambda world: all(fact(world) for fact in facts)


def asks(template: str, section: str, position: int, question: str, title: str) -> Fact:
    """Tell whether every edition of a form has a question at a place, with a title.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> first = asks("national-centre", "evaluation", 1, "centre-status", "Et annet navn")
        >>> first(World(load_registry()))
        False
    """

    def holds(world: World) -> bool:
        asked = [
            part.asked[position - 1]
            for edition in world.editions(template)
            for part in edition.sections
            if part.id == section
        ]
        titles = [(one.id, one.label.nb) for one in asked]
        return bool(titles) and set(titles) == {(question, title)}

    return holds


def activities(template: str, *ids: str) -> Fact:
    """Tell whether every edition of a form registers just these activities, in this order.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> activities("quality-and-competence-network")(World(load_registry()))
        True
    """

    def holds(world: World) -> bool:
        parts = [edition.section("activity") for edition in world.editions(template)]
        return all(
            part is not None and tuple(asked.id for asked in part.asked) == ids for part in parts
        )

    return holds


def tells(template: str, key: str, *words: str, year: int | None = None) -> Fact:
    """Tell whether a text of a form has some words in it, in every edition, or in that of a year.

    Args:
        template: The form.
        key: What follows ``form.<template>.`` in the key of the text.
        *words: The words that carry what the document says.
        year: The year of the edition that says it; None for every edition.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> tells("national-centre", "centre-status.guidance", "mandatet")(World(load_registry()))
        True
    """
    return lambda world: all(
        any(said) and all(word.casefold() in one.casefold() for one in said for word in words)
        for said in [world.said(template, key, year)]
    )


def speaks(code: str, severity: Severity, audience: Audience) -> Fact:
    """Tell whether a rule weighs this much at submission, speaks to this reader, and works.

    It works where each of its named cases comes true: the rule fires there or stays silent, at
    the places the case names, and does not crash.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> speaks("SUB001", Severity.ERROR, Audience.LEAD)(World(load_registry()))
        True
    """

    def holds(world: World) -> bool:
        rule = world.registry.rule(code)
        weighs = rule.says.get(Stage.SUBMISSION, rule.says.get(Stage.DRAFT))
        return weighs is severity and rule.audience is audience and works(code)(world)

    return holds


def works(code: str) -> Fact:
    """Tell whether the named cases of a rule come true.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> works("SUB001")(World(load_registry()))
        True
    """

    def holds(world: World) -> bool:
        cases = world.registry.rule(code).cases
        both = {bool(case.fires) for case in cases} == {True, False}
        for case in cases:
            written = dumps(case.whole) if case.text is None else case.text
            verdict = check(loads_case(written).case, world.registry, case.stage)
            places = [one.place.json_pointer for one in world.found(verdict, code)]
            if verdict.crashed or sorted(places) != sorted(case.fires):
                return False
        return both

    return holds


def missed(template: str, question: str) -> Fact:
    """Tell whether an unanswered question of a form gives the one warning it should.

    Unanswered at submission it gives one warning that never blocks, to the lead or to the group's
    leader; answered, or set aside as not applicable or not received, it gives none.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> missed("national-centre", "centre-status")(World(load_registry()))
        True
        >>> missed("national-centre", "reporting-feedback")(World(load_registry()))
        False
    """

    def holds(world: World) -> bool:
        group = world.asked(template, question).to is Addressee.GROUP
        code = "GRP001" if group else "EVA001"
        reader = Audience.GROUP_LEADER if group else Audience.LEAD
        aside: Any = {"not_received": True} if group else {"not_applicable": "Ny i år."}

        def told(answer: Any, **sections: Any) -> list[tuple[str, Severity, bool, Audience]]:
            verdict = world.check(template, {question: answer}, sections={**SOMETHING, **sections})
            return [
                (one.code, one.severity, one.blocks, one.audience)
                for one in world.found(verdict, code)
                if one.place.question == question
            ]

        whole = {} if group else {"evaluation": {"not_applicable": "Hele delen."}}
        return (
            told(None) == [(code, Severity.WARNING, False, reader)]
            and told("Et svar.") == told(aside) == []
            and (group or told(None, **whole) == [])
        )

    return holds


def never_missed(template: str, question: str) -> Fact:
    """Tell whether a form puts a question that may stand empty without a word.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> never_missed("national-centre", "reporting-feedback")(World(load_registry()))
        True
    """

    def holds(world: World) -> bool:
        verdict = world.check(template, sections=SOMETHING)
        spoken_of = [finding.place.question for finding in verdict.findings]
        return world.asked(template, question).optional and question not in spoken_of

    return holds
