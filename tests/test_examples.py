"""The example reports give just the findings their committed list says."""

import csv
import json
import pickle
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve
from support.tally import Tally

from rhf_services import (
    Audience,
    Case,
    Registry,
    Stage,
    Verdict,
    check,
    dumps,
    load_registry,
    loads,
    loads_case,
    message,
)

REPORTS = Path(__file__).parent.parent / "examples" / "reports"
AT = datetime.fromisoformat("2025-02-14T10:00:00+01:00")
Line = tuple[str, str, str, str, str]
Tallies = dict[str, Tally]
Counted = tuple[str, Tally]


def expected() -> dict[str, tuple[Stage, list[Line]]]:
    stages: dict[str, Stage] = {}
    lines: dict[str, list[Line]] = defaultdict(list)
    with (REPORTS / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stages[row["file"]] = Stage(row["stage"])
            found = (row["code"], row["severity"], row["blocks"], row["audience"], row["place"])
            lines[row["file"]] += [found] if row["code"] else []
    return {name: (stage, lines[name]) for name, stage in stages.items()}


EXPECTED = expected()


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(strict=True)


def case_in(data: bytes) -> Case:
    if b"rhf-case/" in data:
        return loads_case(data).case
    loaded = loads(data)
    return Case(report=loaded.report, faults=loaded.faults)


def verdict_on(name: str, registry: Registry) -> Verdict:
    return check(case_in((REPORTS / name).read_bytes()), registry, EXPECTED[name][0], AT)


def lines_of(verdict: Verdict) -> list[Line]:
    return [
        (
            f.code,
            str(f.severity),
            "yes" if f.blocks else "no",
            str(f.audience),
            f.place.json_pointer,
        )
        for f in verdict.findings
    ]


def test_every_example_is_on_the_list() -> None:
    files = {path.relative_to(REPORTS).as_posix() for path in REPORTS.rglob("*.json")}

    assert files == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_findings_are_those_of_the_list(name: str, registry: Registry) -> None:
    assert lines_of(verdict_on(name, registry)) == EXPECTED[name][1]


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_finding_can_be_said(name: str, lang: str, registry: Registry) -> None:
    for finding in verdict_on(name, registry).findings:
        said = message(finding, lang)

        assert "{" not in said
        assert said.endswith(".")


@pytest.mark.parametrize("code", load_registry().rules)
def test_switching_a_rule_off_would_be_noticed(code: str, registry: Registry) -> None:
    without = {known: rule for known, rule in registry.rules.items() if known != code}
    lessened = evolve(registry, rules=without)
    changed = [
        name
        for name, (_stage, lines) in EXPECTED.items()
        if lines and lines_of(verdict_on(name, lessened)) != lines
    ]

    assert changed


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("published/")])
def test_published_reports_come_back_as_they_were(name: str) -> None:
    data = (REPORTS / name).read_bytes()
    report = loads(data).report

    assert report is not None
    assert json.loads(dumps(report)) == json.loads(data)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("name", [name for name in EXPECTED if "complete" in name])
def test_a_complete_report_gives_the_lead_nothing(
    name: str, stage: Stage, registry: Registry
) -> None:
    verdict = check(case_in((REPORTS / name).read_bytes()), registry, stage, AT)

    assert verdict.for_(Audience.LEAD) == ()


@pytest.mark.parametrize("name", [name for name in EXPECTED if "good-faith" in name])
def test_a_good_faith_report_gives_the_lead_at_most_three(name: str, registry: Registry) -> None:
    found = verdict_on(name, registry).for_(Audience.LEAD)
    places = [finding.place for finding in found]

    assert 0 < len(found) <= 3
    assert len(places) == len(set(places))


@pytest.fixture(params=["published", "invented", "broken"])
def counted(request: pytest.FixtureRequest, registry: Registry, tallies: Tallies) -> Counted:
    """Give one kind of examples and what is found in them; the count is shown when tests end."""
    tally = Tally()
    for name in EXPECTED:
        if name.startswith(f"{request.param}/"):
            tally.count(verdict_on(name, registry))
    tallies[f"{request.param} examples"] = tally
    return request.param, tally


def test_the_count_per_rule_over_the_examples_is_in_the_budget(
    counted: Counted, registry: Registry
) -> None:
    kind, tally = counted
    budget = {
        "published": {"ACT008": tally.reports // 10},
        "invented": dict.fromkeys(("EVA001", "GRP001", "GRP002"), tally.reports),
        "broken": dict.fromkeys(registry.rules, 2),
    }[kind]

    assert tally.reports > 0
    assert {code: n for code, n in tally.findings.items() if n > budget.get(code, 0)} == {}
    assert kind != "broken" or set(tally.findings) == set(registry.rules)


def test_each_of_the_nine_forms_has_three_examples(registry: Registry) -> None:
    forms = [id_ for id_, template in registry.templates.items() if not template.archive]
    ways = ("invented/{}-2024-complete.json", "invented/{}-2024-good-faith.json")
    wanted = {way.format(form) for form in forms for way in (*ways, "faulty/{}-2024.json")}

    assert len(forms) == 9
    assert {name for name in EXPECTED if name.startswith(("invented/", "faulty/"))} == wanted


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("faulty/")])
def test_a_faulty_report_shows_several_faults_of_several_kinds(
    name: str, registry: Registry
) -> None:
    codes = {code for code, *_more in EXPECTED[name][1]}

    assert len(codes) >= 5
    assert case_in((REPORTS / name).read_bytes()).report is not None
    assert verdict_on(name, registry).template == Path(name).name.removesuffix("-2024.json")


def test_the_figures_of_a_published_report_agree() -> None:
    report = loads((REPORTS / "published" / "L-HB7-2016.json").read_bytes()).report
    assert report is not None
    clinical = report.answers["clinical-activity"]

    assert sum(row["count"] for row in clinical["rows"]) == 111
    assert {row["affiliation"]: row["count"] for row in clinical["rows"]} == {
        "helse-nord": 3 + 6,
        "helse-midt-norge": 3 + 7,
        "helse-sor-ost": 10 + 55,
        "helse-vest": 3 + 24,
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_verdicts_travel_between_processes(name: str, registry: Registry) -> None:
    verdict = verdict_on(name, registry)

    assert pickle.loads(pickle.dumps(verdict)) == verdict
