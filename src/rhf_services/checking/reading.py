"""From a case to a filing: which form, which edition, which faults."""

from datetime import datetime

from attrs import frozen

from rhf_services.checking.choosing import which_form
from rhf_services.checking.compiling import CompiledForm, compiled_form
from rhf_services.hooks.registry import Registry
from rhf_services.model.answers import State
from rhf_services.model.cases import Case
from rhf_services.model.entities import entity_told
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.filing import Filing, FormAbsent
from rhf_services.model.form_choices import ChoiceReason
from rhf_services.model.forms import Asked
from rhf_services.model.report import Report
from rhf_services.model.rules import Stage


@frozen
class FilingRead:
    """A filing, and the compiled form it is read with.

    Examples:
        >>> FilingRead.__name__
        'FilingRead'
    """

    filing: Filing
    form: CompiledForm | None


def filing_of(
    case: Case,
    report: Report,
    registry: Registry,
    stage: Stage,
    at: datetime | None,
    *,
    plainly: bool = False,
) -> FilingRead:
    """Find the form of a report, and see the report through it.

    Args:
        case: The case.
        report: The report of the case.
        registry: What is loaded.
        stage: The stage it is checked at.
        at: The time, or None.
        plainly: Whether to go without the fast way of the structure check.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> report = Report({"template": "archive", "year": 2016})
        >>> case = Case(report=report)
        >>> filing_of(case, report, load_registry(), Stage.DRAFT, None).filing.edition.id
        '2009'
    """
    year = report.year
    codes = registry.codes
    template = registry.templates.get(report.template or "")
    chosen = template.edition_for(year, report.edition) if template and year is not None else None
    if template is None or chosen is None:
        absent = _absent(case, report, registry)
        formless = Filing(
            case,
            report,
            stage,
            at,
            case.faults,
            absent=absent,
            policy=case.policy,
            codes=codes,
            titles=registry.titles,
        )
        return FilingRead(formless, None)
    form = compiled_form(registry, template, chosen.edition)
    structure = form.plain_structure if plainly else form.structure
    found = structure(report.tree.get("answers"))
    faults = _told_once((*case.faults, *(fault.below("answers") for fault in found)))
    outside = _outside(report, registry, form)
    titles = registry.titles
    if outside:
        titles = {**titles, **{asked.id: asked.label for asked in outside}}
    filing = Filing(
        case,
        report,
        stage,
        at,
        faults=faults,
        template=template,
        edition=form.edition,
        edition_known=chosen.known,
        edition_belongs=chosen.belongs,
        policy=case.policy,
        codes=codes,
        outside=outside,
        titles=titles,
    )
    return FilingRead(filing, form)


def _outside(report: Report, registry: Registry, form: CompiledForm) -> tuple[Asked, ...]:
    """Find the questions answered here that only other forms ask."""
    answers = report.answers
    strange = answers.keys() - form.edition.by_id.keys()
    if not strange:
        return ()
    known = [
        registry.questions[id_] for id_ in answers if id_ in strange & registry.questions.keys()
    ]
    spoken = (State.GIVEN, State.UNREADABLE)
    return tuple(asked for asked in known if asked.question.state(answers[asked.id]) in spoken)


def _told_once(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Leave out what another fault says better: a number that is none, where none can stand."""
    if not faults:
        return ()
    held = {fault.at for fault in faults if fault.kind is FaultKind.CANNOT_HOLD}
    numbers = (FaultKind.NO_NUMBER, FaultKind.HUGE_NUMBER)
    return tuple(f for f in faults if f.kind not in numbers or f.at not in held)


def _absent(case: Case, report: Report, registry: Registry) -> FormAbsent | None:
    """Say why there is no form; nothing where a fault at the same place says it already."""
    told = {fault.at for fault in case.faults if fault.kind is FaultKind.CANNOT_HOLD}
    if ("template",) in told or ("year",) in told:
        return None
    entity = entity_told(case.entity, report.entity)
    choice = None if report.year is None else which_form(entity, report.year, registry)
    suggested = None if choice is None else choice.suggested
    kind = entity.type
    reason = _reason(report, registry)
    if choice is not None and choice.reason in NO_FORM_CHOICES and reason in NO_FORM_REASONS:
        return FormAbsent(f"{reason}-for-kind", report.template, entity_type=kind)
    return FormAbsent(reason, report.template, suggested, kind)


NO_FORM_CHOICES = (
    ChoiceReason.NO_FORM_FOR_KIND,
    ChoiceReason.NO_EDITION,
    ChoiceReason.OTHER_REGION,
    ChoiceReason.NOT_INSTALLED,
)
NO_FORM_REASONS = ("no-template", "unknown-template")


def _reason(report: Report, registry: Registry) -> str:
    if report.template is None:
        return "no-template"
    if report.template not in registry.templates:
        return "unknown-template"
    return "no-year" if report.year is None else "no-edition"
