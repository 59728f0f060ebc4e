"""Every rule can fire, alone, and say so in every language."""

from functools import cache
from importlib import import_module
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services import Severity, Stage, check, load_registry, loads_case, message
from rhf_services.model.findings import Finding, Ran, Verdict
from rhf_services.model.rules import BLOCKING_CODES
from rhf_services.testing import Broken, Expected

REGISTRY: Final = load_registry()
CODES: Final = tuple(REGISTRY.rules)
BLOCKING_STEPS: Final = [
    (code, stage) for code in BLOCKING_CODES for stage in REGISTRY.rule(code).says
]

BRINGS: Final[dict[str, set[str]]] = {}
"""Codes that a rule cannot help bringing along, each with a reason; none does."""

NEVER_COMPLETE: Final = {"RDG001"}
"""Where nothing can be read, most rules cannot run, and the verdict says so."""


@cache
def breaker(code: str) -> st.SearchStrategy[Broken]:
    module, _, function = REGISTRY.breakers[code].partition(":")
    return getattr(import_module(module), function)(REGISTRY)


def verdict_on(broken: Broken, stage: Stage | None = None) -> Verdict:
    return check(loads_case(broken.written).case, REGISTRY, stage or broken.stage, at=broken.at)


def test_nothing_was_refused():
    assert REGISTRY.problems == ()


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_breaker(code):
    assert code in REGISTRY.breakers


def test_every_breaker_has_a_rule():
    assert set(REGISTRY.breakers) <= set(CODES)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_broken_rule_fires_alone(code, data):
    broken = data.draw(breaker(code))
    verdict = verdict_on(broken)

    assert Expected.all_of(verdict.findings) == broken.findings
    assert {finding.code for finding in verdict.findings} == {code} | BRINGS.get(code, set())
    assert verdict.complete is (code not in NEVER_COMPLETE)
    assert {o.code for o in verdict.outcomes if o.ran is Ran.FOUND} >= {code}
    assert not verdict.crashed
    for finding in verdict.findings:
        is_error = finding.severity is Severity.ERROR
        assert finding.blocks is is_error
        assert finding.will_block is (code in BLOCKING_CODES and not is_error)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=8, deadline=None)
@given(st.data())
def test_every_finding_can_be_said(code, data):
    for finding in verdict_on(data.draw(breaker(code))).findings:
        said = [message(finding, lang) for lang in ("nb", "nn", "en")]
        assert all(words_only(text) for text in said), said


@pytest.mark.parametrize(("code", "stage"), BLOCKING_STEPS)
@settings(max_examples=8, deadline=None)
@given(st.data())
def test_the_closed_few_block_their_step_and_warn_before(code, stage, data):
    verdict = verdict_on(data.draw(breaker(code)), stage)
    step = Stage.PUBLICATION if code == "PRI001" else Stage.SUBMISSION

    assert verdict.findings
    for finding in verdict.findings:
        assert (finding.blocks, finding.will_block) == (stage is step, stage is not step)
        assert finding.severity is (Severity.ERROR if stage is step else Severity.WARNING)
    assert verdict.blocking == (verdict.findings if stage is step else ())
    assert verdict.may_submit is may_submit(verdict, stage)


def may_submit(verdict: Verdict, stage: Stage) -> bool | None:
    """What is expected of a broken case, which always comes with an attempt."""
    archive = verdict.template == "archive" and verdict.edition is not None
    if stage not in (Stage.DRAFT, Stage.SUBMISSION) or archive:
        return None
    return all(lets_submit(finding) for finding in verdict.findings)


def lets_submit(finding: Finding) -> bool:
    return finding.code == "PRI001"


def words_only(text: str) -> bool:
    return not any(sign in text for sign in "{}") and text == text.strip() and "  " not in text
