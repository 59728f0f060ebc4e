"""Numbers in a text that should agree with the numbers in its rows."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.columns import NumberColumn
from rhf_services.model.reach import AskedAt, Reach
from rhf_services.model.rules import Audience, Covers, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import TABLE, TableGiven
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

MOST: Final = 10**12
"""No text states a total this great; a sum beyond it is a slip in a row."""

_TOTAL: Final = re.compile(
    r"\b(?:totalt|til sammen|tilsammen|til saman|i alt|samlet|samla|sum)\b"
    r"(?:[ :,]|ca\.|om lag|omtrent|behandlet|behandla|vi|har|hatt|hadde|fikk|fekk|så|såg){0,8}?"
    r"[ :](?P<number>[0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3}){1,3}|[0-9]{1,9})"
    r" (?:pasienter|pasientar|pasient|patienter)\b",
    re.IGNORECASE,
)


def stated_total(text: str) -> int | None:
    """Read the total number of patients that a text states, where it states just one.

    Examples:
        >>> stated_total("I 2019 behandlet vi til sammen 1 219 pasienter.")
        1219
        >>> stated_total("Vi behandlet 12 pasienter.") is None
        True
    """
    found = {int(re.sub(r"\D", "", match["number"])) for match in _TOTAL.finditer(text)}
    return found.pop() if len(found) == 1 else None


def other_total(given: TableGiven) -> Iterator[Hit]:
    """The total that the text states is the sum of the rows."""
    numbers = [c for c in given.table.columns if isinstance(c, NumberColumn) and c.id == "count"]
    if not numbers or given.rows.text is None or not given.rows.rows:
        return
    counts = [row[numbers[0]] for row in given.rows]
    stated = stated_total(given.rows.text)
    if stated is None or any(count is None for count in counts):
        return
    total = sum(count for count in counts if count is not None)
    if stated != total and total < MOST:
        yield Hit(question=given.asked.id, stated=stated, total=total)


def _counts_and_tells(at: AskedAt) -> bool:
    table = at.table
    counts = table.columns if table is not None and table.with_text else ()
    return any(isinstance(column, NumberColumn) and column.id == "count" for column in counts)


OTHER_TOTAL = Rule(
    code="ACT008",
    title=_("Summen i teksten og summen av radene"),
    obligation=_("Summen i teksten er summen av radene."),
    on=TABLE,
    says=dict.fromkeys((Stage.DRAFT, Stage.SUBMISSION, Stage.REVIEW), Severity.INFO),
    audience=Audience.LEAD,
    message=Message(
        says=_("Teksten under {question} sier {stated} pasienter; radene gir {total} til sammen."),
        mend=_("Se om ett av tallene er feil, eller forklar forskjellen i teksten."),
    ),
    source=proposal("published reports often give the sum in the text, and it may have a slip"),
    standing=Standing.PROPOSED,
    covers=Covers.SIGNAL,
    check=other_total,
    reach=Reach(_counts_and_tells),
    on_archive=True,
    cases=(
        NamedCase(
            _("Teksten sier 120, radene gir 111"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": {
                            "rows": [
                                {"id": "c1", "affiliation": "helse-nord", "count": 46},
                                {"id": "c2", "affiliation": "helse-vest", "count": 65},
                            ],
                            "text": "Til sammen behandlet vi 120 pasienter.",
                        }
                    }
                }
            },
            ("/answers/clinical-activity/rows",),
        ),
        NamedCase(
            _("Tallene stemmer"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": {
                            "rows": [{"id": "c1", "affiliation": "helse-nord", "count": 111}],
                            "text": "Totalt 111 pasienter; 265 henvisninger ble vurdert.",
                        }
                    }
                }
            },
        ),
        NamedCase(
            _("En rad mangler antall"),
            {
                "report": {
                    "answers": {
                        "clinical-activity": {
                            "rows": [{"id": "c1", "affiliation": "helse-nord"}],
                            "text": "I alt 111 pasienter.",
                        }
                    }
                }
            },
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (OTHER_TOTAL,)
