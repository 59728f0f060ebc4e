"""The command ``plugins``, and what every command says of plugins that were refused."""

import click

from rhf_services.cli import words
from rhf_services.cli.showing import COLOURS, MARKS, wrapped
from rhf_services.hooks import Advice, PluginProblem, Registry, advice
from rhf_services.i18n import Language, language, show


def show_plugins(registry: Registry, lang: str) -> int:
    """List what is loaded and what was refused; the exit code is 2 where something was."""
    reader = language(lang)
    for plugin in registry.plugins:
        brought = [key for key, owner in registry.owners.items() if owner == plugin.name]
        name = click.style(plugin.name, bold=True)
        click.echo(f"{name}  {plugin.distribution} {plugin.version}")
        if brought:
            click.echo("\n".join(wrapped(", ".join(brought), "    ")))
        elif not plugin.core:
            click.echo(f"    {show(words.PLUGIN_EMPTY, reader)}")
    for problem in registry.problems:
        click.echo(click.style(problem_line(problem, reader), fg="red"))
    for one in advice(registry):
        for line in wrapped(advice_line(one, reader), ""):
            click.echo(click.style(line, fg=COLOURS[one.severity]))
    return 2 if registry.problems else 0


def problem_line(problem: PluginProblem, lang: Language) -> str:
    """Say in one line what was refused of a plugin, and why."""
    params = {"prefix": f"{problem.plugin}."}
    said = show(words.PLUGIN_PROBLEMS[problem.kind], lang, params)
    more = ", ".join(part for part in (problem.about, problem.detail) if part)
    return f"{problem.plugin}: {said} [{problem.kind}: {more}]"


def not_found(registry: Registry, id_: str, otherwise: str) -> str:
    """Say why there is no such form or rule: it was refused, or nobody brought it.

    Args:
        registry: What is loaded.
        id_: The id of a form, or the code of a rule.
        otherwise: What to say where nothing with this name was refused.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> not_found(load_registry(), "form", "No form is called 'form'.")
        "No form is called 'form'."
    """
    kinds = [f"{one.plugin}: {one.kind}" for one in registry.problems if one.about == id_]
    if not kinds:
        return otherwise
    told = ", ".join(dict.fromkeys(kinds))
    return f'{id_} was brought by a plugin and refused ({told}). See "rhf-services plugins".'


def advice_line(one: Advice, lang: Language) -> str:
    """Say in one line what the author of a form may want to mend."""
    said = show(words.FORM_ADVICE[one.kind], lang, {"part": one.about})
    return f"{MARKS[one.severity]} {one.plugin}: {said} [{one.template}, {one.edition}]"
