"""Entities as somebody tells of them: alone, in a list, in a case, in a report."""

from attrs import frozen

from rhf_services.model.cases import CASE_FORMAT
from rhf_services.model.entities import Entity, ReportedEntity, entity_told
from rhf_services.model.faults import FaultKind
from rhf_services.model.report import REPORT_FORMAT, Report
from rhf_services.wire.cases import read_case
from rhf_services.wire.entities import read_entities
from rhf_services.wire.json_text import Parsed


@frozen
class Told:
    """Entities as somebody told of them.

    Attributes:
        entities: The entities.
        year: The reporting year that a case or report names, or None.
        unread: Places of what could not be read.

    Examples:
        >>> Told(()).year is None
        True
    """

    entities: tuple[Entity, ...]
    year: int | None = None
    unread: tuple[str, ...] = ()


def read_told(parsed: Parsed) -> Told:
    """Read entities from whatever tells of them: a list, one, a case, a report.

    Examples:
        >>> report = {"format": "rhf-report/1", "year": 2024, "entity": {"id": "a"}}
        >>> told = read_told(Parsed(report))
        >>> told.entities[0].id, told.year
        ('a', 2024)
    """
    format_ = parsed.value.get("format") if isinstance(parsed.value, dict) else None
    if format_ == REPORT_FORMAT:
        report = Report(parsed.value)
        return Told((entity_told(None, report.entity),), report.year)
    if format_ == CASE_FORMAT:
        read = read_case(parsed)
        kept, told = read.case.entity, read.case.report
        reported = told.entity if told is not None else ReportedEntity()
        places = tuple(
            str(one.params["where"])
            for one in read.faults
            if str(one.params.get("where")).startswith("/entity")
        )
        known = kept is not None or told is not None
        entities = (entity_told(kept, reported),) if known else ()
        return Told(entities, told.year if told is not None else None, places)
    loaded = read_entities(parsed)
    unread = [one for one in loaded.faults if one.kind is FaultKind.UNREADABLE_PART]
    return Told(loaded.entities, None, tuple(str(one.params["where"]) for one in unread))
