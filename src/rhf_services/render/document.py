"""One neutral document, which HTML is made of, and later PDF and Word.

It says what stands where, never how it looks. Chapters nest, so that headings are always in
order. Every text is made safe on its way in; see `rhf_services.render.plain`.
"""

from typing import Literal

from attrs import field, frozen

from rhf_services.render.fields import Fields
from rhf_services.render.plain import plain
from rhf_services.render.tables import Figure, Table
from rhf_services.render.text import Runs

Style = Literal["body", "lead", "guidance", "answer", "quiet", "code"]
Tone = Literal["error", "warning", "info", "plain"]
MarkKind = Literal["state", "hidden", "change", "ground", "note"]


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        runs: Its text.
        style: What it is: body, lead (below the title), guidance, answer, quiet, or code (for those
            who build).

    Examples:
        >>> from rhf_services.render.text import runs
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
        >>> from rhf_services.render.text import runs
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
        >>> from rhf_services.render.text import runs
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
class Mark:
    """A quiet word about what stands above it.

    Attributes:
        kind: state (how an answer stands), hidden, change, ground (source and standing), or note.
        runs: What it says.

    Examples:
        >>> from rhf_services.render.text import runs
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
        lang: The language of the label, where that is another than the document's.

    Examples:
        >>> from rhf_services.render.text import runs
        >>> Notice("warning", "bør ses på", (Paragraph(runs("Tittelen mangler.")),)).tone
        'warning'
    """

    tone: Tone
    label: str
    paragraphs: tuple[Paragraph, ...]
    id: str | None = None
    lang: str | None = None


@frozen
class Chapter:
    """A part of the document with a heading; parts nest.

    Attributes:
        id: Where links lead.
        title: The heading.
        blocks: What stands in it.
        kind: A tab or part of a form, a question, or what is told around them.

    Examples:
        >>> from rhf_services.render.text import runs
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
        >>> from rhf_services.render.text import runs
        >>> Document("nb", runs("Et skjema"), "Skjema", ()).foot
        ''
    """

    lang: str
    title: Runs
    kicker: str = field(converter=plain)
    blocks: tuple[Block, ...]
    foot: str = field(default="", converter=plain)
