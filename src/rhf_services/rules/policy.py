"""What a host chose and cannot choose: rules switched off or lowered."""

from collections.abc import Iterable, Iterator
from typing import Any

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.filing import Filing
from rhf_services.model.rules import (
    BLOCKING_CODES,
    Audience,
    Hit,
    NamedCase,
    Rule,
    Severity,
    Stage,
)
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import FILING
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

SUBMITS = {"by": "Servicemiljøet", "reason": "Prøveår"}


def closed_rule(filing: Filing) -> Iterator[Hit]:
    """The few rules that hold a report back are in force everywhere."""
    for change in filing.policy.rules:
        if change.rule in BLOCKING_CODES:
            yield Hit(code=change.rule)


CLOSED_RULE = Rule(
    code="POL001",
    title=_("Regler som ikke kan slås av"),
    obligation=_("De få reglene som kan hindre en rapport, gjelder overalt."),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.WARNING),
    audience=Audience.HOST,
    message=Message(
        says=_("Regelen {code} kan ikke slås av eller dempes; den gjelder som før."),
        mend=_("Ta bort valget. Alle andre regler kan dere slå av."),
    ),
    source=proposal("the list of what holds a report back is short, and closed to hosts"),
    standing=Standing.PROPOSED,
    check=closed_rule,
    formless=True,
    cases=(
        NamedCase(
            _("Tomme rapporter skal slippe gjennom"),
            {"report": {}, "policy": {"rules": [{"rule": "SUB002", "says": "off", **SUBMITS}]}},
            ("",),
        ),
        NamedCase(
            _("En vanlig regel er slått av"),
            {"report": {}, "policy": {"rules": [{"rule": "ACT001", "says": "off", **SUBMITS}]}},
        ),
    ),
)


def unknown_rule(filing: Filing) -> Iterator[Hit]:
    """A rule that is switched off is one that exists."""
    for change in filing.policy.rules:
        if change.rule not in filing.codes:
            yield Hit()


UNKNOWN_RULE = Rule(
    code="POL002",
    title=_("Regler som ikke finnes"),
    obligation=_("En regel som slås av eller dempes, er en som finnes."),
    on=FILING,
    says=dict.fromkeys(Stage, Severity.INFO),
    audience=Audience.HOST,
    message=Message(
        says=_("Dere har slått av eller dempet en regel som ikke finnes her."),
        mend=_("Se etter om koden er riktig skrevet, eller om en utvidelse mangler."),
    ),
    source=proposal("a choice about a rule that nobody has loaded does nothing"),
    standing=Standing.PROPOSED,
    check=unknown_rule,
    formless=True,
    cases=(
        NamedCase(
            _("En kode med skrivefeil"),
            {"report": {}, "policy": {"rules": [{"rule": "ACT0001", "says": "off"}]}},
            ("",),
        ),
        NamedCase(
            _("En kode som finnes"),
            {"report": {}, "policy": {"rules": [{"rule": "ACT001", "says": "info"}]}},
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (CLOSED_RULE, UNKNOWN_RULE)
