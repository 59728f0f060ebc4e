"""Reference groups that are missing, not full, or led by somebody else than the mandate says."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.people import GROUP_ROLES, Role
from rhf_services.model.regions import Region
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.surroundings import Seats, full_groups, persons, roles_in

_MEMBER = str(Role.REFERENCE_GROUP_MEMBER)


def no_group(registry: Registry) -> SearchStrategy[Broken]:
    """Have no reference group, or one where nobody sits."""

    def empty(draw: DrawFn, draft: Draft) -> None:
        seats = [{**seat, "vacant": True} for seat in draw(full_groups(_own(draft)))]
        chosen = draw(st.sampled_from((seats, [])))
        _seat(draw, draft, chosen, kept=draw(st.booleans()))

    return breaking(registry, "REF001", empty)


def missing_seats(registry: Registry) -> SearchStrategy[Broken]:
    """Empty some seats, or take them away, but let the leader sit."""

    def take(draw: DrawFn, draft: Draft) -> None:
        seats = draw(full_groups(_own(draft)))
        leads = next(_kind(seat) for seat in seats if seat.get("leader"))
        kinds = sorted({_kind(seat) for seat in seats} - {leads})
        gone = draw(few(kinds))
        kept, vacant = draw(st.booleans()), draw(st.booleans())
        left = [seat for seat in seats if _kind(seat) not in gone]
        if vacant:
            left += [{**seat, "vacant": True} for seat in seats if _kind(seat) in gone]
        _seat(draw, draft, left, kept=kept)

    return breaking(registry, "REF002", take)


def not_one_leader(registry: Registry) -> SearchStrategy[Broken]:
    """Have the host keep a group without a leader, or with several."""

    def unseat(draw: DrawFn, draft: Draft) -> None:
        own = [str(region) for region in _own(draft)]
        seats = draw(full_groups(_own(draft)))
        if draw(st.booleans()):
            for seat in seats:
                seat.pop("leader", None)
                if seat["role"] == Role.REFERENCE_GROUP_LEADER:
                    seat["role"] = _MEMBER
        else:
            others = [s for s in seats if not s.get("leader") and s.get("region") not in own]
            for seat in draw(few([seat for seat in others if not seat.get("vacant")])):
                seat["leader"] = True
        _seat(draw, draft, seats, kept=True)

    return breaking(registry, "REF003", unseat)


def leader_from_own_region(registry: Registry) -> SearchStrategy[Broken]:
    """Let a representative of the service's own region lead the group."""

    def lead(draw: DrawFn, draft: Draft) -> None:
        own = [str(region) for region in _own(draft)]
        seats = draw(full_groups(_own(draft)))
        for seat in seats:
            if seat.pop("leader", None):
                seat["role"] = _MEMBER
        at_home = [s for s in seats if s.get("region") in own and not s.get("vacant")]
        leader = draw(st.sampled_from(at_home))
        leader["leader"] = True
        leader["role"] = draw(st.sampled_from((_MEMBER, str(Role.REFERENCE_GROUP_LEADER))))
        _seat(draw, draft, seats, kept=draw(st.booleans()))

    return breaking(registry, "REF004", lead)


def _own(draft: Draft) -> tuple[Region, ...]:
    return tuple(Region(region) for region in draft.document["entity"]["regions"])


def _kind(seat: dict[str, Any]) -> str:
    return str(seat.get("region", seat["role"]))


def _seat(draw: DrawFn, draft: Draft, seats: Seats, *, kept: bool) -> None:
    """Let a group be the one the host keeps, or the one among the people of the report."""
    draft.expect("people")
    for person in draft.people:
        person["roles"] = [held for held in person["roles"] if held["role"] not in GROUP_ROLES]
    if kept:
        draft.document["group"] = seats
        return
    draft.document.pop("group", None)
    draft.people.extend(
        {**draw(persons()), "roles": roles_in(seat)} for seat in seats if not seat.get("vacant")
    )
