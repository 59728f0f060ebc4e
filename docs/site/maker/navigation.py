"""The navigation: read from ``nav.toml``, filled with the pages that are there."""

import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any, Final

from attrs import frozen

from maker.site import HERE, Page

Entry = dict[str, Any]

HOME: Final = "index.md"
"""The front page; where a language has none, one is made."""


class NavigationError(ValueError):
    """The pages and ``nav.toml`` do not fit together."""


@frozen
class Part:
    """A part of the navigation: a tab.

    Attributes:
        title: Its title, by language.
        pages: Paths and patterns of pages that somebody wrote.
        made: The name of the pages that are generated, or None.
    """

    title: dict[str, str]
    pages: tuple[str, ...] = ()
    made: str | None = None


def parts() -> tuple[Part, ...]:
    """Read the parts of the navigation."""
    read = tomllib.loads((HERE / "nav.toml").read_text("utf-8"))
    return tuple(
        Part(one["title"], tuple(one.get("pages", ())), one.get("made")) for one in read["part"]
    )


def navigation(
    lang: str, own: dict[str, str], made: dict[str, list[Page]], order: Iterable[Part]
) -> list[Entry]:
    """Make the navigation of a language.

    Args:
        lang: The language.
        own: The titles of the pages that somebody wrote, by path.
        made: The generated pages, by the name of their part.
        order: The parts.

    Raises:
        NavigationError: A page stands in no part.
    """
    entries: list[Entry] = []
    placed: set[str] = set()
    for part in order:
        inside: list[Any] = []
        for path in _in_order(part, own):
            placed.add(path)
            inside.append({own[path]: path})
        inside += list(_made(made.get(part.made or "", [])))
        if part.pages == (HOME,):
            entries.append({part.title[lang]: HOME})
        elif inside:
            entries.append({part.title[lang]: inside})
    lost = sorted(set(own) - placed)
    if lost:
        raise NavigationError(f"no part of nav.toml names {', '.join(lost)} ({lang})")
    return entries


def check_names(everywhere: Iterable[str], order: Iterable[Part]) -> None:
    """See that every path that is named plainly exists in some language.

    Raises:
        NavigationError: It does not.
    """
    known = set(everywhere)
    for part in order:
        for name in part.pages:
            if "*" not in name and name not in known and name != HOME:
                raise NavigationError(f"nav.toml names {name}, which is in no language")


def _in_order(part: Part, own: dict[str, str]) -> list[str]:
    found: list[str] = []
    for name in part.pages:
        fitting = [path for path in own if PurePosixPath(path).match(name)]
        fitting = [path for path in fitting if path.count("/") == name.count("/")]
        fitting.sort(key=lambda path: (not path.endswith("index.md"), path))
        found += [path for path in fitting if path not in found]
    return found


def _made(pages: list[Page]) -> Iterator[Any]:
    """Give the generated pages, those of a group together; an index opens its group."""
    for group, inside in groupby(pages, lambda page: page.group):
        entries: list[Any] = [
            page.path if page.path.endswith("index.md") else {page.name: page.path}
            for page in inside
        ]
        if group:
            yield {group: entries}
        else:
            yield from entries
