"""Looking at what was built: every link leads somewhere, and nothing is asked of another host."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

_ID: Final = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|([^\s">]+))""")
_LINK: Final = re.compile(r"""<(\w+)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|([^\s">]+))""")
_OUTSIDE: Final = re.compile(r"^(?:https?:)?//")
_CSS: Final = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])(?:https?:)?//""")
_LANG: Final = re.compile(r"""<html[^>]*\slang="([^"]*)\"""")
_TAGS: Final = re.compile(
    r"<(script|style|code|pre)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL | re.IGNORECASE
)
_CODE: Final = re.compile(r"<(script|style|code|pre)\b.*?</\1>", re.DOTALL)
_LEFT: Final = re.compile(r"\{[a-z_]+\}")
_NONE: Final = re.compile(r">\s*None\s*<|[:(] None\b")


def problems(folder: Path) -> list[str]:
    """Give what is wrong with a built site, one line each.

    Args:
        folder: The folder of the whole site, with one folder for each language.
    """
    files = sorted(folder.rglob("*.html"))
    found = [problem for file in files for problem in _page(folder, file)]
    dress = (file for file in folder.rglob("*.css") if _CSS.search(file.read_text("utf-8")))
    return [*found, *(f"{file.relative_to(folder)}: asks another host" for file in dress)]


def _page(folder: Path, file: Path) -> Iterator[str]:
    name = file.relative_to(folder).as_posix()
    text = file.read_text("utf-8")
    lang = _LANG.search(text)
    wanted = name.partition("/")[0] if "/" in name else "en"
    if lang is None or lang.group(1) != wanted:
        yield f"{name}: its language is not {wanted}"
    if _CSS.search(text):
        yield f"{name}: asks another host"
    left = _LEFT.search(unescape(_TAGS.sub(" ", text))) or _NONE.search(_CODE.sub("", text))
    if left is not None:
        yield f"{name}: {left.group(0)} was left in a text"
    yield from _links(folder, file, name, text)


def _links(folder: Path, file: Path, name: str, text: str) -> Iterator[str]:
    for tag, *either in _LINK.findall(text):
        target = unescape("".join(either))
        if _OUTSIDE.match(target):
            if tag != "a":
                yield f"{name}: <{tag}> asks {target}"
            continue
        if re.match(r"(?:mailto|data|javascript):", target) or target == "":
            continue
        path, _, place = target.partition("#")
        to = (
            file
            if not path
            else folder / posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
        )
        if not to.is_file():
            yield f"{name}: {target} leads nowhere"
        elif place and to.suffix == ".html" and unquote(place) not in _ids(to):
            yield f"{name}: {target} leads to no place on that page"


@cache
def _ids(file: Path) -> frozenset[str]:
    found = _ID.findall(file.read_text("utf-8"))
    return frozenset(unescape("".join(either)) for either in found)
