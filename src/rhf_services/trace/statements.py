"""The statements of the documents, each with the check it allows and what is to carry it.

They lie in ``requirements.csv`` beside this file. A place in a document is its id and the lines of
its text.
"""

import csv
from functools import cache
from pkgutil import get_data
from typing import Final

from attrs import frozen

CARRIED_KINDS: Final = ("template", "model", "report-rule")
"""The kinds of statements about the form and the report; every one of them is carried."""

KINDS: Final = (*CARRIED_KINDS, "process", "answer", "domain-rule", "text", "outside")
"""All kinds; statements of the other five are open."""


@frozen
class Statement:
    """A statement of a document.

    Attributes:
        id: The stable id that forms, rules and tests trace to.
        source: Where it stands: ids of documents with their lines.
        topic: What it is about, in a word.
        applies_to: The kinds of entities it speaks of, ``all`` or ``none``.
        statement: What the document says, in our words.
        check: What can be checked of it: yes, partly or no, and how.
        kind: What is to carry it: template, model, report-rule, and five more.
        level: The most it may give: blocks, warning, info, or ``-``.
        speaks_to: Whom it speaks to, or ``-``.
        note: What else a reader should know.

    Examples:
        >>> statement("S003-096").level
        'warning'
    """

    id: str
    source: tuple[str, ...]
    topic: str
    applies_to: tuple[str, ...]
    statement: str
    check: str
    kind: str
    level: str
    speaks_to: str
    note: str

    @property
    def to_be_carried(self) -> bool:
        """Whether it speaks of the form or the report, so that something here carries it."""
        return self.kind in CARRIED_KINDS


@cache
def statements() -> tuple[Statement, ...]:
    """Give all statements, in the order of the documents.

    Examples:
        >>> len(statements()), len([one for one in statements() if one.to_be_carried])
        (448, 126)
    """
    data = get_data("rhf_services.trace", "requirements.csv") or b""
    return tuple(_statement(row) for row in csv.DictReader(data.decode().splitlines()))


def statement(id_: str) -> Statement:
    """Give a statement by its id.

    Raises:
        LookupError: No statement has this id.

    Examples:
        >>> statement("S003-019").kind
        'report-rule'
    """
    found = next((one for one in statements() if one.id == id_), None)
    if found is None:
        raise LookupError(id_)
    return found


def _statement(row: dict[str, str]) -> Statement:
    several = {key: tuple(row[key].split(mark)) for key, mark in _SEVERAL}
    return Statement(**{**row, **several})  # type: ignore[arg-type]


_SEVERAL: Final = (("source", "; "), ("applies_to", ";"))
