"""A verdict comes back whole from the way between processes, and travels light."""

import json
import pickle
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from support.archives import EVERY

from rhf_services import Stage, check, load_registry, loads_case, verdict_document
from rhf_services.checking.many.packing import Desk
from rhf_services.testing import any_cases
from rhf_services.wire.either import read_either
from rhf_services.wire.json_text import parse

DESK: Final = Desk(load_registry())
ELSEWHERE: Final = Desk(load_registry())


def there_and_back(verdict):
    packed = pickle.loads(pickle.dumps(ELSEWHERE.packed(verdict)))
    return DESK.unpacked(packed, verdict.stage, verdict.at)


@settings(max_examples=100)
@given(any_cases(DESK.registry), st.sampled_from(Stage))
def test_a_verdict_comes_back_whole(tree, stage):
    verdict = check(loads_case(json.dumps(tree)).case, ELSEWHERE.registry, stage)

    again = there_and_back(verdict)

    assert again == verdict
    for lang in ("nb", "nn", "en"):
        assert verdict_document(again, lang) == verdict_document(verdict, lang)
    assert [found.form for found in again.findings] == [found.form for found in verdict.findings]
    assert [found.titles for found in again.findings] == [f.titles for f in verdict.findings]


def test_a_verdict_travels_light():
    cases = [read_either(parse(path.read_bytes())) for path in EVERY]
    verdicts = [check(case, ELSEWHERE.registry, Stage.SUBMISSION) for case in cases]
    sizes = [len(pickle.dumps(ELSEWHERE.packed(verdict))) for verdict in verdicts]
    whole = [len(pickle.dumps(verdict)) for verdict in verdicts]

    assert sum(sizes) < 250 * len(sizes)  # 220, as docs/archives.md says
    assert sum(sizes) * 50 < sum(whole)


def test_both_ends_know_each_other_by_their_forms_and_rules():
    assert DESK.mark == ELSEWHERE.mark
    assert DESK.mark != Desk(load_registry(())).mark


def test_what_was_met_is_kept_within_bounds():
    desk = Desk(load_registry())
    (verdict,) = [check(loads_case(b"{}").case, desk.registry)]
    packed = desk.packed(verdict)
    for number in range(1100):
        became = bytearray(packed[2])
        became[0], became[1] = number % 28, number // 28 % 28
        desk.unpacked((*packed[:2], bytes(became), *packed[3:]), Stage.DRAFT, None)

    assert len(desk.outcomes) <= 1024
