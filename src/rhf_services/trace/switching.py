"""Switching a carrier off: the registry without it, or the value gone for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import EnumType, StrEnum
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from attrs import evolve

from rhf_services.hooks import Registry
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.model.text import Text
from rhf_services.trace.carriers import Carrier, CarrierKind

NO_TEXT = Text("")


class UnknownCarrierError(LookupError):
    """What a carrier names does not exist.

    Examples:
        >>> UnknownCarrierError("rule:XYZ001").args
        ('rule:XYZ001',)
    """


class SwitchedOffError(Exception):
    """Something was used that is switched off.

    Examples:
        >>> SwitchedOffError("about").args
        ('about',)
    """


@contextmanager
def switched_off(registry: Registry, carrier: Carrier) -> Iterator[Registry]:
    """Give a registry in a world where a carrier is switched off.

    Args:
        registry: What is loaded; it stays as it is.
        carrier: What to switch off. A value is gone from its module for the duration, and put
            back afterwards.

    Raises:
        UnknownCarrierError: What the carrier names does not exist.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.trace.carriers import rule
        >>> with switched_off(load_registry(), rule("SUB001")) as lessened:
        ...     "SUB001" in lessened.rules
        False
    """
    if carrier.kind is not CarrierKind.VALUE:
        yield without(registry, carrier)
        return
    from unittest.mock import patch  # noqa: PLC0415  (heavy; only where a value goes)

    holder, name, gone = _value_gone(carrier)
    with patch.object(holder, name, gone):
        yield fresh(registry)


def without(registry: Registry, carrier: Carrier) -> Registry:
    """Give a registry without a rule, or without something of its forms.

    Args:
        registry: What is loaded; it stays as it is.
        carrier: What to leave out; any kind but a value.

    Raises:
        UnknownCarrierError: The registry does not have it.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.trace.carriers import template
        >>> "archive" in without(load_registry(), template("archive")).templates
        False
    """
    if carrier.kind is CarrierKind.RULE:
        if carrier.address not in registry.rules:
            raise UnknownCarrierError(str(carrier))
        rules = {code: one for code, one in registry.rules.items() if code != carrier.address}
        return evolve(fresh(registry), rules=rules)
    if carrier.kind is CarrierKind.CHOICES:
        lessened = _changed(registry, lambda form: _questions_changed(form, _unlisted(carrier)))
    elif carrier.kind is CarrierKind.TEMPLATE:
        kept = {id_: form for id_, form in registry.templates.items() if id_ != carrier.address}
        lessened = evolve(fresh(registry), templates=kept)
    else:
        lessened = _changed(registry, lambda form: _lessened(form, carrier))
    if lessened.templates == registry.templates:
        raise UnknownCarrierError(str(carrier))
    return lessened


def fresh(registry: Registry) -> Registry:
    """Give a registry that has nothing in common with the given one that anybody keeps in mind.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> fresh(load_registry()).compiled
        {}
    """
    return _changed(registry, lambda form: form)


def _changed(registry: Registry, change: Callable[[Template], Template]) -> Registry:
    return evolve(
        registry,
        templates={
            id_: evolve(changed := change(form), editions=map(evolve, changed.editions))
            for id_, form in registry.templates.items()
        },
    )


def _lessened(form: Template, carrier: Carrier) -> Template:
    """Leave an edition, a part, a question or a text out of its form."""
    if form.id != carrier.template:
        return form
    if carrier.kind is CarrierKind.TEXT:
        key = carrier.address.removeprefix(f"form.{form.id}.")
        if key == "title":
            return evolve(form, title=NO_TEXT)
        return _sections_changed(form, lambda part: _untold(part, key))
    id_ = carrier.address.removeprefix(f"{form.id}/")
    if carrier.kind is CarrierKind.EDITION:
        return evolve(form, editions=[one for one in form.editions if one.id != id_])
    if carrier.kind is CarrierKind.SECTION:
        return _sections_changed(form, lambda part: None if part.id == id_ else part)
    return _questions_changed(form, lambda asked: None if asked.id == id_ else asked)


def _untold(part: Section, key: str) -> Section:
    """Leave a text out of a part or of one of its questions."""
    top, _, last = key.rpartition(".")
    if top == f"section.{part.id}":
        return evolve(part, **_gone(last))
    asked = [evolve(one, **_gone(last)) if one.id == top else one for one in part.asked]
    return evolve(part, asked=tuple(asked))


def _gone(which: str) -> dict[str, Any]:
    return {which: None if which == "guidance" else NO_TEXT}


def _sections_changed(form: Template, change: Callable[[Section], Section | None]) -> Template:
    def changed(edition: Edition) -> Edition:
        parts = [change(part) for part in edition.sections]
        return evolve(edition, sections=tuple(part for part in parts if part is not None))

    return evolve(form, editions=map(changed, form.editions))


def _questions_changed(form: Template, change: Callable[[Asked], Asked | None]) -> Template:
    def changed(part: Section) -> Section:
        asked = [change(one) for one in part.asked]
        return evolve(part, asked=tuple(one for one in asked if one is not None))

    return _sections_changed(form, changed)


def _unlisted(carrier: Carrier) -> Callable[[Asked], Asked]:
    """Empty a choice list wherever a question or column takes its choices from it."""

    def emptied(listed: ChoiceList) -> ChoiceList:
        return evolve(listed, choices=()) if listed.id == carrier.address else listed

    def changed(asked: Asked) -> Asked:
        question = asked.question
        if isinstance(question, TextWithChoices):
            return evolve(asked, question=evolve(question, choices=emptied(question.choices)))
        if isinstance(question, Table):
            columns = tuple(
                evolve(column, choices=emptied(column.choices))
                if isinstance(column, ChoiceColumn)
                else column
                for column in question.columns
            )
            return evolve(asked, question=evolve(question, columns=columns))
        return asked

    return changed


def _value_gone(carrier: Carrier) -> tuple[Any, str, Any]:
    """Give whatever holds a value, its name there, and what stands in its place."""
    module, _, path = carrier.address.partition(":")
    try:
        holder: Any = import_module(module)
        *outer, name = path.split(".")
        for step in outer:
            holder = getattr(holder, step)
        found = getattr(holder, name)
    except (ImportError, AttributeError) as error:
        raise UnknownCarrierError(str(carrier)) from error
    if isinstance(holder, EnumType):
        all_of_it: dict[str, Any] = dict(holder.__members__)
        members = {key: str(member) for key, member in all_of_it.items() if key != name}
        return import_module(module), holder.__name__, StrEnum(holder.__name__, members)
    return holder, name, _instead_of(holder, name, found)


def _instead_of(holder: Any, name: str, found: Any) -> Any:
    if not isinstance(holder, ModuleType) and not callable(found):
        return _Nothing()
    if callable(found):

        def refuse(*_given: Any, **_named: Any) -> NoReturn:
            raise SwitchedOffError(name)

        return refuse
    return {} if hasattr(found, "items") else type(found)()


class _Nothing:
    """A field that takes anything and holds nothing."""

    def __get__(self, _one: object, _kind: type | None = None) -> None:
        """Give nothing."""

    def __set__(self, _one: object, _value: object) -> None:
        """Take anything."""
