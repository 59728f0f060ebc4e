"""Answers that an old system kept as HTML, read as the plain text they mean.

Loading leaves them as they are. A text that holds an element such editors write, or a line break
of theirs, is taken for HTML, wherever in the text it stands; everything else, a stray ``<script>``
or an ``a < b`` too, is text and is shown as it is.
"""

import re
from html.parser import HTMLParser
from typing import Final

_BREAKS: Final = frozenset(
    {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "dl"}
    | {"pre", "blockquote", "hr"}
)
"""What stands apart from what is around it, as a paragraph does."""

_LINES: Final = frozenset({"br", "tr", "dt", "dd"})
"""What begins a line."""

_CELLS: Final = frozenset({"td", "th"})
_KEPT: Final = _BREAKS | _LINES | _CELLS | {"li", "a"}
_BETWEEN_CELLS: Final = " | "

_PLAIN: Final = frozenset({"span", "strong", "em", "b", "i", "u", "a"})
_TELLING: Final = "|".join(sorted(_BREAKS | _PLAIN, key=len, reverse=True))
_OPENED: Final = re.compile(rf"<({_TELLING})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_CLOSED: Final = re.compile(rf"</({_TELLING})\s*>", re.IGNORECASE)
_ALONE: Final = re.compile(r"<[bh]r\s*/?>", re.IGNORECASE)
_STRAY: Final = re.compile(r"<(?![/!]?[a-z][^<>]*>|!--)", re.IGNORECASE)


def without_markup(text: str) -> str:
    r"""Give the text that an old system's HTML means; any other text is given back as it is.

    Rows and paragraphs keep lines of their own, fields of a row stand apart, and a link keeps its
    address.

    Args:
        text: What stands in the report.

    Examples:
        >>> without_markup("<p>To tiltak:</p><ul><li>kurs</li><li>hospitering</li></ul>")
        'To tiltak:\n\n- kurs\n- hospitering'
        >>> without_markup("<table><tr><td>Nord</td><td>12</td></tr></table>")
        'Nord | 12'
        >>> without_markup("a < b"), without_markup("<script>x</script>")
        ('a < b', '<script>x</script>')
    """
    if not _is_html(text):
        return text
    try:
        import nh3  # noqa: PLC0415  (comes with the extra html)
    except ModuleNotFoundError:  # without a sanitiser it is shown as it stands
        return text
    whole = _STRAY.sub("&lt;", text)
    reading = _Reading()
    reading.feed(nh3.clean(whole, tags=set(_KEPT), attributes={"a": {"href"}}, link_rel=None))
    reading.close()
    return reading.text()


def _is_html(text: str) -> bool:
    if "<" not in text:
        return False
    opened = {tag.lower() for tag in _OPENED.findall(text)}
    return bool(_ALONE.search(text)) or any(tag.lower() in opened for tag in _CLOSED.findall(text))


class _Reading(HTMLParser):
    """Reads clean HTML as text: blocks as paragraphs, items and rows as lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._counts: list[int | None] = []
        self._links: list[tuple[str, int]] = []
        self._cells = 0
        self._verbatim = 0
        self._first_cell = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLS:
            self._pieces.append("" if self._first_cell else _BETWEEN_CELLS)
            self._first_cell = False
            self._cells += 1
        elif tag == "li":
            self._break("\n")
            self._pieces.append(f"{self._mark()} ")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._pieces)))
        elif tag in _LINES:
            self._break("\n")
        else:
            self._break("\n\n")
        if tag == "tr":
            self._first_cell = True
        elif tag in ("ul", "ol"):
            self._counts.append(0 if tag == "ol" else None)
        elif tag == "pre":
            self._verbatim += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._counts:
            self._counts.pop()
        elif tag == "pre":
            self._verbatim -= 1
        elif tag in _CELLS:
            self._cells -= 1
        elif tag == "a" and self._links:
            self._address(*self._links.pop())
        if tag in _BREAKS:
            self._break("\n\n")

    def handle_data(self, data: str) -> None:
        if self._verbatim and not self._cells:
            self._pieces.append(data)
        elif data.strip() or not self._at_mark():
            self._pieces.append(re.sub(r"\s+", " ", data))

    def _break(self, how: str) -> None:
        """Begin a line or paragraph; within a field of a row, and just after a mark, none."""
        if self._cells:
            self._pieces.append(" ")
        elif not self._at_mark():
            self._pieces.append(how)

    def _at_mark(self) -> bool:
        return bool(self._pieces) and _MARK.fullmatch(self._pieces[-1]) is not None

    def _mark(self) -> str:
        if not self._counts or self._counts[-1] is None:
            return "-"
        self._counts[-1] += 1
        return f"{self._counts[-1]}."

    def _address(self, href: str, begun: int) -> None:
        """Add the address of a link, where its text is another."""
        text = "".join(self._pieces[begun:]).strip()
        if href and not href.startswith("#") and _bare(text) != _bare(href):
            self._pieces.append(f" ({href})" if text else href)

    def text(self) -> str:
        """Give what was read."""
        lines = [line.strip() for line in "".join(self._pieces).split("\n")]
        even = [re.sub(" {2,}", " ", line) for line in lines]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(even)).strip()


_MARK: Final = re.compile(r"(-|[0-9]+\.) ")


def _bare(address: str) -> str:
    """Give an address without what people leave out when they write one."""
    known = ("https://", "http://", "mailto:", "tel:")
    bare = next((address[len(one) :] for one in known if address.startswith(one)), address)
    return bare.rstrip("/").casefold()
