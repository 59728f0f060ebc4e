import pytest
from support.checks import checked, codes, finding, places

from rhf_services import Stage

ANSWERED = {"equal-access": "Ja.", "pathway-cooperation": "Ja.", "treatment-quality": "Ja."}


@pytest.mark.parametrize(
    ("stage", "severity"), [(Stage.DRAFT, "info"), (Stage.SUBMISSION, "warning")]
)
def test_an_empty_answer_is_an_information_first_and_a_warning_when_it_is_submitted(
    stage, severity
):
    verdict = checked({"equal-access": "Ja.", "treatment-quality": "Ja."}, stage=stage)
    assert severity == finding(verdict, "EVA001").severity


def test_no_two_rules_speak_of_the_same_empty_answer():
    verdict = checked({})
    assert [code for code in codes(verdict) if code != "SUB001"] == ["SUB002"]


def test_an_answer_that_cannot_be_read_is_not_also_missed():
    verdict = checked({**ANSWERED, "equal-access": 3})
    assert places(verdict, "STR001") == ["/answers/equal-access"]
    assert places(verdict, "EVA001") == []


def test_the_feedback_on_reporting_is_never_missed():
    assert "reporting-feedback" not in {
        found.place.question for found in checked(ANSWERED, stage=Stage.DRAFT).findings
    }


def test_regions_without_an_answer_are_named_together_in_their_order():
    verdict = checked({**ANSWERED, "group-helse-midt-norge": "Bra."})
    found = finding(verdict, "GRP002")
    assert found.params == {"regions": ("helse-nord", "helse-sor-ost", "helse-vest"), "count": 3}
