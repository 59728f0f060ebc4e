import pytest
from support.answers import ANSWERS, NAMES, UNREADABLE

from rhf_services.forms.activities import CLINICAL_ACTIVITY, SCIENTIFIC_ARTICLES, TEACHING
from rhf_services.forms.choices import AFFILIATIONS, QUALITY_TOOLS
from rhf_services.forms.evaluation import TREATMENT_QUALITY
from rhf_services.model.places import Place
from rhf_services.templates.national_treatment_service import TEMPLATE
from rhf_services.wire.answers import answer_shape, answers_shape
from rhf_services.wire.shape_checks import compiled
from rhf_services.wire.shapes import Anything, Choosing, Several, Thing, Whole, Words, YesOrNo


def seen(shape, value):
    """Give each fault as its kind, its place and what was expected."""
    return [
        (str(fault.kind), Place(fault.at).json_pointer, fault.params.get("expected"))
        for fault in compiled(shape)(value)
    ]


def cannot(expected, place=""):
    return [("cannot-hold", place, expected)]


@pytest.mark.parametrize(("question", "raw", "state"), ANSWERS, ids=NAMES)
def test_an_answer_is_a_fault_exactly_where_its_question_cannot_read_it(question, raw, state):
    whole = [found for found in seen(answer_shape(question), raw) if not found[1]]
    assert (state == UNREADABLE) == bool(whole)


@pytest.mark.parametrize(("question", "raw", "state"), ANSWERS, ids=NAMES)
def test_an_answer_that_can_be_read_has_no_fault_in_it(question, raw, state):
    elsewhere = [found for found in seen(answer_shape(question), raw) if found[1]]
    assert elsewhere == []


EVERY_SHAPE = [
    Anything(),
    Words(),
    Words(known=("a",)),
    Whole(),
    Whole(minimum=0),
    YesOrNo(),
    Choosing(AFFILIATIONS),
    Thing({"a": Words()}),
    Several(Words()),
    Several(Thing({}), ids=True),
]


@pytest.mark.parametrize("shape", EVERY_SHAPE, ids=repr)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_null_and_blanks_are_never_a_fault(shape, value):
    assert seen(shape, value) == []


@pytest.mark.parametrize("value", [3, True, {}, [], "svar", 1.5])
def test_anything_may_stand_where_nothing_is_asked(value):
    assert seen(Anything(), value) == []


@pytest.mark.parametrize("value", [3, 1.5, True, [], {}])
def test_only_text_is_text(value):
    assert cannot("text") == seen(Words(), value)


def test_a_word_nobody_knows_is_named_by_what_it_is():
    assert seen(Words(known=("coordinator",), unknown="role"), "secretary") == [
        ("unknown-role", "", None)
    ]
    assert seen(Words(known=("helse-vest",)), "helse-sor") == [("unknown-choice", "", None)]
    assert seen(Words(known=("helse-vest",)), "helse-vest") == []


@pytest.mark.parametrize("value", [0, 15, 15.0, 10**400])
def test_a_count_is_whole_and_not_negative(value):
    assert seen(Whole(minimum=0), value) == []


@pytest.mark.parametrize(
    "value", ["15", True, 1.5, -1, -15.0, float("nan"), float("inf"), [15], {"count": 15}]
)
def test_nothing_else_is_a_count(value):
    assert cannot("count") == seen(Whole(minimum=0), value)


def test_a_year_may_be_any_whole_number():
    assert seen(Whole(), -3) == []
    assert cannot("whole-number") == seen(Whole(), "2024")


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_are_true_and_false(value):
    assert seen(YesOrNo(), value) == []


@pytest.mark.parametrize("value", ["ja", 1, 0, []])
def test_nothing_else_is_yes_or_no(value):
    assert cannot("yes-or-no") == seen(YesOrNo(), value)


@pytest.mark.parametrize("value", ["biobank", {"other": "Skjema"}, {"other": ""}, {"other": None}])
def test_a_choice_is_of_the_list_or_in_ones_own_words(value):
    assert seen(Choosing(QUALITY_TOOLS), value) == []


def test_a_choice_nobody_knows_is_kept_and_named():
    assert seen(Choosing(QUALITY_TOOLS), "ruler") == [("unknown-choice", "", None)]


@pytest.mark.parametrize(
    "value", [3, True, ["biobank"], {}, {"other": 3}, {"other": "Skjema", "id": "x"}, {"id": "x"}]
)
def test_nothing_else_is_a_choice(value):
    assert cannot("choice") == seen(Choosing(QUALITY_TOOLS), value)


def test_some_lists_take_no_choice_in_ones_own_words():
    assert cannot("choice") == seen(Choosing(AFFILIATIONS), {"other": "Utlandet"})


def test_parts_nobody_knows_are_named_by_what_they_are():
    assert seen(Thing({"a": Words()}), {"a": "x", "b": None}) == [("unknown-key", "/b", None)]
    assert seen(Thing({}, unknown="column"), {"b": 1}) == [("unknown-column", "/b", None)]


def test_faults_of_parts_are_told_at_their_places():
    shape = Thing({"a": Several(Thing({"b": Whole()}))}, others=Words())
    value = {"a": [{"b": 1}, {"b": "1"}, 3], "c": "x", "d": 4}
    assert seen(shape, value) == [
        *cannot("whole-number", "/a/1/b"),
        *cannot("parts", "/a/2"),
        *cannot("text", "/d"),
    ]


@pytest.mark.parametrize("value", [3, True, "svar", []])
def test_only_an_object_has_parts(value):
    assert cannot("parts") == seen(Thing({}), value)


def test_only_a_list_is_several():
    assert cannot("list") == seen(Several(Words()), {})
    assert cannot("rows") == seen(Several(Thing({}), ids=True), {})


def test_the_second_row_with_an_id_is_named():
    rows = [{"id": "a"}, {"id": "b"}, {"id": "a"}, {"id": "a"}]
    shape = Several(Thing({"id": Words()}), ids=True)
    assert seen(shape, rows) == [("duplicate-id", "/2/id", None), ("duplicate-id", "/3/id", None)]


def test_rows_without_ids_are_not_alike():
    shape = Several(Thing({"id": Words()}), ids=True)
    assert seen(shape, [{}, {}, {"id": None}, {"id": " "}, {"id": " "}, None]) == []


def test_things_without_ids_of_their_own_may_repeat():
    assert seen(Several(Thing({"id": Words()})), [{"id": "a"}, {"id": "a"}]) == []


def test_what_a_question_expects_is_said():
    for question, expected in (
        (TREATMENT_QUALITY, "text-or-choices"),
        (TEACHING, "rows"),
        (CLINICAL_ACTIVITY, "rows"),
    ):
        assert cannot(expected) == seen(answer_shape(question), 3)


def test_the_fields_of_rows_are_checked_at_their_places():
    value = [
        {"id": "a1", "title": 3, "year": "2024", "titel": "x"},
        {"id": 7, "title": "En artikkel", "year": 2024.0},
        "Kurs",
    ]
    assert seen(answer_shape(SCIENTIFIC_ARTICLES), value) == [
        *cannot("text", "/0/title"),
        *cannot("whole-number", "/0/year"),
        ("unknown-column", "/0/titel", None),
        *cannot("text", "/1/id"),
        *cannot("parts", "/2"),
    ]


def test_rows_with_a_text_are_checked_one_step_down():
    value = {"rows": [{"count": -1, "affiliation": 3}], "text": 4, "note": "x"}
    assert seen(answer_shape(CLINICAL_ACTIVITY), value) == [
        *cannot("count", "/rows/0/count"),
        *cannot("choice", "/rows/0/affiliation"),
        *cannot("text", "/text"),
        ("unknown-key", "/note", None),
    ]


def test_the_text_and_the_choices_of_an_answer_are_checked_apart():
    value = {"text": ["Registrert."], "tools": ["biobank", 3, "ruler"]}
    assert seen(answer_shape(TREATMENT_QUALITY), value) == [
        *cannot("text", "/text"),
        *cannot("choice", "/tools/1"),
        ("unknown-choice", "/tools/2", None),
    ]
    assert cannot("list", "/tools") == seen(answer_shape(TREATMENT_QUALITY), {"tools": {"a": 1}})


def test_questions_of_other_forms_are_kept_unread_and_unknown_ones_named():
    shape = answers_shape(TEMPLATE.editions[-1], elsewhere=("goals",))
    value = {"goals": 3, "equal-access": "Ja.", "equal-acess": "Ja."}
    assert seen(shape, value) == [("unknown-question", "/equal-acess", None)]


@pytest.mark.parametrize("answers", [3, [], "svar"])
def test_answers_are_an_object(answers):
    assert cannot("parts") == seen(answers_shape(TEMPLATE.editions[-1]), answers)
