"""Who differs between two reports: what a reporter is asked to look through."""

from collections import deque
from enum import StrEnum

from attrs import fields, frozen

from rhf_services.model.people import Person
from rhf_services.model.report import Report


class DifferenceKind(StrEnum):
    """How a person differs.

    Examples:
        >>> DifferenceKind("new").name
        'NEW'
    """

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@frozen
class PersonDifference:
    """A person who differs; told by position, never by name.

    Attributes:
        kind: Whether the person is new, gone or changed.
        year: The reporting year of the later report, which the change applies to.
        now: The position in the later report, from 0; None where the person is gone.
        before: The position in the earlier report; None where the person is new.
        parts: What changed: ``name``, ``email``, ``roles`` and so on, in the order of the tab.

    Examples:
        >>> PersonDifference(DifferenceKind.GONE, 2024, before=2).parts
        ()
    """

    kind: DifferenceKind
    year: int | None
    now: int | None = None
    before: int | None = None
    parts: tuple[str, ...] = ()


COMPARED = tuple(part.name for part in fields(Person) if part.name not in ("index", "id"))


def people_that_differ(previous: Report, now: Report) -> tuple[PersonDifference, ...]:
    """Tell which persons differ from the last report.

    Persons are the same who have the same id; those without one, or whose id the other report
    does not have, are the same by their e-mail address, and else by their name.

    Args:
        previous: The last report.
        now: The report that is being made.

    Returns:
        New and changed persons in the order of the later report, then those who are gone.

    Examples:
        >>> kari = {"id": "p1", "name": "Kari Eksempel", "phone": "00000000"}
        >>> ola = {"id": "p2", "name": "Ola Oppdiktet"}
        >>> last = Report({"people": [kari]})
        >>> this = Report({"people": [{**kari, "phone": ""}, ola]})
        >>> [(str(one.kind), one.now, one.parts) for one in people_that_differ(last, this)]
        [('changed', 0, ('phone',)), ('new', 1, ())]
    """
    same = _same(previous.people, now.people)
    found = []
    for person in now.people:
        before = same.get(person.index)
        if before is None:
            found.append(PersonDifference(DifferenceKind.NEW, now.year, now=person.index))
            continue
        parts = tuple(part for part in COMPARED if getattr(person, part) != getattr(before, part))
        if parts:
            changed = DifferenceKind.CHANGED
            found.append(PersonDifference(changed, now.year, person.index, before.index, parts))
    kept = {before.index for before in same.values()}
    gone = [person.index for person in previous.people if person.index not in kept]
    return (*found, *(PersonDifference(DifferenceKind.GONE, now.year, before=at) for at in gone))


def _same(previous: tuple[Person, ...], now: tuple[Person, ...]) -> dict[int, Person]:
    """Pair the persons of two reports: by id, then by e-mail, then by name, each once."""
    pairs: dict[int, Person] = {}
    taken: set[int] = set()
    for key in ("id", "email", "name"):
        free: dict[str, deque[Person]] = {}
        for before in previous:
            if before.index not in taken:
                free.setdefault(getattr(before, key), deque()).append(before)
        for person in now:
            mark = getattr(person, key)
            if mark is not None and person.index not in pairs and free.get(mark):
                before = free[mark].popleft()
                pairs[person.index] = before
                taken.add(before.index)
    return pairs
