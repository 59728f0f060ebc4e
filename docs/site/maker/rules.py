"""A page for each rule, saying what the command ``explain`` says."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from maker.blocks import heading, in_english, listed, paragraph, table, written
from maker.forms import ordered, path_of
from maker.site import Page, Site, esc, link
from rhf_services.checking.named_cases import run_case
from rhf_services.i18n import label, show
from rhf_services.model.rules import Rule
from rhf_services.model.speaking import speaks_on
from rhf_services.render import render_rule
from rhf_services.sources.documents import OUR_PROPOSAL
from rhf_services.trace.statements import statement, statements

INDEX: Final = "rules/index.md"
SUBJECTS: Final = (
    *("SUB", "EVA", "ACT", "GRP", "PER", "PRI"),
    *("TPL", "STR", "RDG", "REF", "ENT", "POL"),
)

_STATEMENT: Final = re.compile(r"\bS\d{3}-\d{3}\b")


def path_of_rule(code: str) -> str:
    """Say where the page of a rule is."""
    return f"rules/{code}.md"


def pages(site: Site) -> Iterator[Page]:
    """Make an overview of the rules, then a page for each."""
    yield Page(INDEX, site.word("rules"), _overview(site))
    for rule in _ordered(site):
        yield _page(site, rule)


def _subject(rule: Rule[Any]) -> str:
    return rule.code.rstrip("0123456789").rstrip("-")


def _ordered(site: Site) -> list[Rule[Any]]:
    """Give the rules by subject, those of plugins last."""

    def place(rule: Rule[Any]) -> tuple[int, str]:
        subject = _subject(rule)
        return SUBJECTS.index(subject) if subject in SUBJECTS else len(SUBJECTS), rule.code

    return sorted(site.registry.rules.values(), key=place)


def _subject_title(site: Site, subject: str) -> str:
    return site.word(f"subject-{subject}") if subject in SUBJECTS else subject


def _overview(site: Site) -> str:
    made = paragraph(site.word("rules-about"), "lead")
    head = [site.word(key) for key in ("code", "what", "to-whom", "may-block")]
    for subject, rules in groupby(_ordered(site), _subject):
        title = _subject_title(site, subject)
        rows = [
            (
                link(INDEX, path_of_rule(rule.code), rule.code),
                esc(show(rule.title, site.lang)),
                esc(label("audience", rule.audience, site.lang)),
                esc(site.word("yes" if rule.may_block else "no")),
            )
            for rule in rules
        ]
        made += heading(2, title, f"subject-{subject.lower()}") + table(title, head, rows)
    return made


def _page(site: Site, rule: Rule[Any]) -> Page:
    path = path_of_rule(rule.code)
    document = render_rule(rule, site.registry, lang=site.lang)
    title = show(rule.title, site.lang)
    body = _linked(written(document), path) + _as_json(site, rule) + _carried(site, rule, path)
    body += _on_forms(site, rule, path)
    return Page(
        path,
        f"{rule.code}: {title}",
        body,
        short=f"{rule.code} {title}",
        group=_subject_title(site, _subject(rule)),
    )


def _linked(page: str, path: str) -> str:
    """Make the ids of statements lead to the statements."""
    known = {one.id for one in statements()}

    def linked(found: re.Match[str]) -> str:
        id_ = found.group(0)
        if id_ not in known:
            return id_
        return f'<span class="id">{link(path, f"field/statements.md#{id_}", id_)}</span>'

    return _STATEMENT.sub(linked, page)


def _as_json(site: Site, rule: Rule[Any]) -> str:
    """Give the example as a file that can be copied and checked."""
    runs = (run_case(site.registry, rule, case) for case in rule.cases)
    ran = next((one for one in runs if one.findings), None)
    if ran is None:
        return ""
    whole = {"format": ran.case.whole["format"], **ran.case.whole}
    text = ran.case.text or json.dumps(whole, ensure_ascii=False, indent=2)
    fenced = f"```json\n{text}\n```\n\n" if "```" not in text and text.strip() else ""
    reader = "" if site.lang == "nb" else f" --lang {site.lang}"
    command = f"```sh\nrhf-services check case.json --stage {ran.case.stage}{reader}\n```\n\n"
    title = heading(2, site.word("example-as-file"), "example-as-file")
    return title + paragraph(site.word("example-how")) + fenced + command if fenced else ""


def _carried(site: Site, rule: Rule[Any], path: str) -> str:
    """Show the statements of the documents that the rule carries, or the document it rests on."""
    document = rule.source.document
    at = link(path, f"field/documents/{document.id}.md", show(document.short, site.lang))
    made = heading(2, site.word("carried-statements"), "statements")
    own = document is OUR_PROPOSAL
    said = site.word("from-nobody" if own else "from-document")
    made += f"<p>{esc(said)} {at}.</p>\n\n"
    known = {one.id for one in statements()}
    rows = [
        f"{link(path, f'field/statements.md#{id_}', id_)} "
        f"{in_english(statement(id_).statement, site.lang)}"
        for id_ in rule.traces
        if id_ in known
    ]
    return made + (listed(rows) if rows else "")


def _on_forms(site: Site, rule: Rule[Any], path: str) -> str:
    """Show the forms that the rule can say something on."""
    found = [
        link(path, path_of(form, form.editions[-1]), show(form.title, site.lang))
        for form in ordered(site)
        if speaks_on(rule, form, form.editions[-1])
    ]
    if not found:
        return ""
    title = heading(2, site.word("speaks-on"), "forms")
    if len(found) == len(site.registry.templates):
        return title + paragraph(site.word("all-forms"))
    return title + listed(found)
