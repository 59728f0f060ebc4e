"""A verdict as text that a person likes to read: by audience, then by tab."""

import json
import re
import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from rhf_services.cli import words
from rhf_services.i18n import Language, Spoken, label, language, show, speak
from rhf_services.i18n.showing import Shown, listed
from rhf_services.model.findings import Finding, Verdict, Why
from rhf_services.model.rules import Audience, Severity
from rhf_services.model.text import Text

if TYPE_CHECKING:
    from rhf_services.cli.checking import Checked

MARKS = MappingProxyType({Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"})
COLOURS = MappingProxyType(
    {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
)
WIDEST = 100
UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Signs that are not seen, or that change how others are seen (controls, directions, halves)."""


def lines_of(done: "Checked", lang: str) -> Iterator[str]:
    """Give the lines that tell of one document.

    Args:
        done: The document, checked.
        lang: The language.
    """
    reader = language(lang)
    yield click.style(printable(done.name), bold=True)
    if done.verdict is None:
        yield f"  ✗ {printable(problem_in_words(done, reader))}"
        yield ""
        return
    verdict = done.verdict
    report = done.case.report if done.case else None
    if report is None:
        for finding in verdict.findings:
            spoken = speak(finding, reader)
            said = f"{spoken.says} {spoken.mend} {spoken.then}"
            yield f"  ✗ {printable(said)} [{finding.code}]"
        yield ""
        return
    yield from _about(verdict, report.year, report.entity.name, reader)
    for audience in Audience:
        found = verdict.for_(audience)
        if found:
            yield ""
            yield "  " + click.style(label("audience", audience, reader), underline=True)
            yield from _by_section(found, reader)
    yield ""
    yield from _closing(verdict, reader)
    yield ""


def problem_in_words(done: "Checked", lang: Language) -> str:
    """Say why a file could not be opened."""
    known = {"not-found": words.NOT_FOUND, "empty-folder": words.EMPTY_FOLDER}
    problem = done.problem or ""
    return show(known.get(problem, words.CANNOT_OPEN), lang, {"problem": problem})


def summary(codes: Sequence[int], lang: str) -> str:
    """Sum up many documents in one line.

    Args:
        codes: The exit code of each.
        lang: The language.
    """
    numbers = (
        (words.ALL_FILES, len(codes)),
        (words.UNREADABLE_FILES, codes.count(2)),
        (words.BLOCKED_FILES, codes.count(1)),
        (words.CRASHED_FILES, codes.count(3)),
    )
    told = [(text, number) for text, number in numbers if number]
    return " ".join(show(text, language(lang), {"number": number}) for text, number in told)


def finding_lines(finding: Finding, lang: Language, indent: str) -> Iterator[str]:
    """Give the lines of one finding: mark and sentence, what to do, source, code and place."""
    spoken: Spoken = speak(finding, lang)
    mark = click.style(MARKS[finding.severity], fg=COLOURS[finding.severity], bold=True)
    says = wrapped(spoken.says, indent + "  ")
    yield f"{indent}{mark} {click.style(says[0].strip(), bold=True)}"
    yield from (click.style(line, bold=True) for line in says[1:])
    rest = [spoken.mend, spoken.then, *(show(text, lang) for text in _notes(finding))]
    yield from wrapped(" ".join(rest), indent + "  ")
    weight = label("severity", finding.severity, lang)
    place = [printable(finding.place.json_pointer)] if finding.place.pointer else []
    code = ", ".join([finding.code, weight, *place])
    for line in wrapped(f"{spoken.source} [{code}]", indent + "  "):
        yield click.style(line, dim=True)


def printable(text: str) -> str:
    """Replace what would move the cursor or colour the screen: a file may hold anything.

    Examples:
        >>> printable("Et navn" + chr(27) + "[2J")
        'Et navn�[2J'
    """
    if text.isprintable():
        return text
    return "".join(sign if _harmless(sign) else "�" for sign in text)


def _harmless(sign: str) -> bool:
    return sign.isprintable() or unicodedata.category(sign) == "Zs"  # the blank within 1 219


def as_json(value: object, *, indent: int | None = 2) -> str:
    r"""Write JSON for a screen: signs that nobody sees, or that move others, are escaped.

    A program reads the same values as ever.

    Examples:
        >>> print(as_json("Et navn" + chr(0x202E) + chr(0x9B)))
        "Et navn\u202e\u009b"
    """
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    r"""Escape in JSON what `as_json` escapes.

    Examples:
        >>> print(escaped('"Et navn' + chr(0x202E) + '"'))
        "Et navn\u202e"
    """
    return UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def echo_json(value: object, *, indent: int | None = 2, err: bool = False) -> None:
    r"""Write JSON out of the command line: UTF-8 whatever the system's own encoding, and escaped.

    Args:
        value: What to write.
        indent: How far to move in what lies below; None for all on one line.
        err: Whether it goes to standard error.

    Examples:
        >>> import contextlib, io
        >>> with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "cp1252")) as out:
        ...     echo_json({"by": "Bodø"}, indent=None)
        >>> out.buffer.getvalue().decode()
        '{"by": "Bodø"}\n'
    """
    echo_json_text(as_json(value, indent=indent), err=err)


def echo_json_text(text: str, *, err: bool = False) -> None:
    r"""Write JSON that is a text already; see `echo_json`.

    Examples:
        >>> import contextlib, io
        >>> with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())) as out:
        ...     echo_json_text("{}")
        >>> out.buffer.getvalue()
        b'{}\n'
    """
    click.echo(f"{escaped(text)}\n".encode(), nl=False, err=err)


def wrapped(text: str, indent: str) -> list[str]:
    """Break a text into lines no wider than the screen, or than is easy to read."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    plain = printable(" ".join(text.expandtabs().splitlines()))
    return textwrap.wrap(
        plain, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _about(verdict: Verdict, year: int | None, name: str | None, lang: Language) -> Iterator[str]:
    stage = label("stage", verdict.stage, lang)
    if name:
        yield f"  {printable(name)}"
    if verdict.edition is None or year is None:
        yield "  " + show(words.NO_FORM, lang, {"stage": stage})
        return
    params: dict[str, Shown] = {"year": year, "edition": verdict.edition.id, "stage": stage}
    held = show(words.CHECKED_AS, lang, params).replace(": ", ":\u00a0")  # one line for the step
    for line in wrapped(f"{verdict.template}, {held}", "  "):
        yield line.replace("\u00a0", " ")


def _by_section(found: Iterable[Finding], lang: Language) -> Iterator[str]:
    last: str | None = ""
    for finding in found:
        section = (
            finding.form.section(finding.section) if finding.form and finding.section else None
        )
        title = show(section.title if section else words.WHOLE_REPORT, lang)
        if title != last:
            yield f"    {title}"
            last = title
        yield from finding_lines(finding, lang, "      ")


def _notes(finding: Finding) -> Iterator[Text]:
    if finding.waived is not None:
        yield words.WAIVED if finding.waived.holds else words.WAIVER_LAPSED
    if finding.changed is not None:
        yield words.LOWERED


def _closing(verdict: Verdict, lang: Language) -> Iterator[str]:
    count = len(verdict.findings)
    later = sum(1 for finding in verdict.findings if finding.will_block)
    numbers = (
        (words.FINDINGS if count else words.NO_FINDINGS, count, True),
        (words.BLOCKING, len(verdict.blocking), bool(verdict.blocking)),
        (words.WILL_BLOCK, later, bool(later)),
    )
    parts = [show(text, lang, {"number": number}) for text, number, told in numbers if told]
    if not verdict.archive and verdict.stage in ("draft", "submission"):
        known = {
            True: words.MAY_SUBMIT,
            False: words.MAY_NOT_SUBMIT,
            None: words.MAY_SUBMIT_UNKNOWN,
        }
        parts.append(show(known[verdict.may_submit], lang))
    yield "  " + " ".join(parts)
    off = [one.code for one in verdict.outcomes if one.why is Why.SWITCHED_OFF]
    if off:
        yield "  " + show(words.SWITCHED_OFF, lang, {"codes": listed(off, lang)})
    more = [one.code for one in verdict.outcomes if one.more]
    if more:
        yield "  " + show(words.MORE, lang, {"codes": listed(more, lang)})
    crashed = verdict.crashed
    if crashed:
        named = [f"{one.code} ({one.crash})" for one in crashed]
        params: dict[str, Shown] = {"count": len(crashed), "codes": listed(named, lang)}
        yield "  " + click.style(show(words.CRASHED, lang, params), fg="red")
