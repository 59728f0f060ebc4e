"""After Zensical: the switch of language keeps the page, and a door to all languages."""

import json
import posixpath
import re
import shutil
from pathlib import Path
from typing import Final

from maker import mending
from rhf_services.i18n.languages import LANGUAGE_NAMES

_HREF: Final = re.compile(r'<a\b[^>]*\bhreflang="(en|nb|nn)"[^>]*>')
_HEADING: Final = re.compile(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h1>", re.DOTALL)
_TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_OPENS: Final = re.compile(
    r'<span class="md-ellipsis">([^<]*)</span>\s*</a>\s*<label [^>]*id="(__nav_[\d_]+_label)"'
)
_TOPIC: Final = re.compile(
    r'(data-md-component="header-topic">\s*<span class="md-ellipsis">).*?(</span>)', re.DOTALL
)
DOOR: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>rhf-services</title>
<link rel="icon" href="en/assets/favicon.svg"><style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.25rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; }}
body {{ padding: 0 1.5rem; }} li {{ margin: 0.75rem 0; }} ul {{ list-style: none; padding: 0; }}
a {{ color: light-dark(#003d7a, #9cc9ff); }}
</style></head><body><main><h1>rhf-services</h1><ul>{links}</ul></main></body></html>
"""


def finish(built: Path, into: Path) -> None:
    """Move what was built to where it is served from.

    Args:
        built: The folder Zensical built into, one folder for each language.
        into: The folder of the whole site.
    """
    pages: dict[str, set[str]] = {lang: _pages(built / lang) for lang in LANGUAGE_NAMES}
    for lang in LANGUAGE_NAMES:
        texts = {path: (built / lang / path).read_text("utf-8") for path in pages[lang]}
        headings = {path: _heading(text) for path, text in texts.items()}
        for path, text in texts.items():
            new = _switched(_named(_titled(text)), path, pages)
            new = mending.neighbours(new, path, headings.get)
            new = mending.stacked(mending.named(new, lang))
            if new != text:
                (built / lang / path).write_text(new, "utf-8")
        (built / lang / "404.html").unlink()  # its addresses begin at the top of a host
        _search(built / lang, lang, pages[lang])
    if into.exists():
        shutil.rmtree(into)
    shutil.move(built, into)
    links = "".join(
        f'<li><a href="{lang}/index.html" lang="{lang}" hreflang="{lang}">{name}</a></li>'
        for lang, name in LANGUAGE_NAMES.items()
    )
    (into / "index.html").write_text(DOOR.format(links=links), "utf-8")


def _search(folder: Path, lang: str, paths: set[str]) -> None:
    """Let the search find the newest first, and speak the language."""
    file = folder / "search.json"
    found = json.loads(file.read_text("utf-8"))
    found["items"] = mending.searched(found["items"], paths)
    file.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    for script in (folder / "assets" / "javascripts").glob("bundle.*.js"):
        script.write_text(mending.spoken(script.read_text("utf-8"), lang), "utf-8")


def _heading(text: str) -> str | None:
    found = _HEADING.search(text)
    return _TAG.sub("", found.group(1)).strip() if found else None


def _titled(text: str) -> str:
    """Let a page bear its own heading as its title, not its short name in the navigation."""
    own = _heading(text)
    if own is None:
        return text
    text = _TITLE.sub(lambda _: f"<title>{own} – rhf-services</title>", text, count=1)
    return _TOPIC.sub(lambda found: found.group(1) + own + found.group(2), text, count=1)


def _pages(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}


def _named(text: str) -> str:
    """Give the groups of the navigation that have a page of their own its name, read aloud."""
    for found in _OPENS.finditer(text):
        by, name = f'aria-labelledby="{found.group(2)}"', " ".join(found.group(1).split())
        text = text.replace(by, f'aria-label="{name}"')
    return text


def _switched(text: str, path: str, pages: dict[str, set[str]]) -> str:
    """Let the switch of language lead to the same page, where the other language has it."""

    def same(found: re.Match[str]) -> str:
        lang = found.group(1)
        to = path if path in pages[lang] else "index.html"
        address = posixpath.relpath(f"{lang}/{to}", posixpath.dirname(f"here/{path}"))
        return re.sub(r'\bhref="[^"]*"', f'href="{address}"', found.group(0))

    return _HREF.sub(same, text)
