"""A blank form as a document: the tabs, questions and guidance as a reporter sees them."""

from collections.abc import Iterator

from rhf_services.hooks.registry import Registry
from rhf_services.i18n.form_choices import REMARKS
from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.names import ABOUT_FIELDS, PERSON_FIELDS, label
from rhf_services.i18n.showing import listed, show
from rhf_services.i18n.speech import cite
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.form_choices import ChoiceRemark
from rhf_services.model.forms import Addressee, Edition, Section, Template
from rhf_services.model.people import REGION_ROLES, ROLE_NAMES, Role
from rhf_services.model.regions import REGION_NAMES
from rhf_services.model.report import SECTION_STATES
from rhf_services.model.tabs import tabs_of
from rhf_services.render.anchors import anchor
from rhf_services.render.cited import cited
from rhf_services.render.document import (
    Block,
    Chapter,
    Definition,
    Definitions,
    Document,
    Listing,
    Mark,
    Marks,
    Notice,
    Paragraph,
)
from rhf_services.render.fields import Field, Fields
from rhf_services.render.form_around import how_worded, rules_chapter, sources_chapter
from rhf_services.render.form_changes import changes_chapter, year_before
from rhf_services.render.form_questions import FormShown, question_chapter
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.words import ground_in_words, word


def render_form(
    template: Template,
    edition: Edition,
    registry: Registry,
    year: int | None = None,
    *,
    lang: str = "nb",
) -> Document:
    """Make a document of a blank form, with what a reader may want to know about it.

    Args:
        template: The form.
        edition: One of its editions.
        registry: What is loaded: the rules that speak about the questions.
        year: The reporting year; by default the last one that somebody has gone through it for.
        lang: The reader's language.

    Returns:
        The document.

    Raises:
        LookupError: The edition does not hold for the year.
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> registry = load_registry()
        >>> form = registry.templates["national-centre"]
        >>> document = render_form(form, form.editions[-1], registry, lang="nn")
        >>> [block.title[0].text for block in document.blocks if isinstance(block, Chapter)][:2]
        ['Om senteret', 'Roller og ansvar']
    """
    reader = language(lang)
    at = edition.confirmed if year is None else year
    template.require(edition, at)
    before = year_before(template, edition, at, reader)
    shown = FormShown(template, edition, registry, at, reader, before)
    title = show(template.title, reader)
    return Document(
        lang=reader,
        title=runs(title),
        kicker=word("page", "kicker-form", reader, year=_years(shown)),
        blocks=(
            *_beginning(shown),
            *_tabs(shown),
            changes_chapter(before, reader),
            rules_chapter(template, edition, registry, at, reader),
            sources_chapter(template, edition, reader),
        ),
        foot=word(
            "page", "foot-form", reader, template=title, edition=edition.id, year=_years(shown)
        ),
    )


def _beginning(shown: FormShown) -> Iterator[Block]:
    form, edition, lang = shown.template, shown.edition, shown.lang
    standing = label("standing", edition.standing, lang)
    kinds = listed([show(ENTITY_TYPE_NAMES[kind], lang) for kind in form.entity_types], lang)
    ground = cited(f"{cite(edition.source, lang)}; {standing}", lang, [edition.source])
    rows = [
        ("for", runs(kinds)),
        ("year", runs(_years(shown))),
        ("edition", runs(edition.id)),
        ("ground", ground),
        ("id", runs(form.id)),
    ]
    if form.regions:
        regions = listed([show(REGION_NAMES[region], lang) for region in form.regions], lang)
        rows.insert(1, ("region", runs(regions)))
    yield Definitions(tuple(Definition(runs(word("form", id_, lang)), text) for id_, text in rows))
    if shown.year > edition.confirmed:
        params = {"year": shown.year, "first_year": edition.confirmed}
        text = show(REMARKS[ChoiceRemark.YEAR_NOT_ENTERED], lang, params)
        yield Notice("warning", label("severity", "warning", lang), (Paragraph(runs(text)),))
    notes = [word("form", "quiet-marks", lang)]
    note = "nobody-answers" if form.archive else "nothing-compulsory"
    notes.append(word("form", note, lang))
    notes += how_worded(form, edition, lang)
    how = word("form", "how-to-read", lang)
    yield Notice("plain", how, tuple(Paragraph(runs(note)) for note in notes))


def _years(shown: FormShown) -> str:
    """Name the reporting year; of a form that ended, all the years it was used for."""
    last = shown.edition.last
    ended = shown.template.archive and last is not None
    return f"{shown.edition.first}–{last}" if ended else str(shown.year)


def _tabs(shown: FormShown) -> Iterator[Chapter]:
    """Give the tabs in their order, each with the parts shown on it."""
    for tab in tabs_of(shown.edition):
        parts = tuple(_chapter(one, shown) for one in tab.others)
        if tab.own:
            chapter = _chapter(tab.named, shown)
            yield Chapter(chapter.id, chapter.title, (*chapter.blocks, *parts))
        else:
            yield Chapter(anchor("tab", tab.named.id), _title(tab.named, shown), parts)


def _chapter(section: Section, shown: FormShown) -> Chapter:
    id_ = anchor("part", section.id)
    return Chapter(id_, _title(section, shown), tuple(_part(section, shown)))


def _title(section: Section, shown: FormShown) -> Runs:
    return runs(show(section.title, shown.lang))


def _part(section: Section, shown: FormShown) -> Iterator[Block]:
    lang = shown.lang
    if section.guidance is not None:
        yield Paragraph(runs(show(section.guidance, lang)), "guidance")
    if section.guidance_source is not None:
        source = section.guidance_source
        text = word("form", "guidance-from", lang, source=cite(source, lang))
        yield Paragraph(cited(text, lang, [source]), "quiet")
    if section.id == "about":
        yield Paragraph(runs(word("form", "about", lang)), "quiet")
        yield Listing(tuple(runs(show(text, lang)) for text in ABOUT_FIELDS.values()))
    if section.id == "people":
        yield from _people(shown)
    if any(asked.to is Addressee.GROUP for asked in section.asked) and not shown.template.archive:
        roles = [show(ROLE_NAMES[one], lang) for one in (Role.ACADEMIC_LEAD, Role.COORDINATOR)]
        text = word("form", "group-answers", lang, roles=_either(roles, lang))
        yield Paragraph(runs(text), "guidance")
    marks = [
        Mark("change", shown.before.mark(change, lang))
        for change in shown.before.of_section(section.id)
    ]
    yield Marks((*marks, Mark("ground", ground_in_words(section.source, section.standing, lang))))
    if section.asked and not shown.template.archive:
        states = tuple(label("form-word", one.replace("_", "-"), lang) for one in SECTION_STATES)
        yield Fields((Field(word("page", "whole-part", lang), "one-of", states),))
    for asked in section.asked:
        yield question_chapter(asked, section, shown)


def _people(shown: FormShown) -> Iterator[Block]:
    lang = shown.lang
    names = {id_: show(text, lang) for id_, text in PERSON_FIELDS.items()}
    yes_or_no = (label("form-word", "yes", lang), label("form-word", "no", lang))
    fields = [
        Field(
            name,
            "some-of" if id_ == "roles" else "one-of" if id_ in _YES_OR_NO else "line",
            tuple(_roles(lang)) if id_ == "roles" else yes_or_no if id_ in _YES_OR_NO else (),
        )
        for id_, name in names.items()
    ]
    yield Fields(tuple(fields), word("page", "one-person", lang), row=True)
    of_regions = [show(ROLE_NAMES[role], lang) for role in REGION_ROLES]
    both = listed(of_regions, lang)
    yield Paragraph(
        runs(word("form", "for-region", lang, role=both[:1].upper() + both[1:])), "quiet"
    )
    text = word("form", "people-shown", lang, field=names["show-on-page"])
    yield Marks((Mark("hidden", (Run(text),)),))


_YES_OR_NO = ("show-on-page", "copy-of-report")


def _roles(lang: Language) -> Iterator[str]:
    yield from (show(name, lang) for name in ROLE_NAMES.values())


def _either(names: list[str], lang: Language) -> str:
    return f" {word('page', 'or', lang)} ".join(names)
