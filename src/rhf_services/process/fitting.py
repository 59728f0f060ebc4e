"""Which form a new report can be made on, where nobody has said."""

from rhf_services.hooks.registry import Registry
from rhf_services.model.report import Report
from rhf_services.sources.organisations import responsible_regions


def forms_for(report: Report, year: int, registry: Registry) -> tuple[str, ...]:
    """Give the forms that a new report could be made on: its own, or those for the entity's kind.

    Args:
        report: The old report.
        year: The reporting year of the new one.
        registry: What is loaded.

    Returns:
        The form of the report alone, where it still holds; else all forms for the kind of the
        entity in that year; nothing where the kind is unknown.

    Examples:
        >>> from rhf_services import Report, load_registry
        >>> old = Report({"template": "archive", "entity": {"type": "national-centre"}})
        >>> forms_for(old, 2024, load_registry())
        ('national-centre',)
    """
    own = registry.templates.get(report.template or "")
    if own is not None and own.edition_for(year) is not None:
        return (own.id,)
    regions = responsible_regions(None, report.entity)
    return tuple(
        form.id
        for form in registry.templates.values()
        if report.entity.type in form.entity_types
        and form.edition_for(year) is not None
        and (not form.regions or not regions or any(one in form.regions for one in regions))
    )
