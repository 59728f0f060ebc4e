"""The benchmark compares like with like: everybody finds the same, and its rules can all fire."""

import pytest
from benchmark import agreement, documents, growth, ours, plain_rules, run, speed
from benchmark.alone import STATUS, apart

NO_GOAL = {"msgspec"}
"""Is measured, without a goal."""


def test_everybody_finds_the_same():
    assert list(agreement.disagreements()) == []
    assert {"jsonschema", "jsonschema-rs", "attrs+cattrs"} <= set(agreement.installed())


def test_each_of_the_36_rules_fires_on_some_document():
    check = ours.contestant()
    fired = {name for _name, document in agreement.cases() for name, _at in check(_bytes(document))}

    assert fired - {"structure"} == {rule.__name__ for rule in plain_rules.RULES}
    assert len(plain_rules.RULES) == 36


def test_the_documents_are_as_large_as_they_are_said_to_be():
    sizes = {make: len(_bytes(make())) for make in (documents.big, documents.small)}

    assert 36_000 < sizes[documents.big] < 40_000
    assert 3_400 < sizes[documents.small] < 3_900
    assert sum(1 for _line in documents.archive(40)) == 40


def test_a_rule_that_stays_silent_can_be_added():
    assert len(ours.registry(further=3).rules) == len(ours.registry().rules) + 3


def test_what_is_measured_can_be_run():
    taken = speed.verdicts(documents.small(), rounds=1)

    assert set(taken) == {"orjson", "verdict", "with report"}
    assert all(seconds > 0 for seconds, _ratio in taken.values())


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell what a program held")
def test_the_memory_measured_is_that_of_the_process_alone():
    """However much its parent holds; and it moves by what the process itself holds."""
    parent = b"x" * (200 * 2**20)
    little, much = (apart("benchmark.alone:holding", mebibytes) for mebibytes in (0, 50))

    assert len(parent) == 200 * 2**20
    assert (little["gave"], much["gave"]) == (0, 50)
    assert little["most"] < 100
    assert 49 < much["most"] - little["most"] < 60


def test_both_go_through_the_same_archive(tmp_path):
    path = tmp_path / "archive.ndjson"
    path.write_bytes(b"".join(documents.archive(20)))
    done = [apart(f"benchmark.archive:{who}", str(path)) for who in ("by_orjson", "by_us")]

    assert [one["gave"] for one in done] == [20, 20]
    assert all(one["seconds"] > 0 for one in done)


@pytest.mark.parametrize("word", ["6", "1", "0", "-7", "seven"])
def test_a_median_of_few_rounds_is_refused(word, capsys):
    with pytest.raises(SystemExit) as stopped:
        run.main([f"--rounds={word}"])

    assert stopped.value.code == 2
    assert f"{word}: give 7 or more" in capsys.readouterr().err


def test_a_quick_run_measures_all_and_says_that_its_figures_are_not_to_be_used(capsys):
    assert run.main(["--quick"]) == 0

    said = capsys.readouterr().out
    assert said.startswith(run.NOT_TO_BE_USED)
    assert said.rstrip().endswith(run.NOT_TO_BE_USED)
    goals = [line for line in said.splitlines() if line.endswith(("| met |", "| not met |"))]
    assert len(goals) == 16 - len(agreement.PEERS.keys() - agreement.installed().keys() - NO_GOAL)


def test_time_that_grows_with_the_rows_has_the_exponent_one():
    assert growth._exponent([0.1, 1.0, 10.0]) == pytest.approx(1)
    assert growth._exponent([0.1, 10.0, 1000.0]) == pytest.approx(2, abs=0.01)


def _bytes(document):
    return agreement.json.dumps(document, ensure_ascii=False).encode()
