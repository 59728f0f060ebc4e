import pytest
from support.checks import checked, codes, finding, report_of
from support.plugins import plugin, rule

from rhf_services import Severity, Stage, load_registry
from rhf_services.hooks import installed_plugins
from rhf_services.model.rules import Hit
from rhf_services.wire.digests import digest

ROWS = [{"id": "a1", "journal": "Tidsskriftet"}, {"id": "a2", "journal": "Tidsskriftet"}]
TABLE = "scientific-articles"


def waiver(code, of, **more):
    return {"rule": code, "of": digest(of), "by": "p1", "reason": "Det stemmer.", **more}


def waived(answers, code, *waivers, **more):
    """Check a report with waivers, and say for each finding whether one holds."""
    envelope = more.pop("report", {})
    verdict = checked(answers, report={**envelope, "waivers": list(waivers)}, **more)
    return [
        None if found.waived is None else found.waived.holds
        for found in verdict.findings
        if found.code == code
    ]


def test_a_finding_without_a_waiver_has_none():
    assert waived({TABLE: ROWS}, "ACT005") == [None, None]


def test_a_waiver_on_an_answer_holds_for_all_its_rows():
    assert waived({TABLE: ROWS}, "ACT005", waiver("ACT005", ROWS, question=TABLE, row=None)) == [
        True,
        True,
    ]


def test_a_waiver_on_a_row_holds_for_that_row():
    given = waiver("ACT005", ROWS[1], question=TABLE, row="a2")
    assert waived({TABLE: ROWS}, "ACT005", given) == [None, True]


def test_a_waiver_on_a_row_holds_where_the_row_has_moved():
    given = waiver("ACT005", ROWS[1], question=TABLE, row="a2")
    assert waived({TABLE: ROWS[::-1]}, "ACT005", given) == [True, None]


def test_a_waiver_on_a_row_of_a_table_with_a_text_holds():
    rows = [{"id": "c1", "affiliation": "other"}]
    given = waiver("ACT005", rows[0], question="clinical-activity", row="c1")
    for answer in (rows, {"rows": rows, "text": "Ni."}):
        assert waived({"clinical-activity": answer}, "ACT005", given) == [True]


def test_a_waiver_lapses_when_the_answer_changes():
    given = waiver("ACT005", ROWS[0], question=TABLE, row="a1")
    rows = [{**ROWS[0], "year": 2024}, ROWS[1]]
    assert waived({TABLE: rows}, "ACT005", given) == [False, None]


def test_twelve_is_twelve_however_it_is_written():
    given = waiver("ACT005", {"id": "a1", "year": 2024}, question=TABLE, row="a1")
    assert waived({TABLE: [{"year": 2024.0, "id": "a1"}]}, "ACT005", given) == [True]


@pytest.mark.parametrize(
    "given",
    [
        waiver("ACT006", ROWS, question=TABLE),
        waiver("ACT005", ROWS, question="teaching"),
        waiver("ACT005", ROWS),
        waiver("ACT005", ROWS[0], question=TABLE, row="a9"),
    ],
    ids=["another rule", "another question", "no question", "another row"],
)
def test_a_waiver_of_something_else_is_not_seen(given):
    assert waived({TABLE: ROWS}, "ACT005", given) == [None, None]


@pytest.mark.parametrize("of", [None, "", "sha256:0"])
def test_a_waiver_without_a_digest_that_fits_has_lapsed(of):
    given = {"rule": "ACT005", "question": TABLE, "of": of}
    assert waived({TABLE: ROWS}, "ACT005", given) == [False, False]


def test_a_waiver_that_holds_counts_before_one_that_has_lapsed():
    lapsed, holding = waiver("ACT005", [], question=TABLE), waiver("ACT005", ROWS, question=TABLE)
    assert waived({TABLE: ROWS}, "ACT005", lapsed, holding) == [True, True]
    assert waived({TABLE: ROWS}, "ACT005", holding, lapsed) == [True, True]
    assert waived({TABLE: ROWS}, "ACT005", lapsed, lapsed) == [False, False]


@pytest.mark.parametrize("question", [None, "", " "])
def test_a_blank_question_is_none(question):
    people = [{"id": "p1", "name": "Kari Eksempel", "email": "kari"}]
    given = waiver("PER002", people, question=question)
    assert waived({}, "PER002", given, report={"people": people}) == [True]


def test_a_waiver_on_a_person_is_of_that_person():
    people = [
        {"id": "p1", "name": "Kari Eksempel", "email": "kari"},
        {"id": "p2", "name": "Ola Oppdiktet", "email": "ola"},
    ]
    given = waiver("PER002", people[1], row="p2")
    assert waived({}, "PER002", given, report={"people": people}) == [None, True]


def test_a_waiver_on_a_part_of_the_report_is_of_that_part():
    sections = {"evaluation": {"not_applicable": ""}}
    given = waiver("ACT003", sections)
    answers = {"equal-access": "Ja."}
    assert waived(answers, "ACT003", given, report={"sections": sections}) == [True]
    assert waived(answers, "ACT003", given, report={"sections": {}}) == [False]


def fires_on_the_whole(_report):
    yield Hit()


def test_a_waiver_on_the_whole_report_is_of_all_but_what_is_said_about_it():
    """The waivers themselves are left out, since none could hold its own digest."""
    added = plugin("helse-nord", rules=[rule("HN-A", check=fires_on_the_whole)])
    registry = load_registry([*installed_plugins(), added])
    given = waiver("HN-A", dict(report_of({"equal-access": "Ja."}).tree))
    assert waived({"equal-access": "Ja."}, "HN-A", given, registry=registry) == [True]
    assert waived({"equal-access": "Nei."}, "HN-A", given, registry=registry) == [False]


@pytest.mark.parametrize("waivers", [None, {}, "ACT005", [None, "ACT005", {}, {"rule": 3}]])
def test_what_is_no_waiver_is_not_seen(waivers):
    verdict = checked({TABLE: ROWS}, report={"waivers": waivers})
    assert {None} == {found.waived for found in verdict.findings if found.code == "ACT005"}


def test_a_waived_finding_is_still_told():
    given = waiver("ACT005", ROWS, question=TABLE)
    assert codes(checked({TABLE: ROWS})) == codes(
        checked({TABLE: ROWS}, report={"waivers": [given]})
    )


NUMBER = "Gjelder 158686 00184."
CONFIRMED = waiver("PRI001", NUMBER, question="equal-access")


def published(text, *waivers, stage=Stage.PUBLICATION):
    verdict = checked({"equal-access": text}, report={"waivers": list(waivers)}, stage=stage)
    found = finding(verdict, "PRI001")
    return (found.severity, found.blocks, found.will_block)


def test_a_birth_number_stops_publication_until_it_is_confirmed_to_be_another_number():
    assert published(NUMBER) == (Severity.ERROR, True, False)
    assert published(NUMBER, CONFIRMED) == (Severity.WARNING, False, False)


def test_a_confirmed_number_will_not_block_either():
    assert published(NUMBER, stage=Stage.DRAFT) == (Severity.WARNING, False, True)
    assert published(NUMBER, CONFIRMED, stage=Stage.DRAFT) == (Severity.WARNING, False, False)


def test_a_confirmation_lapses_when_the_text_changes():
    assert published(NUMBER + " Ja.", CONFIRMED) == (Severity.ERROR, True, False)


def test_nothing_else_that_blocks_can_be_waived():
    answers = {"equal-access": 3}
    given = waiver("STR001", 3, question="equal-access")
    verdict = checked(answers, report={"waivers": [given]})
    found = finding(verdict, "STR001")
    assert (found.waived.holds, found.blocks) == (True, True)
    assert verdict.may_submit is False
