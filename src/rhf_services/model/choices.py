"""Choice lists, whose choices carry the years in which they are offered."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text
from rhf_services.model.values import text_or_none
from rhf_services.model.years import Years


@frozen
class Choice:
    """One alternative of a choice list.

    Attributes:
        id: The stable id that reports hold.
        label: What people see.
        offered: The reporting years in which it can be chosen; always readable.

    Examples:
        >>> Choice("guidelines", Text("Retningslinjer")).offered
        Years(first=2009, last=None)
    """

    id: str
    label: Text
    offered: Years = Years(2009)


@frozen
class ChoiceList:
    """The alternatives of a question or column; a host may replace them.

    Attributes:
        id: The stable id of the list.
        choices: The alternatives in the order they are shown.
        source: Where the alternatives are read.
        standing: How sure we are of them.
        other: Whether ``{"other": "…"}`` may be given instead of a choice.

    Examples:
        >>> tools = ChoiceList("tools", (Choice("biobank", Text("Biobank")),), source=None)
        >>> tools.knows("biobank"), tools.knows("ruler")
        (True, False)
    """

    id: str
    choices: tuple[Choice, ...]
    source: Source | None
    standing: Standing = Standing.PROPOSED
    other: bool = False

    def knows(self, choice: str) -> bool:
        """Tell whether the list has, or ever had, this choice."""
        return any(known.id == choice for known in self.choices)

    def label_of(self, choice: str) -> Text | None:
        """Give the label of a choice, or None where the list does not know it."""
        return next((known.label for known in self.choices if known.id == choice), None)


@frozen
class Picked:
    """What was chosen: a choice of the list, or something else in the filer's own words.

    Attributes:
        id: The id of the choice, known to the list or not; None for a text of one's own.
        other: The text given instead of a choice.

    Examples:
        >>> Picked.read({"other": "Skjema i journalen"}).other
        'Skjema i journalen'
        >>> Picked.read("biobank").id
        'biobank'
    """

    id: str | None = None
    other: str | None = field(default=None, repr=False)

    @staticmethod
    def read(raw: Any) -> "Picked | None":
        """Read a choice as reports hold it; None where there is none or it cannot be read."""
        if isinstance(raw, str):
            chosen = text_or_none(raw)
            return Picked(id=chosen) if chosen else None
        if isinstance(raw, Mapping):
            other = text_or_none(raw.get("other"))
            return Picked(other=other) if other else None
        return None
