"""Cases made in good faith: a few questions are left, and everything else is in order."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.answers import State
from rhf_services.model.forms import Addressee, Asked
from rhf_services.model.rules import Stage
from rhf_services.testing.answering import put, untouched
from rhf_services.testing.broken import Expected, GoodFaith
from rhf_services.testing.formed import Formed, counted, elsewhere
from rhf_services.testing.good import draw_one_of, forms_for, good_case

MOST_LEFT = 3
"""How many questions are left at most."""


def good_faith_cases(
    registry: Registry, template_id: str, year: int | None = None
) -> SearchStrategy[dict[str, Any]]:
    """Give good cases in which up to three questions of the evaluation are left untouched.

    The questions are put to the entity or to the group; those that may stand empty are not
    counted. At submission the lead is told once of each that is the entity's, and of nothing else.

    Args:
        registry: What is loaded.
        template_id: The id of a form.
        year: The reporting year; see `good_cases`.

    Examples:
        >>> from rhf_services import load_registry
        >>> good_faith_cases(load_registry(), "archive", 2016).is_empty
        False
    """
    return good_faith_with_findings(registry, template_id, year).map(_document)


def good_faith_with_findings(
    registry: Registry, template_id: str, year: int | None = None
) -> SearchStrategy[GoodFaith]:
    """Give cases made in good faith, each with the findings it must give at submission.

    Args:
        registry: What is loaded.
        template_id: The id of a form.
        year: The reporting year; see `good_cases`.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import check, load_registry, loads_case
        >>> registry = load_registry()
        >>> @settings(max_examples=3, database=None)
        ... @given(good_faith_with_findings(registry, "national-centre"))
        ... def just_these(made):
        ...     verdict = check(loads_case(made.written).case, registry, made.stage)
        ...     assert Expected.all_of(verdict.findings) == made.findings
        >>> just_these()
    """
    forms = forms_for(registry, template_id, year)
    return st.one_of([good_faith_case(registry, form) for form in forms])


def good_faith_case(registry: Registry, form: Formed) -> SearchStrategy[GoodFaith]:
    """Give cases made in good faith on a form in a year; see `good_faith_with_findings`.

    Args:
        registry: What is loaded.
        form: The form.

    Examples:
        >>> from rhf_services import load_registry
        >>> registry = load_registry()
        >>> good_faith_case(registry, Formed.of(registry, "archive", 2016)).is_empty
        False
    """
    cases = good_case(form, elsewhere(registry, form))

    @st.composite
    def in_good_faith(draw: DrawFn) -> GoodFaith:
        return _with_gaps(draw, registry, form, draw(cases))

    return in_good_faith()


def _with_gaps(draw: DrawFn, registry: Registry, form: Formed, case: dict[str, Any]) -> GoodFaith:
    report = case["report"]
    asked_for = [
        asked
        for section in form.edition.sections
        for asked in section.asked
        if section.id != "activity" and not asked.optional
    ]
    if asked_for:
        for asked in draw(st.lists(st.sampled_from(asked_for), max_size=MOST_LEFT, unique_by=_id)):
            put(report["answers"], asked.id, draw(untouched(asked.question)))
        draw_one_of(draw, report["answers"], form, counted(form))
    left = [asked for asked in asked_for if _is_left(form, report, asked)]
    return GoodFaith(case, Stage.SUBMISSION, _expected(registry, form, left))


def _is_left(form: Formed, report: dict[str, Any], asked: Asked) -> bool:
    """Tell whether a question is untouched, and no word is said for its whole section."""
    section = form.edition.section_by_question[asked.id].id
    answer = report["answers"].get(asked.id)
    return asked.question.state(answer) is State.MISSING and section not in report.get(
        "sections", {}
    )


def _expected(registry: Registry, form: Formed, left: list[Asked]) -> tuple[Expected, ...]:
    """Say what must be found where questions are left: regions of the group are told together."""
    by_code: dict[str, list[Asked]] = {"EVA001": [], "GRP001": [], "GRP002": []}
    for asked in left:
        if asked.to is Addressee.GROUP:
            by_code["GRP001" if asked.region is None else "GRP002"].append(asked)
        elif form.edition.section_by_question[asked.id].id == "evaluation":
            by_code["EVA001"].append(asked)
    by_code["GRP002"] = by_code["GRP002"][:1]
    places = [(code, f"/answers/{one.id}") for code, ones in by_code.items() for one in ones]
    if not form.entered:
        places.append(("TPL002", "/year"))
    says = {code: registry.rules[code].says for code, _at in places if code in registry.rules}
    return tuple(
        sorted(
            Expected(code, at, says[code][Stage.SUBMISSION]) for code, at in places if code in says
        )
    )


def _id(asked: Asked) -> str:
    return asked.id


def _document(made: GoodFaith) -> dict[str, Any]:
    return dict(made.document)
