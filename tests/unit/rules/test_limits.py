import pytest
from support.checks import checked, codes, finding


@pytest.mark.parametrize(
    ("year", "code", "severity"), [(2024, "ACT001", "warning"), (2025, "ACT002", "info")]
)
def test_the_limit_is_a_warning_for_its_year_and_an_information_after(year, code, severity):
    rows = [{"title": f"Tittel {i}"} for i in range(6)]
    verdict = checked({"research-projects": rows}, report={"year": year})
    assert severity == finding(verdict, code).severity
    assert len({"ACT001", "ACT002"} & set(codes(verdict))) == 1


def test_rows_that_hold_nothing_do_not_count():
    rows = [{"title": f"Tittel {i}"} for i in range(5)] + [{"id": "a6"}, {}]
    assert "ACT001" not in codes(checked({"scientific-articles": rows}))
