"""More rows than a form asks for."""

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.forms import Asked
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed
from rhf_services.testing.tables import stands_once, table_of

YEARS_LATER: Final = 5


def over_limit(registry: Registry) -> SearchStrategy[Broken]:
    """Fill tables with more rows than the form of the year asks for."""

    def too_many(draw: DrawFn, draft: Draft) -> None:
        _overfill(draw, draft, _limited(draft.form, draft.form.year))

    return breaking(registry, "ACT001", too_many, fits=lambda form: bool(_limited(form, form.year)))


def over_earlier_limit(registry: Registry) -> SearchStrategy[Broken]:
    """Fill tables with more rows than the form of an earlier year asked for.

    Where nobody has gone through the form for the later year, the host has switched off the
    rule that says so.
    """

    def too_many(draw: DrawFn, draft: Draft) -> None:
        _overfill(draw, draft, _limited(draft.form))
        if not draft.form.entered:
            draft.document["policy"] = {"rules": [_switched_off("TPL002")]}

    return breaking(registry, "ACT002", too_many, forms=_later_forms(registry))


def _overfill(draw: DrawFn, draft: Draft, tables: list[Asked]) -> None:
    for asked in draw(few(tables)):
        most = asked.limit.most if asked.limit else 0
        draft.fill(draw, asked, most + 1, most + draw(st.integers(1, 4)))
        draft.expect_in(asked)


def _limited(form: Formed, year: int | None = None) -> list[Asked]:
    """Give the tables with a limit, of one year or any, that can have more rows than it."""
    return [
        asked
        for asked in form.tables
        if asked.limit is not None
        and year in (None, asked.limit.year)
        and not any(stands_once(column) for column in table_of(asked).columns)
    ]


def _later_forms(registry: Registry) -> list[Formed]:
    found = []
    for template in registry.templates.values():
        for edition in template.editions:
            limited = _limited(Formed(template, edition, edition.first))
            since = max((asked.limit.year for asked in limited if asked.limit), default=None)
            for year in range(since + 1, since + 1 + YEARS_LATER) if since else ():
                choice = template.edition_for(year)
                if choice is not None and choice.edition is edition:
                    found.append(Formed(template, edition, year))
    return found


def _switched_off(code: str) -> dict[str, str]:
    return {
        "rule": code,
        "says": "off",
        "by": "Servicemiljøet",
        "reason": "Skjemaet er gjennomgått.",
    }
