"""Proving: each statement holds, and its proof notices when any of its carriers is gone."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from rhf_services.hooks import Registry
from rhf_services.trace.carriers import Carrier
from rhf_services.trace.facts import Proof
from rhf_services.trace.proofs import proofs
from rhf_services.trace.switching import UnknownCarrierError, fresh, switched_off
from rhf_services.trace.world import REGIONAL, World


@frozen
class Trial:
    """One try of a proof.

    Attributes:
        row: The id of the statement.
        carrier: What was switched off; None where everything was on.
        passed: Whether it went as it should: the statement holds with everything on, and the
            proof notices when a carrier is off.

    Examples:
        >>> Trial("S003-019", None, passed=True).carrier is None
        True
    """

    row: str
    carrier: Carrier | None
    passed: bool


def installed(registry: Registry, template: str | None) -> bool:
    """Tell whether a form is here, as far as it may be elsewhere.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> installed(load_registry(), "archive")
        True
    """
    return template not in REGIONAL or template in registry.templates


def holds(proof: Proof, registry: Registry) -> bool:
    """Tell whether a statement holds; whatever its proof raises counts as no.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> holds(proofs()["S003-045"], load_registry())
        True
    """
    try:
        return proof.holds(World(registry))
    except Exception:  # noqa: BLE001  (what is gone may be missed in any way)
        return False


def try_without(proof: Proof, registry: Registry, carrier: Carrier) -> bool:
    """Tell whether a proof notices that one of its carriers is gone.

    Raises:
        UnknownCarrierError: What the carrier names does not exist.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> proof = proofs()["S003-045"]
        >>> try_without(proof, load_registry(), proof.carriers[0])
        True
    """
    with switched_off(registry, carrier) as lessened:
        return not holds(proof, lessened)


def to_try(registry: Registry, wanted: Iterable[Proof] | None = None) -> dict[Carrier, list[Proof]]:
    """Give every carrier that is here, with the proofs that have to notice when it is gone.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> len(to_try(load_registry(), [proofs()["S003-019"]]))
        3
    """
    found: dict[Carrier, list[Proof]] = {}
    for proof in proofs().values() if wanted is None else wanted:
        for carrier in proof.carriers:
            if installed(registry, proof.template) and installed(registry, carrier.template):
                found.setdefault(carrier, []).append(proof)
    return found


def trials(registry: Registry, wanted: Iterable[Proof] | None = None) -> Iterator[Trial]:
    """Run proofs with everything on, and then without each of their carriers in turn.

    A carrier is switched off once for all the proofs that name it. What belongs to a form that is
    not installed here is left out.

    Args:
        registry: What is loaded.
        wanted: The proofs; None for all.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> [trial.passed for trial in trials(load_registry(), [proofs()["S003-019"]])]
        [True, True, True, True]
    """
    some = list(proofs().values() if wanted is None else wanted)
    whole = fresh(registry)
    for proof in some:
        if installed(registry, proof.template):
            yield Trial(proof.row, None, holds(proof, whole))
    for carrier, concerned in to_try(registry, some).items():
        try:
            with switched_off(registry, carrier) as lessened:
                noticed = [not holds(proof, lessened) for proof in concerned]
        except UnknownCarrierError:
            noticed = [False for _proof in concerned]
        for proof, one in zip(concerned, noticed, strict=True):
            yield Trial(proof.row, carrier, one)
