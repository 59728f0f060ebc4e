"""The columns of tables: typed keys, looked up in a row by id."""

from typing import Any, Literal, Protocol, TypeVar

from attrs import frozen

from rhf_services.model.choices import ChoiceList, Picked
from rhf_services.model.text import Text
from rhf_services.model.values import text_or_none, whole_or_none

T_co = TypeVar("T_co", covariant=True)


class ColumnKey(Protocol[T_co]):
    """What a row can be asked for: a column, and the type of its values.

    Examples:
        >>> from rhf_services.forms.activities import COUNT
        >>> COUNT.id, COUNT.read(12), COUNT.read("12")
        ('count', 12, None)
    """

    @property
    def id(self) -> str:
        """The id of the column."""

    def read(self, raw: Any) -> T_co | None:
        """Read a field exactly; None where it is missing or of another type."""


@frozen
class TextColumn:
    """A column of texts.

    Attributes:
        id: The stable id.
        label: The heading of the column.
        starred: Whether a filled row should have it; a warning if not, never more.
        form: ``doi`` or ``date`` where the text has a form that can be checked.

    Examples:
        >>> TextColumn("title", Text("Tittel"), starred=True).read("En artikkel")
        'En artikkel'
    """

    id: str
    label: Text
    starred: bool = False
    form: Literal["free", "doi", "date"] = "free"

    def read(self, raw: Any) -> str | None:
        """Read the text; None where it is blank or no text."""
        return text_or_none(raw)


@frozen
class NumberColumn:
    """A column of whole numbers.

    Attributes:
        id: The stable id.
        label: The heading of the column.
        starred: Whether a filled row should have it.
        minimum: The least number the field can hold, or None.

    Examples:
        >>> NumberColumn("count", Text("Antall"), minimum=0).read(12.0)
        12
    """

    id: str
    label: Text
    starred: bool = False
    minimum: int | None = None

    def read(self, raw: Any) -> int | None:
        """Read the number; None where it is missing, no whole number, or too small."""
        number = whole_or_none(raw)
        if number is None or (self.minimum is not None and number < self.minimum):
            return None
        return number


@frozen
class ChoiceColumn:
    """A column of choices.

    Attributes:
        id: The stable id.
        label: The heading of the column.
        choices: The alternatives; an unknown one is kept.
        starred: Whether a filled row should have it.

    Examples:
        >>> units = ChoiceList("units", (), source=None)
        >>> ChoiceColumn("unit", Text("Enhet"), units).read("patients")
        Picked(id='patients')
    """

    id: str
    label: Text
    choices: ChoiceList
    starred: bool = False

    def read(self, raw: Any) -> Picked | None:
        """Read the choice; None where it is missing or unreadable."""
        return Picked.read(raw)


Column = TextColumn | NumberColumn | ChoiceColumn
