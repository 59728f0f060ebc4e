"""A document as lines for a screen: the text of its page, without the page."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, assert_never

import click

from rhf_services.cli.showing import printable, wrapped
from rhf_services.render.document import (
    Block,
    Chapter,
    Definitions,
    Document,
    Listing,
    Marks,
    Notice,
    Paragraph,
    Tone,
)
from rhf_services.render.fields import Fields
from rhf_services.render.tables import Figure, Table
from rhf_services.render.text import Runs, plain_text

COLOURS: Final[Mapping[Tone, str]] = MappingProxyType(
    {"error": "red", "warning": "yellow", "info": "cyan"}
)


def lines_of_document(document: Document) -> Iterator[str]:
    """Give the lines of a document of paragraphs, lists, terms, notices and chapters.

    Args:
        document: The document.

    Raises:
        TypeError: It holds what only a page can show: a table, a figure, marks or fields.
    """
    yield click.style(_text(document.title), bold=True)
    for block in document.blocks:
        yield from _lines(block, "")


def _lines(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from wrapped(_text(block.runs), indent)
        case Listing():
            for item in block.items:
                yield from _hanging("• ", _text(item), indent)
        case Definitions():
            yield from _definitions(block, indent)
        case Notice():
            yield from _notice(block, indent)
        case Chapter():
            yield ""
            yield click.style(_text(block.title), underline=True)
            for one in block.blocks:
                yield from _lines(one, indent + "  ")
        case Table() | Figure() | Marks() | Fields():
            message = f"{type(block).__name__} is not for a screen"
            raise TypeError(message)
        case _:
            assert_never(block)


def _definitions(definitions: Definitions, indent: str) -> Iterator[str]:
    for row in definitions.rows:
        yield ""
        yield click.style(_text(row.term), underline=True)
        for line in plain_text(row.text).splitlines():
            yield from wrapped(printable(line), indent + "  ")


def _notice(notice: Notice, indent: str) -> Iterator[str]:
    yield indent + click.style(notice.label, fg=COLOURS.get(notice.tone), bold=True)
    for paragraph in notice.paragraphs:
        strong = any(run.strong for run in paragraph.runs)
        for line in wrapped(_text(paragraph.runs), indent + "  "):
            quiet = paragraph.style in ("quiet", "code")
            yield click.style(line, bold=strong or None, dim=quiet or None)


def _hanging(sign: str, text: str, indent: str) -> Iterator[str]:
    first, *rest = wrapped(text, indent + " " * len(sign))
    yield f"{indent}{sign}{first.strip()}"
    yield from rest


def _text(pieces: Runs) -> str:
    return printable(plain_text(pieces))
