from datetime import UTC, date, datetime

import pytest
from support.checks import LEAD, NOON, built_in, case_of, checked, codes, finding, outcome
from support.plugins import plugin, rule

from rhf_services import Case, HostPolicy, RuleChange, Severity, Stage, check, load_registry
from rhf_services.hooks import installed_plugins
from rhf_services.model.rules import BLOCKING_CODES

MANY = {"scientific-articles": [{"id": f"a{i}", "title": f"Tittel {i}"} for i in range(7)]}


def changed(says, code="ACT001", **more):
    return HostPolicy((RuleChange(code, says, **more),))


def run(policy, answers=MANY, *, at=None, stage=Stage.SUBMISSION, **around):
    return check(case_of(answers, **around), built_in(), stage, at, policy)


def test_a_rule_switched_off_finds_nothing_and_says_why():
    policy = changed("off", by="Servicemiljøet", reason="Prøveår")
    verdict = run(policy)
    assert outcome(verdict, "ACT001") == ("not-applicable", "switched-off")
    assert "ACT001" not in codes(verdict)
    assert verdict.changes == policy.rules


def test_a_rule_that_is_off_is_not_missing_from_the_check():
    assert run(changed("off")).complete


def test_a_lowered_rule_finds_the_same_and_weighs_less():
    policy = changed("info")
    verdict = run(policy)
    found = finding(verdict, "ACT001")
    assert (Severity.INFO, policy.rules[0]) == (found.severity, found.changed)
    assert verdict.changes == policy.rules


@pytest.mark.parametrize(("stage", "says"), [(Stage.DRAFT, "warning"), (Stage.DRAFT, "info")])
def test_a_rule_is_never_raised(stage, says):
    verdict = run(changed(says), stage=stage)
    found = finding(verdict, "ACT001")
    assert (found.severity, found.changed) == (Severity.INFO, None)
    assert verdict.changes == ()


def test_a_change_with_a_last_day_holds_that_whole_day():
    policy = changed("off", until=date(2025, 2, 14))
    assert "ACT001" not in codes(run(policy, at=NOON))
    assert "ACT001" in codes(run(policy, at=datetime(2025, 2, 15, 8, tzinfo=UTC)))


def test_a_change_with_a_last_day_does_not_hold_where_no_time_is_given():
    assert "ACT001" in codes(run(changed("off", until=date(2099, 1, 1))))


def test_the_last_change_of_a_rule_holds():
    policy = HostPolicy((RuleChange("ACT001", "off"), RuleChange("ACT001", "info")))
    assert finding(run(policy), "ACT001").severity is Severity.INFO


def test_a_policy_given_to_the_check_goes_before_that_of_the_case():
    case = Case(report=case_of(MANY).report, policy=changed("off"))
    assert "ACT001" not in codes(check(case, built_in(), Stage.SUBMISSION))
    given = check(case, built_in(), Stage.SUBMISSION, policy=HostPolicy())
    assert "ACT001" in codes(given)


def test_a_policy_may_come_with_the_case_as_json():
    verdict = checked(MANY, policy={"rules": [{"rule": "ACT001", "says": "off"}]})
    assert "ACT001" not in codes(verdict)


EVERYTHING_WRONG = {
    "SUB001": ({"equal-access": "Ja."}, {"attempt": {"by": "p9"}, "report": {"people": [LEAD]}}),
    "SUB002": ({}, {}),
    "SUB003": ({"equal-access": "Ja."}, {"submitted": {"by": "p1"}}),
    "TPL001": ({}, {"report": {"template": "unknown"}}),
    "STR001": ({"equal-access": 3}, {}),
    "PRI001": ({"equal-access": "Gjelder 158686 00184."}, {"stage": Stage.PUBLICATION}),
}


@pytest.mark.parametrize("says", ["off", "info", "warning"])
@pytest.mark.parametrize("code", BLOCKING_CODES)
def test_the_six_rules_that_block_are_closed_to_the_host(code, says):
    answers, around = EVERYTHING_WRONG[code]
    verdict = run(changed(says, code), answers, **around)
    found = finding(verdict, code)
    assert (found.severity, found.blocks, found.changed) == ("error", True, None)
    assert verdict.changes == ()


def test_trying_to_change_one_of_the_six_is_told_to_the_host():
    found = finding(run(changed("off", "SUB002"), {}), "POL001")
    assert (found.params, found.audience) == ({"code": "SUB002"}, "host")


def test_changing_a_rule_nobody_has_loaded_is_told_to_the_host():
    assert "POL002" in codes(run(changed("off", "ACT999")))
    assert "POL002" not in codes(run(changed("off", "ACT001")))


def test_changing_a_rule_that_is_loaded_is_fine_where_the_report_cannot_be_read():
    verdict = check(Case(report=None), built_in(), policy=changed("off"))
    assert codes(verdict) == ["RDG001"]


def test_a_rule_of_a_plugin_can_be_switched_off_like_any_other():
    added = plugin("helse-nord", rules=[rule("HN-A")])
    registry = load_registry([*installed_plugins(), added])
    verdict = check(case_of(MANY), registry, policy=changed("off", "HN-A"))
    assert outcome(verdict, "HN-A") == ("not-applicable", "switched-off")
    assert "POL002" not in codes(verdict)
