import pytest
from support.checks import report_of
from support.plugins import edition, form

from rhf_services import Case, Entity, EntityType, Report, Stage
from rhf_services.model.answers import State
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.filing import Filing
from rhf_services.model.people import ReferenceGroup, Seat
from rhf_services.templates.national_treatment_service import TEMPLATE


def filing_of(answers=None, *, faults=(), template=TEMPLATE, case=None, **envelope):
    report = report_of(answers, **envelope)
    last = template.editions[-1] if template else None
    around = case or Case(report=report)
    return Filing(around, report, Stage.DRAFT, faults=faults, template=template, edition=last)


CANNOT = Fault(FaultKind.CANNOT_HOLD, ("answers", "teaching", 0, "text"))


def test_an_answer_with_a_fault_is_unreadable():
    filing = filing_of({"teaching": [{"text": 3}]}, faults=(CANNOT,))
    assert filing.unreadable == {"teaching"}
    assert filing.states["teaching"] is State.UNREADABLE


@pytest.mark.parametrize(
    "fault",
    [
        Fault(FaultKind.UNKNOWN_COLUMN, ("answers", "teaching", 0, "text")),
        Fault(FaultKind.CANNOT_HOLD, ("answers",)),
        Fault(FaultKind.CANNOT_HOLD, ("people", 0)),
    ],
)
def test_other_faults_leave_the_answers_readable(fault):
    assert filing_of(faults=(fault,)).unreadable == frozenset()


def test_one_word_for_a_section_stands_for_what_is_missing_in_it():
    filing = filing_of(
        {"teaching": [{"text": "Kurs"}]}, sections={"activity": {"nothing_to_report": True}}
    )
    assert filing.states["teaching"] is State.GIVEN
    assert filing.states["dissemination"] is State.CONFIRMED_EMPTY
    assert filing.states["equal-access"] is State.MISSING


def test_without_a_form_nothing_stands_anywhere():
    filing = filing_of({"teaching": [{"text": "Kurs"}]}, template=None)
    assert filing.states == {}
    assert filing.empty
    assert not filing.owner_is_group(("answers", "group-assessment"))


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"reporting-feedback": "Godt skjema."},
        {"group-helse-nord": {"not_received": True}},
        {"teaching": []},
        {"goals": "Et svar på et annet skjema."},
        {"equal-access": " "},
    ],
)
def test_a_report_is_empty_without_an_answer_that_counts(answers):
    assert filing_of(answers).empty


@pytest.mark.parametrize(
    "answers",
    [
        {"equal-access": "Ja."},
        {"equal-access": {"not_applicable": ""}},
        {"teaching": {"nothing_to_report": True}},
        {"group-assessment": "Bra."},
    ],
)
def test_one_answer_is_enough(answers):
    assert not filing_of(answers).empty


@pytest.mark.parametrize("part", ["activity", "evaluation", "reference-group"])
def test_one_word_for_a_section_is_enough(part):
    assert not filing_of(sections={part: {"not_applicable": ""}}).empty


def test_one_word_for_the_people_is_no_answer():
    assert filing_of(sections={"people": {"not_applicable": ""}}).empty


def test_an_answer_that_cannot_be_read_is_not_told_twice_as_an_empty_report():
    assert not filing_of({"teaching": [{"text": 3}]}, faults=(CANNOT,)).empty


def test_the_kept_group_goes_before_the_people_of_the_report():
    kept = ReferenceGroup((Seat("user-representative"),), kept_by_host=True)
    people = [{"id": "p1", "roles": [{"role": "reference-group-leader"}]}]
    report = report_of(people=people)
    assert filing_of(case=Case(report=report, group=kept)).group is kept
    assert [seat.leader for seat in filing_of(people=people).group.seats] == [True]


@pytest.mark.parametrize(
    ("entity", "reported", "template", "expected"),
    [
        (Entity(type="national-centre"), "interregional-network", TEMPLATE, "national-centre"),
        (Entity(), "interregional-network", TEMPLATE, "interregional-network"),
        (None, None, TEMPLATE, "national-treatment-service"),
        (None, None, form("test.form", edition(), entity_types=tuple(EntityType)), None),
        (None, None, None, None),
    ],
)
def test_the_host_knows_best_what_kind_reports(entity, reported, template, expected):
    case = Case(report=Report({}), entity=entity)
    filing = filing_of(case=case, template=template, entity={"type": reported})
    assert expected == filing.entity_type


def test_an_unknown_kind_is_of_no_kind():
    assert not filing_of(entity={"type": "a-new-kind"}).is_a(tuple(EntityType))


@pytest.mark.parametrize(
    ("pointer", "group"),
    [
        (("answers", "group-assessment"), True),
        (("answers", "equal-access"), False),
        (("answers", "an-unknown-question"), False),
        (("answers",), False),
        (("people", 0), False),
    ],
)
def test_the_group_owns_its_own_answers(pointer, group):
    assert group == filing_of().owner_is_group(pointer)
