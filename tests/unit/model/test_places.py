import pytest

from rhf_services.model.places import Place, place_in, value_at

REPORT = {
    "people": [{"id": "p1", "email": "kari@example.org"}, {"name": "Ola Oppdiktet"}],
    "answers": {
        "teaching": [{"id": "t1", "text": "Kurs"}, {"id": 2}, "Kurs"],
        "clinical-activity": {"rows": [{"id": "c1", "count": 9}], "text": "Ni."},
        "treatment-quality": {"tools": ["biobank"]},
    },
    "sections": {"activity": {"nothing_to_report": True}},
}


def placed(*pointer, **more):
    return Place(pointer, **more)


@pytest.mark.parametrize(
    "place",
    [
        placed(),
        placed("year"),
        placed("people"),
        placed("people", 0, row="p1"),
        placed("people", 0, "email", row="p1"),
        placed("people", 1, "email", row=None),
        placed("people", 9, "email", row=None),
        placed("answers"),
        placed("answers", "teaching", question="teaching"),
        placed("answers", "teaching", 0, question="teaching", row="t1"),
        placed("answers", "teaching", 0, "text", question="teaching", row="t1", column="text"),
        placed("answers", "teaching", 1, "id", question="teaching", row=None, column="id"),
        placed("answers", "teaching", 2, question="teaching", row=None),
        placed("answers", "clinical-activity", "rows", question="clinical-activity"),
        placed("answers", "clinical-activity", "text", question="clinical-activity"),
        placed("answers", "clinical-activity", "rows", 0, question="clinical-activity", row="c1"),
        placed(
            *("answers", "clinical-activity", "rows", 0, "count"),
            question="clinical-activity",
            row="c1",
            column="count",
        ),
        placed("answers", "treatment-quality", "tools", 0, question="treatment-quality"),
        placed("sections", "activity"),
    ],
    ids=lambda place: place.json_pointer or "the whole report",
)
def test_a_pointer_means_a_question_a_row_and_a_column(place):
    assert place == place_in(REPORT, place.pointer)


def test_a_pointer_is_written_as_rfc_6901_has_it():
    assert Place(("answers", "a/b~c", 0, "")).json_pointer == "/answers/a~1b~0c/0/"


def test_the_whole_document_is_the_empty_pointer():
    assert Place().json_pointer == ""


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        (("people", 0, "id"), "p1"),
        (("people", 7), None),
        (("people", "0"), None),
        (("people", 0, "id", 0), None),
        (("elsewhere",), None),
    ],
)
def test_a_pointer_that_leads_nowhere_finds_nothing(pointer, expected):
    assert expected == value_at(REPORT, pointer)


def test_an_empty_pointer_finds_the_document():
    assert REPORT is value_at(REPORT, ())
