"""What a document says of rules is so: they fire where they are listed, and only there."""

from pathlib import Path
from typing import Any

import pytest
from support.checks import built_in
from support.form_faults import (
    FAULTS,
    FORMED,
    document_of,
    unlisted,
    verdict_on,
    written,
    year_of,
)
from support.form_filling import questions_of, usual_report

from rhf_services import Stage, check, dumps, loads_case

REPORTS = Path(__file__).parents[3] / "examples" / "reports"


def codes_at(question: dict[str, Any]) -> list[str]:
    return [rule["code"] for rule in question["rules"]]


@pytest.mark.parametrize(("template", "year"), FORMED)
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
