"""The trace as JSON values (``rhf-trace/1``), and why nothing carries a statement, in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.hooks import Registry
from rhf_services.i18n.keys import Keyed
from rhf_services.i18n.languages import language
from rhf_services.i18n.showing import show
from rhf_services.model.text import Text, _
from rhf_services.trace.carriers import Carrier
from rhf_services.trace.tracing import Traced, TracedAs, place
from rhf_services.trace.world import REGIONAL

TRACE_FORMAT: Final = "rhf-trace/1"

WHY_OPEN: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "process": _("Åpent: gjelder gangen i rapporteringen, ikke skjemaet."),
        "answer": _("Åpent: et svar til den som spør, ikke en del av skjemaet."),
        "domain-rule": _("Åpent: gjelder enheten selv, ikke rapporten."),
        "text": _("Åpent: en opplysning som ingenting i skjemaet følger av."),
        "outside": _("Åpent: ligger utenfor det som kan ses herfra."),
    }
)
SENTENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "not-installed": _(
            "Ivaretas av skjemaet {template}, som ikke er installert her ({package})."
        ),
        "named-by": _("Nevnt av regel: {codes}."),
    }
)


def trace_texts() -> Iterator[Keyed]:
    """Give every text of this module, with its stable key.

    Examples:
        >>> next(trace_texts()).key
        'trace.open.process'
    """
    yield from (Keyed(f"trace.open.{kind}", text) for kind, text in WHY_OPEN.items())
    yield from (Keyed(f"trace.{name}", text) for name, text in SENTENCES.items())


def why_not_carried(one: Traced, lang: str) -> str:
    """Say why nothing that is loaded carries a statement.

    Args:
        one: A statement that nothing carries here.
        lang: The language.

    Examples:
        >>> from rhf_services import load_registry
        >>> from rhf_services.trace import trace
        >>> why_not_carried(trace(load_registry(), ["S003-155"])[0], "nb").split(":")[0]
        'Åpent'
    """
    reader = language(lang)
    if one.state is TracedAs.NOT_INSTALLED:
        form = str(one.elsewhere[0].template)
        params = {"template": form, "package": REGIONAL[form]}
        return show(SENTENCES["not-installed"], reader, params)
    codes = {"codes": ", ".join(one.rules)}
    named = [show(SENTENCES["named-by"], reader, codes)] if one.rules else []
    return " ".join([show(WHY_OPEN[one.statement.kind], reader), *named])


def trace_document(registry: Registry, traced: tuple[Traced, ...], lang: str) -> dict[str, Any]:
    """Write the trace as JSON values.

    Args:
        registry: What is loaded.
        traced: The statements with what carries them.
        lang: The language of ``why``.

    Returns:
        ``format``, ``rows`` (one for each statement) and ``counts``.

    Examples:
        >>> from rhf_services import load_registry
        >>> from rhf_services.trace import trace
        >>> registry = load_registry()
        >>> trace_document(registry, trace(registry, ["S003-019"]), "nb")["counts"]["carried"]
        1
    """
    rows = [_row(registry, one, lang) for one in traced]
    return {"format": TRACE_FORMAT, "rows": rows, "counts": counts(traced)}


def counts(traced: tuple[Traced, ...]) -> dict[str, int]:
    """Count the statements: all of them, and how they stand.

    Examples:
        >>> counts(())
        {'statements': 0, 'carried': 0, 'not_installed': 0, 'open': 0}
    """
    states = [one.state for one in traced]
    by_state = {str(state).replace("-", "_"): states.count(state) for state in TracedAs}
    return {"statements": len(traced), **by_state}


def _row(registry: Registry, one: Traced, lang: str) -> dict[str, Any]:
    return {
        "id": one.statement.id,
        "statement": one.statement.statement,
        "kind": one.statement.kind,
        "level": one.statement.level,
        "speaks_to": one.statement.speaks_to,
        "source": list(one.statement.source),
        "state": str(one.state),
        "why": None if one.state is TracedAs.CARRIED else why_not_carried(one, lang),
        "carriers": [_carrier(registry, c, here=True) for c in one.carriers]
        + [_carrier(registry, c, here=False) for c in one.elsewhere],
        "rules": list(one.rules),
    }


def _carrier(registry: Registry, carrier: Carrier, *, here: bool) -> dict[str, Any]:
    return {
        "kind": str(carrier.kind),
        "address": carrier.address,
        "place": place(registry, carrier),
        "installed": here,
    }
