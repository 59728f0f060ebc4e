"""What rules can look at. Each subject gives the things, and the steps to their places."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from attrs import frozen

from rhf_services.model.answers import Rows, State
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.filing import Filing
from rhf_services.model.forms import Addressee, Asked
from rhf_services.model.people import Person, ReferenceGroup
from rhf_services.model.places import Pointer
from rhf_services.model.questions import Table
from rhf_services.model.report import Report
from rhf_services.model.rules import Subject


@frozen
class AnswerGiven:
    """A question of the form, and how it stands in the report.

    Examples:
        >>> AnswerGiven.__name__
        'AnswerGiven'
    """

    asked: Asked
    state: State
    filing: Filing


@frozen
class TableGiven:
    """A table of the form that has rows, and its rows.

    Examples:
        >>> TableGiven.__name__
        'TableGiven'
    """

    asked: Asked
    table: Table
    rows: Rows
    year: int


@frozen
class TextGiven:
    """A text that somebody wrote, wherever it stands.

    Examples:
        >>> TextGiven("Et svar", for_group=False).text
        'Et svar'
    """

    text: str
    for_group: bool
    question: str | None = None


ELEVEN_DIGITS: Final = 10**10
"""A whole number this long is looked at as a text: it may be the number of a person."""

WRITTEN: Final = ("entity", "people", "answers", "sections", "comments", "attachments")
"""The parts of a report where people, or programs for them, write texts."""


def _filing(filing: Filing) -> Iterator[tuple[Pointer, Filing]]:
    yield (), filing


def _report(filing: Filing) -> Iterator[tuple[Pointer, Report]]:
    yield (), filing.report


def _people(filing: Filing) -> Iterator[tuple[Pointer, tuple[Person, ...]]]:
    yield ("people",), filing.people


def _person(filing: Filing) -> Iterator[tuple[Pointer, Person]]:
    for person in filing.people:
        yield ("people", person.index), person


def _group(filing: Filing) -> Iterator[tuple[Pointer, ReferenceGroup]]:
    yield ("people",), filing.group


def _answers(filing: Filing) -> Iterator[tuple[Pointer, AnswerGiven]]:
    for asked in filing.edition or ():
        yield ("answers", asked.id), AnswerGiven(asked, filing.states[asked.id], filing)


def _tables(filing: Filing) -> Iterator[tuple[Pointer, TableGiven]]:
    for asked in filing.edition or ():
        if isinstance(asked.question, Table) and asked.id not in filing.unreadable:
            rows = filing.report[asked.question]
            if rows is not None:
                place = ("answers", asked.id, *rows.steps)
                yield place, TableGiven(asked, asked.question, rows, filing.report.year or 0)


def _table_missed(filing: Filing) -> bool:
    asked = filing.edition.by_id if filing.edition is not None else {}
    return any(isinstance(asked[i].question, Table) for i in filing.unreadable if i in asked)


def _texts(filing: Filing) -> Iterator[tuple[Pointer, TextGiven]]:
    asked = filing.edition.by_id if filing.edition is not None else {}
    for part in WRITTEN:
        value = filing.report.tree.get(part)
        if part == "answers" and isinstance(value, dict):
            for id_, answer in value.items():
                known = id_ if id_ in asked else None
                group = known is not None and asked[known].to is Addressee.GROUP
                for at, text in _written((part, id_), answer):
                    yield at, TextGiven(text, group, known)
        else:
            for at, text in _written((part,), value):
                yield at, TextGiven(text, for_group=False)


def _written(start: Pointer, value: Any) -> Iterator[tuple[Pointer, str]]:
    """Give every text at a place and below it, in the order of the document."""
    waiting: list[tuple[Pointer, Any]] = [(start, value)]
    while waiting:
        at, one = waiting.pop()
        if isinstance(one, str):
            yield at, one
        elif isinstance(one, dict):
            waiting += [((*at, key), below) for key, below in reversed(one.items()) if below]
        elif isinstance(one, list):
            waiting += [((*at, i), one[i]) for i in range(len(one) - 1, -1, -1) if one[i]]
        elif type(one) is int and one >= ELEVEN_DIGITS:
            yield at, str(one)


def faults_of(kind: FaultKind) -> Subject[Fault]:
    """Give the faults of one kind as a subject, each at its place.

    Examples:
        >>> faults_of(FaultKind.DUPLICATE_ID).id
        'fault duplicate-id'
    """
    return Subject(f"fault {kind}", partial(_faults, kind))


def _faults(kind: FaultKind, filing: Filing) -> Iterator[tuple[Pointer, Fault]]:
    for fault in filing.faults:
        if fault.kind is kind:
            yield fault.at, fault


FILING: Final = Subject[Filing]("filing", _filing)
REPORT: Final = Subject[Report]("report", _report)
PEOPLE: Final = Subject[tuple[Person, ...]]("people", _people)
PERSON: Final = Subject[Person]("person", _person)
REFERENCE_GROUP: Final = Subject[ReferenceGroup]("reference-group", _group)
ANSWER: Final = Subject[AnswerGiven]("answer", _answers)
TABLE: Final = Subject[TableGiven]("table", _tables, _table_missed)
TEXT: Final = Subject[TextGiven]("text", _texts)
