"""The statements of the documents, each with what carries it."""

from collections.abc import Iterable
from typing import Final

from maker.blocks import heading, in_english, paragraph, table
from maker.forms import path_of
from maker.site import Page, Site, esc, link
from rhf_services.i18n import show
from rhf_services.sources.documents import DOCUMENTS
from rhf_services.trace import Carrier, Traced, trace
from rhf_services.trace.statements import statements

PATH: Final = "field/statements.md"
FEW: Final = 3
MARKS: Final = {"carried": "✓", "not-installed": "○", "open": "·"}
IN_WORDS: Final = (
    "model.people",
    "model.entities",
    "model.regions",
    "model.report",
    "model.forms",
    "model.continuations",
    "i18n.entities",
    "sources.organisations",
    "forms.activities",
)
"""The places in the library that have a word of their own, as `thing-…` in ``words.toml``."""


def links(here: str, ids: Iterable[str]) -> str:
    """Make links to statements."""
    return ", ".join(f'<span class="id">{link(here, f"{PATH}#{id_}", id_)}</span>' for id_ in ids)


def cited(site: Site, here: str, ids: Iterable[str]) -> str:
    """Make links to statements, each after the name of the document it stands in first."""
    known = {one.id: one.source[0].partition(":")[0] for one in statements()}
    by: dict[str, list[str]] = {}
    for id_ in ids:
        by.setdefault(known[id_], []).append(id_)
    return "; ".join(
        f"{_document(site, here, one)} ({links(here, own)})" for one, own in by.items()
    )


def _document(site: Site, here: str, id_: str) -> str:
    document = next(one for one in DOCUMENTS if one.id == id_)
    return link(here, f"field/documents/{id_}.md", show(document.short, site.lang))


def page(site: Site) -> Page:
    """Make the page of all statements, by the document they stand in first."""
    made = paragraph(site.word("statements-lead"), "lead")
    traced = trace(site.registry)
    number = len(traced)
    carried = sum(one.state == "carried" for one in traced)
    made += paragraph(site.word("statements-count", number=number, carried=carried))
    made += paragraph(site.word("statements-marks"))
    made += paragraph(site.word("lines-about"))
    if site.lang != "en":
        made += paragraph(site.word("in-english"))
    head = [site.word(key) for key in ("id", "statement", "carried-by")]
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
    places = "; ".join(_place(site, place) for place in said.source)
    about = f"<br><small>{esc(site.word(f'kind-{said.kind}'))} · {places}</small>"
    return (
        f'<span class="id" id="{said.id}">{said.id}</span>',
        in_english(said.statement, site.lang) + about,
        f"{MARKS[one.state]} {carried(site, PATH, one.carriers)}",
    )


def _place(site: Site, place: str) -> str:
    document, _, lines = place.partition(":")
    said = site.word("line" if lines.isdigit() else "lines", lines=lines.replace(",", ", "))
    return f"{_document(site, PATH, document)}, {esc(said)}" if lines else esc(document)


def carried(site: Site, here: str, carriers: Iterable[Carrier]) -> str:
    """Name what takes care of a statement in words, the same in several forms once."""
    by: dict[str, list[Carrier]] = {}
    for one in carriers:
        by.setdefault(_in_words(site, one), []).append(one)
    told = [_told(site, here, words, own) for words, own in by.items()]
    rest = [site.word("and-more", n=len(told) - FEW)] if len(told) > FEW else []
    return "<br>".join([*told[:FEW], *rest])


def _told(site: Site, here: str, words: str, own: list[Carrier]) -> str:
    first = own[0]
    if first.kind == "rule" and first.address in site.registry.rules:
        return link(here, f"rules/{first.address}.md", first.address)
    form = site.registry.templates.get(first.template or "")
    if form is None:
        named = (each.address.rpartition(":")[2] for each in own[:FEW])
        names = "<br>".join(f"<code>{esc(name)}</code>" for name in named)
        return f'{esc(words)}<br><small class="carriers">{names}</small>'
    to = path_of(form, form.editions[-1])
    if first.kind == "question":
        to += f"#rhf-question-{first.address.partition('/')[2]}"
    number = len({each.template for each in own})
    several = f" <small>{esc(site.word('in-forms', n=number))}</small>" if number > 1 else ""
    return link(here, to, words) + several


def _in_words(site: Site, one: Carrier) -> str:
    """Say what takes care of a statement: a rule, a question, a part of a form, or a thing."""
    form = site.registry.templates.get(one.template or "")
    if one.kind == "rule":
        return one.address
    if form is None:
        place = one.address.partition(":")[0].removeprefix("rhf_services.")
        return site.word(f"thing-{place}" if place in IN_WORDS else f"carrier-{one.kind}")
    words = one.address.removeprefix(f"form.{form.id}.").split(".")
    id_ = one.address.partition("/")[2] or words[1 if words[0] == "section" else 0]
    edition = form.editions[-1]
    for asked in edition:
        if asked.id == id_:
            return show(asked.label, site.lang)
    for section in edition.sections:
        if section.id == id_:
            return show(section.title, site.lang)
    return show(form.title, site.lang)
