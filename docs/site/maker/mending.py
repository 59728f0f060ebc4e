"""What Zensical leaves to be desired in a page: tables on a phone, names of neighbours, words."""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from html import unescape
from types import MappingProxyType
from typing import Final

from maker.site import word

_TABLE: Final = re.compile(r"<table>.*?</table>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_HEAD: Final = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW: Final = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL: Final = re.compile(r"<(td|th)\b([^>]*)>(\s*)")
_OPENS: Final = re.compile(r"<(thead|tbody|tr)\b")
_NEIGHBOUR: Final = re.compile(r'<a href="([^"]*)" class="md-footer__link.*?</a>', re.DOTALL)
_NAME: Final = re.compile(
    r'(aria-label="[^":]*: )[^"]*(")|(<div class="md-ellipsis">)[^<]*(</div>)'
)
_FORM: Final = re.compile(r"forms/(?P<form>.+)-\d{4}\.html")
_EXPLAINED: Final = re.compile(
    r'(<nav class="md-(?:header|footer)__inner[^>]*?)aria-label="(Header|Footer)"'
)

SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        '"aria-label":"Search results"': "search-results",
        '"aria-label":"Close search"': "search-close",
        '"aria-label":"Filters"': "search-filters",
        '"aria-label":"Search"': "search",
        'placeholder:"Search"': "search",
        '"No results"': "search-none",
        '"Loading search\\u2026"': "search-loading",
        '"Search is unavailable. Reload the page to try again."': "search-lost",
        '"result"': "search-one",
        '"results"': "search-many",
    }
)
"""What the search says in English whatever language it is set to, and the words of ours for it."""

FAINT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "color:rgb(var(--color-foreground)/.45)": "color:rgb(var(--color-foreground)/.72)",
        "color:rgb(var(--color-foreground)/var(--alpha-lighter))": (
            "color:rgb(var(--color-foreground)/.72)"
        ),
    }
)
"""Greys of the search that are too faint to read, and those we take."""

ARIA: Final[Mapping[str, str]] = MappingProxyType({"Header": "top", "Footer": "neighbours"})
"""What Zensical names in English whatever language it is set to."""


def stacked(text: str) -> str:
    """Let the plain tables of a page be ones that stack on a phone and stay tables to who listens.

    Args:
        text: The page.
    """
    return _TABLE.sub(lambda found: _stacked(found.group(0)), text)


def _stacked(table: str) -> str:
    heads = [" ".join(_TAG.sub("", one).split()) for one in _HEAD.findall(table)]
    rows = _ROW.sub(lambda row: _labelled(row.group(0), heads), table)
    role = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row"}
    rows = _OPENS.sub(lambda found: f'{found.group(0)} role="{role[found.group(1)]}"', rows)
    return rows.replace("<table>", '<table role="table">', 1)


def _labelled(row: str, heads: list[str]) -> str:
    at = -1

    def labelled(found: re.Match[str]) -> str:
        nonlocal at
        at += 1
        tag, more, _ = found.groups()
        if tag == "th":
            return f'<th role="columnheader"{more}>'
        label = heads[at] if at < len(heads) else ""
        empty = ' data-empty=""' if row[found.end() :].startswith("</td>") else ""
        return f'<td role="cell" data-label="{label}"{empty}{more}>'

    return _CELL.sub(labelled, row)


def neighbours(text: str, path: str, heading_of: Callable[[str], str | None]) -> str:
    """Name the page before and after a page of a form by their headings, not by a year alone.

    Args:
        text: The page.
        path: Where it is, from the root of its language.
        heading_of: Gives the heading of a page, or None where there is no such page.
    """

    def named_by(found: re.Match[str]) -> str:
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unescape(found.group(1))))
        heading = heading_of(to) if to.startswith("forms/") else None
        if heading is None:
            return found.group(0)
        return _NAME.sub(
            lambda name: (name[1] or name[3]) + heading + (name[2] or name[4]), found.group(0)
        )

    return _NEIGHBOUR.sub(named_by, text)


def named(text: str, lang: str) -> str:
    """Name the top and the foot of a page in its own language.

    Args:
        text: The page.
        lang: Its language.
    """

    def own(found: re.Match[str]) -> str:
        return f'{found[1]}aria-label="{word(ARIA[found[2]], lang)}"'

    return _EXPLAINED.sub(own, text)


def spoken(script: str, lang: str) -> str:
    """Let the search speak the language of the site, and be readable; its script fixes both.

    Args:
        script: The script.
        lang: The language.
    """
    for said, key in SPOKEN.items():
        own = json.dumps(word(key, lang), ensure_ascii=False)
        script = script.replace(said, said[: said.rindex('"', 0, -1)] + own)
    for faint, readable in FAINT.items():
        script = script.replace(faint, readable)
    return script.replace('NumberFormat("en-US")', f'NumberFormat("{lang}")')


def newest(paths: set[str]) -> set[str]:
    """Give the pages of forms that are the newest of theirs; an archive is none.

    Args:
        paths: All pages.
    """
    latest: dict[str, str] = {}
    for path in sorted(paths):
        found = _FORM.fullmatch(path)
        if found and found["form"] != "archive":
            latest[found["form"]] = path
    return set(latest.values())


def searched(items: list[dict[str, object]], paths: set[str]) -> list[dict[str, object]]:
    """Let a search find each question once, on the newest page of its form, and old ones by name.

    Args:
        items: What can be found, in the order of the pages.
        paths: All pages.
    """
    new = newest(paths)

    def old(item: dict[str, object]) -> bool:
        page = str(item["location"]).partition("#")[0]
        return _FORM.fullmatch(page) is not None and page not in new

    kept = [item for item in items if not (old(item) and item["level"] != 1)]
    return sorted(kept, key=old)[::-1]  # of two that fit alike the search gives the last first
