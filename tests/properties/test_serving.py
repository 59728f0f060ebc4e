"""Any line gets one answer that fits, and a good line after it is answered rightly."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from support.schemas import as_json, python_validator
from support.serving import REGISTRY, SCHEMAS, fits, line_around, line_of, spoken

from rhf_services import Case, check, loads, verdict_document
from rhf_services.serving import VERBS, RefusalKind, RefusedError, answer
from rhf_services.testing import any_cases, any_reports, json_values
from rhf_services.wire.json_text import Parsed, faults_within, parse, part
from rhf_services.wire.schemas.questions import PARAMS

WRONG_PARAMS = RefusalKind.WRONG_PARAMS
GOOD = line_of("form", "good", template="archive", lang="nn")
ANSWERED = spoken(GOOD)[0][0]
IDS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.sampled_from(
    [
        *(None, True, {}, [], [3], 3, 1.5, 2023, 2024, 2024.0, "", "2023", "i dag", "{"),
        *("nb", "sv", "draft", "submission", "national-centre", "archive", "ACT001"),
        *("2025-02-14T10:00:00Z", ["S003-019"], ["template"]),
        *('{"format": "rhf-report/1", "year": 2024}', {"format": "rhf-report/1", "year": 2024}),
    ]
)
NAMES = sorted({name for schema in PARAMS.values() for name in schema["properties"]})
ANY_PARAMS = st.dictionaries(st.sampled_from([*NAMES, "more"]), VALUES, max_size=5)


def answered(verb, params):
    """Give the answer, or the kind of refusal."""
    try:
        return answer(verb, params, REGISTRY)
    except RefusedError as refused:
        return refused.kind


@st.composite
def params_of(draw, verb):
    """Give parameters of a verb: mostly its own, mostly of the right kind."""
    own = PARAMS[verb]["properties"]
    names = draw(st.sets(st.sampled_from([*own, "more"]), max_size=4)) | set(
        PARAMS[verb].get("required", ())
    )
    return {name: draw(VALUES) for name in sorted(names)}


REQUESTS = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.sampled_from(["2.0", "2.0", "2.0", "1.0", 2]),
        "id": IDS,
        "method": st.sampled_from([*VERBS, "nope"]) | json_values(),
        "params": ANY_PARAMS | json_values(),
    },
)
LINES = st.one_of(
    st.binary(max_size=60),
    json_values().map(lambda value: json.dumps(value).encode()),
    REQUESTS.map(lambda value: json.dumps(value).encode()),
    st.lists(REQUESTS, max_size=3).map(lambda value: json.dumps(value).encode()),
).map(lambda line: line.replace(b"\n", b" "))


def is_unanswered(line):
    """Tell whether a line is blank, or holds notifications alone."""
    value = parse(line, around=3).value
    if value is None:
        return parse(line).faults != () and parse(line).faults[0].params.get("reason") == "empty"
    several = value if isinstance(value, list) else [value]
    return bool(several) and all(
        isinstance(one, dict)
        and one.get("jsonrpc") == "2.0"
        and "id" not in one
        and isinstance(one.get("method"), str)
        for one in several
    )


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_any_line_gets_one_answer_that_fits(line):
    answers, _said = spoken(line + b"\n" + GOOD)

    assert answers[-1] == ANSWERED
    if not any(fault.kind == "duplicate-key" for fault in parse(line, around=3).faults):
        assert len(answers) == (1 if is_unanswered(line) else 2)
    for told in answers[0] if isinstance(answers[0], list) else answers[:1]:
        if "result" in told:
            fits(told["result"])


@settings(max_examples=400, deadline=None)
@given(st.data(), st.sampled_from([*VERBS]))
def test_parameters_are_refused_just_where_their_schema_refuses_them(data, verb):
    params = data.draw(params_of(verb))
    told = answered(verb, Parsed(params))

    assert python_validator(PARAMS[verb]).is_valid(params) is (told is not WRONG_PARAMS)
    if isinstance(told, dict):
        fits(as_json(told))


@settings(max_examples=60, deadline=None)
@given(any_reports(REGISTRY))
def test_a_report_is_checked_as_ever_whichever_way_it_is_handed_over(tree):
    text = json.dumps(tree)
    loaded = loads(text)
    case = Case(report=loaded.report, faults=loaded.faults)
    expected = json.loads(json.dumps(verdict_document(check(case, REGISTRY), "nb")))

    answers, _said = spoken(line_around(text) + line_of("check", report=text))
    assert [one["result"] for one in answers if "result" in one] == [expected] * 2


@settings(max_examples=40, deadline=None)
@given(any_cases(REGISTRY), st.sampled_from(["carry-over", "which", "check"]))
def test_any_case_is_answered_so_that_it_fits(tree, verb):
    params = {"entity" if verb == "which" else "report": tree}
    params |= {} if verb == "check" else {"year": 2024}
    told = answered(verb, parse(json.dumps(params), around=1))
    assert told is not WRONG_PARAMS
    if not isinstance(told, dict):
        return
    document = as_json(json.loads(json.dumps(told)))
    if verb == "carry-over":
        for line in document["account"]["lines"]:
            line["value"] = None  # anything at all, also what no validator reads
        document["account"]["from"] = {}
        document["report"] = {}
    fits(document)


TEXTS = json_values().map(json.dumps) | st.sampled_from(
    ['{"a": 1, "a": 2}', '{"a": {"b": 1, "b": NaN}}', "[" * 100 + "]" * 100, "[" * 101 + "]" * 101]
)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 3))
def test_a_part_of_a_document_is_read_as_if_it_were_alone(text, around):
    alone = parse(text)
    whole = parse('{"a": [' * around + text + "]}" * around, around=2 * around + 1)
    if not whole.readable:
        assert not alone.readable
        return
    found = part(whole, ("a", 0) * around)
    assert json.dumps(found.value) == json.dumps(alone.value)
    assert found.faults == alone.faults
    assert found.readable == alone.readable


def test_that_a_part_came_twice_is_not_seen_in_the_part():
    faults = parse('{"a": 1, "a": {"b": 1, "b": 2}}').faults

    assert [fault.at for fault in faults] == [("a", "b"), ("a",)]
    assert [fault.at for fault in faults_within(faults, ("a",))] == [("b",)]


def test_every_result_has_a_schema_by_its_format():
    for line in (line_of("templates"), line_of("schema"), line_of("explain"), line_of("trace")):
        [answer], _said = spoken(line)
        assert answer["result"]["format"] in SCHEMAS
        fits(answer["result"])
