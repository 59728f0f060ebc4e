"""Loading plugins one by one, so that a broken one is named and the rest works."""

from collections.abc import Iterable
from importlib.metadata import entry_points
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
    """

    def __init__(self, problems: tuple[PluginProblem, ...]) -> None:
        """Keep the problems and name the plugins."""
        super().__init__(", ".join(f"{p.plugin}: {p.kind} {p.about}".strip() for p in problems))
        self.problems = problems


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
    problems: list[PluginProblem] = []
    found = installed_plugins(problems) if plugins is None else tuple(plugins)
    brought = {hook: [] for hook in HOOKS}  # type: dict[str, list[tuple[PluginInfo, Any]]]
    loaded = []
    for plugin in sorted(found, key=lambda one: (one.info.name, one.info.distribution)):
        if _ask(plugin, brought, problems):
            loaded.append(plugin.info)
    registry = accepted(tuple(loaded), brought, problems)
    if strict and registry.problems:
        raise RegistryError(registry.problems)
    return registry


def installed_plugins(problems: list[PluginProblem] | None = None) -> tuple[Plugin, ...]:
    """Import every installed plugin, one by one.

    Args:
        problems: Where to name those that cannot be imported.

    Examples:
        >>> "archive" in [plugin.info.name for plugin in installed_plugins()]
        True
    """
    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        try:
            implementation = entry.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001  (a stranger's module may raise anything)
            if problems is not None:
                problems.append(
                    PluginProblem(entry.name, ProblemKind.IMPORT, entry.value, repr(error))
                )
            continue
        distribution = entry.dist
        name = distribution.name if distribution is not None else ""
        version = distribution.version if distribution is not None else ""
        found.append(Plugin(PluginInfo(entry.name, name, version), implementation))
    return tuple(found)


def _ask(
    plugin: Plugin,
    brought: dict[str, list[tuple[PluginInfo, Any]]],
    problems: list[PluginProblem],
) -> bool:
    """Ask one plugin for everything it brings; what fails is named and left out."""
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    name = plugin.info.name
    try:
        manager.register(plugin.implementation, name)
        manager.check_pending()
    except Exception as error:  # noqa: BLE001
        problems.append(PluginProblem(name, ProblemKind.UNKNOWN_HOOK, "", repr(error)))
        return False
    for hook in HOOKS:
        for implementation in getattr(manager.hook, hook).get_hookimpls():
            try:
                given = implementation.function()
                items = list(given.items() if hook == "rhf_breakers" else given)
            except (Exception, SystemExit) as error:  # noqa: BLE001
                problems.append(PluginProblem(name, ProblemKind.HOOK, hook, repr(error)))
                continue
            brought[hook] += [(plugin.info, item) for item in items]
    return True
