"""The commands ``edition …``: next year's forms, or a correction, from a file."""

from pathlib import Path

import click
from attrs import evolve

from rhf_services.cli import file_words as words
from rhf_services.cli.differing import show_difference
from rhf_services.cli.file_showing import problem_documents, problem_lines
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
from rhf_services.cli.options import (
    files_option,
    format_option,
    lang_option,
    loaded,
)
from rhf_services.cli.outputs import not_over, quoted, save, writing
from rhf_services.cli.showing import echo_json, wrapped
from rhf_services.exchange.accepting import accept_edition
from rhf_services.exchange.edition_bases import NoBaseError, bases
from rhf_services.exchange.edition_files import EditionFile, read_edition_file, with_edition
from rhf_services.exchange.edition_writing import edition_sheets
from rhf_services.exchange.problems import ready, stopped
from rhf_services.exchange.wordings_left import wordings_left
from rhf_services.exchange.writing import write_folder, xlsx_bytes
from rhf_services.hooks import Registry, load_registry
from rhf_services.i18n import Language, language, show
from rhf_services.i18n.showing import day
from rhf_services.model.forms import Edition
from rhf_services.process import Difference, difference, difference_document


@click.group("edition")
def edition_group() -> None:
    """Enter next year's forms, or a correction of this year's, from a file anybody can edit.

    \b
      rhf-services edition new 2026 --from 2024
      (edit edition-2026.xlsx in a spreadsheet)
      rhf-services edition check edition-2026.xlsx
      rhf-services edition diff edition-2026.xlsx
      rhf-services edition apply edition-2026.xlsx --to our-files
    """  # noqa: D301  (click needs the \b)


@edition_group.command("new", short_help="Write a file to make a new edition from.")
@click.argument("year", type=click.IntRange(2009, 2199))
@click.option("--from", "base", required=True, metavar="EDITION", help="The edition to begin from.")
@forms_option
@click.option(
    "--revision", type=click.IntRange(0), default=0, help="Number of a correction: 2026.1."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to write: .xlsx, or a folder for .csv files. [default: edition-YEAR.xlsx]",
)
@force_option
@files_option
@lang_option
def new_command(
    year: int,
    base: str,
    forms: tuple[str, ...],
    revision: int,
    out: Path | None,
    force: bool,  # noqa: FBT001
    accepted: Path | None,
    lang: str,
) -> None:
    """Write a file that says what an earlier edition says, ready to be changed for another year."""
    reader = language(lang)
    registry = loaded(accepted, lang)
    known_forms(registry, forms)
    id_ = f"{year}.{revision}" if revision else str(year)
    target = out or Path(f"edition-{id_}.xlsx")
    try:
        sheets = edition_sheets(registry, year, base, forms, revision=revision, lang=reader)
    except NoBaseError as error:
        raise click.UsageError(show(words.NO_BASE, reader, {"base": base})) from error
    if target.suffix.lower() == ".xlsx":
        save(target, xlsx_bytes(sheets), force)
    else:
        not_over(target, force)
        with writing(target):
            write_folder(target, sheets)
    params = {
        "name": str(target),
        "edition": id_,
        "base": _built_on(registry, base, forms, year if revision else None),
    }
    click.echo(show(words.WRITTEN_EDITION, reader, params))
    click.echo(show(words.NEXT_CHECK, reader))
    click.echo(f"  rhf-services edition check {quoted(target)}{options_again(accepted, reader)}")


@edition_group.command("check", short_help="Say what is wrong in a file.")
@file_argument
@files_option
@lang_option
@format_option
def check_edition_command(file: Path, accepted: Path | None, lang: str, form: str) -> None:
    """Say everything that is wrong in an edition file, by sheet, row and column.

    Leaves with 0 where the edition is ready, 1 where it is not, 2 where it cannot be read.
    """
    reader = language(lang)
    registry = loaded(accepted, lang)
    read = read_edition_file(file, registry)
    if accepted is not None:
        left = tuple(wordings_left(read, accepted, load_registry()))
        read = evolve(read, problems=(*read.problems, *left))
    if form == "json":
        answer = {
            "format": "rhf-edition-file/1",
            "edition": read.about.id if read.about else None,
            "forms": list(read.editions),
            "ready": ready(read.problems),
            "problems": problem_documents(read.problems, reader),
        }
        echo_json(answer)
    else:
        _tell(file, read, reader)
        _next(file, read, registry, accepted, reader)
    raise SystemExit(exit_code(read.problems))


@edition_group.command("diff", short_help="Show what a file changes.")
@file_argument
@forms_option
@files_option
@lang_option
@format_option
def diff_edition_command(
    file: Path, forms: tuple[str, ...], accepted: Path | None, lang: str, form: str
) -> None:
    """Show what each form of a file asks otherwise than the edition it builds on."""
    registry = loaded(accepted, lang)
    read = read_edition_file(file, registry)
    if read.about is None or not read.editions:
        _tell(file, read, language(lang))
        raise SystemExit(exit_code(read.problems))
    known_forms(registry, forms)
    found = _differences(read, registry, lang, forms)
    if form == "json":
        documents = [difference_document(one, lang) for one in found]
        answer = {"format": "rhf-differences/1", "edition": read.about.id, "forms": documents}
        echo_json(answer)
        return
    for one in found:
        show_difference(one, "text")
        click.echo()


@edition_group.command("preview", short_help="Show the forms as a file makes them.")
@file_argument
@forms_option
@files_option
@lang_option
def preview_edition_command(
    file: Path, forms: tuple[str, ...], accepted: Path | None, lang: str
) -> None:
    """Show the forms of a file, as whoever fills them in would meet them."""
    registry = loaded(accepted, lang)
    known_forms(registry, forms)
    read = read_edition_file(file, registry)
    if read.about is None or not read.editions:
        _tell(file, read, language(lang))
        raise SystemExit(exit_code(read.problems))
    entered = with_edition(registry, read)
    for id_ in read.editions:
        if not forms or id_ in forms:
            show_edition(entered.templates[id_], read.about.id, lang)
            click.echo()


@edition_group.command("apply", short_help="Take a file into use.")
@file_argument
@into_option
@click.option(
    "--again",
    is_flag=True,
    help="Take the place of the same edition accepted before, while nobody reports on it.",
)
@lang_option
def apply_edition_command(file: Path, folder: Path, again: bool, lang: str) -> None:  # noqa: FBT001
    """Take an edition file into the folder of accepted files, whole or not at all.

    Once reports are begun on an edition, correct it with a new one: edition new 2026 --from 2026
    --revision 1. Drafts keep the edition they were begun on.
    """
    reader = language(lang)
    registry = loaded(None, lang)
    with writing(folder):
        done = accept_edition(file, folder, registry, again=again)
    for line in problem_lines(str(file), done.problems, reader) if done.problems else ():
        click.echo(line)
    taken(done, reader)


def _built_on(registry: Registry, base: str, forms: tuple[str, ...], corrected: int | None) -> str:
    """Name the editions a file is really made from: a form may have none of the year named."""
    found = {
        edition.id
        for form, edition in bases(registry, base, forms).values()
        if corrected is None or forms or any(one.first == corrected for one in form.editions)
    }
    return ", ".join(sorted(found))


def _tell(file: Path, read: EditionFile, lang: Language) -> None:
    for line in problem_lines(str(file), read.problems, lang):
        click.echo(line)
    if stopped(read.problems) or read.about is None:
        click.echo(show(words.STOPPED, lang))
        return
    forms = show(words.FORMS_IN_FILE, lang, {"forms": ", ".join(read.editions)})
    click.echo("\n".join(wrapped(forms, "")))
    cycle = read.about.cycle
    if cycle is not None and cycle.deadline is not None:
        click.echo(show(words.DATES, lang, {"deadline": day(cycle.deadline, lang)}))
    if cycle is not None and cycle.part_due is not None:
        click.echo(show(words.DUE, lang, {"due": day(cycle.part_due, lang)}))
    click.echo(show(words.READY if ready(read.problems) else words.NOT_READY, lang))


def _next(
    file: Path, read: EditionFile, registry: Registry, accepted: Path | None, lang: Language
) -> None:
    """Say how much the file changes, and what to do next."""
    if not read.editions:
        return
    number = sum(len(one.of_the_form) for one in _differences(read, registry, lang, ()))
    click.echo(show(words.FORM_CHANGES, lang, {"number": number}))
    click.echo(f"  rhf-services edition diff {quoted(file)}{options_again(accepted, lang)}")
    if ready(read.problems):
        click.echo(show(words.NEXT_APPLY, lang))
        folder = accepted or show(words.FOLDER, lang)
        click.echo(
            f"  rhf-services edition apply {quoted(file)} --to {quoted(folder)}{said_in(lang)}"
        )


def _differences(
    read: EditionFile, registry: Registry, lang: str, forms: tuple[str, ...]
) -> list[Difference]:
    """Compare each form of a file with the edition it was made from."""
    entered = with_edition(registry, read)
    return [
        difference(
            registry.templates[id_],
            exact(read.bases[id_]),
            exact(edition),
            lang,
            other=entered.templates[id_],
        )
        for id_, edition in read.editions.items()
        if not forms or id_ in forms
    ]


def exact(edition: Edition) -> str:
    """Name just this edition: 2024.0 is the form before any correction."""
    return f"{edition.first}.{edition.revision}"
