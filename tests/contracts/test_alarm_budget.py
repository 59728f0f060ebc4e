"""Few findings: none on a complete report, three at most on one in good faith."""

from pathlib import Path

import pytest
from support.checks import built_in

from rhf_services import Audience, Case, Stage, check, loads
from rhf_services.model.answers import State

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
INVENTED = sorted((EXAMPLES / "invented").glob("*.json"))
COMPLETE = [file for file in INVENTED if file.stem.endswith("complete")]
GOOD_FAITH = [file for file in INVENTED if file.stem.endswith("good-faith")]
PUBLISHED = sorted((EXAMPLES / "published").glob("*.json"))
NINE = {file.name.removesuffix("-2024.json") for file in (EXAMPLES / "faulty").glob("*.json")}
WRITING = (Stage.DRAFT, Stage.SUBMISSION)
FILERS = (Audience.LEAD, Audience.GROUP_LEADER)


def report_in(file):
    loaded = loads(file.read_bytes())
    assert loaded.report is not None
    return loaded.report


def verdict_of(file, stage):
    return check(Case(report=report_in(file)), built_in(), stage)


def named(files):
    return pytest.mark.parametrize("file", files, ids=lambda file: file.stem)


def test_there_are_examples_to_look_at():
    forms = {id_ for id_, template in built_in().templates.items() if not template.archive}
    for files in (COMPLETE, GOOD_FAITH):
        assert {report_in(file).template for file in files} >= forms
        assert len(files) == len(NINE)
    assert len(PUBLISHED) == 29


@named(COMPLETE)
@pytest.mark.parametrize("stage", WRITING)
def test_on_a_complete_report_nobody_who_fills_it_in_hears_anything(file, stage):
    verdict = verdict_of(file, stage)
    assert [found.code for found in verdict.findings if found.audience in FILERS] == []


@named(COMPLETE)
@pytest.mark.parametrize("stage", list(Stage))
def test_on_a_complete_report_nothing_blocks_and_everything_runs(file, stage):
    verdict = verdict_of(file, stage)
    assert verdict.blocking == ()
    assert verdict.complete


@named(GOOD_FAITH)
@pytest.mark.parametrize("stage", WRITING)
def test_on_a_report_in_good_faith_the_lead_hears_of_three_things_at_most(file, stage):
    assert len(verdict_of(file, stage).for_(Audience.LEAD)) <= 3


@named(GOOD_FAITH)
def test_there_is_one_finding_for_each_empty_question_and_no_other(file):
    verdict = verdict_of(file, Stage.SUBMISSION)
    report = report_in(file)
    empty = {
        asked.id
        for asked in verdict.edition
        if verdict.edition.section_by_question[asked.id].id != "activity"
        and not asked.optional
        and report.state(asked.question) is State.MISSING
    }
    spoken_of = [
        region_or_question
        for found in verdict.findings
        if found.audience in FILERS
        for region_or_question in (
            [f"group-{region}" for region in found.params["regions"]]
            if "regions" in found.params
            else [found.place.question]
        )
    ]
    assert sorted(empty) == sorted(spoken_of)
    assert 0 < len(empty) <= 3


@named(INVENTED)
@pytest.mark.parametrize("stage", WRITING)
def test_no_two_findings_speak_of_the_same_empty_place(file, stage):
    spoken_of = [found.place for found in verdict_of(file, stage).findings]
    assert len(spoken_of) == len(set(spoken_of))


@named(PUBLISHED)
@pytest.mark.parametrize("stage", list(Stage))
def test_of_a_published_report_only_a_hint_about_numbers_is_said(file, stage):
    verdict = verdict_of(file, stage)
    assert {"ACT008"} >= {found.code for found in verdict.findings}
    assert verdict.complete
    assert verdict.may_submit is None


@named([*INVENTED, *PUBLISHED])
def test_an_example_is_read_without_a_fault(file):
    assert report_in(file).faults == ()
