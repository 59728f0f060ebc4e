import pytest
from support.checks import checked, finding, outcome

from rhf_services import Stage

ANSWERED = {"equal-access": "Ja.", "pathway-cooperation": "Ja.", "treatment-quality": "Ja."}


def test_the_lead_hears_nothing_of_the_reference_group():
    verdict = checked(ANSWERED, stage=Stage.REVIEW, group=[])
    assert {"region"} == {f.audience for f in verdict.findings if f.code.startswith("REF")}


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION, Stage.PUBLICATION])
def test_the_group_is_spoken_of_at_review_alone(stage):
    verdict = checked(ANSWERED, stage=stage, group=[])
    assert outcome(verdict, "REF001") == ("not-applicable", "other-stage")


def test_every_missing_seat_is_named():
    group = [{"role": "reference-group-member", "region": "helse-nord"}]
    found = finding(checked(ANSWERED, stage=Stage.REVIEW, group=group), "REF002")
    assert found.params == {
        "seats": (
            "helse-midt-norge",
            "helse-sor-ost",
            "helse-vest",
            "user-representative",
            "reference-group-unit-representative",
        )
    }


def test_a_group_read_from_the_report_is_not_asked_for_its_leader():
    people = [{"roles": [{"role": "reference-group-member", "region": "helse-nord"}]}]
    verdict = checked(ANSWERED, report={"people": people}, stage=Stage.REVIEW)
    assert outcome(verdict, "REF003") == ("passed", None)


@pytest.mark.parametrize(("leaders", "variant"), [(0, "none"), (2, None)])
def test_a_group_without_a_leader_is_told_in_other_words_than_one_with_two(leaders, variant):
    seat = {"role": "reference-group-member", "region": "helse-nord"}
    group = [{**seat, "leader": at < leaders} for at in range(3)]
    found = finding(checked(ANSWERED, stage=Stage.REVIEW, group=group), "REF003")
    assert found.variant == variant
