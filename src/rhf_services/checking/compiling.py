"""A form made ready for checking, once: its structure check and the rules it runs."""

from functools import cached_property
from typing import Any, Final

from attrs import field, frozen

from rhf_services.checking.planning import Occasion, Plan, planned
from rhf_services.hooks.registry import Registry
from rhf_services.model.filing import Filing
from rhf_services.model.forms import Edition, Template
from rhf_services.model.rules import Need, Rule
from rhf_services.model.speaking import speaks_on
from rhf_services.wire.answers import answers_shape
from rhf_services.wire.fast_checks import fast
from rhf_services.wire.shape_checks import compiled
from rhf_services.wire.shapes import Check, Shape

NEEDS: Final = (Need.ENTITY, Need.CYCLE, Need.PREVIOUS, Need.ATTEMPT, Need.TIME)


@frozen
class CompiledForm:
    """One edition of a form, ready for many checks.

    Attributes:
        template: The form.
        edition: The edition.
        shape: The shape of its answers.
        structure: Finds every fault of the answers.
        rules: The rules that can say something on this form.
        silent: Codes of the rules that cannot, since the form does not ask what they read.
        plans: The plans made so far, each for one occasion.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["archive"]
        >>> len(compiled_form(registry, form, form.editions[0]).rules) < len(registry.rules)
        True
    """

    template: Template
    edition: Edition
    shape: Shape
    structure: Check
    rules: tuple[Rule[Any], ...]
    silent: tuple[str, ...]
    plans: dict[Any, Plan] = field(factory=dict, init=False, repr=False)

    @cached_property
    def plain_structure(self) -> Check:
        """The structure check without its fast way: what the fast one is held against."""
        return compiled(self.shape)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of entities that some rule speaks of alone; all others are one occasion."""
        return frozenset(str(kind) for rule in self.rules for kind in rule.entity_types)

    def plan(self, filing: Filing) -> Plan:
        """Give the plan for a filing; made once for each occasion."""
        case = filing.case
        there = (
            case.entity is not None,
            case.cycle is not None,
            case.previous is not None,
            case.attempt is not None,
            filing.at is not None,
        )
        kind = filing.entity_type if self.kinds else None
        if kind not in self.kinds:
            kind = None
        occasion = (filing.stage, there, kind)
        plan = self.plans.get(occasion)
        if plan is None:
            parts = tuple(need for need, given in zip(NEEDS, there, strict=True) if given)
            plan = planned(self.rules, self.silent, Occasion(filing.stage, parts, kind))
            self.plans[occasion] = plan
        return plan


def compiled_form(registry: Registry, template: Template, edition: Edition) -> CompiledForm:
    """Give an edition made ready for checking; made once for each registry.

    Args:
        registry: What is loaded.
        template: A form of the registry.
        edition: One of its editions.
    """
    key = (template.id, edition.id)
    known = registry.compiled.get(key)
    if isinstance(known, CompiledForm) and known.edition is edition:
        return known
    elsewhere = tuple(id_ for id_ in registry.questions if id_ not in edition.by_id)
    runs = {code: speaks_on(rule, template, edition) for code, rule in registry.rules.items()}
    shape = answers_shape(edition, elsewhere)
    made = CompiledForm(
        template,
        edition,
        shape,
        structure=fast(shape),
        rules=tuple(registry.rules[code] for code, speaks in runs.items() if speaks),
        silent=tuple(code for code, speaks in runs.items() if not speaks),
    )
    registry.compiled[key] = made
    return made
