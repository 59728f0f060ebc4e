"""An annual report: a small frozen envelope over the very document that is written back."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from attrs import field, frozen

from rhf_services.model.answers import State, stated, without_nothing
from rhf_services.model.entities import ReportedEntity
from rhf_services.model.faults import Fault
from rhf_services.model.people import Person
from rhf_services.model.questions import QuestionKey
from rhf_services.model.values import text_or_none, whole_or_none

T = TypeVar("T")

REPORT_FORMAT = "rhf-report/1"
SECTION_STATES = ("not_applicable", "nothing_to_report")
"""The words that can be said once for a whole section."""


@frozen(eq=False)
class Report:
    """An entity's answers for a year, looked up by typed keys.

    Two reports are equal when their documents are. A report is not hashable, since the document
    it looks into is an ordinary JSON value; treat that as read only.

    Attributes:
        tree: The document as JSON values, exactly as it will be written back.
        faults: What loading saw in it.

    Examples:
        >>> from rhf_services.forms.evaluation import EQUAL_ACCESS
        >>> report = Report({"year": 2024, "answers": {"equal-access": "Ambulerende klinikk."}})
        >>> report.year, report[EQUAL_ACCESS], str(report.state(EQUAL_ACCESS))
        (2024, 'Ambulerende klinikk.', 'given')
    """

    tree: Mapping[str, Any] = field(repr=False)
    faults: tuple[Fault, ...] = field(default=(), repr=False)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        """Compare the documents."""
        return self.tree == other.tree if isinstance(other, Report) else NotImplemented

    @property
    def template(self) -> str | None:
        """The id of the form, or None."""
        return text_or_none(self.tree.get("template"))

    @property
    def year(self) -> int | None:
        """The reporting year, or None."""
        return whole_or_none(self.tree.get("year"))

    @property
    def edition(self) -> str | None:
        """The edition it was begun on, or None for the latest known."""
        return text_or_none(self.tree.get("edition"))

    @cached_property
    def entity(self) -> ReportedEntity:
        """The entity as the report names it."""
        return ReportedEntity.read(self.tree.get("entity"))

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the report, in their order; an empty row is nobody."""
        listed = self.tree.get("people")
        rows = listed if isinstance(listed, list) else ()
        return tuple(
            Person.read(raw, at) for at, raw in enumerate(rows) if raw and isinstance(raw, Mapping)
        )

    @property
    def answers(self) -> Mapping[str, Any]:
        """The answers as they came, by the id of the question."""
        return self.part("answers")

    def part(self, key: str) -> Mapping[str, Any]:
        """Give a part of the envelope that is an object; empty where it is anything else."""
        found = self.tree.get(key)
        return found if isinstance(found, Mapping) else {}

    def __getitem__(self, key: QuestionKey[T]) -> T | None:
        """Give the answer to a question; None where there is none or it cannot be read."""
        return key.read(self.answers.get(key.id))

    def state(self, key: QuestionKey[Any]) -> State:
        """Tell how a question stands, looking at the answer alone."""
        return key.state(self.answers.get(key.id))

    def section_state(self, section: str) -> State:
        """Tell whether one word was said for a whole section.

        Examples:
            >>> told = Report({"sections": {"activity": {"nothing_to_report": True}}})
            >>> str(told.section_state("activity"))
            'confirmed-empty'
        """
        raw = self.part("sections").get(section)
        if not isinstance(raw, Mapping):
            return State.MISSING
        state = stated(without_nothing(raw), SECTION_STATES)
        return State.MISSING if state in (None, State.UNREADABLE) else state


@frozen
class Loaded:
    """What reading a document gave.

    Attributes:
        report: The report, or None only where nothing could be read.
        faults: What was seen while reading; a report carries them along into the check.

    Examples:
        >>> from rhf_services import loads
        >>> loads(b"[]").report is None
        True
    """

    report: Report | None
    faults: tuple[Fault, ...] = ()
