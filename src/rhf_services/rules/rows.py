"""Rows of the activity tables: what a filled row should have, and what stands twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.answers import Row
from rhf_services.model.columns import ChoiceColumn, TextColumn
from rhf_services.model.dois import bare_doi
from rhf_services.model.reach import AskedAt, Reach
from rhf_services.model.rules import (
    INFO_THEN_WARNING,
    INFO_WHILE_WRITING,
    Audience,
    Covers,
    Hit,
    NamedCase,
    Rule,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import TABLE, TableGiven
from rhf_services.model.text import Message, _, _n
from rhf_services.sources.documents import proposal


def starred_missing(given: TableGiven) -> Iterator[Hit]:
    """A filled row has what it is of little use without: a title, an affiliation, a number."""
    starred = [column for column in given.table.columns if column.starred]
    for row in given.rows:
        missing = tuple(column.id for column in starred if row[column] is None)
        if missing:
            yield Hit((row.index,), question=given.asked.id, row=row.index + 1, columns=missing)


def _has_starred(at: AskedAt) -> bool:
    return at.table is not None and any(column.starred for column in at.table.columns)


STARRED_MISSING = Rule(
    code="ACT005",
    title=_("Rader som mangler det viktigste"),
    obligation=_("En rad har det den er til liten nytte uten: tittel, tilhørighet eller antall."),
    on=TABLE,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_("{question}, rad {row}, mangler {columns}."),
        mend=_("Fyll det ut, eller ta bort raden hvis den ikke skulle være der."),
    ),
    source=proposal("a row without its title or number helps no reader"),
    standing=Standing.PROPOSED,
    check=starred_missing,
    reach=Reach(_has_starred),
    cases=(
        NamedCase(
            _("En artikkel uten tittel"),
            {
                "report": {
                    "answers": {"scientific-articles": [{"id": "a1", "journal": "Tidsskriftet"}]}
                }
            },
            ("/answers/scientific-articles/0",),
        ),
        NamedCase(
            _("En tom rad og en rad uten antall"),
            {
                "report": {
                    "answers": {"clinical-activity": {"rows": [{}, {"affiliation": "other"}]}}
                }
            },
            ("/answers/clinical-activity/rows/1",),
        ),
        NamedCase(
            _("En artikkel med bare tittel"),
            {"report": {"answers": {"scientific-articles": [{"id": "a1", "title": "Svulster"}]}}},
        ),
    ),
)


def doubles(given: TableGiven) -> Iterator[Hit]:
    """One thing stands in one row: no two have the same title, or the same DOI."""
    seen: dict[tuple[str, ...], int] = {}
    for row in given.rows:
        same = [seen[mark] for mark in _marks(given, row) if mark in seen]
        if same:
            first = min(same)
            yield Hit((row.index,), question=given.asked.id, row=row.index + 1, first_row=first)
        for mark in _marks(given, row):
            seen.setdefault(mark, row.index + 1)


def _marks(given: TableGiven, row: Row) -> Iterator[tuple[str, ...]]:
    """Give what tells a row apart: its title and its DOI, however they are written."""
    for column in given.table.columns:
        if isinstance(column, TextColumn):
            written = row[column]
            if written is not None and column.form == "doi":
                yield column.id, bare_doi(written).casefold()
            elif written is not None and column.id == "title":
                yield column.id, *written.casefold().split()


def _tells_rows_apart(at: AskedAt) -> bool:
    columns = at.table.columns if at.table is not None else ()
    texts = [column for column in columns if isinstance(column, TextColumn)]
    return any(column.form == "doi" or column.id == "title" for column in texts)


DOUBLES = Rule(
    code="ACT006",
    title=_("Det samme to ganger"),
    obligation=_("Én ting står i én rad: to rader har ikke samme tittel eller samme DOI."),
    on=TABLE,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("{question}, rad {row}, ser ut til å være den samme som rad {first_row}."),
        mend=_("Ta bort den ene hvis det stemmer."),
    ),
    source=proposal("the same article or project in two rows is most often a slip"),
    standing=Standing.PROPOSED,
    covers=Covers.SIGNAL,
    check=doubles,
    reach=Reach(_tells_rows_apart),
    cases=(
        NamedCase(
            _("Samme DOI, skrevet på to måter"),
            {
                "report": {
                    "answers": {
                        "scientific-articles": [
                            {"id": "a1", "title": "Svulster", "doi": "10.5555/ABC"},
                            {"id": "a2", "title": "Om svulster", "doi": "doi:10.5555/abc"},
                        ]
                    }
                }
            },
            ("/answers/scientific-articles/1",),
        ),
        NamedCase(
            _("Samme tittel på to prosjekter"),
            {
                "report": {
                    "answers": {
                        "research-projects": [
                            {"id": "f1", "title": "Store svulster"},
                            {"id": "f2", "title": "Små svulster"},
                            {"id": "f3", "title": "store  svulster"},
                        ]
                    }
                }
            },
            ("/answers/research-projects/2",),
        ),
        NamedCase(
            _("Ulike titler"),
            {"report": {"answers": {"research-projects": [{"title": "Store"}, {"title": "Små"}]}}},
        ),
    ),
)


def same_affiliation(given: TableGiven) -> Iterator[Hit]:
    """A region stands once under clinical activity, unless two rows are meant."""
    for column in given.table.columns:
        if isinstance(column, ChoiceColumn) and column.choices.id == "affiliations":
            ids = [(row.index, picked.id) for row in given.rows if (picked := row[column])]
            counts = Counter(id_ for _index, id_ in ids if id_ is not None)
            for id_, count in counts.items():
                if count > 1 and column.choices.knows(id_):
                    last = max(index for index, own in ids if own == id_)
                    yield Hit((last,), question=given.asked.id, choice=id_, count=count)


def _has_affiliations(at: AskedAt) -> bool:
    columns = at.table.columns if at.table is not None else ()
    chosen = [column.choices for column in columns if isinstance(column, ChoiceColumn)]
    return any(choices.id == "affiliations" for choices in chosen)


SAME_AFFILIATION = Rule(
    code="ACT007",
    title=_("Samme region i flere rader"),
    obligation=_(
        "En region står én gang under klinisk aktivitet, med mindre det skal være to rader."
    ),
    on=TABLE,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_n(
            "{choice} står {count} gang under {question}.",
            "{choice} står {count} ganger under {question}.",
        ),
        mend=_("Slå sammen radene hvis de gjelder det samme, eller forklar forskjellen i teksten."),
    ),
    source=proposal("two rows for one region may be right, but are most often a slip"),
    standing=Standing.PROPOSED,
    covers=Covers.SIGNAL,
    check=same_affiliation,
    reach=Reach(_has_affiliations),
    cases=(
        NamedCase(
            _("Helse Vest to ganger"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": [
                            {"id": "c1", "affiliation": "helse-vest", "count": 27},
                            {"id": "c2", "affiliation": "helse-nord", "count": 9},
                            {"id": "c3", "affiliation": "helse-vest", "count": 3},
                        ]
                    }
                }
            },
            ("/answers/clinical-activity/2",),
        ),
        NamedCase(
            _("To rader med en tilhørighet vi ikke kjenner"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": [
                            {"id": "c1", "affiliation": "utlandet", "count": 2},
                            {"id": "c2", "affiliation": "utlandet", "count": 1},
                        ]
                    }
                }
            },
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (STARRED_MISSING, DOUBLES, SAME_AFFILIATION)
