"""The world a proof looks into: what is loaded, and small documents checked with it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from rhf_services.checking import check
from rhf_services.hooks import Registry
from rhf_services.i18n.keys import form_texts
from rhf_services.model.cases import CASE_FORMAT, Case
from rhf_services.model.entities import Entity
from rhf_services.model.findings import Finding, Verdict
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.model.rules import Stage
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps

TREATMENT: Final = ("national-treatment-service", "multiregional-treatment-service")
RUNNING: Final = "national-competence-service"
NEW: Final = "national-competence-service-new"
FINAL: Final = "national-competence-service-final"
CENTRE: Final = "national-centre"
NETWORK: Final = "quality-and-competence-network"
COMPETENCE: Final = (RUNNING, NEW, FINAL)
NATIONAL: Final = (*TREATMENT, *COMPETENCE, CENTRE, NETWORK)
WITH_ACTIVITIES: Final = (*TREATMENT, *COMPETENCE, CENTRE)
WITH_GROUP: Final = (*TREATMENT, RUNNING, NEW, CENTRE)
WITH_FEEDBACK: Final = (*TREATMENT, RUNNING, NEW, CENTRE, NETWORK)

HELSE_VEST: Final = "helse-vest.regional-competence-centre"
HELSE_SOR_OST: Final = "helse-sor-ost.regional-competence-service"
REGIONAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        HELSE_VEST: "rhf-services-helse-vest",
        HELSE_SOR_OST: "rhf-services-helse-sor-ost",
    }
)
"""The two forms that come in the regions' own distributions, and may not be installed."""

ALL: Final = (*NATIONAL, *REGIONAL)
SOMETHING: Final = {"activity": {"nothing_to_report": True}}
"""A word that counts as an answer, so that the rest of a report can be looked at."""


@frozen
class World:
    """What a proof looks into.

    Attributes:
        registry: What is loaded.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> world = World(load_registry())
        >>> world.asked("national-centre", "centre-status").label.nb
        'Status for senterets arbeid'
    """

    registry: Registry

    def forms(self, *wanted: str) -> tuple[Template, ...]:
        """Give forms by their ids; one of a region is left out where it is not installed."""
        here = [id_ for id_ in wanted if id_ in self.registry.templates or id_ not in REGIONAL]
        return tuple(self.registry.templates[id_] for id_ in here)

    def form(self, template: str) -> Template:
        """Give a form."""
        return self.registry.templates[template]

    def editions(self, template: str) -> tuple[Edition, ...]:
        """Give the editions of a form; there is at least one."""
        found = self.form(template).editions
        if not found:
            raise LookupError(template)
        return found

    def latest(self, template: str) -> Edition:
        """Give the last edition of a form."""
        return self.editions(template)[-1]

    def section(self, template: str, section: str) -> Section:
        """Give a part of the last edition of a form."""
        found = self.latest(template).section(section)
        if found is None:
            raise LookupError(section)
        return found

    def asked(self, template: str, question: str) -> Asked:
        """Give a question as the last edition of a form puts it."""
        return self.latest(template).by_id[question]

    def said(self, template: str, key: str, year: int | None = None) -> tuple[str, ...]:
        """Give a text of a form in bokmål, in each of its editions; blank where it is not there.

        Where a year is given, only in the editions that begin in it.
        """
        form = self.form(template)
        whole = f"form.{template}.{key}"
        texts = [
            {one.key: one.text.nb for one in form_texts(form, edition)}
            for edition in self.editions(template)
            if year in (None, edition.first)
        ]
        return tuple(one.get(whole, "") for one in texts)

    def case(self, report: Mapping[str, Any], **around: Any) -> Case:
        """Read a case as a host hands it over."""
        whole = {"format": REPORT_FORMAT, "year": 2024, **report}
        return loads_case(dumps({"format": CASE_FORMAT, "report": whole, **around})).case

    def entity(self, **kept: Any) -> Entity:
        """Read an entity as a host hands it over; all of it can be read."""
        case = self.case({}, entity=kept)
        if case.entity is None or case.faults:
            raise ValueError(kept)
        return case.entity

    def check(
        self,
        template: str | None,
        answers: Mapping[str, Any] | None = None,
        stage: Stage = Stage.SUBMISSION,
        around: Mapping[str, Any] | None = None,
        **report: Any,
    ) -> Verdict:
        """Check a small report on a form; every rule runs to its end."""
        given = {"template": template, "answers": answers or {}, **report}
        verdict = check(self.case(given, **(around or {})), self.registry, stage)
        if verdict.crashed:
            raise RuntimeError(verdict.crashed[0].code)
        return verdict

    def found(self, verdict: Verdict, code: str) -> tuple[Finding, ...]:
        """Give the findings of one rule, which is loaded."""
        if code not in self.registry.rules:
            raise LookupError(code)
        return tuple(finding for finding in verdict.findings if finding.code == code)
