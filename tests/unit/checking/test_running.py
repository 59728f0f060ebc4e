import sys
from itertools import repeat

import pytest
from support.checks import LEAD, NOON, case_of, checked, codes, finding, outcome, places
from support.plugins import plugin, rule

from rhf_services import Audience, Case, EntityType, Report, Severity, Stage, check, load_registry
from rhf_services.checking.checks import check_plainly
from rhf_services.hooks import installed_plugins
from rhf_services.model.faults import MOST_TOLD
from rhf_services.model.places import Place
from rhf_services.model.rules import Hit, Need, Subject
from rhf_services.model.subjects import ANSWER
from rhf_services.model.text import Message, Text


def with_rules(*rules):
    """Load everything installed and some rules of a plugin beside it."""
    return load_registry([*installed_plugins(), plugin("helse-nord", rules=rules)])


def run(made, answers=None, **around):
    """Check a small report with one more rule, and give the verdict."""
    registry = with_rules(made)
    assert registry.problems == ()
    return checked(answers or {"equal-access": "Ja."}, registry=registry, **around)


def crashes(_thing):
    """Crash, as a rule with a mistake in it would."""
    raise ZeroDivisionError("Kari Eksempel svarte.")
    yield


def yielding(*hits):
    """Give a check that yields some hits, whatever it looks at."""

    def hitting(_thing):
        yield from hits

    return hitting


STAGES = [
    (Stage.DRAFT, Severity.INFO),
    (Stage.SUBMISSION, Severity.WARNING),
    (Stage.REVIEW, None),
    (Stage.PUBLICATION, None),
]


@pytest.mark.parametrize(("stage", "severity"), STAGES)
def test_a_rule_weighs_what_it_says_at_each_stage(stage, severity):
    says = {Stage.DRAFT: Severity.INFO, Stage.SUBMISSION: Severity.WARNING}
    verdict = run(rule("HN-A", says=says), stage=stage)
    if severity is None:
        assert outcome(verdict, "HN-A") == ("not-applicable", "other-stage")
    else:
        assert severity is finding(verdict, "HN-A").severity
        assert outcome(verdict, "HN-A") == ("found", None)


def test_a_rule_that_finds_nothing_passed():
    assert outcome(run(rule("HN-A", check=yielding())), "HN-A") == ("passed", None)


CONTEXT = [
    (Need.TIME, {"at": NOON}),
    (Need.ENTITY, {"entity": {"id": "e1"}}),
    (Need.CYCLE, {"cycle": {"year": 2024}}),
    (Need.PREVIOUS, {"previous": {"format": "rhf-report/1", "year": 2023}}),
    (Need.ATTEMPT, {"attempt": {"by": "p1"}}),
]


@pytest.mark.parametrize(("need", "around"), CONTEXT)
def test_a_rule_without_what_it_needs_is_not_applicable(need, around):
    made = rule("HN-A", needs=(need,))
    assert outcome(run(made), "HN-A") == ("not-applicable", "no-context")
    assert outcome(run(made, **around), "HN-A") == ("found", None)


def test_a_rule_needs_all_it_needs():
    made = rule("HN-A", needs=(Need.ENTITY, Need.CYCLE))
    verdict = run(made, entity={"id": "e1"})
    assert outcome(verdict, "HN-A") == ("not-applicable", "no-context")


def test_a_rule_for_other_kinds_of_forms_is_not_asked():
    made = rule("HN-A", entity_types=(EntityType.NATIONAL_CENTRE,))
    assert outcome(run(made), "HN-A") == ("not-applicable", "not-asked")


def test_a_rule_for_another_kind_than_the_one_that_reports_is_not_asked():
    made = rule("HN-A", entity_types=(EntityType.NATIONAL_TREATMENT_SERVICE,))
    assert outcome(run(made), "HN-A") == ("found", None)
    verdict = run(made, entity={"type": "national-centre"})
    assert outcome(verdict, "HN-A") == ("not-applicable", "not-asked")


def test_a_rule_about_a_question_the_form_does_not_ask_is_not_asked():
    verdict = run(rule("HN-A", reads=("goals",)))
    assert outcome(verdict, "HN-A") == ("not-applicable", "not-asked")


def test_a_rule_that_reads_an_unreadable_answer_is_not_applicable():
    made = rule("HN-A", reads=("teaching", "equal-access"))
    assert outcome(run(made), "HN-A") == ("found", None)
    verdict = run(made, {"equal-access": 3})
    assert outcome(verdict, "HN-A") == ("not-applicable", "answer-unreadable")


def test_a_rule_runs_on_old_reports_only_where_it_says_so():
    archive = {"template": "archive", "year": 2016}
    verdict = run(rule("HN-A"), report=archive)
    assert outcome(verdict, "HN-A") == ("not-applicable", "not-asked")
    assert outcome(run(rule("HN-A", on_archive=True), report=archive), "HN-A") == ("found", None)


def test_a_rule_runs_without_a_form_only_where_it_says_so():
    nowhere = {"template": "unknown"}
    verdict = run(rule("HN-A"), report=nowhere)
    assert outcome(verdict, "HN-A") == ("not-applicable", "no-form")
    assert outcome(run(rule("HN-A", formless=True), report=nowhere), "HN-A") == ("found", None)


def test_a_crash_is_an_outcome_and_no_finding():
    verdict = run(rule("HN-A", check=crashes))
    assert outcome(verdict, "HN-A") == ("crashed", None)
    assert "HN-A" not in codes(verdict)
    assert not verdict.complete
    assert [crashed.code for crashed in verdict.crashed] == ["HN-A"]


def test_a_crash_tells_its_kind_and_never_its_text():
    (crashed,) = run(rule("HN-A", check=crashes)).crashed
    assert crashed.crash == "ZeroDivisionError"
    assert "Kari" not in repr(crashed)


def test_a_hit_without_what_the_message_names_is_a_crash_that_names_the_placeholder():
    message = Message(Text("{question}, rad {row}."), Text("Se på {question}."))
    (crashed,) = run(rule("HN-A", check=yielding(Hit(question="a")), message=message)).crashed
    assert crashed.crash == "KeyError: row"


def test_a_key_that_the_check_itself_missed_is_never_told():
    def looking_up(_report):
        yield Hit(row={}["Kari Eksempel"])

    (crashed,) = run(rule("HN-A", check=looking_up)).crashed
    assert crashed.crash == "KeyError"


def test_a_rule_that_would_leave_the_program_is_a_crash_and_no_more():
    verdict = run(rule("HN-A", check=lambda _thing: sys.exit(3)))
    assert outcome(verdict, "HN-A") == ("crashed", None)


def test_a_crash_leaves_the_other_rules_alone():
    without = checked({"equal-access": "Ja."}, registry=with_rules())
    assert codes(without) == codes(run(rule("HN-A", check=crashes)))


def test_a_rule_that_crashes_half_way_finds_nothing():
    def half_way(thing):
        yield Hit()
        yield from crashes(thing)

    verdict = run(rule("HN-A", check=half_way))
    assert "HN-A" not in codes(verdict)
    assert not verdict.complete


@pytest.mark.parametrize(
    "check_",
    [
        yielding(Hit(variant="a-message-nobody-wrote")),
        yielding("year"),
        yielding(Hit(at=3)),
        lambda _thing: None,
        lambda: iter(()),
        None,
    ],
    ids=["no message", "no hit", "no place", "nothing to go through", "no argument", "no check"],
)
def test_a_rule_with_a_mistake_in_it_crashes_and_no_more(check_):
    assert outcome(run(rule("HN-A", check=check_)), "HN-A") == ("crashed", None)


def test_a_subject_that_crashes_is_a_crash_of_the_rule():
    broken = Subject("broken", crashes)
    assert outcome(run(rule("HN-A", on=broken)), "HN-A") == ("crashed", None)


def test_a_subject_that_crashes_when_asked_what_it_missed_is_a_crash_of_the_rule():
    broken = Subject("broken", lambda _filing: (), missed=lambda _filing: 1 / 0)
    verdict = run(rule("HN-A", on=broken), {"scientific-articles": "fem"})
    assert outcome(verdict, "HN-A") == ("crashed", None)


@pytest.mark.parametrize("way", [check, check_plainly])
def test_of_a_rule_that_never_ends_the_first_thousand_are_told(way):
    registry = with_rules(rule("HN-A", check=lambda _thing: repeat(Hit())))
    verdict = way(case_of({"equal-access": "Ja."}), registry)
    (told,) = [one for one in verdict.outcomes if one.code == "HN-A"]
    assert (str(told.ran), told.more) == ("found", True)
    assert codes(verdict).count("HN-A") == MOST_TOLD


def test_kinds_that_no_rule_knows_leave_nothing_behind():
    registry = with_rules(rule("HN-A", entity_types=(EntityType.NATIONAL_CENTRE,)))
    for number in range(20):
        checked({}, registry=registry, report={"entity": {"type": f"invented-{number}"}})
    (form,) = registry.compiled.values()
    assert len(form.plans) == 1


def test_places_made_of_strange_steps_do_not_break_the_order_of_findings():
    hits = (Hit((None,)), Hit(("year",)), Hit((1.5,)), Hit((3,)))
    verdict = run(rule("HN-A", check=yielding(*hits)))
    assert outcome(verdict, "HN-A")[0] in ("found", "crashed")


def test_a_strangers_subject_does_not_stand_in_for_one_of_ours_with_the_same_name():
    """What a rule looks at is its own subject, whichever rule was run before it."""
    impostor = Subject(ANSWER.id, lambda _filing: [])
    early = plugin("a", rules=[rule("A-A", on=impostor)])
    answers = {"equal-access": "Ja."}
    verdict = checked(answers, registry=load_registry([*installed_plugins(), early]))
    assert codes(checked(answers, registry=with_rules())) == codes(verdict)


def test_hits_are_placed_from_the_place_of_what_was_looked_at():
    def text_of(given):
        if given.asked.id == "teaching":
            yield Hit((0, "text"), params={"row": 1})

    verdict = run(rule("HN-A", on=ANSWER, check=text_of), {"teaching": [{"id": "t1", "text": "K"}]})
    found = finding(verdict, "HN-A")
    expected = Place(("answers", "teaching", 0, "text"), "teaching", "t1", "text")
    assert (expected, {"row": 1}, "activity") == (found.place, found.params, found.section)


def test_a_hit_may_speak_to_somebody_else_in_other_words():
    other = Message(Text("Noe annet."), Text("Se på det."))
    hit = Hit(variant="other", audience=Audience.REGION)
    made = rule("HN-A", check=yielding(hit, Hit()), variants={"other": other})
    ours = [found for found in run(made).findings if found.code == "HN-A"]
    assert [(found.variant, found.audience) for found in ours] == [
        (None, Audience.LEAD),
        ("other", Audience.REGION),
    ]


@pytest.mark.parametrize(
    ("at", "section"),
    [
        ((), None),
        (("year",), None),
        (("people", 0), "people"),
        (("entity", "type"), "about"),
        (("sections", "activity"), "activity"),
        (("sections",), None),
        (("answers",), None),
        (("answers", "equal-access"), "evaluation"),
        (("answers", "group-assessment"), "reference-group"),
        (("answers", "an-unknown-question"), None),
    ],
)
def test_a_finding_knows_the_part_of_the_form_it_belongs_to(at, section):
    verdict = run(rule("HN-A", check=yielding(Hit(at))))
    assert section == finding(verdict, "HN-A").section


def test_a_place_without_a_form_belongs_to_no_part_of_it():
    hit = Hit(("answers", "equal-access"))
    made = rule("HN-A", check=yielding(hit), formless=True)
    assert finding(run(made, report={"template": "unknown"}), "HN-A").section is None


def test_findings_come_as_a_reader_meets_them():
    ats = [
        ("answers", "group-assessment"),
        ("answers", "equal-access"),
        ("answers", "teaching", 10),
        ("answers", "teaching", 9),
        ("answers", "scientific-articles"),
        ("people", 0),
        ("entity", "type"),
        ("year",),
        (),
    ]
    verdict = run(rule("HN-A", check=yielding(*map(Hit, ats))))
    assert [Place(at).json_pointer for at in reversed(ats)] == places(verdict, "HN-A")


def test_findings_at_one_place_come_by_their_codes():
    registry = with_rules(rule("HN-B"), rule("HN-A"), rule("HN-C"))
    verdict = checked({"equal-access": "Ja."}, registry=registry)
    assert [code for code in codes(verdict) if code.startswith("HN")] == ["HN-A", "HN-B", "HN-C"]


def test_outcomes_come_by_code_and_name_every_rule_once():
    registry = with_rules(rule("HN-A"))
    verdict = checked({"equal-access": "Ja."}, registry=registry)
    assert list(registry.rules) == [found.code for found in verdict.outcomes]


def test_the_same_case_gives_the_same_verdict():
    case = case_of({"teaching": [{"id": "t1"}, {"type": 3}], "equal-acess": "Ja."}, people=[LEAD])
    assert check(case, with_rules(rule("HN-A"))) == check(case, with_rules(rule("HN-A")))


def test_a_verdict_names_what_it_was_made_with():
    verdict = run(rule("HN-A"), stage=Stage.REVIEW, at=NOON)
    assert (
        verdict.stage,
        verdict.at,
        verdict.template,
        verdict.edition.id,
    ) == (Stage.REVIEW, NOON, "national-treatment-service", "2024")
    assert verdict.versions["helse-nord-forms"] == "1.0"


def test_checking_changes_nothing_in_the_report():
    tree = {"template": "national-treatment-service", "year": 2024, "answers": {"teaching": [{}]}}
    check(Case(report=Report(tree)), with_rules())
    assert tree == {
        "template": "national-treatment-service",
        "year": 2024,
        "answers": {"teaching": [{}]},
    }
