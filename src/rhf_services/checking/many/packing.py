"""A verdict made small for the way between processes, and made whole again.

Rules, editions and titles stay at home: both ends have loaded them. What travels is what this
document gave. A verdict pickled as it is takes 14 000 bytes on average over the examples, packed
it takes 220.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from itertools import product
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from attrs import field, fields, frozen

from rhf_services.hooks.registry import Registry
from rhf_services.model.findings import Finding, Outcome, Ran, Verdict, Why
from rhf_services.model.forms import Edition
from rhf_services.model.places import Place
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.model.text import Text

Packed = tuple[Any, ...]
"""Plain values, for one verdict."""


def _own(kind: Any, *at_home: str) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind) if part.name not in at_home)


BECAME: Final = tuple(product(Ran, (None, *Why)))
"""What can become of a rule, by number; a few dozen."""

_VERDICT: Final = _own(
    Verdict, "findings", "outcomes", "stage", "at", "template", "edition", "versions"
)
_OF_VERDICT: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(*_VERDICT)
_FINDING: Final = _own(
    Finding, "rule", "severity", "place", "audience", "stage", "form", "titles", "params"
)
_OF_FINDING: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(*_FINDING)
_PLACE: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(*_own(Place))
_BESIDES: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(
    "__class__", *_own(Outcome, "code", "ran", "why")
)
_USUAL: Final = _BESIDES(Outcome("", Ran.PASSED))
_SEVERITY: Final = MappingProxyType({str(one): one for one in Severity})
_AUDIENCE: Final = MappingProxyType({str(one): one for one in Audience})
_MOST_KEPT: Final = 1024


@frozen(eq=False)
class Desk:
    """A registry with what packing looks up in it.

    Attributes:
        registry: The registry.
        codes: The codes of its rules, in their order.
        numbers: The number of what became of a rule.
        outcomes: Outcomes of whole verdicts met before, by how they were packed.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> desk = Desk(load_registry())
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> verdict = check(Case(report=report), desk.registry)
        >>> desk.unpacked(desk.packed(verdict), verdict.stage, verdict.at) == verdict
        True
    """

    registry: Registry
    codes: tuple[str, ...] = field(init=False)
    numbers: dict[tuple[int, int], int] = field(init=False, repr=False)
    outcomes: dict[bytes, tuple[Outcome, ...]] = field(factory=dict, init=False, repr=False)

    @codes.default
    def _codes(self) -> tuple[str, ...]:
        return tuple(sorted(self.registry.rules))

    @numbers.default
    def _numbers(self) -> dict[tuple[int, int], int]:
        return {(id(ran), id(why)): number for number, (ran, why) in enumerate(BECAME)}

    @cached_property
    def mark(self) -> str:
        """What two registries must have in common to understand each other."""
        forms = self.registry.templates.values()
        editions = sorted((form.id, one.id) for form in forms for one in form.editions)
        versions = sorted(self.registry.versions.items())
        return sha256(repr((self.codes, editions, versions)).encode()).hexdigest()

    def packed(self, verdict: Verdict) -> Packed:
        """Make a verdict small.

        Args:
            verdict: A verdict given with this registry.
        """
        numbers, outcomes = self.numbers, verdict.outcomes
        return (
            verdict.template,
            None if verdict.edition is None else verdict.edition.id,
            bytes([numbers[id(one.ran), id(one.why)] for one in outcomes]),
            tuple(one for one in outcomes if _BESIDES(one) != _USUAL),
            tuple(map(_packed_finding, verdict.findings)),
            self._titles_beside(verdict),
            _OF_VERDICT(verdict),
        )

    def unpacked(self, packed: Packed, stage: Stage, at: datetime | None) -> Verdict:
        """Make a verdict whole again.

        Args:
            packed: What `packed` gave, with a registry of the same forms and rules.
            stage: The stage that was asked for.
            at: The time that was given, or None.
        """
        template, edition, became, unusual, findings, beside, rest = packed
        form = None if edition is None else self._edition(template, edition)
        titles = self.registry.titles if beside is not None else {}
        if beside:
            asked = self.registry.questions
            titles = {**titles, **{id_: asked[id_].label for id_ in beside}}
        outcomes = self._outcomes(became)
        if unusual:
            instead = {one.code: one for one in unusual}
            outcomes = tuple(instead.get(one.code, one) for one in outcomes)
        return Verdict(
            findings=tuple(self._finding(one, stage, form, titles) for one in findings),
            outcomes=outcomes,
            stage=stage,
            at=at,
            template=template,
            edition=form,
            versions=self.registry.versions,
            **dict(zip(_VERDICT, rest, strict=True)),
        )

    def _finding(
        self, packed: Packed, stage: Stage, form: Edition | None, titles: Mapping[str, Text]
    ) -> Finding:
        code, severity, place, params, audience, rest = packed
        return Finding(
            self.registry.rules[code],
            _SEVERITY[severity],
            Place(*place),
            params,
            _AUDIENCE[audience],
            stage=stage,
            form=form,
            titles=titles,
            **dict(zip(_FINDING, rest, strict=True)),
        )

    def _outcomes(self, became: bytes) -> tuple[Outcome, ...]:
        known = self.outcomes.get(became)
        if known is None:
            if len(self.outcomes) >= _MOST_KEPT:
                self.outcomes.clear()
            known = self.outcomes[became] = tuple(
                Outcome(code, *BECAME[number])
                for code, number in zip(self.codes, became, strict=True)
            )
        return known

    def _edition(self, template: str, edition: str) -> Edition:
        form = self.registry.templates[template]
        return next(one for one in form.editions if one.id == edition)

    def _titles_beside(self, verdict: Verdict) -> tuple[str, ...] | None:
        """Name the questions of other forms whose titles the findings need; None for no titles."""
        titles = self.registry.titles
        found = verdict.findings[0].titles if verdict.findings else titles
        if len(found) == len(titles):
            return ()
        return tuple(id_ for id_ in found if id_ not in titles) if found else None


def _packed_finding(found: Finding) -> Packed:
    return (
        found.rule.code,
        found.severity.value,
        _PLACE(found.place),
        dict(found.params),
        found.audience.value,
        _OF_FINDING(found),
    )
