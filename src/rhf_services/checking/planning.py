"""Which rules run in a check, planned once for each form, stage and kind of surroundings.

In most checks most rules are silent, and what becomes of a silent rule is known beforehand. Only
a rule that speaks or crashes, or that an unreadable answer or a choice of the host may concern,
is given to `run_rule`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from rhf_services.checking.running import Hits, RuleRun, Sitting, Things, run_rule
from rhf_services.model.faults import MOST_TOLD
from rhf_services.model.filing import Filing
from rhf_services.model.findings import Outcome, Ran, Why
from rhf_services.model.places import Pointer
from rhf_services.model.rules import Hit, Need, Rule, Stage, Subject


@frozen
class Occasion:
    """What decides, beside the form, which rules can run.

    Attributes:
        stage: The stage.
        parts: The parts of the case that are there.
        kind: The kind of the entity, where a rule of the form asks for it.

    Examples:
        >>> Occasion(Stage.DRAFT, (Need.TIME,), None).stage
        <Stage.DRAFT: 'draft'>
    """

    stage: Stage
    parts: tuple[Need, ...]
    kind: str | None


@frozen
class Plan:
    """The rules that run on an occasion, and the outcomes where none of them speaks.

    Attributes:
        groups: The rules that run, by what they look at.
        outcomes: The outcome of every rule that is loaded where none speaks, by code.

    Examples:
        >>> Plan((), ()).groups
        ()
    """

    groups: tuple[tuple[Subject[Any], tuple[Rule[Any], ...]], ...]
    outcomes: tuple[Outcome, ...]


def planned(rules: Iterable[Rule[Any]], silent: Iterable[str], on: Occasion) -> Plan:
    """Plan the rules of a form for an occasion.

    Args:
        rules: The rules that can say something on the form.
        silent: The codes of those that cannot.
        on: The occasion.

    Examples:
        >>> planned((), ("ACT001",), Occasion(Stage.DRAFT, (), None)).outcomes[0].why
        <Why.NOT_ASKED: 'not-asked'>
    """
    given = tuple(rules)
    outcomes = {code: Outcome(code, Ran.NOT_APPLICABLE, Why.NOT_ASKED) for code in silent}
    outcomes |= {rule.code: _where_silent(rule, on) for rule in given}
    groups: dict[Subject[Any], list[Rule[Any]]] = {}
    for rule in given:
        if _runs(rule, on):
            groups.setdefault(rule.on, []).append(rule)
    return Plan(
        tuple((subject, tuple(run)) for subject, run in groups.items()),
        tuple(outcomes[code] for code in sorted(outcomes)),
    )


def run_planned(plan: Plan, sitting: Sitting) -> list[RuleRun]:
    """Run the rules of a plan; give the runs of those whose outcome is not the planned one.

    Examples:
        >>> from rhf_services.checking.waiving import waivers_of
        >>> from rhf_services.model.cases import Case
        >>> from rhf_services.model.report import Report
        >>> report = Report({})
        >>> filing = Filing(Case(report), report, Stage.DRAFT)
        >>> run_planned(Plan((), ()), Sitting(filing, waivers_of(report)))
        []
    """
    said: dict[str, Said] = {}
    for subject, rules in plan.groups:
        things = _looked_at(subject, sitting)
        if things is None:
            said |= {rule.code: Said(rule, None) for rule in rules}
            continue
        for rule in rules:
            try:
                for place, thing in things:
                    for hit in rule.check(thing):
                        said.setdefault(rule.code, Said(rule, [])).keep(place, hit)
            except _EnoughError:
                continue
            except (Exception, SystemExit):  # noqa: BLE001  (`run_rule` tells it)
                said[rule.code] = Said(rule, None)
    for rule in _doubtful(plan, sitting.filing):
        said[rule.code] = Said(rule, None)
    return [run_rule(said[code].rule, sitting, said[code].hits) for code in sorted(said)]


@frozen
class Said:
    """What a rule said; no hits where it has to be asked again by itself.

    Examples:
        >>> Said.__name__
        'Said'
    """

    rule: Rule[Any]
    hits: Hits | None

    def keep(self, place: Pointer, hit: Hit) -> None:
        """Keep a hit, with the steps to the thing it was found in.

        Raises:
            _EnoughError: There are more hits than are told; no more have to be looked for.
        """
        if self.hits is not None:
            self.hits.append((place, hit))
            if len(self.hits) > MOST_TOLD:
                raise _EnoughError


class _EnoughError(Exception):
    """A rule has said more than is told."""


def _looked_at(subject: Subject[Any], sitting: Sitting) -> Things | None:
    """Give what a subject finds; None where it crashes, as each rule about it then does."""
    try:
        return sitting.looked_at(subject)
    except (Exception, SystemExit):  # noqa: BLE001  (`run_rule` tells it)
        return None


def _doubtful(plan: Plan, filing: Filing) -> Iterator[Rule[Any]]:
    """Give the rules that an unreadable answer or a choice of the host may concern."""
    unreadable, changed = filing.unreadable, {change.rule for change in filing.policy.rules}
    if unreadable or changed:
        for _subject, rules in plan.groups:
            for rule in rules:
                missed = unreadable and rule.on.missed is not None
                if missed or rule.code in changed or not unreadable.isdisjoint(rule.reads):
                    yield rule


def _runs(rule: Rule[Any], on: Occasion) -> bool:
    return (
        on.stage in rule.says
        and all(need in on.parts for need in rule.needs)
        and (not rule.entity_types or on.kind in rule.entity_types)
    )


def _where_silent(rule: Rule[Any], on: Occasion) -> Outcome:
    """Give the outcome of a rule that says nothing."""
    if on.stage not in rule.says:
        why = Why.OTHER_STAGE
    elif not all(need in on.parts for need in rule.needs):
        why = Why.NO_CONTEXT
    elif not _runs(rule, on):
        why = Why.NOT_ASKED
    elif not all(want in on.parts for want in rule.wants):
        why = Why.NO_CONTEXT
    else:
        return Outcome(rule.code, Ran.PASSED)
    return Outcome(rule.code, Ran.NOT_APPLICABLE, why)
