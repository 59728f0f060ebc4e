"""The commands, each a thin door to what the library does."""

import io
import sys
from pathlib import Path
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from rhf_services.cli import carrying, checking, demo, differing, explaining, listing
from rhf_services.cli.inputs import moment
from rhf_services.hooks import Registry, load_registry
from rhf_services.i18n import LANGUAGES
from rhf_services.model.forms import Template
from rhf_services.model.rules import Stage

lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nb",
    show_default=True,
    help="Language of what is shown: bokmål, nynorsk or English.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the answer.",
)


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
    "--year", type=int, help="Reporting year of the edition to show; the latest if left out."
)
@lang_option
def templates_command(template: str | None, year: int | None, lang: str) -> None:
    """List the report forms, or show one of them with its tabs, questions and guidance."""
    registry = load_registry()
    if template is None:
        listing.show_templates(registry, lang)
    elif not listing.show_form(_form(registry, template), year, lang):
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
@lang_option
@format_option
def check_command(**options: Any) -> None:
    """Check reports: FILES are files, folders (every .json below them), or - for standard input.

    \b
    Exit codes, the highest over all files:
      0  nothing blocks
      1  something blocks this step
      2  a file could not be read, or the command was asked wrongly
      3  a rule crashed; that is our fault, never the filer's
    """  # noqa: D301  (click needs the \b)
    files, cases = options.pop("files"), options.pop("cases")
    if not files and not cases:
        raise click.UsageError("Name at least one file or folder, or - for standard input.")
    raise SystemExit(
        checking.run(files, [Path(case) for case in cases], checking.HowToCheck(**options))
    )


@app.command("explain", short_help="Tell about a rule, or list all rules.")
@click.argument("code", required=False)
@lang_option
def explain_command(code: str | None, lang: str) -> None:
    """Tell what a rule says, when, to whom, whether it blocks, and where it is written.

    Without CODE all rules are listed.
    """
    registry = load_registry()
    if code is None:
        explaining.list_rules(registry, lang)
        return
    if code.upper() not in registry.rules:
        raise click.UsageError(f"No rule has the code {code!r}. Without a code all are listed.")
    explaining.explain(registry, registry.rule(code.upper()), lang)


@app.command("plugins", short_help="List what is loaded, and what was refused.")
@lang_option
def plugins_command(lang: str) -> None:
    """List what is loaded, from which distribution, and what was refused."""
    raise SystemExit(listing.show_plugins(load_registry(), lang))


@app.command("diff", short_help="Tell what changed between two editions of a form.")
@click.argument("template")
@click.argument("before")
@click.argument("after")
@click.option("--to", "other", metavar="OTHER", help="Compare with this form; AFTER is one of its.")
@lang_option
@format_option
def diff_command(
    template: str, before: str, after: str, other: str | None, lang: str, form: str
) -> None:
    """Tell what changed between two editions of a form, in plain words.

    BEFORE and AFTER are reporting years, or ids of editions such as 2024.1. A year without an
    edition of its own is answered with the one that holds.

    \b
    Examples:
      rhf-services diff national-treatment-service 2023 2024
      rhf-services diff national-competence-service 2024 2024 \\
          --to national-competence-service-final
    """  # noqa: D301  (click needs the \b)
    registry = load_registry()
    first, second = _form(registry, template), _form(registry, other or template)
    differing.show_difference(
        differing.compare(registry, first, second, (before, after), lang), form
    )


@app.command("carry-over", short_help="Begin a new report with what lasts of an old one.")
@click.argument("report")
@click.argument("year", type=int)
@click.option(
    "--to", "template", metavar="TEMPLATE", help="The form; needed where it is not clear."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the new report to this file.")
@click.option("--force", is_flag=True, help="Write over the file if it is there.")
@lang_option
@format_option
def carry_over_command(report: str, **options: Any) -> None:
    """Begin a new report for YEAR with what lasts of REPORT, and tell what became of the rest.

    REPORT is a file, or - for standard input. People, projects and quality tools are carried over.
    Articles, teaching, numbers and texts are only told of, so that they can be shown beside.

    The new report goes to standard output and the account to standard error; with --out the new
    report goes to the file and the account to standard output. The old report is never touched.

    \b
    Example:
      rhf-services carry-over last-year.json 2024 --to national-centre --out new.json
    """  # noqa: D301  (click needs the \b)
    registry = load_registry()
    if options["template"] is not None:
        _form(registry, options["template"])
    carrying.run(report, registry, carrying.HowToCarry(**options))


def _form(registry: Registry, template: str) -> Template:
    if template not in registry.templates:
        known = ", ".join(registry.templates)
        raise click.UsageError(f"No form is called {template!r}. The forms are: {known}.")
    return registry.templates[template]
