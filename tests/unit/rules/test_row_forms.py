import pytest

from rhf_services.rules.row_forms import is_iso_day


@pytest.mark.parametrize("written", ["2018", "2018-12", "2018-12-06", "2024-02-29"])
def test_a_year_a_month_and_a_day_are_iso(written):
    assert is_iso_day(written)


@pytest.mark.parametrize(
    "written",
    ["", "18", "2018-13", "2018-1", "06.12.2018", "2023-02-29", "20181206", "2018-12-06 "],
)
def test_other_forms_of_a_day_are_not(written):
    assert not is_iso_day(written)
