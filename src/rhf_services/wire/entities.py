"""Reading and writing entities by themselves: one, or a register of many."""

from typing import Any, Final

from attrs import frozen

from rhf_services.model.entities import Entity
from rhf_services.model.faults import MOST_TOLD, Fault, FaultKind
from rhf_services.model.places import Place, Pointer
from rhf_services.wire.cases import read_part
from rhf_services.wire.json_text import Parsed, parse

NO_ENTITY: Final = "no-entity"


@frozen
class LoadedEntities:
    """What reading entities gave.

    Attributes:
        entities: The entities, in the order of the document.
        faults: What was seen; ``unreadable`` where nothing could be read. Where there are more
            than a thousand, those of the entities that come after are left out.

    Examples:
        >>> loads_entities(b'{"id": "a"}').entities[0].id
        'a'
    """

    entities: tuple[Entity, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the document could be read at all."""
        return not any(fault.kind is FaultKind.UNREADABLE for fault in self.faults)


def loads_entities(data: bytes | str) -> LoadedEntities:
    """Read entities as a host keeps them (the ``entity`` of ``rhf-case/1``), one or a list.

    What cannot be read of one is left out and named; the rest stands.

    Args:
        data: The document, as UTF-8 bytes or as text.

    Examples:
        >>> loaded = loads_entities('[{"id": "a"}, {"id": "b", "started": "2014"}]')
        >>> [entity.id for entity in loaded.entities], loaded.faults[0].params
        (['a', 'b'], {'where': '/1/started'})
    """
    return read_entities(parse(data))


def read_entities(parsed: Parsed) -> LoadedEntities:
    """Make entities of what was parsed.

    Examples:
        >>> read_entities(Parsed(3)).readable
        False
    """
    if not parsed.readable:
        return LoadedEntities((), parsed.faults)
    value = parsed.value
    if not isinstance(value, dict | list):
        return LoadedEntities((), (Fault(FaultKind.UNREADABLE, (), {"reason": NO_ENTITY}),))
    several = isinstance(value, list)
    entities: list[Entity] = []
    faults = list(parsed.faults)
    for at, item in enumerate(value if several else [value]):
        top: Pointer = (at,) if several else ()
        entity, seen = read_part(item, Entity) if isinstance(item, dict) else (None, [()])
        if len(faults) <= MOST_TOLD:
            faults += [_unread((*top, *place)) for place in seen]
        if isinstance(entity, Entity):
            entities.append(entity)
    return LoadedEntities(tuple(entities), tuple(faults))


def entity_document(entity: Entity) -> dict[str, Any]:
    """Write an entity as JSON values; what it does not say is left out.

    Examples:
        >>> entity_document(Entity(id="a", started_year=2014))
        {'id': 'a', 'started_year': 2014}
    """
    from rhf_services.wire.converter import converter  # noqa: PLC0415  (heavy; only where used)

    document: dict[str, Any] = converter().unstructure(entity)
    return document


def _unread(at: Pointer) -> Fault:
    return Fault(FaultKind.UNREADABLE_PART, (), {"where": Place(at).json_pointer})
