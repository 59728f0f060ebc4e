"""What a registry takes in, and what it refuses: plugins add, they never change.

Forms and rules of this library stand. Between strangers, nobody wins a clash: both are refused
and both owners named, so that the order of loading means nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from rhf_services.hooks.registry import PluginInfo, PluginProblem, ProblemKind, Registry
from rhf_services.model.entities import EntityType
from rhf_services.model.filing import PARTS_THAT_COUNT
from rhf_services.model.forms import Edition, Phase, Template
from rhf_services.model.questions import Question
from rhf_services.model.regions import Region
from rhf_services.model.rules import BLOCKING_CODES, Need, Rule, Severity
from rhf_services.model.text import Text

KNOWN_SECTIONS = frozenset({"about", "people", *PARTS_THAT_COUNT})

Brought = list[tuple[PluginInfo, Any]]


def accepted(
    plugins: tuple[PluginInfo, ...], brought: dict[str, Brought], problems: Iterable[PluginProblem]
) -> Registry:
    """Make a registry of what can be taken in.

    Args:
        plugins: The plugins that answered.
        brought: What each hook brought, with its owner.
        problems: What is wrong already.

    Examples:
        >>> empty = {"rhf_templates": [], "rhf_rules": [], "rhf_breakers": []}
        >>> dict(accepted((), empty, ()).templates)
        {}
    """
    refused = list(problems)
    own = _questions(item for owner, item in brought["rhf_templates"] if owner.core)
    forms = []
    for owner, item in brought["rhf_templates"]:
        wrong = _judged(owner, item, own)
        refused += wrong
        if not wrong:
            forms.append((owner, item.id, item))
    rules = []
    for owner, item in brought["rhf_rules"]:
        wrong = _judged(owner, item, None)
        refused += wrong
        if not wrong:
            rules.append((owner, item.code, item))
    templates = _without_clashes(forms, refused)
    by_code = _without_clashes(rules, refused)
    breakers = [(owner, *pair) for owner, pair in brought["rhf_breakers"]]
    owners = {key: owner.name for key, (owner, _item) in {**templates, **by_code}.items()}
    return Registry(
        templates={key: item for key, (_owner, item) in templates.items()},
        rules={code: by_code[code][1] for code in sorted(by_code)},
        breakers={key: item for key, (_owner, item) in _without_clashes(breakers, refused).items()},
        plugins=plugins,
        owners=owners,
        problems=tuple(refused),
    )


def _judged(owner: PluginInfo, item: Any, own: dict[str, Question] | None) -> list[PluginProblem]:
    """Judge a form, or a rule where no questions are given; what cannot be judged is named."""
    try:
        if own is None:
            return list(_wrong_with_rule(owner, item))
        return list(_wrong_with_form(owner, item, own))
    except Exception as error:  # noqa: BLE001  (a stranger's value may be made of anything)
        return [PluginProblem(owner.name, ProblemKind.WRONG_VALUE, _about(item), repr(error))]


def _about(item: Any) -> str:
    """Name an item by its id or code, where it lets anybody look at it."""
    try:
        return str(getattr(item, "id", getattr(item, "code", "")))
    except Exception:  # noqa: BLE001  (a stranger's value may be made of anything)
        return type(item).__name__


def _wrong_with_form(
    owner: PluginInfo, item: Any, own: dict[str, Question]
) -> Iterator[PluginProblem]:
    def told(kind: ProblemKind, detail: str = "") -> PluginProblem:
        return PluginProblem(owner.name, kind, str(getattr(item, "id", item)), detail)

    if not isinstance(item, Template):
        yield told(ProblemKind.WRONG_VALUE, type(item).__name__)
        return
    if not owner.core and not item.id.startswith(f"{owner.name}."):
        yield told(ProblemKind.PREFIX, f"{owner.name}.")
    typed = [(item.title, Text), *((edition.first, int) for edition in item.editions)]
    wrong = [type(value).__name__ for value, kind in typed if type(value) is not kind]
    if wrong:
        yield told(ProblemKind.WRONG_VALUE, ", ".join(wrong))
        return
    parts = ((item.entity_types, EntityType), (item.regions, Region), (item.phases, Phase))
    for kind in _mistyped(*parts):
        yield told(ProblemKind.WRONG_VALUE, kind)
    if not _tiled(item):
        yield told(ProblemKind.EDITIONS)
    for edition in item.editions:
        ids = [section.id for section in edition.sections]
        if len(set(ids)) != len(ids) or not set(ids) <= KNOWN_SECTIONS:
            yield told(ProblemKind.SECTIONS, edition.id)
        for kind, id_ in _wrong_questions(owner, edition, own):
            yield told(kind, id_)


def _wrong_questions(
    owner: PluginInfo, edition: Edition, own: dict[str, Question]
) -> Iterator[tuple[ProblemKind, str]]:
    """Name the questions asked twice, those that are other than ours, and those without prefix."""
    asked = [one for section in edition.sections for one in section.asked]
    if len(asked) != len(edition.by_id):
        yield ProblemKind.QUESTIONS, edition.id
    for one in asked:
        prefixed = one.id.startswith(f"{owner.name}.")
        if not owner.core and not prefixed and own.get(one.id) != one.question:
            taken = one.id in own
            yield ProblemKind.QUESTIONS if taken else ProblemKind.QUESTION_PREFIX, one.id


def _wrong_with_rule(owner: PluginInfo, item: Any) -> Iterator[PluginProblem]:
    if not isinstance(item, Rule):
        yield PluginProblem(owner.name, ProblemKind.WRONG_VALUE, str(item), type(item).__name__)
        return
    if not owner.core and not item.code.startswith(owner.code_prefix):
        yield PluginProblem(owner.name, ProblemKind.PREFIX, item.code, owner.code_prefix)
    parts = ((item.needs, Need), (item.reads, str), (item.entity_types, EntityType))
    for kind in _mistyped(*parts):
        yield PluginProblem(owner.name, ProblemKind.WRONG_VALUE, item.code, kind)
    if Severity.ERROR in item.says.values() and item.code not in BLOCKING_CODES:
        yield PluginProblem(owner.name, ProblemKind.MAY_NOT_BLOCK, item.code)


def _mistyped(*parts: tuple[Any, type]) -> Iterator[str]:
    """Name what should stand in a tuple, for each part that is none or holds something else."""
    for given, kind in parts:
        if not isinstance(given, tuple) or not all(isinstance(one, kind) for one in given):
            yield kind.__name__


def _tiled(template: Template) -> bool:
    """Tell whether the editions leave no gap and do not overlap."""
    ids = [(edition.first, edition.revision) for edition in template.editions]
    spans = template.years()
    return (
        bool(ids)
        and not any(
            edition.last is not None and edition.first < first <= edition.last
            for edition in template.editions
            for first, _revision in ids
        )
        and len(ids) == len(set(ids))
        and all(span.last is None or span.first <= span.last for span in spans)
        and all(
            before.last is not None and before.last + 1 == after.first
            for before, after in pairwise(spans)
        )
    )


def _questions(forms: Iterable[Any]) -> dict[str, Question]:
    return {
        asked.id: asked.question
        for form in forms
        if isinstance(form, Template)
        for edition in form.editions
        for asked in edition
    }


def _without_clashes(
    items: list[tuple[PluginInfo, str, Any]], refused: list[PluginProblem]
) -> dict[str, tuple[PluginInfo, Any]]:
    claims: dict[str, list[tuple[PluginInfo, Any]]] = {}
    for owner, key, item in items:
        claims.setdefault(key, []).append((owner, item))
    kept = {}
    for key, claimants in claims.items():
        standing = [claim for claim in claimants if claim[0].core] or claimants
        if len(standing) == 1:
            kept[key] = standing[0]
        if len(claimants) > 1:
            names = [owner.name for owner, _item in claimants]
            losing = [owner for owner, item in claimants if kept.get(key) != (owner, item)]
            for owner in losing:
                others = ", ".join(name for name in names if name != owner.name) or owner.name
                refused.append(PluginProblem(owner.name, ProblemKind.CLASH, key, others))
    return kept
