"""A filing: a case as one form reads it. This is what rules look into."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from attrs import field, frozen

from rhf_services.model.answers import State
from rhf_services.model.cases import Case
from rhf_services.model.days import norwegian_day
from rhf_services.model.entities import EntityType
from rhf_services.model.faults import Fault
from rhf_services.model.forms import Addressee, Asked, Edition, Template
from rhf_services.model.people import Person, ReferenceGroup, group_among
from rhf_services.model.places import Pointer
from rhf_services.model.policy import HostPolicy
from rhf_services.model.report import Report
from rhf_services.model.rules import Stage
from rhf_services.model.text import Text

PARTS_THAT_COUNT = ("activity", "evaluation", "reference-group")


@frozen
class FormAbsent:
    """Why a report has no form.

    Attributes:
        reason: ``no-template``, ``unknown-template``, ``no-year`` or ``no-edition``; with
            ``-for-kind`` where no loaded form is for the kind of the entity.
        template: The id the report names, or None.
        suggested: The form that the entity's type and year point to, where there is just one.
        entity_type: The kind of the entity, where it is known.

    Examples:
        >>> FormAbsent("no-template").suggested is None
        True
    """

    reason: str
    template: str | None = None
    suggested: str | None = None
    entity_type: str | None = None


@frozen
class Filing:
    """A report with its surroundings, seen through the form it is made on.

    Attributes:
        case: The case.
        report: The report of the case.
        stage: The stage it is checked at.
        at: The time given, or None.
        faults: The faults of the document and of its structure.
        template: The form, or None where it is absent.
        edition: The edition of the form, or None.
        absent: Why there is no form, where there is none.
        edition_known: False where the report names an edition nobody has loaded.
        edition_belongs: False where the report names an edition of another year.
        policy: The host's choices.
        codes: The codes of all rules that are loaded.
        titles: Titles of the loaded forms, and of the questions outside this one, by id.
        outside: Questions the report answers that other forms ask, but this one does not.

    Examples:
        >>> filing = Filing(Case(report=Report({})), Report({}), Stage.DRAFT)
        >>> filing.empty
        True
    """

    case: Case
    report: Report
    stage: Stage
    at: datetime | None = None
    faults: tuple[Fault, ...] = ()
    template: Template | None = None
    edition: Edition | None = None
    absent: FormAbsent | None = None
    edition_known: bool = True
    edition_belongs: bool = True
    policy: HostPolicy = HostPolicy()
    codes: frozenset[str] = field(default=frozenset(), repr=False)
    outside: tuple[Asked, ...] = field(default=(), repr=False)
    titles: Mapping[str, Text] = field(factory=dict, repr=False)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people of the report."""
        return self.report.people

    @cached_property
    def group(self) -> ReferenceGroup:
        """The group the host keeps, else the people of the report with group roles."""
        return self.case.group if self.case.group is not None else group_among(self.people)

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """Ids of the questions whose answers hold something they cannot hold."""
        if not self.faults:
            return frozenset()
        return frozenset(
            str(fault.at[1])
            for fault in self.faults
            if fault.kind == "cannot-hold" and len(fault.at) > 1 and fault.at[0] == "answers"
        )

    @cached_property
    def states(self) -> dict[str, State]:
        """How each asked question stands; one word for a section stands for what is missing."""
        found: dict[str, State] = {}
        if self.edition is None:
            return found
        for section in self.edition.sections:
            said = self.report.section_state(section.id) if section.asked else State.MISSING
            for asked in section.asked:
                state = self.report.state(asked.question)
                if asked.id in self.unreadable:
                    state = State.UNREADABLE
                found[asked.id] = said if state is State.MISSING else state
        return found

    @cached_property
    def empty(self) -> bool:
        """Whether there is not one answer in the parts that count; feedback does not count."""
        if self.edition is None:
            return True
        counted = [
            self.states[asked.id]
            for section in self.edition.sections
            for asked in section.asked
            if section.id in PARTS_THAT_COUNT and not asked.hidden
        ]
        said = [self.report.section_state(part) for part in PARTS_THAT_COUNT]
        return not any(state.is_answer or state is State.UNREADABLE for state in (*counted, *said))

    @property
    def today(self) -> date | None:
        """The day in Norway at the time given, or None."""
        return norwegian_day(self.at)

    @property
    def entity_type(self) -> str | None:
        """The entity's kind, by the host's word first, then the report's, then the form's."""
        if self.case.entity is not None and self.case.entity.type:
            return self.case.entity.type
        if self.report.entity.type:
            return self.report.entity.type
        if self.template is not None and len(self.template.entity_types) == 1:
            return self.template.entity_types[0]
        return None

    def is_a(self, kinds: tuple[EntityType, ...]) -> bool:
        """Tell whether the entity is of one of some kinds; an unknown kind is of none."""
        return self.entity_type in kinds

    def owner_is_group(self, pointer: Pointer) -> bool:
        """Tell whether a place belongs to the part that the reference group answers."""
        if self.edition is None or len(pointer) < 2 or pointer[0] != "answers":
            return False
        asked = self.edition.by_id.get(str(pointer[1]))
        return asked is not None and asked.to is Addressee.GROUP
