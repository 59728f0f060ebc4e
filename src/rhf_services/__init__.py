"""The rulebook of Norway's national health services: who reports what, and what must hold.

Values in, values out: no network, no clock, nothing stored. The names below are loaded when they
are first used, so that importing this package costs nothing.

Examples:
    >>> from rhf_services import Attempt, Case, Stage, check, load_registry, loads, message
    >>> registry = load_registry()
    >>> loaded = loads(
    ...     b'{"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024,'
    ...     b' "people": [{"name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]}],'
    ...     b' "answers": {"equal-access": "Ambulerende klinikk."}}'
    ... )
    >>> verdict = check(Case(report=loaded.report), registry)
    >>> message(verdict.findings[0], "nn").split(". ")[0]
    'Fana Aktivitet er tom'
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rhf_services.checking import check as check
    from rhf_services.checking import which_form as which_form
    from rhf_services.checking.many import ArchiveDocument as ArchiveDocument
    from rhf_services.checking.many import Checked as Checked
    from rhf_services.checking.many import ExecutorLostError as ExecutorLostError
    from rhf_services.checking.many import Lost as Lost
    from rhf_services.checking.many import Progress as Progress
    from rhf_services.checking.many import WorkerUnfitError as WorkerUnfitError
    from rhf_services.checking.many import check_many as check_many
    from rhf_services.checking.many import folder as folder
    from rhf_services.checking.many import ndjson as ndjson
    from rhf_services.hooks import Registry as Registry
    from rhf_services.hooks import hookimpl as hookimpl
    from rhf_services.hooks import load_registry as load_registry
    from rhf_services.i18n import message as message
    from rhf_services.i18n import speak as speak
    from rhf_services.i18n.form_choices import choice_in_words as choice_in_words
    from rhf_services.model.cases import Attempt as Attempt
    from rhf_services.model.cases import Case as Case
    from rhf_services.model.cases import Cycle as Cycle
    from rhf_services.model.cases import Deputy as Deputy
    from rhf_services.model.cases import Extension as Extension
    from rhf_services.model.entities import Entity as Entity
    from rhf_services.model.entities import EntityType as EntityType
    from rhf_services.model.findings import Finding as Finding
    from rhf_services.model.findings import Verdict as Verdict
    from rhf_services.model.form_choices import ChoiceReason as ChoiceReason
    from rhf_services.model.form_choices import FormChoice as FormChoice
    from rhf_services.model.forms import Template as Template
    from rhf_services.model.policy import HostPolicy as HostPolicy
    from rhf_services.model.policy import RuleChange as RuleChange
    from rhf_services.model.report import Loaded as Loaded
    from rhf_services.model.report import Report as Report
    from rhf_services.model.rules import Audience as Audience
    from rhf_services.model.rules import Rule as Rule
    from rhf_services.model.rules import Severity as Severity
    from rhf_services.model.rules import Stage as Stage
    from rhf_services.process import account_document as account_document
    from rhf_services.process import carry_over as carry_over
    from rhf_services.process import difference as difference
    from rhf_services.process import difference_document as difference_document
    from rhf_services.wire.cases import LoadedCase as LoadedCase
    from rhf_services.wire.cases import load_case as load_case
    from rhf_services.wire.cases import loads_case as loads_case
    from rhf_services.wire.digests import digest as digest
    from rhf_services.wire.entities import loads_entities as loads_entities
    from rhf_services.wire.faults import faults_document as faults_document
    from rhf_services.wire.form_choices import form_choice_document as form_choice_document
    from rhf_services.wire.form_documents import form_document as form_document
    from rhf_services.wire.outputs import verdict_document as verdict_document
    from rhf_services.wire.reports import dump as dump
    from rhf_services.wire.reports import dumps as dumps
    from rhf_services.wire.reports import load as load
    from rhf_services.wire.reports import loads as loads
    from rhf_services.wire.reports import read_report as read_report
    from rhf_services.wire.schemas import report_schema as report_schema
    from rhf_services.wire.schemas import schemas as schemas
    from rhf_services.wire.templates import templates_document as templates_document
else:
    _WHERE = {
        "ArchiveDocument": "checking.many",
        "Attempt": "model.cases",
        "Audience": "model.rules",
        "Case": "model.cases",
        "Checked": "checking.many",
        "ChoiceReason": "model.form_choices",
        "Cycle": "model.cases",
        "Deputy": "model.cases",
        "Entity": "model.entities",
        "EntityType": "model.entities",
        "ExecutorLostError": "checking.many",
        "Extension": "model.cases",
        "Finding": "model.findings",
        "FormChoice": "model.form_choices",
        "HostPolicy": "model.policy",
        "Loaded": "model.report",
        "LoadedCase": "wire.cases",
        "Lost": "checking.many",
        "Progress": "checking.many",
        "Registry": "hooks",
        "Report": "model.report",
        "Rule": "model.rules",
        "RuleChange": "model.policy",
        "Severity": "model.rules",
        "Stage": "model.rules",
        "Template": "model.forms",
        "Verdict": "model.findings",
        "WorkerUnfitError": "checking.many",
        "account_document": "process",
        "carry_over": "process",
        "check": "checking",
        "check_many": "checking.many",
        "choice_in_words": "i18n.form_choices",
        "difference": "process",
        "difference_document": "process",
        "digest": "wire.digests",
        "dump": "wire.reports",
        "dumps": "wire.reports",
        "faults_document": "wire.faults",
        "folder": "checking.many",
        "form_choice_document": "wire.form_choices",
        "form_document": "wire.form_documents",
        "hookimpl": "hooks",
        "load": "wire.reports",
        "load_case": "wire.cases",
        "load_registry": "hooks",
        "loads": "wire.reports",
        "loads_case": "wire.cases",
        "loads_entities": "wire.entities",
        "message": "i18n",
        "ndjson": "checking.many",
        "read_report": "wire.reports",
        "report_schema": "wire.schemas",
        "schemas": "wire.schemas",
        "speak": "i18n",
        "templates_document": "wire.templates",
        "verdict_document": "wire.outputs",
        "which_form": "checking",
    }

    def __getattr__(name: str) -> object:
        """Load a name of the face when it is first used (PEP 562)."""
        if name not in _WHERE:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module  # noqa: PLC0415  (nothing is loaded before it is used)

        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)

    def __dir__() -> list[str]:
        """List the face."""
        return list(__all__)


__all__ = [
    "ArchiveDocument",
    "Attempt",
    "Audience",
    "Case",
    "Checked",
    "ChoiceReason",
    "Cycle",
    "Deputy",
    "Entity",
    "EntityType",
    "ExecutorLostError",
    "Extension",
    "Finding",
    "FormChoice",
    "HostPolicy",
    "Loaded",
    "LoadedCase",
    "Lost",
    "Progress",
    "Registry",
    "Report",
    "Rule",
    "RuleChange",
    "Severity",
    "Stage",
    "Template",
    "Verdict",
    "WorkerUnfitError",
    "account_document",
    "carry_over",
    "check",
    "check_many",
    "choice_in_words",
    "difference",
    "difference_document",
    "digest",
    "dump",
    "dumps",
    "faults_document",
    "folder",
    "form_choice_document",
    "form_document",
    "hookimpl",
    "load",
    "load_case",
    "load_registry",
    "loads",
    "loads_case",
    "loads_entities",
    "message",
    "ndjson",
    "read_report",
    "report_schema",
    "schemas",
    "speak",
    "templates_document",
    "verdict_document",
    "which_form",
]
