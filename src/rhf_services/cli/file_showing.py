"""How files and what is wrong in them are shown in a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

import click

from rhf_services.cli import file_words as words
from rhf_services.cli.showing import wrapped
from rhf_services.exchange.problems import FileProblem, Weight, ready, stopped
from rhf_services.exchange.wordings import Rewording
from rhf_services.exchange.words import WEIGHTS, problem_in_words
from rhf_services.i18n import Language, show

MARKS: Final = MappingProxyType({Weight.STOPS: "✗", Weight.NOT_READY: "!", Weight.ASKS: "·"})
COLOURS: Final = MappingProxyType(
    {Weight.STOPS: "red", Weight.NOT_READY: "yellow", Weight.ASKS: "cyan"}
)
MOST_ALIKE: Final = 10


def problem_lines(name: str, problems: Iterable[FileProblem], lang: Language) -> Iterator[str]:
    """Give the lines about a file: what stops it first, many of one kind cut short.

    Args:
        name: How the file is called.
        problems: What is wrong in it.
        lang: The language.
    """
    found = sorted(problems, key=lambda one: (one.sheet or "", one.row or 0))
    yield click.style(name, bold=True)
    for weight in Weight:
        of_weight = [one for one in found if one.weight is weight]
        if not of_weight:
            continue
        yield "  " + click.style(show(WEIGHTS[weight], lang).capitalize(), underline=True)
        mark = click.style(MARKS[weight], fg=COLOURS[weight], bold=True)
        counts: Counter[str] = Counter()
        for one in of_weight:
            counts[one.kind] += 1
            if counts[one.kind] <= MOST_ALIKE:
                lines = wrapped(problem_in_words(one, lang), "      ")
                yield f"    {mark} {lines[0].strip()}"
                yield from lines[1:]
        more = sum(count - MOST_ALIKE for count in counts.values() if count > MOST_ALIKE)
        if more:
            yield "    " + show(words.AND_MORE, lang, {"number": more})


def verdict_line(
    problems: Iterable[FileProblem], changes: int, edition: str | None, lang: Language
) -> str:
    """Sum up a file: what it is for, how much it changes, and whether it can be sent out."""
    found = tuple(problems)
    if stopped(found):
        return show(words.STOPPED, lang)
    said = show(words.READY if ready(found) else words.NOT_READY, lang)
    params = {"number": str(changes), "edition": edition or ""}
    return f"{show(words.CHANGES, lang, params)} {said}"


def rewording_lines(changes: Iterable[Rewording]) -> Iterator[str]:
    """Give the lines of what reads otherwise, text by text."""
    for key, alike in groupby(changes, key=lambda change: change.key):
        yield click.style(key, bold=True)
        for change in alike:
            yield f"  {change.lang}"
            for mark, text, colour in (("-", change.before, "red"), ("+", change.after, "green")):
                lines = wrapped(text, "      ")
                yield f"    {click.style(mark, fg=colour)} {lines[0].strip() if lines else ''}"
                yield from lines[1:]


def problem_documents(problems: Iterable[FileProblem], lang: Language) -> list[dict[str, Any]]:
    """Write problems as JSON values."""
    return [
        {
            "kind": one.kind,
            "weight": str(one.weight),
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
            "params": {
                key: list(value) if isinstance(value, tuple) else value
                for key, value in one.params.items()
            },
            "message": problem_in_words(one, lang),
        }
        for one in problems
    ]
