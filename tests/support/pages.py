"""Reading a rendered page back: its elements, texts, ids and links."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from rhf_services import Case, Report, loads, loads_case
from rhf_services.render.plain import plain

VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})
REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*/*.json"))


class Page(HTMLParser):
    """A page, read strictly: every element must be closed where it should be.

    ``bits`` are its texts, each with the attributes of the element it stands in.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.bits: list[tuple[str, dict[str, str | None]]] = []
        self._around: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _value in attrs}) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self._around.append(dict(attrs))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._around.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.pieces.append(data)
            self.bits.append((data, self._around[-1] if self._around else {}))

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def everything(self) -> str:
        """All texts, those of attributes too."""
        values = [value or "" for _tag, attrs in self.elements for value in attrs.values()]
        return "\n".join([self.text, *values])

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _tag, attrs in self.elements if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.elements if tag == "a"]

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements and the names of their attributes."""
        names = ((tag, attrs.keys() - {"class"}) for tag, attrs in self.elements)
        return [(tag, tuple(sorted(kept))) for tag, kept in names]


def stands_right(page: Page, *, top: int = 1) -> None:
    """Ids are unique, links lead somewhere, and no level of heading is skipped."""
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids or link[0] != "#"} == set()
    assert page.headings[0] == top
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))


def case_in(data: bytes) -> Case:
    """Read a report or a case, as the command line does."""
    if b"rhf-case/1" in data:
        return loads_case(data).case
    loaded = loads(data)
    return Case(report=loaded.report, faults=loaded.faults)


def leaves(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the place of every text in a JSON value."""
    if isinstance(value, str):
        yield at
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from leaves(below, (*at, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from leaves(below, (*at, number))


def replaced(value: Any, texts: Mapping[tuple[str | int, ...], str], at: Any = ()) -> Any:
    """Give a JSON value with other texts at some places."""
    if isinstance(value, str):
        return texts.get(at, value)
    if isinstance(value, Mapping):
        return {key: replaced(below, texts, (*at, key)) for key, below in value.items()}
    if isinstance(value, list):
        return [replaced(below, texts, (*at, number)) for number, below in enumerate(value)]
    return value


def report_with(tree: Mapping[str, Any], texts: Mapping[tuple[str | int, ...], str]) -> Report:
    """Give a report with other texts at some places."""
    return Report(replaced(tree, texts))


def shown_as(text: str) -> str:
    """Give a text as a page shows it."""
    return plain(text)
