"""What every generated page is made with: a language, the registry, and words."""

import html
import posixpath
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from rhf_services.hooks import Registry
from rhf_services.i18n.languages import Language

HERE = Path(__file__).parents[1]


@frozen
class Page:
    """A page of the site in one language.

    Attributes:
        path: Where it is, from the language's own root, with the ending ``.md``.
        title: Its heading.
        body: What stands below the heading, as Markdown.
        short: Its name in the navigation, where the title is too long.
        group: The group it stands in within its part of the navigation.
        beside: Further files to write, by path.
    """

    path: str
    title: str
    body: str = field(repr=False)
    short: str = ""
    group: str = ""
    beside: dict[str, str] = field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The name in the navigation."""
        return self.short or self.title


@frozen
class Site:
    """The site in one language.

    Attributes:
        lang: The language.
        registry: What is loaded: forms and rules.
    """

    lang: Language
    registry: Registry = field(repr=False)

    def word(self, key: str, **params: object) -> str:
        """Give a word of the site.

        Args:
            key: Its key in ``words.toml``.
            **params: What it needs.
        """
        return word(key, self.lang).format(**params)

    def own(self, given: dict[str, Any]) -> Any:
        """Give what stands for this language, or the English where there is nothing."""
        return given.get(self.lang, given.get("en"))


def word(key: str, lang: str) -> str:
    """Give a word of the site as it stands in ``words.toml``."""
    return str(_words()[key][lang])


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "words.toml").read_text("utf-8"))


@cache
def data(name: str) -> dict[str, Any]:
    """Give one of the files of knowledge beside the library."""
    return tomllib.loads((HERE / "data" / f"{name}.toml").read_text("utf-8"))


def esc(text: str) -> str:
    """Make a text safe in HTML."""
    return html.escape(text, quote=True)


def relative(here: str, to: str) -> str:
    """Give the address of a page or file as seen from a page."""
    path, hash_, place = to.partition("#")
    target = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
    return posixpath.relpath(target, posixpath.dirname(here) or ".") + hash_ + place


def link(here: str, to: str, text: str) -> str:
    """Make a link from a page to another page of the same language."""
    return f'<a href="{esc(relative(here, to))}">{esc(text)}</a>'
