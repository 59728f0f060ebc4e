"""What each verb answers, and how it refuses."""

import json
from pathlib import Path

import pytest
from support.plugins import plugin, rule
from support.serving import asked, fits, line_around, refused, result, spoken

from rhf_services import dumps, load_registry, loads
from rhf_services.hooks import installed_plugins
from rhf_services.model.rules import Hit, NamedCase
from rhf_services.model.text import Text
from rhf_services.serving import PARAMS, RESULTS, VERBS, RefusalKind, answer, parse
from rhf_services.wire.schemas import answers

REPORTS = Path(__file__).parents[3] / "examples" / "reports"
CENTRE = "national-centre"
OLD = {
    "format": "rhf-report/1",
    "template": "national-centre",
    "year": 2023,
    "answers": {"research-projects": [{"id": "f1", "title": "Et forløp"}]},
}


def test_every_verb_has_its_schemas():
    assert [*VERBS] == [*PARAMS]
    assert sorted(VERBS) == sorted(RESULTS)
    assert [*answers.REFUSALS] == [*map(str, RefusalKind)]


def test_words_are_bokmaal_unless_another_language_is_asked_for():
    def titles(**params):
        return [one["title"] for one in result("templates", **params)["templates"]]

    assert titles() == titles(lang="nb") == titles(lang=None)
    assert titles() != titles(lang="nn") != titles(lang="en")


def test_a_form_has_all_its_texts_or_those_of_one_language():
    whole = result("form", template="national-centre")
    one = result("form", template="national-centre", year=2023, lang="nn")

    assert (whole["year"], one["year"]) == (2024, 2023)
    assert whole["form"]["title"]["nb"]
    assert one["form"]["title"]["nb"] is None


TWICE = '{"format": "rhf-report/1", "template": "national-centre", "year": 2023, "year": 2024}'


@pytest.mark.parametrize("handed_over", ["as JSON", "as text"])
@pytest.mark.parametrize("within", ["report", "case"])
def test_a_key_that_is_written_twice_in_a_report_is_found(handed_over, within):
    case = '{"format": "rhf-case/1", "report": ' + TWICE + "}"
    document = TWICE if within == "report" else case
    written = document if handed_over == "as JSON" else json.dumps(document)
    [answer], _said = spoken(line_around(written))

    found = [one for one in answer["result"]["findings"] if one["code"] == "STR008"]
    assert [one["place"] for one in found] == ["/year"]


@pytest.mark.parametrize(
    ("report", "reason"),
    [
        ("", "empty"),
        ("{", "not-json"),
        ("[]", "not-an-object"),
        ('{"year": 2024}', "unknown-format"),
    ],
)
def test_a_text_is_read_just_as_a_file_is(report, reason):
    told = result("check", report=report)

    assert loads(report).faults[0].params["reason"] == reason
    assert [one["code"] for one in told["findings"]] == ["RDG001"]
    assert told["complete"] is False
    assert refused("carry-over", report=report, year=2024)[0] == "unreadable"


def test_who_submits_and_when_are_told_beside_the_report():
    report = json.loads((REPORTS / "broken" / "STR001.json").read_bytes())["report"]
    report["answers"]["clinical-activity"] = []
    params = {"stage": "submission", "by": "p1", "at": "2025-02-14T10:00:00.1234567+01:00"}

    told = result("check", report=report, **params)
    assert (told["stage"], told["at"]) == ("submission", "2025-02-14T10:00:00.123456+01:00")
    assert told["may_submit"] is True
    assert result("check", report=report, stage="submission")["may_submit"] is None


def test_a_report_is_carried_over_with_what_reading_it_saw():
    told = result("carry-over", report=OLD, year=2024)
    assert told["report"]["answers"] == OLD["answers"]
    assert (told["account"]["counts"]["carried"], told["faults"]) == (1, [])

    text = dumps(OLD).decode().replace('"year": 2023', '"year": 2022, "year": 2023')
    [fault] = result("carry-over", report=text, year=2024)["faults"]
    assert (fault["kind"], fault["place"]) == ("duplicate-key", "/year")


def test_what_json_cannot_say_is_not_carried_over():
    row = '{"id": "f1", "title": "Et forløp", "own": NaN}'
    report = dumps(OLD).decode().replace('{"id": "f1", "title": "Et forløp"}', row)

    assert refused("carry-over", report=report, year=2024)[0] == "unwritable"
    assert "STR009" in [one["code"] for one in result("check", report=report)["findings"]]


def test_which_form_takes_what_tells_of_entities():
    entity = {"id": "a", "type": "national-centre", "started": "2014"}
    report = {"format": "rhf-report/1", "year": 2024, "entity": {"type": "national-centre"}}
    case = {"format": "rhf-case/1", "report": report, "entity": {"id": "b"}}

    one = result("which", entity=entity, year=2024)
    assert (one["unread"], one["choices"][0]["template"]) == (["/started"], "national-centre")
    several = result("which", entity=[entity, {"id": "b"}], year=2024)
    assert [choice["entity"] for choice in several["choices"]] == ["a", "b"]
    assert several["unread"] == ["/0/started"]
    for told in (report, case, json.dumps(case)):
        assert result("which", entity=told)["choices"][0]["template"] == "national-centre"


def test_rules_are_listed_or_one_explained_with_examples_really_run():
    listed = result("explain")["rules"]
    assert {rule["examples"] for rule in listed} == {None}
    [rule] = result("explain", code="act001", lang="en")["rules"]
    assert rule["code"] == "ACT001"
    fired = [len(one["findings"]) for one in rule["examples"]]
    assert (min(fired), max(fired) > 0) == (0, True)


def test_whether_an_example_came_true_is_told():
    [rule] = result("explain", code="act001")["rules"]
    for one in rule["examples"]:
        assert (one["holds"], one["crash"]) == (True, None)
        assert one["expected"] == sorted(found["place"] for found in one["findings"])


def crashing(report):
    yield Hit(params={"year": report.tree["year"] / 0})


def silent(_report):
    yield from ()


def test_an_example_that_crashes_or_does_not_come_true_is_told_as_such():
    case = NamedCase(Text("Et eksempel"), {}, fires=("/year",))
    odd = [rule("O-ODD001", crashing, cases=(case,)), rule("O-ODD002", silent, cases=(case,))]
    registry = load_registry([*installed_plugins(), plugin("odd", rules=odd)])

    told = [
        answer("explain", parse(json.dumps({"code": one.code})), registry)["rules"][0]
        for one in odd
    ]
    for one in told:
        fits({"format": "rhf-rules/1", "rules": [one]})

    [crashed], [missed] = (one["examples"] for one in told)
    assert (crashed["holds"], crashed["crash"]) == (False, "ZeroDivisionError")
    assert (missed["holds"], missed["crash"], missed["expected"]) == (False, None, ["/year"])
    assert crashed["findings"] == missed["findings"] == []


def test_schemas_are_listed_or_one_given():
    names = [one["name"] for one in result("schema")["schemas"]]
    assert "rhf-answer/1" in names
    for name in ("rhf-verdict/1", "rhf-verdict", "finding", "rhf-report/1:national-centre:2024"):
        [one] = result("schema", name=name)["schemas"]
        assert one["schema"]["title"] == one["title"]
    [one] = result("schema", name="national-centre", year=2023)["schemas"]
    assert one["name"] == "rhf-report/1:national-centre:2023"


@pytest.mark.parametrize(
    ("verb", "params", "kind", "param"),
    [
        ("templates", {"lang": "sv"}, "wrong-params", "lang"),
        ("templates", {"language": "nb"}, "wrong-params", "language"),
        ("form", {}, "wrong-params", "template"),
        ("form", {"template": 3}, "wrong-params", "template"),
        ("form", {"template": "nope"}, "not-found", "template"),
        ("form", {"template": "archive", "year": "2016"}, "wrong-params", "year"),
        ("form", {"template": "archive", "year": 2024}, "not-found", "year"),
        ("form", {"template": "archive", "edition": "2024"}, "not-found", "edition"),
        ("form", {"template": CENTRE, "edition": "2023", "year": 2024}, "not-found", "year"),
        ("check", {}, "wrong-params", "report"),
        ("check", {"report": None}, "wrong-params", "report"),
        ("check", {"report": []}, "wrong-params", "report"),
        ("check", {"report": {}, "stage": "innlevering"}, "wrong-params", "stage"),
        ("check", {"report": {}, "at": "2025-02-14"}, "wrong-params", "at"),
        ("check", {"report": {}, "at": "2025-02-14T10:00:00"}, "wrong-params", "at"),
        ("check", {"report": {}, "at": "2025-02-30T10:00:00Z"}, "wrong-params", "at"),
        ("check", {"report": {}, "by": 3}, "wrong-params", "by"),
        ("explain", {"code": "NOPE"}, "not-found", "code"),
        ("carry-over", {"report": OLD}, "wrong-params", "year"),
        ("carry-over", {"report": OLD, "year": 2010}, "unclear", "to"),
        ("carry-over", {"report": OLD, "year": 2010, "to": "national-centre"}, "not-found", "year"),
        ("carry-over", {"report": OLD, "year": 2024, "to": "nope"}, "not-found", "to"),
        ("carry-over", {"report": {"format": "x"}, "year": 2024}, "unreadable", "report"),
        ("diff", {"template": "archive", "before": 2023}, "wrong-params", "after"),
        ("diff", {"template": "archive", "before": 1.5, "after": 1}, "wrong-params", "before"),
        ("diff", {"template": CENTRE, "before": 2010, "after": 2024}, "not-found", "before"),
        ("diff", {"template": CENTRE, "before": 2023, "after": "x"}, "not-found", "after"),
        ("diff", {"template": CENTRE, "before": "1999", "after": "1999.1"}, "not-found", "before"),
        ("diff", {"template": CENTRE, "before": 1999, "after": 1999}, "not-found", "before"),
        ("diff", {"template": CENTRE, "before": "2023", "after": "2023.7"}, "not-found", "after"),
        ("trace", {"rows": "S003-019"}, "wrong-params", "rows"),
        ("trace", {"rows": [3]}, "wrong-params", "rows"),
        ("trace", {"rows": ["S999-001"]}, "not-found", "rows"),
        ("trace", {"kinds": ["rule"]}, "wrong-params", "kinds"),
        ("which", {"entity": 3}, "wrong-params", "entity"),
        ("which", {"entity": {"type": "national-centre"}}, "unclear", "year"),
        ("which", {"entity": [], "year": 2024}, "unreadable", "entity"),
        ("which", {"entity": "nope", "year": 2024}, "unreadable", "entity"),
        ("schema", {"name": "nope"}, "not-found", "name"),
        ("schema", {"year": 2024}, "unclear", "name"),
        ("schema", {"name": "finding", "year": 2024}, "unclear", "name"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_refused(verb, params, kind, param):
    told, about, message = refused(verb, **params)

    assert (told, about) == (kind, param)
    assert message.endswith(".")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("national-competence-service", "national-competence-service has no edition for 2000."),
        ("nope", "No form has an edition for 2000."),
        (None, "No form has an edition for 2000."),
    ],
)
def test_a_year_without_forms_is_not_an_unclear_one(template, said):
    report = {"format": "rhf-report/1", "template": template, "year": 2024}

    assert refused("carry-over", report=report, year=2000) == ("not-found", "year", said)


def test_only_forms_of_the_year_may_be_named():
    error = asked("carry-over", report=OLD, year=2010)["error"]

    assert error["data"] == {"kind": "unclear", "param": "to", "choices": ["archive"]}


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ('{"year": 1, "year": 2, "template": "archive"}', "/year is written twice."),
        ('{"year": NaN, "template": "archive"}', "/year is no number."),
        ('{"year": 1e999, "template": "archive"}', "/year is too great a number."),
    ],
)
def test_parameters_are_read_as_strictly_as_reports(params, said):
    line = '{"jsonrpc": "2.0", "id": 1, "method": "form", "params": ' + params + "}"
    [answer], _said = spoken(line.encode())

    assert answer["error"]["message"] == said
    assert answer["error"]["data"] == {"kind": "wrong-params", "param": "year", "choices": []}


def test_a_refusal_names_what_may_be_said_instead():
    for params, choice in (({"lang": "sv"}, "nn"), ({"template": "nope"}, "archive")):
        verb = "templates" if "lang" in params else "form"
        assert choice in asked(verb, **params)["error"]["data"]["choices"]
