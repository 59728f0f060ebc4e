"""A way to run the command line as a process would, without starting one."""

import io
import sys
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from rhf_services import Rule, Stage, hookimpl, load_registry
from rhf_services.cli import app as application
from rhf_services.hooks import Plugin, PluginInfo, installed_plugins


@attrs.frozen
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    def run(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        with pytest.raises(SystemExit) as left:
            application.run(application.app, [str(one) for one in arguments])
        out, err = capsys.readouterr()
        return Done(int(left.value.code or 0), out, err)

    return run


class Crashing:
    """A plugin whose rule crashes."""

    @hookimpl
    def rhf_rules(self) -> list[Rule[Any]]:
        def crash(_filing: object) -> Iterator[Any]:
            raise ZeroDivisionError

        rule = load_registry().rule("SUB002")
        says = {Stage.DRAFT: rule.says[Stage.DRAFT]}
        return [attrs.evolve(rule, code="XX-BAD001", says=says, check=crash)]


def _with(name: str) -> Any:
    plugin = Plugin(PluginInfo(name, "stranger", "1.0"), Crashing())
    return load_registry([*installed_plugins(), plugin])


@pytest.fixture
def crashing_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = _with("x-x")
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: registry)


@pytest.fixture
def refused_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = _with("elsewhere")
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: registry)
    monkeypatch.setattr("rhf_services.cli.app.load_registry", lambda: registry)
