"""An archive as text: the documents to look at, and the numbers."""

import shutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import click

from rhf_services.checking.many import Checked, Lost
from rhf_services.cli import archive_words, words
from rhf_services.cli.archive_tally import Tally, code_of
from rhf_services.cli.showing import COLOURS, MARKS, finding_lines, printable, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, show, speak
from rhf_services.i18n.showing import shown
from rhf_services.model.findings import Finding
from rhf_services.model.text import Text
from rhf_services.wire.outputs import verdict_document

CHECKED_FORMAT: Final = "rhf-checked/1"

_LOST: Final[Mapping[Lost, Text]] = MappingProxyType(
    {
        Lost.TOO_LONG: archive_words.TOO_LONG,
        Lost.CANNOT_OPEN: words.CANNOT_OPEN,
        Lost.WORKER_DIED: archive_words.WORKER_DIED,
        Lost.CRASHED: archive_words.STOPPED_ON,
    }
)
_ROWS: Final = (
    ("may-submit", archive_words.MAY_SUBMIT),
    ("may-not-submit", archive_words.MAY_NOT_SUBMIT),
    ("with-findings", archive_words.WITH_FINDINGS),
    ("blocked", archive_words.BLOCKED),
    ("later", archive_words.LATER),
    ("unreadable", archive_words.UNREADABLE),
    ("crashed", archive_words.CRASHED),
    ("lost", archive_words.LOST),
)


def document_of(done: Checked, lang: str) -> dict[str, Any]:
    """Write the answer for one document as JSON values (``rhf-checked/1``)."""
    return {
        "format": CHECKED_FORMAT,
        "file": done.name,
        "line": done.line,
        "offset": done.offset,
        "exit": code_of(done),
        "problem": None if done.lost is None else str(done.lost),
        "detail": done.detail or None,
        "verdict": None if done.verdict is None else verdict_document(done.verdict, lang),
    }


def short_lines(done: Checked, lang: Language) -> Iterator[str]:
    """Tell what holds a document back, a sentence each."""
    yield click.style(printable(done.where), bold=True)
    yield from _lost_lines(done, lang)
    verdict = done.verdict
    for finding in verdict.findings if verdict is not None else ():
        if finding.blocks or finding.will_block or not done.readable:
            yield from _sentence(finding, lang)
    for outcome in verdict.crashed if verdict is not None else ():
        told = show(archive_words.STOPPED_ON, lang, {"problem": outcome.crash or ""})
        yield from _marked(f"{told} [{outcome.code}]", "✗", "red")


def all_lines(done: Checked, lang: Language) -> Iterator[str]:
    """Tell all of a document that has something to tell."""
    verdict = done.verdict
    if verdict is None or not done.readable or verdict.crashed:
        yield from short_lines(done, lang)
        return
    if verdict.findings:
        yield click.style(printable(done.where), bold=True)
        for finding in verdict.findings:
            yield from finding_lines(finding, lang, "  ")


def summary_lines(tally: Tally, registry: Registry, lang: Language) -> Iterator[str]:
    """Give the numbers as a table, and the findings of each rule."""
    rows = [(archive_words.DOCUMENTS, tally.documents)]
    rows += [(text, tally.counts[state]) for state, text in _ROWS if tally.counts[state]]
    told = [(show(text, lang), shown(number, lang)) for text, number in rows]
    words_wide, wide = (max(len(row[at]) for row in told) for at in (0, 1))
    yield from (f"{text:<{words_wide}}  {number:>{wide}}" for text, number in told)
    if not tally.findings:
        return
    yield ""
    yield click.style(show(archive_words.PER_RULE, lang), underline=True)
    ordered = sorted(tally.findings.items(), key=lambda found: (-found[1], found[0]))
    numbers = {code: shown(number, lang) for code, number in ordered}
    codes_wide, wide = max(map(len, numbers)), max(map(len, numbers.values()))
    room = shutil.get_terminal_size().columns - codes_wide - wide - 6
    for code, number in numbers.items():
        weight = tally.weights[code]
        mark = click.style(MARKS[weight], fg=COLOURS[weight], bold=True)
        title = show(registry.rule(code).title, lang)
        title = title if len(title) <= room else title[: room - 1].rstrip() + "…"
        yield f"{mark} {code:<{codes_wide}}  {number:>{wide}}  {title}"


def _lost_lines(done: Checked, lang: Language) -> Iterator[str]:
    if done.lost is not None:
        text = _LOST[done.lost] if done.detail != "empty-folder" else archive_words.EMPTY_FOLDER
        yield from _marked(show(text, lang, {"problem": done.detail}), "✗", "red")


def _sentence(finding: Finding, lang: Language) -> Iterator[str]:
    place = [printable(finding.place.json_pointer)] if finding.place.pointer else []
    code = ", ".join([finding.code, *place])
    told = f"{speak(finding, lang).says} [{code}]"
    yield from _marked(told, MARKS[finding.severity], COLOURS[finding.severity])


def _marked(text: str, mark: str, colour: str) -> Iterator[str]:
    first, *rest = wrapped(text, "    ")
    yield f"  {click.style(mark, fg=colour, bold=True)} {first.strip()}"
    yield from rest
