"""What makes each rule fire at a question, told from the form's document alone."""

import json
from functools import cache
from typing import Any

from support.checks import built_in
from support.form_filling import plainly, questions_of, row_of, usual_report

from rhf_services import Stage, Verdict, check, dumps, form_document, loads_case

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


def verdict_on(report: dict[str, Any] | bytes, stage: Stage) -> Verdict:
    data = report if isinstance(report, bytes) else dumps(report)
    lead = b'"attempt": {"by": "p1", "at": "2025-02-14T10:00:00+01:00"}'
    return check(
        loads_case(b'{"format": "rhf-case/1", "report": ' + data + b", " + lead + b"}").case,
        built_in(),
        stage,
    )


def with_in_fields(question: dict[str, Any], kinds: dict[str, Any]) -> Any:
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
    "ACT009": lambda q: with_in_fields(q, {"text": "https://example.org/a"}),
    "ACT010": lambda q: with_in_fields(q, {"text": "høsten 2022"}),
    "EVA001": lambda _q: None,
    "GRP001": lambda _q: None,
    "GRP002": lambda _q: None,
    "PRI001": lambda q: with_in_fields(q, {"text": NUMBER}),
    "STR001": lambda _q: 1.5,
    "STR002": with_key_of_its_own,
    "STR004": lambda q: rows(q, 1, egen=1),
    "STR005": lambda q: with_in_fields(q, {"choice": "no-such-choice"}),
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
