"""Which form a new report can be made on, where nobody has said."""

from rhf_services.checking.choosing import which_form
from rhf_services.hooks.registry import Registry
from rhf_services.model.entities import Entity, entity_told
from rhf_services.model.form_choices import ChoiceRemark
from rhf_services.model.report import Report


def forms_for(
    report: Report, year: int, registry: Registry, entity: Entity | None = None
) -> tuple[str, ...]:
    """Give the forms that a new report could be made on: the host's choice, its own, or by kind.

    Where the host has told when the entity starts and ends, `which_form` answers. Otherwise the
    form of the report is kept as long as it holds; else all forms for the kind of the entity in
    that year are given.

    Args:
        report: The old report.
        year: The reporting year of the new one.
        registry: What is loaded.
        entity: The entity as the host keeps it, or None.

    Returns:
        One form where it is clear; several to choose among; none where the kind has none.

    Examples:
        >>> from rhf_services import Report, load_registry
        >>> old = Report({"template": "archive", "entity": {"type": "national-centre"}})
        >>> forms_for(old, 2024, load_registry())
        ('national-centre',)
    """
    choice = which_form(entity_told(entity, report.entity), year, registry)
    chosen = choice.template or choice.accepted
    if entity is not None and chosen is not None and _sure(choice.remarks):
        return (chosen,)
    own = registry.templates.get(report.template or "")
    if own is not None and own.edition_for(year) is not None:
        return (own.id,)
    if chosen is not None and (_sure(choice.remarks) or len(choice.candidates) == 1):
        return (chosen,)
    return choice.candidates


def _sure(remarks: tuple[ChoiceRemark, ...]) -> bool:
    return ChoiceRemark.START_UNKNOWN not in remarks
