"""A report that is being shown, and what of it may be seen."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import Language
from rhf_services.model.cases import Case
from rhf_services.model.findings import Verdict
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.report import Report
from rhf_services.render.sight import Sight

LANGUAGES_OF_ANSWERS: Final = ("nb", "nn", "no", "en", "da", "sv", "se", "sma", "smj")
"""The languages an answer may be marked with, as the page passes them on."""

NORWEGIAN: Final = "no"
"""Bokmål or nynorsk: what a text is taken for where nobody said which language it is in."""


@frozen
class ReportShown:
    """A report that is being shown.

    Attributes:
        report: The report.
        case: The case it stands in.
        verdict: What the check gave.
        registry: What is loaded.
        sight: Who reads, and what they see.
        lang: The reader's language.

    Examples:
        >>> ReportShown.__name__
        'ReportShown'
    """

    report: Report
    case: Case
    verdict: Verdict
    registry: Registry
    sight: Sight
    lang: Language

    @property
    def inside(self) -> bool:
        """Whether the whole report may be seen."""
        return self.sight.inside

    @property
    def edition(self) -> Edition | None:
        """The edition the report was read with."""
        return self.verdict.edition

    def sees(self, asked: Asked) -> bool:
        """Tell whether a question and its answer may be seen."""
        return self.inside or not asked.hidden

    def on_behalf(self, asked: Asked) -> bool:
        """Tell whether the answer was written in for the leader of the group."""
        entered = self.report.part("entered_by").get(asked.id)
        told = isinstance(entered, Mapping) and bool(entered.get("on_behalf_of"))
        return told and self.inside

    def language_of(self, question: str | None = None) -> str | None:
        """Give the language to mark a text of the report with; None where it is the document's.

        It is the one that the report gives for a question, else for all of it. Where it gives
        none, what people write in these reports is Norwegian.

        Args:
            question: The id of the question that the text answers, where it does.
        """
        said = self._said(question) or NORWEGIAN
        heard = said == NORWEGIAN and self.lang != "en"
        return None if heard or said == self.lang else said

    def language_of_field(self, question: str) -> str | None:
        """Give the language to mark a field of a row with: empty for unknown on an English page.

        A title of an article is as often in English, so that nothing is guessed there.
        """
        known = self._said(question) is not None or self.lang != "en"
        return self.language_of(question) if known else ""

    def _said(self, question: str | None) -> str | None:
        said = self.report.part("languages")
        found = said.get(question or "default", said.get("default"))
        return found if isinstance(found, str) and found in LANGUAGES_OF_ANSWERS else None
