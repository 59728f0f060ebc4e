"""The command ``form``: a whole form as one JSON document."""

from pathlib import Path

import click

from rhf_services.cli.options import files_option, loaded, named_form
from rhf_services.cli.outputs import writing
from rhf_services.cli.showing import as_json, echo_json
from rhf_services.i18n import LANGUAGES
from rhf_services.model.whole_files import write_whole
from rhf_services.serving import RefusedError
from rhf_services.serving.about_forms import edition_of
from rhf_services.wire.form_documents import form_document


@click.command("form", short_help="Write a whole form as one JSON document.")
@click.argument("template", metavar="ID")
@click.option("--year", type=int, help="Reporting year; by default that of the latest edition.")
@click.option("--edition", metavar="EDITION", help="An edition by its id, such as 2024.1.")
@files_option
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Only the texts of this language; all three if left out.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the document to this file.")
def form_command(
    template: str,
    *,
    year: int | None,
    edition: str | None,
    accepted: Path | None,
    lang: str | None,
    out: Path | None,
) -> None:
    """Write the whole form ID as one JSON document (rhf-form/1), enough to draw it and fill it in.

    Tabs, questions, columns, choices, limits, who is asked and who may answer, texts in bokmål,
    nynorsk and English, sources, and the rules that speak about each question. Wordings and
    editions of --files are in it. For a year that nobody has entered, the last edition is written,
    and the document says so. "rhf-services templates" lists the forms.

    \b
    Examples:
      rhf-services form national-treatment-service --year 2024
      rhf-services form national-centre --lang nn --out national-centre.json
    """  # noqa: D301  (click needs the \b)
    registry = loaded(accepted, lang or "nb")
    form = named_form(registry, template)
    try:
        found, at = edition_of(form, year, edition)
    except RefusedError as error:
        raise click.UsageError(error.message) from error
    document = form_document(form, found, registry, at, lang=lang)
    if out is None:
        echo_json(document)
        return
    with writing(out):
        write_whole(out, f"{as_json(document)}\n".encode())
