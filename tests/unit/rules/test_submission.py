import pytest
from support.checks import LEAD, checked, codes, finding, outcome

ANSWERED = {"equal-access": "Ja.", "pathway-cooperation": "Ja.", "treatment-quality": "Ja."}
COORDINATOR = {"id": "p2", "name": "Ola Oppdiktet", "roles": [{"role": "coordinator"}]}


@pytest.mark.parametrize(
    ("attempt", "variant"),
    [
        ({"by": "p2"}, "other-role"),
        ({"by": "p9"}, None),
        ({"by": "p3"}, None),
        ({}, None),
    ],
    ids=["a coordinator", "a stranger", "a role nobody knows", "nobody named"],
)
def test_only_the_lead_submits(attempt, variant):
    unknown = {"id": "p3", "roles": [{"role": "secretary"}]}
    people = {"people": [LEAD, COORDINATOR, unknown, {"roles": [{"role": "coordinator"}]}]}
    verdict = checked(ANSWERED, report=people, attempt=attempt)
    assert variant == finding(verdict, "SUB001").variant


def test_without_an_attempt_only_a_missing_lead_is_told():
    verdict = checked(ANSWERED, report={"people": [LEAD]})
    assert outcome(verdict, "SUB001") == ("not-applicable", "no-context")
    assert verdict.may_submit is None
    without = checked(ANSWERED, report={"people": []})
    assert finding(without, "SUB001").variant == "no-lead"
    assert without.may_submit is False


def test_one_of_two_leads_may_submit():
    people = {"people": [LEAD, {**LEAD, "id": "p2"}]}
    for by in ("p1", "p2"):
        assert checked(ANSWERED, report=people, attempt={"by": by}).may_submit is True


def test_a_lead_without_an_id_cannot_be_told_from_nobody():
    people = {"people": [{**LEAD, "id": None}]}
    assert checked(ANSWERED, report=people, attempt={}).may_submit is False


@pytest.mark.parametrize(
    ("deputy", "may"),
    [
        ({"for": "p1", "person": "p2"}, True),
        ({"for": "p1", "person": "p2", "from": "2025-02-14", "to": "2025-02-14"}, True),
        ({"for": "p1", "person": "p2", "from": "2025-02-15"}, False),
        ({"for": "p9", "person": "p2"}, False),
        ({"for": "p1", "person": "p9"}, False),
    ],
)
def test_a_deputy_of_the_lead_submits_within_the_dates(deputy, may):
    verdict = checked(
        ANSWERED,
        report={"people": [LEAD, COORDINATOR]},
        attempt={"by": "p2", "at": "2025-02-14T23:30:00+01:00"},
        deputies=[deputy],
    )
    assert may == verdict.may_submit


@pytest.mark.parametrize(
    "people",
    ["ingen", ["Kari"], [{"id": "p1", "roles": 3}], [{"id": "p1", "roles": [{"role": 3}]}]],
    ids=["no list", "no person", "no roles", "no role"],
)
def test_a_lead_is_not_missed_where_roles_cannot_be_read(people):
    found = codes(checked(ANSWERED, report={"people": people}, attempt={"by": "p1"}))
    assert "STR001" in found
    assert "SUB001" not in found


@pytest.mark.parametrize(
    ("answers", "report", "other"),
    [
        ({}, {"people": [{"id": "p1", "name": 3}]}, "STR001"),
        ({"equal-access": 3}, {}, "STR001"),
        ({}, {"people": [{"id": "p1", "roles": [{"role": "secretary"}]}]}, "STR006"),
    ],
    ids=["a name", "an answer", "a role nobody knows"],
)
def test_a_lead_is_missed_where_something_else_cannot_be_read(answers, report, other):
    verdict = checked({**ANSWERED, **answers}, report=report, attempt={"by": "p1"})
    assert other in codes(verdict)
    assert finding(verdict, "SUB001").variant == "no-lead"
