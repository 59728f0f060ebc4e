"""How a question is drawn on a blank form: fields to fill in, on paper or on a screen."""

from collections.abc import Iterable
from typing import Literal

from attrs import field, frozen

from rhf_services.render.plain import plain

FieldKind = Literal["line", "text", "number", "date", "one-of", "some-of"]


def _all_plain(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(plain(one) for one in texts)


@frozen
class Field:
    """A field to fill in.

    Attributes:
        label: What it asks for.
        kind: A line, a text, a number, a date, or a choice: one of several, or some of them.
        options: What can be chosen.
        hint: What else there is to know about it.
        starred: Whether it should be filled in wherever its row is.

    Examples:
        >>> Field("Tittel", "line", starred=True).options
        ()
    """

    label: str = field(converter=plain)
    kind: FieldKind
    options: tuple[str, ...] = field(default=(), converter=_all_plain)
    hint: str = field(default="", converter=plain)
    starred: bool = False


@frozen
class Fields:
    """Fields that belong together: all of a question, or one row of a table.

    Attributes:
        fields: The fields in their order.
        title: What they are together, where that needs saying.
        row: Whether they are one row, of which there may be several.

    Examples:
        >>> Fields((Field("Svar", "text"),)).row
        False
    """

    fields: tuple[Field, ...]
    title: str = field(default="", converter=plain)
    row: bool = False
