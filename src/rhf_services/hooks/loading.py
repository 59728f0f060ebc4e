"""Loading plugins one by one, so that a broken one is named and the rest works."""

from collections.abc import Iterable
from importlib.metadata import Distribution, EntryPoint, entry_points
from typing import Any, Final

from attrs import field, frozen
from pluggy import PluginManager

from rhf_services.hooks.judging import accepted
from rhf_services.hooks.markers import PROJECT
from rhf_services.hooks.registry import PluginInfo, PluginProblem, ProblemKind, Registry
from rhf_services.hooks.specs import Hooks

GROUP: Final = "rhf_services"
HOOKS: Final = ("rhf_templates", "rhf_rules", "rhf_breakers")


@frozen
class Plugin:
    """A plugin that can be loaded.

    Attributes:
        info: Its name, distribution and version.
        implementation: The module or object with the hook implementations.

    Examples:
        >>> import types
        >>> Plugin(PluginInfo("example", "example-forms", "1.0"), types.ModuleType("m")).info.name
        'example'
    """

    info: PluginInfo
    implementation: Any = field(repr=False)


class RegistryError(Exception):
    """Plugins were refused where the caller asked for none to be.

    Attributes:
        problems: What was refused.

    Examples:
        >>> RegistryError((PluginProblem("x", ProblemKind.IMPORT),)).problems[0].plugin
        'x'
        >>> str(RegistryError((PluginProblem("x", ProblemKind.CLASH, "archive", "y"),)))
        'x: clash archive (y)'
    """

    def __init__(self, problems: tuple[PluginProblem, ...]) -> None:
        """Keep the problems, and name of each whose it is, what it is about, and its detail."""
        super().__init__(", ".join(map(_in_a_line, problems)))
        self.problems = problems


def _in_a_line(problem: PluginProblem) -> str:
    detail = f" ({problem.detail})" if problem.detail else ""
    return f"{problem.plugin}: {problem.kind} {problem.about}".rstrip() + detail


def load_registry(plugins: Iterable[Plugin] | None = None, *, strict: bool = False) -> Registry:
    """Load forms and rules.

    Args:
        plugins: What to load; None for everything installed, this library's own included.
        strict: Whether to raise instead of going on without what was refused.

    Returns:
        A registry of its own; its ``problems`` name what was refused.

    Raises:
        RegistryError: Something was refused and ``strict`` is set.

    Examples:
        >>> load_registry().problems
        ()
    """
    found = _installed() if plugins is None else list(plugins)
    problems = [one for one in found if isinstance(one, PluginProblem)]
    ready = [one for one in found if isinstance(one, Plugin)]
    brought: dict[str, list[tuple[PluginInfo, Any]]] = {hook: [] for hook in HOOKS}
    in_order = sorted(ready, key=lambda one: (one.info.name, one.info.distribution))
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    loaded = [plugin.info for plugin in in_order if _ask(plugin, manager, brought, problems)]
    registry = accepted(tuple(loaded), brought, problems)
    if strict and registry.problems:
        raise RegistryError(registry.problems)
    return registry


def installed_plugins() -> tuple[Plugin, ...]:
    """Give every installed plugin that can be imported, this library's own included.

    Examples:
        >>> "archive" in [plugin.info.name for plugin in installed_plugins()]
        True
    """
    return tuple(one for one in _installed() if isinstance(one, Plugin))


def _installed() -> list[Plugin | PluginProblem]:
    """Import the entry points one by one, so that a broken one takes no other along."""
    entries = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))
    distributions = {id(entry.dist): entry.dist for entry in entries if entry.dist is not None}
    named = {key: _name_and_version(dist) for key, dist in distributions.items()}
    return [_imported(entry, *named.get(id(entry.dist), ("", ""))) for entry in entries]


def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    """Read what a distribution calls itself; once for all its entry points."""
    told = distribution.metadata
    return told["Name"], told["Version"]


def _imported(entry: EntryPoint, name: str, version: str) -> Plugin | PluginProblem:
    try:
        implementation = entry.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001  (a stranger's module may raise anything)
        return PluginProblem(entry.name, ProblemKind.IMPORT, entry.value, repr(error))
    return Plugin(PluginInfo(entry.name, name, version), implementation)


def _ask(
    plugin: Plugin,
    manager: PluginManager,
    brought: dict[str, list[tuple[PluginInfo, Any]]],
    problems: list[PluginProblem],
) -> bool:
    """Ask one plugin for everything it brings; what fails is named and left out.

    The manager knows one plugin at a time, so that none can get in the way of another.
    """
    name = plugin.info.name
    try:
        manager.register(plugin.implementation, name)
        manager.check_pending()
    except Exception as error:  # noqa: BLE001
        problems.append(PluginProblem(name, ProblemKind.UNKNOWN_HOOK, "", repr(error)))
        manager.unregister(name=name)
        return False
    for hook in HOOKS:
        for implementation in getattr(manager.hook, hook).get_hookimpls():
            try:
                given = implementation.function()
                if hook == "rhf_breakers":
                    items = [(str(code), str(where)) for code, where in given.items()]
                else:
                    items = list(given)
            except (Exception, SystemExit) as error:  # noqa: BLE001
                problems.append(PluginProblem(name, ProblemKind.HOOK, hook, repr(error)))
                continue
            brought[hook] += [(plugin.info, item) for item in items]
    manager.unregister(name=name)
    return True
