"""Breaking one rule of a good case: what every breaker is made with, a plugin's too."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import datetime
from typing import Any

from attrs import define, field
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.answers import State
from rhf_services.model.forms import Asked
from rhf_services.model.places import Pointer
from rhf_services.model.rules import Rule
from rhf_services.testing.answering import given_answers, put, untouched
from rhf_services.testing.broken import Broken, Expected
from rhf_services.testing.formed import Formed, counted, elsewhere, forms_of, reported_on
from rhf_services.testing.good import good_case
from rhf_services.testing.tables import filled


@define
class Draft:
    """A good case that is about to be broken; a breaker changes it in place.

    Attributes:
        document: The case as JSON values.
        form: The form it is made on.
        registry: What is loaded.
        data: The case as it will be written, where the writing itself is the point.
        expected: The places where the rule must fire, as the breaker has told them.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> form = Formed.of(registry, "archive", 2016)
        >>> Draft({"report": {"people": [], "answers": {}}}, form, registry).people
        []
    """

    document: dict[str, Any] = field(repr=False)
    form: Formed
    registry: Registry = field(repr=False)
    data: bytes | None = None
    expected: list[Pointer] = field(factory=list)

    @property
    def report(self) -> dict[str, Any]:
        """The report of the case."""
        return self.document["report"]  # type: ignore[no-any-return]

    @property
    def answers(self) -> dict[str, Any]:
        """The answers of the report."""
        return self.report["answers"]  # type: ignore[no-any-return]

    @property
    def people(self) -> list[dict[str, Any]]:
        """The people of the report."""
        return self.report["people"]  # type: ignore[no-any-return]

    def rows(self, asked: Asked) -> list[dict[str, Any]]:
        """Give the rows of a filled table."""
        answer = self.answers[asked.id]
        return answer["rows"] if isinstance(answer, dict) else answer  # type: ignore[no-any-return]

    def expect(self, *steps: str | int) -> None:
        """Say where in the report the rule must fire; no steps are the report as a whole.

        Args:
            steps: The steps from the top of the report.
        """
        self.expected.append(steps)

    def expect_in(self, asked: Asked, *steps: str | int) -> None:
        """Say where in a table, or in one of its rows, the rule must fire.

        Args:
            asked: The table.
            steps: The number of the row, from 0, and the id of the column.
        """
        self.expect(*self.steps_in(asked, *steps))

    def steps_in(self, asked: Asked, *steps: str | int) -> Pointer:
        """Give the steps from the top of the report to a table, or to somewhere in it."""
        rows = ("rows",) if isinstance(self.answers[asked.id], dict) else ()
        return ("answers", asked.id, *rows, *steps)

    def fill(
        self, draw: DrawFn, asked: Asked, least: int = 1, most: int | None = None
    ) -> list[dict[str, Any]]:
        """Fill a table anew.

        Args:
            draw: Given by Hypothesis.
            asked: The table.
            least: How many rows at least.
            most: How many at most; by default never more than the form asks for.

        Returns:
            The rows, to be changed.
        """
        self.answers[asked.id] = draw(filled(asked, self.form.year, least, most))
        return self.rows(asked)

    def leave(self, draw: DrawFn, several: Iterable[Asked]) -> list[str]:
        """Leave questions untouched, and see to it that only they are missed.

        The word said for a section they belong to is taken back, what else it stood for is
        answered, and somewhere in the report stays an answer that counts: where they are all
        that count, one of them is answered.

        Args:
            draw: Given by Hypothesis.
            several: The questions.

        Returns:
            The ids of the questions that are left, in the order given.
        """
        ids = [asked.id for asked in several]
        left = set(ids)
        counting = [asked.id for asked in counted(self.form)]
        if left.issuperset(counting):
            left.remove(draw(st.sampled_from(counting)))
        for section in self.form.edition.sections:
            if any(asked.id in left for asked in section.asked):
                self.report.get("sections", {}).pop(section.id, None)
                for asked in section.asked:
                    if asked.id in left:
                        put(self.answers, asked.id, draw(untouched(asked.question)))
                    elif not asked.optional and section.id != "activity":
                        self._answer(draw, asked)
        others = [asked for asked in counted(self.form) if asked.id not in left]
        if not any(self._state(asked).is_answer for asked in others):
            self._answer(draw, draw(st.sampled_from(others)))
        return [id_ for id_ in ids if id_ in left]

    def _answer(self, draw: DrawFn, asked: Asked) -> None:
        if not self._state(asked).is_answer:
            self.answers[asked.id] = draw(given_answers(asked, self.form.year))

    def _state(self, asked: Asked) -> State:
        return asked.question.state(self.answers.get(asked.id))


Change = Callable[[DrawFn, Draft], None]
"""Breaks one rule of a draft, and says where it must fire."""


def breaking(
    registry: Registry,
    code: str,
    change: Change,
    *,
    fits: Callable[[Formed], bool] = lambda _form: True,
    forms: Iterable[Formed] | None = None,
) -> SearchStrategy[Broken]:
    """Give good cases in which one rule is broken.

    Args:
        registry: What is loaded.
        code: The code of the rule.
        change: Breaks the rule in a draft, in place, and tells it by `Draft.expect` of each place
            where the rule must fire.
        fits: Whether the rule can be broken on a form.
        forms: The forms and years to choose from; by default all that somebody has gone through.

    Raises:
        LookupError: No form that is reported on lets the rule fire.
        TypeError: When drawing: the change does not say where the rule must fire.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import check, load_registry, loads_case
        >>> registry = load_registry()
        >>> def no_names(draw, draft):
        ...     for at, person in enumerate(draft.people):
        ...         person["name"] = draw(st.sampled_from(("", None)))
        ...         draft.expect("people", at, "name")
        >>> @settings(max_examples=3, database=None)
        ... @given(breaking(registry, "PER003", no_names))
        ... def fires(broken):
        ...     verdict = check(loads_case(broken.written).case, registry, broken.stage)
        ...     assert Expected.all_of(verdict.findings) == broken.findings
        >>> fires()
    """
    rule = registry.rule(code)
    offered = forms_of(registry) if forms is None else reported_on(registry, forms)
    fitting = [form for form in offered if _speaks(rule, form) and fits(form)]
    if not fitting:
        raise LookupError(code)
    by_template: dict[str, list[int]] = {}
    for at, form in enumerate(fitting):
        by_template.setdefault(form.template.id, []).append(at)
    cases = [good_case(form, elsewhere(registry, form)) for form in fitting]
    groups = list(by_template.values())

    @st.composite
    def broken(draw: DrawFn) -> Broken:
        at = draw(st.sampled_from(draw(st.sampled_from(groups))))
        draft = Draft(deepcopy(draw(cases[at])), fitting[at], registry)
        time = draft.document["attempt"]["at"]
        change(draw, draft)
        return _finished(draw, draft, rule, datetime.fromisoformat(time))

    return broken()


def _finished(draw: DrawFn, draft: Draft, rule: Rule[Any], time: datetime) -> Broken:
    stage = draw(st.sampled_from(list(rule.says)))
    if not draft.expected:
        message = f"the breaker of {rule.code} does not say where the rule must fire"
        raise TypeError(message)
    findings = tuple(sorted(Expected.at(rule.code, at, rule.says[stage]) for at in draft.expected))
    given_time = draw(st.sampled_from((None, time)))
    return Broken(draft.document, stage, given_time, draft.data, findings)


def _speaks(rule: Rule[Any], form: Formed) -> bool:
    """Tell whether a rule can say something on a form."""
    if form.template.archive and not rule.on_archive:
        return False
    if rule.reads and not any(question in form.edition.by_id for question in rule.reads):
        return False
    kinds = rule.entity_types
    return not kinds or all(kind in kinds for kind in form.template.entity_types)
