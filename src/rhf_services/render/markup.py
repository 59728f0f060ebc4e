"""Answers that an old system kept as HTML, read as the plain text with breaks and lists they mean.

Loading leaves them as they are. Only a text that begins with a tag such editors write, and closes
it, is taken for one; everything else, a stray ``<script>`` too, is text and is shown as it is.
"""

import re
from html.parser import HTMLParser
from typing import Final

_BEGINS: Final = re.compile(
    r"\s*<(p|div|ul|ol|h[1-6]|span|strong|em|b|i|br)(?=[\s/>])[^<>]*>", re.IGNORECASE
)
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT: Final = frozenset({*_BLOCKS, "br", "li"})


def without_markup(text: str) -> str:
    r"""Give the text that an old system's HTML means; any other text is given back as it is.

    Args:
        text: What stands in the report.

    Examples:
        >>> without_markup("<p>To tiltak:</p><ul><li>kurs</li><li>hospitering</li></ul>")
        'To tiltak:\n\n- kurs\n- hospitering'
        >>> without_markup("<p-verdi 0,05 og <b>lite</b>"), without_markup("<script>x</script>")
        ('<p-verdi 0,05 og <b>lite</b>', '<script>x</script>')
    """
    begins = _BEGINS.match(text)
    if begins is None:
        return text
    tag = begins[1].lower()
    if tag != "br" and f"</{tag}>" not in text.lower():
        return text
    try:
        import nh3  # noqa: PLC0415  (comes with the extra html)
    except ModuleNotFoundError:  # without a sanitiser it is shown as it stands
        return text
    reading = _Reading()
    reading.feed(nh3.clean(text, tags=set(_KEPT), attributes={}))
    reading.close()
    return reading.text()


class _Reading(HTMLParser):
    """Reads clean HTML as text: blocks as paragraphs, items as lines of a list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._counts: list[int | None] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "li":
            self._pieces.append(f"\n{self._mark()} ")
        elif tag in _BLOCKS:
            self._pieces.append("\n\n")
        if tag in ("ul", "ol"):
            self._counts.append(0 if tag == "ol" else None)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._counts:
            self._counts.pop()
        if tag in _BLOCKS:
            self._pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        self._pieces.append(re.sub(r"\s+", " ", data))

    def _mark(self) -> str:
        if not self._counts or self._counts[-1] is None:
            return "-"
        self._counts[-1] += 1
        return f"{self._counts[-1]}."

    def text(self) -> str:
        """Give what was read."""
        lines = [line.strip() for line in "".join(self._pieces).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
