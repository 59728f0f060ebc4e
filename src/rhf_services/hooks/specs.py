"""What a plugin can bring: forms, rules, and ways to break its rules in tests.

A plugin is a module named by an entry point in the group ``rhf_services``. Plugins add; they
never change what others brought, and the order in which they are loaded means nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from rhf_services.hooks.markers import hookspec
from rhf_services.model.forms import Template
from rhf_services.model.rules import Rule


class Hooks(Protocol):
    """The hooks, each asked once when a registry is made.

    Examples:
        A whole plugin, ``rhf_services_example/__init__.py``, named in its ``pyproject.toml``
        under ``[project.entry-points.rhf_services]`` as ``example = "rhf_services_example"``:

        >>> from rhf_services import hookimpl
        >>> @hookimpl
        ... def rhf_templates():
        ...     return ()
    """

    @hookspec
    def rhf_templates(self) -> Iterable[Template]:
        """Bring forms.

        The id of a form that a plugin brings begins with the name of its entry point and a dot.

        Returns:
            The forms, with all their editions.
        """

    @hookspec
    def rhf_rules(self) -> Iterable[Rule[Any]]:
        """Bring rules.

        The code of a rule that a plugin brings begins with the initials of its entry point in
        capitals and a hyphen (``helse-nord``: ``HN-``). None of them can block.

        Returns:
            The rules.
        """

    @hookspec
    def rhf_breakers(self) -> Mapping[str, str]:
        """Bring ways to break rules, used only in tests.

        Returns:
            For each code, where to import a function ``(registry) -> SearchStrategy[Broken]``,
            as ``module:function``.
        """
