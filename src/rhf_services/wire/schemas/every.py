"""Every schema that there is, by name."""

from typing import Any

from rhf_services.hooks.registry import Registry
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.wire.schemas.outputs import output_schemas
from rhf_services.wire.schemas.report import report_schema


def schemas(registry: Registry | None = None) -> dict[str, dict[str, Any]]:
    """Make every JSON Schema (2020-12): of each output, and of a report on each edition.

    Args:
        registry: What is loaded; None for the outputs alone.

    Returns:
        The schemas by name: the format of an output (``rhf-verdict/1``), ``finding/1`` and
        ``entity/1``, which are parts that can stand alone, and ``rhf-report/1`` followed by form
        and edition. Each has an ``$id`` that stays.

    Examples:
        >>> from rhf_services import load_registry
        >>> every = schemas(load_registry())
        >>> every["rhf-verdict/1"]["$id"]
        'urn:rhf-services:rhf-verdict:1'
        >>> every["rhf-report/1:national-centre:2024"]["title"]
        'Nasjonale sentre – både nye og pågående 2024'
    """
    templates = () if registry is None else registry.templates.values()
    reports = {
        f"{REPORT_FORMAT}:{template.id}:{edition.id}": report_schema(template, edition)
        for template in templates
        for edition in template.editions
    }
    return {**output_schemas(), **reports}
