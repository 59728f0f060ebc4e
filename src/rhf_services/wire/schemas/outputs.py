"""The schemas of all that the library writes, by name."""

from typing import Any

from rhf_services.wire.schemas.answers import serving_schemas
from rhf_services.wire.schemas.archives import archive_schemas
from rhf_services.wire.schemas.entities import entity_schemas
from rhf_services.wire.schemas.files import form_schemas
from rhf_services.wire.schemas.forms import form_document_schemas
from rhf_services.wire.schemas.verdicts import checking_schemas
from rhf_services.wire.schemas.years import year_schemas


def output_schemas() -> dict[str, dict[str, Any]]:
    """Make the JSON Schema (2020-12) of every output.

    Returns:
        The schemas by name: the format (``rhf-verdict/1``), or ``finding/1`` and ``entity/1``,
        which are parts that can stand alone. Each has an ``$id`` that stays.

    Examples:
        >>> output_schemas()["rhf-verdict/1"]["$id"]
        'urn:rhf-services:rhf-verdict:1'
    """
    return {
        **checking_schemas(),
        **archive_schemas(),
        **entity_schemas(),
        **year_schemas(),
        **form_schemas(),
        **form_document_schemas(),
        **serving_schemas(),
    }
