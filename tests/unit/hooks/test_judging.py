import pytest
from attrs import evolve
from support.plugins import asked, edition, form, plugin, rule

from rhf_services import Severity, Stage, load_registry
from rhf_services.forms.evaluation import EQUAL_ACCESS
from rhf_services.hooks import PluginInfo, installed_plugins
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Phase
from rhf_services.model.questions import LongText
from rhf_services.model.rules import BLOCKING_CODES, Need

CORE = "rhf-services"


def told(registry):
    return [(problem.plugin, str(problem.kind), problem.about) for problem in registry.problems]


def loaded(*plugins):
    """Load the core and some plugins beside it."""
    return load_registry([*installed_plugins(), *plugins])


def brought(*templates, name="helse-nord"):
    """Load some forms of one plugin beside the core, and say what was refused of them."""
    return told(loaded(plugin(name, templates=templates)))


@pytest.mark.parametrize("item", [None, 3, "helse-nord.centre", object(), rule("HN-ABC001")])
def test_what_is_no_form_is_refused(item):
    problems = brought(item, form("helse-nord.centre"))
    assert [(name, kind) for name, kind, _about in problems] == [("helse-nord", "wrong-value")]


@pytest.mark.parametrize("item", [None, 3, "HN-ABC001", form("helse-nord.centre")])
def test_what_is_no_rule_is_refused(item):
    registry = loaded(plugin("helse-nord", rules=[item, rule("HN-ABC001")]))
    ((_name, kind, _about),) = told(registry)
    assert kind == "wrong-value"
    assert "HN-ABC001" in registry.rules


@pytest.mark.parametrize(
    "item",
    [
        form("helse-nord.centre", evolve(edition(), sections=None)),
        form("helse-nord.centre", evolve(edition(), sections=("about",))),
        form("helse-nord.centre", edition(2024, asked("helse-nord.status"))),
        form("helse-nord.centre", edition("2024")),
        evolve(form("helse-nord.centre"), id=3),
    ],
    ids=["no sections", "a text as section", "a text as question", "a text as year", "no id"],
)
def test_a_form_with_something_else_in_it_is_refused(item):
    ((_name, kind, _about),) = brought(item)
    assert kind == "wrong-value"


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": 3},
        {"needs": None},
        {"needs": Need.TIME},
        {"reads": 3},
        {"reads": "equal-access"},
        {"entity_types": 3},
    ],
    ids=str,
)
def test_a_rule_with_something_else_in_it_is_refused(wrong):
    """A tuple that was forgotten would make a rule that never runs, or breaks the check."""
    item = evolve(rule("HN-ABC001"), **wrong)
    registry = loaded(plugin("helse-nord", rules=[item]))
    ((_name, kind, _about),) = told(registry)
    assert kind == "wrong-value"


@pytest.mark.parametrize(
    "wrong",
    [
        {"entity_types": EntityType.NATIONAL_CENTRE},
        {"entity_types": ("national-centre",)},
        {"regions": None},
        {"regions": "helse-nord"},
        {"phases": Phase.NEW},
        {"phases": ("new",)},
    ],
    ids=str,
)
def test_a_form_that_says_wrongly_whom_it_is_for_is_refused(wrong):
    """A tuple that was forgotten would break whoever asks which form an entity reports on."""
    made = evolve(form("helse-nord.centre"), **wrong)
    assert brought(made) == [("helse-nord", "wrong-value", "helse-nord.centre")]


class Nasty:
    """A value that breaks whoever looks at it."""

    @property
    def id(self):
        raise RuntimeError

    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize("hook", ["templates", "rules"])
def test_a_value_that_breaks_whoever_looks_at_it_is_refused(hook):
    registry = load_registry([plugin("helse-nord", **{hook: [Nasty()]})])
    ((name, kind, _about),) = told(registry)
    assert (name, kind) == ("helse-nord", "wrong-value")


@pytest.mark.parametrize("id_", ["centre", "helse-nord", "helse-vest.centre", "helse-nord-2.form"])
def test_the_id_of_a_strangers_form_begins_with_its_name(id_):
    made = form("helse-nord.centre")
    assert [("helse-nord", "prefix", id_)] == brought(evolve(made, id=id_))


@pytest.mark.parametrize("code", ["ABC001", "HV-ABC001", "HNABC001", "hn-ABC001"])
def test_the_code_of_a_strangers_rule_begins_with_its_initials(code):
    registry = loaded(plugin("helse-nord", rules=[rule(code)]))
    assert [("helse-nord", "prefix", code)] == told(registry)
    assert code not in registry.rules


@pytest.mark.parametrize(
    ("name", "prefix"), [("helse-nord", "HN-"), ("helse-sor-ost", "HSO-"), ("example", "E-")]
)
def test_the_initials_of_a_plugin_are_its_prefix(name, prefix):
    assert prefix == PluginInfo(name, "", "").code_prefix


@pytest.mark.parametrize("code", BLOCKING_CODES)
def test_no_stranger_can_claim_one_of_the_six_rules_that_block(code):
    core = load_registry()
    impostor = rule(code, says={Stage.SUBMISSION: Severity.INFO})
    registry = loaded(plugin("helse-nord", rules=[impostor]))
    assert [("helse-nord", "prefix", code)] == told(registry)
    assert core.rules[code] == registry.rules[code]


@pytest.mark.parametrize("stage", list(Stage))
def test_no_rule_of_a_stranger_can_block_at_any_stage(stage):
    blocking = rule("HN-ABC001", says={stage: Severity.ERROR})
    registry = loaded(plugin("helse-nord", rules=[blocking]))
    assert told(registry) == [("helse-nord", "may-not-block", "HN-ABC001")]
    assert "HN-ABC001" not in registry.rules


def test_not_even_a_rule_of_the_core_can_be_added_to_those_that_block():
    blocking = rule("NEW001", says={Stage.SUBMISSION: Severity.ERROR})
    registry = load_registry([plugin("new", rules=[blocking], distribution=CORE)])
    assert told(registry) == [("new", "may-not-block", "NEW001")]


def test_between_strangers_a_clash_refuses_both_and_names_both():
    one = plugin("helse-nord", rules=[rule("HN-ABC001")])
    other = plugin("havet-nord", rules=[rule("HN-ABC001")])
    registry = loaded(one, other)
    assert "HN-ABC001" not in registry.rules
    assert {("helse-nord", "havet-nord"), ("havet-nord", "helse-nord")} == {
        (problem.plugin, problem.detail) for problem in registry.problems
    }
    assert {"clash"} == {problem.kind for problem in registry.problems}


def test_three_in_a_clash_are_all_refused():
    names = ("h-a", "h-b", "h-c")
    same = form("h-a.form", edition(2024, EQUAL_ACCESS))
    plugins = [plugin(name, templates=[same], distribution=CORE) for name in names]
    registry = loaded(*plugins)
    assert [(name, "clash", "h-a.form") for name in names] == told(registry)
    assert "h-a.form" not in registry.templates


def test_in_a_clash_with_the_core_the_core_stands():
    core = load_registry()
    name = "national-treatment-service"
    mine = plugin("archive", templates=[form("archive.form")], breakers={"ACT001": "x:y"})
    registry = loaded(mine)
    assert core.templates[name] == registry.templates[name]
    assert core.breakers == registry.breakers
    assert told(registry) == [("archive", "clash", "ACT001")]


def test_one_plugin_that_brings_the_same_twice_clashes_with_itself():
    registry = loaded(plugin("helse-nord", rules=[rule("HN-ABC001"), rule("HN-ABC001")]))
    assert "HN-ABC001" not in registry.rules
    assert {("helse-nord", "helse-nord")} == {(p.plugin, p.detail) for p in registry.problems}


OWN = LongText("helse-nord.status")


@pytest.mark.parametrize(
    "editions",
    [
        (edition(2023, OWN), edition(2023, OWN)),
        (edition(2023, OWN, revision=1), edition(2023, OWN, revision=1)),
        (edition(2020, OWN, last=2024), edition(2023, OWN)),
        (edition(2009, OWN, last=2020), edition(2023, OWN)),
        (edition(2023, OWN, last=2022),),
    ],
    ids=["the same twice", "the same revision twice", "an overlap", "a gap", "an end before"],
)
def test_editions_leave_no_gap_and_do_not_overlap(editions):
    made = form("helse-nord.centre", *editions)
    assert brought(made) == [("helse-nord", "editions", "helse-nord.centre")]


def test_a_form_without_an_edition_is_refused():
    made = evolve(form("helse-nord.centre"), editions=())
    assert brought(made) == [("helse-nord", "editions", "helse-nord.centre")]


@pytest.mark.parametrize(
    "editions",
    [
        (edition(2023, OWN), edition(2024, OWN), edition(2024, OWN, revision=1)),
        (edition(2009, OWN, last=2022), edition(2023, OWN)),
        (edition(2009, OWN, last=2022),),
    ],
    ids=["one after the other", "one that ended where the next begins", "one that ended"],
)
def test_editions_that_follow_each_other_are_fine(editions):
    assert brought(form("helse-nord.centre", *editions)) == []


def test_a_question_is_asked_once_in_a_form():
    made = form("helse-nord.centre", edition(2024, OWN, OWN))
    assert brought(made) == [("helse-nord", "questions", "helse-nord.centre")]


def test_a_question_of_the_core_is_asked_as_it_is():
    assert brought(form("helse-nord.centre", edition(2024, EQUAL_ACCESS, OWN))) == []


@pytest.mark.parametrize(
    "question",
    [LongText("equal-access", group=True), LongText("scientific-articles")],
    ids=["for another", "of another kind"],
)
def test_a_stranger_does_not_redefine_a_question(question):
    made = form("helse-nord.centre", edition(2024, question))
    assert brought(made) == [("helse-nord", "questions", "helse-nord.centre")]


@pytest.mark.parametrize("id_", ["status", "helse-vest.status"])
def test_a_strangers_own_question_begins_with_its_name(id_):
    registry = loaded(
        plugin("helse-nord", templates=[form("helse-nord.centre", edition(2024, LongText(id_)))])
    )
    assert told(registry) == [("helse-nord", "question-prefix", "helse-nord.centre")]
    assert registry.problems[0].detail == id_


def test_a_refused_form_leaves_the_other_forms_of_its_plugin():
    registry = loaded(
        plugin("helse-nord", templates=[form("another.form"), form("helse-nord.centre")])
    )
    assert "helse-nord.centre" in registry.templates
    assert "another.form" not in registry.templates
