"""Pieces of text: what they say, and whether somebody else wrote them."""

from attrs import field, frozen

from rhf_services.render.plain import plain


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
