"""Minimally broken cases of one form, by way of the breakers that the loaded plugins bring."""

from collections.abc import Collection, Mapping
from importlib import import_module

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.testing.broken import Broken
from rhf_services.testing.formed import Narrowed


def broken_cases(
    registry: Registry,
    template_id: str,
    year: int | None = None,
    *,
    codes: Collection[str] | None = None,
) -> SearchStrategy[Broken]:
    """Give cases on a form in which one rule is broken, each with the findings it must give.

    Args:
        registry: What is loaded.
        template_id: The id of a form.
        year: The reporting year; by default any that the rule can be broken in.
        codes: The codes of the rules to break; by default all that can be broken on the form.

    Returns:
        The cases. Which rules they break can be asked for beforehand: `breakable`.

    Raises:
        LookupError: Nobody has loaded the form, it is not for this year, or none of the rules can
            be broken on it.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import check, load_registry, loads_case
        >>> from rhf_services.testing import Expected
        >>> registry = load_registry()
        >>> @settings(max_examples=3, database=None)
        ... @given(broken_cases(registry, "quality-and-competence-network", codes=("PER002",)))
        ... def just_these(broken):
        ...     verdict = check(loads_case(broken.written).case, registry, broken.stage, broken.at)
        ...     assert Expected.all_of(verdict.findings) == broken.findings
        >>> just_these()
    """
    found = _breakable(Narrowed.of(registry, template_id, year), codes)
    if not found:
        raise LookupError(template_id, year, *(codes or ()))
    return st.one_of(list(found.values()))


def breakable(registry: Registry, template_id: str, year: int | None = None) -> tuple[str, ...]:
    """Give the codes of the rules that can be broken on a form, and that somebody tells how to.

    Args:
        registry: What is loaded.
        template_id: The id of a form.
        year: The reporting year, or None for any.

    Examples:
        >>> from rhf_services import load_registry
        >>> "ACT001" in breakable(load_registry(), "quality-and-competence-network")
        False
        >>> breakable(load_registry(), "national-centre", 2025)       # nobody has gone through it
        ('ACT002', 'TPL002')
    """
    return tuple(_breakable(Narrowed.of(registry, template_id, year), None))


def breaker(registry: Registry, code: str) -> SearchStrategy[Broken]:
    """Give the broken cases that a rule's breaker makes.

    Args:
        registry: What is loaded.
        code: The code of the rule.

    Raises:
        LookupError: Nobody tells how to break the rule, or no form lets it fire.

    Examples:
        >>> from rhf_services import load_registry
        >>> breaker(load_registry(), "ACT001").is_empty
        False
    """
    module, _colon, name = registry.breakers[code].partition(":")
    made: SearchStrategy[Broken] = getattr(import_module(module), name)(registry)
    return made


def all_broken(registry: Registry) -> SearchStrategy[Broken]:
    """Give broken cases of every form; the breakers of a form are called when it is first drawn.

    Args:
        registry: What is loaded.

    Examples:
        >>> from rhf_services import load_registry
        >>> all_broken(load_registry()).is_empty
        False
    """
    made: dict[str, Mapping[str, SearchStrategy[Broken]]] = {}

    @st.composite
    def broken(draw: DrawFn) -> Broken:
        template_id = draw(st.sampled_from(list(registry.templates)))
        if template_id not in made:
            made[template_id] = _breakable(Narrowed.of(registry, template_id), None)
        of_form = made[template_id]
        code = draw(st.sampled_from(list(of_form)) if of_form else st.nothing())
        return draw(of_form[code])

    return broken()


def _breakable(
    registry: Narrowed, codes: Collection[str] | None
) -> Mapping[str, SearchStrategy[Broken]]:
    found = {}
    for code in registry.rules:
        if code in registry.breakers and (codes is None or code in codes):
            try:
                found[code] = breaker(registry, code)
            except LookupError as error:
                _raise_unless_unbreakable(error, code)
    return found


def _raise_unless_unbreakable(error: LookupError, code: str) -> None:
    """Let a breaker's own slip be seen; that no form lets its rule fire is said with the code."""
    if error.args != (code,):
        raise error
