"""Entities, people and reference groups as values of the model; all invented."""

from collections.abc import Collection
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from rhf_services.model.cases import CASE_FORMAT
from rhf_services.model.entities import Entity, EntityType
from rhf_services.model.people import Person, ReferenceGroup, Role, group_among
from rhf_services.model.regions import REGIONS, Region
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.testing.drawing import few
from rhf_services.testing.surroundings import entities as entity_documents
from rhf_services.testing.surroundings import full_groups, persons, roles_in
from rhf_services.wire.cases import loads_case
from rhf_services.wire.reports import dumps

_REGIONAL: Final = (Role.REFERENCE_GROUP_MEMBER, Role.REFERENCE_GROUP_LEADER, Role.NETWORK_MEMBER)


@st.composite
def entities(
    draw: DrawFn, kind: str | None = None, regions: Collection[Region] | None = None
) -> Entity:
    """Give entities as a host keeps them.

    This is what ``from_type(Entity)`` draws from.

    Args:
        draw: Given by Hypothesis.
        kind: The kind of entity; by default any.
        regions: Its regions; by default one or two.

    Examples:
        >>> from hypothesis import find
        >>> find(entities("national-centre"), lambda entity: bool(entity.hosts)).type
        'national-centre'
    """
    if kind is None:
        kind = str(draw(st.sampled_from(EntityType)))
    own = tuple(_few_regions(draw) if regions is None else regions)
    document = {"format": CASE_FORMAT, "report": {"format": REPORT_FORMAT}}
    whole = {**document, "entity": draw(entity_documents(kind, own))}
    return loads_case(dumps(whole)).case.entity or Entity(type=kind)


@st.composite
def people(draw: DrawFn, role: str | None = None) -> Person:
    """Give people of a report, with the roles they hold.

    This is what ``from_type(Person)`` draws from.

    Args:
        draw: Given by Hypothesis.
        role: A role that everyone holds; by default any, or none at all.

    Examples:
        >>> from hypothesis import find
        >>> find(people("academic-lead"), lambda person: person.show_on_page).roles[0].role
        'academic-lead'
    """
    index = draw(st.integers(0, 20))
    held = draw(st.lists(st.sampled_from(Role), max_size=2, unique=True))
    wanted = [*([] if role is None else [role]), *(str(one) for one in held if one != role)]
    roles: list[dict[str, Any]] = []
    for one in wanted:
        region = {"region": str(draw(st.sampled_from(REGIONS)))} if one in _REGIONAL else {}
        roles.append({"role": one, **region})
    given_id = {"id": f"p{index + 1}"} if draw(st.booleans()) else {}
    return Person.read({**given_id, **draw(persons()), "roles": roles}, index)


@st.composite
def reference_groups(
    draw: DrawFn, regions: Collection[Region] | None = None, *, full: bool = False
) -> ReferenceGroup:
    """Give reference groups: the ones that hosts keep, and the ones read from a report.

    This is what ``from_type(ReferenceGroup)`` draws from.

    Args:
        draw: Given by Hypothesis.
        regions: The regions of whoever reports, which do not lead a full group; by default any.
        full: Whether all seats are filled, and one leads; otherwise seats may be missing or
            vacant, and the group may be empty.

    Examples:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=3, database=None)
        ... @given(reference_groups({Region.HELSE_VEST}, full=True))
        ... def led_from_elsewhere(group):
        ...     assert [leader.region is Region.HELSE_VEST for leader in group.leaders] == [False]
        >>> led_from_elsewhere()
    """
    own = tuple(_few_regions(draw) if regions is None else regions)
    seats = draw(full_groups(own))
    if not full and draw(st.booleans()):
        places = range(len(seats))
        gone = draw(st.one_of(few(places), few(places), st.just(list(places))))
        vacant = draw(st.booleans())
        kept = [seat for at, seat in enumerate(seats) if at not in gone]
        seats = [*kept, *({**seats[at], "vacant": True} for at in gone if vacant)]
    if draw(st.booleans()):
        document = {"format": CASE_FORMAT, "report": {"format": REPORT_FORMAT}, "group": seats}
        return loads_case(dumps(document)).case.group or ReferenceGroup(kept_by_host=True)
    sitting = [seat for seat in seats if not seat.get("vacant")]
    return group_among(
        tuple(Person.read({"roles": roles_in(seat)}, at) for at, seat in enumerate(sitting))
    )


def _few_regions(draw: DrawFn) -> list[Region]:
    """Draw one region, or two."""
    return draw(few(REGIONS, most=2))
