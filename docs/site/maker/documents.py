"""A page for each document that the forms and rules are read from: what we take from it."""

from collections.abc import Iterator
from typing import Final

from maker import statements
from maker.blocks import heading, in_english, listed, paragraph, table, terms
from maker.forms import ordered, path_of
from maker.site import Page, Site, esc, link
from rhf_services.i18n import show
from rhf_services.i18n.showing import printed_day
from rhf_services.model.forms import Edition, Template
from rhf_services.model.sources import Document, Source
from rhf_services.sources.documents import DOCUMENTS, OUR_PROPOSAL
from rhf_services.trace.statements import Statement
from rhf_services.trace.statements import statements as all_statements

INDEX: Final = "field/documents/index.md"


def path_of_document(document: Document) -> str:
    """Say where the page of a document is."""
    return f"field/documents/{document.id}.md"


def pages(site: Site) -> Iterator[Page]:
    """Make an overview of the documents, then a page for each."""
    yield Page(INDEX, site.word("documents"), _overview(site), group=site.word("documents"))
    for document in DOCUMENTS:
        yield Page(
            path_of_document(document),
            _name(site, document),
            _body(site, document),
            group=site.word("documents"),
        )


def _name(site: Site, document: Document) -> str:
    short = show(document.short, site.lang)
    return short[:1].upper() + short[1:]


def _overview(site: Site) -> str:
    head = [site.word(key) for key in ("document", "dated", "read", "statements")]
    rows = [
        (
            link(INDEX, path_of_document(one), _name(site, one)),
            esc(_dated(site, one)),
            esc(site.word("read-yes" if one.read else "read-no")),
            str(len(_stated(one)) or "–"),
        )
        for one in DOCUMENTS
        if one is not OUR_PROPOSAL
    ]
    about = paragraph(site.word("documents-lead"), "lead")
    return about + table(site.word("documents"), head, rows) + _own(site)


def _own(site: Site) -> str:
    to = link(INDEX, path_of_document(OUR_PROPOSAL), _name(site, OUR_PROPOSAL))
    return f"<p>{esc(site.word('proposals-about'))} {to}.</p>\n\n"


def _dated(site: Site, document: Document) -> str:
    return printed_day(document.dated, site.lang) if document.dated else site.word("not-dated")


def _stated(document: Document) -> list[Statement]:
    return [
        one
        for one in all_statements()
        if any(place.partition(":")[0] == document.id for place in one.source)
    ]


def _body(site: Site, document: Document) -> str:
    path = path_of_document(document)
    rows = [
        (site.word("own-title"), f'<span lang="nb">{esc(document.title)}</span>'),
        (site.word("dated"), esc(_dated(site, document))),
        (site.word("read"), esc(site.word("read-yes" if document.read else "read-no"))),
        (site.word("cited-as"), esc(show(document.short, site.lang))),
    ]
    made = terms(rows[3:] if document is OUR_PROPOSAL else rows)
    if document.note is not None:
        made += paragraph(show(document.note, site.lang))
    rules = [
        f"{link(path, f'rules/{rule.code}.md', rule.code)} {esc(show(rule.title, site.lang))}"
        + _places(site, cited)
        for rule in site.registry.rules.values()
        if (cited := [one for one in (rule.source, *rule.also) if one.document is document])
    ]
    if rules:
        made += heading(2, site.word("rules-from-it"), "rules")
        if document is OUR_PROPOSAL and site.lang != "en":
            made += paragraph(site.word("reasons-in-english"))
        made += listed(rules)
    asked = list(_asked(site, path, document))
    if asked:
        made += heading(2, site.word("forms-from-it"), "forms")
        made += table(
            site.word("forms-from-it"), (site.word("form"), site.word("questions")), asked
        )
    stated = _stated(document)
    if stated:
        made += heading(2, site.word("taken-from-it"), "statements")
        made += "" if site.lang == "en" else paragraph(site.word("in-english"))
        head = (site.word("id"), site.word("statement"), site.word("place"))
        made += paragraph(site.word("lines-about"))
        made += table(
            site.word("taken-from-it"), head, (_row(site, path, document, one) for one in stated)
        )
    if not (rules or asked or stated):
        made += paragraph(site.word("nothing-taken"))
    return made


def _places(site: Site, cited: list[Source]) -> str:
    """Say where in a document the places lie that one rule cites in it."""
    if cited[0].document is OUR_PROPOSAL:
        return f": {in_english(cited[0].section, site.lang)}"
    told = ", ".join(f'<span lang="nb">«{esc(one.section)}»</span>' for one in cited)
    return f" ({told})" if cited[0].document.quoted else ""


def _row(site: Site, path: str, document: Document, one: Statement) -> tuple[str, ...]:
    places = (place.partition(":") for place in one.source)
    lines = [line for id_, _, line in places if id_ == document.id]
    return (
        statements.links(path, [one.id]),
        in_english(one.statement, site.lang),
        esc(site.word("lines", lines=", ".join(lines).replace(",", ", "))).replace("  ", " "),
    )


def _asked(site: Site, path: str, document: Document) -> Iterator[tuple[str, str]]:
    """Give each form that the document is cited in, with the questions it is cited for."""
    for form in ordered(site):
        edition = form.editions[-1]
        to = path_of(form, edition)
        questions = [
            link(path, f"{to}#rhf-question-{asked.id}", show(asked.label, site.lang))
            for asked in edition
            if asked.source.document is document
        ]
        if questions or any(source.document is document for source in _cited(form, edition)):
            yield link(path, to, show(form.title, site.lang)), "<br>".join(questions)


def _cited(form: Template, edition: Edition) -> Iterator[Source]:
    yield form.source
    yield edition.source
    yield from (said.source for said in edition.said)
    yield from (section.source for section in edition.sections)
