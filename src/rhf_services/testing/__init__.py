"""Generated cases for tests: good ones, broken ones, and ones that could be anything.

The only door to Hypothesis, which is imported when a name below is first used; whoever does not
test never needs it. Everything is made from a registry, so that the forms and rules a plugin
brings are tested in the same way as those of this library.

Examples:
    >>> from hypothesis import given, settings
    >>> from rhf_services import Stage, check, dumps, load_registry, loads_case
    >>> from rhf_services.testing import good_cases
    >>> registry = load_registry()
    >>> @settings(max_examples=3, database=None)
    ... @given(good_cases(registry, "national-treatment-service", 2024))
    ... def nothing_is_said(document):
    ...     case = loads_case(dumps(document)).case
    ...     assert check(case, registry, Stage.SUBMISSION).findings == ()
    >>> nothing_is_said()
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rhf_services.testing.broken import Broken as Broken
    from rhf_services.testing.broken import Expected as Expected
    from rhf_services.testing.broken import GoodFaith as GoodFaith
    from rhf_services.testing.broken_on_form import breakable as breakable
    from rhf_services.testing.broken_on_form import broken_cases as broken_cases
    from rhf_services.testing.drafts import Draft as Draft
    from rhf_services.testing.drafts import breaking as breaking
    from rhf_services.testing.formed import Formed as Formed
    from rhf_services.testing.formed import forms_of as forms_of
    from rhf_services.testing.good import good_cases as good_cases
    from rhf_services.testing.good_faith import good_faith_cases as good_faith_cases
    from rhf_services.testing.good_faith import good_faith_with_findings as good_faith_with_findings
    from rhf_services.testing.mixes import cases as cases
    from rhf_services.testing.mixes import reports as reports
    from rhf_services.testing.named import CaseRun as CaseRun
    from rhf_services.testing.named import named_cases as named_cases
    from rhf_services.testing.odd import any_answers as any_answers
    from rhf_services.testing.odd import any_cases as any_cases
    from rhf_services.testing.odd import any_reports as any_reports
    from rhf_services.testing.surrounding_values import entities as entities
    from rhf_services.testing.surrounding_values import people as people
    from rhf_services.testing.surrounding_values import reference_groups as reference_groups
    from rhf_services.testing.texts import plain_texts as plain_texts
    from rhf_services.testing.values import json_values as json_values
else:
    _WHERE = {
        "Broken": "broken",
        "CaseRun": "named",
        "Draft": "drafts",
        "Expected": "broken",
        "Formed": "formed",
        "GoodFaith": "broken",
        "any_answers": "odd",
        "any_cases": "odd",
        "any_reports": "odd",
        "breakable": "broken_on_form",
        "breaking": "drafts",
        "broken_cases": "broken_on_form",
        "cases": "mixes",
        "entities": "surrounding_values",
        "forms_of": "formed",
        "good_cases": "good",
        "good_faith_cases": "good_faith",
        "good_faith_with_findings": "good_faith",
        "json_values": "values",
        "named_cases": "named",
        "people": "surrounding_values",
        "plain_texts": "texts",
        "reference_groups": "surrounding_values",
        "reports": "mixes",
    }

    def __getattr__(name: str) -> object:
        """Load a name when it is first used (PEP 562)."""
        if name not in _WHERE:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        try:
            return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
        except ModuleNotFoundError as error:
            if error.name != "hypothesis":
                raise
            message = "This needs an extra: pip install 'rhf-services[testing]'"
            raise ModuleNotFoundError(message, name=error.name) from error

    def __dir__() -> list[str]:
        """List the names."""
        return list(__all__)


__all__ = [
    "Broken",
    "CaseRun",
    "Draft",
    "Expected",
    "Formed",
    "GoodFaith",
    "any_answers",
    "any_cases",
    "any_reports",
    "breakable",
    "breaking",
    "broken_cases",
    "cases",
    "entities",
    "forms_of",
    "good_cases",
    "good_faith_cases",
    "good_faith_with_findings",
    "json_values",
    "named_cases",
    "people",
    "plain_texts",
    "reference_groups",
    "reports",
]
