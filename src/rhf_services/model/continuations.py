"""In which form the work of a service goes on when it ends, as a host has recorded it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rhf_services.model.text import Text, _


class Continuation(StrEnum):
    """The form in which the work of a service goes on (S002-092, S002-093).

    ``none``: nothing is continued. ``unknown``: nobody has recorded anything.

    Examples:
        >>> [str(form) for form in Continuation]
        ['network', 'centre', 'other', 'none', 'unknown']
    """

    NETWORK = "network"
    CENTRE = "centre"
    OTHER = "other"
    NONE = "none"
    UNKNOWN = "unknown"


CONTINUATION_NAMES: Final[Mapping[Continuation, Text]] = MappingProxyType(
    {
        Continuation.NETWORK: _("nettverk"),
        Continuation.CENTRE: _("senter"),
        Continuation.OTHER: _("en annen organisasjonsform"),
        Continuation.NONE: _("føres ikke videre"),
        Continuation.UNKNOWN: _("ikke kjent"),
    }
)


class Beside(StrEnum):
    """What a form shows beside a question, from what the host keeps of the entity.

    It is shown and never asked for: the form gets no new field by it.

    Examples:
        >>> Beside("continuation").name
        'CONTINUATION'
    """

    CONTINUATION = "continuation"
