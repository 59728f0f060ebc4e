"""One neutral document, which HTML is made of, and later PDF and Word.

It says what stands where, never how it looks. Chapters nest, so that headings are always in
order. Every text is made safe on its way in; see `rhf_services.render.plain`.
"""

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from rhf_services.render.fields import Fields
from rhf_services.render.plain import plain

Style = Literal["body", "lead", "guidance", "answer", "quiet"]
Tone = Literal["error", "warning", "info", "plain"]
MarkKind = Literal["state", "hidden", "change", "ground", "note"]


@frozen
class Run:
    """A piece of text.

    Attributes:
        text: The text; line breaks are kept.
        theirs: Whether somebody else wrote it, so that it is kept apart from our sentences.
        strong: Whether it stands out.
        to: The id of the place in the document that it leads to, or None.
        lang: The language it is written in, where that is another than the document's.

    Examples:
        >>> Run("Et svar", theirs=True).text
        'Et svar'
    """

    text: str = field(converter=plain)
    theirs: bool = False
    strong: bool = False
    to: str | None = None
    lang: str | None = None


Runs = tuple[Run, ...]


def runs(*pieces: str | Run) -> Runs:
    """Give pieces of text as runs; a plain string is a sentence of ours.

    Examples:
        >>> runs("Navn: ", Run("Kari Eksempel", theirs=True))[0].theirs
        False
    """
    return tuple(Run(one) if isinstance(one, str) else one for one in pieces)


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        runs: Its text.
        style: What it is: body, lead (below the title), guidance, answer, or quiet.

    Examples:
        >>> Paragraph(runs("Ikke besvart.")).style
        'body'
    """

    runs: Runs
    style: Style = "body"


@frozen
class Listing:
    """A list.

    Attributes:
        items: The items.

    Examples:
        >>> len(Listing((runs("Helse Nord"), runs("Helse Vest"))).items)
        2
    """

    items: tuple[Runs, ...]


@frozen
class Definition:
    """A term and what stands for it.

    Attributes:
        term: The term.
        text: What stands for it.
        id: Where links lead, or None.

    Examples:
        >>> Definition(runs("Type"), runs("Nasjonalt senter")).id is None
        True
    """

    term: Runs
    text: Runs
    id: str | None = None


@frozen
class Definitions:
    """Terms with what stands for them.

    Attributes:
        rows: The terms in their order.

    Examples:
        >>> Definitions(()).rows
        ()
    """

    rows: tuple[Definition, ...]


@frozen
class Cell:
    """A cell of a table.

    Attributes:
        runs: Its text; none where it is empty.
        header: Whether it names its row.
        number: Whether it holds a number.
        id: Where links lead, or None.

    Examples:
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


@frozen
class Mark:
    """A quiet word about what stands above it.

    Attributes:
        kind: state (how an answer stands), hidden, change, ground (source and standing), or note.
        runs: What it says.

    Examples:
        >>> Mark("hidden", runs("Vises ikke på visningssiden.")).kind
        'hidden'
    """

    kind: MarkKind
    runs: Runs


@frozen
class Marks:
    """Quiet words about what stands above them.

    Attributes:
        marks: The words in their order.

    Examples:
        >>> Marks(()).marks
        ()
    """

    marks: tuple[Mark, ...]


@frozen
class Notice:
    """Something said about the place where it stands: a finding, or a remark.

    Attributes:
        tone: How much it weighs.
        label: The weight in a word, so that colour says nothing alone.
        paragraphs: What is said.
        id: Where links lead, or None.

    Examples:
        >>> Notice("warning", "bør ses på", (Paragraph(runs("Tittelen mangler.")),)).tone
        'warning'
    """

    tone: Tone
    label: str
    paragraphs: tuple[Paragraph, ...]
    id: str | None = None


@frozen
class Chapter:
    """A part of the document with a heading; parts nest.

    Attributes:
        id: Where links lead.
        title: The heading.
        blocks: What stands in it.
        kind: A tab or part of a form, a question, or what is told around them.

    Examples:
        >>> Chapter("activity", runs("Aktivitet"), (), "part").blocks
        ()
    """

    id: str
    title: Runs
    blocks: tuple["Block", ...]
    kind: Literal["part", "question", "around"] = "part"


Block = Paragraph | Listing | Definitions | Table | Figure | Marks | Notice | Fields | Chapter
"""The closed set of what a document is made of."""


@frozen
class Document:
    """A whole document.

    Attributes:
        lang: The language it is in: nb, nn or en.
        title: Its title.
        kicker: A few words above the title: what kind of document it is.
        blocks: What stands in it.
        foot: A few words at the end of every copy.

    Examples:
        >>> Document("nb", runs("Et skjema"), "Skjema", ()).foot
        ''
    """

    lang: str
    title: Runs
    kicker: str = field(converter=plain)
    blocks: tuple[Block, ...]
    foot: str = field(default="", converter=plain)


@frozen
class Entry:
    """A line of a table of contents.

    Examples:
        >>> Entry("activity", runs("Aktivitet"), ()).below
        ()
    """

    id: str
    title: Runs
    below: tuple["Entry", ...]


def contents(blocks: tuple[Block, ...], depth: int = 2) -> tuple[Entry, ...]:
    """Give the table of contents of a document.

    Args:
        blocks: The blocks of the document.
        depth: How many levels of chapters to name.

    Examples:
        >>> contents((Chapter("activity", runs("Aktivitet"), ()),))[0].id
        'activity'
    """
    chapters = [block for block in blocks if isinstance(block, Chapter)] if depth else []
    return tuple(Entry(one.id, one.title, contents(one.blocks, depth - 1)) for one in chapters)


def ids_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give every id of a document, in the order they stand.

    Examples:
        >>> list(ids_of((Chapter("activity", runs("Aktivitet"), ()),)))
        ['activity']
    """
    for block in blocks:
        match block:
            case Chapter():
                yield block.id
                yield from ids_of(block.blocks)
            case Notice(id=str(id_)):
                yield id_
            case Definitions():
                yield from (row.id for row in block.rows if row.id is not None)
            case Table():
                yield from (cell.id for row in block.rows for cell in row if cell.id is not None)
            case _:
                pass
