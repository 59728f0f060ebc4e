"""Headings in any language, and cells read for what they are."""

from datetime import date, datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from rhf_services.exchange.grids import Cell, Grid
from rhf_services.exchange.layout import COLUMNS, NEEDED
from rhf_services.exchange.tables import HEADINGS, Line, heading, read_table
from rhf_services.i18n import LANGUAGES

OSLO = ZoneInfo("Europe/Oslo")


def line_of(value):
    return Line("T", 2, {"x": Cell(value)}, {"x": "X"})


def grid_of(*rows):
    return Grid("T", tuple(tuple(Cell(value) for value in row) for row in rows))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_are_read_in_every_language_and_by_id(lang):
    row = [heading(id_, lang).upper() for id_ in COLUMNS["questions"]]
    table = read_table(grid_of(row, ["a"] * len(row)), NEEDED["questions"], COLUMNS["questions"])
    assert table.problems == ()
    assert set(table.lines[0].cells) == set(COLUMNS["questions"])
    ids = read_table(grid_of(COLUMNS["choices"], ["a"]), NEEDED["choices"], COLUMNS["choices"])
    assert ids.problems == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_headings_of_a_language_are_alike(lang):
    named = [(id_, heading(id_, lang).casefold()) for id_ in HEADINGS]
    assert [pair for pair in combinations(named, 2) if pair[0][1] == pair[1][1]] == []


def test_what_is_wrong_with_headings_is_told():
    table = read_table(grid_of(["nøkkel", "key", "farge"], ["a", "b", "c"]), ("key", "nb"))
    assert [(one.kind, one.column) for one in table.problems] == [
        ("column-twice", "key"),
        ("unknown-column", "farge"),
        ("missing-columns", None),
    ]
    assert table.lines == ()


@pytest.mark.parametrize("grid", [Grid("T"), grid_of(["key"]), grid_of(["key"], [None])])
def test_an_empty_sheet_is_told(grid):
    assert [one.kind for one in read_table(grid, ("key",)).problems] == ["empty"]


def test_rows_keep_their_number_past_empty_ones():
    table = read_table(grid_of(["key"], ["a"], [None], ["b"]), ("key",))
    assert [(line.number, line.text("key")) for line in table.lines] == [(2, "a"), (4, "b")]


@pytest.mark.parametrize(
    ("value", "whole"),
    [(2026, 2026), (2026.0, 2026), ("2026", 2026), ("to", None), (True, None), (2.5, None)],
    ids=repr,
)
def test_whole_numbers(value, whole):
    assert line_of(value).whole("x") == whole


@pytest.mark.parametrize(
    ("value", "yes"),
    [("Ja", True), ("x", True), (True, True), (None, False), ("nei", False), ("kanskje", None)],
    ids=repr,
)
def test_yes_and_no(value, yes):
    assert line_of(value).yes("x") is yes


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2027-02-15", date(2027, 2, 15)),
        ("15.02.2027", date(2027, 2, 15)),
        ("15.2.2027 16:00", datetime(2027, 2, 15, 16, tzinfo=OSLO)),
        ("15.02.2027 kl. 16.00", datetime(2027, 2, 15, 16, tzinfo=OSLO)),
        ("2027-02-15T16:00", datetime(2027, 2, 15, 16, tzinfo=OSLO)),
        (date(2027, 2, 15), date(2027, 2, 15)),
        (datetime(2027, 2, 15), date(2027, 2, 15)),  # noqa: DTZ001
        (datetime(2027, 2, 15, 16), datetime(2027, 2, 15, 16, tzinfo=OSLO)),  # noqa: DTZ001
        ("i februar", None),
        ("31.02.2027", None),
        (None, None),
        (17, None),
    ],
    ids=repr,
)
def test_days_and_times(value, moment):
    assert line_of(value).moment("x") == moment
