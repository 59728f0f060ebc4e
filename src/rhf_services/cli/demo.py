"""The command ``demo``: the main job on the example reports, and what to try next."""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from attrs import evolve

from rhf_services.cli import words
from rhf_services.cli.checking import Checked, HowToCheck, check_input
from rhf_services.cli.inputs import Input, moment
from rhf_services.cli.options import loaded
from rhf_services.cli.outputs import quoted
from rhf_services.cli.showing import MARKS, WIDEST, finding_lines, printable
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, label, language, show
from rhf_services.model.rules import Stage
from rhf_services.model.text import Text

AT: Final = "2025-02-14T10:00"
WORTH_SEEING: Final = ("EVA001", "STR001", "SUB001", "ACT008", "REF002", "PRI001")
LEAST_ROOM: Final = 40
"""What an example is, is left out of its line where there is less room for it."""

MOST_CODES: Final = 3
"""How many codes are named on a line; where there are more, the findings are counted."""

FOLDERS: Final[tuple[tuple[str, Text], ...]] = (
    ("published", words.DEMO_PUBLISHED),
    ("invented", words.DEMO_INVENTED),
    ("broken", words.DEMO_BROKEN),
    ("faulty", words.DEMO_FAULTY),
)


def examples() -> Path | None:
    """Find the example reports: in the installed package, or in the source tree.

    Examples:
        >>> (examples() / "published").is_dir()
        True
    """
    here = Path(__file__).resolve()
    places = (here.with_name("reports"), *(up / "examples" / "reports" for up in here.parents[3:4]))
    return next((place for place in places if place.is_dir()), None)


def stages(folder: Path) -> dict[str, Stage]:
    """Read the stage each example is checked at, by its file.

    Args:
        folder: The folder of the examples, with their list of expected findings.
    """
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: Stage(row["stage"]) for row in csv.DictReader(file)}


def run(lang: str) -> int:
    """Check the examples, show what was checked and the findings worth seeing.

    Args:
        lang: The language.

    Returns:
        The exit code: 2 where the examples are not here.
    """
    reader = language(lang)
    folder = examples()
    if folder is None:
        click.echo(show(words.DEMO_GONE, reader), err=True)
        return 2
    registry = loaded(None, lang)
    click.echo(click.style(show(words.DEMO_TITLE, reader), bold=True))
    click.echo(show(words.DEMO_MARKS, reader))
    seen: list[Checked] = []
    for name, title in FOLDERS:
        done = list(_checked(folder, name, registry, lang))
        seen += done
        _tell(title, done, registry, reader)
    _heading(words.DEMO_WORTH_SEEING, reader)
    for line in _worth_seeing(seen, reader):
        click.echo(line)
    _heading(words.DEMO_NEXT, reader)
    good_faith = folder / "invented" / "national-treatment-service-2024-good-faith.json"
    for command in (
        f"check {_near(good_faith)} --stage submission",
        "explain ACT001 --lang nn",
        "templates national-treatment-service --lang en",
    ):
        click.echo(f"  {_runner()}rhf-services {command}")
    return 0


def _runner() -> str:
    """Say what stands before the command where it was run through uv, as the README does."""
    if "UV" not in os.environ:
        return ""
    return ".venv/bin/uv run -q " if Path(".venv/bin/uv").exists() else "uv run -q "


def _checked(folder: Path, name: str, registry: Registry, lang: str) -> Iterator[Checked]:
    """Check the examples of one folder, each at its stage."""
    for file, stage in stages(folder).items():
        if file.startswith(f"{name}/"):
            asked = HowToCheck(stage, None, moment(AT), lang, "text")
            done = check_input(Input(file, (folder / file).read_bytes()), registry, asked)
            if _form_is_here(done, registry):
                yield evolve(done, name=Path(file).stem)


def _form_is_here(done: Checked, registry: Registry) -> bool:
    """Tell whether the example's form is installed, or is missing as its own point."""
    template = done.verdict.template if done.verdict else None
    return template is None or template in registry.templates or done.name.endswith("TPL001.json")


def _tell(title: Text, done: list[Checked], registry: Registry, lang: Language) -> None:
    """List what was checked: one line for each report, with its findings in short."""
    _heading(title, lang, len(done))
    widest = max((len(one.name) for one in done), default=0)
    shorts = [_short(one, lang) for one in done]
    room = max(map(len, shorts), default=0)
    for one, short in zip(done, shorts, strict=True):
        line = f"  {one.name.ljust(widest)}  {short.ljust(room)}"
        if WIDEST - len(line) > LEAST_ROOM:
            line += f"  {_what(one, registry, lang)}"
        line = line.rstrip()
        click.echo(line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…")


def _what(one: Checked, registry: Registry, lang: Language) -> str:
    """Say what an example is: the rule it breaks, or the entity that reports."""
    if one.name in registry.rules:
        return show(registry.rule(one.name).title, lang)
    name = one.case.report.entity.name if one.case and one.case.report else None
    return printable(name or "")


def _short(one: Checked, lang: Language) -> str:
    findings = one.verdict.findings if one.verdict else ()
    if not findings:
        return show(words.DEMO_SILENT, lang)
    codes = dict.fromkeys(f"{MARKS[finding.severity]} {finding.code}" for finding in findings)
    if len(codes) <= MOST_CODES:
        return " ".join(codes)
    weights = Counter(finding.severity for finding in findings)
    return "  ".join(f"{MARKS[weight]} {weights[weight]}" for weight in MARKS if weights[weight])


def _worth_seeing(seen: list[Checked], lang: Language) -> Iterator[str]:
    """Show one finding of each rule that a newcomer should meet."""
    for code in WORTH_SEEING:
        found = (
            (one.name, finding)
            for one in seen
            for finding in (one.verdict.findings if one.verdict else ())
            if finding.code == code
        )
        for name, finding in list(found)[:1]:
            to = label("audience", finding.audience, lang)
            yield f"  {name}  {to}"
            yield from finding_lines(finding, lang, "    ")


def _heading(title: Text, lang: Language, count: int = 0) -> None:
    click.echo()
    click.echo(click.style(show(title, lang, {"count": count}), underline=True))


def _near(path: Path) -> str:
    """Name a path from where we are, if it lies below, as a command takes it."""
    here = Path.cwd()
    return quoted(path.relative_to(here).as_posix() if path.is_relative_to(here) else path)
