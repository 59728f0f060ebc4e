import sys
from types import ModuleType, SimpleNamespace

import pytest
from support.checks import NOON, checked, codes
from support.plugins import bringing, form, implemented, plugin, rule

from rhf_services import hookimpl, load_registry
from rhf_services.hooks import ProblemKind, installed_plugins
from rhf_services.hooks.loading import RegistryError


def told(registry):
    return [(problem.plugin, str(problem.kind), problem.about) for problem in registry.problems]


def test_everything_installed_is_loaded_without_a_problem():
    registry = load_registry()
    assert registry.problems == ()
    assert {"archive", "national-treatment-service"} <= set(registry.templates)


def test_nothing_is_loaded_of_nothing():
    registry = load_registry(())
    assert (
        (registry.templates, registry.rules, registry.breakers, registry.plugins),
        registry.problems,
    ) == (({}, {}, {}, ()), ())


def test_a_plugin_adds_forms_rules_and_breakers():
    mine = plugin(
        "helse-nord",
        templates=[form("helse-nord.centre")],
        rules=[rule("HN-ABC001")],
        breakers={"HN-ABC001": "helse_nord.breakers:abc"},
    )
    registry = load_registry([mine])
    assert (
        list(registry.templates),
        list(registry.rules),
    ) == (["helse-nord.centre"], ["HN-ABC001"])
    assert registry.breakers == {"HN-ABC001": "helse_nord.breakers:abc"}
    assert registry.owners == {"helse-nord.centre": "helse-nord", "HN-ABC001": "helse-nord"}
    assert registry.versions == {"helse-nord-forms": "1.0"}
    assert registry.plugins == (mine.info,)


def test_a_module_can_be_a_plugin():
    module = ModuleType("helse_nord")
    module.rhf_rules = bringing([rule("HN-ABC001")])
    assert "HN-ABC001" in load_registry([implemented("helse-nord", module)]).rules


def test_a_plugin_without_hooks_brings_nothing_and_breaks_nothing():
    registry = load_registry([implemented("helse-nord", ModuleType("helse_nord"))])
    assert registry.problems == ()
    assert registry.templates == {}


def test_a_hook_that_breaks_is_named_and_the_others_are_asked():
    @hookimpl
    def rhf_templates():
        return [1 / 0]

    broken = SimpleNamespace(rhf_templates=rhf_templates, rhf_rules=bringing([rule("HN-ABC001")]))
    registry = load_registry([implemented("helse-nord", broken)])
    assert told(registry) == [("helse-nord", "hook", "rhf_templates")]
    assert "ZeroDivisionError" in registry.problems[0].detail
    assert "HN-ABC001" in registry.rules


def test_a_hook_that_wants_to_end_the_program_does_not():
    @hookimpl
    def rhf_rules():
        sys.exit(1)

    registry = load_registry([implemented("helse-nord", SimpleNamespace(rhf_rules=rhf_rules))])
    assert told(registry) == [("helse-nord", "hook", "rhf_rules")]


def test_a_hook_that_breaks_half_way_brings_nothing():
    @hookimpl
    def rhf_rules():
        yield rule("HN-ABC001")
        raise RuntimeError

    registry = load_registry([implemented("helse-nord", SimpleNamespace(rhf_rules=rhf_rules))])
    assert registry.rules == {}
    assert told(registry) == [("helse-nord", "hook", "rhf_rules")]


@pytest.mark.parametrize(
    ("hook", "value"),
    [
        ("rhf_templates", None),
        ("rhf_rules", 3),
        ("rhf_breakers", ["HN-ABC001"]),
        ("rhf_breakers", "HN-ABC001"),
    ],
)
def test_a_hook_that_brings_nothing_countable_is_named(hook, value):
    broken = SimpleNamespace(**{hook: bringing(value)})
    assert told(load_registry([implemented("helse-nord", broken)])) == [
        ("helse-nord", "hook", hook)
    ]


def test_a_misspelt_hook_is_named_and_the_plugin_left_out():
    misspelt = SimpleNamespace(
        rhf_template=bringing([form("helse-nord.centre")]),
        rhf_rules=bringing([rule("HN-ABC001")]),
    )
    registry = load_registry([implemented("helse-nord", misspelt), plugin("other")])
    assert told(registry) == [("helse-nord", "unknown-hook", "")]
    assert "rhf_template" in registry.problems[0].detail
    assert registry.rules == {}
    assert [info.name for info in registry.plugins] == ["other"]


def test_a_hook_that_wants_what_no_hook_is_given_is_named():
    @hookimpl
    def rhf_rules(registry):
        return registry

    registry = load_registry([implemented("helse-nord", SimpleNamespace(rhf_rules=rhf_rules))])
    assert told(registry) == [("helse-nord", "unknown-hook", "")]


def test_strict_loading_raises_and_names_everything_refused():
    bad = [plugin("helse-nord", rules=[3]), plugin("helse-vest-2", rules=[rule("X-ABC001")])]
    with pytest.raises(
        RegistryError,
        match=r"helse-nord: wrong-value 3 \(int\), helse-vest-2: prefix X-ABC001 \(HV2-\)",
    ):
        load_registry(bad, strict=True)
    with pytest.raises(RegistryError) as raised:
        load_registry(bad, strict=True)
    assert load_registry(bad).problems == raised.value.problems


def test_strict_loading_of_sound_plugins_raises_nothing():
    assert "archive" in load_registry(strict=True).templates


def test_the_order_of_plugins_means_nothing():
    plugins = [
        plugin("a-b", rules=[rule("AB-ABC001"), rule("AB-ABC001")]),
        plugin("a-c", rules=[rule("AC-ABC001"), 3], templates=[form("a-c.form")]),
        *installed_plugins(),
        plugin("a-d", templates=[form("archive")]),
    ]
    one, other = load_registry(plugins), load_registry(reversed(plugins))
    assert told(one) == told(other)
    assert list(one.templates) == list(other.templates)
    assert list(one.rules) == list(other.rules) == sorted(one.rules)
    assert one.plugins == other.plugins


def test_two_registries_in_one_process_know_nothing_of_each_other():
    plain = load_registry()
    added = load_registry([*installed_plugins(), plugin("helse-nord", rules=[rule("HN-ABC001")])])
    answers = {"equal-access": "Ja."}
    assert "HN-ABC001" not in codes(checked(answers, at=NOON, registry=plain))
    assert "HN-ABC001" in codes(checked(answers, at=NOON, registry=added))
    assert "HN-ABC001" not in codes(checked(answers, at=NOON, registry=plain))


FORM = """
from rhf_services import hookimpl
from support.plugins import form

@hookimpl
def rhf_templates():
    return [form("helse-nord.centre")]
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a distribution with a sound plugin and two that cannot be imported."""
    info = tmp_path / "helse_nord_forms-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: helse-nord-forms\nVersion: 2.1\n")
    (info / "entry_points.txt").write_text(
        "[rhf_services]\n"
        "helse-nord = made_up_helse_nord\n"
        "helse-broken = made_up_helse_broken\n"
        "helse-leaving = made_up_helse_leaving\n"
        "helse-absent = made_up_helse_absent\n"
        "helse-empty = made_up_helse_nord:nothing\n"
    )
    (tmp_path / "made_up_helse_nord.py").write_text(FORM)
    (tmp_path / "made_up_helse_broken.py").write_text("import a_package_nobody_has\n")
    (tmp_path / "made_up_helse_leaving.py").write_text("raise SystemExit(3)\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in [name for name in sys.modules if name.startswith("made_up_helse")]:
        del sys.modules[name]


@pytest.mark.usefixtures("installed")
def test_an_installed_plugin_is_loaded_with_the_version_of_its_distribution():
    registry = load_registry()
    assert "helse-nord.centre" in registry.templates
    assert registry.versions["helse-nord-forms"] == "2.1"
    assert registry.owners["helse-nord.centre"] == "helse-nord"


@pytest.mark.usefixtures("installed")
def test_an_installed_plugin_that_cannot_be_imported_is_named_and_the_rest_works():
    registry = load_registry()
    expected = [
        ("helse-absent", "import", "made_up_helse_absent"),
        ("helse-broken", "import", "made_up_helse_broken"),
        ("helse-empty", "import", "made_up_helse_nord:nothing"),
        ("helse-leaving", "import", "made_up_helse_leaving"),
    ]
    assert expected == told(registry)
    assert "a_package_nobody_has" in registry.problems[1].detail
    assert "archive" in registry.templates


@pytest.mark.usefixtures("installed")
def test_asking_what_is_installed_leaves_out_what_cannot_be_imported():
    names = {one.info.name for one in installed_plugins()}
    assert "helse-nord" in names
    assert not {"helse-broken", "helse-leaving", "helse-absent"} & names


def test_the_kinds_of_problems_are_a_closed_set():
    expected = {
        "import",
        "hook",
        "unknown-hook",
        "wrong-value",
        "prefix",
        "clash",
        "may-not-block",
        "editions",
        "questions",
        "question-prefix",
        "sections",
    }
    assert expected == set(ProblemKind)
