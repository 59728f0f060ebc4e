"""The command ``templates`` without a name: the forms there are."""

import click

from rhf_services.cli import words
from rhf_services.cli.showing import echo_json, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show
from rhf_services.model.forms import Template
from rhf_services.wire.templates import templates_document


def show_templates(registry: Registry, lang: str) -> None:
    """List the forms: id, title, years, and where they come from."""
    reader = language(lang)
    from_where = {plugin.name: plugin.distribution for plugin in registry.plugins}
    for form in registry.templates.values():
        owner = from_where[registry.owners[form.id]]
        click.echo(f"{click.style(form.id, bold=True)}  {_years(form, reader)}  {owner}")
        click.echo("\n".join(wrapped(show(form.title, reader), "    ")))


def show_templates_as_json(registry: Registry, lang: str) -> None:
    """Print the list of the forms as JSON (``rhf-templates/1``)."""
    echo_json(templates_document(registry, lang))


def _years(form: Template, lang: Language) -> str:
    first, last = form.editions[0].first, form.editions[-1].last
    if last is not None:
        return f"{first}–{last}"
    return show(words.TEMPLATE_FROM, lang, {"first_year": first})
