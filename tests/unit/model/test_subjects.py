from support.checks import report_of

from rhf_services import Case, Stage
from rhf_services.model import subjects
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.filing import Filing
from rhf_services.model.places import Place
from rhf_services.templates.national_treatment_service import TEMPLATE

TREE = {
    "people": [{"id": "p1"}, "Kari", {"id": "p3"}],
    "sections": {"evaluation": {"not_applicable": "Startet i desember"}},
    "comments": [{"text": "Fint."}],
    "extra": {"note": "Vertens egen"},
}
ANSWERS = {
    "teaching": [{"id": "t1", "text": "Kurs"}],
    "dissemination": [{"text": 3}],
    "clinical-activity": {"rows": [{"count": 9}], "text": "Ni."},
    "group-assessment": "Bra.",
    "an-unknown-question": {"deep": ["Dypt", 3]},
}
FAULT = Fault(FaultKind.CANNOT_HOLD, ("answers", "dissemination", 0, "text"))


def found(subject, *, with_form=True):
    report = report_of(ANSWERS, **TREE)
    form = {"template": TEMPLATE, "edition": TEMPLATE.editions[-1]} if with_form else {}
    filing = Filing(Case(report=report), report, Stage.DRAFT, faults=(FAULT,), **form)
    return [(Place(at).json_pointer, thing) for at, thing in subject.find(filing)]


def test_the_whole_filing_the_report_and_the_group_have_one_place_each():
    for subject, place in (
        (subjects.FILING, ""),
        (subjects.REPORT, ""),
        (subjects.PEOPLE, "/people"),
        (subjects.REFERENCE_GROUP, "/people"),
    ):
        assert [place] == [at for at, _thing in found(subject)]


def test_each_person_has_a_place_of_their_own():
    people = found(subjects.PERSON)
    assert [(at, p.id) for at, p in people] == [("/people/0", "p1"), ("/people/2", "p3")]


def test_every_question_of_the_form_is_looked_at_answered_or_not():
    answers = dict(found(subjects.ANSWER))
    assert len(TEMPLATE.editions[-1].by_id) == len(answers)
    assert answers["/answers/equal-access"].state == "not-applicable"
    assert answers["/answers/group-helse-nord"].state == "missing"
    assert answers["/answers/dissemination"].state == "unreadable"


def test_tables_that_hold_something_readable_are_looked_at():
    tables = found(subjects.TABLE)
    assert [at for at, _ in tables] == ["/answers/teaching", "/answers/clinical-activity/rows"]
    assert [table.year for _at, table in tables] == [2024, 2024]


def test_texts_are_found_wherever_somebody_can_write_in_the_order_they_stand():
    texts = found(subjects.TEXT)
    expected = [
        ("/answers/teaching/0/id", "t1"),
        ("/answers/teaching/0/text", "Kurs"),
        ("/answers/clinical-activity/text", "Ni."),
        ("/answers/group-assessment", "Bra."),
        ("/answers/an-unknown-question/deep/0", "Dypt"),
        ("/comments/0/text", "Fint."),
        ("/sections/evaluation/not_applicable", "Startet i desember"),
    ]
    own = [(at, given.text) for at, given in texts if not at.startswith("/people/")]
    assert ("/people/0/id", "p1") in [(at, given.text) for at, given in texts]
    assert sorted(expected) == sorted(own)
    assert [at for at, given in texts if given.for_group] == ["/answers/group-assessment"]


def test_without_a_form_no_answers_and_no_tables_are_looked_at():
    assert found(subjects.ANSWER, with_form=False) == []
    assert found(subjects.TABLE, with_form=False) == []
