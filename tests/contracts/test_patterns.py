"""No regular expression can be made to take long: each is looked at, and each is tried."""

import ast
import re
import time
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from attrs import frozen
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find
from support.modules import every_module, source_of

from rhf_services.i18n import nynorsk

MADE_WHEN_USED = {"rhf_services.i18n.nynorsk": nynorsk._registered}
"""Patterns that are made by a function, since they hold the names of the register."""

FUNCTIONS = ("compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer")
FEW, MANY = 4_000, 16_000


@frozen
class Used:
    """A pattern, and how it is used."""

    where: str
    pattern: re.Pattern[str]
    methods: tuple[str, ...]


def calls(module: ModuleType) -> Iterator[tuple[ast.Call, bool]]:
    """Give the calls of re.…, and whether each stands in a function."""
    tree = source_of(module)
    within = {
        id(below)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.Lambda)
        for below in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            value = node.func.value
            if isinstance(value, ast.Name) and value.id == "re" and node.func.attr in FUNCTIONS:
                yield node, id(node) in within


def methods_by_name() -> dict[str, set[str]]:
    """Give the methods that are called on each name, in all modules together."""
    found: dict[str, set[str]] = {}
    for module in every_module():
        for node in ast.walk(source_of(module)):
            if isinstance(node, ast.Attribute):
                name = node.value.attr if isinstance(node.value, ast.Attribute) else None
                name = node.value.id if isinstance(node.value, ast.Name) else name
                if name is not None and node.attr in FUNCTIONS:
                    found.setdefault(name, set()).add(node.attr)
    return found


def patterns() -> Iterator[Used]:
    methods = methods_by_name()
    for module in every_module():
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                used = methods.get(name, set()) or {"fullmatch", "search"}
                yield Used(f"{module.__name__}.{name}", value, tuple(sorted(used)))
        for call, within in calls(module):
            if within and call.func.attr != "compile":
                pattern = re.compile(ast.literal_eval(call.args[0]))
                yield Used(f"{module.__name__}:{call.lineno}", pattern, (call.func.attr,))
        if module.__name__ in MADE_WHEN_USED:
            made = MADE_WHEN_USED[module.__name__]()
            yield Used(f"{module.__name__} names", made, ("search", "sub"))


PATTERNS = list({one.pattern.pattern: one for one in patterns()}.values())
each_pattern = pytest.mark.parametrize("used", PATTERNS, ids=[one.where for one in PATTERNS])


def test_every_pattern_is_written_where_it_can_be_looked_at():
    """At the top of a module, or as a plain text; one that is put together is named above."""
    made = {}
    for module in every_module():
        for call, within in calls(module):
            plain = isinstance(call.args[0], ast.Constant)
            if within and (call.func.attr == "compile" or not plain):
                made.setdefault(module.__name__, []).append(call.lineno)
    assert list(made) == list(MADE_WHEN_USED)
    assert [len(lines) for lines in made.values()] == [1]
    assert len(PATTERNS) > 20


@each_pattern
def test_no_pattern_can_go_back_and_forth_for_ever(used):
    """regexploit finds repetitions that can share the same text in many ways."""
    parsed = SreOpParser().parse_sre(used.pattern.pattern)
    worst = [one for one in find(parsed) if one.starriness > 2]
    assert worst == []


def test_regexploit_would_see_a_bad_one():
    assert list(find(SreOpParser().parse_sre(r"(a+)+$")))


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    """Give texts to repeat: every sign a pattern knows, and what it nearly takes."""
    literals = sorted(set(re.sub(r"\\[a-zA-Z]", "", pattern.pattern)) | set("0a æ-\u00a0./,"))
    yield from literals
    yield from ("0 ", "a ", "00 ", "12.", "a-", "a.", "æ-", " \t", "\r\n", "12 34 56 789 0")
    words = re.findall(r"[^\W\d_]{2,}", pattern.pattern)
    yield from (f"{word} " for word in words[:40])
    yield from (f"{word} har hatt ca. " for word in words[:10])


def seconds(run: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start


def runner(used: Used, method: str) -> Callable[[str], object]:
    if method == "sub":
        return lambda text: used.pattern.sub("", text)
    if method == "finditer":
        return lambda text: list(used.pattern.finditer(text))
    return getattr(used.pattern, method if method != "compile" else "search")


def slow(used: Used) -> tuple[str, str, str] | None:
    """Give a text that takes much more than four times as long when it is four times as long."""
    for method in used.methods:
        run = runner(used, method)
        for unit in attacks(used.pattern):
            for end in ("", "!", "0"):
                few, many = unit * (FEW // len(unit)) + end, unit * (MANY // len(unit)) + end
                taken = seconds(run, many)
                if taken < 0.02:
                    continue
                at_best = min(taken, seconds(run, many), seconds(run, many))
                before = min(seconds(run, few) for _time in range(3))
                if at_best > 2.5 * (MANY / FEW) * max(before, 0.001):
                    return method, unit, end
    return None


@each_pattern
def test_a_text_four_times_as_long_takes_about_four_times_as_long(used):
    assert slow(used) is None


@pytest.mark.parametrize("pattern", [r"\s+$", r"(?:a+)+b", r"[0-9]*\.[0-9]*x"])
def test_a_bad_pattern_would_be_seen(pattern, monkeypatch):
    monkeypatch.setitem(globals(), "FEW", 20 if "+)" in pattern else FEW)
    monkeypatch.setitem(globals(), "MANY", 25 if "+)" in pattern else MANY)
    assert slow(Used("here", re.compile(pattern), ("search",))) is not None
