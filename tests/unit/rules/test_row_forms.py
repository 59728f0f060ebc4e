import pytest
from support.checks import checked, finding

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


def test_a_doi_and_a_date_in_another_form_are_told_at_their_fields():
    rows = [{"title": "En", "doi": "10.5555/1"}, {"title": "To", "doi": "ukjent"}]
    found = finding(checked({"scientific-articles": rows}), "ACT009")
    assert found.place.json_pointer == "/answers/scientific-articles/1/doi"
    assert found.params == {"question": "scientific-articles", "row": 2}
    rows = [{"title": "En", "from": "2022"}, {"title": "To", "from": "2023", "to": "våren 2024"}]
    found = finding(checked({"research-projects": rows}), "ACT010")
    assert found.place.json_pointer == "/answers/research-projects/1/to"
    assert found.params == {"question": "research-projects", "row": 2, "column": "to"}
