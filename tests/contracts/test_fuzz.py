"""The fuzz command: it looks where it should, and it would notice."""

import json
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from fuzz import differences, trying
from fuzz.documents import documents
from fuzz.engines import seeds
from fuzz.hostile import of, report
from fuzz.mutating import MOST_SIZE, mutate
from fuzz.trying import FLOOR, MOST_TIMES, Tally, try_one
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhf_services import Report
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.report import Loaded

RUN = Path(__file__).parents[1] / "fuzz" / "run.py"
GOOD = of(answers={"equal-access": "Ja.", "teaching": [{"id": "t1", "text": "Kurs"}]})


def fine(data):
    tried = try_one(data)
    assert (tried.kind, tried.detail) == (None, "")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_documents_made_from_the_forms(data):
    fine(data)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(1, 4))
def test_changed_documents(seed, times):
    random = Random(seed)  # noqa: S311
    data = random.choice([one for one in seeds() if len(one) < 20_000])
    for _time in range(times):
        data = mutate(data, random)
    assert len(data) <= MOST_SIZE
    fine(data)


@pytest.mark.parametrize("data", [b"", b"\x00", b"[", b"{}", b"\xff", b'"\\ud800"', b"1e999"])
def test_a_change_of_any_bytes_gives_bytes(data):
    for seed in range(50):
        assert isinstance(mutate(data, Random(seed)), bytes)  # noqa: S311


def test_a_reader_that_loses_something_is_noticed(monkeypatch):
    real = differences.loads

    def losing(data):
        loaded = real(data)
        if loaded.report is None:
            return loaded
        tree = {key: part for key, part in loaded.report.tree.items() if key != "answers"}
        return Loaded(Report(tree), loaded.faults)

    monkeypatch.setattr(differences, "loads", losing)
    tried = try_one(GOOD)
    assert tried.kind == "difference"
    assert "value" in tried.detail


@pytest.mark.parametrize("data", [report(), b"{}", b"[1]", b"{"])
def test_a_reader_that_refuses_what_is_right_or_says_the_wrong_thing_is_noticed(data, monkeypatch):
    def refusing(_data):
        return Loaded(None, (Fault(FaultKind.UNREADABLE, (), {"reason": "empty"}),))

    monkeypatch.setattr(differences, "loads", refusing)
    assert (try_one(data).kind == "difference") == (data != b"{")


def test_a_fast_check_that_overlooks_something_is_noticed(monkeypatch):
    class Blind:
        structure = staticmethod(lambda _value: ())

    monkeypatch.setattr(differences, "compiled_form", lambda *_args: Blind)
    assert try_one(of(answers={"teaching": [3]})).kind == "difference"
    assert try_one(GOOD).kind is None


def test_a_crash_is_noticed(monkeypatch):
    def crashing(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr(differences, "check", crashing)
    tried = try_one(GOOD)
    assert tried.kind == "crash"
    assert "ZeroDivisionError" in tried.detail


def test_a_check_that_takes_too_long_is_noticed(monkeypatch):
    def slow(data):
        end = time.process_time() + 2 * FLOOR
        while time.process_time() < end:
            pass

    monkeypatch.setattr(trying, "border", slow)
    tried = try_one(GOOD)
    assert tried.kind == "hang"
    assert tried.times > MOST_TIMES


def test_a_check_that_never_ends_is_given_up(monkeypatch):
    def endless(_data):
        time.sleep(30)

    monkeypatch.setattr(trying, "LONGEST", 1)
    monkeypatch.setattr(trying, "border", endless)
    assert try_one(GOOD).kind == "hang"


def test_tallies_add_up():
    whole = Tally(memory=5)
    for tally in (Tally(tried=2, seconds=0.1, size=7, memory=9), Tally(tried=3, times=4.0)):
        whole.take(tally)
    assert (whole.tried, whole.seconds, whole.size, whole.times) == (5, 0.1, 7, 4.0)
    assert (whole.memory, whole.failed) == (9, 0)


@pytest.mark.parametrize("engine", ["hypothesis", "atheris"])
def test_the_command_runs_and_prints_its_table(engine, tmp_path):
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    done = subprocess.run(
        [sys.executable, RUN, "--minutes", "0.1", "--engine", engine, "--seed", "1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = [line for line in done.stdout.splitlines() if line.startswith(f"| {engine} ")]
    tried, *failed = [cell.strip() for cell in row.split("|")[2:6]]
    assert int(tried.replace(",", "")) > 0
    assert failed == ["0", "0", "0"]
    assert list(tmp_path.iterdir()) == []


def test_the_seeds_are_documents_of_every_kind():
    kinds = set()
    for data in seeds():
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        kinds.add(value.get("format") if isinstance(value, dict) else type(value).__name__)
    assert {"rhf-report/1", "rhf-case/1", "list", "NoneType"} <= kinds
