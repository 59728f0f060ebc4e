import pytest
from support.checks import report_of

from rhf_services import Report
from rhf_services.forms.activities import SCIENTIFIC_ARTICLES
from rhf_services.forms.evaluation import EQUAL_ACCESS
from rhf_services.model.answers import State
from rhf_services.model.people import RoleHeld
from rhf_services.model.regions import Region


def test_reports_are_equal_when_their_documents_are():
    assert Report({"year": 2024}) == Report({"year": 2024.0})
    assert Report({"year": 2024}) != Report({"year": 2023})


def test_a_report_equals_nothing_but_reports():
    assert Report({"year": 2024}) != {"year": 2024}


def test_a_report_cannot_be_hashed():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Report({}))


def test_a_report_prints_nothing_of_what_somebody_wrote():
    assert "Kari" not in repr(report_of({"equal-access": "Kari Eksempel svarte."}))


def test_the_envelope_is_read_exactly():
    report = Report({"template": "archive", "year": 2016.0, "edition": "2009"})
    assert (report.template, report.year, report.edition) == ("archive", 2016, "2009")


@pytest.mark.parametrize("tree", [{}, {"template": " ", "year": "2024", "edition": 2024}])
def test_what_cannot_be_read_of_the_envelope_is_none(tree):
    report = Report(tree)
    assert (report.template, report.year, report.edition) == (None, None, None)


@pytest.mark.parametrize("answers", [None, "svar", [], 3])
def test_answers_that_are_no_object_are_no_answers(answers):
    report = Report({"answers": answers})
    assert dict(report.answers) == {}
    assert (report[EQUAL_ACCESS], report.state(EQUAL_ACCESS)) == (None, State.MISSING)


def test_answers_are_looked_up_by_their_question():
    report = report_of({"equal-access": "Ja.", "scientific-articles": [{"title": "En"}]})
    assert report[EQUAL_ACCESS] == "Ja."
    rows = report[SCIENTIFIC_ARTICLES]
    assert rows is not None
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"nothing_to_report": True}, State.CONFIRMED_EMPTY),
        ({"nothing_to_report": True, "not_applicable": None}, State.CONFIRMED_EMPTY),
        ({"not_applicable": ""}, State.NOT_APPLICABLE),
        ({"not_applicable": "Startet i desember"}, State.NOT_APPLICABLE),
        ({"nothing_to_report": False}, State.MISSING),
        ({"nothing_to_report": "ja"}, State.MISSING),
        ({"not_applicable": True}, State.MISSING),
        ({"not_received": True}, State.MISSING),
        ({"nothing_to_report": True, "not_applicable": ""}, State.MISSING),
        ({}, State.MISSING),
        (None, State.MISSING),
        (True, State.MISSING),
    ],
)
def test_one_word_may_stand_for_a_whole_section(said, state):
    assert state == report_of(sections={"activity": said}).section_state("activity")


@pytest.mark.parametrize("people", [None, {}, "Kari Eksempel", []])
def test_people_that_are_no_list_are_nobody(people):
    assert report_of(people=people).people == ()


def test_what_is_no_person_is_left_out_and_the_others_keep_their_position():
    people = report_of(people=["Kari Eksempel", {}, {"id": "p2", "name": "Ola Oppdiktet"}]).people
    assert [(p.index, p.id, p.name) for p in people] == [(2, "p2", "Ola Oppdiktet")]


def test_a_person_is_read_as_far_as_can_be():
    (person,) = report_of(
        people=[
            {
                "id": 7,
                "name": " ",
                "phone": "00000000",
                "institution": {"organisation": "helse-bergen"},
                "roles": [
                    {"role": "reference-group-member", "region": "helse-nord"},
                    {"role": "coordinator", "region": "helse-sor"},
                    {"role": ""},
                    "coordinator",
                ],
                "show_on_page": 1,
                "copy_of_report": True,
            }
        ]
    ).people
    held = (RoleHeld("reference-group-member", Region.HELSE_NORD), RoleHeld("coordinator"))
    assert held == person.roles
    assert (person.id, person.name, person.phone) == (None, None, "00000000")
    assert (person.show_on_page, person.copy_of_report) == (False, True)
    assert person.institution is not None
    assert person.institution.organisation == "helse-bergen"


def test_the_entity_is_read_as_far_as_can_be():
    entity = report_of(
        entity={
            "id": "e1",
            "type": 3,
            "name": "En tjeneste",
            "hosts": [{"organisation": "helse-bergen"}, "Et sykehus"],
            "units": [{"id": "u1", "name": "En enhet"}, None],
        }
    ).entity
    assert (entity.id, entity.type, entity.name) == ("e1", None, "En tjeneste")
    assert [host.organisation for host in entity.hosts] == ["helse-bergen"]
    assert [(unit.id, unit.name) for unit in entity.units] == [("u1", "En enhet")]


@pytest.mark.parametrize("entity", [None, "En tjeneste", []])
def test_an_entity_that_is_no_object_is_empty(entity):
    read = report_of(entity=entity).entity
    assert (read.id, read.name, read.hosts) == (None, None, ())
