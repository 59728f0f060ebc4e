"""Entities that lack what the form shows of them."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.texts import plain_texts


def no_description(registry: Registry) -> SearchStrategy[Broken]:
    """Take the description of the year away, or let it end before or begin after the year."""

    def take(draw: DrawFn, draft: Draft) -> None:
        year = draft.form.year
        text = draw(plain_texts())
        other = draw(
            st.sampled_from(
                (
                    None,
                    [],
                    [{"text": text, "to": f"{year - 1}-12-31"}],
                    [{"text": text, "from": f"{year + 1}-01-01"}],
                )
            )
        )
        draft.document["entity"]["descriptions"] = other
        draft.report.get("entity", {}).pop("description", None)
        draft.expect("entity")

    return breaking(registry, "ENT001", take)
