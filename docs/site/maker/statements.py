"""The statements of the documents, each with what carries it."""

from collections.abc import Iterable
from typing import Final

from maker.blocks import heading, in_english, paragraph, table
from maker.forms import path_of
from maker.site import Page, Site, esc, link
from rhf_services.i18n import show
from rhf_services.sources.documents import DOCUMENTS
from rhf_services.trace import Carrier, Traced, trace

PATH: Final = "field/statements.md"
FEW: Final = 3
MARKS: Final = {"carried": "✓", "not-installed": "○", "open": "·"}


def links(here: str, ids: Iterable[str]) -> str:
    """Make links to statements."""
    return ", ".join(link(here, f"{PATH}#{id_}", id_) for id_ in ids)


def page(site: Site) -> Page:
    """Make the page of all statements, by the document they stand in first."""
    made = paragraph(site.word("statements-lead"), "lead")
    traced = trace(site.registry)
    number = len(traced)
    carried = sum(one.state == "carried" for one in traced)
    made += paragraph(site.word("statements-count", number=number, carried=carried))
    made += paragraph(site.word("statements-marks"))
    if site.lang != "en":
        made += paragraph(site.word("in-english"))
    head = [site.word(key) for key in ("id", "statement", "kind", "carried-by")]
    for document in DOCUMENTS:
        own = [one for one in traced if _first(one) == document.id]
        if own:
            title = show(document.short, site.lang)
            made += heading(2, title[:1].upper() + title[1:], f"in-{document.id}")
            made += table(document.title, head, (_row(site, one) for one in own))
    return Page(PATH, site.word("statements"), made)


def _first(one: Traced) -> str:
    return one.statement.source[0].partition(":")[0]


def _row(site: Site, one: Traced) -> tuple[str, ...]:
    said = one.statement
    places = f'<br><small lang="en">{esc(", ".join(said.source))}</small>'
    by = "<br>".join(dict.fromkeys(carrier(site, PATH, each) for each in one.carriers[:FEW]))
    more = len(one.carriers) - FEW
    rest = f"<br>{site.word('and-more', n=more)}" if more > 0 else ""
    return (
        f'<span class="id" id="{said.id}">{said.id}</span>',
        in_english(said.statement, site.lang) + places,
        esc(site.word(f"kind-{said.kind}")),
        f'<span class="carriers">{MARKS[one.state]} {by}{rest}</span>',
    )


def carrier(site: Site, here: str, one: Carrier) -> str:
    """Name what carries a statement, with a link where it has a page."""
    registry = site.registry
    if one.kind == "rule" and one.address in registry.rules:
        return link(here, f"rules/{one.address}.md", one.address)
    form = registry.templates.get(one.template or "")
    if form is None:
        return f"<code>{esc(one.address.removeprefix('rhf_services.'))}</code>"
    to = path_of(form, form.editions[-1])
    if one.kind == "question":
        to += f"#rhf-question-{one.address.partition('/')[2]}"
    return link(here, to, one.address.removeprefix("form."))
