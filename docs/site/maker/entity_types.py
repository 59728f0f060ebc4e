"""A page for each kind of entity: its term, who decides, its form, its group, and sources."""

from collections.abc import Iterator
from typing import Any, Final

from maker import statements
from maker.blocks import heading, in_english, listed, paragraph, table, terms
from maker.forms import path_of
from maker.site import Page, Site, data, esc, link
from rhf_services.i18n import show
from rhf_services.model.entities import ENTITY_TYPE_NAMES, EntityType
from rhf_services.model.forms import Template
from rhf_services.trace.statements import statements as all_statements

INDEX: Final = "field/entity-types/index.md"
ASPECTS: Final = ("what", "term", "decides", "group")


def path_of_kind(kind: EntityType) -> str:
    """Say where the page of a kind is."""
    return f"field/entity-types/{kind}.md"


def pages(site: Site) -> Iterator[Page]:
    """Make an overview of the kinds, then a page for each."""
    group = site.word("entity-types")
    yield Page(INDEX, group, _overview(site), group=group)
    for kind, name in ENTITY_TYPE_NAMES.items():
        yield Page(path_of_kind(kind), show(name, site.lang), _body(site, kind), group=group)


def _aspect(kind: EntityType, aspect: str) -> dict[str, Any]:
    """Give what is known of an aspect: its own words, or those that several kinds share."""
    known = data("entity_types")
    found = known[kind][aspect]
    return dict(known[found] if isinstance(found, str) else found)


def _overview(site: Site) -> str:
    head = [site.word(key) for key in ("kind-of-entity", "what", "forms")]
    rows = [
        (
            link(INDEX, path_of_kind(kind), show(name, site.lang)),
            esc(site.own(_aspect(kind, "what"))),
            "<br>".join(_forms(site, kind, INDEX)) or esc(site.word("no-form")),
        )
        for kind, name in ENTITY_TYPE_NAMES.items()
    ]
    about = paragraph(site.word("entity-types-lead"), "lead")
    return about + table(site.word("entity-types"), head, rows)


def _of(site: Site, kind: EntityType) -> list[Template]:
    return [
        form
        for form in site.registry.templates.values()
        if kind in form.entity_types and not form.archive
    ]


def _forms(site: Site, kind: EntityType, path: str) -> list[str]:
    return [
        link(path, path_of(form, form.editions[-1]), show(form.title, site.lang))
        for form in _of(site, kind)
    ]


def _body(site: Site, kind: EntityType) -> str:
    path = path_of_kind(kind)
    rows = [(site.word(f"aspect-{one}"), _told(site, kind, one, path)) for one in ASPECTS]
    forms = "<br>".join(_forms(site, kind, path)) or esc(site.word("no-form"))
    rows.insert(3, (site.word("aspect-form"), forms))
    rows.append((site.word("id"), f"<code>{kind}</code>"))
    made = terms(rows)
    rules = [
        f"{link(path, f'rules/{rule.code}.md', rule.code)} {esc(show(rule.title, site.lang))}"
        for rule in site.registry.rules.values()
        if kind in rule.entity_types
    ]
    if rules:
        made += heading(2, site.word("rules-of-kind"), "rules") + listed(rules)
    return made + _stated(site, kind, path)


def _told(site: Site, kind: EntityType, aspect: str, path: str) -> str:
    known = _aspect(kind, aspect)
    told = esc(site.own(known))
    source = [statements.cited(site, path, known["rows"])] if known.get("rows") else []
    if "from" in known:
        source.append(esc(site.own(known["from"])))
    return (
        f"{told}<br><small>{site.word('source')}: {'; '.join(source)}</small>" if source else told
    )


def _stated(site: Site, kind: EntityType, path: str) -> str:
    """List the statements that speak of the kind and are to be carried here."""
    own = [
        one
        for one in all_statements()
        if one.to_be_carried and any(kind == said.partition(" ")[0] for said in one.applies_to)
    ]
    if not own:
        return ""
    head = (site.word("id"), site.word("statement"))
    rows = ((statements.links(path, [one.id]), in_english(one.statement, site.lang)) for one in own)
    made = heading(2, site.word("statements-of-kind"), "statements")
    made += "" if site.lang == "en" else paragraph(site.word("in-english"))
    return made + table(site.word("statements-of-kind"), head, rows)
