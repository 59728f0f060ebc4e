"""A report as a document: answers at their questions, findings at their place."""

from collections.abc import Iterator

from rhf_services.forms.sections import about, people
from rhf_services.hooks.registry import Registry
from rhf_services.i18n.languages import language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import listed, show
from rhf_services.model.answers import State
from rhf_services.model.cases import Case
from rhf_services.model.findings import Verdict
from rhf_services.model.forms import Asked, Section
from rhf_services.model.tabs import tabs_of
from rhf_services.render.anchors import anchor
from rhf_services.render.document import (
    Block,
    Chapter,
    Definition,
    Definitions,
    Document,
    Mark,
    Marks,
    Paragraph,
)
from rhf_services.render.report_about import about_blocks, name_of_entity
from rhf_services.render.report_answers import answer_blocks
from rhf_services.render.report_findings import Spots, spots_of, verdict_chapter
from rhf_services.render.report_people import people_blocks
from rhf_services.render.report_rest import rest_chapters
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.sight import sight_of
from rhf_services.render.text import Run, Runs, plain_text, runs
from rhf_services.render.values import as_it_came, written
from rhf_services.render.words import READERS, word


def render_report(
    case: Case, verdict: Verdict, registry: Registry, *readers: str, lang: str = "nb"
) -> Document:
    """Make a document of a report and what a check of it found.

    Args:
        case: The report, with what the host knows around it.
        verdict: What the check of this case gave.
        registry: What the check was made with.
        *readers: Who reads: lead, group-leader, region, service-environment, host, editor, author
            or public; the rights of several add up. None is the public.
        lang: The reader's language.

    Returns:
        The document, with what these readers may see and the findings that speak to them.

    Raises:
        ValueError: There is no such reader.
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> from rhf_services import Report, check, load_registry
        >>> registry = load_registry()
        >>> case = Case(report=Report({"template": "national-centre", "year": 2024}))
        >>> document = render_report(case, check(case, registry), registry, "lead", lang="en")
        >>> document.kicker
        'Annual report for 2024'
    """
    reader = language(lang)
    sight = sight_of(*readers)
    found = sight.findings(verdict)
    report = case.report
    told = listed([show(READERS[one], reader) for one in sight.readers], reader)
    if report is None:
        unreadable = runs(word("report", "unreadable-report", reader))
        spots = spots_of(found, frozenset(), reader)
        note = Paragraph(runs(word("report", "nothing-to-show", reader)))
        blocks: tuple[Block, ...] = (note, *spots.rest)
        return Document(reader, unreadable, word("page", "kicker-no-year", reader), blocks)
    shown = ReportShown(report, case, verdict, registry, sight, reader)
    spots = spots_of(found, frozenset(_places(shown)), reader)
    title = name_of_entity(shown) or runs(word("report", "unnamed", reader))
    year = report.year
    kicker = word("page", "kicker-no-year", reader)
    if year is not None:
        kicker = word("page", "kicker-report", reader, year=year)
    foot = word("page", "foot-report", reader, title=plain_text(title), readers=told)
    blocks = (
        _head(shown, told),
        *verdict_chapter(shown, found, spots),
        *_tabs(shown, spots),
        *rest_chapters(shown),
    )
    return Document(reader, title, kicker, blocks, foot)


def _head(shown: ReportShown, told: str) -> Definitions:
    lang, verdict = shown.lang, shown.verdict
    form = shown.registry.templates.get(verdict.template or "")
    if form is not None and verdict.edition is not None:
        template: Runs = runs(f"{show(form.title, lang)}, {verdict.edition.id}")
    else:
        template = runs(word("report", "no-form", lang))
        if shown.inside and shown.report.template:
            template = (*template, Run(": "), Run(shown.report.template, theirs=True))
    rows = [("form", template)]
    if shown.inside:
        rows.append(("stage", runs(label("stage", verdict.stage, lang))))
    rows.append(("shown-to", runs(told)))
    return Definitions(
        tuple(Definition(runs(word("report", id_, lang)), text) for id_, text in rows)
    )


def _places(shown: ReportShown) -> Iterator[str]:
    """Give the places of the document that a finding can stand at."""
    if shown.edition is None:
        return
    for section in shown.edition.sections:
        yield anchor("part", section.id)
        yield from (anchor("question", one.id) for one in section.asked if shown.sees(one))


def _tabs(shown: ReportShown, spots: Spots) -> Iterator[Chapter]:
    if shown.edition is None:
        yield from _without_form(shown)
        return
    for tab in tabs_of(shown.edition):
        parts = tuple(_chapter(one, shown, spots) for one in tab.others)
        if tab.own:
            chapter = _chapter(tab.named, shown, spots)
            yield Chapter(chapter.id, chapter.title, (*chapter.blocks, *parts))
        else:
            title = runs(show(tab.named.title, shown.lang))
            yield Chapter(anchor("tab", tab.named.id), title, parts)


def _without_form(shown: ReportShown) -> Iterator[Chapter]:
    for section, blocks in ((about(), about_blocks(shown)), (people(), people_blocks(shown))):
        title = runs(show(section.title, shown.lang))
        yield Chapter(anchor("part", section.id), title, blocks)


def _chapter(section: Section, shown: ReportShown, spots: Spots) -> Chapter:
    id_ = anchor("part", section.id)
    blocks: list[Block] = []
    if section.id == "about":
        blocks += about_blocks(shown)
    if section.id == "people":
        blocks += people_blocks(shown)
    blocks += _said_for_all(section, shown)
    blocks += spots.at(id_)
    blocks += [_question(one, section, shown, spots) for one in section.asked if shown.sees(one)]
    return Chapter(id_, runs(show(section.title, shown.lang)), tuple(blocks))


def _said_for_all(section: Section, shown: ReportShown) -> Iterator[Block]:
    """Give the one word said for a whole part, and its reason."""
    lang = shown.lang
    state = shown.report.section_state(section.id)
    raw = shown.report.part("sections").get(section.id)
    told = word("report", "section-state", lang)
    if state is State.NOT_APPLICABLE and isinstance(raw, dict):
        said = runs(Run(f"{told}: {label('form-word', 'not-applicable', lang)}.", strong=True))
        reason = raw.get("not_applicable")
        if shown.inside and isinstance(reason, str) and reason.strip():
            said = (*said, Run(" "), written(reason, shown.language_of()))
        yield Paragraph(said)
    elif state is State.CONFIRMED_EMPTY:
        empty = label("form-word", "nothing-to-report", lang)
        yield Paragraph((Run(f"{told}: {empty}.", strong=True),))
    elif raw is not None and shown.inside:
        yield Paragraph(runs(f"{word('report', 'as-it-came', lang)}: ", as_it_came(raw)))


def _question(asked: Asked, section: Section, shown: ReportShown, spots: Spots) -> Chapter:
    id_ = anchor("question", asked.id)
    marks = []
    if asked.hidden:
        marks.append(Mark("hidden", runs(label("form-word", "hidden", shown.lang))))
    if shown.on_behalf(asked):
        marks.append(Mark("note", runs(label("form-word", "on-behalf", shown.lang))))
    blocks: list[Block] = [*answer_blocks(asked, section, shown), *spots.at(id_)]
    if marks:
        blocks.append(Marks(tuple(marks)))
    return Chapter(id_, runs(show(asked.label, shown.lang)), tuple(blocks), "question")
