"""A case: the report with what the host knows around it."""

from datetime import date, datetime

from attrs import Factory, field, frozen
from attrs.validators import instance_of, optional

from rhf_services.model.entities import Entity
from rhf_services.model.faults import Fault
from rhf_services.model.people import ReferenceGroup
from rhf_services.model.policy import HostPolicy
from rhf_services.model.report import Report

CASE_FORMAT = "rhf-case/1"


@frozen
class Attempt:
    """An attempt to submit, or an earlier submission.

    Attributes:
        by: The id of the person, as the report has it.
        at: The time; with a time zone.

    Examples:
        >>> Attempt(by="p1").by
        'p1'
    """

    by: str | None = None
    at: datetime | None = None


@frozen
class Extension:
    """More time for one entity, with who gave it and why.

    Examples:
        >>> Extension(by="Helse Vest").by
        'Helse Vest'
    """

    until: datetime | date | None = None
    by: str | None = None
    reason: str | None = None


@frozen
class Cycle:
    """A reporting year with its dates, as the host keeps them.

    Attributes:
        year: The reporting year.
        deadline: The deadline: a time, or a day that counts whole.
        part_due: The day by which the service's own part is recommended done.
        extension: More time for this entity.

    Examples:
        >>> Cycle(2024, deadline=date(2025, 2, 17)).deadline
        datetime.date(2025, 2, 17)
    """

    year: int
    deadline: datetime | date | None = None
    part_due: date | None = None
    extension: Extension | None = None


@frozen
class Deputy:
    """Somebody who stands in for another person, within dates that the host entered.

    Attributes:
        for_: The id of the person stood in for.
        person: The id of the deputy.
        from_: The first day, or None.
        to: The last day, or None.

    Examples:
        >>> Deputy("p1", "p2", date(2025, 2, 1), date(2025, 2, 28)).on(date(2025, 3, 1))
        False
    """

    for_: str
    person: str
    from_: date | None = None
    to: date | None = None

    def on(self, day: date | None) -> bool:
        """Tell whether it holds on a day; one with dates does not where no day is known."""
        if day is None:
            return self.from_ is None and self.to is None
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


@frozen
class Waiver:
    """A filer's word that a finding is all right as it is.

    Attributes:
        rule: The code of the rule.
        question: The id of the question, or None for the report as a whole.
        row: The id of the row, or None.
        of: The digest of the answer or row it speaks of, ``sha256:…``.
        reason: Why, in the filer's words.
        by: The id of the person.
        at: When, as it was written.

    Examples:
        >>> Waiver(rule="ACT001", question="scientific-articles").row is None
        True
    """

    rule: str
    question: str | None = None
    row: str | None = None
    of: str | None = None
    reason: str | None = field(default=None, repr=False)
    by: str | None = None
    at: str | None = None


@frozen
class Case:
    """What a check looks at. Everything but the report may be absent.

    Attributes:
        report: The report; None where nothing could be read.
        entity: The entity as the host keeps it.
        group: The reference group the host keeps.
        cycle: The reporting year's dates.
        previous: Last year's report.
        attempt: An attempt to submit.
        submitted: An earlier submission; absent means not submitted.
        deputies: Who stands in for whom.
        policy: The host's choices.
        faults: What reading saw; taken from the report unless given.

    Raises:
        TypeError: The report is something else, for example what `loads` gave.

    Examples:
        >>> Case(report=Report({})).submitted is None
        True
    """

    report: Report | None = field(validator=optional(instance_of(Report)))
    entity: Entity | None = None
    group: ReferenceGroup | None = None
    cycle: Cycle | None = None
    previous: Report | None = None
    attempt: Attempt | None = None
    submitted: Attempt | None = None
    deputies: tuple[Deputy, ...] = ()
    policy: HostPolicy = HostPolicy()
    faults: tuple[Fault, ...] = field(
        default=Factory(lambda case: case.report.faults if case.report else (), takes_self=True),
        repr=False,
    )
