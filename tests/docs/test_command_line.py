"""The page about the command line tells of every command, as it is."""

import click

from maker import commands
from maker.site import Site
from rhf_services import load_registry
from rhf_services.cli.app import app

REGISTRY = load_registry()


def test_every_command_and_option_is_told():
    (page,) = commands.pages(Site("en", REGISTRY))
    for words, command in commands.commands():
        assert f" {' '.join(words)} {{#" in page.body
        for option in command.params:
            names = option.opts if isinstance(option, click.Option) else ()
            assert all(name in page.body for name in names if name.startswith("--"))


def test_groups_are_gone_into():
    names = [" ".join(words) for words, _command in commands.commands()]
    assert {"rhf-services", "rhf-services check", "rhf-services texts apply"} <= set(names)
    assert len(names) == len(set(names)) > len(app.commands)


def test_it_is_made_in_english_alone():
    assert commands.pages(Site("nb", REGISTRY)) == commands.pages(Site("nn", REGISTRY)) == []
