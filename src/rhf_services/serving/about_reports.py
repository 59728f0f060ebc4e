"""What can be asked about reports: ``check``, ``carry-over``, ``which``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from rhf_services.checking import check, which_form
from rhf_services.hooks import Registry
from rhf_services.i18n import Language
from rhf_services.model.cases import Attempt, Case
from rhf_services.model.faults import FaultKind
from rhf_services.model.places import Place
from rhf_services.model.report import Report
from rhf_services.model.rules import Stage
from rhf_services.process import (
    NoEditionError,
    account_document,
    carry_over,
    forms_for,
)
from rhf_services.serving.about_forms import form_called
from rhf_services.serving.asking import Params, RefusalKind, RefusedError
from rhf_services.serving.told_entities import Told, read_told
from rhf_services.wire.either import read_either
from rhf_services.wire.faults import faults_document
from rhf_services.wire.form_choices import form_choice_document
from rhf_services.wire.odd_numbers import odd_numbers
from rhf_services.wire.outputs import verdict_document

CARRIED_FORMAT: Final = "rhf-carried-over/1"
WHICH_FORMAT: Final = "rhf-which/1"


@frozen
class AskedToCheck:
    """The question what is to be said of a report.

    Attributes:
        case: The report with what is known around it.
        stage: The step to check for.
        by: The id of the person who tries to submit, or None.
        at: The time, or None.
        lang: The language.
    """

    case: Case = field(repr=False)
    stage: Stage
    by: str | None
    at: datetime | None
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(
            read_either(params.document("report")),
            Stage(params.word("stage", Stage) or Stage.DRAFT),
            params.text("by"),
            params.moment("at"),
            params.lang(),
        )

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the verdict (``rhf-verdict/1``)."""
        case = self.case
        if self.by is not None:
            case = evolve(case, attempt=Attempt(self.by, self.at))
        return verdict_document(check(case, registry, self.stage, self.at), self.lang)


@frozen
class AskedToCarryOver:
    """The question what a new report begins with.

    Attributes:
        case: The old report with what is known around it.
        year: The reporting year of the new one.
        to: The id of its form, or None where it is clear.
        lang: The language of the account.
    """

    case: Case = field(repr=False)
    year: int
    to: str | None
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        year = params.whole_number("year")
        if year is None:
            raise RefusedError(RefusalKind.WRONG_PARAMS, "'year' is missing.", "year")
        case = read_either(params.document("report"))
        return cls(case, year, params.text("to"), params.lang())

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the new report, and what became of the old one (``rhf-carried-over/1``)."""
        report = self.case.report
        if report is None:
            raise _unreadable(self.case)
        template = self._form(report, registry)
        try:
            made = carry_over(report, template, self.year, registry)
        except NoEditionError as error:
            raise _no_edition(template, self.year) from error
        account = account_document(made.account, self.lang)
        for tree in (made.report.tree, account):
            _see_that_json_can_say(tree)
        return {
            "format": CARRIED_FORMAT,
            "report": made.report.tree,
            "account": account,
            "faults": faults_document(self.case.faults)["faults"],
        }

    def _form(self, report: Report, registry: Registry) -> str:
        if self.to is not None:
            return form_called(registry, self.to, "to").id
        fitting = forms_for(report, self.year, registry, self.case.entity)
        if len(fitting) == 1:
            return fitting[0]
        held = [one.id for one in registry.templates.values() if one.edition_for(self.year)]
        if not fitting and not held:
            known = report.template in registry.templates
            raise _no_edition(str(report.template) if known else None, self.year)
        forms = fitting or tuple(held)
        message = "It is not clear which form the new report is on; name one with 'to'."
        raise RefusedError(RefusalKind.UNCLEAR, message, "to", forms)


@frozen
class AskedWhichForm:
    """The question which form entities report on.

    Attributes:
        told: The entities, and what was seen while they were read.
        year: The reporting year, or None for the one a case or report names.
        lang: The language.
    """

    told: Told = field(repr=False)
    year: int | None
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        told = read_told(params.document("entity", lists=True))
        return cls(told, params.whole_number("year"), params.lang())

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give a choice for each entity (``rhf-which/1``)."""
        if not self.told.entities:
            message = "There is no entity in what was handed over."
            raise RefusedError(RefusalKind.UNREADABLE, message, "entity")
        year = self.told.year if self.year is None else self.year
        if year is None:
            message = "Say which 'year'; what was handed over names none."
            raise RefusedError(RefusalKind.UNCLEAR, message, "year")
        choices = (which_form(entity, year, registry) for entity in self.told.entities)
        return {
            "format": WHICH_FORMAT,
            "unread": list(self.told.unread),
            "choices": [form_choice_document(choice, self.lang) for choice in choices],
        }


def _unreadable(case: Case) -> RefusedError:
    seen = next(fault for fault in case.faults if fault.kind is FaultKind.UNREADABLE)
    more = ", ".join(f"{key} {value}" for key, value in seen.params.items() if key != "reason")
    reason = f"{seen.params['reason']} ({more})" if more else seen.params["reason"]
    message = f"There is no report in what was handed over: {reason}."
    return RefusedError(RefusalKind.UNREADABLE, message, "report")


def _no_edition(template: str | None, year: int) -> RefusedError:
    message = f"{template or 'No form'} has {'no' if template else 'an'} edition for {year}."
    return RefusedError(RefusalKind.NOT_FOUND, message, "year")


def _see_that_json_can_say(tree: Mapping[str, Any]) -> None:
    for fault in odd_numbers(tree):
        if fault.kind is FaultKind.NO_NUMBER:
            place = Place(fault.at).json_pointer
            message = f"The answer would hold NaN or Infinity at {place}, which JSON cannot say."
            raise RefusedError(RefusalKind.UNWRITABLE, message, "report")
