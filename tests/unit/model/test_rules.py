import pytest
from support.plugins import rule

from rhf_services import Severity
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.findings import Finding, Outcome, Ran, Verdict
from rhf_services.model.places import Place
from rhf_services.model.rules import BLOCKING_CODES, Audience, Hit, Stage
from rhf_services.model.text import Message, Text


def test_parameters_are_given_together_or_by_name():
    assert Hit(params={"count": 3}, region="helse-vest").params == {
        "count": 3,
        "region": "helse-vest",
    }


def test_a_hit_cannot_be_changed():
    with pytest.raises(AttributeError):
        Hit().at = ("year",)


@pytest.mark.parametrize(
    ("one", "other", "lower"),
    [
        (Severity.INFO, Severity.WARNING, True),
        (Severity.WARNING, Severity.ERROR, True),
        (Severity.WARNING, Severity.WARNING, False),
        (Severity.ERROR, Severity.INFO, False),
    ],
)
def test_severities_have_an_order(one, other, lower):
    assert lower == one.lower_than(other)


def test_six_rules_can_block_and_no_more():
    expected = ("SUB001", "SUB002", "SUB003", "TPL001", "STR001", "PRI001")
    assert expected == BLOCKING_CODES
    assert rule("SUB001").may_block
    assert not rule("ACT001").may_block


def test_a_hit_says_which_of_the_messages_it_is():
    other = Message(Text("Noe annet."), Text("Se på det."))
    with_variant = rule("T-A", variants={"other": other})
    assert with_variant.message == with_variant.message_for(None)
    assert other == with_variant.message_for("other")


def test_a_message_nobody_wrote_cannot_be_given():
    with pytest.raises(KeyError):
        rule("T-A").message_for("other")


def test_a_fault_is_seen_from_further_up():
    fault = Fault(FaultKind.CANNOT_HOLD, (0, "count"), {"expected": "count"})
    above = fault.below("answers", "clinical-activity")
    assert above.at == ("answers", "clinical-activity", 0, "count")
    assert (fault.kind, fault.params) == (above.kind, above.params)


def found(audience, **more):
    return Finding(rule("T-A"), Severity.INFO, Place(), {}, audience, **more)


LEAD, REGION = found(Audience.LEAD, blocks=True), found(Audience.REGION)
CRASHED = Outcome("T-B", Ran.CRASHED, crash="ZeroDivisionError")
VERDICT = Verdict(
    findings=(LEAD, REGION),
    outcomes=(Outcome("T-A", Ran.FOUND), CRASHED),
    may_submit=None,
    complete=False,
    stage=Stage.DRAFT,
)


def test_a_verdict_sorts_its_findings_by_who_can_mend_them():
    assert VERDICT.for_(Audience.REGION) == (REGION,)
    assert VERDICT.for_(Audience.HOST) == ()


def test_a_verdict_names_what_blocks_and_what_crashed():
    assert VERDICT.blocking == (LEAD,)
    assert VERDICT.crashed == (CRASHED,)


def test_findings_are_equal_when_their_rules_have_the_same_code():
    assert found(Audience.LEAD) == found(Audience.LEAD)
    assert "T-A" in repr(found(Audience.LEAD))
