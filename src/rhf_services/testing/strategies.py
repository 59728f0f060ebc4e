"""What Hypothesis is told of ours when it is imported; strategies are loaded when drawn from.

Named in the entry point ``hypothesis``, and kept light: whoever imports Hypothesis in an
environment with this library pays for the few classes below, and for nothing else.
"""

from typing import Any

from rhf_services.model.cases import Case
from rhf_services.model.entities import Entity
from rhf_services.model.people import Person, ReferenceGroup
from rhf_services.model.report import Report


def _register() -> None:
    """Tell Hypothesis how our values are made; called by Hypothesis, never by importing."""
    from hypothesis import strategies as st  # noqa: PLC0415  (the one who calls has loaded it)

    def of_cases(name: str) -> Any:
        from rhf_services.testing import mixes  # noqa: PLC0415  (heavy; only where drawn from)

        return getattr(mixes, name)()

    def of_values(name: str) -> Any:
        from rhf_services.testing import surrounding_values  # noqa: PLC0415  (as above)

        return getattr(surrounding_values, name)()

    st.register_type_strategy(Report, lambda _type: of_cases("reports"))
    st.register_type_strategy(Case, lambda _type: of_cases("cases"))
    st.register_type_strategy(Entity, lambda _type: of_values("entities"))
    st.register_type_strategy(Person, lambda _type: of_values("people"))
    st.register_type_strategy(ReferenceGroup, lambda _type: of_values("reference_groups"))
