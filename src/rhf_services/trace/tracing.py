"""The trace: for each statement what carries it, or that it is open."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from rhf_services.hooks import Registry
from rhf_services.trace.carriers import Carrier, CarrierKind
from rhf_services.trace.proofs import proofs
from rhf_services.trace.proving import installed
from rhf_services.trace.statements import Statement, statements


class TracedAs(StrEnum):
    """How a statement stands.

    ``carried``: something that is loaded carries it. ``not-installed``: the form that carries it
    is not installed here. ``open``: it is not about the form or the report.

    Examples:
        >>> TracedAs("open").name
        'OPEN'
    """

    CARRIED = "carried"
    NOT_INSTALLED = "not-installed"
    OPEN = "open"


@frozen
class Traced:
    """A statement and what carries it.

    Attributes:
        statement: The statement.
        state: How it stands.
        carriers: What carries it; what belongs to a form that is not installed is left out.
        elsewhere: What belongs to a form that is not installed here.
        rules: The codes of the loaded rules that name the statement, whether or not it is open.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> [str(one) for one in trace(load_registry(), ["S003-066"])[0].carriers]
        ['rule:PER002']
    """

    statement: Statement
    state: TracedAs
    carriers: tuple[Carrier, ...] = ()
    elsewhere: tuple[Carrier, ...] = ()
    rules: tuple[str, ...] = ()


def trace(
    registry: Registry, rows: Iterable[str] = (), kinds: Iterable[str] = ()
) -> tuple[Traced, ...]:
    """Trace statements to what carries them.

    Args:
        registry: What is loaded.
        rows: Ids of statements; none for all.
        kinds: Kinds of statements; none for all.

    Raises:
        LookupError: No statement has one of the ids.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> [str(one.state) for one in trace(load_registry(), ["S003-019", "S003-155"])]
        ['carried', 'open']
    """
    wanted, of_kinds = list(rows), set(kinds)
    known = {one.id: one for one in statements()}
    for row in wanted:
        if row not in known:
            raise LookupError(row)
    named: dict[str, list[str]] = {}
    for code, rule in registry.rules.items():
        for row in rule.traces:
            named.setdefault(row, []).append(code)
    chosen = [known[row] for row in wanted] if wanted else list(known.values())
    return tuple(
        _traced(registry, one, tuple(named.get(one.id, ())))
        for one in chosen
        if not of_kinds or one.kind in of_kinds
    )


def _traced(registry: Registry, one: Statement, rules: tuple[str, ...]) -> Traced:
    proof = proofs().get(one.id)
    if proof is None:
        return Traced(one, TracedAs.OPEN, rules=rules)
    if not installed(registry, proof.template):
        return Traced(one, TracedAs.NOT_INSTALLED, elsewhere=proof.carriers, rules=rules)
    here = [carrier for carrier in proof.carriers if installed(registry, carrier.template)]
    elsewhere = [carrier for carrier in proof.carriers if carrier not in here]
    return Traced(one, TracedAs.CARRIED, tuple(here), tuple(elsewhere), rules)


def place(registry: Registry, carrier: Carrier) -> str | None:
    """Tell where a carrier is written, or which plugin brings it.

    Args:
        registry: What is loaded.
        carrier: The carrier.

    Returns:
        For a rule the module and function that checks it; for what belongs to a form the name of
        the entry point that brings the form; None where the address already says it.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.trace.carriers import rule
        >>> place(load_registry(), rule("SUB001"))
        'rhf_services.rules.submission:not_the_lead'
    """
    if carrier.kind is CarrierKind.RULE and carrier.address in registry.rules:
        check = registry.rules[carrier.address].check
        return f"{check.__module__}:{check.__name__}"
    return registry.owners.get(carrier.template or "")
