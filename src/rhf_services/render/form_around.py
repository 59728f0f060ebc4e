"""What stands after a form: what is checked, and the documents that all of it is read from."""

from collections.abc import Iterator

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import Language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import printed_day, show
from rhf_services.model.forms import Edition, Template
from rhf_services.model.questions import Table as TableAsked
from rhf_services.model.questions import TextWithChoices
from rhf_services.model.sources import Document as Cited
from rhf_services.model.speaking import rules_on
from rhf_services.render.anchors import anchor
from rhf_services.render.cited import title_in_bokmaal
from rhf_services.render.document import Chapter, Definition, Definitions, Paragraph
from rhf_services.render.tables import Cell, Table
from rhf_services.render.text import Runs, runs
from rhf_services.render.words import READERS, word
from rhf_services.sources.documents import OUR_PROPOSAL


def rules_chapter(
    template: Template, edition: Edition, registry: Registry, year: int, lang: Language
) -> Chapter:
    """List every rule that can say something on a form in a year.

    Args:
        template: The form.
        edition: The edition of the form.
        registry: What is loaded.
        year: The reporting year.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["archive"]
        >>> chapter = rules_chapter(form, form.editions[0], registry, 2016, "nb")
        >>> [cell.runs[0].text for cell in chapter.blocks[1].rows[0]][0]
        'ACT008'
    """
    title = runs(word("form", "rules", lang))
    head = tuple(runs(word("form", id_, lang)) for id_ in ("code", "what", "to-whom", "blocks"))
    rows = tuple(
        (
            Cell(runs(rule.code), header=True, id=anchor("rule", rule.code)),
            Cell(runs(show(rule.title, lang))),
            Cell(runs(show(READERS[rule.audience], lang))),
            Cell(runs(label("form-word", "yes" if rule.may_block else "no", lang))),
        )
        for rule, _questions in rules_on(registry.rules.values(), template, edition, year)
    )
    note = Paragraph(runs(word("form", "rules-note", lang, yes=label("form-word", "yes", lang))))
    return Chapter(anchor("rules"), title, (note, Table(title, head, rows)), "around")


def how_worded(template: Template, edition: Edition, lang: Language) -> Iterator[str]:
    """Say whose words the guidance is in, and where a heading that we cite is lost.

    Args:
        template: The form.
        edition: The edition of the form.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["quality-and-competence-network"]
        >>> len(list(how_worded(form, form.editions[-1], "nb")))
        2
    """
    named_elsewhere = template.archive or template.regions
    yield word("form", "guidance-regional" if named_elsewhere else "guidance-ours", lang)
    if any(isinstance(asked.question, TableAsked) for asked in edition):
        yield word("form", "guidance-activities", lang)
    notes = (asked.source.note for asked in edition)
    for note in dict.fromkeys(note for note in notes if note is not None):
        yield show(note, lang)


def sources_chapter(template: Template, edition: Edition, lang: Language) -> Chapter:
    """Name the documents that the form is read from, by their own titles.

    Args:
        template: The form.
        edition: The edition of the form.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"]
        >>> len(sources_chapter(form, form.editions[0], "nb").blocks)
        1
    """
    cited = {one.id: one for one in _documents(template, edition)}
    rows = tuple(
        Definition(runs(show(one.short, lang)), _titled(one, lang)) for one in cited.values()
    )
    title = runs(word("form", "sources", lang))
    return Chapter(anchor("sources"), title, (Definitions(rows),), "around")


def _documents(template: Template, edition: Edition) -> Iterator[Cited]:
    yield template.source.document
    yield edition.source.document
    for said in edition.said:
        yield said.source.document
    for section in edition.sections:
        yield section.source.document
        if section.guidance_source is not None:
            yield section.guidance_source.document
        for asked in section.asked:
            yield asked.source.document
            question = asked.question
            if isinstance(question, TextWithChoices) and question.choices.source is not None:
                yield question.choices.source.document


def _titled(one: Cited, lang: Language) -> Runs:
    if one is OUR_PROPOSAL:
        return runs(word("form", "our-proposal", lang))
    dated = f" ({printed_day(one.dated, lang)})" if one.dated else ""
    note = "" if one.read else f" {word('form', 'not-read', lang)}"
    return runs(title_in_bokmaal(one.title, lang), f"{dated}.{note}")
