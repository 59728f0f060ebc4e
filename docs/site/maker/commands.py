"""The command line as it tells of itself, so that the page cannot go stale."""

from collections.abc import Iterator
from typing import Final

import click

from maker.blocks import heading
from maker.site import Page, Site
from rhf_services.cli.app import app

PATH: Final = "reference/command-line.md"
NAME: Final = "rhf-services"
WIDTH: Final = 80
ABOUT: Final = """\
Every command, as its own `--help` says it. The command line needs the extra `cli`:
`pip install 'rhf-services[cli]'`. What was asked wrongly is one clear line and exit code 2;
`check` tells its other exit codes below.

"""


def pages(site: Site) -> list[Page]:
    """Make the page; the commands speak English of themselves, so it is made in English alone."""
    if site.lang != "en":
        return []
    made = [ABOUT]
    for words, command in commands():
        level = 2 + max(0, len(words) - 2)
        made += [
            heading(level, " ".join(words), "-".join(words[1:]) or NAME),
            _help(words, command),
        ]
    return [Page(PATH, "The command line", "".join(made))]


def commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command with the words it is called by, groups before what is in them."""
    yield from _below((NAME,), app)


def _below(
    words: tuple[str, ...], command: click.Command
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _below((*words, name), command.commands[name])


def _help(words: tuple[str, ...], command: click.Command) -> str:
    context = click.Context(
        command,
        info_name=" ".join(words),
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    return f"```text\n{command.get_help(context)}\n```\n"
