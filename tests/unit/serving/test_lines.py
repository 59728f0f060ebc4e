"""Bad lines are answered and end nothing; each answer is JSON-RPC 2.0."""

import io
import json

import attrs
import pytest
from support.serving import REGISTRY, fits, line_around, line_of, spoken

from rhf_services.serving import VERBS, answer
from rhf_services.serving.lines import INTERNAL, METHOD, MOST_IN_A_BATCH, PARAMS, PARSE, REQUEST
from rhf_services.serving.process import CHUNK, lines
from rhf_services.wire.nesting import MOST_LEVELS

HELLO = line_of("hello", "after")
DEEP = "[" * 200 + "]" * 200
TOO_DEEP_FOR_ANYBODY = "[" * 50_000 + "]" * 50_000


def deep(*pairs, nested=DEEP):
    """Write a request that lies too deep, with some pairs in it."""
    return ("{" + ", ".join([*pairs, f'"a": {nested}']) + "}").encode()


BAD = [
    (b"hello?", PARSE, "not-json", None),
    (b"{", PARSE, "not-json", None),
    (b'{"jsonrpc": "2.0", "id": 1} {}', PARSE, "not-json", None),
    (b"\xff\xfe{\x00}\x00", PARSE, "not-utf-8", None),
    (b'{"id": "\xe5"}', PARSE, "not-utf-8", None),
    (b'{"id": ' + b"9" * 5000 + b"}", PARSE, "long-number", None),
    (DEEP.encode(), PARSE, "too-deep", None),
    (b"[" * 100_000, PARSE, None, None),
    (deep('"id": 7'), PARSE, "too-deep", 7),
    (b"\xef\xbb\xbf" + deep('"id": "\\ud800"'), PARSE, "too-deep", "\ud800"),
    (deep('"id": 7', nested=TOO_DEEP_FOR_ANYBODY), PARSE, "too-deep", None),
    (deep('"id": 7', '"id": 8'), PARSE, "too-deep", None),
    (deep('"id": {"id": 7}'), PARSE, "too-deep", None),
    (deep('"id": [7]'), PARSE, "too-deep", None),
    (deep('"id": true'), PARSE, "too-deep", None),
    (deep('"id": NaN'), PARSE, "too-deep", None),
    (deep('"id": 1e999'), PARSE, "too-deep", None),
    (b"[" + deep('"id": 7') + b"]", PARSE, "too-deep", None),
    (b"[]", REQUEST, "no-request", None),
    (b"3", REQUEST, "no-request", None),
    (b"null", REQUEST, "no-request", None),
    (b'"\\ud800"', REQUEST, "no-request", None),
    (b'{"id": 7, "method": "hello"}', REQUEST, "no-request", 7),
    (b'{"jsonrpc": "1.0", "id": 7, "method": "hello"}', REQUEST, "no-request", 7),
    (b'{"jsonrpc": "2.0", "id": 7}', REQUEST, "no-request", 7),
    (b'{"jsonrpc": "2.0", "method": 3}', REQUEST, "no-request", None),
    (b'{"jsonrpc": "2.0", "id": 7, "method": ["hello"]}', REQUEST, "no-request", 7),
    (b'{"jsonrpc": "2.0", "id": true, "method": "hello"}', REQUEST, "wrong-id", None),
    (b'{"jsonrpc": "2.0", "id": 1.5, "method": "hello"}', REQUEST, "wrong-id", None),
    (b'{"jsonrpc": "2.0", "id": NaN, "method": "hello"}', REQUEST, "wrong-id", None),
    (b'{"jsonrpc": "2.0", "id": 1e300, "method": "hello"}', REQUEST, "wrong-id", None),
    (b'{"jsonrpc": "2.0", "id": [], "method": "hello"}', REQUEST, "wrong-id", None),
    (b'{"jsonrpc": "2.0", "id": 1, "id": 2, "method": "hello"}', REQUEST, "repeated-key", None),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "a", "method": "hello"}', REQUEST, "repeated-key", 1),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "h\\ud800"}', METHOD, "unknown-verb", 1),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "Hello"}', METHOD, "unknown-verb", 1),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "hello", "params": []}', PARAMS, "wrong-params", 1),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "hello", "params": 0}', PARAMS, "wrong-params", 1),
    (
        b'{"jsonrpc": "2.0", "id": 1, "method": "hello", "params": {"a": 1}}',
        PARAMS,
        "wrong-params",
        1,
    ),
]


@pytest.mark.parametrize(
    ("line", "code", "kind", "id_"), BAD, ids=[str(n) for n in range(len(BAD))]
)
def test_a_bad_line_is_answered_and_ends_nothing(line, code, kind, id_):
    [bad, good], said = spoken(line + b"\n" + HELLO)

    assert bad["id"] == id_
    assert (bad["error"]["code"], said) == (code, "")
    assert kind in (None, bad["error"]["data"]["kind"])
    assert good["id"] == "after"
    fits(good["result"], "rhf-hello/1")


CUT_OFF = '{"jsonrpc": "2.0", "id": 3, "method": "check", "params": {"report": {}},'


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        (CUT_OFF, f"not-json (column {len(CUT_OFF) + 1}, where the line ends)"),
        ('{"æ":', "not-json (column 6, where the line ends)"),
        ("hello?", "not-json (column 1)"),
        ('{"id": nope}', "not-json (column 8)"),
    ],
)
def test_a_line_that_is_no_json_is_told_where(line, said, end):
    [bad], _said = spoken((line + end).encode())

    assert bad["error"]["message"] == f"The line cannot be read: {said}."


@pytest.mark.parametrize("id_", [0, -5, 2**53 - 1, 3.0, "", "æ\ud800\u2028", None])
def test_an_id_comes_back_as_it_was(id_):
    [answer], _said = spoken(line_of("hello", id_))

    assert answer["id"] == id_
    assert "result" in answer


@pytest.mark.parametrize("blank", [b"\n", b"\r\n", b"  \t\n", b"\xef\xbb\xbf\n", b""])
def test_a_blank_line_is_skipped(blank):
    assert [one["id"] for one in spoken(blank + HELLO)[0]] == ["after"]


def test_the_last_line_needs_no_end_and_lines_may_end_as_on_windows():
    data = b"\xef\xbb\xbf" + HELLO.replace(b"\n", b"\r\n") + HELLO.rstrip()
    assert [one["id"] for one in spoken(data)[0]] == ["after", "after"]


def test_a_request_without_an_id_is_left_unanswered_but_told_to_whoever_runs_it():
    answers, said = spoken(b'{"jsonrpc": "2.0", "method": "hello"}\n' + HELLO)

    assert [one["id"] for one in answers] == ["after"]
    assert said == "A request without an id is not answered: 'hello'\n"


def test_parameters_may_be_absent_or_null():
    data = b'{"jsonrpc": "2.0", "id": 1, "method": "hello"}\n' + line_of("hello").replace(
        b"{}", b"null"
    )
    assert ["result" in one for one in spoken(data)[0]] == [True, True]


def test_a_line_that_is_too_long_is_answered_and_skipped():
    data = b"x" * 301 + b"\n" + b"y" * (3 * CHUNK) + b"\n" + HELLO + b"z" * 301
    answers, _said = spoken(data, most=300)

    kinds = [one["error"]["data"]["kind"] if "error" in one else "" for one in answers]
    assert kinds == ["too-long", "too-long", "", "too-long"]


@pytest.mark.parametrize("most", [1, 2, 3, 8])
def test_the_bound_is_of_the_line_without_its_end(most):
    whole, longer = b"x" * most, b"x" * (most + 1)
    data = b"\n".join([whole, longer, b"", whole, longer, whole])
    assert list(lines(io.BytesIO(data), most)) == [
        whole + b"\n", None, b"\n", whole + b"\n", None, whole,
    ]  # fmt: skip


def test_nothing_of_a_line_that_is_too_long_is_kept():
    class Endless(io.RawIOBase):
        left, largest = 50_000_000, 0

        def readline(self, size=-1):
            assert 0 <= size <= CHUNK
            part = b"x" * min(size, self.left)
            self.left -= len(part)
            return part

    assert list(lines(Endless(), 1000)) == [None]


def test_a_batch_is_answered_in_one_line_and_in_order():
    good = json.loads(line_of("hello", 1))
    batch = [good, 3, {**good, "id": 2}, {"jsonrpc": "2.0", "method": "hello"}]
    [answers, after], _said = spoken(json.dumps(batch).encode() + b"\n" + HELLO)

    assert [one["id"] for one in answers] == [1, None, 2]
    assert [*answers[1]] == ["jsonrpc", "id", "error"]
    assert after["id"] == "after"


def test_a_batch_of_nothing_to_answer_is_not_answered():
    assert spoken(b'[{"jsonrpc": "2.0", "method": "hello"}]\n')[0] == []


def test_a_batch_is_bounded():
    one = json.loads(line_of("nope"))
    [answer], _said = spoken(json.dumps([one] * (MOST_IN_A_BATCH + 1)).encode())
    [answers], _said = spoken(json.dumps([one] * MOST_IN_A_BATCH).encode())

    assert answer["error"]["data"]["kind"] == "too-many"
    assert len(answers) == MOST_IN_A_BATCH


def test_what_goes_wrong_inside_is_told_without_its_words():
    class Broken:
        def __getattr__(self, name):
            raise ZeroDivisionError("a name somebody wrote")

    [bad, again], said = spoken(line_of("check", report={}) + line_of("hello"), registry=Broken())

    assert bad["error"] == again["error"]
    assert (bad["error"]["code"], bad["error"]["data"]["kind"]) == (INTERNAL, "internal")
    assert "ZeroDivisionError" not in json.dumps(bad)
    assert said.count("\nZeroDivisionError\n") == 2
    assert 'raise ZeroDivisionError("a name somebody wrote")' in said  # the code, with its line
    assert "ZeroDivisionError: " not in said


def test_no_answer_reaches_the_log(monkeypatch):
    def failing(_verb, params, _registry):
        try:
            return {}[params.value["report"]["a"]]
        except KeyError as error:
            raise ValueError(params.value) from error

    monkeypatch.setattr("rhf_services.serving.lines.answer", failing)
    [bad], said = spoken(line_of("check", report={"a": "Kari Eksempel"}))

    assert bad["error"]["data"]["kind"] == "internal"
    assert "in failing" in said
    assert said.endswith("\nValueError\n")
    assert "Kari" not in json.dumps(bad) + said


def test_a_verb_that_gives_what_json_cannot_say_is_told_as_gone_wrong(monkeypatch):
    monkeypatch.setattr("rhf_services.serving.lines.answer", lambda *_asked: {"a": float("nan")})
    [bad], said = spoken(line_of("hello"))

    assert bad["error"]["data"]["kind"] == "internal"
    assert "ValueError" in said


def test_a_report_may_be_as_deep_in_a_line_as_alone():
    def seen(levels, *, batch):
        deep = '{"format": "rhf-report/1", "extra": ' + "[" * levels + "]" * levels + "}"
        line = line_around(deep)
        [told], _said = spoken(b"[" + line.strip() + b"]\n" if batch else line)
        answer_ = told[0] if isinstance(told, list) else told
        if "error" in answer_:
            return answer_["error"]["data"]["kind"]
        return "RDG001" in [found["code"] for found in answer_["result"]["findings"]]

    assert seen(MOST_LEVELS - 1, batch=False) is seen(MOST_LEVELS - 1, batch=True) is False
    assert seen(MOST_LEVELS, batch=False) is True
    assert seen(MOST_LEVELS, batch=True) == "too-deep"


def test_a_plugin_that_was_refused_is_told_in_hello():
    from rhf_services.hooks import PluginProblem, ProblemKind
    from rhf_services.wire.json_text import Parsed

    problem = PluginProblem("helse-nord", ProblemKind.CLASH, "archive")
    told = answer("hello", Parsed({}), attrs.evolve(REGISTRY, problems=(problem,)))

    assert told["refused"] == [{"plugin": "helse-nord", "kind": "clash", "about": "archive"}]
    assert [one["verb"] for one in told["verbs"]] == [*VERBS]
    fits(told)
