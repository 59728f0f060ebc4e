"""Pages as a browser shows them: no barrier that axe knows, nothing fetched, and they fit.

Needs chromium, playwright (the group ``browser``) and axe-core from npm; where one of them is
missing the tests are skipped.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from support.browsing import violations
from support.checks import NOON, built_in
from support.full_report import FULL
from support.pages import REPORTS, case_in

from rhf_services import Case, Report, check
from rhf_services.render import (
    fragment_styles,
    html_fragment,
    html_page,
    render_form,
    render_report,
)

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

FAULTY: Final = next(path for path in REPORTS if path.stem == "national-treatment-service-2024")
HOST: Final = """<!DOCTYPE html><html lang="nb"><head><title>Katalog</title><style>{styles}</style>
</head><body><main><h1>Katalogen</h1>{fragment}</main></body></html>"""


def form(template: str, lang: str) -> Any:
    found = built_in().templates[template]
    return render_form(found, found.editions[-1], built_in(), lang=lang)


def report(case: Case, reader: str, lang: str) -> Any:
    return render_report(
        case, check(case, built_in(), "submission", NOON), built_in(), reader, lang=lang
    )


def pages() -> Iterator[tuple[str, str]]:
    for lang in ("nb", "nn", "en"):
        yield f"form-{lang}", html_page(form("national-treatment-service", lang))
        case = case_in(FAULTY.read_bytes())
        yield f"report-{lang}", html_page(report(case, "lead", lang))
    full = Case(report=Report(FULL))
    yield "everything", html_page(report(full, "host", "nb"))
    yield "public", html_page(report(full, "public", "nn"))
    unsaid = Case(report=Report({key: FULL[key] for key in FULL if key != "languages"}))
    yield "language-unsaid", html_page(report(unsaid, "lead", "en"))
    yield "archive", html_page(form("archive", "nb"))
    fragment = html_fragment(form("national-centre", "nb"))
    yield "fragment", HOST.format(styles=fragment_styles(), fragment=fragment)
    long = {"name": "x" * 300, "description": "y" * 900}
    tree = {**FULL, "entity": long, "answers": {"equal-access": "z" * 900, "scientific-articles": [
        {"title": "w" * 300, "doi": "10.5555/" + "v" * 200}
    ]}}  # fmt: skip
    yield "long-words", html_page(report(Case(report=Report(tree)), "lead", "nb"))


PAGES: Final = dict(pages())


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier_fetches_nothing_and_fits(
    axe: str, browser: Any, tmp_path: Path, name: str, width: int, scheme: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGES[name], "utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nb-NO"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    scrolled = page.evaluate("document.documentElement.scrollWidth")
    told = violations(page, axe)
    narrower = []
    for other in (1200, 1024, 850) if width == 1280 else (320,):
        page.set_viewport_size({"width": other, "height": 900})
        narrower.append(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
    context.close()

    assert told == []
    assert scrolled <= width
    assert max(narrower) <= 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


@pytest.mark.parametrize("sign", ["W", "m", "i", "å", "手", "nm "])
def test_a_figure_cuts_nothing_off(browser: Any, tmp_path: Path, sign: str) -> None:
    rows = [
        {"affiliation": {"other": (sign * 90)[:90]}, "count": 10**14},
        {"affiliation": "helse-vest", "count": 99_999_999},
    ]
    tree = {**FULL, "answers": {"clinical-activity": {"rows": rows}}}
    file = tmp_path / "page.html"
    file.write_text(html_page(report(Case(report=Report(tree)), "lead", "nb")), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    ends = page.evaluate(
        "[...document.querySelectorAll('.rhf-figure text')]"
        ".map(one => one.getBBox().x + one.getBBox().width)"
    )
    page.close()

    assert len(ends) == 4
    assert max(ends) <= 360
