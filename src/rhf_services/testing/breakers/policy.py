"""Hosts that choose what they cannot choose."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.rules import BLOCKING_CODES
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few

_NO_CODES: Final = ("ACT0001", "act001", "ACT", "ACT001 ", "XX-ABC001", "SUB999")
_SAYS: Final = ("off", "warning", "info")


def closed_rule(registry: Registry) -> SearchStrategy[Broken]:
    """Switch off or lower some of the rules that are in force everywhere."""
    return _changing(registry, "POL001", BLOCKING_CODES)


def unknown_rule(registry: Registry) -> SearchStrategy[Broken]:
    """Switch off or lower rules that nobody has."""
    return _changing(registry, "POL002", _NO_CODES)


def _changing(registry: Registry, code: str, codes: tuple[str, ...]) -> SearchStrategy[Broken]:
    others = [
        known
        for known in registry.rules
        if known not in BLOCKING_CODES and not known.startswith("POL")
    ]

    def change(draw: DrawFn, draft: Draft) -> None:
        wrong = draw(few(codes))
        for _one in wrong:
            draft.expect()
        chosen = [*wrong, draw(st.sampled_from(others))]
        rules = [_change(one, draw(st.sampled_from(_SAYS))) for one in chosen]
        draft.document["policy"] = {"rules": rules, "options": {"small_numbers": False}}

    return breaking(registry, code, change)


def _change(code: str, says: str) -> dict[str, Any]:
    return {"rule": code, "says": says, "by": "Servicemiljøet", "reason": "Prøveår"}
