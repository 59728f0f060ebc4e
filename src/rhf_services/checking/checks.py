"""check(): the whole of it on one page."""

from datetime import datetime
from typing import Any

from attrs import evolve

from rhf_services.checking.reading import FilingRead, filing_of
from rhf_services.checking.running import Sitting, run_rule
from rhf_services.checking.waiving import waivers_of
from rhf_services.hooks.registry import Registry
from rhf_services.model.cases import Case
from rhf_services.model.filing import Filing
from rhf_services.model.findings import Finding, Outcome, Ran, Verdict, Why
from rhf_services.model.policy import HostPolicy
from rhf_services.model.report import Report
from rhf_services.model.rules import BLOCKING_CODES, Rule, Severity, Stage


def check(
    case: Case,
    registry: Registry,
    stage: Stage = Stage.DRAFT,
    at: datetime | None = None,
    policy: HostPolicy | None = None,
) -> Verdict:
    """Check a report with what is known around it.

    Nothing that somebody wrote into the report raises here: it becomes a finding, with its
    place, or an outcome that says why a rule could not run.

    Args:
        case: The report with its surroundings.
        registry: The forms and rules to check with.
        stage: The step the report is checked for, or its name.
        at: The time, with a time zone; without it, rules that need the time are not applicable.
        policy: The host's choices; the case's own where none are given.

    Returns:
        The verdict: all findings in the order of the form, what became of each rule, and whether
        the report may be submitted.

    Raises:
        ValueError: There is no such stage.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "archive", "year": 2016})
        >>> check(Case(report=report), load_registry()).complete
        True
    """
    stage = Stage(stage)
    nothing = case.report is None
    report = case.report if case.report is not None else Report({})
    choices = case.policy if policy is None else policy
    if nothing:
        codes = frozenset(registry.rules)
        nowhere = Filing(case, report, stage, at, case.faults, policy=choices, codes=codes)
        read = FilingRead(nowhere, None)
    else:
        read = filing_of(evolve(case, policy=choices), report, registry, stage, at)
    filing = read.filing
    if read.form is None:
        # Of what cannot be read nothing is known that could hold it back; that is told alone.
        rules = tuple(
            r for r in registry.rules.values() if r.formless and not (nothing and r.may_block)
        )
        run = {rule.code for rule in rules}
        silent = [code for code in registry.rules if code not in run]
        why = Why.NO_FORM
    else:
        rules, silent, why = read.form.rules, list(read.form.silent), Why.NOT_ASKED
    sitting = Sitting(filing, waivers_of(report))
    runs = [run_rule(rule, sitting) for rule in rules]
    outcomes = [run.outcome for run in runs]
    outcomes += [Outcome(code, Ran.NOT_APPLICABLE, why) for code in silent]
    findings = sorted((found for run in runs for found in run.findings), key=_place_in_form)
    whole = all(code in registry.rules for code in BLOCKING_CODES)
    crashed = any(run.outcome.ran is Ran.CRASHED for run in runs)
    complete = whole and not nothing and not crashed
    return Verdict(
        findings=tuple(findings),
        outcomes=tuple(sorted(outcomes, key=lambda outcome: outcome.code)),
        may_submit=None if nothing else _may_submit(filing, findings, complete=complete),
        complete=complete,
        stage=stage,
        at=at,
        template=filing.template.id if filing.template else report.template,
        edition=filing.edition,
        archive=filing.template is not None and filing.template.archive,
        versions=registry.versions,
        changes=tuple(run.change for run in runs if run.change is not None),
    )


def _may_submit(filing: Filing, findings: list[Finding], *, complete: bool) -> bool | None:
    """Judge whether the report may be submitted, as far as that can be known."""
    if filing.stage not in (Stage.DRAFT, Stage.SUBMISSION):
        return None
    if filing.template is not None and filing.template.archive:
        return None
    if any(stops_submission(found.rule) for found in findings):
        return False
    known = complete and filing.case.attempt is not None and filing.edition is not None
    return True if known else None


def stops_submission(rule: Rule[Any]) -> bool:
    """Tell whether a rule holds submission back."""
    return rule.may_block and rule.says.get(Stage.SUBMISSION) is Severity.ERROR


def _place_in_form(finding: Finding) -> tuple[Any, ...]:
    """Order findings as a reader meets them: the report, then the form from top to end."""
    form = finding.form
    sections = [section.id for section in form.sections] if form else []
    questions = list(form.by_id) if form else []
    place = finding.place
    return (
        sections.index(finding.section) + 1 if finding.section in sections else 0,
        questions.index(place.question) if place.question in questions else len(questions),
        [(1, step, "") if isinstance(step, int) else (0, 0, str(step)) for step in place.pointer],
        finding.code,
        finding.variant or "",
    )
