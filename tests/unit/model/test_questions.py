import pytest
from support.answers import ANSWERS, GIVEN, NAMES, STATEMENT

from rhf_services.forms.activities import (
    AFFILIATION,
    ARTICLE_TITLE,
    CLINICAL_ACTIVITY,
    COUNT,
    SCIENTIFIC_ARTICLES,
    TEACHING,
)
from rhf_services.forms.evaluation import EQUAL_ACCESS, TREATMENT_QUALITY
from rhf_services.model.answers import State, TextAndChoices, YesNo
from rhf_services.model.choices import Picked


@pytest.mark.parametrize(("question", "raw", "state"), ANSWERS, ids=NAMES)
def test_a_question_stands_as_its_answer_says(question, raw, state):
    assert State(state) == question.state(raw)


@pytest.mark.parametrize(("question", "raw", "state"), ANSWERS, ids=NAMES)
def test_there_is_something_to_read_exactly_where_an_answer_is_given(question, raw, state):
    assert (state == GIVEN) == (question.read(raw) is not None)


def test_a_text_is_read_as_it_stands():
    assert EQUAL_ACCESS.read(" To linjer\n- og en liste ") == " To linjer\n- og en liste "


@pytest.mark.parametrize("raw", [None, " ", 12, {"not_applicable": ""}, ["Ja."]])
def test_what_is_no_text_is_read_as_none(raw):
    assert EQUAL_ACCESS.read(raw) is None


def test_a_plain_text_will_do_where_choices_may_stand_beside_it():
    assert TREATMENT_QUALITY.read("Målt.") == TextAndChoices("Målt.")


def test_choices_are_read_in_their_order_and_blank_ones_left_out():
    raw = {"text": "Målt.", "tools": ["biobank", "", None, {"other": "Skjema"}, "retired-tool"]}
    expected = TextAndChoices(
        "Målt.", (Picked(id="biobank"), Picked(other="Skjema"), Picked(id="retired-tool"))
    )
    assert expected == TREATMENT_QUALITY.read(raw)


@pytest.mark.parametrize("raw", [" ", {}, {"text": " ", "tools": "biobank"}, [], 3])
def test_neither_text_nor_choices_is_none(raw):
    assert TREATMENT_QUALITY.read(raw) is None


def test_an_empty_list_is_nothing_only_where_a_list_may_stand():
    word = {"not_applicable": "Ny i år"}
    assert CLINICAL_ACTIVITY.state({"rows": [], **word}) is State.NOT_APPLICABLE
    assert CLINICAL_ACTIVITY.state({"text": [], **word}) is State.UNREADABLE


def test_rows_keep_their_position_when_empty_ones_are_left_out():
    rows = TEACHING.read([{"id": "t0"}, "Kurs", {"id": "t2", "text": "Kurs"}])
    assert rows is not None
    assert [(row.id, row.index) for row in rows] == [("t2", 2)]


def test_rows_of_a_plain_list_lie_directly_in_the_answer():
    rows = CLINICAL_ACTIVITY.read([{"count": 9}])
    assert rows is not None
    assert (rows.steps, rows.text, len(rows)) == ((), None, 1)


def test_rows_with_a_text_lie_one_step_down():
    rows = CLINICAL_ACTIVITY.read({"rows": [{"count": 9}], "text": "Ni."})
    assert rows is not None
    assert (rows.steps, rows.text, len(rows)) == (("rows",), "Ni.", 1)


def test_a_table_without_a_text_of_its_own_reads_no_object():
    assert SCIENTIFIC_ARTICLES.read({"rows": [{"title": "En artikkel"}]}) is None


def test_the_fields_of_a_row_are_read_by_typed_columns():
    rows = CLINICAL_ACTIVITY.read([{"id": " ", "affiliation": "other", "count": 15.0}])
    assert rows is not None
    row = rows.rows[0]
    assert (None, Picked(id="other"), 15) == (row.id, row[AFFILIATION], row[COUNT])


@pytest.mark.parametrize("count", [None, "", "15", True, 1.5, -1, -1.0, [15], float("nan")])
def test_what_is_no_count_is_read_as_none(count):
    rows = CLINICAL_ACTIVITY.read([{"affiliation": "other", "count": count}])
    assert rows is not None
    assert rows.rows[0][COUNT] is None


def test_a_column_that_is_not_there_is_none():
    rows = SCIENTIFIC_ARTICLES.read([{"journal": "Tidsskriftet"}])
    assert rows is not None
    assert rows.rows[0][ARTICLE_TITLE] is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"yes": False}, YesNo(yes=False)),
        ({"yes": True, "text": "Se nettsiden."}, YesNo(yes=True, text="Se nettsiden.")),
        ({"text": "Se nettsiden."}, YesNo(yes=None, text="Se nettsiden.")),
        ({"yes": "ja"}, None),
        ({"yes": None, "text": ""}, None),
        (True, None),
    ],
)
def test_a_statement_is_read_exactly(raw, expected):
    assert expected == STATEMENT.read(raw)


def test_only_three_ways_of_standing_count_as_an_answer():
    assert {"given", "not-applicable", "confirmed-empty"} == {s for s in State if s.is_answer}
