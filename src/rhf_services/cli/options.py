"""Options that several commands have, each written once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

import click

from rhf_services.cli.file_showing import problem_lines
from rhf_services.cli.inputs import is_folder
from rhf_services.cli.plugin_showing import not_found, problem_line
from rhf_services.exchange import with_files
from rhf_services.exchange.problems import Weight
from rhf_services.hooks import Registry, load_registry
from rhf_services.i18n import LANGUAGES, language
from rhf_services.model.forms import Template

FILES_VARIABLE: Final = "RHF_SERVICES_FILES"

Commanded = TypeVar("Commanded", bound=Callable[..., Any])


class Adding(Protocol):
    """Adds an option or an argument to a command, as a decorator.

    Examples:
        >>> adding: Adding = click.option("--full", is_flag=True)
        >>> adding(lambda full: full)(full=True)
        True
    """

    def __call__(self, command: Commanded, /) -> Commanded:
        """Give the command with what was added."""


lang_option: Final[Adding] = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nb",
    show_default=True,
    help="Language of what is shown: bokmål, nynorsk or English.",
)

format_option: Final[Adding] = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the answer.",
)

files_option: Final[Adding] = click.option(
    "--files",
    "accepted",
    type=click.Path(path_type=Path, file_okay=False),
    envvar=FILES_VARIABLE,
    help="Folder of accepted files: wordings and editions laid next to the built-in ones. "
    f"Or set {FILES_VARIABLE}.",
)


def loaded(accepted: Path | None, lang: str = "nb") -> Registry:
    """Load what is installed, and the accepted files of a folder; what is wrong is told.

    Args:
        accepted: The folder, or None.
        lang: The language to tell it in.

    Raises:
        click.UsageError: There is no such folder.
    """
    registry = load_registry()
    for problem in registry.problems:
        click.echo(problem_line(problem, language(lang)), err=True)
    if accepted is None:
        return registry
    if not is_folder(accepted):
        raise click.UsageError(f"There is no folder {str(accepted)!r}.")
    read = with_files(registry, accepted)
    for name, problems in read.by_file.items():
        pressing = [one for one in problems if one.weight is not Weight.ASKS]
        for line in problem_lines(name, pressing, language(lang)) if pressing else ():
            click.echo(line, err=True)
    return read.registry


def named_form(registry: Registry, id_: str) -> Template:
    """Give the form with an id.

    Args:
        registry: What is loaded.
        id_: The id.

    Raises:
        click.UsageError: No form is called so, or it was refused.

    Examples:
        >>> named_form(load_registry(), "archive").id
        'archive'
    """
    if id_ not in registry.templates:
        known = ", ".join(registry.templates)
        otherwise = f"No form is called {id_!r}. The forms are: {known}."
        raise click.UsageError(not_found(registry, id_, otherwise))
    return registry.templates[id_]
