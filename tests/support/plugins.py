"""Plugins made on the spot, with forms and rules of the smallest kind."""

from collections.abc import Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from rhf_services import Audience, Rule, Severity, Stage, Template, hookimpl
from rhf_services.forms import sections
from rhf_services.hooks import Plugin, PluginInfo
from rhf_services.model.entities import EntityType
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.questions import LongText
from rhf_services.model.rules import Hit
from rhf_services.model.subjects import REPORT
from rhf_services.model.text import Message, Text
from rhf_services.sources.documents import proposal

SOURCE = proposal("made up for a test")


def asked(question: Any, **more: Any) -> Asked:
    """Ask a question in the plainest way."""
    return Asked(question, Text("Et spørsmål"), None, SOURCE, **more)


def edition(first: int = 2024, *questions: Any, **more: Any) -> Edition:
    """Make an edition that asks some questions under evaluation."""
    put = tuple(q if isinstance(q, Asked) else asked(q) for q in questions)
    return Edition(first, (sections.evaluation(*put),), SOURCE, **more)


def form(id_: str, *editions: Edition, **more: Any) -> Template:
    """Make a form; without editions, one for 2024 that asks one question of its own."""
    kinds = more.pop("entity_types", (EntityType.NATIONAL_CENTRE,))
    own = edition(2024, LongText(f"{id_.partition('.')[0]}.status"))
    return Template(id_, Text("Et skjema"), kinds, editions or (own,), SOURCE, **more)


def fires(_report: Any) -> Iterator[Hit]:
    """Fire once, on the report as a whole."""
    yield Hit()


def rule(code: str, check: Any = fires, **more: Any) -> Rule[Any]:
    """Make a rule that informs the lead at every stage, where nothing else is said."""
    usual: dict[str, Any] = {
        "title": Text("En regel"),
        "on": REPORT,
        "says": dict.fromkeys(Stage, Severity.INFO),
        "audience": Audience.LEAD,
        "message": Message(Text("Noe er slik."), Text("Se på det.")),
        "source": SOURCE,
        "check": check,
    }
    return Rule(code=code, **{**usual, **more})


def plugin(
    name: str,
    *,
    templates: Iterable[Any] | None = None,
    rules: Iterable[Any] | None = None,
    breakers: Mapping[str, str] | None = None,
    distribution: str = "",
) -> Plugin:
    """Make a plugin that brings what is given, and has no other hooks."""
    given = {"rhf_templates": templates, "rhf_rules": rules, "rhf_breakers": breakers}
    hooks = {hook: bringing(items) for hook, items in given.items() if items is not None}
    return implemented(name, SimpleNamespace(**hooks), distribution=distribution)


def implemented(name: str, implementation: Any, *, distribution: str = "") -> Plugin:
    """Make a plugin of a module or object with hook implementations."""
    return Plugin(PluginInfo(name, distribution or f"{name}-forms", "1.0"), implementation)


def bringing(items: Any) -> Any:
    """Make a hook implementation that brings some items."""

    @hookimpl
    def hook() -> Any:
        return items

    return hook
