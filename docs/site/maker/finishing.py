"""After Zensical: the switch of language keeps the page, and a door to all languages."""

import posixpath
import re
import shutil
from pathlib import Path
from typing import Final

from maker.zensical import NAMES

_HREF: Final = re.compile(r'<a\b[^>]*\bhreflang="(en|nb|nn)"[^>]*>')
_ALTERNATE: Final = re.compile(r'<link\b[^>]*\brel="?alternate"?[^>]*>')
DOOR: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>rhf-services</title>
<link rel="icon" href="en/assets/favicon.svg"><style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.25rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }}
a {{ color: light-dark(#003d7a, #9cc9ff); }} li {{ margin: 0.75rem 0; }} ul {{ list-style: none; padding: 0; }}
</style></head><body><main><h1>rhf-services</h1><ul>{links}</ul></main></body></html>
"""


def finish(built: Path, into: Path) -> None:
    """Move what was built to where it is served from.

    Args:
        built: The folder Zensical built into, one folder for each language.
        into: The folder of the whole site.
    """
    pages = {lang: _pages(built / lang) for lang in NAMES}
    for lang in NAMES:
        for path in pages[lang]:
            file = built / lang / path
            text = file.read_text("utf-8")
            new = _HREF.sub(lambda found: _to_same(found, path, pages), text)
            if new != text:
                file.write_text(new, "utf-8")
    if into.exists():
        shutil.rmtree(into)
    shutil.move(built, into)
    links = "".join(
        f'<li><a href="{lang}/index.html" lang="{lang}" hreflang="{lang}">{name}</a></li>'
        for lang, name in NAMES.items()
    )
    (into / "index.html").write_text(DOOR.format(links=links), "utf-8")


def _pages(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}


def _to_same(found: re.Match[str], path: str, pages: dict[str, set[str]]) -> str:
    lang = found.group(1)
    to = path if path in pages[lang] else "index.html"
    address = posixpath.relpath(f"{lang}/{to}", posixpath.dirname(f"here/{path}"))
    return re.sub(r'\bhref="[^"]*"', f'href="{address}"', found.group(0))
