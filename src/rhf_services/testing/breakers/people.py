"""People without what is needed to reach them, and more leads than one."""

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.entities import EntityType
from rhf_services.model.people import Role
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.formed import Formed
from rhf_services.testing.good import LEAD
from rhf_services.testing.surroundings import persons

_ODD_EMAILS: Final = (
    "kari.example.org",
    "kari@example",
    "@example.org",
    "kari@",
    "kari@@example.org",
    "kari eksempel@example.org",
    "kari@example..org",
    "kari@example.org.",
    "<kari@example.org>",
    "kari@example.org, ola@example.org",
    "se telefonlisten",
)


def several_leads(registry: Registry) -> SearchStrategy[Broken]:
    """Make others academic leads too, where one is enough."""
    lead = str(Role.ACADEMIC_LEAD)

    def add(draw: DrawFn, draft: Draft) -> None:
        new = draw(st.booleans()) or len(draft.people) == 1
        if new:
            draft.people.append({**draw(persons()), "roles": []})
        others = [person for person in draft.people if person.get("id") != LEAD]
        for person in draw(few(others, most=3)):
            person["roles"] = [*person["roles"], {"role": lead}]
        leads = [
            at
            for at, person in enumerate(draft.people)
            if any(held["role"] == lead for held in person["roles"])
        ]
        draft.expect("people", leads[1])

    def one_is_enough(form: Formed) -> bool:
        return EntityType.MULTIREGIONAL_TREATMENT_SERVICE not in form.template.entity_types

    return breaking(registry, "PER001", add, fits=one_is_enough)


def odd_email(registry: Registry) -> SearchStrategy[Broken]:
    """Write something else than an e-mail address where one is asked for."""

    def write(draw: DrawFn, draft: Draft) -> None:
        for at, person in draw(few(list(enumerate(draft.people)))):
            person["email"] = draw(st.sampled_from(_ODD_EMAILS))
            draft.expect("people", at, "email")

    return breaking(registry, "PER002", write)


def nameless(registry: Registry) -> SearchStrategy[Broken]:
    """Take the names of some people away."""

    def take(draw: DrawFn, draft: Draft) -> None:
        for at, person in draw(few(list(enumerate(draft.people)))):
            draft.expect("people", at, "name")
            person["name"] = draw(st.sampled_from((None, "", " ")))
            if person["name"] is None and draw(st.booleans()):
                del person["name"]

    return breaking(registry, "PER003", take)
