"""The commands ``texts …``: another wording for forms and findings, from a file."""

from pathlib import Path
from typing import Any

import click

from rhf_services.cli import file_words as words
from rhf_services.cli.file_showing import (
    problem_documents,
    problem_lines,
    rewording_lines,
    verdict_line,
)
from rhf_services.cli.file_steps import (
    exit_code,
    file_argument,
    force_option,
    forms_option,
    into_option,
    known_forms,
    options_again,
    said_in,
    taken,
)
from rhf_services.cli.form_showing import show_edition
from rhf_services.cli.inputs import year_of
from rhf_services.cli.options import (
    files_option,
    format_option,
    lang_option,
    loaded,
)
from rhf_services.cli.outputs import quoted, save, writing
from rhf_services.cli.showing import echo_json, wrapped
from rhf_services.exchange.accepting import accept_texts, text_sheet
from rhf_services.exchange.problems import ready
from rhf_services.exchange.text_files import TextFile, read_text_file, text_rows
from rhf_services.exchange.wordings import laid_over, latest_of, rewordings
from rhf_services.exchange.writing import csv_bytes, xlsx_bytes
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show


@click.group("texts")
def texts_group() -> None:
    """Give forms and findings another wording, from a file anybody can edit.

    \b
      rhf-services texts export --year 2024 --form national-centre
      (edit texts-2024.xlsx in a spreadsheet)
      rhf-services texts check texts-2024.xlsx
      rhf-services texts apply texts-2024.xlsx --to our-files
      rhf-services templates national-centre --year 2024 --files our-files
    """  # noqa: D301  (click needs the \b)


@texts_group.command("export", short_help="Write the texts of a year as a file to edit.")
@click.option(
    "--year",
    "wanted",
    required=True,
    metavar="YEAR",
    help="Reporting year, or the edition: 2024, or 2024.1 for a correction.",
)
@forms_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write: .xlsx or .csv. [default: texts-YEAR.xlsx]",
)
@force_option
@files_option
@lang_option
def export_command(
    wanted: str,
    forms: tuple[str, ...],
    out: Path | None,
    force: bool,  # noqa: FBT001
    accepted: Path | None,
    lang: str,
) -> None:
    """Write the texts of a year, as they read now, as a spreadsheet or .csv file to edit."""
    reader = language(lang)
    registry = loaded(accepted, lang)
    known_forms(registry, forms)
    year = year_of(wanted)
    latest = wanted if year is None else latest_of(registry, year)
    rows = text_rows(registry, latest, forms) if latest else ()
    if latest is None or not any(row.key.startswith("form.") for row in rows):
        known = {e.id for form in registry.templates.values() for e in form.editions}
        raise click.UsageError(
            f"No form has an edition {wanted} of its own. There are {', '.join(sorted(known))}."
        )
    target = out or Path(f"texts-{latest}.xlsx")
    sheet = text_sheet(rows, registry, reader, stamped=True)
    save(
        target, csv_bytes(sheet) if target.suffix.lower() == ".csv" else xlsx_bytes([sheet]), force
    )
    click.echo(show(words.WRITTEN, reader, {"name": str(target), "number": len(rows)}))
    click.echo("\n".join(wrapped(show(words.NEXT_EDIT, reader), "")))
    click.echo(f"  rhf-services texts check {quoted(target)}{options_again(accepted, reader)}")


@texts_group.command("check", short_help="Say what is wrong in a file, and what it changes.")
@file_argument
@files_option
@lang_option
@format_option
def check_texts_command(file: Path, accepted: Path | None, lang: str, form: str) -> None:
    """Say everything that is wrong in a text file, by sheet, row and column.

    Leaves with 0 where the file is ready, 1 where it is not, 2 where it cannot be read.
    """
    registry = loaded(accepted, lang)
    read = read_text_file(file, registry)
    changed = len({change.key for change in _changes(read, registry)})
    if form == "json":
        answer = {
            "format": "rhf-text-file/1",
            "edition": read.edition,
            "changes": changed,
            "ready": ready(read.problems),
            "problems": problem_documents(read.problems, language(lang)),
        }
        echo_json(answer)
    else:
        _tell(file, read, changed, language(lang))
        if read.wording is not None and changed and ready(read.problems):
            click.echo(show(words.NEXT_APPLY, language(lang)))
            folder = accepted or show(words.FOLDER, language(lang))
            again = said_in(language(lang))
            click.echo(f"  rhf-services texts apply {quoted(file)} --to {quoted(folder)}{again}")
    raise SystemExit(exit_code(read.problems))


@texts_group.command("diff", short_help="Show what a file says otherwise, text by text.")
@file_argument
@files_option
@lang_option
@format_option
def diff_texts_command(file: Path, accepted: Path | None, lang: str, form: str) -> None:
    """Show every text that would read otherwise: before and after, in each language."""
    registry = loaded(accepted, lang)
    read = read_text_file(file, registry)
    if read.wording is None:
        _tell(file, read, 0, language(lang))
        raise SystemExit(exit_code(read.problems))
    changes = _changes(read, registry)
    if form == "json":
        listed = [
            {"key": one.key, "lang": one.lang, "before": one.before, "after": one.after}
            for one in changes
        ]
        answer = {"format": "rhf-text-difference/1", "edition": read.edition, "changes": listed}
        echo_json(answer)
        return
    for line in rewording_lines(changes):
        click.echo(line)
    if not changes:
        click.echo(show(words.NO_CHANGES, language(lang)))


@texts_group.command("preview", short_help="Show the forms as they would read with a file.")
@file_argument
@forms_option
@files_option
@lang_option
def preview_command(file: Path, forms: tuple[str, ...], accepted: Path | None, lang: str) -> None:
    """Show the forms a file touches, as whoever fills them in would meet them."""
    registry = loaded(accepted, lang)
    known_forms(registry, forms)
    read = read_text_file(file, registry)
    if read.wording is None or read.edition is None:
        _tell(file, read, 0, language(lang))
        raise SystemExit(exit_code(read.problems))
    changed = laid_over(registry, read.wording)
    touched = [
        id_
        for id_ in registry.templates
        if id_ in forms
        or (not forms and any(row.key.startswith(f"form.{id_}.") for row in read.rows))
    ]
    for id_ in touched:
        show_edition(changed.templates[id_], read.edition, lang)
        click.echo()
    of_rules = [one for one in _changes(read, registry) if one.key.startswith("rule.")]
    for line in rewording_lines(of_rules):
        click.echo(line)
    if not touched and not of_rules:
        click.echo(show(words.NO_CHANGES, language(lang)))


@texts_group.command("apply", short_help="Take a file into use.")
@file_argument
@into_option
@lang_option
def apply_texts_command(file: Path, folder: Path, lang: str) -> None:
    """Take a text file into the folder of accepted files, whole or not at all.

    Its rows win over those accepted before; a row that reads as built in takes an earlier wording
    away. What stood there before is kept beside it.
    """
    reader = language(lang)
    registry = loaded(None, lang)
    with writing(folder):
        done = accept_texts(file, folder, registry)
    for line in problem_lines(str(file), done.problems, reader) if done.problems else ():
        click.echo(line)
    taken(done, reader)


def _changes(read: TextFile, registry: Registry) -> tuple[Any, ...]:
    return () if read.wording is None else rewordings(registry, read.wording)


def _tell(file: Path, read: TextFile, changed: int, lang: Language) -> None:
    for line in problem_lines(str(file), read.problems, lang):
        click.echo(line)
    click.echo(verdict_line(read.problems, changed, read.edition, lang))
