"""What runs the pages would notice a page that is wrong."""

from pathlib import Path

import pytest
from support.page_blocks import ROOT, commands_of, console_blocks, file_blocks, run, same
from sybil import Document
from sybil.parsers.markdown import PythonCodeBlockParser


def told(page: str, *parsers) -> list[str | None]:
    document = Document(page, "page.md")
    regions = [region for parser in parsers for region in parser(document)]
    made = sorted(regions, key=lambda region: region.start)
    return [region.evaluator(type("Example", (), {"parsed": region.parsed})) for region in made]


@pytest.mark.parametrize(
    ("expected", "said", "alike"),
    [
        ("a\nb", "a\nb", True),
        ("a\nb", "a\nc", False),
        ("a", "a\nb", False),
        ("", "", True),
        ("", "a", False),
        ("…\nb", "a\nb", True),
        ("a\n…", "a\nb\nc", True),
        ("a\n…\nd", "a\nb\nc\nd", True),
        ("a\n…\nd", "a\nb\nc", False),
        ("a…", "ab", False),
    ],
)
def test_what_is_left_out_is_said(expected, said, alike):
    assert same(expected, said) is alike


def test_a_block_has_commands_and_what_each_says():
    assert commands_of("$ a \\\n    b\nsaid\n\n$ c\n") == [("a b", "said"), ("c", "")]


def test_a_command_that_says_something_else_is_noticed():
    first = "ACT001  Up to five articles and five projects"
    right = f"```console\n$ rhf-services explain --lang en\n{first}\n…\n```\n"
    assert told(right, console_blocks) == [None]
    (wrong,) = told(right.replace("five articles", "six articles"), console_blocks)
    assert wrong is not None
    assert "six articles" in wrong


def test_what_was_asked_wrongly_is_what_is_said():
    assert "No such option" in run("rhf-services check --nope")


def test_a_file_of_a_page_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = '```json title="a/b.json"\n{}\n```\n'
    assert told(page, file_blocks) == [None]
    assert Path("a/b.json").read_text(encoding="utf-8") == "{}\n"


def test_python_with_a_title_is_a_file_and_not_run():
    page = '```python title="x.py"\nraise ValueError\n```\n'
    assert list(PythonCodeBlockParser()(Document(page, "page.md"))) == []


TASKS = [page for page in (ROOT / "docs").glob("how-to/*.md") if page.stem != "index"]


@pytest.mark.parametrize("page", sorted(TASKS), ids=lambda page: page.stem)
def test_a_how_to_begins_with_what_you_get_and_ends_with_where_to_go(page):
    title, *rest = page.read_text(encoding="utf-8").rstrip("\n").splitlines()
    assert title.startswith("# ")
    assert rest[1].startswith("You ")
    assert "](" in "".join(rest[-3:])
