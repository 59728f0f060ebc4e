"""How many articles and projects a year's form asks for."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.reach import AskedAt, Reach
from rhf_services.model.rules import (
    INFO_THEN_WARNING,
    INFO_WHILE_WRITING,
    Audience,
    Hit,
    NamedCase,
    Rule,
)
from rhf_services.model.subjects import TABLE, TableGiven
from rhf_services.model.text import Message, _, _n
from rhf_services.sources.documents import WEBINAR_2024

UP_TO_FIVE = WEBINAR_2024.at("Aktivitet – registrering av aktivitet", "S003-096", "S003-097")
FEW = [{"id": f"r{i}", "title": f"Tittel {i}"} for i in range(1, 6)]
MANY = [{"id": f"r{i}", "title": f"Tittel {i}"} for i in range(1, 8)]


def over_limit(given: TableGiven) -> Iterator[Hit]:
    """In the year a limit was asked for, a table has at most that many rows."""
    limit = given.asked.limit
    if limit is not None and given.year == limit.year and len(given.rows) > limit.most:
        yield Hit(question=given.asked.id, count=len(given.rows), limit=limit.most, year=limit.year)


def _limited_now(at: AskedAt) -> bool:
    return at.asked.limit is not None and at.year == at.asked.limit.year


OVER_LIMIT = Rule(
    code="ACT001",
    title=_("Inntil fem artikler og fem prosjekter"),
    obligation=_("En tabell har ikke flere artikler eller prosjekter enn det er bedt om for året."),
    on=TABLE,
    says=INFO_THEN_WARNING,
    audience=Audience.LEAD,
    message=Message(
        says=_n(
            "Du har ført opp {count} rad under {question}. "
            "For {year} ber servicemiljøet om inntil {limit} som er direkte relevante.",
            "Du har ført opp {count} rader under {question}. "
            "For {year} ber servicemiljøet om inntil {limit} som er direkte relevante.",
        ),
        mend=_("Behold de viktigste, eller lever som det er."),
    ),
    source=UP_TO_FIVE,
    traces=("S003-096", "S003-097"),
    check=over_limit,
    reach=Reach(_limited_now),
    cites_question=True,
    cases=(
        NamedCase(
            _("Sju artikler i 2024"),
            {"report": {"answers": {"scientific-articles": MANY}}},
            ("/answers/scientific-articles",),
        ),
        NamedCase(
            _("Sju artikler og sju prosjekter i 2024"),
            {"report": {"answers": {"scientific-articles": MANY, "research-projects": MANY}}},
            ("/answers/scientific-articles", "/answers/research-projects"),
        ),
        NamedCase(
            _("Fem av hvert slag i 2024"),
            {"report": {"answers": {"scientific-articles": FEW, "research-projects": FEW}}},
        ),
        NamedCase(
            _("Sju artikler i 2025, som en annen regel sier fra om"),
            {"report": {"year": 2025, "answers": {"scientific-articles": MANY}}},
        ),
    ),
)


def over_earlier_limit(given: TableGiven) -> Iterator[Hit]:
    """After the year a limit was asked for, nobody knows whether it is asked for again."""
    limit = given.asked.limit
    if limit is not None and given.year > limit.year and len(given.rows) > limit.most:
        yield Hit(question=given.asked.id, limit=limit.most, first_year=limit.year, year=given.year)


def _limited_before(at: AskedAt) -> bool:
    return at.asked.limit is not None and at.year > at.asked.limit.year


OVER_EARLIER_LIMIT = Rule(
    code="ACT002",
    title=_("Flere rader enn et tidligere år ba om"),
    obligation=_("Et tidligere år ble det bedt om færre rader. Ingen vet om det gjelder ennå."),
    on=TABLE,
    says=INFO_WHILE_WRITING,
    audience=Audience.LEAD,
    message=Message(
        says=_(
            "For {first_year} ba servicemiljøet om inntil {limit} rader under {question}. "
            "Hva som gjelder for {year}, er ikke lagt inn."
        ),
        mend=_("Ta gjerne med bare de som er direkte relevante."),
    ),
    source=UP_TO_FIVE,
    traces=("S003-096", "S003-097"),
    check=over_earlier_limit,
    reach=Reach(_limited_before),
    cases=(
        NamedCase(
            _("Sju prosjekter i 2025"),
            {"report": {"year": 2025, "answers": {"research-projects": MANY}}},
            ("/answers/research-projects",),
        ),
        NamedCase(
            _("Fem prosjekter i 2025"),
            {"report": {"year": 2025, "answers": {"research-projects": FEW}}},
        ),
        NamedCase(
            _("Sju prosjekter i 2024, som en annen regel sier fra om"),
            {"report": {"answers": {"research-projects": MANY}}},
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (OVER_LIMIT, OVER_EARLIER_LIMIT)
