"""check(): the whole of it on one page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from attrs import evolve

from rhf_services.checking.order import in_order
from rhf_services.checking.planning import run_planned
from rhf_services.checking.reading import FilingRead, filing_of
from rhf_services.checking.running import RuleRun, Sitting, run_rule
from rhf_services.checking.waiving import waivers_of
from rhf_services.hooks.registry import Registry
from rhf_services.model.cases import Case
from rhf_services.model.filing import Filing
from rhf_services.model.findings import Finding, Outcome, Ran, Verdict, Why
from rhf_services.model.policy import HostPolicy
from rhf_services.model.report import Report
from rhf_services.model.rules import Rule, Severity, Stage


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
    read = _read(case, registry, Stage(stage), at, policy)
    if read.form is None:
        return _without_form(read, registry)
    plan = read.form.plan(read.filing)
    runs = run_planned(plan, Sitting(read.filing, waivers_of(read.filing.report)))
    return _verdict(read, registry, runs, plan.outcomes)


def check_plainly(
    case: Case,
    registry: Registry,
    stage: Stage = Stage.DRAFT,
    at: datetime | None = None,
    policy: HostPolicy | None = None,
) -> Verdict:
    """Check without plans and fast ways: each value looked at, each rule run by itself.

    It says what `check` says, more slowly; `check` is held against it in the tests.

    Args:
        case: As for `check`.
        registry: As for `check`.
        stage: As for `check`.
        at: As for `check`.
        policy: As for `check`.

    Raises:
        ValueError: There is no such stage.

    Examples:
        >>> from rhf_services import load_registry
        >>> case, registry = Case(Report({"template": "archive", "year": 2016})), load_registry()
        >>> check_plainly(case, registry) == check(case, registry)
        True
    """
    read = _read(case, registry, Stage(stage), at, policy, plainly=True)
    if read.form is None:
        return _without_form(read, registry)
    sitting = Sitting(read.filing, waivers_of(read.filing.report))
    runs = [run_rule(rule, sitting) for rule in read.form.rules]
    silent = (Outcome(code, Ran.NOT_APPLICABLE, Why.NOT_ASKED) for code in read.form.silent)
    return _verdict(read, registry, runs, silent)


def _read(
    case: Case,
    registry: Registry,
    stage: Stage,
    at: datetime | None,
    policy: HostPolicy | None,
    *,
    plainly: bool = False,
) -> FilingRead:
    if policy is not None:
        case = evolve(case, policy=policy)
    if case.report is not None:
        return filing_of(case, case.report, registry, stage, at, plainly=plainly)
    nowhere = Filing(
        case, Report({}), stage, at, case.faults, policy=case.policy, codes=registry.codes
    )
    return FilingRead(nowhere, None)


def _without_form(read: FilingRead, registry: Registry) -> Verdict:
    """Judge what no form can be read with.

    Of what cannot be read at all nothing is known that could hold it back; that is told alone.
    """
    nothing = read.filing.case.report is None
    sitting = Sitting(read.filing, waivers_of(read.filing.report))
    runs = [
        run_rule(rule, sitting)
        for rule in registry.rules.values()
        if rule.formless and not (nothing and rule.may_block)
    ]
    run = {one.outcome.code for one in runs}
    silent = (
        Outcome(code, Ran.NOT_APPLICABLE, Why.NO_FORM) for code in registry.rules if code not in run
    )
    return _verdict(read, registry, runs, silent)


def _verdict(
    read: FilingRead, registry: Registry, runs: list[RuleRun], others: Iterable[Outcome]
) -> Verdict:
    """Put together what the rules gave, and the outcomes of those that were not run."""
    filing = read.filing
    nothing = filing.case.report is None
    findings: tuple[Finding, ...] = ()
    outcomes = tuple(others)
    complete = registry.can_block and not nothing
    if runs:
        told = {outcome.code: outcome for outcome in outcomes}
        told |= {run.outcome.code: run.outcome for run in runs}
        outcomes = tuple(told[code] for code in sorted(told))
        findings = in_order([found for run in runs for found in run.findings], filing.edition)
        complete = complete and not any(run.outcome.ran is Ran.CRASHED for run in runs)
    return Verdict(
        findings=findings,
        outcomes=outcomes,
        may_submit=None if nothing else _may_submit(filing, findings, complete=complete),
        complete=complete,
        stage=filing.stage,
        at=filing.at,
        template=filing.template.id if filing.template else filing.report.template,
        edition=filing.edition,
        archive=filing.template is not None and filing.template.archive,
        versions=registry.versions,
        changes=tuple([run.change for run in runs if run.change is not None]),
    )


def _may_submit(filing: Filing, findings: tuple[Finding, ...], *, complete: bool) -> bool | None:
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
