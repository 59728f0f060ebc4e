"""How a question stands, and what the structure check says of its answer, are one thing."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhf_services import Case, Report, check, load_registry
from rhf_services.model.answers import State
from rhf_services.model.faults import FaultKind
from rhf_services.model.forms import Asked
from rhf_services.testing import any_answers
from rhf_services.wire.answers import answer_shape
from rhf_services.wire.shape_checks import compiled

REGISTRY: Final = load_registry()
YEAR: Final = 2024
ASKED: Final = {
    asked.id: asked
    for template in REGISTRY.templates.values()
    for edition in template.editions
    for asked in edition
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_unreadable_is_what_the_question_cannot_hold(asked: Asked, data):
    answer = data.draw(any_answers(asked, YEAR))
    faults = compiled(answer_shape(asked.question))(answer)
    at_the_top = [f for f in faults if f.kind is FaultKind.CANNOT_HOLD and f.at == ()]

    assert (asked.question.state(answer) is State.UNREADABLE) is bool(at_the_top)
    if at_the_top:
        assert len(faults) == 1
        assert asked.question.read(answer) is None or not isinstance(answer, str)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_state_goes_with_what_is_read(asked: Asked, data):
    answer = data.draw(any_answers(asked, YEAR))
    state = asked.question.state(answer)

    if compiled(answer_shape(asked.question))(answer) == ():
        assert (asked.question.read(answer) is not None) is (state is State.GIVEN)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_cannot_be_held_is_found_where_it_stands(data):
    template = REGISTRY.templates["national-treatment-service"]
    asked = data.draw(st.sampled_from(list(template.edition_for(YEAR).edition)))
    answer = data.draw(any_answers(asked, YEAR))
    faults = compiled(answer_shape(asked.question))(answer)
    report = Report(
        {"template": template.id, "year": YEAR, "answers": {asked.id: answer}},
    )
    verdict = check(Case(report=report), REGISTRY)

    told = [finding.place.pointer for finding in verdict.findings if finding.code == "STR001"]
    expected = [f.at for f in faults if f.kind is FaultKind.CANNOT_HOLD]
    assert sorted(map(str, told)) == sorted(str(("answers", asked.id, *at)) for at in expected)
