"""The commands ``diff`` and ``carry-over``: from one year to the next."""

from pathlib import Path
from typing import Any

import click

from rhf_services.cli import carrying, differing
from rhf_services.cli.options import files_option, format_option, lang_option, loaded, named_form


@click.command("diff", short_help="Tell what changed between two editions of a form.")
@click.argument("template")
@click.argument("before")
@click.argument("after")
@click.option("--to", "other", metavar="OTHER", help="Compare with this form; AFTER is one of its.")
@files_option
@lang_option
@format_option
def diff_command(
    template: str,
    before: str,
    after: str,
    *,
    other: str | None,
    accepted: Path | None,
    lang: str,
    form: str,
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
    registry = loaded(accepted, lang)
    first, second = named_form(registry, template), named_form(registry, other or template)
    found = differing.compare(registry, first, second, (before, after), lang)
    differing.show_difference(found, form)


@click.command("carry-over", short_help="Begin a new report with what lasts of an old one.")
@click.argument("report")
@click.argument("year", type=int)
@click.option(
    "--to", "template", metavar="TEMPLATE", help="The form; needed where it is not clear."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the new report to this file.")
@click.option("--force", is_flag=True, help="Write over the file if it is there.")
@files_option
@lang_option
@format_option
def carry_over_command(report: str, accepted: Path | None, **options: Any) -> None:
    """Begin a new report for YEAR with what lasts of REPORT, and tell what became of the rest.

    REPORT is a file with a report or a case, or - for standard input. People, projects and quality
    tools are carried over. Articles, teaching, numbers and texts are only told of, so that they
    can be shown beside.

    The new report goes to standard output and the account to standard error; with --out the new
    report goes to the file and the account to standard output. The old report is never touched.

    \b
    Example:
      rhf-services carry-over last-year.json 2024 --to national-centre --out new.json
    """  # noqa: D301  (click needs the \b)
    registry = loaded(accepted, options["lang"])
    if options["template"] is not None:
        named_form(registry, options["template"])
    carrying.run(report, registry, carrying.HowToCarry(**options))
