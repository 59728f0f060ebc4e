"""Tables and figures of a document."""

from attrs import field, frozen

from rhf_services.render.plain import plain
from rhf_services.render.text import Runs


@frozen
class Cell:
    """A cell of a table.

    Attributes:
        runs: Its text; none where it is empty.
        header: Whether it names its row.
        number: Whether it holds a number.
        id: Where links lead, or None.

    Examples:
        >>> from rhf_services.render.text import runs
        >>> Cell(runs("411"), number=True).header
        False
    """

    runs: Runs = ()
    header: bool = False
    number: bool = False
    id: str | None = None


@frozen
class Table:
    """A table with named columns.

    Attributes:
        caption: What the table is.
        head: The names of the columns.
        rows: The rows, each as long as the head.

    Examples:
        >>> from rhf_services.render.text import runs
        >>> Table(runs("Artikler"), (runs("Tittel"),), ()).rows
        ()
    """

    caption: Runs
    head: tuple[Runs, ...]
    rows: tuple[tuple[Cell, ...], ...]


@frozen
class Bar:
    """A bar of a figure.

    Attributes:
        label: What it is for.
        number: How long it is, 0 or more.
        shown: The number as the reader's language writes it.

    Examples:
        >>> Bar("Helse Vest", 411, "411").number
        411
    """

    label: str = field(converter=plain)
    number: int
    shown: str


@frozen
class Figure:
    """Numbers drawn as bars.

    Attributes:
        title: What it shows.
        alt: All of it in words, for whoever does not see it.
        bars: The bars in their order.

    Examples:
        >>> Figure("Pasienter", "Helse Vest 411.", (Bar("Helse Vest", 411, "411"),)).title
        'Pasienter'
    """

    title: str = field(converter=plain)
    alt: str = field(converter=plain)
    bars: tuple[Bar, ...]
