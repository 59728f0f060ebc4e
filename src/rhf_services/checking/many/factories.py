"""A function that makes a registry, named so that every worker can import it."""

import sys
from collections.abc import Callable
from functools import partial, reduce
from importlib import import_module
from typing import Any

from attrs import frozen

from rhf_services.hooks.registry import Registry

RegistryFactory = str | Callable[..., Registry]
"""``"module:function"``, a function of a module, or a `functools.partial` of one."""


class WorkerUnfitError(RuntimeError):
    """A worker cannot do this work: it has no registry, another one, or lacks what is needed.

    Examples:
        >>> str(WorkerUnfitError("ModuleNotFoundError: no module named 'helse'"))
        "ModuleNotFoundError: no module named 'helse'"
    """


@frozen
class Factory:
    """A function that makes a registry, by its name, with what it is called with.

    Attributes:
        name: ``module:function``.
        args: The arguments.
        kwargs: The arguments by name.

    Examples:
        >>> "archive" in Factory("rhf_services:load_registry").make().templates
        True
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: tuple[tuple[str, Any], ...] = ()

    def make(self) -> Registry:
        """Import the function and call it.

        Raises:
            TypeError: It gave something else than a registry.
        """
        made = imported(self.name)(*self.args, **dict(self.kwargs))
        if not isinstance(made, Registry):
            raise TypeError(f"{self.name} gave a {type(made).__name__}, not a Registry")
        return made


def factory_of(given: RegistryFactory) -> Factory:
    """Name a function that makes a registry.

    Args:
        given: The function, its name, or a `functools.partial` of it with values that can be
            compared and travel.

    Raises:
        ValueError: No worker could import it: a lambda, a method, a function within another.

    Examples:
        >>> from rhf_services import load_registry
        >>> factory_of(partial(load_registry, strict=True)).kwargs
        (('strict', True),)
    """
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = {}
    function: Any = given
    if isinstance(function, partial):
        function, args, kwargs = function.func, function.args, function.keywords
    if not isinstance(function, str):
        function = f"{getattr(function, '__module__', '')}:{getattr(function, '__qualname__', '')}"
    made = Factory(function, tuple(args), tuple(sorted(kwargs.items())))
    try:
        hash(made)
        found = imported(made.name)
    except (AttributeError, ImportError, TypeError, ValueError) as error:
        raise ValueError(f"{function!r} cannot be imported: {error}") from error
    if not callable(found) or not (isinstance(given, str | partial) or found is given):
        raise ValueError(f"{function!r} is no function of a module")
    return made


def imported(name: str) -> Any:
    """Import what ``module:function`` names.

    Examples:
        >>> imported("rhf_services:load_registry").__name__
        'load_registry'
    """
    module, _colon, path = name.partition(":")
    start = sys.modules.get(module) if module == "__main__" else import_module(module)
    return reduce(getattr, path.split("."), start)
