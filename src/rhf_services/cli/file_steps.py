"""What the commands about files share: their arguments, writing, and what came of it."""

from pathlib import Path
from typing import Final

import click

from rhf_services.cli import file_words as words
from rhf_services.cli.options import FILES_VARIABLE, Adding, named_form
from rhf_services.cli.outputs import quoted
from rhf_services.exchange.accepting import Accepted
from rhf_services.exchange.problems import FileProblem, ready, unreadable
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, show

file_argument: Final[Adding] = click.argument("file", type=click.Path(path_type=Path))

forms_option: Final[Adding] = click.option(
    "--form", "forms", multiple=True, metavar="ID", help="Only this form; may be repeated."
)

force_option: Final[Adding] = click.option(
    "--force", is_flag=True, help="Write over a file that is there."
)

into_option: Final[Adding] = click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar=FILES_VARIABLE,
    required=True,
    help=f"Folder of accepted files. Or set {FILES_VARIABLE}.",
)


def taken(done: Accepted, lang: Language) -> None:
    """Say whether a file was taken in; leave with 1 where it was not.

    Raises:
        SystemExit: It was not.
    """
    if done.path is None:
        click.echo(show(words.NOTHING_TAKEN, lang))
        raise SystemExit(exit_code(done.problems) or 1)
    taken_in = words.EMPTIED if done.emptied else words.TAKEN_IN
    click.echo(show(taken_in, lang, {"name": str(done.path)}))
    for kept in done.kept:
        click.echo(show(words.KEPT_ASIDE, lang, {"name": str(kept)}))
    if not ready(done.problems):
        click.echo(show(words.NOT_READY, lang))


def options_again(accepted: Path | None, lang: Language) -> str:
    """Give the options to say again in the next command: the folder, and the language.

    Examples:
        >>> options_again(Path("ours"), "nn"), options_again(None, "nb")
        (' --files ours --lang nn', '')
    """
    folder = "" if accepted is None else f" --files {quoted(accepted)}"
    return folder + said_in(lang)


def said_in(lang: Language) -> str:
    """Give the option for the language, where it is not bokmål.

    Examples:
        >>> said_in("en"), said_in("nb")
        (' --lang en', '')
    """
    return "" if lang == "nb" else f" --lang {lang}"


def known_forms(registry: Registry, forms: tuple[str, ...]) -> None:
    """Refuse the id of a form that is not loaded.

    Raises:
        click.UsageError: It is not.
    """
    for form in forms:
        named_form(registry, form)


def exit_code(problems: tuple[FileProblem, ...]) -> int:
    """Give the exit code for a file: 0 ready, 1 not ready, 2 unreadable."""
    if unreadable(problems):
        return 2
    return 0 if ready(problems) else 1
