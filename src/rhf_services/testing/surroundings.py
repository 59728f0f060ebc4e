"""Who reports, and the people and groups around it; all invented."""

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.model.continuations import Continuation
from rhf_services.model.people import Role
from rhf_services.model.regions import REGIONS, Region
from rhf_services.sources.organisations import organisations
from rhf_services.testing.drawing import always, some_of, turned
from rhf_services.testing.formed import Formed
from rhf_services.testing.texts import emails, names, plain_texts, titles

Regions = tuple[Region, ...]
Seats = list[dict[str, Any]]

_PHONES: Final = ("00000000", "00 00 00 00", "+47 000 00 000", "internt")
_UNITS: Final = [{"id": "u1", "name": "Eksempelenheten"}]


def regions_of(form: Formed) -> SearchStrategy[Regions]:
    """Give the regions of whoever reports on a form: one, or two together.

    Examples:
        >>> from rhf_services import load_registry
        >>> regions_of(Formed.of(load_registry(), "archive", 2016)).is_empty
        False
    """
    own = form.template.regions or REGIONS
    pairs = [(one, other) for one in own for other in own if one is not other]
    return st.sampled_from([*((region,) for region in own), *pairs])


@cache
def hosts(regions: Regions) -> SearchStrategy[dict[str, Any]]:
    """Give trusts of some regions, from the register and outside it.

    Examples:
        >>> hosts((Region.HELSE_VEST,)).is_empty
        False
    """
    known = [
        {"organisation": o.id} for o in organisations() if o.regions in [(r,) for r in regions]
    ]
    others = [{"name": "Eksempelsykehuset", "region": str(region)} for region in regions]
    return st.sampled_from([*others, *known]).map(dict)


@cache
def entities(kind: str, regions: Regions) -> SearchStrategy[dict[str, Any]]:
    """Give entities as a host keeps them.

    Examples:
        >>> entities("national-centre", (Region.HELSE_VEST,)).is_empty
        False
    """
    names = titles().map(lambda name: [{"name": name, "from": "2001-01-01", "to": None}])
    optional: dict[str, SearchStrategy[Any]] = {
        "id": st.just("e1"),
        "names": names,
        "hosts": hosts(regions).map(lambda host: [host]),
        "units": always(_UNITS),
        "approved": st.just("2000-12-01"),
        "started": st.sampled_from(("2001-01-01", None)),
        "last_day": st.none(),
        "predecessors": always(["e0"]),
        "function": st.none(),
        "rare_conditions": st.booleans(),
        "coordinating_unit": hosts(regions),
        "continued_as": st.sampled_from((*map(str, Continuation), None)),
    }
    fixed = {"type": kind, "regions": [str(region) for region in regions]}
    described = plain_texts().map(lambda text: [{"text": text, "icd10": "U99.9"}])
    return st.builds(
        lambda more, own, descriptions: {**own, "descriptions": descriptions, **more},
        some_of(optional),
        always(fixed),
        described,
    )


@cache
def reported_entities(kind: str, regions: Regions) -> SearchStrategy[dict[str, Any]]:
    """Give entities as a report names them.

    Examples:
        >>> reported_entities("national-centre", (Region.HELSE_VEST,)).is_empty
        False
    """
    return some_of(
        {
            "id": st.just("e1"),
            "type": st.just(kind),
            "code": st.just("EKSEMPEL-1"),
            "name": titles(),
            "description": plain_texts(),
            "icd10": st.sampled_from((None, "U99.9")),
            "hosts": hosts(regions).map(lambda host: [host]),
            "units": always(_UNITS),
        }
    )


@st.composite
def full_groups(draw: DrawFn, regions: Regions) -> Seats:
    """Give reference groups with all seats filled and one leader, from another region.

    Args:
        draw: Given by Hypothesis.
        regions: The regions of whoever reports.

    Examples:
        >>> full_groups((Region.HELSE_VEST,)).is_empty
        False
    """
    member, leads = str(Role.REFERENCE_GROUP_MEMBER), str(Role.REFERENCE_GROUP_LEADER)
    chosen = draw(st.sampled_from([region for region in REGIONS if region not in regions]))
    seats: Seats = [{"role": member, "region": str(region)} for region in REGIONS]
    seats.append({"role": str(Role.USER_REPRESENTATIVE)})
    seats.append({"role": str(Role.REFERENCE_GROUP_UNIT_REPRESENTATIVE)})
    more = draw(st.sampled_from((None, None, *seats)))
    if more is not None:
        seats.append({**more, "vacant": draw(st.booleans())})
    leader = next(seat for seat in seats if seat.get("region") == chosen)
    leader |= {"leader": True, "role": draw(st.sampled_from((member, leads)))}
    return draw(turned(seats))


def roles_in(seat: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the roles of whoever sits in a seat.

    Examples:
        >>> roles_in({"role": "user-representative"})
        [{'role': 'user-representative'}]
    """
    held: dict[str, Any] = {key: seat[key] for key in ("role", "region") if key in seat}
    leader = str(Role.REFERENCE_GROUP_LEADER)
    leads = seat.get("leader") and seat["role"] != leader
    return [held, {"role": leader}] if leads else [held]


@cache
def persons() -> SearchStrategy[dict[str, Any]]:
    """Give people, without roles.

    Examples:
        >>> persons().is_empty
        False
    """
    optional: dict[str, SearchStrategy[Any]] = {
        "email": st.one_of(st.none(), emails()),
        "phone": st.sampled_from(_PHONES),
        "institution": hosts(REGIONS),
        "show_on_page": st.booleans(),
        "copy_of_report": st.sampled_from((None, True, False)),
    }
    return st.builds(lambda name, more: {"name": name, **more}, names(), some_of(optional))
