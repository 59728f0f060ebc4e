"""A document as HTML: one page that needs nothing else, or a fragment for a page of somebody's.

The only door to Jinja2. Everything is escaped; nothing is fetched; no script is needed.
"""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from rhf_services.i18n.languages import language
from rhf_services.render.contents import contents
from rhf_services.render.document import Document
from rhf_services.render.drawing import drawn
from rhf_services.render.text import plain_text
from rhf_services.render.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

THEIRS: Final = ("base", "skip-link", "heading", "paragraph", "link", "list", "table", "tag")
"""The parts of Designsystemet that are shipped, in the order of its own index."""

DARK: Final = "(prefers-color-scheme:dark)"

LONG: Final = 20
"""A word longer than this may be broken anywhere."""


class MissingExtraError(ImportError):
    """Something is asked for that an extra of the package brings.

    Examples:
        >>> print(MissingExtraError("html"))
        This needs an extra: pip install 'rhf-services[html]'
    """

    def __str__(self) -> str:
        """Say which extra, and how to get it."""
        (extra,) = self.args
        return f"This needs an extra: pip install 'rhf-services[{extra}]'"


def html_page(document: Document) -> str:
    """Write a document as one HTML page, with its styles in it.

    Args:
        document: The document.

    Returns:
        The page.

    Raises:
        MissingExtraError: The extra ``html`` is not installed.

    Examples:
        >>> from rhf_services.render.text import runs
        >>> page = html_page(Document("nn", runs("Eit <skjema>"), "Skjema", ()))
        >>> page.splitlines()[1], "Eit &lt;skjema&gt;" in page
        ('<html lang="nn" data-color-scheme="auto">', True)
    """
    _environment()  # first, so that it is told by name where the extra is missing
    from markupsafe import Markup  # noqa: PLC0415  (comes with jinja2)

    return _written(
        "page",
        document,
        styles=Markup(_page_styles()),  # noqa: S704  (our own files, nothing anybody wrote)
        contents=contents(document.blocks),
    )


def html_fragment(
    document: Document, *, top: int = 2, titled: bool = True, prefix: str = "rhf-"
) -> str:
    """Write a document as a fragment, to stand within somebody's own page.

    Its classes begin with ``rhf-`` (those of Designsystemet beside them with ``ds-``), and its ids
    with the prefix. `fragment_styles` gives the styles that go with it.

    Args:
        document: The document.
        top: The level of its highest heading.
        titled: Whether it has its title above it; without, the parts begin at ``top``.
        prefix: What its ids begin with.

    Returns:
        The fragment.

    Raises:
        ValueError: There are no headings of that level.
        MissingExtraError: The extra ``html`` is not installed.

    Examples:
        >>> from rhf_services.render.document import Chapter
        >>> from rhf_services.render.text import runs
        >>> document = Document("nb", runs("Et skjema"), "Skjema", (Chapter("a", runs("A"), ()),))
        >>> '<section class="rhf-chapter rhf-part" id="rhf-a"' in html_fragment(document)
        True
    """
    if not 1 <= top <= 6:
        raise ValueError(top)
    return _written("fragment", document, top=top, titled=titled, prefix=prefix)


def fragment_styles() -> str:
    """Give the styles for fragments: they touch nothing outside a fragment.

    Examples:
        >>> fragment_styles().startswith("/*")
        True
    """
    return _asset("blocks.css")


@cache
def _page_styles() -> str:
    layers = "\n".join(
        f"@layer ds.{'base' if name == 'base' else 'components'}{{{_asset(_ds(name))}}}"
        for name in THEIRS
    )
    order = "@layer ds.theme, ds.base, ds.components;"
    theme = _asset(_ds("theme")).replace(DARK, f"screen and {DARK}")  # paper is never dark
    return "\n".join([order, theme, layers, _asset("blocks.css"), _asset("page.css")])


def _ds(name: str) -> str:
    return f"designsystemet/{name}.css"


def _asset(name: str) -> str:
    return files("rhf_services.render").joinpath("assets", *name.split("/")).read_text("utf-8")


def _written(which: str, document: Document, **more: Any) -> str:
    lang = language(document.lang)
    words = {id_: word("page", id_, lang) for id_ in ("skip", "contents", "starred")}
    template = _environment().get_template(f"{which}.html.jinja")
    return template.render(document=document, words=words, **more)


@cache
def _environment() -> "Environment":
    try:
        from jinja2 import DictLoader, Environment, StrictUndefined  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError as error:
        raise MissingExtraError("html") from error
    names = ("page", "fragment", "blocks")
    sources = {f"{name}.html.jinja": _asset(f"{name}.html.jinja") for name in names}
    environment = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    filters: Mapping[str, Callable[..., Any]] = {
        "kind": lambda block: type(block).__name__,
        "together": plain_text,
        "drawn": drawn,
    }
    environment.filters.update(filters)
    environment.tests["long"] = _long
    return environment


def _long(text: str) -> bool:
    """Tell whether a text has a word so long that it must be broken to fit."""
    return any(len(piece) > LONG for piece in text.split())
