"""Reports and cases of every sort, as loading gives them: good, in good faith, broken, and odd."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry, load_registry
from rhf_services.model.cases import Case
from rhf_services.model.report import Report
from rhf_services.testing.broken import Broken, GoodFaith
from rhf_services.testing.broken_on_form import all_broken
from rhf_services.testing.formed import elsewhere
from rhf_services.testing.good import good_case
from rhf_services.testing.good_faith import good_faith_case
from rhf_services.testing.odd import any_cases, any_reports, last_forms
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps, loads


def reports(registry: Registry | None = None) -> SearchStrategy[Report]:
    """Give reports as loading gives them: good ones, in good faith, broken in one way, and odd.

    This is what ``from_type(Report)`` draws from.

    Args:
        registry: What is loaded; by default everything that is installed.

    Examples:
        >>> from hypothesis import given, settings
        >>> from rhf_services import check, load_registry
        >>> @settings(max_examples=3, database=None)
        ... @given(reports())
        ... def can_be_checked(report):
        ...     assert not check(Case(report=report), load_registry()).crashed
        >>> can_be_checked()
    """
    if registry is None:
        return st.deferred(lambda: reports(load_registry()))
    return (
        _of_sorts(_sorts(registry, any_reports(registry).map(dumps))).map(_report).filter(_is_read)
    )


def cases(registry: Registry | None = None) -> SearchStrategy[Case]:
    """Give cases as loading gives them; in odd ones the report may be None, as in life.

    This is what ``from_type(Case)`` draws from.

    Args:
        registry: What is loaded; by default everything that is installed.

    Examples:
        >>> from hypothesis import find
        >>> find(cases(), lambda case: case.attempt is not None).attempt.by
        'p1'
    """
    if registry is None:
        return st.deferred(lambda: cases(load_registry()))
    return _of_sorts(_sorts(registry, any_cases(registry).map(dumps))).map(_case)


def _sorts(registry: Registry, odd: SearchStrategy[bytes]) -> list[SearchStrategy[bytes]]:
    """Give the sorts of cases, as they are written, the plainest first."""
    forms = last_forms(registry)
    good = st.one_of([good_case(form, elsewhere(registry, form)) for form in forms])
    in_good_faith = st.one_of([good_faith_case(registry, form) for form in forms])
    broken = all_broken(registry)
    return [good.map(dumps), in_good_faith.map(_written), broken.map(_written), odd]


def _of_sorts(sorts: list[SearchStrategy[bytes]]) -> SearchStrategy[bytes]:
    """Draw the sort first, so that each is drawn as often, however many ways it has."""

    @st.composite
    def of_a_sort(draw: DrawFn) -> bytes:
        return draw(sorts[draw(st.integers(0, len(sorts) - 1))])

    return of_a_sort()


def _written(made: Broken | GoodFaith) -> bytes:
    return made.written


def _case(data: bytes) -> Case:
    return loads_case(data).case


def _report(data: bytes) -> Report:
    """Read a report; where there is none, give an empty one, which is left out."""
    found = _case(data).report or loads(data).report
    return Report({}) if found is None else found


def _is_read(report: Report) -> bool:
    return bool(report.tree)
