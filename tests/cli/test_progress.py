"""How far long work has come is shown where somebody looks, and nowhere else."""

import sys

import pytest

from rhf_services.cli.progress import MANY, with_progress, with_progress_before

ITEMS = list(range(MANY + 1))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch):
    def look(*, answer: bool) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: answer, raising=False)

    return look


@pytest.mark.parametrize("go_through", [with_progress, with_progress_before])
def test_progress_is_shown_where_somebody_looks(go_through, looked_at, capsys) -> None:
    looked_at(answer=False)

    assert list(go_through(iter(ITEMS), len(ITEMS))) == ITEMS
    assert "100%" in capsys.readouterr().err


def test_progress_does_not_run_through_an_answer_on_the_screen(looked_at, capsys) -> None:
    looked_at(answer=True)

    assert list(with_progress(iter(ITEMS), len(ITEMS))) == ITEMS
    assert capsys.readouterr().err == ""


def test_progress_is_shown_before_an_answer_on_the_screen(looked_at, capsys) -> None:
    looked_at(answer=True)

    assert list(with_progress_before(iter(ITEMS), len(ITEMS))) == ITEMS
    assert "100%" in capsys.readouterr().err


@pytest.mark.parametrize("go_through", [with_progress, with_progress_before])
def test_a_few_need_no_progress(go_through, looked_at, capsys) -> None:
    looked_at(answer=False)

    assert list(go_through(iter(ITEMS[:MANY]), MANY)) == ITEMS[:MANY]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("go_through", [with_progress, with_progress_before])
def test_nobody_looks_into_a_file(go_through, capsys) -> None:
    assert list(go_through(iter(ITEMS), len(ITEMS))) == ITEMS
    assert capsys.readouterr().err == ""
