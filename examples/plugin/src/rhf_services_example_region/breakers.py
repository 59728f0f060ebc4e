"""How the region's rules are broken in tests."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services import Registry
from rhf_services.testing import Broken, Draft, breaking
from rhf_services_example_region.form import DAYS, TRAVEL, VISITS


def left_open(registry: Registry) -> SearchStrategy[Broken]:
    """Leave the region's words as they came."""

    def change(draw: DrawFn, draft: Draft) -> None:
        draft.answers[TRAVEL.id] = draw(st.sampled_from(("[skriv her]", "Med fly: [skriv her].")))
        draft.expect("answers", TRAVEL.id)

    return breaking(registry, "ER-TRA001", change)


def no_days(registry: Registry) -> SearchStrategy[Broken]:
    """Write 0 days for the only visit."""

    def change(draw: DrawFn, draft: Draft) -> None:
        asked = draft.form.edition.by_id[VISITS.id]
        (visit,) = draft.fill(draw, asked, most=1)
        visit[DAYS.id] = 0
        draft.expect_in(asked, 0, DAYS.id)

    return breaking(registry, "ER-VIS001", change)
