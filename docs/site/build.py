"""Builds the docs site: ``.venv/bin/uv run -q --group docs python docs/site/build.py``.

The pages in ``docs/`` are taken into ``docs/_pages/``, the catalogue, the rules and the rest are
made beside them from the library's own values, and Zensical builds each language, strictly, into
``docs/_site/``. Nothing else is written. A dead link, a lost object or a page that the navigation
does not name fails the build.
"""

import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from maker import checking, commands, field, finishing, forms, navigation, rules, staging, zensical
from maker.blocks import fragment_dress, plain
from maker.site import HERE, Page, Site
from rhf_services.hooks import Registry, load_registry
from rhf_services.i18n.languages import LANGUAGES


def front(site: Site) -> list[Page]:
    """Make a front page where nobody has written one."""
    if navigation.HOME in staging.sources(site.lang):
        return []
    return [Page(navigation.HOME, site.word("site-name"), site.word("about-site"))]


MAKERS = {
    "home": front,
    "forms": forms.pages,
    "rules": rules.pages,
    "field": field.pages,
    "commands": commands.pages,
}


def stage(into: Path, registry: Registry) -> list[Path]:
    """Write the pages of all languages.

    Args:
        into: The folder to write to.
        registry: What is loaded.

    Returns:
        The configurations to build from, one for each language.
    """
    if into.exists():
        shutil.rmtree(into)
    order = navigation.parts()
    sites = {lang: Site(lang, registry) for lang in LANGUAGES}
    own = {lang: staging.sources(lang) for lang in LANGUAGES}
    navigation.check_names({path for known in own.values() for path in known}, order)
    made = {
        lang: {name: list(pages(site)) for name, pages in MAKERS.items()}
        for lang, site in sites.items()
    }
    known = {
        lang: {*own[lang], *(page.path for pages in made[lang].values() for page in pages)}
        for lang in LANGUAGES
    }
    configs = []
    for lang, site in sites.items():
        folder = into / lang
        _write_assets(folder)
        for pages in made[lang].values():
            for page in pages:
                _write(folder, page)
        staging.Stage(lang, folder, known).take()
        titles = {path: staging.title_of(file) for path, file in own[lang].items()}
        nav = navigation.navigation(lang, titles, made[lang], order)
        configs.append(zensical.write_config(site, nav, into))
    return configs


def _write(folder: Path, page: Page) -> None:
    for path, text in {page.path: f"# {plain(page.title)}\n\n{page.body}", **page.beside}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _write_assets(folder: Path) -> None:
    shutil.copytree(HERE / "assets", folder / "assets")
    (folder / "assets" / "rhf.css").write_text(fragment_dress(), "utf-8")


def build(docs: Path = HERE.parent) -> list[str]:
    """Build the whole site.

    Args:
        docs: The folder to build in.

    Returns:
        What went wrong, one line each.
    """
    began = time.perf_counter()
    pages, into = docs / "_pages", docs / "_site"
    configs = stage(pages, load_registry())
    staged = time.perf_counter()
    wrong = zensical.run_all(configs)
    if wrong:
        return wrong
    built = time.perf_counter()
    finishing.finish(pages / "built", into)
    wrong = checking.problems(into)
    done = time.perf_counter()
    number = sum(1 for _ in into.rglob("*.html"))
    print(
        f"{number} pages in {done - began:.1f} s: written {staged - began:.1f}, "
        f"built {built - staged:.1f}, looked through {done - built:.1f}"
    )
    return wrong


if __name__ == "__main__":
    try:
        found = build()
    except (navigation.NavigationError, staging.DeadLinkError) as error:
        found = [str(error)]
    for line in found:
        print(line, file=sys.stderr)
    raise SystemExit(bool(found))
