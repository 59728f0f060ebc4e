"""The command ``schema``: list JSON Schemas, print one, or write them all to a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from rhf_services.cli.options import files_option, lang_option, loaded
from rhf_services.cli.outputs import writing
from rhf_services.cli.showing import as_json, echo_json, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.model.text import _
from rhf_services.model.whole_files import write_whole
from rhf_services.wire.schemas import report_schema, schemas

OUTPUTS: Final = _("Det biblioteket skriver")
REPORTS: Final = _("Rapporter, ett for hver utgave av hvert skjema")
EDITIONS: Final = _("utgave {editions}")
ONE: Final = _("Vis ett: rhf-services schema NAVN. Skriv alle til en mappe: --to MAPPE.")
WRITTEN: Final = _("{number} filer er skrevet i {folder}.")


@click.command("schema", short_help="List JSON Schemas, print one, or write them to a folder.")
@click.argument("name", required=False)
@click.option("--year", type=int, help="Reporting year of the edition; the latest if left out.")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write every schema to this folder, each to a file called after its $id.",
)
@files_option
@lang_option
def schema_command(
    name: str | None, year: int | None, folder: Path | None, accepted: Path | None, lang: str
) -> None:
    """Print the JSON Schema (2020-12) of a report or of an output.

    NAME is a form, for the schema of a report on it, or an output such as rhf-verdict/1. Without
    NAME all are listed.

    \b
    Examples:
      rhf-services schema rhf-verdict/1
      rhf-services schema national-centre --year 2024
      rhf-services schema --to schemas
    """  # noqa: D301  (click needs the \b)
    registry = loaded(accepted, lang)
    if name is not None and folder is not None:
        raise click.UsageError("Give a name, or --to for all of them.")
    if year is not None and name not in registry.templates:
        raise click.UsageError("--year goes with the name of a form.")
    if folder is not None:
        _write(schemas(registry), folder, language(lang))
    elif name is None:
        _list(registry, language(lang))
    else:
        echo_json(_one(registry, name, year))


def _one(registry: Registry, name: str, year: int | None) -> Mapping[str, Any]:
    form = registry.templates.get(name)
    if form is not None:
        chosen = None if year is None else form.edition_for(year)
        if year is not None and chosen is None:
            raise click.UsageError(f"{name} has no edition for {year}.")
        return report_schema(form, chosen.edition if chosen else form.editions[-1])
    every = schemas(registry)
    found = every.get(name) or every.get(f"{name}/1")
    if found is None:
        raise click.UsageError(f"No schema is called {name!r}. Without a name all are listed.")
    return found


def _list(registry: Registry, lang: Language) -> None:
    click.echo(click.style(show(OUTPUTS, lang), bold=True))
    every = schemas()
    width = max(map(len, every)) + 2
    for name, schema in every.items():
        click.echo(f"  {name:<{width}}{click.style(schema['title'], dim=True)}")
    click.echo()
    click.echo(click.style(f"{show(REPORTS, lang)} ({REPORT_FORMAT})", bold=True))
    width = max(map(len, registry.templates), default=0) + 2
    for form in registry.templates.values():
        editions = ", ".join(edition.id for edition in form.editions)
        shown = show(EDITIONS, lang, {"editions": editions})
        click.echo(f"  {form.id:<{width}}{click.style(shown, dim=True)}")
    click.echo()
    for line in wrapped(show(ONE, lang), ""):
        click.echo(line)


def _write(every: Mapping[str, Mapping[str, Any]], folder: Path, lang: Language) -> None:
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for schema in every.values():
            write_whole(folder / file_name(schema), f"{as_json(schema)}\n".encode())
    click.echo(show(WRITTEN, lang, {"number": len(every), "folder": str(folder)}))


def file_name(schema: Mapping[str, Any]) -> str:
    """Give the name of the file of a schema, made of its ``$id``.

    Examples:
        >>> file_name({"$id": "urn:rhf-services:rhf-verdict:1"})
        'rhf-verdict-1.schema.json'
    """
    parts = str(schema["$id"]).split(":")[2:]
    return f"{'-'.join(parts)}.schema.json"
