"""The command ``carry-over``: a new report from last year's, and what became of the old one."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

import click
from attrs import frozen

from rhf_services.cli import words
from rhf_services.cli.inputs import Input, inputs, is_there
from rhf_services.cli.outputs import writing
from rhf_services.cli.showing import echo_json, echo_json_text, printable, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show
from rhf_services.i18n.showing import translated
from rhf_services.model.cases import Case
from rhf_services.model.report import Report
from rhf_services.model.text import _
from rhf_services.model.whole_files import write_whole
from rhf_services.process import (
    Account,
    CarriedOver,
    Fate,
    Line,
    NoEditionError,
    account_document,
    carry_over,
    forms_for,
)
from rhf_services.process.account_texts import SENTENCES
from rhf_services.process.account_words import fate_in_words, heading, item, why
from rhf_services.wire.either import read_either
from rhf_services.wire.json_text import parse
from rhf_services.wire.reports import dumps

NOT_A_REPORT: Final = _("Dette kan ikke leses som en årsrapport: {file}.")
MORE_THAN_ONE: Final = _("Ta med én rapport om gangen; {file} er en mappe.")
THERE_ALREADY: Final = _("{file} finnes fra før. Bruk --force for å skrive over.")
THE_OLD_ONE: Final = _("{file} er den gamle rapporten. Skriv den nye til en annen fil.")
WHICH_FORM: Final = _("Velg skjema med --to. Det kan være: {forms}.")
WRITTEN: Final = _("Den nye rapporten er skrevet til {file}.")
ALL_OF_IT: Final = _("Hele innholdet står i oversikten; bruk --format json.")

COLOURS = MappingProxyType(
    {
        Fate.CARRIED: "green",
        Fate.BESIDE: "cyan",
        Fate.NEEDS_A_LOOK: "yellow",
        Fate.NO_PLACE: "magenta",
    }
)


@frozen
class HowToCarry:
    """How to carry over, and where to write.

    Attributes:
        year: The reporting year of the new report.
        template: The id of its form, or None where it is clear.
        out: The file to write it to, or None for standard output.
        force: Whether a file that is there may be written over.
        lang: The language of the account.
        form: ``text`` or ``json``.

    Examples:
        >>> HowToCarry(2024, None, None, False, "nb", "text").year
        2024
    """

    year: int
    template: str | None
    out: Path | None
    force: bool
    lang: str
    form: str


def run(file: str, registry: Registry, asked: HowToCarry) -> None:
    """Carry a report over, write the new one, and tell what became of the old.

    Args:
        file: The old report, or ``-`` for standard input.
        registry: What is loaded.
        asked: How to carry over.

    Raises:
        click.ClickException: The report cannot be read, or the new one cannot be written.
    """
    reader = language(asked.lang)
    old = _one(file, reader)
    case = _case_in(old, reader)
    report = case.report or Report({})
    template = asked.template or _clear(case, registry, asked, reader)
    try:
        made = carry_over(report, template, asked.year, registry)
    except NoEditionError as error:
        raise click.UsageError(f"{template} has no edition for {asked.year}.") from error
    if asked.out is None:
        echo_json_text(dumps(made.report).decode())
    else:
        _write(
            asked.out,
            None if file == "-" else old.name,
            dumps(made.report) + b"\n",
            force=asked.force,
            lang=reader,
        )
    aside = asked.out is None
    if asked.form == "json":
        document = account_document(made.account, reader)
        echo_json(document, err=aside)
        return
    for line in _lines(made, reader):
        click.echo(line, err=aside)
    if asked.out is not None:
        click.echo("\n" + show(WRITTEN, reader, {"file": str(asked.out)}))


def _one(file: str, lang: Language) -> Input:
    found = list(inputs([file]))
    if len(found) != 1 or found[0].problem == "empty-folder":
        raise click.ClickException(show(MORE_THAN_ONE, lang, {"file": file}))
    return found[0]


def _case_in(one: Input, lang: Language) -> Case:
    """Read a report, or a case with its report."""
    if one.data is None:
        known = words.NOT_FOUND if one.problem == "not-found" else words.CANNOT_OPEN
        said = show(known, lang, {"problem": one.problem or ""})
        raise click.ClickException(f"{one.name}: {said}")
    case = read_either(parse(one.data))
    if case.report is None:
        raise click.ClickException(show(NOT_A_REPORT, lang, {"file": one.name}))
    return case


def _clear(case: Case, registry: Registry, asked: HowToCarry, lang: Language) -> str:
    fitting = forms_for(case.report or Report({}), asked.year, registry, case.entity)
    if len(fitting) == 1:
        return fitting[0]
    forms = ", ".join(fitting or registry.templates)
    raise click.UsageError(show(WHICH_FORM, lang, {"forms": forms}))


def _write(out: Path, old: str | None, data: bytes, *, force: bool, lang: Language) -> None:
    """Write a file whole or not at all; never over the old report, nor silently over another."""
    params = {"file": str(out)}
    if is_there(out):
        if old is not None and out.samefile(old):
            raise click.ClickException(show(THE_OLD_ONE, lang, params))
        if not force:
            raise click.ClickException(show(THERE_ALREADY, lang, params))
    with writing(out):
        write_whole(out, data)


def _lines(made: CarriedOver, lang: Language) -> Iterator[str]:
    account = made.account
    title = translated(account.template.title, lang)
    begun = show(SENTENCES["begun"], lang, {"year": account.year, "template": title})
    yield from (click.style(line, bold=True) for line in wrapped(begun, ""))
    yield from wrapped(_from(account, lang), "")
    if account.year > account.edition.confirmed:
        params = {"year": account.year, "first_year": account.edition.confirmed}
        yield from wrapped(show(words.TEMPLATE_NOT_ENTERED, lang, params), "")
    if not account.lines:
        yield show(SENTENCES["empty"], lang)
    for fate, lines in account.by_fate.items():
        if lines:
            yield ""
            counted = fate_in_words(fate, len(lines), lang)
            yield click.style(counted, fg=COLOURS[fate], bold=True)
            yield from _by_reason(lines, account, lang)
    if account.by_fate[Fate.BESIDE] or account.by_fate[Fate.NO_PLACE]:
        yield ""
        yield from (click.style(line, dim=True) for line in wrapped(show(ALL_OF_IT, lang), ""))


def _from(account: Account, lang: Language) -> str:
    old = Report(account.old)
    if old.year is None or account.old_edition is None:
        return show(SENTENCES["from-unknown"], lang)
    title = translated(account.titles[old.template or ""], lang)
    return show(SENTENCES["from"], lang, {"year": old.year, "template": title})


def _by_reason(lines: tuple[Line, ...], account: Account, lang: Language) -> Iterator[str]:
    """Say each reason once, above all it is true of."""
    groups: dict[str, list[Line]] = {"": []}
    for line in lines:
        groups.setdefault(" ".join(why(line, lang)), []).append(line)
    for reason, several in groups.items():
        indent = "    " if reason else "  "
        if reason:
            yield from wrapped(reason, "  ")
        last = None
        for line in several:
            title = heading(line, account, lang)
            if title != last:
                last = title
                named = wrapped(printable(title), indent)
                yield from (click.style(row, bold=True) for row in named)
            said = printable(item(line, account, lang))
            if said:
                first, *rest = wrapped(said, indent + "    ")
                yield from [f"{indent}  · {first.strip()}", *rest]
