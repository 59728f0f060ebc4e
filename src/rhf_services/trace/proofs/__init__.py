"""The proofs, by subject: for each statement what carries it, and how that is proven."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rhf_services.trace.facts import Proof
from rhf_services.trace.proofs import (
    activities,
    choosing,
    evaluation,
    forms,
    group,
    guidance,
    kinds,
    people,
    tabs,
)


@cache
def proofs() -> Mapping[str, Proof]:
    """Give all proofs, by the id of the statement.

    Raises:
        ValueError: A statement has two proofs.

    Examples:
        >>> proofs()["S003-019"].carriers[0].address
        'SUB001'
    """
    found: dict[str, Proof] = {}
    for subject in (kinds, forms, choosing, tabs, people, activities, evaluation, guidance, group):
        for proof in subject.PROOFS:
            if proof.row in found:
                raise ValueError(proof.row)
            found[proof.row] = proof
    return MappingProxyType({row: found[row] for row in sorted(found)})
