import pytest
from support.checks import LEAD, NOON, case_of, checked, codes, finding
from support.plugins import plugin, rule

from rhf_services import Stage, check, dumps, load_registry, loads_case
from rhf_services.hooks import installed_plugins

ANSWERED = {"equal-access": "Ja."}
BY_LEAD = {"attempt": {"by": "p1"}}
WITH_LEAD = {"people": [LEAD]}


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_a_lead_who_tries_with_an_answer_may_submit(stage):
    verdict = checked(ANSWERED, report=WITH_LEAD, stage=stage, **BY_LEAD)
    assert verdict.may_submit is True


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_without_an_attempt_nobody_knows(stage):
    assert checked(ANSWERED, report=WITH_LEAD, stage=stage).may_submit is None


@pytest.mark.parametrize("stage", [Stage.REVIEW, Stage.PUBLICATION])
def test_afterwards_nobody_asks(stage):
    assert checked(ANSWERED, report=WITH_LEAD, stage=stage, **BY_LEAD).may_submit is None


BLOCKED = {
    "SUB001": {"attempt": {"by": "p2"}},
    "SUB002": {"answers": {}},
    "SUB003": {"submitted": {"by": "p1"}},
    "TPL001": {"report": {"template": "unknown", **WITH_LEAD}},
    "STR001": {"answers": {**ANSWERED, "teaching": [{"text": 3}]}},
}


@pytest.mark.parametrize("code", list(BLOCKED))
@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_one_thing_that_holds_submission_back_is_enough(code, stage):
    around = {"report": WITH_LEAD, **BY_LEAD, **BLOCKED[code]}
    answers = around.pop("answers", ANSWERED)
    verdict = checked(answers, stage=stage, **around)
    assert verdict.may_submit is False
    assert [code] == [found.code for found in verdict.findings if found.rule.may_block]


@pytest.mark.parametrize("code", ["SUB002", "SUB003", "TPL001", "STR001"])
def test_a_block_is_known_without_an_attempt(code):
    around = {"report": WITH_LEAD, **BLOCKED[code]}
    answers = around.pop("answers", ANSWERED)
    assert checked(answers, **around).may_submit is False


@pytest.mark.parametrize("code", list(BLOCKED))
def test_what_blocks_is_an_error_at_submission_and_a_warning_that_will_block_before(code):
    around = {"report": WITH_LEAD, **BY_LEAD, **BLOCKED[code]}
    answers = around.pop("answers", ANSWERED)
    draft = finding(checked(answers, stage=Stage.DRAFT, **around), code)
    final = finding(checked(answers, stage=Stage.SUBMISSION, **around), code)
    assert (draft.severity, draft.blocks, draft.will_block) == ("warning", False, True)
    assert (final.severity, final.blocks, final.will_block) == ("error", True, False)


@pytest.mark.parametrize("code", list(BLOCKED))
@pytest.mark.parametrize("stage", [Stage.REVIEW, Stage.PUBLICATION])
def test_a_later_stage_does_not_run_the_submission_blocks_again(code, stage):
    around = {"report": WITH_LEAD, **BY_LEAD, **BLOCKED[code]}
    answers = around.pop("answers", ANSWERED)
    assert code not in codes(checked(answers, stage=stage, **around))


@pytest.mark.parametrize("answers", [{}, {"goals": "Kortere ventetid."}, {"goals": 3}])
def test_nobody_submits_an_old_report(answers):
    report = {"template": "archive", "year": 2016, **WITH_LEAD}
    assert checked(answers, report=report, **BY_LEAD).may_submit is None


def test_a_crash_leaves_it_unknown():
    registry = load_registry(
        [*installed_plugins(), plugin("helse-nord", rules=[rule("HN-A", check=None)])]
    )
    verdict = checked(ANSWERED, report=WITH_LEAD, registry=registry, **BY_LEAD)
    assert verdict.may_submit is None


def test_a_crash_beside_a_known_block_changes_nothing():
    registry = load_registry(
        [*installed_plugins(), plugin("helse-nord", rules=[rule("HN-A", check=None)])]
    )
    verdict = checked({}, report=WITH_LEAD, registry=registry, **BY_LEAD)
    assert verdict.may_submit is False


def test_warnings_hold_nobody_back():
    answers = {"scientific-articles": [{"journal": "Tidsskriftet"}] * 7, "equal-acess": "Ja."}
    verdict = checked(answers, report={**WITH_LEAD, "yeer": 1}, **BY_LEAD)
    assert verdict.may_submit is True
    assert verdict.blocking == ()
    assert codes(verdict)


def test_a_number_that_stops_publication_does_not_stop_submission():
    answers = {"equal-access": "Gjelder 158686 00184."}
    verdict = checked(answers, report=WITH_LEAD, **BY_LEAD)
    found = finding(verdict, "PRI001")
    assert (found.severity, found.blocks, found.will_block) == ("warning", False, True)
    assert verdict.may_submit is True


def test_the_stage_is_draft_where_none_is_given():
    case = case_of(ANSWERED)
    assert check(case, load_registry()).stage is Stage.DRAFT


@pytest.mark.parametrize("data", ["rapport", [], 3, None, {"format": "rapport/9"}])
@pytest.mark.parametrize("around", [{}, BY_LEAD, {"submitted": {"by": "p1"}}], ids=str)
def test_a_case_without_a_readable_report_is_one_clear_finding(data, around):
    case = loads_case(dumps({"format": "rhf-case/1", "report": data, **around})).case
    verdict = check(case, load_registry(), Stage.SUBMISSION, NOON)
    assert codes(verdict) == ["RDG001"]
    assert (verdict.may_submit, verdict.complete) == (None, False)
