"""What stands twice: ids of rows and people, and keys of objects."""

import json
from copy import deepcopy
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import containers
from rhf_services.testing.good import LEAD
from rhf_services.testing.surroundings import persons
from rhf_services.testing.values import calm_values
from rhf_services.wire.reports import dumps

_MARK: Final = "rhf-testing-mark"


def duplicate_id(registry: Registry) -> SearchStrategy[Broken]:
    """Give a row or a person the id of another."""

    def repeat(draw: DrawFn, draft: Draft) -> None:
        in_rows = draw(st.booleans())
        if in_rows and draft.form.tables:
            asked = draw(st.sampled_from(draft.form.tables))
            rows = draft.fill(draw, asked, 2)
            again = draw(st.integers(1, len(rows) - 1))
            rows[draw(st.integers(0, again - 1))]["id"] = "r1"
            rows[again]["id"] = "r1"
            same = [number for number, row in enumerate(rows) if row.get("id") == "r1"]
            for number in same[1:]:
                draft.expect_in(asked, number, "id")
            return
        if len(draft.people) == 1:
            draft.people.append({**draw(persons()), "roles": []})
        others = [person for person in draft.people if person.get("id") != LEAD]
        second = draw(st.sampled_from(others))
        ids = [one["id"] for one in draft.people if one is not second and "id" in one]
        second["id"] = draw(st.sampled_from(ids))
        same = [at for at, one in enumerate(draft.people) if one.get("id") == second["id"]]
        draft.expect("people", same[1], "id")

    return breaking(registry, "STR007", repeat)


def duplicate_key(registry: Registry) -> SearchStrategy[Broken]:
    """Write keys of some objects of the report twice; the last value is the one that counts."""

    def repeat(draw: DrawFn, draft: Draft) -> None:
        document = deepcopy(draft.document)
        things = [(at, one) for at, one in containers(document["report"]) if one]
        at, thing = draw(st.sampled_from(things))
        key = draw(st.sampled_from(list(thing)))
        draft.expect(*at, key)
        later = dict(thing)
        thing.clear()
        thing |= {_MARK: draw(calm_values()), **later}
        written = dumps(document)
        draft.data = written.replace(json.dumps(_MARK).encode(), dumps_key(key))

    return breaking(registry, "STR008", repeat)


def dumps_key(key: str) -> bytes:
    """Write the key of an object."""
    return json.dumps(key, ensure_ascii=False).encode()
