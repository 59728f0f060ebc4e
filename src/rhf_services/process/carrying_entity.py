"""The entity and its people, who go on from year to year."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from rhf_services.model.entities import EntityType, host_from
from rhf_services.model.faults import FaultKind
from rhf_services.model.people import GROUP_ROLES, Person, Role
from rhf_services.model.places import Place, place_in
from rhf_services.process.account import Fate, Line, Reason
from rhf_services.process.carrying_rows import Carried
from rhf_services.process.comparison import Stand
from rhf_services.process.trees import caption_of, copied, is_nothing
from rhf_services.sources.organisations import organisation
from rhf_services.wire.envelope import check_envelope

DESCRIPTION: Final = ("description", "icd10")
"""What is approved for a time; the new report has the description of its own year."""

NAMED_AFTER_KIND: Final = ("type", "code", "name")
"""What follows the kind of the entity, and is likely to be another on a form of another kind."""

_REASONS: Final[Mapping[FaultKind, Reason]] = MappingProxyType(
    {
        FaultKind.UNKNOWN_KEY: Reason.UNKNOWN_KEY,
        FaultKind.UNKNOWN_ROLE: Reason.UNKNOWN_ROLE,
        FaultKind.DUPLICATE_ID: Reason.SAME_ID,
    }
)


def carried_entity(old: Mapping[str, Any], target: Stand) -> Carried:
    """Carry the entity, but not the description, which is that of its year.

    Its kind is left out where the new form is not for that kind; somebody must say what it is now.

    Args:
        old: The old report as JSON values.
        target: The form of the new report.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.process.comparison import stand
        >>> centre = stand(load_registry().templates["national-centre"], 2024)
        >>> carried_entity({"entity": {"id": "e1", "description": "Svulster."}}, centre).value
        {'id': 'e1'}
    """
    entity = old.get("entity")
    if is_nothing(entity):
        return Carried()
    if not isinstance(entity, Mapping):
        return _unread(old, "entity", entity)
    faults = _faults("entity", entity)
    kind = entity.get("type")
    elsewhere = not is_nothing(kind) and kind not in target.template.entity_types
    carried = {}
    lines = []
    for key, value in entity.items():
        if is_nothing(value):
            continue
        place = place_in(old, ("entity", key))
        reasons: tuple[Reason, ...] = (Reason.OTHER_KIND,)
        if key in DESCRIPTION:
            line = Line(Fate.BESIDE, place, (Reason.DESCRIPTION,), place, value, caption_of(value))
        elif key == "type" and elsewhere:
            line = Line(Fate.NEEDS_A_LOOK, place, reasons, place, value, caption_of(value))
        else:
            carried[key] = copied(value)
            reasons = faults.get(key, ())
            if elsewhere and key in NAMED_AFTER_KIND:
                reasons = (*reasons, Reason.OTHER_KIND)
            fate = Fate.NEEDS_A_LOOK if reasons else Fate.CARRIED
            line = Line(fate, place, reasons, place, caption=_caption(key, value))
        lines.append(line)
    return Carried(carried or None, tuple(lines))


def carried_people(old: Mapping[str, Any], target: Stand) -> Carried:
    """Carry the people, each as they stand; a role that the new form has no use for needs a look.

    Args:
        old: The old report as JSON values.
        target: The form of the new report.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.process.comparison import stand
        >>> network = stand(load_registry().templates["quality-and-competence-network"], 2024)
        >>> people = [{"id": "p1", "roles": [{"role": "reference-group-leader"}]}]
        >>> carried_people({"people": people}, network).lines[0].reasons
        (<Reason.ROLE_NOT_HERE: 'role-not-here'>,)
    """
    people = old.get("people")
    if is_nothing(people):
        return Carried()
    if not isinstance(people, list):
        return _unread(old, "people", people)
    faults = _faults("people", people)
    carried: list[Any] = []
    lines = []
    for at, person in enumerate(people):
        if is_nothing(person):
            continue
        place = place_in(old, ("people", at))
        caption = caption_of(person)
        if not isinstance(person, Mapping):
            unread = (Reason.UNREADABLE,)
            lines.append(Line(Fate.NO_PLACE, place, unread, None, person, caption))
            continue
        reasons = (*faults.get(at, ()), *_roles(Person.read(person, at), target))
        fate = Fate.NEEDS_A_LOOK if reasons else Fate.CARRIED
        to = Place(("people", len(carried)), row=place.row)
        lines.append(Line(fate, place, reasons, to, caption=caption))
        carried.append(copied(person))
    return Carried(carried or None, tuple(lines))


def _caption(key: str, value: Any) -> str | None:
    """Give the words a part of the entity is known by; hospitals by the names in the register."""
    if key != "hosts" or not isinstance(value, list):
        return caption_of(value)
    hosts = [host_from(raw) for raw in value if isinstance(raw, Mapping)]
    kept = [organisation(host.organisation) if host.organisation else None for host in hosts]
    names = [
        known.name if known else host.name or host.organisation
        for known, host in zip(kept, hosts, strict=True)
    ]
    return caption_of(", ".join(name for name in names if name))


def _roles(person: Person, target: Stand) -> tuple[Reason, ...]:
    """Tell whether somebody holds a role that the new form has no use for."""
    group = target.edition.section("reference-group") is not None
    network = EntityType.QUALITY_AND_COMPETENCE_NETWORK in target.template.entity_types
    idle = (*(() if group else GROUP_ROLES), *(() if network else (Role.NETWORK_MEMBER,)))
    return (Reason.ROLE_NOT_HERE,) if any(person.holds(role) for role in idle) else ()


def _faults(part: str, value: Any) -> dict[str | int, tuple[Reason, ...]]:
    """Give why each piece of a part needs a look, each reason once."""
    found: dict[str | int, tuple[Reason, ...]] = {}
    for fault in check_envelope({part: value}):
        if len(fault.at) > 1:
            reason = _REASONS.get(fault.kind, Reason.UNREADABLE)
            found[fault.at[1]] = tuple(dict.fromkeys((*found.get(fault.at[1], ()), reason)))
    return found


def _unread(old: Mapping[str, Any], part: str, value: Any) -> Carried:
    line = Line(Fate.NO_PLACE, place_in(old, (part,)), (Reason.UNREADABLE,), None, value)
    return Carried(None, (line,))
