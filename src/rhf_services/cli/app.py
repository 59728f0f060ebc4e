"""The commands, each a thin door to what the library does."""

import io
import sys
from pathlib import Path
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from rhf_services.cli import (
    archives,
    checking,
    choosing,
    demo,
    explaining,
    form_showing,
    listing,
    plugin_showing,
)
from rhf_services.cli.edition_commands import edition_group
from rhf_services.cli.form_command import form_command
from rhf_services.cli.inputs import moment
from rhf_services.cli.options import files_option, format_option, lang_option, loaded, named_form
from rhf_services.cli.outputs import shown
from rhf_services.cli.render_command import render_command
from rhf_services.cli.schemas import schema_command
from rhf_services.cli.serve_command import serve_command
from rhf_services.cli.text_commands import texts_group
from rhf_services.cli.year_commands import carry_over_command, diff_command
from rhf_services.hooks import load_registry
from rhf_services.model.rules import Stage


def run(command: click.Command, arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code.

    Args:
        command: The command.
        arguments: What it was given; None for what the process was given.

    Raises:
        SystemExit: Always, with the exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show is escaped
            stream.reconfigure(errors="backslashreplace")
    try:
        with shown():
            command.main(arguments, prog_name="rhf-services", standalone_mode=False)
    except NoArgsIsHelpError as error:
        click.echo(error.format_message())
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
        click.echo(f"{where or 'rhf-services'}: {error.format_message()}", err=True)
        raise SystemExit(2) from error
    except click.Abort as error:
        click.echo("rhf-services: stopped", err=True)
        raise SystemExit(130) from error
    raise SystemExit(0)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rhf-services", prog_name="rhf-services")
def app() -> None:
    """Check annual reports of Norway's national health services against their forms and rules.

    Start with "rhf-services demo". Every finding says what, where, what to do, and where it is
    written; "rhf-services explain CODE" tells more about a rule.
    """


@app.command("demo", short_help="Check the example reports and show findings worth seeing.")
@lang_option
def demo_command(lang: str) -> None:
    """Check the example reports, real and invented, and show the findings worth seeing."""
    raise SystemExit(demo.run(lang))


@app.command("templates", short_help="List the report forms, or show one of them.")
@click.argument("template", required=False)
@click.option(
    "--year",
    metavar="YEAR",
    help="Reporting year to show it for, or the edition (2024.1); the latest if left out.",
)
@files_option
@lang_option
@format_option
def templates_command(
    template: str | None, year: str | None, accepted: Path | None, lang: str, form: str
) -> None:
    """List the report forms, or show one of them with its tabs, questions and guidance.

    As JSON only the list can be had.
    """
    registry = loaded(accepted, lang)
    if form == "json":
        if template is not None:
            raise click.UsageError("As JSON only the list of all forms can be had.")
        listing.show_templates_as_json(registry, lang)
    elif template is None:
        listing.show_templates(registry, lang)
    elif not form_showing.show_form(named_form(registry, template), year, lang):
        raise click.UsageError(f"{template} has no edition for {year}.")


@app.command("check", short_help="Check reports and cases.")
@click.argument("files", nargs=-1)
@click.option(
    "--case",
    "cases",
    multiple=True,
    type=click.Path(),
    help="A case (rhf-case/1): a report with what is known around it, or -. May be given again. "
    "A case among FILES is recognised too.",
)
@click.option(
    "--stage",
    type=click.Choice([str(stage) for stage in Stage]),
    default="draft",
    show_default=True,
    help="The step to check for. A draft is never blocked; it is told what will block.",
)
@click.option("--by", metavar="ID", help="Check an attempt to submit by the person with this id.")
@click.option(
    "--at",
    metavar="TIME",
    callback=lambda _context, _option, value: moment(value),
    help="The time, such as 2025-02-14T10:00; Norwegian time unless it carries a zone.",
)
@archives.options
@files_option
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ndjson"]),
    default="text",
    show_default=True,
    help="How to write the answer; ndjson is one line for each document, as it comes.",
)
def check_command(archive: archives.Archive, **options: Any) -> None:
    """Check reports: FILES are files, folders (every .json below them), or - for standard input.

    A file that ends in .ndjson or .jsonl is an archive, with a document on each line. Of an
    archive the numbers are told, and what holds documents back.

    \b
    Examples:
      rhf-services check report.json --stage submission
      rhf-services check archive.ndjson --workers 4
      zcat archive.ndjson.gz | rhf-services check - --archive --format ndjson

    \b
    Exit codes, the highest over all files:
      0  nothing blocks
      1  something blocks this step
      2  a file could not be read, or the command was asked wrongly
      3  a rule crashed; that is our fault, never the filer's
    130  stopped by Ctrl-C; what was done is told, and how to go on
    """  # noqa: D301  (click needs the \b)
    files, cases = options.pop("files"), options.pop("cases")
    if not files and not cases:
        raise click.UsageError("Name at least one file or folder, or - for standard input.")
    if archive.meant(files, options["form"]):
        if cases:
            raise click.UsageError("In an archive a case is recognised; leave out --case.")
        raise SystemExit(archives.run(files, archive, checking.HowToCheck(**options)))
    raise SystemExit(checking.run(files, cases, checking.HowToCheck(**options)))


@app.command("which", short_help="Tell which form an entity reports on, and why.")
@click.argument("files", nargs=-1)
@click.option("--year", type=int, help="Reporting year; left out, the one a case or report names.")
@click.option("--full", is_flag=True, help="Tell of each entity of a list in full.")
@files_option
@lang_option
@format_option
def which_command(files: tuple[str, ...], **options: Any) -> None:
    """Tell which form entities report on, and why.

    FILES are cases, reports, entities as JSON, or lists of entities; folders, or - for standard
    input. A list is told as a table. Nothing is checked; see "rhf-services check" for that.

    \b
    Examples:
      rhf-services which --year 2024 examples/register/units.json
      rhf-services which case.json

    Leaves with 0, or with 2 where a file gives no answer.
    """  # noqa: D301  (click needs the \b)
    if not files:
        raise click.UsageError("Name at least one file or folder, or - for standard input.")
    raise SystemExit(choosing.run(files, choosing.Asked(**options)))


@app.command("explain", short_help="Tell about a rule, or list all rules.")
@click.argument("code", required=False)
@files_option
@lang_option
@format_option
def explain_command(code: str | None, accepted: Path | None, lang: str, form: str) -> None:
    """Tell what a rule says, when, to whom, whether it blocks, and where it is written.

    Without CODE all rules are listed.
    """
    registry = loaded(accepted, lang)
    if code is not None and code.upper() not in registry.rules:
        otherwise = f"No rule has the code {code!r}. Without a code all are listed."
        raise click.UsageError(plugin_showing.not_found(registry, code.upper(), otherwise))
    if form == "json":
        explaining.show_as_json(registry, code, lang)
    elif code is None:
        explaining.list_rules(registry, lang)
    else:
        explaining.explain(registry, registry.rule(code.upper()), lang)


@app.command("plugins", short_help="List what is loaded, and what was refused.")
@lang_option
def plugins_command(lang: str) -> None:
    """List what is loaded, from which distribution, and what was refused."""
    raise SystemExit(plugin_showing.show_plugins(load_registry(), lang))


@app.command("trace", short_help="Show what carries each statement of the documents.")
@click.argument("rows", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only statements of this kind, such as report-rule. May be given again.",
)
@click.option(
    "--prove", is_flag=True, help="Run every proof, and again without each of its carriers."
)
@lang_option
@format_option
def trace_command(rows: tuple[str, ...], kinds: tuple[str, ...], **how: Any) -> None:
    """Show what carries each statement of the documents, or why nothing does.

    ROWS are ids of statements, such as S003-019; of those everything is told, also where the
    carriers are written. Without ROWS all 448 statements are listed.

    \b
    rhf-services trace S003-019 S003-096
    rhf-services trace --kind report-rule --prove

    With --prove the exit code is 1 where a statement does not hold, or where a proof does not
    notice that something is switched off.
    """  # noqa: D301  (click needs the \b)
    from rhf_services.cli import tracing  # noqa: PLC0415  (many proofs; only where they are used)

    raise SystemExit(tracing.run([row.upper() for row in rows], kinds, tracing.HowToTrace(**how)))


app.add_command(texts_group)
app.add_command(edition_group)
app.add_command(diff_command)
app.add_command(carry_over_command)
app.add_command(form_command)
app.add_command(schema_command)
app.add_command(render_command)
app.add_command(serve_command)
