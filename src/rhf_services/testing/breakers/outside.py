"""Answers to questions that the form does not ask."""

from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.forms import Asked
from rhf_services.model.questions import Table
from rhf_services.testing.answering import given_answers
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed, elsewhere


def activity_outside(registry: Registry) -> SearchStrategy[Broken]:
    """Answer activities that only other forms ask for."""
    return _outside(registry, "ACT004", tables=True)


def question_outside(registry: Registry) -> SearchStrategy[Broken]:
    """Answer questions that only other forms ask."""
    return _outside(registry, "TPL006", tables=False)


def _outside(registry: Registry, code: str, *, tables: bool) -> SearchStrategy[Broken]:
    def others(form: Formed) -> list[Asked]:
        asked_elsewhere = elsewhere(registry, form)
        return [one for one in asked_elsewhere if isinstance(one.question, Table) is tables]

    def answer(draw: DrawFn, draft: Draft) -> None:
        answered = draw(few(others(draft.form), most=3))
        for asked in answered:
            draft.answers[asked.id] = draw(given_answers(asked, draft.form.year))
        ids = {asked.id for asked in answered}
        draft.expect("answers", next(id_ for id_ in draft.answers if id_ in ids))

    return breaking(registry, code, answer, fits=lambda form: bool(others(form)))
