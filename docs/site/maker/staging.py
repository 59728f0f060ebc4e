"""Taking the pages that somebody wrote into a language's folder, their links made right."""

import posixpath
import re
import shutil
from pathlib import Path
from typing import Final

from attrs import define, field

from maker.site import relative

DOCS: Final = Path(__file__).parents[2]
ROOT: Final = DOCS.parent
NOT_PAGES: Final = ("site", "_pages", "_site")
OTHERS: Final = ("nb", "nn")
_LINK: Final = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
_FENCED: Final = re.compile(r"(^ *```.*?^ *```$)", re.MULTILINE | re.DOTALL)
_SESSION: Final = re.compile(r"^( *```)python((?: [^\n]*)?\n *>>> )", re.MULTILINE)
"""A block with prompts: what is typed is coloured and copied, what is answered is not."""

_FIRST: Final = re.compile(r"^# (.+)$", re.MULTILINE)


class DeadLinkError(ValueError):
    """A page somebody wrote has links that lead nowhere."""


def sources(lang: str) -> dict[str, Path]:
    """Give the pages that somebody wrote in a language, by their path in its site."""
    folder = DOCS if lang == "en" else DOCS / lang
    skipped = (*NOT_PAGES, *OTHERS) if lang == "en" else ()
    return {
        _staged(found.relative_to(folder).as_posix()): found
        for found in sorted(folder.rglob("*.md"))
        if found.relative_to(folder).parts[0] not in skipped
    }


def title_of(file: Path) -> str:
    """Give the title of a page: its first heading."""
    found = _FIRST.search(file.read_text("utf-8"))
    return found.group(1).replace("`", "").strip() if found else file.stem


@define
class Stage:
    """Takes the pages of one language into its folder.

    Attributes:
        lang: The language.
        into: The folder.
        pages: The paths of all pages, by language, the generated ones among them.
        dead: The links that lead nowhere.
    """

    lang: str
    into: Path
    pages: dict[str, set[str]]
    dead: list[str] = field(factory=list)

    def take(self) -> None:
        """Take all pages.

        Raises:
            DeadLinkError: Some links lead nowhere.
        """
        for path, file in sources(self.lang).items():
            to = self.into / path
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(self._linked(path, file), "utf-8")
        if self.dead:
            raise DeadLinkError("\n".join(self.dead))

    def _linked(self, path: str, file: Path) -> str:
        pieces = _FENCED.split(file.read_text("utf-8"))
        for at in range(0, len(pieces), 2):
            pieces[at] = _LINK.sub(lambda found: self._one(path, file, found), pieces[at])
        return _SESSION.sub(r"\1pycon\2", "".join(pieces))

    def _one(self, path: str, file: Path, found: re.Match[str]) -> str:
        picture, text, target = found.groups()
        if re.match(r"[a-z]+:|#", target):
            return found.group(0)
        to, hash_, place = target.partition("#")
        leads = posixpath.normpath(posixpath.join(file.parent.relative_to(ROOT).as_posix(), to))
        new = self._address(path, leads, hash_ + place)
        if new is None:
            self.dead.append(f"{file.relative_to(ROOT)}: {target} leads nowhere")
            return found.group(0)
        return f"{picture}[{text}]({new})" if new else text

    def _address(self, path: str, leads: str, place: str) -> str | None:
        """Give the address of what a link leads to; empty for what the site does not hold."""
        inside = leads.removeprefix("docs/")
        if inside == leads:
            return "" if (ROOT / leads).exists() else None
        first, _, rest = inside.partition("/")
        lang, page = (first, rest) if first in OTHERS else ("en", inside)
        page = _staged(page)
        if page in self.pages[lang]:
            if lang == self.lang:
                return posixpath.relpath(page, posixpath.dirname(path) or ".") + place
            return relative(f"here/{path}", f"{lang}/{page}") + place
        if not (DOCS / inside).is_file():
            return None
        if inside.endswith(".md") or first in NOT_PAGES:
            return ""
        to = self.into / inside
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DOCS / inside, to)
        return posixpath.relpath(inside, posixpath.dirname(path) or ".") + place


def _staged(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "index.md") if name == "README.md" else path
