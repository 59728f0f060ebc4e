"""Findings and the verdict: data only; their words are made late, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from rhf_services.model.cases import Waiver
from rhf_services.model.faults import Params
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.places import Place
from rhf_services.model.policy import RuleChange
from rhf_services.model.questions import Table
from rhf_services.model.rules import Audience, Rule, Severity, Stage
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text


class Ran(StrEnum):
    """What became of a rule.

    Examples:
        >>> Ran("not-applicable").name
        'NOT_APPLICABLE'
    """

    PASSED = "passed"
    FOUND = "found"
    NOT_APPLICABLE = "not-applicable"
    CRASHED = "crashed"


class Why(StrEnum):
    """Why a rule was not applicable.

    Examples:
        >>> Why("no-context").name
        'NO_CONTEXT'
    """

    NOT_ASKED = "not-asked"
    NO_CONTEXT = "no-context"
    UNREADABLE = "answer-unreadable"
    OTHER_STAGE = "other-stage"
    NO_FORM = "no-form"
    SWITCHED_OFF = "switched-off"


@frozen
class Outcome:
    """What became of one rule in one check.

    Attributes:
        code: The code of the rule.
        ran: What became of it.
        why: Why it was not applicable.
        crash: The kind of exception where it crashed; never its text, which may hold answers. Where
            a hit lacks what a message names, the placeholder too: ``KeyError: row``.
        more: Whether it found more than is told: of one rule the first thousand are.

    Examples:
        >>> Outcome("ACT001", Ran.PASSED).why is None
        True
    """

    code: str
    ran: Ran
    why: Why | None = None
    crash: str | None = None
    more: bool = False


@frozen
class Waived:
    """A waiver seen on a finding.

    Attributes:
        waiver: The waiver.
        holds: Whether the answer is still the one it speaks of; otherwise it has lapsed.

    Examples:
        >>> Waived(Waiver(rule="ACT001"), holds=False).holds
        False
    """

    waiver: Waiver
    holds: bool


@frozen
class Finding:
    """Something to tell somebody about a report.

    Attributes:
        rule: The rule that found it.
        severity: How much it weighs at this stage.
        place: Where it stands.
        params: What the message needs.
        audience: Who can mend it.
        blocks: Whether it holds this step back.
        will_block: Whether it will hold a later step back if nothing is done.
        variant: Which of the rule's messages it is.
        waived: The waiver that speaks of it, holding or lapsed.
        changed: The host's change of the rule, where that lowered it.
        stage: The stage it was found at.
        section: The id of the part of the form it belongs to, or None for the report as a whole.
        form: The edition the report was read with; for showing titles, not compared.
        titles: Titles of forms, and of questions that only other forms ask; for showing.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> verdict = check(Case(report=report), load_registry())
        >>> sorted(finding.code for finding in verdict.findings if finding.will_block)
        ['SUB001', 'SUB002']
    """

    rule: Rule[Any] = field(eq=lambda rule: rule.code, repr=lambda rule: rule.code)
    severity: Severity
    place: Place
    params: Params
    audience: Audience
    blocks: bool = False
    will_block: bool = False
    variant: str | None = None
    waived: Waived | None = None
    changed: RuleChange | None = None
    stage: Stage = Stage.DRAFT
    section: str | None = None
    form: Edition | None = field(default=None, eq=False, repr=False)
    titles: Mapping[str, Text] = field(factory=dict, eq=False, repr=False)

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def source(self) -> Source:
        """Where it is written: the question's own source, where the rule speaks of questions.

        Of a row, the source of the table's fields; nobody is told that a document shows them.
        """
        return self._ground[0]

    @property
    def standing(self) -> Standing:
        """How sure we are of it, as of its source."""
        return self._ground[1]

    @property
    def _ground(self) -> tuple[Source, Standing]:
        own = self.rule.source, self.rule.standing
        asked = self._asked
        if asked is None:
            return own
        if isinstance(asked.question, Table) and self.rule.cites_fields:
            fields = asked.question.fields_source
            return own if fields is None else (fields, asked.question.fields)
        return asked.source, asked.standing

    @property
    def _asked(self) -> Asked | None:
        if self.form is None or self.place.question is None or not self.rule.cites_question:
            return None
        return self.form.by_id.get(self.place.question)


@frozen
class Verdict:
    """The answer of a check.

    Attributes:
        findings: All findings, in the order of the form.
        outcomes: What became of each rule, in the order of their codes.
        may_submit: False as soon as one thing is known to hold submission back, True where a
            person tries to submit and nothing does, None where that cannot be known.
        complete: Whether every rule that should run was loaded and ran to its end.
        stage: The stage it was checked at.
        at: The time that was given, or None.
        template: The id of the form it was read with, or None.
        edition: The edition it was read with, or None.
        archive: Whether the form stands for old reports that nobody submits any more.
        versions: The versions of the library and of each plugin used.
        changes: The host's changes of rules that were in force.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> check(Case(report=report), load_registry()).may_submit
        False
    """

    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    may_submit: bool | None
    complete: bool
    stage: Stage
    at: datetime | None = None
    template: str | None = None
    edition: Edition | None = field(default=None, repr=False)
    archive: bool = False
    versions: Mapping[str, str] = field(factory=dict)
    changes: tuple[RuleChange, ...] = ()

    def for_(self, audience: Audience) -> tuple[Finding, ...]:
        """Give the findings that one kind of reader can mend."""
        return tuple(found for found in self.findings if found.audience == audience)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that hold this step back."""
        return tuple(found for found in self.findings if found.blocks)

    @property
    def crashed(self) -> tuple[Outcome, ...]:
        """The rules that crashed; never a finding against whoever filed the report."""
        return tuple(outcome for outcome in self.outcomes if outcome.ran is Ran.CRASHED)
