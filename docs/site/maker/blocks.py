"""Pieces of pages as HTML, in the dress that the library's own documents wear."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from maker.site import esc
from rhf_services.render import Document, fragment_styles, html_fragment
from rhf_services.render.document import Block, Chapter
from rhf_services.render.text import plain_text

_REM: Final = re.compile(r"\b(\d*\.?\d+)rem\b")
_STACKS: Final = re.compile(r"@container rhf \(max-width: [\d.]+rem\)")
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~^&])")

_UNSOUGHT: Final = re.compile(
    r'<(ul|li) (class="(?:rhf-marks|rhf-field rhf-field-(?:text|one-of|some-of))")'
)
"""What every question of a form has, which tells nothing to who searches."""


def fragment_dress() -> str:
    """Give the library's styles for fragments, fitted to a page whose rem is 20 pixels.

    A column of this site is narrower than a page of the library's own, so tables stack later.
    """
    fitted = _REM.sub(lambda found: f"{float(found.group(1)) * 0.8:.4g}rem", fragment_styles())
    return _STACKS.sub("@container rhf (max-width: 28rem)", fitted)


def plain(text: str) -> str:
    """Make a text safe in Markdown, for headings."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def heading(level: int, text: str, id_: str) -> str:
    """Make a heading that stands in the table of contents."""
    return f"\n\n{'#' * level} {plain(text)} {{#{id_}}}\n\n"


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make a table that stacks on a phone.

    Args:
        caption: What it is, for those who do not see it.
        head: The headings of its columns, as text.
        rows: The cells, as HTML; the first of a row is its heading.
    """
    top = "".join(f'<th scope="col" role="columnheader">{esc(one)}</th>' for one in head)
    body = "".join(f'<tr role="row">{_cells(head, row)}</tr>\n' for row in rows)
    return (
        f'<div class="rhf rhf-fragment"><table class="ds-table rhf-table" role="table">'
        f'<caption class="rhf-sr-only">{esc(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead>\n'
        f'<tbody role="rowgroup">{body}</tbody></table></div>\n\n'
    )


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    made = []
    for at, (label, cell) in enumerate(zip(head, row, strict=True)):
        tag, role = ("th", 'scope="row" role="rowheader"') if at == 0 else ("td", 'role="cell"')
        empty = "" if cell else " rhf-empty"
        made.append(
            f'<{tag} {role} class="rhf-words{empty}" data-label="{esc(label)}">{cell}</{tag}>'
        )
    return "".join(made)


def terms(rows: Iterable[tuple[str, str]]) -> str:
    """Make a list of terms, as text, with what stands for them, as HTML."""
    made = "".join(f"<div><dt>{esc(term)}</dt><dd>{text}</dd></div>" for term, text in rows)
    return f'<div class="rhf rhf-fragment"><dl class="rhf-definitions">{made}</dl></div>\n\n'


def listed(items: Iterable[str]) -> str:
    """Make a list of HTML items."""
    return f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>\n\n"


def paragraph(text: str, kind: str = "") -> str:
    """Make a paragraph of a text."""
    dress = f' class="{kind}"' if kind else ""
    return f"<p{dress}>{esc(text)}</p>\n\n"


def in_english(text: str, lang: str) -> str:
    """Mark a text that is in English whatever the page is in."""
    return esc(text) if lang == "en" else f'<span lang="en">{esc(text)}</span>'


def written(document: Document, level: int = 2) -> str:
    """Write a document of the library so that its chapters stand in the table of contents.

    Args:
        document: The document.
        level: The level of its highest headings.
    """
    return f'<div class="rhf" markdown="1">\n{_blocks(document, document.blocks, level)}\n</div>\n'


def _blocks(document: Document, blocks: tuple[Block, ...], level: int) -> str:
    made = ""
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Chapter):
            made += _fragment(document, waiting) + _chapter(document, block, level)
            waiting = []
        else:
            waiting.append(block)
    return made + _fragment(document, waiting)


def _chapter(document: Document, chapter: Chapter, level: int) -> str:
    title = heading(min(level, 6), plain_text(chapter.title), f"rhf-{chapter.id}")
    inside = _blocks(document, chapter.blocks, level + 1)
    return (
        f'\n<section class="rhf-chapter rhf-{chapter.kind}" markdown="1">\n{title}{inside}\n'
        "</section>\n"
    )


def _fragment(document: Document, blocks: list[Block]) -> str:
    if not blocks:
        return ""
    made = html_fragment(evolve(document, blocks=tuple(blocks)), titled=False)
    return "\n" + _UNSOUGHT.sub(r"<\1 data-search-exclude \2", made) + "\n"
