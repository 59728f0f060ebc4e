import json
import sys
from copy import deepcopy
from datetime import date

import pytest
from attrs import evolve
from support.carrying import lost
from support.checks import built_in
from support.plugins import SOURCE, form

from rhf_services import Entity, Registry, Report, account_document, carry_over
from rhf_services.forms.activities import QUALITY_TOOL_ROWS, RESEARCH_PROJECTS
from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.columns import ChoiceColumn, TextColumn
from rhf_services.model.forms import Asked, Edition, Section
from rhf_services.model.questions import Table
from rhf_services.model.text import Text
from rhf_services.model.years import Years
from rhf_services.process import Fate, NoEditionError, Reason, forms_for
from rhf_services.process.account_words import heading, item, why

CENTRE = "national-centre"
PROJECTS = {"answers": {"research-projects": [{"id": "f1", "title": "Et forløp"}]}}


def carried(tree, template=CENTRE, year=2024, registry=None):
    before = deepcopy(tree)
    made = carry_over(Report(tree), template, year, registry or built_in())
    assert tree == before
    assert lost(tree, made) == []
    return made


def only(made):
    (line,) = made.account.lines
    return line


def told(made):
    return [(line.place.json_pointer, line.fate, *line.reasons) for line in made.account.lines]


def tools(*rows):
    return {"answers": {"quality-tools": list(rows)}}


NEW = "national-competence-service-new"
NETWORK = "quality-and-competence-network"
BESIDE, LOOK, GONE = Fate.BESIDE, Fate.NEEDS_A_LOOK, Fate.NO_PLACE

RETIRED = ChoiceList("tools", (Choice("old", Text("Gammel"), Years(2009, 2023)),), source=SOURCE)
RETIRING = form(
    "own.form",
    Edition(
        2023,
        (
            Section(
                "activity",
                Text("Aktivitet"),
                SOURCE,
                asked=(
                    Asked(
                        Table(
                            "own.tools",
                            (
                                ChoiceColumn("kind", Text("Type"), RETIRED),
                                TextColumn("name", Text("Navn")),
                            ),
                            with_text=True,
                            lasting=True,
                        ),
                        Text("Verktøy"),
                        None,
                        SOURCE,
                    ),
                ),
            ),
        ),
        SOURCE,
    ),
)
OWN = Registry({"own.form": RETIRING}, {})

REASONS = {
    Reason.OF_THAT_YEAR: ({"waivers": [{"rule": "ACT001"}]}, CENTRE, GONE),
    Reason.DESCRIPTION: ({"entity": {"description": "Svulster."}}, CENTRE, BESIDE),
    Reason.NOT_ASKED: ({"answers": {"goals": "Kort kø."}}, CENTRE, GONE),
    Reason.UNKNOWN_QUESTION: ({"answers": {"own.status": "I rute."}}, CENTRE, GONE),
    Reason.NO_SECTION: ({"sections": {"activity": {"not_applicable": ""}}}, NETWORK, GONE),
    Reason.UNREADABLE: ({"answers": "alt i orden"}, CENTRE, GONE),
    Reason.EMPTY_ROW: ({"answers": {"research-projects": [{"id": "f1"}]}}, CENTRE, GONE),
    Reason.SAME_ID: ({"people": [{"id": "p1"}, {"id": "p1", "name": "Ola"}]}, CENTRE, LOOK),
    Reason.UNKNOWN_COLUMN: (tools({"name": "Linjal", "length": "30 cm"}), NEW, GONE),
    Reason.CHOICE_NOT_HERE: (tools({"kind": "ruler"}), NEW, LOOK),
    Reason.CHOICE_RETIRED: ({"answers": {"own.tools": [{"kind": "old"}]}}, "own.form", LOOK),
    Reason.ENDED: ({"answers": {"research-projects": [{"to": "2023-12-31"}]}}, CENTRE, LOOK),
    Reason.ROLE_NOT_HERE: ({"people": [{"roles": [{"role": "network-member"}]}]}, CENTRE, LOOK),
    Reason.UNKNOWN_ROLE: ({"people": [{"roles": [{"role": "king"}]}]}, CENTRE, LOOK),
    Reason.OTHER_KIND: ({"entity": {"type": "national-treatment-service"}}, CENTRE, LOOK),
    Reason.UNKNOWN_KEY: ({"status": "sent"}, CENTRE, GONE),
    Reason.HOSTS_OWN: ({"extra": {"a": 1}}, CENTRE, GONE),
}


def test_every_reason_has_a_case():
    assert set(REASONS) == set(Reason)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_told_and_can_be_said(reason):
    tree, template, fate = REASONS[reason]
    made = carried(tree, template, registry=OWN if template == "own.form" else None)
    line = made.account.lines[-1]

    assert (line.fate, line.reasons) == (fate, (reason,))
    for lang in ("nb", "nn", "en"):
        words = [
            heading(line, made.account, lang),
            item(line, made.account, lang),
            *why(line, lang),
        ]
        assert all("{" not in said for said in words)
        assert all("None" not in said for said in words[:2])
        assert words[0]
        assert words[2].endswith(".")


def test_people_projects_and_quality_tools_are_carried_with_their_ids():
    person = {"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}], "own": 1}
    tree = {
        "people": [None, person],
        "answers": {
            "quality-tools": [{"id": "q1", "kind": "biobank", "name": None}],
            "research-projects": [{"id": "f1", "title": "Et forløp", "to": "2024"}, {}],
        },
    }
    made = carried(tree, NEW)

    assert made.report.tree == {
        "format": "rhf-report/1",
        "template": NEW,
        "year": 2024,
        "people": [person],
        "answers": {
            "research-projects": [{"id": "f1", "title": "Et forløp", "to": "2024"}],
            "quality-tools": [{"id": "q1", "kind": "biobank", "name": None}],
        },
    }
    assert [line.to.json_pointer for line in made.account.lines if line.to] == [
        "/people/0",
        "/answers/research-projects/0",
        "/answers/quality-tools/0",
    ]


@pytest.mark.parametrize(
    "question",
    ["scientific-articles", "teaching", "dissemination", "doctorates", "clinical-activity"],
)
def test_the_rows_of_other_tables_are_shown_beside(question):
    made = carried(
        {"answers": {question: [{"id": "a1", "title": "En"}, {"id": "a2"}]}}, "archive", 2022
    )

    assert "answers" not in made.report.tree
    assert told(made) == [(f"/answers/{question}/{at}", BESIDE) for at in (0, 1)]
    assert [line.value["id"] for line in made.account.lines] == ["a1", "a2"]


def test_numbers_and_the_text_with_them_are_shown_beside_one_by_one():
    answer = {
        "rows": [{"affiliation": "helse-nord", "count": 9, "unit": "patients"}],
        "text": "Ja.",
    }
    made = carried({"answers": {"clinical-activity": answer}}, "national-treatment-service")
    row, text = made.account.lines

    assert (row.fate, row.place.json_pointer) == (BESIDE, "/answers/clinical-activity/rows/0")
    assert (text.fate, text.value) == (BESIDE, "Ja.")
    assert item(row, made.account, "nn") == "Helse Nord: 9 pasientar"


@pytest.mark.parametrize(
    "answer", ["Ambulerende.", {"not_applicable": "Ny"}, {"text": "Målt.", "tools": ["biobank"]}, 5]
)
def test_texts_states_and_choices_beside_a_text_are_never_filled_in(answer):
    made = carried({"answers": {"treatment-quality": answer}}, "national-treatment-service")

    assert "answers" not in made.report.tree
    assert (only(made).fate, only(made).value) == (BESIDE, answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"nothing_to_report": True}, "Ingenting å rapportere"),
        ({"not_applicable": "Ny i år"}, "Ikke aktuelt: Ny i år"),
    ],
)
def test_a_word_that_a_lasting_table_was_empty_is_that_years_own(answer, said):
    made = carried({"answers": {"research-projects": answer}})

    assert "answers" not in made.report.tree
    assert only(made).fate is BESIDE
    assert item(only(made), made.account) == said


@pytest.mark.parametrize("answer", ["alle", {"rows": "alle"}, {"odd": 1}])
def test_a_lasting_table_that_cannot_be_read_needs_a_look(answer):
    made = carried({"answers": {"research-projects": answer}})

    assert made.account.lines[0].fate in (LOOK, GONE)
    assert "answers" not in made.report.tree


@pytest.mark.parametrize("key", ["text", "odd"])
def test_what_stands_beside_the_rows_of_a_lasting_table_is_told_of(key):
    answer = {"rows": [{"kind": "old", "name": "Linjal"}], key: "Brukes daglig."}
    made = carried({"answers": {"own.tools": answer}}, "own.form", 2023, OWN)

    assert made.report.answers == {"own.tools": [{"kind": "old", "name": "Linjal"}]}
    assert [line.fate for line in made.account.lines] == [
        Fate.CARRIED,
        BESIDE if key == "text" else GONE,
    ]


def test_a_field_that_the_new_form_cannot_hold_is_left_out_and_kept_in_the_account():
    row = {
        "id": "q1",
        "kind": "ruler",
        "name": "Linjal",
        "text": 5,
        "length": "30 cm",
        "more": None,
    }
    made = carried(tools(row), NEW)

    assert made.report.answers == {"quality-tools": [{"id": "q1", "name": "Linjal"}]}
    assert told(made) == [
        ("/answers/quality-tools/0", Fate.CARRIED),
        ("/answers/quality-tools/0/kind", LOOK, Reason.CHOICE_NOT_HERE),
        ("/answers/quality-tools/0/text", LOOK, Reason.UNREADABLE),
        ("/answers/quality-tools/0/length", GONE, Reason.UNKNOWN_COLUMN),
    ]
    assert [line.value for line in made.account.lines] == [None, "ruler", 5, "30 cm"]


def test_an_id_that_is_no_text_is_left_out():
    made = carried({"answers": {"research-projects": [{"id": 5, "title": "Et forløp"}]}})

    assert made.report.answers == {"research-projects": [{"title": "Et forløp"}]}
    assert told(made)[1][0] == "/answers/research-projects/0/id"


def test_a_choice_in_ones_own_words_is_carried():
    row = {"kind": {"other": "Skjema i journalen"}}
    assert carried(tools(row), NEW).report.answers == {"quality-tools": [row]}


def test_two_rows_with_one_id_are_both_carried_and_need_a_look():
    rows = [{"id": "f1", "title": "A"}, {"id": "f1", "title": "B"}]
    made = carried({"answers": {"research-projects": rows}})

    assert made.report.answers == {"research-projects": rows}
    assert [line.reasons for line in made.account.lines] == [(), (Reason.SAME_ID,)]


@pytest.mark.parametrize(
    ("end", "ended"),
    [
        ("2023", True),
        ("2023-12", True),
        ("31.12.2023", True),
        ("2024-01-01", False),
        ("2024", False),
        ("1.1.2024", False),
        ("2019-2023", False),
        ("snart", False),
        ("", False),
    ],
)
def test_a_project_has_ended_when_its_end_lies_before_the_new_year(end, ended):
    made = carried({"answers": {"research-projects": [{"title": "Et forløp", "to": end}]}})
    assert only(made).reasons == ((Reason.ENDED,) if ended else ())


def test_rows_that_are_no_rows_are_told_of():
    made = carried({"answers": {"research-projects": ["hm", None, 5, {"id": "f1", "title": "A"}]}})

    assert [line.fate for line in made.account.lines] == [LOOK, LOOK, Fate.CARRIED]
    assert made.report.answers == {"research-projects": [{"id": "f1", "title": "A"}]}


@pytest.mark.parametrize("role", ["reference-group-leader", "user-representative"])
def test_a_role_in_a_group_that_the_new_form_has_not_needs_a_look(role):
    tree = {"people": [{"id": "p1", "roles": [{"role": role}]}]}

    assert only(carried(tree, NETWORK)).reasons == (Reason.ROLE_NOT_HERE,)
    assert only(carried(tree, CENTRE)).reasons == ()


def test_a_member_of_a_network_fits_a_network():
    tree = {"people": [{"id": "p1", "roles": [{"role": "network-member", "region": "helse-vest"}]}]}
    assert only(carried(tree, NETWORK)).reasons == ()


def test_the_kind_is_left_out_when_the_form_is_for_another_and_what_follows_it_needs_a_look():
    entity = {"id": "e1", "type": "national-competence-service", "code": "NK-1", "name": "Et navn"}
    made = carried({"entity": entity}, NETWORK)

    assert made.report.tree["entity"] == {"id": "e1", "code": "NK-1", "name": "Et navn"}
    assert [line.fate for line in made.account.lines] == [Fate.CARRIED, LOOK, LOOK, LOOK]
    assert carried({"entity": entity}, NEW).report.tree["entity"] == entity


def test_the_description_is_that_of_its_year():
    entity = {"id": "e1", "description": "Svulster.", "icd10": "D33", "own": {"a": 1}}
    made = carried({"entity": entity})

    assert made.report.tree["entity"] == {"id": "e1", "own": {"a": 1}}
    assert told(made) == [
        ("/entity/id", Fate.CARRIED),
        ("/entity/description", BESIDE, Reason.DESCRIPTION),
        ("/entity/icd10", BESIDE, Reason.DESCRIPTION),
        ("/entity/own", LOOK, Reason.UNKNOWN_KEY),
    ]


def test_languages_go_with_what_is_carried():
    languages = {"default": "nn", "research-projects": "en", "centre-status": "nb", "goals": "nb"}
    made = carried({**PROJECTS, "languages": {**languages, "teaching": 5}})

    assert made.report.tree["languages"] == {"default": "nn", "research-projects": "en"}
    assert [line.fate for line in made.account.lines[1:]] == [
        Fate.CARRIED,
        Fate.CARRIED,
        BESIDE,
        GONE,
        GONE,
    ]


@pytest.mark.parametrize(
    "part", ["entity", "people", "answers", "sections", "languages", "waivers", "extra", "own"]
)
@pytest.mark.parametrize("value", ["tekst", 5, ["tekst"], [["tekst"]], {"a": ["tekst"]}, True])
def test_a_part_of_the_wrong_kind_is_told_of(part, value):
    made = carried({part: value})
    assert made.account.lines


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}, [None, {}], {"a": {"b": ""}}])
def test_what_says_nothing_has_no_line(nothing):
    parts = ("entity", "people", "answers", "sections", "languages", "waivers", "extra", "own")
    made = carried(dict.fromkeys(parts, nothing) | {"answers": {"goals": nothing}})

    assert made.account.lines == ()
    assert made.report.tree == {"format": "rhf-report/1", "template": CENTRE, "year": 2024}


def test_a_state_that_is_false_says_nothing():
    every_key = {"text": None, "not_applicable": None, "not_received": False}
    assert carried({"answers": {"group-helse-vest": every_key}}).account.lines == ()


def test_what_the_old_report_called_itself_is_kept_in_the_account():
    made = carried({"format": "rhf-report/1", "template": 5, "year": "2023", "edition": ["x"]})

    assert made.account.old == {
        "format": "rhf-report/1",
        "template": 5,
        "year": "2023",
        "edition": ["x"],
    }
    assert made.account.old_edition is None


def test_neither_names_nor_answers_are_shown_by_accident():
    hidden = "Hemmelig svar"
    tree = {
        "people": [{"id": "p1", "name": hidden}],
        "answers": {"centre-status": hidden, "research-projects": [{"title": hidden}]},
        "extra": hidden,
        "template": hidden,
    }
    assert hidden not in repr(carried(tree))


def test_lines_come_in_the_order_of_the_new_form():
    tree = {"answers": {"goals": "A", "centre-status": "B", "research-projects": [{"title": "C"}]}}
    questions = [line.place.question for line in carried(tree).account.lines]

    assert questions == ["research-projects", "centre-status", "goals"]


def test_an_unknown_form_is_an_error_of_the_caller():
    with pytest.raises(LookupError):
        carry_over(Report({}), "no-such-form", 2024, built_in())
    with pytest.raises(NoEditionError):
        carry_over(Report({}), CENTRE, 2022, built_in())


def test_a_very_deep_report_is_carried_over():
    deep = ["Ja"]
    for _level in range(5000):
        deep = [deep]
    deep_people = {"people": [{"id": "p1", "own": deep}], "entity": {"own": deep, "id": "e"}}
    made = carry_over(Report({**deep_people, "extra": deep}), CENTRE, 2024, built_in())

    assert told(made) == [
        ("/entity/own", LOOK, Reason.UNKNOWN_KEY),
        ("/entity/id", Fate.CARRIED),
        ("/people/0", LOOK, Reason.UNKNOWN_KEY),
        ("/extra", GONE, Reason.HOSTS_OWN),
    ]


def calls_to_carry(rows):
    tree = {
        "people": [{"id": f"p{at}", "name": "Kari Eksempel"} for at in range(rows)],
        "answers": {
            "research-projects": [{"id": f"f{at}", "title": "Et", "no": 1} for at in range(rows)],
            "teaching": [{"id": f"t{at}", "text": "Et kurs"} for at in range(rows)],
            **{f"own.q{at}": "Svar" for at in range(rows)},
        },
        "waivers": [{"rule": "ACT001", "reason": "Ja"} for _at in range(rows)],
    }
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        carry_over(Report(tree), CENTRE, 2024, built_in())
    finally:
        sys.setprofile(None)
    return count


def test_carrying_is_linear():
    calls_to_carry(10)
    few, twice, four_times = (calls_to_carry(rows) for rows in (100, 200, 400))
    assert abs((four_times - twice) - 2 * (twice - few)) < few / 20


def test_an_account_is_written_with_the_values_that_a_host_shows_beside():
    made = carried({"template": CENTRE, "year": 2023, "answers": {"centre-status": "I rute."}})
    document = account_document(made.account, "en")

    json.dumps(document)
    assert document["from"] == {"template": CENTRE, "year": 2023}
    assert document["to"] == {"template": CENTRE, "year": 2024, "edition": "2024"}
    assert document["counts"] == {"carried": 0, "beside": 1, "needs-a-look": 0, "no-place": 0}
    assert document["lines"] == [
        {
            "fate": "beside",
            "place": "/answers/centre-status",
            "question": "centre-status",
            "row": None,
            "column": None,
            "reasons": [],
            "to": "/answers/centre-status",
            "value": "I rute.",
            "heading": "Status of the work of the centre",
            "item": "I rute.",
            "why": [],
        }
    ]
    assert "heading" not in account_document(made.account)["lines"][0]


def test_a_long_text_is_cut_in_the_words_and_whole_in_the_value():
    long = "Et langt svar. " * 50
    made = carried({"answers": {"centre-status": long}})

    assert len(item(only(made), made.account)) <= 70
    assert item(only(made), made.account).endswith("…")
    assert only(made).value == long


@pytest.mark.parametrize(
    ("tree", "year", "forms"),
    [
        ({"template": CENTRE}, 2024, (CENTRE,)),
        ({"template": "archive", "entity": {"type": "national-centre"}}, 2024, (CENTRE,)),
        ({"template": "gone", "entity": {"type": "odd"}}, 2024, ()),
        ({}, 2024, ()),
        (
            {"entity": {"type": "regional-competence-centre", "hosts": [{"region": "helse-nord"}]}},
            2024,
            (),
        ),
        (
            {"entity": {"type": "regional-competence-centre", "hosts": [{"region": "helse-vest"}]}},
            2024,
            ("helse-vest.regional-competence-centre",),
        ),
        ({"template": CENTRE, "entity": {"type": "national-centre"}}, 2016, ("archive",)),
    ],
)
def test_the_form_is_clear_where_only_one_fits(tree, year, forms):
    assert forms_for(Report(tree), year, built_in()) == forms


def test_the_host_knows_better_when_an_entity_ends():
    old = Report({"template": "national-competence-service", "year": 2023})
    kind = {"type": "national-competence-service", "started": date(2012, 1, 1)}
    ending = Entity(**kind, last_day=date(2024, 12, 31))

    assert forms_for(old, 2024, built_in(), ending) == ("national-competence-service-final",)
    assert forms_for(old, 2024, built_in(), Entity(**kind)) == ("national-competence-service",)
    assert forms_for(old, 2024, built_in()) == ("national-competence-service",)


def test_what_lasts_is_said_by_the_table_itself():
    lasting = {
        asked.id
        for asked in built_in().questions.values()
        if isinstance(asked.question, Table) and asked.question.lasting
    }
    assert lasting == {RESEARCH_PROJECTS.id, QUALITY_TOOL_ROWS.id}


def test_a_plugin_can_have_a_table_that_lasts_no_more():
    centre = built_in().templates[CENTRE]
    once = evolve(RESEARCH_PROJECTS, lasting=False)
    sections = tuple(
        evolve(
            section,
            asked=tuple(
                evolve(one, question=once) if one.id == once.id else one for one in section.asked
            ),
        )
        for section in centre.editions[-1].sections
    )
    edition = evolve(centre.editions[-1], sections=sections)
    registry = Registry({CENTRE: evolve(centre, editions=(edition,))}, {})

    assert only(carried(PROJECTS, registry=registry)).fate is BESIDE
