from datetime import date

import pytest
from support.checks import built_in

from rhf_services import Entity, Report
from rhf_services.i18n import About, about, beside
from rhf_services.model.continuations import Continuation
from rhf_services.model.entities import DatedDescription, DatedName, Host

TOLD = {
    "type": "national-centre",
    "name": "Et oppdiktet senter",
    "description": "Oppdiktet.",
    "hosts": [{"name": "Et sykehus"}, {"organisation": "an-unknown-hospital"}],
}
KEPT = Entity(
    type="national-treatment-service",
    names=(DatedName("Gammelt navn", to=date(2024, 3, 1)), DatedName("Nytt", date(2024, 3, 2))),
    descriptions=(DatedDescription("Eldre.", to=date(2023, 12, 31)),),
    hosts=(Host(organisation="helse-bergen"),),
)


def test_a_report_tells_of_itself():
    shown = about(Report({"year": 2024, "entity": TOLD}), "nb")
    hosts = ("Et sykehus", "an-unknown-hospital")
    assert shown == About("Nasjonalt senter", hosts, "Et oppdiktet senter", "Oppdiktet.")


def test_the_hosts_word_goes_first_and_the_year_decides():
    report = Report({"year": 2024, "entity": TOLD})
    shown = about(report, "nb", KEPT)
    assert (shown.name, shown.hosts) == ("Nytt", ("Helse Bergen HF",))
    assert shown.kind == "Nasjonal behandlingstjeneste"
    assert shown.description == "Oppdiktet."
    assert about(Report({"year": 2023}), "nb", KEPT).description == "Eldre."
    assert about(Report({"year": 2023}), "nb", KEPT).name == "Gammelt navn"


def test_nothing_is_made_up():
    assert about(Report({}), "nn") == about(Report({"entity": 3}), "nn", Entity()) == About()
    assert about(Report({}), "nn", KEPT).name is None


@pytest.mark.parametrize(
    ("lang", "said"), [("nb", "ikke kjent"), ("nn", "ikkje kjent"), ("en", "not known")]
)
def test_what_nobody_recorded_is_not_known(lang, said):
    assert beside(built_in().questions["transition"], lang, Entity()) == said


@pytest.mark.parametrize("form", Continuation)
def test_every_form_of_continuation_is_said_in_words(form):
    said = beside(built_in().questions["transition"], "nb", Entity(continued_as=form))
    assert said not in (None, str(form))


def test_beside_other_questions_stands_nothing():
    others = [one for id_, one in built_in().questions.items() if id_ != "transition"]
    assert {beside(one, "nb", Entity(continued_as=Continuation.NETWORK)) for one in others} == {
        None
    }
