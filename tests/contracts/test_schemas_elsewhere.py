"""Programs in JavaScript and TypeScript take the schemas: ajv in strict mode, generated types.

Needs node, npm and a registry that answers; where one of them is missing the tests are skipped.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.npm import run
from support.schemas import as_json, our_places

from rhf_services import (
    account_document,
    carry_over,
    check,
    faults_document,
    load_registry,
    loads,
    loads_case,
    schemas,
    templates_document,
    verdict_document,
)
from rhf_services.model.cases import Case
from rhf_services.testing import any_answers, forms_of

ROOT: Final = Path(__file__).parents[2]
REPORTS: Final = sorted((ROOT / "examples" / "reports").glob("*/*.json"))
REGISTRY: Final = load_registry()
FORMS: Final = forms_of(REGISTRY)
SCHEMAS: Final = schemas(REGISTRY)
STRICT: Final = ("--strict", "--noEmit", "--target", "es2022", "--types", "")


def documents() -> list[tuple[str, Any, bool]]:
    """Give documents with the name of their schema, and whether they fit it."""
    found: list[tuple[str, Any, bool]] = []
    for path in REPORTS:
        data = path.read_bytes()
        whole = b"rhf-case/1" in data
        case = loads_case(data).case if whole else Case(report=loads(data).report)
        found.append(("rhf-faults/1", faults_document(case.faults), True))
        verdict = check(case, REGISTRY)
        found.append(("rhf-verdict/1", verdict_document(verdict, "nn"), True))
        if case.report is None:
            continue
        account = carry_over(case.report, "national-centre", 2025, REGISTRY).account
        found.append(("rhf-account/1", as_json(account_document(account, "nb")), True))
        for form in FORMS:
            if form.template.id == case.report.template and form.edition is verdict.edition:
                tree = as_json(case.report.tree)
                right = not our_places(tree, form, REGISTRY)
                found.append((f"rhf-report/1:{form.template.id}:{form.edition.id}", tree, right))
                break
    found += generated()
    found.append(("rhf-templates/1", templates_document(REGISTRY), True))
    found.append(("rhf-templates/1", {**templates_document(REGISTRY), "more": 1}, False))
    return found


@cache
def generated() -> list[tuple[str, Any, bool]]:
    """Give reports with anything in them, the same ones every time."""
    found: list[tuple[str, Any, bool]] = []

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        form = data.draw(st.sampled_from(FORMS))
        asked = data.draw(st.sampled_from(list(form.edition.by_id.values())))
        answer = any_answers(asked, form.year)
        one = answer.map(lambda raw: {"format": "rhf-report/1", "answers": {asked.id: raw}})
        tree = as_json(data.draw(one))
        right = not our_places(tree, form, REGISTRY)
        found.append((f"rhf-report/1:{form.template.id}:{form.edition.id}", tree, right))

    draw()
    return found


@pytest.fixture(scope="session")
def taken(node) -> dict[str, Any]:
    """Give what node says of every schema and document; the types lie in ``types``."""
    (node / "types").mkdir()
    told = [{"name": name, "document": document} for name, document, _right in documents()]
    given = json.dumps({"schemas": SCHEMAS, "documents": told}, allow_nan=False)
    (node / "given.json").write_text(given, encoding="utf-8")
    done = run(["node", "take.mjs", "given.json", "types"], node)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_ajv_takes_every_schema_in_strict_mode(taken):
    assert taken["refused"] == {}


def test_ajv_judges_as_we_do(taken):
    asked = documents()
    wrong = [
        (name, document)
        for (name, document, right), valid in zip(asked, taken["valid"], strict=True)
        if valid is not right
    ]

    assert wrong == []
    assert {right for _name, _document, right in asked} == {True, False}


def test_the_types_compile_strictly(node, taken):
    files = sorted(file.name for file in (node / "types").glob("*.ts"))
    done = run(["node_modules/.bin/tsc", *STRICT, *(f"types/{file}" for file in files)], node)

    assert len(files) == len(SCHEMAS)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_types_say_something(node, taken):
    """No ``any`` anywhere; ``unknown`` only for what anything may stand in."""
    for number, name in enumerate(SCHEMAS):
        types = (node / "types" / f"types{number}.ts").read_text(encoding="utf-8")
        code = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", types, flags=re.DOTALL)
        assert re.search(r"\bany\b", code) is None, name
        for line in code.splitlines():
            if re.search(r"\bunknown\b", line):
                assert re.search(
                    r"\[k: string\]|\b(value|extra|from|format|template|year|edition)\b", line
                ), line


def test_a_host_can_write_a_report_with_the_types(node, taken):
    """What fits is taken, and what cannot stand there is refused by the compiler."""
    number = list(SCHEMAS).index("rhf-report/1:national-treatment-service:2024")
    types = (node / "types" / f"types{number}.ts").read_text(encoding="utf-8")
    root = re.findall(r"export interface (\w+)", types)[0]
    start = f'import type {{ {root} }} from "./types/types{number}";\nexport const report: {root} ='
    right = {
        "format": "rhf-report/1",
        "year": 2024,
        "answers": {
            "equal-access": "Ambulerende klinikk.",
            "scientific-articles": [{"id": "a1", "title": "En artikkel", "year": 2024}],
            "clinical-activity": {"nothing_to_report": True},
        },
    }
    wrong = {**right, "answers": {"scientific-articles": [{"title": 3}]}}
    for name, report in (("right", right), ("wrong", wrong)):
        (node / f"{name}.ts").write_text(f"{start} {json.dumps(report)};\n", encoding="utf-8")

    assert run(["node_modules/.bin/tsc", *STRICT, "right.ts"], node).returncode == 0
    told = run(["node_modules/.bin/tsc", *STRICT, "wrong.ts"], node).stdout
    assert "Type 'number' is not assignable to type 'string'" in told
