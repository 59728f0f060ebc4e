import attrs
import pytest
from support.checks import checked, codes, finding
from support.plugins import edition, form, plugin

from rhf_services import Case, Report, check, load_registry, message, speak
from rhf_services.hooks import installed_plugins
from rhf_services.model.columns import NumberColumn
from rhf_services.model.questions import Table
from rhf_services.model.text import Text

ANSWERED = {"equal-access": "Ja.", "pathway-cooperation": "Ja.", "treatment-quality": "Ja."}


@pytest.mark.parametrize(
    ("answers", "audience"),
    [
        ({"equal-access": 3}, "lead"),
        ({"group-assessment": 3}, "group-leader"),
        ({"equal-access": {"not_received": True}}, "lead"),
        ({"group-helse-nord": {"nothing_to_report": True}}, "group-leader"),
        ({"teaching": [{"id": 3, "text": "Kurs"}]}, "host"),
        ({"teaching": [{"id": "t1", "text": 3}]}, "lead"),
    ],
)
def test_what_a_field_cannot_hold_is_told_to_whoever_owns_it(answers, audience):
    assert audience == finding(checked(answers), "STR001").audience


@pytest.mark.parametrize(
    ("answers", "variant", "params"),
    [
        ({"equal-access": 3}, "answer", {"question": "equal-access", "expected": "text"}),
        ({"teaching": ["Kurs"]}, "row", {"question": "teaching", "row": 1, "expected": "parts"}),
        ({"teaching": [{"text": 3}]}, "field",
         {"question": "teaching", "row": 1, "column": "text", "expected": "text"}),
        ({"clinical-activity": {"rows": [{}, {"count": -1}]}}, "count",
         {"question": "clinical-activity", "row": 2, "column": "count", "expected": "count"}),
        ({"clinical-activity": {"text": 3}}, "answer",
         {"question": "clinical-activity", "expected": "text"}),
        ({"treatment-quality": {"tools": [3]}}, "answer",
         {"question": "treatment-quality", "expected": "choice"}),
    ],
)  # fmt: skip
def test_a_value_that_cannot_stand_is_told_where_it_stands(answers, variant, params):
    found = finding(checked(answers), "STR001")
    assert (variant, params) == (found.variant, found.params)


def test_the_example_of_a_year_is_a_year():
    in_a_row = {"scientific-articles": [{"title": "En artikkel", "year": "2024"}]}
    row, envelope = (
        finding(checked(answers, report=report), "STR001")
        for answers, report in ((in_a_row, {}), (ANSWERED, {"year": "2024"}))
    )
    assert row.params["expected"] == envelope.params["expected"] == "year"
    assert [
        speak(found, lang).says for found in (row, envelope) for lang in ("nb", "nn", "en")
    ] == [
        "«Vitenskapelige artikler», rad 1: «År» må være et helt tall, for eksempel 2024.",
        "«Vitskaplege artiklar», rad 1: «År» må vere eit heilt tal, til dømes 2024.",
        "“Scientific articles”, row 1: “Year” must be a whole number, for example 2024.",
        "Rapportåret må være et helt tall, for eksempel 2024.",
        "Rapportåret må vere eit heilt tal, til dømes 2024.",
        "The reporting year must be a whole number, for example 2024.",
    ]


def test_an_envelope_field_is_told_without_a_question():
    found = finding(checked(ANSWERED, report={"edition": 3}), "STR001")
    assert (found.variant, found.params) == (None, {"expected": "text"})
    assert found.place.json_pointer == "/edition"
    assert found.audience == "host"


def test_an_envelope_field_of_the_people_is_told_to_the_lead():
    people = [{"id": "p1", "name": 3}]
    found = finding(checked(ANSWERED, report={"people": people}), "STR001")
    assert (found.audience, found.place.json_pointer) == ("lead", "/people/0/name")
    assert (found.variant, found.params) == ("person", {"row": 1, "expected": "text"})


@pytest.mark.parametrize(
    ("answers", "report", "document", "standing"),
    [
        ({"clinical-activity": [{"count": "ni"}]}, {}, "published-reports", "observed"),
        ({"teaching": ["Kurs"]}, {}, "published-reports", "observed"),
        ({"scientific-articles": [{"title": 3}]}, {}, "our-proposal", "proposed"),
        ({"research-projects": 3}, {}, "our-proposal", "proposed"),
        ({"equal-access": 3}, {}, "webinar-2024", "documented"),
        ({"group-assessment": 3}, {}, "webinar-2024", "documented"),
        (ANSWERED, {"year": "2024"}, "our-proposal", "proposed"),
    ],
)
def test_it_cites_what_shows_the_field_and_no_more(answers, report, document, standing):
    found = finding(checked(answers, report=report), "STR001")
    assert (found.source.document.id, found.standing) == (document, standing)


def test_a_table_of_a_plugin_that_says_nothing_of_its_fields_cites_the_rule():
    found = finding(checked({"teaching": ["Kurs"]}), "STR001")
    asked = found.form.by_id["teaching"]
    bare = attrs.evolve(asked, question=attrs.evolve(asked.question, fields_source=None))
    part = attrs.evolve(found.form.section("activity"), asked=(bare,))
    told = attrs.evolve(found, form=attrs.evolve(found.form, sections=(part,)))
    assert (told.source, told.standing) == (found.rule.source, found.rule.standing)


@pytest.mark.parametrize(
    ("report", "audience"),
    [
        ({"people": [{"id": 3, "name": "Kari Eksempel"}]}, "host"),
        ({"people": 3}, "lead"),
        ({"entity": {"name": 3}}, "lead"),
        ({"comments": 3}, "host"),
    ],
)
def test_an_id_and_what_programs_write_are_told_to_the_host(report, audience):
    assert audience == finding(checked(ANSWERED, report=report), "STR001").audience


@pytest.mark.parametrize("field", ["year", "template"])
def test_a_field_that_chooses_the_form_is_told_with_what_follows_from_it(field):
    found = finding(checked(ANSWERED, report={field: [3]}), "STR001")
    assert (found.variant, found.place.json_pointer) == (field, f"/{field}")


@pytest.mark.parametrize("count", [9, 9.0, 0, None, ""])
def test_a_count_that_can_stand_is_not_told(count):
    answers = {"clinical-activity": [{"affiliation": "other", "count": count}]}
    assert "STR001" not in codes(checked(answers))


@pytest.mark.parametrize("count", ["9", True, 9.5, -1, "ni"])
def test_a_count_that_cannot_stand_blocks(count):
    answers = {"clinical-activity": [{"affiliation": "other", "count": count}]}
    assert finding(checked(answers), "STR001").blocks


@pytest.mark.parametrize("with_text", [True, False])
def test_a_text_below_the_numbers_is_spoken_of_only_where_there_is_one(with_text):
    columns = (NumberColumn("count", Text("Antall"), minimum=0),)
    table = Table("helse-nord.visits", columns, with_text=with_text)
    mine = plugin("helse-nord", templates=[form("helse-nord.centre", edition(2024, table))])
    registry = load_registry([*installed_plugins(), mine], strict=True)
    answers = {table.id: [{"id": "r1", "count": "ni"}]}
    report = Report({"template": "helse-nord.centre", "year": 2024, "answers": answers})
    found = finding(check(Case(report=report), registry), "STR001")
    assert ("teksten under tallene" in message(found)) is with_text
    assert found.place.json_pointer == "/answers/helse-nord.visits/0/count"
