"""The catalogue of forms: each template and edition as a reporter sees it."""

import re
from collections.abc import Iterator
from typing import Final

from maker.blocks import paragraph, table, written
from maker.site import Page, Site, esc, link, relative
from rhf_services.i18n import label, show
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.forms import Edition, Template
from rhf_services.render import Document, html_page, render_form

INDEX: Final = "forms/index.md"
NUMBERED: Final = (
    "national-treatment-service",
    "multiregional-treatment-service",
    "national-competence-service",
    "national-competence-service-new",
    "national-competence-service-final",
    "national-centre",
    "quality-and-competence-network",
    "helse-vest.regional-competence-centre",
    "helse-sor-ost.regional-competence-service",
)
"""The forms in the order of the webinar's list."""

_RULE_CELL: Final = re.compile(r'(<th\b[^>]*\bid="rhf-rule-[^"]+"[^>]*>)([^<]+)(</th>)')

_SAID_TWICE: Final = re.compile(r" \([^)]*\)")
"""The Norwegian name that an English title gives in brackets; the navigation has no room for it."""


def path_of(form: Template, edition: Edition) -> str:
    """Say where the page of a form's edition is."""
    return f"forms/{form.id}-{edition.id}.md"


def numbered(site: Site, form: Template) -> str:
    """Say which of the webinar's nine forms a form is; nothing for any other."""
    if form.id not in NUMBERED:
        return ""
    number, whole = str(NUMBERED.index(form.id) + 1), str(len(NUMBERED))
    return site.word("template-number", number=number, whole=whole)


def pages(site: Site) -> Iterator[Page]:
    """Make the catalogue: an overview, then each form, its latest edition first."""
    yield Page(INDEX, site.word("forms"), _overview(site))
    for form in ordered(site):
        for edition in reversed(form.editions):
            yield _page(site, form, edition)


def ordered(site: Site) -> list[Template]:
    """Give the forms in the order of the webinar's list, the archive last."""
    last = len(NUMBERED)

    def place(form: Template) -> tuple[bool, int, str]:
        number = NUMBERED.index(form.id) if form.id in NUMBERED else last
        return form.archive, number, form.id

    return sorted(site.registry.templates.values(), key=place)


def _overview(site: Site) -> str:
    rows = [
        (
            link(INDEX, path_of(form, form.editions[-1]), show(form.title, site.lang)),
            esc(numbered(site, form)),
            "<br>".join(esc(show(ENTITY_TYPE_NAMES[one], site.lang)) for one in form.entity_types),
            " ".join(
                link(INDEX, path_of(form, edition), _years(form, edition))
                for edition in reversed(form.editions)
            ),
            esc(label("standing", form.editions[-1].standing, site.lang)),
        )
        for form in ordered(site)
    ]
    head = [site.word(key) for key in ("form", "number", "for-kind", "years", "standing")]
    about = paragraph(site.word("forms-about"), "lead")
    return about + table(site.word("forms"), head, rows)


def _years(form: Template, edition: Edition) -> str:
    span = form.years()[[one.first for one in form.years()].index(edition.first)]
    ends = f"–{span.last}" if span.last is not None and span.last != span.first else ""
    return f"{edition.id}{ends}"


def _page(site: Site, form: Template, edition: Edition) -> Page:
    path = path_of(form, edition)
    document = render_form(form, edition, site.registry, lang=site.lang)
    title = show(form.title, site.lang)
    printed = path.replace(".md", "-print.html")
    number = numbered(site, form)
    beginning = paragraph(number, "number") if number else ""
    tools = [
        f'<a class="md-button" href="{relative(path, printed)}">{esc(site.word("print"))}</a>',
        *(
            link(path, path_of(form, other), site.word("other-edition", years=_years(form, other)))
            for other in reversed(form.editions)
            if other is not edition
        ),
    ]
    return Page(
        path,
        f"{title}, {_years(form, edition)}",
        f'{beginning}<p class="tools">{" ".join(tools)}</p>\n\n' + _body(path, document),
        short=_years(form, edition),
        group=_SAID_TWICE.sub("", title),
        beside={printed: html_page(document)},
    )


def _body(path: str, document: Document) -> str:
    """Write a form, with links from the codes of its rules to their pages."""

    def linked(found: re.Match[str]) -> str:
        code = found.group(2)
        return found.group(1) + link(path, f"rules/{code}.md", code) + found.group(3)

    return _RULE_CELL.sub(linked, written(document))
