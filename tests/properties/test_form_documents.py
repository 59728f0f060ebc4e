"""A form can be filled from its document alone, and its rules speak where the document says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.books import PROVENANCE, keyed, set_in, texts_file
from support.checks import built_in
from support.form_filling import (
    filled_reports,
    plainly,
    questions_of,
    report_with,
    row_of,
    usual_report,
)

from rhf_services import (
    Audience,
    Stage,
    Verdict,
    check,
    dumps,
    form_document,
    loads,
    loads_case,
)
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.wordings import laid_over
from rhf_services.model.years import Years
from rhf_services.testing.broken_on_form import all_broken

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
FORMED = [
    (form.id, year)
    for form in built_in().templates.values()
    for edition in form.editions
    for year in sorted({edition.first, edition.confirmed})
] + [(id_, 2027) for id_, form in built_in().templates.items() if not form.archive]
NUMBER = "En tekst med 15868600184 i."  # of the official test series


@cache
def document_of(template: str, year: int) -> dict[str, Any]:
    form = built_in().templates[template]
    choice = form.edition_for(year)
    assert choice is not None
    return form_document(form, choice.edition, built_in(), year)


each_form = pytest.mark.parametrize(("template", "year"), FORMED)


def verdict_on(report: dict[str, Any] | bytes, stage: Stage) -> Verdict:
    data = report if isinstance(report, bytes) else dumps(report)
    lead = b'"attempt": {"by": "p1", "at": "2025-02-14T10:00:00+01:00"}'
    return check(
        loads_case(b'{"format": "rhf-case/1", "report": ' + data + b", " + lead + b"}").case,
        built_in(),
        stage,
    )


@each_form
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_report_filled_from_the_document_alone_is_in_order(template, year, data):
    report = data.draw(filled_reports(document_of(template, year)))
    loaded = loads(dumps(report))
    verdict = verdict_on(report, Stage.SUBMISSION)

    assert loaded.faults == ()
    assert verdict.complete
    assert verdict.may_submit is (None if template == "archive" else True)
    for audience in (Audience.LEAD, Audience.GROUP_LEADER, Audience.HOST):
        assert verdict.for_(audience) == ()


def without(question: dict[str, Any], kinds: dict[str, Any]) -> Any:
    """Fill a question in, with something else in all its fields of some kinds."""
    if question["kind"] == "table":
        rows = [row_of(question, 0, **kinds)]
        return {"rows": rows, "text": kinds.get("text")} if question["with_text"] else rows
    if "number" in kinds or ("choice" in kinds and question["choices"] is None):
        return None
    if "choice" in kinds:
        return {"text": "Ja.", "tools": [kinds["choice"]]}
    return plainly(question, kinds["text"])


def rows(question: dict[str, Any], number: int, **more: Any) -> Any:
    if question["kind"] != "table":
        return "Ikke en tabell."
    return [{**row_of(question, at), **more} for at in range(number)]


def twice(question: dict[str, Any]) -> Any:
    same = [{**row_of(question, 0), "id": f"r{at}"} for at in (1, 2)]
    return same if question["kind"] == "table" else "Ikke en tabell."


def with_key_of_its_own(question: dict[str, Any]) -> Any:
    answer = plainly(question)
    return {**answer, "egen": 1} if isinstance(answer, dict) else {"text": "Ja.", "egen": 1}


def other_total(question: dict[str, Any]) -> Any:
    counted = [{**row, "count": 3} for row in rows(question, 1)] if question["columns"] else []
    return {"rows": counted, "text": "Til sammen 9 pasienter."}


FAULTS: dict[str, Any] = {
    "ACT001": lambda q: rows(q, 9),
    "ACT002": lambda q: rows(q, 9),
    "ACT005": lambda _q: [{"id": "r1", "egen": "noe"}],
    "ACT006": twice,
    "ACT007": twice,
    "ACT008": other_total,
    "ACT009": lambda q: without(q, {"text": "https://example.org/a"}),
    "ACT010": lambda q: without(q, {"text": "høsten 2022"}),
    "EVA001": lambda _q: None,
    "GRP001": lambda _q: None,
    "GRP002": lambda _q: None,
    "PRI001": lambda q: without(q, {"text": NUMBER}),
    "STR001": lambda _q: 1.5,
    "STR002": with_key_of_its_own,
    "STR004": lambda q: rows(q, 1, egen=1),
    "STR005": lambda q: without(q, {"choice": "no-such-choice"}),
    "STR007": lambda q: rows(q, 2, id="r1"),
    "STR008": plainly,
    "STR009": lambda _q: {"egen": float("nan")},
    "STR010": lambda _q: {"egen": 10**400},
}
"""What makes a rule fire at a question, if it can fire there at all."""


def written(document: dict[str, Any], code: str, question: dict[str, Any]) -> bytes:
    report = usual_report(document)
    report["answers"][question["id"]] = FAULTS[code](question)
    data = json.dumps(report)
    if code == "STR008":
        data = data.replace(
            f'"{question["id"]}":', f'"{question["id"]}": null, "{question["id"]}":'
        )
    return data.encode()


def codes_at(question: dict[str, Any]) -> list[str]:
    return [rule["code"] for rule in question["rules"]]


@each_form
def test_a_rule_that_is_listed_at_a_question_can_fire_there_and_no_other_does(template, year):
    document = document_of(template, year)
    for question in questions_of(document):
        assert set(codes_at(question)) <= set(FAULTS)
        for code in FAULTS:
            said = {rule["code"]: rule for rule in question["rules"]}.get(code)
            stage = next(iter(built_in().rule(code).says))
            verdict = verdict_on(written(document, code, question), stage)
            found = [
                one
                for one in verdict.findings
                if one.code == code and one.place.question == question["id"]
            ]
            assert bool(found) == (said is not None), (code, question["id"])
            for one in found if said else ():
                assert one.severity == said["says"][stage]
                assert one.audience in said["heard_by"]


def unlisted(verdict: Verdict, year: int | None) -> list[tuple[str, str]]:
    """Give the findings of a verdict that the document of its form does not speak of."""
    if verdict.template is None or verdict.edition is None or year is None:
        return []
    form = built_in().templates[verdict.template]
    document = form_document(form, verdict.edition, built_in(), year)
    questions = {one["id"]: one for one in questions_of(document)}
    elsewhere = {rule["code"] for rule in document["rules"] if rule["elsewhere"]}
    missing = []
    for found in verdict.findings:
        question = questions.get(found.place.question or "")
        if question is None:
            listed = found.code in elsewhere
        else:
            heard = {rule["code"]: rule["heard_by"] for rule in question["rules"]}
            listed = found.audience in heard.get(found.code, ())
        if not listed:
            missing.append((found.code, found.place.json_pointer))
    return missing


def year_of(case: Any) -> int | None:
    return None if case.report is None else case.report.year


EXAMPLES = sorted(path.relative_to(REPORTS).as_posix() for path in REPORTS.rglob("*.json"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_found_in_the_examples_is_listed_where_it_stands(name):
    data = (REPORTS / name).read_bytes()
    data = data if b"rhf-case/" in data else b'{"format":"rhf-case/1","report":' + data + b"}"
    case = loads_case(data).case
    for stage in Stage:
        assert unlisted(check(case, built_in(), stage), year_of(case)) == []


def test_a_finding_that_the_document_does_not_list_would_be_seen():
    verdict = verdict_on({**usual_report(document_of("national-centre", 2024))}, Stage.DRAFT)
    over = written(document_of("national-centre", 2024), "ACT001", articles("national-centre"))
    found = verdict_on(over, Stage.DRAFT)

    assert unlisted(verdict, 2024) == unlisted(found, 2024) == []
    assert unlisted(found, 2025) == [("ACT001", "/answers/scientific-articles")]


def articles(template: str) -> dict[str, Any]:
    return questions_of(document_of(template, 2024))[0]


@pytest.mark.parametrize("code", built_in().rules)
def test_what_is_found_in_the_named_cases_is_listed_where_it_stands(code):
    for named in built_in().rule(code).cases:
        case = loads_case(dumps(named.whole) if named.text is None else named.text).case
        assert unlisted(check(case, built_in(), named.stage), year_of(case)) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(all_broken(built_in()))
def test_what_is_found_in_broken_cases_is_listed_where_it_stands(broken):
    case = loads_case(broken.written).case
    verdict = check(case, built_in(), broken.stage, broken.at)
    assert unlisted(verdict, year_of(case)) == []


def test_a_wording_laid_over_the_form_is_in_its_document(tmp_path):
    key = "form.national-centre.centre-status.guidance"
    new = {"bokmål": "Hva ble gjort?", "nynorsk": "Kva vart gjort?", "engelsk": "What was done?"}
    path = texts_file(tmp_path, built_in(), change=set_in(keyed(key), **new, **PROVENANCE))
    registry = laid_over(built_in(), read_text_file(path, built_in()).wording)
    form = registry.templates["national-centre"]
    before, after = (
        document_of("national-centre", 2024),
        form_document(form, form.editions[-1], registry),
    )
    (status,) = [one for one in questions_of(after) if one["id"] == "centre-status"]

    assert status["guidance"] == {
        "key": key,
        "nb": "Hva ble gjort?",
        "nn": "Kva vart gjort?",
        "en": "What was done?",
    }
    status["guidance"] = next(
        one["guidance"] for one in questions_of(before) if one["id"] == "centre-status"
    )
    assert after == before


def test_a_year_that_nobody_has_entered_is_said():
    assert document_of("national-centre", 2024)["not_entered"] is None
    note = document_of("national-centre", 2027)["not_entered"]
    assert note["confirmed"] == 2024
    assert note["note"]["nb"].startswith("Skjemaet for 2027 er ikke lagt inn")
    assert note["note"]["en"].count("2024") == 1


@pytest.mark.parametrize(("edition", "year"), [("2023", 2024), ("2024", 2023), ("2023", 2022)])
def test_an_edition_of_another_year_is_refused(edition, year):
    form = built_in().templates["national-centre"]
    found = next(one for one in form.editions if one.id == edition)
    with pytest.raises(LookupError):
        form_document(form, found, built_in(), year)


def test_a_retired_choice_is_told_from_one_that_is_offered():
    choices = [
        choice
        for question in questions_of(document_of("archive", 2022))
        for column in question["columns"]
        if column["choices"]
        for choice in column["choices"]["choices"]
    ]
    assert choices
    for choice in choices:
        span = choice["offered"]
        held = 2022 in Years(span["first"], span["last"])
        assert choice["offered_now"] is held


def test_an_empty_report_on_the_form_is_read():
    report = report_with(document_of("national-treatment-service", 2024), {})
    assert [f.code for f in verdict_on(report, Stage.DRAFT).for_(Audience.HOST)] == []
