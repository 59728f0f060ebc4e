"""check_many: the same answers over any executor, in order, in bounded memory."""

import multiprocessing
import sys
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.archives import (
    EVERY,
    Counted,
    Hands,
    broken_in_workers,
    document,
    in_a_worker,
    lines,
    no_registry,
    odd_registry,
    opened,
    other_in_workers,
    told,
)

from rhf_services import (
    Attempt,
    Case,
    Lost,
    Stage,
    WorkerUnfitError,
    check,
    check_many,
    load_registry,
    loads,
)
from rhf_services.checking.many import document_of, working
from rhf_services.model.policy import HostPolicy, RuleChange

NOON = datetime(2025, 2, 14, 12, 0, tzinfo=UTC)
HOW = {
    "stage": Stage.SUBMISSION,
    "at": NOON,
    "attempt": Attempt("p1", NOON),
    "policy": HostPolicy((RuleChange("EVA001", "info"), RuleChange("ACT001", "off"))),
}


def threads():
    return ThreadPoolExecutor(2)


def processes():
    return ProcessPoolExecutor(2)


def fine(_documents):
    return None


def examples():
    return [document_of(path) for path in EVERY]


@pytest.mark.parametrize("executor", [threads, processes, lambda: Hands(fine)])
@pytest.mark.parametrize("how", [{}, HOW], ids=["draft", "submission"])
def test_every_executor_gives_the_same_answers(executor, how):
    here = [told(done) for done in check_many(examples(), load_registry, **how)]
    there = check_many(examples(), load_registry, executor=executor, batch=7, **how)

    assert [told(done) for done in there] == here
    assert len(here) == len(EVERY)


def test_the_answers_are_those_of_check():
    registry = load_registry()
    for path, done in zip(EVERY, check_many(examples(), load_registry), strict=True):
        loaded = loads(path.read_bytes())
        if loaded.report is not None:
            assert done.verdict == check(Case(loaded.report), registry)
        assert done.name == str(path)


def test_an_executor_that_was_given_stays_open():
    with threads() as executor:
        done = list(check_many(opened(lines(5)), load_registry, executor=executor))
        assert executor.submit(int).result() == 0
    assert [one.line for one in done] == [1, 2, 3, 4, 5]


def test_an_executor_that_was_made_is_shut_down():
    made = Hands(fine)

    list(check_many(opened(lines(5)), load_registry, executor=lambda: made))

    assert made.closed


@settings(max_examples=30)
@given(st.integers(1, 9), st.integers(1, 5), st.integers(0, 40))
def test_never_more_than_the_window_is_read(batch, ahead, taken):
    source = Counted(opened(lines(60)))
    answers = check_many(source, load_registry, executor=Hands(fine), batch=batch, ahead=ahead)

    done = list(islice(answers, taken))
    answers.close()

    assert [one.line for one in done] == list(range(1, taken + 1))
    assert source.read <= (taken + batch * ahead if taken else 0)


def test_in_this_thread_nothing_is_read_ahead():
    source = Counted(opened(lines(9)))

    assert len(list(islice(check_many(source, load_registry), 4))) == 4
    assert source.read == 4


def test_a_batch_holds_few_bytes():
    hands = Hands(fine)
    large = document(1, answers={"text": "x" * 100_000})
    archive = b"\n".join([large] * 12)

    list(check_many(opened(archive), load_registry, executor=hands))

    assert max(sum(map(len, task.documents)) for task in hands.sent) < 2**18 + 2**17


@pytest.mark.parametrize("executor", [None, threads])
def test_memory_does_not_grow_with_the_archive(executor):
    def peak(count):
        tracemalloc.start()
        try:
            for _done in check_many(
                opened(lines(count)), load_registry, executor=executor, batch=20, ahead=4
            ):
                pass
            return tracemalloc.get_traced_memory()[1] - len(lines(count))
        finally:
            tracemalloc.stop()

    peak(50)
    assert peak(2000) < peak(200) + 2**20


@settings(max_examples=20)
@given(st.integers(0, 30), st.sampled_from([None, threads]))
def test_going_on_where_it_was_stopped_gives_the_same(stopped, executor):
    archive = lines(30, l3=b"", l7=b"{", l8=b"\xff")
    whole = list(check_many(opened(archive), load_registry))

    answers = check_many(opened(archive), load_registry, executor=executor, batch=4)
    first = list(islice(answers, stopped))
    answers.close()
    go_on = first[-1].line + 1 if first else 1
    rest = check_many(opened(archive, from_line=go_on), load_registry, executor=executor)

    assert first + list(rest) == whole


def test_closing_calls_off_what_is_under_way():
    executor = ThreadPoolExecutor(1)
    answers = check_many(
        opened(lines(60)), load_registry, executor=lambda: executor, batch=1, ahead=30
    )
    next(answers)
    answers.close()

    with pytest.raises(RuntimeError, match="shutdown"):
        executor.submit(int)
    assert list(answers) == []


def test_no_process_is_left_behind():
    answers = check_many(opened(lines(60)), load_registry, executor=processes, batch=5)
    next(answers)
    answers.close()

    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("executor", [None, threads])
def test_answers_come_before_the_failure_of_the_source(executor):
    def source():
        yield from opened(lines(5))
        raise OSError("the disk is gone")

    answers = check_many(source(), load_registry, executor=executor, batch=2)

    assert [one.line for one in islice(answers, 5)] == [1, 2, 3, 4, 5]
    with pytest.raises(OSError, match="disk"):
        next(answers)


@pytest.mark.parametrize("executor", [None, threads])
def test_progress_is_told(executor):
    seen = []
    done = list(
        check_many(
            opened(lines(25)), load_registry, executor=executor, batch=10, progress=seen.append
        )
    )

    assert [one.answered for one in seen] == [10, 20, 25]
    assert all(one.read >= one.answered for one in seen)
    assert [one.last for one in seen] == [done[9], done[19], done[24]]


@pytest.mark.parametrize("executor", [None, threads])
def test_orjson_gives_the_same_but_for_what_it_cannot_see(executor):
    exact = list(check_many(examples(), load_registry))
    fast = list(check_many(examples(), load_registry, executor=executor, lax=True))

    differ = {a.name.rsplit("/", 1)[-1] for a, b in zip(exact, fast, strict=True) if a != b}
    assert differ == {"STR008.json"}  # a key that is written twice


@pytest.mark.parametrize("executor", [None, threads])
def test_orjson_that_is_not_there_is_told_at_once(executor, monkeypatch):
    monkeypatch.setitem(sys.modules, "orjson", None)

    with pytest.raises(ImportError):
        check_many(opened(b""), load_registry, executor=executor, lax=True)


def test_a_class_of_executors_is_what_makes_one():
    done = list(check_many(opened(lines(3)), load_registry, executor=ThreadPoolExecutor))
    assert [one.lost for one in done] == [None] * 3


@pytest.mark.parametrize("executor", [None, threads])
def test_nothing_in_gives_nothing_out(executor):
    assert list(check_many(iter(()), load_registry, executor=executor, progress=print)) == []


@pytest.mark.parametrize("executor", [None, threads, processes])
def test_what_a_rule_does_to_the_program_is_a_crash_of_the_rule(executor):
    archive = lines(4, l2=document(1, **{"x-do": "leave"}), l3=document(1, **{"x-do": "crash"}))

    done = list(check_many(opened(archive), odd_registry, executor=executor))

    assert {(one.lost, one.detail) for one in done} == {(None, "")}
    crashes = [[one.crash for one in each.verdict.crashed] for each in done]
    assert crashes == [[], ["SystemExit"], ["ZeroDivisionError"], []]
    assert [each.verdict.complete for each in done] == [True, False, False, True]


@pytest.mark.parametrize("executor", [None, threads])
@pytest.mark.parametrize("raised", [SystemExit, KeyError])
def test_a_check_that_raises_is_named_and_the_rest_answered(executor, raised, monkeypatch):
    def checked(case, *given):
        if case.report is not None and case.report.tree.get("x-do") == "raise":
            raise raised("Kari Eksempel")
        return check(case, *given)

    monkeypatch.setattr(working, "check", checked)
    archive = lines(3, l2=document(1, **{"x-do": "raise"}))

    done = list(check_many(opened(archive), load_registry, executor=executor))

    named = (Lost.CRASHED, raised.__name__)
    assert [(one.lost, one.detail) for one in done] == [(None, ""), named, (None, "")]


def test_lines_that_cannot_be_read_are_answered():
    archive = lines(6, l1=b"{", l2=b"\xff\xfe{", l3=b"[]", l5=b"x" * 5000)

    done = list(check_many(opened(archive, longest=4000), load_registry))

    assert [one.readable for one in done] == [False, False, False, True, False, True]
    assert [one.verdict.findings[0].code for one in done[:3]] == ["RDG001"] * 3
    assert (done[4].lost, done[4].verdict, done[4].where) == (Lost.TOO_LONG, None, "-:5")


def test_a_worker_without_a_registry_is_told_apart():
    answers = check_many(opened(lines(3)), broken_in_workers, executor=processes)

    with pytest.raises(WorkerUnfitError, match="broken_in_workers: LookupError: nothing here"):
        next(answers)


def test_a_worker_with_other_rules_is_told_apart():
    answers = check_many(opened(lines(3)), other_in_workers, executor=processes)

    with pytest.raises(WorkerUnfitError, match="other forms or rules"):
        next(answers)


def test_a_registry_is_made_once_for_each_run():
    hands = Hands(fine)
    for _run in range(2):
        list(check_many(opened(lines(20)), load_registry, executor=hands, batch=3))

    assert len({task.run for task in hands.sent}) == 2
    assert [task.number for task in hands.sent] == [*range(1, 8), *range(1, 8)]
    assert {task.factory.name for task in hands.sent} == {
        "rhf_services.hooks.loading:load_registry"
    }


@pytest.mark.parametrize(
    "factory",
    [
        "rhf_services:load_registry",
        load_registry,
        partial(load_registry, strict=True),
        partial(odd_registry, "a"),
    ],
)
def test_what_makes_a_registry_can_be_named(factory):
    (done,) = check_many(opened(lines(1)), factory, executor=threads)

    assert done.readable


@pytest.mark.parametrize(
    "factory",
    [
        lambda: load_registry(),  # noqa: PLW0108  (just what cannot be imported)
        load_registry().rule,
        partial(load_registry, []),
        "rhf_services",
        "rhf_services:nothing",
        "no_such_package:load",
        "rhf_services:BLOCKING",
        "rhf_services.model.rules:BLOCKING_CODES",
        "",
    ],
)
def test_what_no_worker_could_import_is_refused(factory):
    with pytest.raises(ValueError, match=r"cannot be imported|is no function"):
        check_many(opened(b""), factory)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"batch": 0}, ValueError),
        ({"ahead": 0}, ValueError),
        ({"stage": "later"}, ValueError),
        ({"registry_factory": no_registry}, TypeError),
    ],
)
def test_what_is_asked_wrongly_is_told_at_once(more, error):
    with pytest.raises(error):
        check_many(opened(b""), **{"registry_factory": load_registry, **more})


def test_these_tests_do_not_run_in_a_worker():
    assert not in_a_worker()
