"""Documents that mean harm are answered: no crash, no hang, no more memory than is stated."""

import gc
import json
import subprocess
import sys
import threading
import time

import pytest
from fuzz.hostile import CORPUS, HALF, SIZED, UNSEEN, deep, of, report, small
from fuzz.sizes import apart, of_size
from fuzz.trying import try_one
from support.checks import built_in, checked, codes, places

from rhf_services import (
    Case,
    Stage,
    carry_over,
    check,
    dumps,
    loads,
    loads_case,
    loads_entities,
    message,
    read_report,
)
from rhf_services.model.faults import MOST_TOLD
from rhf_services.wire.outputs import verdict_document

MOST_MEMORY = 100
"""Reading and checking hold at most so many times the document; stated in docs/hostile-input.md."""

MEGA = 10**6


def verdict_of(data, stage=Stage.SUBMISSION):
    loaded = loads(data)
    return check(Case(report=loaded.report, faults=loaded.faults), built_in(), stage)


def told(data):
    return [(found.code, found.place.json_pointer) for found in verdict_of(data).findings]


@pytest.mark.parametrize(("name", "data"), small().items(), ids=list(small()))
def test_an_odd_document_is_answered(name, data):
    tried = try_one(data)
    assert (tried.kind, tried.detail) == (None, "")


@pytest.mark.parametrize("name", SIZED)
def test_much_of_one_kind_is_answered(name):
    tried = try_one(SIZED[name](300))
    assert (tried.kind, tried.detail) == (None, "")


def test_the_corpus_holds_these_documents():
    there = {path.stem: path.read_bytes() for path in CORPUS.glob("*.json")}
    assert there == small()
    assert sum(map(len, there.values())) < 200_000


@pytest.mark.parametrize(("name", "data"), dict(deep(2000)).items(), ids=dict(deep(2000)))
def test_two_thousand_levels_are_told_of(name, data):
    (finding,) = verdict_of(data).findings
    assert (finding.code, finding.variant) == ("RDG001", "too-deep")


def test_a_deep_tree_that_a_host_has_parsed_is_told_of_too():
    tree = []
    for _level in range(100_000):
        tree = [tree]
    loaded = read_report({"format": "rhf-report/1", "extra": tree})
    assert [fault.params for fault in loaded.faults] == [{"reason": "too-deep"}]


LITTLE = {
    **dict(deep(500)),
    **dict(deep(2000)),
    "wrong, then deep": b'{"a": 1,, "b": ' + b"[" * 2000,
    "deep, then wrong": b'{"a": ' + b"[" * 300 + b"x",
    "deep in a text": b'{"format": "rhf-report/1", "extra": "' + b"[" * 2000 + b'"}',
    "brackets in a text, broken off": b'{"a": "' + b"[" * 2000,
    "many, and none deep": b'{"format": "rhf-report/1", "extra": [' + b"{}," * 2000 + b"[]]}",
}


@pytest.mark.parametrize("name", LITTLE)
def test_a_thread_with_little_room_is_told_what_others_are(name):
    def read():
        answers.append(loads(LITTLE[name]))

    answers = []
    read()
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert answers[0] == answers[1]


def test_what_is_wrong_before_it_is_deep_is_told_first():
    assert loads(LITTLE["wrong, then deep"]).faults[0].params["reason"] == "not-json"
    assert loads(LITTLE["deep, then wrong"]).faults[0].params["reason"] == "too-deep"
    assert loads(LITTLE["brackets in a text, broken off"]).faults[0].params["reason"] == "not-json"
    assert loads(LITTLE["many, and none deep"]).faults == ()
    assert loads(LITTLE["deep in a text"]).faults == ()


def test_a_limit_that_somebody_raised_is_no_room():
    script = (
        "import sys; sys.setrecursionlimit(10**7); from rhf_services import loads;"
        "print(loads('[' * 10**6).faults[0].params['reason'])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert told.stdout.split() == [b"too-deep"]


def test_of_ten_thousand_rows_with_one_wrong_key_the_first_thousand_are_told():
    verdict = verdict_of(SIZED["one wrong key in every row"](10_000))
    found = [one for one in verdict.findings if one.code == "STR004"]
    assert [one.place.pointer[-2] for one in found] == list(range(MOST_TOLD))
    (outcome,) = [one for one in verdict.outcomes if one.code == "STR004"]
    assert outcome.more
    assert verdict_document(verdict)["outcomes"][verdict.outcomes.index(outcome)]["more"]


def test_of_a_thousand_rows_all_are_told():
    verdict = verdict_of(SIZED["one wrong key in every row"](MOST_TOLD))
    assert codes(verdict).count("STR004") == MOST_TOLD
    assert not any(outcome.more for outcome in verdict.outcomes)


def test_what_holds_submission_back_does_so_however_much_else_is_wrong():
    rows = ['{"id": "c%d", "coutn": 1}' % at for at in range(30_000)]  # noqa: UP031
    rows += ['{"count": "x"}']
    data = report(f', "answers": {{"clinical-activity": [{",".join(rows)}]}}')
    verdict = verdict_of(data)
    assert verdict.may_submit is False
    assert ("/answers/clinical-activity/30000/count",) in [
        (one.place.json_pointer,) for one in verdict.blocking
    ]


def test_a_mistake_in_another_answer_is_told_beside_a_hundred_thousand():
    rows = ",".join(['{"count": "x"}'] * 100_000)
    data = report(f', "answers": {{"clinical-activity": [{rows}], "teaching": [3]}}')
    verdict = verdict_of(data)
    assert not verdict.crashed
    assert verdict.may_submit is False


@pytest.mark.parametrize(
    ("name", "size", "rows"),
    [
        ("good rows", 0, 100_000),
        ("one wrong key in every row", 0, 100_000),
        ("one wrong value in every row", 4 * MEGA, 0),
        ("rows that are lists", MEGA, 0),
        ("people who have an id alone", 2 * MEGA, 0),
        ("tools that are texts", 2 * MEGA, 0),
        ("a text of words", 10 * MEGA, 0),
        ("numbers that are none", 4 * MEGA, 0),
        ("numbers of 4300 digits, in six signs", MEGA, 0),
        ("deputies that are none", 2 * MEGA, 0),
    ],
)
def test_a_large_document_is_answered_within_the_memory_that_is_stated(name, size, rows):
    done = apart(name, size=size, rows=rows)
    assert done["crashed"] == []
    assert done["memory"] <= MOST_MEMORY * done["bytes"] + 30 * MEGA
    assert done["seconds"] < 30


@pytest.mark.parametrize("name", SIZED)
def test_the_time_grows_with_the_size_and_no_faster(name):
    """Sixteen times the document takes not much more than sixteen times as long."""

    def fastest(data):
        return min(seconds_for(data) for _time in range(3))

    few, many = of_size(name, 8_000), of_size(name, 128_000)
    for _try in range(3):
        if fastest(many) < 16 * 4 * max(fastest(few), 0.001):
            return
    pytest.fail("it grows faster than the document")


def seconds_for(data):
    """Measure without the collector of garbage, which looks at what all other tests have left."""
    gc.disable()
    try:
        start = time.process_time()
        if data.startswith(b'{"format": "rhf-case/1"'):
            check(loads_case(data).case, built_in(), Stage.SUBMISSION)
        elif data.startswith(b"["):
            loads_entities(data)
        else:
            verdict_of(data)
        return time.process_time() - start
    finally:
        gc.enable()


def test_what_looks_like_another_key_is_another_key():
    """The a of «аccess» is Cyrillic: kept, and named to the host as unknown."""
    found = told(
        of(answers={"equal-аccess": "Ja."}, people=[{"roles": [{"role": "аcademic-lead"}]}])
    )
    assert ("STR003", "/answers/equal-аccess") in found
    assert ("STR006", "/people/0/roles/0/role") in found
    assert "SUB001" in [code for code, _place in found]  # a role that looks right gives no right


def test_signs_that_nobody_sees_are_no_blanks():
    """Only blanks are missing; the schema says the same, and what is written is kept."""
    loaded = loads(of(answers={"equal-access": UNSEEN}))
    assert loaded.report.answers["equal-access"] == UNSEEN
    assert dumps(loaded.report) == dumps(loads(dumps(loaded.report)).report)


@pytest.mark.parametrize(
    "text",
    [
        "1586\u200b8600\u20601\u200d84",
        "15\u00ad8686 00184",
        "\u202e15868600184\u202c",
        "1586\u200e86\u202a001\u206984",
        "\uff11\uff15\uff18\uff16\uff18\uff16\uff10\uff10\uff11\uff18\uff14",
        "١٥٨٦٨٦٠٠١٨٤",
    ],
    ids=ascii,
)
def test_a_birth_number_is_found_through_signs_that_nobody_sees(text):
    verdict = checked({"equal-access": f"Gjelder {text} i år."}, stage=Stage.PUBLICATION)
    assert places(verdict, "PRI001") == ["/answers/equal-access"]


def test_half_a_surrogate_pair_is_kept_and_shown():
    data = of(answers={"equal-access": HALF, HALF: 1}, entity={"name": HALF})
    loaded = loads(data)
    assert json.loads(dumps(loaded.report)) == json.loads(data)
    for finding in verdict_of(data).findings:
        assert all(message(finding, lang) for lang in ("nb", "nn", "en"))
    made = carry_over(loaded.report, "national-treatment-service", 2025, built_in())
    assert dumps(made.report)


def test_numbers_whose_hashes_collide_cost_no_more_than_others():
    """Hashes of texts are different in each process; whole numbers from a document are no keys."""
    many = 20_000
    alike = report(', "extra": ' + str([at * (2**61 - 1) for at in range(1, many)]))
    others = report(', "extra": ' + str([at * (2**61 - 7) for at in range(1, many)]))
    mine = min(seconds_for(alike) for _time in range(3))
    other = min(seconds_for(others) for _time in range(3))
    assert mine < 5 * max(other, 0.005)


def test_huge_numbers_are_kept_exactly_or_told_of():
    kept = loads(report(', "extra": [1e999, 123456789012345678901234567890]'))
    assert kept.report.tree["extra"] == [10**999, 123456789012345678901234567890]
    (finding,) = verdict_of(report(f', "extra": [{",".join(["1e4299"] * 100)}]')).findings
    assert (finding.code, finding.variant) == ("RDG001", "many-long-numbers")
    assert verdict_of(report(f', "extra": [{",".join(["1e4299"] * 20)}]')).complete
