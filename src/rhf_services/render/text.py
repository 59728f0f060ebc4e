"""Pieces of text: what they say, and whether somebody else wrote them."""

from collections.abc import Iterable

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
        lang: The language it is written in, where that is another than the document's; empty
            where nobody knows.

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


def plain_text(pieces: Runs) -> str:
    """Give what pieces of text say, in one.

    Examples:
        >>> plain_text(runs("Navn: ", Run("Kari Eksempel", theirs=True)))
        'Navn: Kari Eksempel'
    """
    return "".join(run.text for run in pieces)


def on_lines(several: Iterable[Runs]) -> Runs:
    r"""Put texts below each other.

    Examples:
        >>> plain_text(on_lines([runs("Helse Nord"), runs("Helse Vest")]))
        'Helse Nord\nHelse Vest'
    """
    pieces: list[Run] = []
    for one in several:
        pieces += [*([Run("\n")] if pieces else []), *one]
    return tuple(pieces)


def marked_as(lang: str | None, text: str, *parts: str) -> Runs:
    """Mark the parts of a text that are in another language than the rest of it.

    Args:
        lang: That language; None where it is the document's own, so that nothing is marked.
        text: The text.
        *parts: What in it is in that language.

    Examples:
        >>> marked_as("nb", "Source: webinar, “Aktivitet”.", "“Aktivitet”")[1]
        Run(text='“Aktivitet”', theirs=False, strong=False, to=None, lang='nb')
    """
    pieces = runs(text)
    for part in sorted(set(parts), key=len, reverse=True) if lang else ():
        pieces = tuple(one for run in pieces for one in _split(run, Run(part, lang=lang)))
    return pieces


def _split(run: Run, part: Run) -> Runs:
    """Take a part out of a run that is not marked yet, wherever it stands in it."""
    if run.lang is not None:
        return (run,)
    first, *others = run.text.split(part.text)
    pieces = (Run(first), *(piece for text in others for piece in (part, Run(text))))
    return tuple(one for one in pieces if one.text)
