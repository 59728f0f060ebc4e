"""The table of contents of a document."""

from attrs import frozen

from rhf_services.render.document import Block, Chapter
from rhf_services.render.text import Runs


@frozen
class Entry:
    """A line of a table of contents.

    Examples:
        >>> from rhf_services.render.text import runs
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
        >>> from rhf_services.render.text import runs
        >>> contents((Chapter("activity", runs("Aktivitet"), ()),))[0].id
        'activity'
    """
    chapters = [block for block in blocks if isinstance(block, Chapter)] if depth else []
    return tuple(Entry(one.id, one.title, contents(one.blocks, depth - 1)) for one in chapters)
