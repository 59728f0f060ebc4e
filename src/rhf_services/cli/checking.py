"""The command ``check``: read, check, tell, and answer with an exit code."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
from attrs import evolve, field, frozen

from rhf_services.checking import check
from rhf_services.cli.inputs import Input, places
from rhf_services.cli.options import loaded
from rhf_services.cli.progress import with_progress
from rhf_services.cli.showing import echo_json, lines_of, summary
from rhf_services.hooks import Registry
from rhf_services.model.cases import Attempt, Case
from rhf_services.model.findings import Verdict
from rhf_services.model.rules import Stage
from rhf_services.wire.cases import read_case
from rhf_services.wire.either import read_either
from rhf_services.wire.json_text import parse
from rhf_services.wire.outputs import verdict_document


@frozen
class HowToCheck:
    """How to check and how to answer.

    Attributes:
        stage: The stage.
        by: The id of the person who tries to submit, or None.
        at: The time, or None.
        lang: The language.
        form: ``text`` or ``json``, or ``ndjson`` of an archive.
        accepted: The folder of accepted files, or None.

    Examples:
        >>> HowToCheck("draft", None, None, "nb", "text").stage
        <Stage.DRAFT: 'draft'>
    """

    stage: Stage = field(converter=Stage)
    by: str | None
    at: datetime | None
    lang: str
    form: str
    accepted: Path | None = None


@frozen
class Checked:
    """One document, checked.

    Attributes:
        name: How it is called.
        verdict: The verdict, or None where the file could not be opened.
        case: The case that was checked, or None.
        problem: Why it could not be opened.

    Examples:
        >>> Checked("gone.json", None, problem="No such file").code
        2
    """

    name: str
    verdict: Verdict | None
    case: Case | None = field(default=None, repr=False)
    problem: str | None = None

    @property
    def code(self) -> int:
        """The exit code for this document alone."""
        if self.verdict is None or self.case is None or self.case.report is None:
            return 2
        if self.verdict.crashed:
            return 3
        return 1 if self.verdict.blocking else 0


def run(files: tuple[str, ...], cases: tuple[str, ...], asked: HowToCheck) -> int:
    """Check everything, tell of each, and give the exit code.

    Args:
        files: Files, folders, or ``-``.
        cases: Files that hold cases.
        asked: How to check and answer.
    """
    registry = loaded(asked.accepted, asked.lang)
    found = list(places(files, cases))
    codes: list[int] = []
    documents: list[dict[str, Any]] = []
    for place in with_progress(found, len(found)):
        done = check_input(place.opened(), registry, asked)
        codes.append(done.code)
        if asked.form == "json":
            documents.append(document_of(done, asked.lang))
        else:
            click.echo("\n".join(lines_of(done, asked.lang)))
    highest = max(codes, default=0)
    if asked.form == "text" and len(codes) > 1:
        click.echo(summary(codes, asked.lang))
    if asked.form == "json":
        answer = {"format": "rhf-check/1", "exit": highest, "files": documents}
        echo_json(answer)
    return highest


def check_input(one: Input, registry: Registry, asked: HowToCheck) -> Checked:
    """Check one document.

    A report is checked as it is; a case brings its surroundings. Which of the two a file holds
    is read from its ``format``.
    """
    if one.data is None:
        return Checked(one.name, None, problem=one.problem)
    parsed = parse(one.data)
    case = read_case(parsed).case if one.case else read_either(parsed)
    if asked.by is not None:
        case = evolve(case, attempt=Attempt(asked.by, asked.at))
    return Checked(one.name, check(case, registry, asked.stage, asked.at), case)


def document_of(done: Checked, lang: str) -> dict[str, Any]:
    """Write one answer as JSON values: ``file``, ``exit``, ``problem``, ``verdict``."""
    verdict = None if done.verdict is None else verdict_document(done.verdict, lang)
    return {"file": done.name, "exit": done.code, "problem": done.problem, "verdict": verdict}
