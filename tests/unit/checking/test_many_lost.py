"""Workers that die: the document is found and named, the others are answered."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from support.archives import Hands, deadly_in_workers, document, lines, odd_registry, opened

from rhf_services import ExecutorLostError, Lost, check_many, load_registry

TESTS = Path(__file__).parents[2]
DIE = document(3, **{"x-do": "die"})
DEADLY = lines(30, l4=DIE, l17=DIE, l30=DIE)
LIV = document(3, **{"x-do": "liv"})
HARMLESS = lines(30, l4=LIV, l17=LIV, l30=LIV)


def processes():
    return ProcessPoolExecutor(2)


def whole():
    return list(check_many(opened(HARMLESS), odd_registry))


def check_answers(done):
    expected = whole()
    assert [one.line for one in done] == [one.line for one in expected]
    assert [one.line for one in done if one.lost] == [4, 17, 30]
    assert {one.lost for one in done if one.lost} == {Lost.WORKER_DIED}
    assert [one for one in done if not one.lost] == [
        one for one in expected if one.line not in (4, 17, 30)
    ]


def until_lost(answers):
    """Take answers until the executor is lost, and give that too."""
    done = []
    while True:
        try:
            done.append(next(answers))
        except ExecutorLostError as lost:
            return done, lost


@pytest.mark.parametrize(("batch", "ahead"), [(5, 3), (1, 4), (100, 1)])
def test_a_document_that_kills_the_worker_is_named_and_the_rest_answered(batch, ahead):
    answers = check_many(opened(DEADLY), odd_registry, executor=processes, batch=batch, ahead=ahead)

    check_answers(list(answers))


def test_with_an_executor_that_was_given_all_that_was_under_way_is_answered():
    with processes() as executor:
        done, lost = until_lost(
            check_many(opened(DEADLY), odd_registry, executor=executor, batch=5, ahead=2)
        )

    assert "go on from -:" in str(lost)
    assert lost.answered == len(done) >= 5
    assert lost.first.line == len(done) + 1
    assert next(one.line for one in done if one.lost) == 4

    rest = check_many(opened(DEADLY, from_line=lost.first.line), odd_registry, executor=processes)
    check_answers([*done, *rest])


def test_where_nothing_is_left_to_do_a_broken_executor_is_no_matter():
    with processes() as executor:
        done = list(check_many(opened(lines(3, l2=DIE)), odd_registry, executor=executor))

    assert [one.lost for one in done] == [None, Lost.WORKER_DIED, None]


def test_workers_that_die_whatever_they_get_are_nobodys_fault():
    answers = check_many(opened(lines(3)), deadly_in_workers, executor=processes)

    with pytest.raises(ExecutorLostError) as caught:
        next(answers)

    assert (caught.value.answered, caught.value.first.line) == (0, 1)
    assert isinstance(caught.value.__cause__, BrokenProcessPool)


class WorkerKilledError(Exception):
    """What a cluster says of a task whose workers died, while it goes on itself."""


def test_a_cluster_that_loses_a_task_goes_on():
    hands = Hands(lambda documents: WorkerKilledError() if DIE in documents else None)

    done = list(check_many(opened(DEADLY), odd_registry, executor=hands, batch=7, ahead=3))

    check_answers(done)
    assert {one.detail for one in done if one.lost} == {"WorkerKilledError"}


def test_a_task_that_is_lost_once_is_tried_again():
    lost = [WorkerKilledError()]
    hands = Hands(lambda documents: lost.pop() if lost and documents else None)

    done = list(check_many(opened(HARMLESS), odd_registry, executor=hands, batch=7))

    assert done == whole()


def test_a_cluster_that_is_gone_is_told_with_how_far_it_came():
    left = [None] * 3
    hands = Hands(lambda _documents: left.pop() if left else WorkerKilledError())
    done, lost = until_lost(
        check_many(opened(HARMLESS), load_registry, executor=hands, batch=4, ahead=2)
    )

    assert [one.line for one in done] == list(range(1, 13))
    assert (lost.answered, lost.first.line) == (12, 13)


def test_an_executor_that_is_shut_down_meanwhile_is_told():
    executor = processes()
    answers = check_many(opened(HARMLESS), load_registry, executor=executor, batch=4, ahead=2)
    first = next(answers)
    executor.shutdown()

    done, lost = until_lost(answers)

    assert [one.line for one in (first, *done)] == list(range(1, 9))
    assert lost.first.line == 9


def test_a_broken_executor_that_was_made_is_replaced():
    made = []

    def make():
        broken = not made
        made.append(Hands(lambda _documents: BrokenExecutor() if broken else None))
        return made[-1]

    done = list(check_many(opened(HARMLESS), odd_registry, executor=make, batch=7, ahead=3))

    assert done == whole()
    assert [one.closed for one in made] == [True, True]


def test_a_cluster_that_never_answers_is_given_up():
    class Silent(Hands):
        def submit(self, fn, /, *args, **kwargs):
            future = super().submit(fn, *args, **kwargs)
            return future if len(self.sent) < 3 else Future()

    answers = check_many(
        opened(HARMLESS),
        load_registry,
        executor=Silent(lambda _documents: None),
        batch=4,
        patience=0.1,
    )
    done, lost = until_lost(answers)

    assert [one.line for one in done] == list(range(1, 9))
    assert (lost.answered, lost.first.line) == (8, 9)
    assert isinstance(lost.__cause__, TimeoutError)


STUCK = """
from concurrent.futures import ProcessPoolExecutor
from support.archives import document, lines, odd_registry, opened
from rhf_services import ExecutorLostError, check_many

def processes():
    return ProcessPoolExecutor(2)

if __name__ == "__main__":
    archive = opened(lines(30, l2=document(3, **{"x-do": "stay"})))
    try:
        list(check_many(archive, odd_registry, executor=processes, batch=5, patience=2))
    except ExecutorLostError as lost:
        print(lost.first.where, type(lost.__cause__).__name__)
"""


def test_with_patience_a_program_ends_though_a_worker_never_would(tmp_path):
    (tmp_path / "stuck.py").write_text(STUCK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, tmp_path / "stuck.py"],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    assert done.stdout == "-:1 TimeoutError\n"
    assert "in obey" in done.stderr


def test_workers_are_ended_where_python_can():
    class Silent(Hands):
        ended = False

        def submit(self, fn, /, *args, **kwargs):
            super().submit(fn, *args, **kwargs)
            return Future()

        def terminate_workers(self):
            self.ended = True

    made = []

    def make():
        made.append(Silent(lambda _documents: None))
        return made[-1]

    with pytest.raises(ExecutorLostError):
        next(check_many(opened(HARMLESS), load_registry, executor=make, patience=0.1))

    assert [(one.ended, one.closed) for one in made] == [(True, True)]
    assert {one.longest for one in made[0].sent} == {0.2}


def test_an_executor_that_was_given_keeps_its_workers():
    hands = Hands(lambda _documents: None)
    list(check_many(opened(HARMLESS), load_registry, executor=hands, patience=60))

    assert {one.longest for one in hands.sent} == {None}


def test_what_could_not_be_read_kills_nobody():
    archive = lines(6, l3=b"x" * 900, l5=DIE)
    done = list(check_many(opened(archive, longest=500), odd_registry, executor=processes))

    assert [one.lost for one in done] == [
        None,
        None,
        Lost.TOO_LONG,
        None,
        Lost.WORKER_DIED,
        None,
    ]


def test_an_interrupt_in_a_worker_stops_here_too():
    hands = Hands(fine_until_interrupted)

    with pytest.raises(KeyboardInterrupt):
        list(check_many(opened(HARMLESS), load_registry, executor=hands))


def fine_until_interrupted(_documents):
    return KeyboardInterrupt()


def test_the_error_travels_between_processes():
    error = ExecutorLostError(3, next(opened(HARMLESS)))
    again = pickle.loads(pickle.dumps(error))

    assert (again.answered, again.first, str(again)) == (3, error.first, str(error))
