"""A case that breaks one rule."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import field, frozen

from rhf_services.model.rules import Stage
from rhf_services.wire import dumps


@frozen
class Broken:
    """A case in which one rule fires, and no other.

    Attributes:
        document: The case as JSON values (``rhf-case/1``).
        stage: The stage at which the rule fires.
        at: The time to check at, or None.
        data: The case as it would be written, where the writing itself is the point.

    Examples:
        >>> Broken({"format": "rhf-case/1"}, Stage.DRAFT).written
        b'{"format": "rhf-case/1"}'
    """

    document: Mapping[str, Any]
    stage: Stage
    at: datetime | None = None
    data: bytes | None = field(default=None)

    @property
    def written(self) -> bytes:
        """The case as bytes, ready to be read."""
        return dumps(self.document) if self.data is None else self.data
