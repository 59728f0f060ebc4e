"""How the region's rule is broken in tests."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services import Registry
from rhf_services.testing import Broken, Draft, breaking
from rhf_services_example_region.form import TRAVEL


def left_open(registry: Registry) -> SearchStrategy[Broken]:
    """Leave the region's words as they came."""

    def change(draw: DrawFn, draft: Draft) -> None:
        draft.answers[TRAVEL.id] = draw(st.sampled_from(("[skriv her]", "Med fly: [skriv her].")))
        draft.expect("answers", TRAVEL.id)

    return breaking(registry, "ER-TRA001", change)
