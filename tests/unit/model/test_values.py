import pytest

from rhf_services.model.dois import bare_doi
from rhf_services.model.values import is_blank, text_or_none, whole_or_none
from rhf_services.model.years import Years


@pytest.mark.parametrize("value", [None, "", " ", "\n\t", "\u00a0\u2003"])
def test_nothing_and_blanks_are_missing(value):
    assert is_blank(value)
    assert text_or_none(value) is None


@pytest.mark.parametrize("value", ["svar", " svar ", "0 svar", 0, False, [], {}])
def test_everything_else_is_something(value):
    assert not is_blank(value)


def test_a_text_is_kept_with_its_blanks():
    assert text_or_none(" svar\n") == " svar\n"


@pytest.mark.parametrize("value", [0, False, [], {}, ["svar"]])
def test_what_is_no_text_is_none(value):
    assert text_or_none(value) is None


@pytest.mark.parametrize(
    ("value", "whole"), [(15, 15), (15.0, 15), (-3.0, -3), (0, 0), (-0.0, 0), (10**400, 10**400)]
)
def test_a_whole_valued_number_is_whole(value, whole):
    read = whole_or_none(value)
    assert (whole, int) == (read, type(read))


@pytest.mark.parametrize(
    "value", ["15", "", None, True, False, 1.5, float("nan"), float("inf"), [15], {}]
)
def test_nothing_else_is_a_whole_number(value):
    assert whole_or_none(value) is None


@pytest.mark.parametrize(
    "written",
    [
        "10.5555/Abc",
        " 10.5555/Abc ",
        "doi:10.5555/Abc",
        "DOI: 10.5555/Abc",
        "https://doi.org/10.5555/Abc",
        "HTTP://DOI.ORG/10.5555/Abc",
        "https://dx.doi.org/10.5555/Abc",
    ],
)
def test_a_doi_is_freed_of_its_wrapping(written):
    assert bare_doi(written) == "10.5555/Abc"


def test_another_address_is_no_wrapping():
    assert bare_doi("https://example.org/10.5555/abc") == "https://example.org/10.5555/abc"


@pytest.mark.parametrize(
    ("years", "year", "within"),
    [
        (Years(2023), 2022, False),
        (Years(2023), 2023, True),
        (Years(2023), 2099, True),
        (Years(2009, 2022), 2022, True),
        (Years(2009, 2022), 2023, False),
    ],
)
def test_a_span_of_years_holds_its_first_and_last(years, year, within):
    assert within == (year in years)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Years(2009, 2022), Years(2023), False),
        (Years(2009, 2022), Years(2022), True),
        (Years(2009), Years(2023), True),
        (Years(2009, 2012), Years(2010, 2011), True),
        (Years(2009, 2012), Years(2013, 2014), False),
    ],
)
def test_spans_meet_where_they_share_a_year(one, other, meet):
    assert meet == one.meets(other)
    assert meet == other.meets(one)
