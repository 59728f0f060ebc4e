import pytest
from support.checks import built_in
from support.plugins import asked, edition, form, plugin

from rhf_services import load_registry
from rhf_services.hooks import PluginInfo
from rhf_services.model.questions import LongText

STATUS = LongText("helse-nord.status")


def test_a_rule_is_found_by_its_code():
    assert built_in().rule("ACT001").code == "ACT001"


def test_a_rule_nobody_brings_is_a_clear_error():
    with pytest.raises(LookupError, match="ACT999"):
        built_in().rule("ACT999")


def test_a_question_is_known_as_the_latest_form_puts_it():
    first, last = asked(STATUS), asked(STATUS, hidden=True)
    made = form("helse-nord.centre", edition(2024, last), edition(2023, first))
    registry = load_registry([plugin("helse-nord", templates=[made])])
    assert last == registry.questions["helse-nord.status"]


def test_questions_of_all_loaded_forms_are_known():
    expected = {"equal-access", "goals", "helse-vest.regional-cooperation", "doctorates"}
    assert expected <= set(built_in().questions)


@pytest.mark.parametrize(
    ("distribution", "core"), [("rhf-services", True), ("rhf-services-helse-vest", False)]
)
def test_only_this_library_is_the_core(distribution, core):
    assert core == PluginInfo("archive", distribution, "1.0").core
