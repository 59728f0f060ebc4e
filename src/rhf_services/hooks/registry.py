"""What one host has loaded: forms, rules, the plugins they came from, and what was refused."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import field, frozen

from rhf_services.model.cases import Cycle
from rhf_services.model.forms import Asked, Template
from rhf_services.model.rules import BLOCKING_CODES, Rule
from rhf_services.model.text import Text


class ProblemKind(StrEnum):
    """What can be wrong with a plugin.

    Examples:
        >>> ProblemKind("clash").name
        'CLASH'
    """

    IMPORT = "import"
    HOOK = "hook"
    UNKNOWN_HOOK = "unknown-hook"
    WRONG_VALUE = "wrong-value"
    PREFIX = "prefix"
    CLASH = "clash"
    MAY_NOT_BLOCK = "may-not-block"
    EDITIONS = "editions"
    QUESTIONS = "questions"
    QUESTION_PREFIX = "question-prefix"
    SECTIONS = "sections"


@frozen
class PluginProblem:
    """Something that was refused, and whose it is.

    Attributes:
        plugin: The name of the entry point.
        kind: What is wrong.
        about: The id or code of what was refused, or the name of the hook.
        detail: What the program said, or the other owner; in no particular language.

    Examples:
        >>> PluginProblem("helse-nord", ProblemKind.CLASH, "archive", "core").about
        'archive'
    """

    plugin: str
    kind: ProblemKind
    about: str = ""
    detail: str = ""


@frozen
class PluginInfo:
    """A plugin that was loaded.

    Attributes:
        name: The name of the entry point.
        distribution: The distribution that brings it.
        version: The version of that distribution.

    Examples:
        >>> PluginInfo("archive", "rhf-services", "0.1.0").core
        True
    """

    name: str
    distribution: str
    version: str

    @property
    def core(self) -> bool:
        """Whether it belongs to this library itself."""
        return self.distribution == "rhf-services"

    @property
    def code_prefix(self) -> str:
        """What the codes of its rules begin with: the initials of its name, and a hyphen."""
        return "".join(part[:1] for part in self.name.split("-")).upper() + "-"


@frozen(eq=False)
class Registry:
    """What one host has loaded; made by `load_registry`, never changed.

    Attributes:
        templates: The forms, by id.
        rules: The rules, by code, in the order of their codes.
        breakers: Where to find a way to break each rule, as ``module:function``.
        plugins: What was loaded.
        owners: The name of the plugin that brought each form and rule, by id or code.
        problems: What was refused.
        cycles: The dates of reporting years that were entered beside the forms, by year.
        compiled: Kept for the checking room, which compiles each edition once.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> "archive" in load_registry().templates
        True
    """

    templates: Mapping[str, Template] = field(repr=lambda forms: f"<{len(forms)}>")
    rules: Mapping[str, Rule[Any]] = field(repr=lambda rules: f"<{len(rules)}>")
    breakers: Mapping[str, str] = field(factory=dict, repr=False)
    plugins: tuple[PluginInfo, ...] = field(default=(), repr=False)
    owners: Mapping[str, str] = field(factory=dict, repr=False)
    problems: tuple[PluginProblem, ...] = ()
    cycles: Mapping[int, Cycle] = field(factory=dict)
    compiled: dict[tuple[str, str], Any] = field(factory=dict, init=False, repr=False)

    def rule(self, code: str) -> Rule[Any]:
        """Give a rule by its code.

        Raises:
            LookupError: No loaded plugin brings a rule with this code.
        """
        if code not in self.rules:
            raise LookupError(code)
        return self.rules[code]

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes without what was compiled, which is made anew there."""
        kept = (self.templates, self.rules, self.breakers, self.plugins, self.owners)
        return Registry, (*map(_plain, kept), self.problems, dict(self.cycles))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all rules."""
        return frozenset(self.rules)

    @cached_property
    def can_block(self) -> bool:
        """Whether all rules that may block are loaded; without them no verdict is complete."""
        return self.codes.issuperset(BLOCKING_CODES)

    @cached_property
    def questions(self) -> Mapping[str, Asked]:
        """Every question that some loaded form asks, as the latest form to ask it puts it."""
        return {
            asked.id: asked
            for template in self.templates.values()
            for edition in template.editions
            for asked in edition
        }

    @cached_property
    def titles(self) -> Mapping[str, Text]:
        """The titles of the forms, by id."""
        return {id_: template.title for id_, template in self.templates.items()}

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """The version of each distribution that something was loaded from."""
        return {plugin.distribution: plugin.version for plugin in self.plugins}


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
