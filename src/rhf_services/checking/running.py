"""Running rules over a filing: hits become findings, crashes become outcomes."""

from typing import Any

from attrs import field, frozen

from rhf_services.checking.waiving import Waivers
from rhf_services.model.faults import MOST_TOLD
from rhf_services.model.filing import Filing
from rhf_services.model.findings import Finding, Outcome, Ran, Waived, Why
from rhf_services.model.places import Place, Pointer, place_in
from rhf_services.model.policy import RuleChange
from rhf_services.model.rules import Hit, Need, Rule, Severity, Subject
from rhf_services.model.text import Message

Things = tuple[tuple[Pointer, Any], ...]
"""What a subject gives: things, each with the steps to its place."""

Hits = list[tuple[Pointer, Hit]]
"""What a rule says, each with the steps to the thing it says it of."""


@frozen
class RuleRun:
    """What one rule gave.

    Examples:
        >>> RuleRun(Outcome("ACT001", Ran.PASSED)).findings
        ()
    """

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    change: RuleChange | None = None


@frozen
class Sitting:
    """One check of one filing: what is found once for all its rules.

    Attributes:
        filing: What is checked.
        waivers: The waivers of the report.
        things: What the subjects give, by the subject itself.

    Examples:
        >>> Sitting.__name__
        'Sitting'
    """

    filing: Filing
    waivers: Waivers
    things: dict[Subject[Any], Things] = field(factory=dict)

    def looked_at(self, subject: Subject[Any]) -> Things:
        """Give what a subject finds in the filing."""
        found = self.things.get(subject)
        if found is None:
            found = self.things[subject] = tuple(subject.find(self.filing))
        return found


def run_rule(rule: Rule[Any], sitting: Sitting, hits: Hits | None = None) -> RuleRun:
    """Run one rule.

    Args:
        rule: A rule of the form.
        sitting: What it looks into, with the host's choices; the few rules that can block are out
            of their reach.
        hits: What the rule said, where it was asked already.

    Returns:
        The outcome, with findings where it fired.
    """
    filing = sitting.filing
    severity = rule.says.get(filing.stage)
    if severity is None:
        return _silent(rule, Why.OTHER_STAGE)
    if not all(_has(filing, need) for need in rule.needs):
        return _silent(rule, Why.NO_CONTEXT)
    if rule.entity_types and not filing.is_a(rule.entity_types):
        return _silent(rule, Why.NOT_ASKED)
    if any(question in filing.unreadable for question in rule.reads):
        return _silent(rule, Why.UNREADABLE)
    change = None if rule.may_block else filing.policy.change_of(rule.code, filing.today)
    if change is not None and change.says == "off":
        return RuleRun(Outcome(rule.code, Ran.NOT_APPLICABLE, Why.SWITCHED_OFF), (), change)
    severity = _closed(rule, severity)
    if change is not None and Severity(change.says).lower_than(severity):
        severity = Severity(change.says)
    else:
        change = None
    try:
        said = _hits(rule, sitting.looked_at(rule.on)) if hits is None else hits
        findings = tuple(
            _finding(rule, severity, (*place, *hit.at), hit, sitting, change)
            for place, hit in said[:MOST_TOLD]
        )
        if not findings and not all(_has(filing, want) for want in rule.wants):
            return _silent(rule, Why.NO_CONTEXT)
        missed = rule.on.missed if filing.unreadable and not findings else None
        if missed is not None and missed(filing):
            return _silent(rule, Why.UNREADABLE)
    except (Exception, SystemExit) as error:  # noqa: BLE001  (an outcome, whatever it is)
        return RuleRun(Outcome(rule.code, Ran.CRASHED, crash=_crash(error)))
    ran = Ran.FOUND if findings else Ran.PASSED
    more = len(said) > MOST_TOLD
    return RuleRun(Outcome(rule.code, ran, more=more), findings, change)


def _hits(rule: Rule[Any], things: Things) -> Hits:
    """Ask a rule about things; of what it says no more is kept than is told, and one beside."""
    hits: Hits = []
    for place, thing in things:
        for hit in rule.check(thing):
            hits.append((place, hit))
            if len(hits) > MOST_TOLD:
                return hits
    return hits


def _closed(rule: Rule[Any], severity: Severity) -> Severity:
    """Keep the list of what blocks closed, whatever became of a rule after it was loaded."""
    return severity if rule.may_block or severity is not Severity.ERROR else Severity.WARNING


def _silent(rule: Rule[Any], why: Why) -> RuleRun:
    return RuleRun(Outcome(rule.code, Ran.NOT_APPLICABLE, why))


def _has(filing: Filing, need: Need) -> bool:
    part = filing.at if need is Need.TIME else getattr(filing.case, need)
    return part is not None


class _UnsaidError(Exception):
    """A hit lacks what a message of its rule has a placeholder for."""

    def __init__(self, placeholder: str) -> None:
        """Keep the name of the placeholder, which the author of the rule wrote."""
        super().__init__(placeholder)
        self.placeholder = placeholder


def _crash(error: BaseException) -> str:
    """Name an exception by its kind alone; of our own, the placeholder is known to be a name."""
    if isinstance(error, _UnsaidError):
        return f"KeyError: {error.placeholder}"
    return type(error).__name__


def _said(message: Message, hit: Hit) -> None:
    """Try whether a message can be said; the name that is missing stands in the message itself."""
    lacking = message.placeholders.difference(hit.params)
    if lacking:
        raise _UnsaidError(min(lacking))


def _finding(
    rule: Rule[Any],
    severity: Severity,
    pointer: Pointer,
    hit: Hit,
    sitting: Sitting,
    change: RuleChange | None,
) -> Finding:
    _said(rule.message_for(hit.variant), hit)  # what cannot be said is a crash here
    filing = sitting.filing
    place = place_in(filing.report.tree, pointer)
    waived = sitting.waivers.on(rule.code, place)
    blocks = severity is Severity.ERROR
    if _lifts(rule, waived) and blocks:
        severity, blocks = Severity.WARNING, False
    return Finding(
        rule,
        severity,
        place,
        hit.params,
        audience=hit.audience or rule.audience,
        blocks=blocks,
        will_block=rule.may_block and not blocks and not _lifts(rule, waived),
        variant=hit.variant,
        waived=waived,
        changed=change,
        stage=filing.stage,
        section=section_of(place, filing),
        form=filing.edition,
        titles=filing.titles,
    )


def _lifts(rule: Rule[Any], waived: Waived | None) -> bool:
    """Tell whether a waiver lifts a block: only where a number is confirmed to be another one."""
    return waived is not None and waived.holds and rule.confirmable


def section_of(place: Place, filing: Filing) -> str | None:
    """Name the part of the form that a place belongs to; None for the report as a whole."""
    top = place.pointer[0] if place.pointer else None
    if top == "answers" and place.question is not None:
        sections = filing.edition.section_by_question if filing.edition else {}
        found = sections.get(place.question)
        return found.id if found else None
    if top == "sections" and len(place.pointer) > 1:
        return str(place.pointer[1])
    return {"people": "people", "entity": "about"}.get(str(top))
