import pytest
from support.checks import checked, codes
from support.plugins import asked

from rhf_services.model.columns import NumberColumn
from rhf_services.model.questions import Table
from rhf_services.model.subjects import TableGiven
from rhf_services.model.text import Text
from rhf_services.rules.totals import MOST, other_total, stated_total


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Totalt 111 pasienter.", 111),
        ("I alt behandlet vi 1 219 pasienter.", 1219),
        ("Til saman 1.219 pasientar.", 1219),
        ("Samlet: 7 pasienter. Totalt 7 pasienter.", 7),
        ("Samlet: 7 pasienter. Totalt 8 pasienter.", None),
        ("Vi behandlet 12 pasienter.", None),
        ("Totalt 265 henvisninger.", None),
        ("Sum", None),
        ("I alt 40 patienter.", 40),
        ("Sum 40 pasientopphold.", None),
        ("I alt 12 pasientkurs.", None),
        ("Totalt ble 3 pasienter operert på nytt.", None),
    ],
)
def test_a_total_is_read_where_the_text_states_just_one(text, total):
    assert total == stated_total(text)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"rows": [{"count": 3}, {"count": 4}], "text": "Totalt 8 pasienter."}, True),
        ({"rows": [{"count": 3}, {"count": 4}], "text": "Totalt 7 pasienter."}, False),
        ({"rows": [{"count": 3}, {"affiliation": "other"}], "text": "Totalt 8 pasienter."}, False),
        ({"rows": [{"count": 3}], "text": "Mange pasienter."}, False),
        ({"rows": [{"count": 3}]}, False),
        ({"text": "Totalt 8 pasienter."}, False),
        ({"rows": [{"count": MOST - 1}], "text": "Totalt 8 pasienter."}, True),
        ({"rows": [{"count": MOST}], "text": "Totalt 8 pasienter."}, False),
    ],
)
def test_a_total_is_compared_where_all_rows_have_a_number(answer, said):
    assert said == ("ACT008" in codes(checked({"clinical-activity": answer})))


@pytest.mark.parametrize(("column", "said"), [("count", True), ("year", False)])
def test_only_numbers_of_patients_are_added_up(column, said):
    table = Table("patients", (NumberColumn(column, Text("Tall")),), with_text=True)
    rows = table.read({"rows": [{column: 7}], "text": "Totalt 8 pasienter."})
    assert said == bool(list(other_total(TableGiven(asked(table), table, rows, 2024))))
