"""How forms and rules get in: hook specifications, the marks, and the registry.

The only door to pluggy. Nothing is registered by importing; a registry is a value, and two hosts
in one process can hold two.
"""

from rhf_services.hooks.advising import Advice, AdviceKind, advice
from rhf_services.hooks.loading import Plugin, RegistryError, installed_plugins, load_registry
from rhf_services.hooks.markers import hookimpl
from rhf_services.hooks.registry import PluginInfo, PluginProblem, ProblemKind, Registry
from rhf_services.hooks.specs import Hooks

__all__ = [
    "Advice",
    "AdviceKind",
    "Hooks",
    "Plugin",
    "PluginInfo",
    "PluginProblem",
    "ProblemKind",
    "Registry",
    "RegistryError",
    "advice",
    "hookimpl",
    "installed_plugins",
    "load_registry",
]
