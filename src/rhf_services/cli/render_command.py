"""The command ``render``: a blank form, or a report with its findings, as a page to read."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from rhf_services.cli.checking import HowToCheck, check_input
from rhf_services.cli.inputs import inputs, is_folder, moment
from rhf_services.cli.options import files_option, lang_option, loaded
from rhf_services.cli.outputs import writing
from rhf_services.cli.showing import problem_in_words
from rhf_services.hooks import Registry
from rhf_services.i18n import language
from rhf_services.model.rules import Audience, Stage
from rhf_services.model.whole_files import write_whole
from rhf_services.serving import RefusedError
from rhf_services.serving.about_forms import edition_of

if TYPE_CHECKING:
    from rhf_services.render import Document

READERS: Final = (*(str(audience) for audience in Audience), "public")
OF_FORMS: Final = ("year", "edition")
OF_REPORTS: Final = ("readers", "stage", "by", "at")


@click.command("render", short_help="Write a form or a report as a page to read and print.")
@click.argument("what", metavar="FORM|REPORT")
@click.option(
    "--to",
    type=click.Choice(["html"]),
    default="html",
    show_default=True,
    help="What to write it as.",
)
@click.option("--year", type=int, help="Of a form: the reporting year; the latest if left out.")
@click.option("--edition", metavar="EDITION", help="Of a form: an edition, such as 2024.1.")
@click.option(
    "--for",
    "readers",
    multiple=True,
    type=click.Choice(READERS),
    help="Of a report: who reads it; lead if left out. Given again, rights add up.",
)
@click.option(
    "--stage",
    type=click.Choice([str(stage) for stage in Stage]),
    help="Of a report: the step it is checked for; draft if left out.",
)
@click.option("--by", metavar="ID", help="Of a report: who tries to submit it.")
@click.option(
    "--at",
    metavar="TIME",
    callback=lambda _context, _option, value: moment(value),
    help="Of a report: the time, such as 2025-02-14T10:00.",
)
@files_option
@lang_option
@click.option("--out", type=click.Path(path_type=Path), help="Write the page to this file.")
def render_command(
    what: str,
    *,
    to: str,  # noqa: ARG001  (one way so far)
    year: int | None,
    edition: str | None,
    readers: tuple[str, ...],
    stage: str | None,
    by: str | None,
    at: datetime | None,
    accepted: Path | None,
    lang: str,
    out: Path | None,
) -> None:
    """Write a form or a report as one page that needs nothing else: no network, no script.

    FORM is the id of a form: its tabs, questions and guidance as a reporter sees them, with
    sources and what changed since the year before. REPORT is a report or a case (a file, or - for
    standard input): its answers, with the findings at their place. What the readers may not see,
    is left out.

    \b
    Examples:
      rhf-services render national-treatment-service --lang nn --out skjema.html
      rhf-services render report.json --stage submission --for region --out report.html
      rhf-services render report.json --for public > page.html
    """  # noqa: D301  (click needs the \b)
    from rhf_services.render import render_form  # noqa: PLC0415  (only where it is used)

    registry = loaded(accepted, lang)
    given = {"readers": readers, "stage": stage, "by": by, "at": at}
    if what in registry.templates:
        _refuse(given, OF_REPORTS, f"{what} is a form")
        form = registry.templates[what]
        try:
            found, asked_year = edition_of(form, year, edition)
        except RefusedError as error:
            raise click.UsageError(error.message) from error
        document = render_form(form, found, registry, asked_year, lang=lang)
    else:
        _refuse({"year": year, "edition": edition}, OF_FORMS, f"{what} is no form")
        how = HowToCheck(stage or "draft", by, at, lang, "text")
        document = _report(what, readers or ("lead",), how, registry)
    _write(_page(document), out)


def _refuse(given: Mapping[str, object], names: tuple[str, ...], because: str) -> None:
    told = ["--for" if name == "readers" else f"--{name}" for name in names if given[name]]
    if told:
        raise click.UsageError(f"{', '.join(told)} cannot be used here: {because}.")


def _report(what: str, readers: tuple[str, ...], how: HowToCheck, registry: Registry) -> "Document":
    from rhf_services.render import render_report  # noqa: PLC0415

    if what != "-" and is_folder(Path(what)):
        raise click.UsageError(f"{what!r} is a folder; name one report.")
    done = check_input(next(inputs([what])), registry, how)
    if done.problem == "not-found":
        known = ", ".join(registry.templates)
        raise click.UsageError(f"{what!r} is neither a file nor a form. The forms are: {known}.")
    if done.verdict is None or done.case is None:
        raise click.UsageError(f"{what!r}: {problem_in_words(done, language(how.lang))}")
    if done.case.report is None:
        raise click.UsageError(f'{what!r} cannot be read; "rhf-services check" tells why.')
    return render_report(done.case, done.verdict, registry, *readers, lang=how.lang)


def _page(document: "Document") -> str:
    from rhf_services.render import MissingExtraError, html_page  # noqa: PLC0415

    try:
        return html_page(document)
    except MissingExtraError as error:
        (extra,) = error.args
        message = f"Writing HTML needs an extra: pip install 'rhf-services[{extra}]'."
        raise click.UsageError(message) from error


def _write(page: str, out: Path | None) -> None:
    if out is None:
        click.echo(page.encode(), nl=False)
        return
    with writing(out):
        write_whole(out, page.encode())
