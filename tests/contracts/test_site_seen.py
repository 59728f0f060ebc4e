"""The docs site as it is built, and as a browser shows it.

Needs the group ``docs``; what looks at pages needs chromium, playwright (the group ``browser``) and
axe-core from npm too. Where one of them is missing the tests are skipped.
"""

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
from support.browsing import violations

import build
from maker import checking, mending

zensical = pytest.importorskip("zensical", reason="the group docs is not installed")

KINDS: Final = (
    "index.html",
    "forms/index.html",
    "forms/national-treatment-service-2024.html",
    "rules/index.html",
    "rules/PRI001.html",
    "field/contradictions.html",
    "field/glossary.html",
    "field/documents/webinar-2024.html",
    "field/entity-types/national-competence-service.html",
)
IN_ENGLISH: Final = (
    "forms/archive-2009.html",
    "field/index.html",
    "tutorial.html",
    "how-to/show-findings.html",
    "schemas.html",
    "reference/rules-and-findings.html",
    "explanation/architecture.html",
)
FOR_ADVISERS: Final = (
    "index.html",
    "forms/national-treatment-service-2024.html",
    "rules/PRI001.html",
    "field/contradictions.html",
)
"""Pages looked at in Norwegian too; the other kinds look the same with other words."""
DESK: Final = (1280, "light")
PHONE: Final = (390, "dark")
LOOKS: Final = (
    *(("en", page, look) for page in (*KINDS, *IN_ENGLISH) for look in (DESK, PHONE)),
    ("en", "field/statements.html", PHONE),  # some 450 rows, which axe takes its time for
    *(("nb", page, PHONE) for page in (*FOR_ADVISERS, "how-to/change-a-guidance-text.html")),
    *(("nn", page, (1280, "dark")) for page in FOR_ADVISERS),
    ("nn", "forms/national-treatment-service-2024.html", (390, "light")),
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("docs")
    assert build.build(docs) == []
    return docs / "_site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site from a path below the top of a host, as a host may well do."""
    below = site.parent / "served" / "some" / "path"
    shutil.copytree(site, below)
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(site.parent / "served"))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/path"
    server.shutdown()


def test_every_link_leads_somewhere_and_nothing_is_asked_of_another_host(site: Path) -> None:
    assert checking.problems(site) == []


@pytest.mark.parametrize("lang", ["en", "nb", "nn"])
def test_a_language_can_be_searched(site: Path, lang: str) -> None:
    found = json.loads((site / lang / "search.json").read_text("utf-8"))
    text = json.dumps(found, ensure_ascii=False)

    assert {"en": "Equal access", "nb": "Likeverdig", "nn": "fagleg ansvarleg"}[lang] in text


def test_the_switch_of_language_keeps_the_page(site: Path) -> None:
    page = (site / "nb" / "rules" / "ACT001.html").read_text("utf-8")

    assert 'href="../../nn/rules/ACT001.html"' in page
    assert 'href="../../en/rules/ACT001.html"' in page


def test_a_page_bears_its_own_title(site: Path) -> None:
    page = (site / "nn" / "forms" / "national-centre-2024.html").read_text("utf-8")

    assert "<title>Nasjonale senter – både nye og pågåande, 2024 – rhf-services</title>" in page


def test_what_the_search_says_in_english_stands_in_its_script() -> None:
    """Where this fails, Zensical has new words: look at the search, and mend `mending.SPOKEN`."""
    (script,) = Path(zensical.__file__).parent.rglob("bundle.*.js")
    said = script.read_text("utf-8")
    assert [one for one in (*mending.SPOKEN, *mending.FAINT) if one not in said] == []


@pytest.mark.parametrize(("lang", "name", "look"), LOOKS)
def test_a_page_has_no_barrier_fetches_nothing_from_elsewhere_and_fits(
    axe: str, browser: Any, address: str, lang: str, name: str, look: tuple[int, str]
) -> None:
    width, scheme = look
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nb-NO"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{lang}/{name}")
    page.wait_for_load_state("networkidle")
    told = violations(page, axe)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()

    assert told == []
    assert wider <= 0
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("lang", ["en", "nb", "nn"])
def test_a_word_is_found_by_searching(browser: Any, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{lang}/index.html")
    page.wait_for_load_state("networkidle")
    known = page.locator("a[href*='PRI001']").count()
    page.keyboard.press("Control+k")
    page.wait_for_timeout(500)
    page.keyboard.type("PRI001")
    page.wait_for_selector("a[href*='PRI001']", timeout=60_000)
    context.close()

    assert known == 0


def test_what_is_copied_is_what_is_typed(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/en/index.html")
    page.wait_for_selector("button[data-clipboard-text]")
    buttons = page.locator("button[data-clipboard-text]")
    copied = [one.get_attribute("data-clipboard-text") for one in buttons.all()]
    page.close()

    assert any(text.startswith("from pathlib import Path\n") for text in copied)
    assert [text for text in copied if ">>> " in text or "EVA001" in text] == []


@pytest.mark.parametrize(
    "name", ["performance.html", "reference/rules-and-findings.html", "how-to/next-years-form.html"]
)
def test_no_table_is_cut_on_a_phone(browser: Any, address: str, name: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{address}/en/{name}")
    page.wait_for_load_state("networkidle")
    wide = page.evaluate(
        "[...document.querySelectorAll('.md-content table, .md-typeset__scrollwrap')]"
        ".filter((one) => one.scrollWidth > one.clientWidth + 1"
        " || one.getBoundingClientRect().right > innerWidth).length"
    )
    page.close()

    assert wide == 0
