"""Rows without what they need, rows that stand twice, and fields of an odd form."""

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.columns import Column, NumberColumn, TextColumn
from rhf_services.model.dois import bare_doi
from rhf_services.model.forms import Asked
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed
from rhf_services.testing.tables import good_field, stands_once, table_of
from rhf_services.testing.texts import plain_texts, totals, written_numbers

_ODD_DOIS: Final = (
    "https://example.org/artikkel-{}",
    "10.1/kort-{}",
    "10.5555 uten skråstrek {}",
    "doi:{}",
    "https://doi.org/artikkel/{}",
    "10.5555/med mellomrom {}",
    "ukjent {}",
)
_ODD_DATES: Final = (
    "høsten 2022",
    "06.12.2018",
    "2018-13",
    "2018-02-30",
    "12/2018",
    "18-12-06",
    "2018-1-1",
    "0000",
    "i fjor",
)


def starred_missing(registry: Registry) -> SearchStrategy[Broken]:
    """Take starred fields out of rows, but leave something in each."""

    def take(draw: DrawFn, draft: Draft) -> None:
        asked = draw(st.sampled_from(_tables(draft.form, _takes)))
        columns = table_of(asked).columns
        for at, row in draw(few(list(enumerate(draft.fill(draw, asked))))):
            draft.expect_in(asked, at)
            for column in draw(few([column for column in columns if column.starred])):
                row[column.id] = draw(st.sampled_from((None, "", "  ")))
            if all(not str(row.get(c.id) or "").strip() for c in columns):
                _put_another(draw, row, columns, draft.form.year)

    return breaking(registry, "ACT005", take, fits=lambda form: bool(_tables(form, _takes)))


def doubles(registry: Registry) -> SearchStrategy[Broken]:
    """Give a row the title or DOI of another, written in another way."""

    def repeat(draw: DrawFn, draft: Draft) -> None:
        asked = draw(st.sampled_from(_tables(draft.form, _tells_apart)))
        rows = draft.fill(draw, asked, 2)
        column = draw(st.sampled_from([c for c in table_of(asked).columns if _tells_apart(c)]))
        at, later = draw(_two_of(rows))
        first, second = rows[at], rows[later]
        draft.expect_in(asked, later)
        written = first.setdefault(column.id, None) or "10.5555/felles"
        first[column.id] = written
        again = _dois_again(written) if _is_doi(column) else _titles_again(written)
        second[column.id] = draw(st.sampled_from(again))

    return breaking(registry, "ACT006", repeat, fits=lambda form: bool(_tables(form, _tells_apart)))


def same_affiliation(registry: Registry) -> SearchStrategy[Broken]:
    """Give a row the affiliation of another."""

    def repeat(draw: DrawFn, draft: Draft) -> None:
        asked = draw(st.sampled_from(_tables(draft.form, stands_once)))
        column = next(c for c in table_of(asked).columns if stands_once(c))
        rows = draft.fill(draw, asked, 2)
        at, later = draw(_two_of(rows))
        first, second = rows[at], rows[later]
        draft.expect_in(asked, later)
        second[column.id] = first[column.id]

    return breaking(registry, "ACT007", repeat, fits=lambda form: bool(_tables(form, stands_once)))


def other_total(registry: Registry) -> SearchStrategy[Broken]:
    """State another total in the text than the rows give."""

    def miscount(draw: DrawFn, draft: Draft) -> None:
        asked = draw(st.sampled_from(_tables(draft.form, _counts, with_text=True)))
        rows = draft.fill(draw, asked)
        total = sum(int(row.setdefault("count", 1)) for row in rows)
        wrong = draw(st.integers(0, 10**6).filter(lambda number: number != total))
        stated = draw(totals()).format(draw(written_numbers(wrong)))
        before = draw(st.one_of(st.just(""), plain_texts().map("{}\n".format)))
        draft.answers[asked.id] = {"rows": rows, "text": before + stated}
        draft.expect_in(asked)

    def fits(form: Formed) -> bool:
        return bool(_tables(form, _counts, with_text=True))

    return breaking(registry, "ACT008", miscount, fits=fits)


def odd_doi(registry: Registry) -> SearchStrategy[Broken]:
    """Write something else than a DOI where a DOI is asked for."""
    return _odd_field(registry, "ACT009", _is_doi, _ODD_DOIS)


def odd_date(registry: Registry) -> SearchStrategy[Broken]:
    """Write days in other forms than the one every program can read."""
    return _odd_field(registry, "ACT010", _is_date, _ODD_DATES)


def _odd_field(
    registry: Registry, code: str, wanted: Callable[[Column], bool], odd: tuple[str, ...]
) -> SearchStrategy[Broken]:
    def write(draw: DrawFn, draft: Draft) -> None:
        asked = draw(st.sampled_from(_tables(draft.form, wanted)))
        columns = [column for column in table_of(asked).columns if wanted(column)]
        for at, row in draw(few(list(enumerate(draft.fill(draw, asked))))):
            for column in draw(few(columns)):
                row[column.id] = draw(st.sampled_from(odd)).format(at)
                draft.expect_in(asked, at, column.id)

    return breaking(registry, code, write, fits=lambda form: bool(_tables(form, wanted)))


def _tables(
    form: Formed, wanted: Callable[[Column], bool], *, with_text: bool = False
) -> list[Asked]:
    """Give the tables of a form that have a column of some sort."""
    return [
        asked
        for asked in form.tables
        if any(wanted(column) for column in table_of(asked).columns)
        and (table_of(asked).with_text or not with_text)
    ]


def _takes(column: Column) -> bool:
    return column.starred


def _counts(column: Column) -> bool:
    return isinstance(column, NumberColumn) and column.id == "count"


def _tells_apart(column: Column) -> bool:
    return _is_doi(column) or (isinstance(column, TextColumn) and column.id == "title")


def _is_doi(column: Column) -> bool:
    return isinstance(column, TextColumn) and column.form == "doi"


def _is_date(column: Column) -> bool:
    return isinstance(column, TextColumn) and column.form == "date"


def _titles_again(title: str) -> list[str]:
    return [title, title.upper(), title.replace(" ", "  "), f" {title.lower()}\n"]


def _dois_again(doi: str) -> list[str]:
    bare = bare_doi(doi)
    ways = (bare.upper(), bare.lower(), f" {bare}")
    return [doi, *ways, *(f"{before}{bare}" for before in ("doi:", "https://doi.org/", "DOI: "))]


@st.composite
def _two_of(draw: DrawFn, rows: list[dict[str, Any]]) -> tuple[int, int]:
    second = draw(st.integers(1, len(rows) - 1))
    return draw(st.integers(0, second - 1)), second


def _put_another(draw: DrawFn, row: dict[str, Any], columns: tuple[Column, ...], year: int) -> None:
    """Put something into a row that has nothing left; one starred field stays out."""
    others = [column for column in columns if not column.starred] or list(columns[1:])
    column = draw(st.sampled_from(others))
    row[column.id] = draw(good_field(column, year))
