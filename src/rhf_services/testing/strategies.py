"""The strategies, by name; and what Hypothesis is told of ours when it is imported.

Every one is a function that returns a strategy; none is a class to build on.
"""

from hypothesis import strategies as st

from rhf_services.model.report import Report
from rhf_services.testing.good import good_cases, good_faith_cases
from rhf_services.testing.odd import any_answers, any_cases, any_reports, reports
from rhf_services.testing.texts import plain_texts
from rhf_services.testing.values import json_values

__all__ = [
    "any_answers",
    "any_cases",
    "any_reports",
    "good_cases",
    "good_faith_cases",
    "json_values",
    "plain_texts",
    "reports",
]


def _register() -> None:
    """Tell Hypothesis how reports are made; named in its entry point, never called by importing."""
    st.register_type_strategy(Report, lambda _type: reports())
