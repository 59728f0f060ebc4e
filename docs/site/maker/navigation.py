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
    """A part of the navigation: a tab, or a group within one.

    Attributes:
        title: Its title, by language.
        pages: Paths and patterns of pages that somebody wrote, and groups of them.
        made: The name of the pages that are generated, or None.
    """

    title: dict[str, str]
    pages: tuple["str | Part", ...] = ()
    made: str | None = None

    def names(self) -> Iterator[str]:
        """Give every path and pattern in it, those of its groups too."""
        for one in self.pages:
            yield from one.names() if isinstance(one, Part) else (one,)


def parts() -> tuple[Part, ...]:
    """Read the parts of the navigation."""
    read = tomllib.loads((HERE / "nav.toml").read_text("utf-8"))
    return tuple(map(_part, read["part"]))


def _part(read: dict[str, Any]) -> Part:
    pages = (one if isinstance(one, str) else _part(one) for one in read.get("pages", ()))
    return Part(read["title"], tuple(pages), read.get("made"))


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
        inside = [*_written(part, lang, own, placed), *_made(made.get(part.made or "", []))]
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
        for name in part.names():
            if "*" not in name and name not in known and name != HOME:
                raise NavigationError(f"nav.toml names {name}, which is in no language")


def _written(
    part: Part, lang: str, own: dict[str, str], placed: set[str]
) -> Iterator[dict[str, Any]]:
    """Give the pages of a part that somebody wrote, each where it is named first."""
    for name in part.pages:
        if isinstance(name, Part):
            inside = list(_written(name, lang, own, placed))
            if inside:
                yield {name.title[lang]: inside}
            continue
        for path in sorted(own, key=lambda path: (not path.endswith("index.md"), path)):
            fits = PurePosixPath(path).match(name) and path.count("/") == name.count("/")
            if fits and path not in placed:
                placed.add(path)
                yield {own[path]: path}


def _made(pages: list[Page]) -> Iterator[Any]:
    """Give the generated pages, those of a group together; an index opens its group."""
    for group, inside in groupby(pages, lambda page: page.group):
        entries = [{page.name: page.path} for page in inside]
        if group:
            yield {group: entries}
        else:
            yield from entries
