"""Fields of rows that have a form: DOIs and dates."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.columns import TextColumn
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
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")


def odd_doi(given: TableGiven) -> Iterator[Hit]:
    """A DOI has the form of one, so that it leads to the article."""
    for column in given.table.columns:
        if isinstance(column, TextColumn) and column.form == "doi":
            for row in given.rows:
                written = row[column]
                if written is not None and not _DOI.fullmatch(bare_doi(written)):
                    yield Hit((row.index, column.id), question=given.asked.id, row=row.index + 1)


def _has_doi(at: AskedAt) -> bool:
    return _has(at, "doi")


def _has_date(at: AskedAt) -> bool:
    return _has(at, "date")


def _has(at: AskedAt, form: str) -> bool:
    columns = at.table.columns if at.table is not None else ()
    return any(isinstance(column, TextColumn) and column.form == form for column in columns)


ODD_DOI = Rule(
    code="ACT009",
    title=_("Formen på en DOI"),
    obligation=_("En DOI er skrevet slik at den fører til artikkelen."),
    on=TABLE,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_("{question}, rad {row}: det som står som DOI, ser ikke ut som en DOI."),
        mend=_(
            "En DOI begynner med «10.» og har en skråstrek. "
            "La feltet stå tomt hvis artikkelen ikke har DOI."
        ),
    ),
    source=proposal("the form of a DOI, as its registration agencies define it"),
    standing=Standing.PROPOSED,
    covers=Covers.SIGNAL,
    check=odd_doi,
    reach=Reach(_has_doi),
    cases=(
        NamedCase(
            _("Nettadressen til tidsskriftet står som DOI"),
            {
                "report": {
                    "answers": {
                        "scientific-articles": [
                            {"id": "a1", "title": "Svulster", "doi": "https://example.org/a"}
                        ]
                    }
                }
            },
            ("/answers/scientific-articles/0/doi",),
        ),
        NamedCase(
            _("En DOI skrevet som adresse"),
            {
                "report": {
                    "answers": {
                        "scientific-articles": [
                            {"id": "a1", "title": "Svulster", "doi": "https://doi.org/10.5555/12"}
                        ]
                    }
                }
            },
        ),
    ),
)


def odd_date(given: TableGiven) -> Iterator[Hit]:
    """A day is best written so that every program can read it."""
    for column in given.table.columns:
        if isinstance(column, TextColumn) and column.form == "date":
            for row in given.rows:
                written = row[column]
                if written is not None and not is_iso_day(written.strip()):
                    yield Hit(
                        (row.index, column.id),
                        question=given.asked.id,
                        row=row.index + 1,
                        column=column.id,
                    )


def is_iso_day(written: str) -> bool:
    """Tell whether a text is a year, a month or a day in ISO form.

    Examples:
        >>> is_iso_day("2018-12-06"), is_iso_day("2018-13"), is_iso_day("06.12.2018")
        (True, False, False)
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", written):
        return False
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return False
    return True


ODD_DATE = Rule(
    code="ACT010",
    title=_("Formen på en dato"),
    obligation=_("En dato er skrevet slik at alle systemer kan lese den."),
    on=TABLE,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_("{question}, rad {row}: {column} kan skrives som år-måned-dag."),
        mend=_("Skriv for eksempel 2024-12-06, 2024-12 eller 2024. Det kan også stå som det er."),
    ),
    source=proposal("dates are text; the ISO form is preferred, another is kept"),
    standing=Standing.PROPOSED,
    check=odd_date,
    reach=Reach(_has_date),
    cases=(
        NamedCase(
            _("En prosjektperiode med ord"),
            {
                "report": {
                    "answers": {
                        "research-projects": [
                            {"id": "f1", "title": "Svulster", "from": "høsten 2022"}
                        ]
                    }
                }
            },
            ("/answers/research-projects/0/from",),
        ),
        NamedCase(
            _("Et årstall, en måned og en dag"),
            {
                "report": {
                    "answers": {
                        "research-projects": [
                            {"id": "f1", "title": "Svulster", "from": "2022", "to": "2025-06"},
                            {"id": "f2", "title": "Svulster 2", "to": "2025-06-30"},
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
    return (ODD_DOI, ODD_DATE)
