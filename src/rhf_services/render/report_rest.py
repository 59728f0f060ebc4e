"""What a report holds besides the answers of its form: kept as it came, and shown at the end."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import fields

from rhf_services.i18n.showing import show
from rhf_services.model.entities import ReportedEntity
from rhf_services.model.people import Person
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.anchors import anchor
from rhf_services.render.document import (
    Block,
    Chapter,
    Definition,
    Definitions,
    Mark,
    Marks,
    Paragraph,
)
from rhf_services.render.report_answers import answer_blocks
from rhf_services.render.report_people import person_called
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.tables import Cell, Table
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.values import as_it_came, text_of, unreadable
from rhf_services.render.words import word, word_around

_OBJECTS: Final = ("entity", "answers", "sections", "entered_by", "parts_done", "languages")
_LISTS: Final = ("people", "waivers", "comments", "attachments")
_OF_ENTITY: Final = tuple(one.name for one in fields(ReportedEntity))
_OF_PERSON: Final = tuple(one.name for one in fields(Person))
_KNOWN: Final = ("format", "template", "year", "edition", *_OBJECTS, *_LISTS)


def rest_chapters(shown: ReportShown) -> Iterator[Chapter]:
    """Show attachments, waivers and comments, and what the form does not know.

    Args:
        shown: The report that is shown.

    Examples:
        >>> rest_chapters.__name__
        'rest_chapters'
    """
    yield from _attachments(shown)
    if not shown.inside:
        return
    yield from _remarks(shown)
    unknown = tuple(_unknown_questions(shown))
    lang = shown.lang
    if unknown:
        note = Paragraph(runs(word("report", "unknown-note", lang)), "quiet")
        title = runs(word("report", "unknown", lang))
        yield Chapter(anchor("unknown"), title, (note, *unknown), "around")
    rows = tuple(Definition((Run(key, theirs=True),), text) for key, text in _envelope(shown))
    if rows:
        title = runs(word("report", "envelope", lang))
        yield Chapter(anchor("envelope"), title, (Definitions(rows),), "around")


def _listed(shown: ReportShown, key: str) -> list[tuple[int, Mapping[str, Any]]]:
    found = shown.report.tree.get(key)
    listed = found if isinstance(found, list) else []
    return [(at, one) for at, one in enumerate(listed) if isinstance(one, Mapping)]


def _attachments(shown: ReportShown) -> Iterator[Chapter]:
    found = _listed(shown, "attachments")
    seen = [one for _at, one in found if shown.inside or one.get("public") is True]
    rows = tuple(
        Definition(_shown_text(one, "name", shown), _shown_text(one, "href", shown)) for one in seen
    )
    if rows:
        title = runs(word("report", "attachments", shown.lang))
        yield Chapter(anchor("attachments"), title, (Definitions(rows),), "around")


def _shown_text(raw: Mapping[str, Any], key: str, shown: ReportShown) -> Runs:
    return text_of(raw, key, shown.lang, inside=shown.inside)


def _remarks(shown: ReportShown) -> Iterator[Chapter]:
    """List the waivers and comments, with what they are about."""
    lang = shown.lang
    waivers = [(_waiver(one, shown), one, "reason") for _at, one in _listed(shown, "waivers")]
    comment = runs(word("report", "comment", lang))
    comments = [(comment, one, "text") for _at, one in _listed(shown, "comments")]
    rows = tuple(
        (
            Cell(kind, header=True),
            Cell(_about(one, shown)),
            Cell(text_of(one, key, lang, language=_language(one, shown))),
            Cell(person_called(text_or_none(one.get("by")), shown)),
            Cell(text_of(one, "at", lang)),
        )
        for kind, one, key in (*waivers, *comments)
    )
    if rows:
        title = runs(word("report", "remarks", lang))
        head = tuple(
            runs(word("report", id_, lang)) for id_ in ("kind", "about-what", "text", "by", "at")
        )
        yield Chapter(anchor("remarks"), title, (Table(title, head, rows),), "around")


def _waiver(raw: Mapping[str, Any], shown: ReportShown) -> Runs:
    code = text_of(raw, "rule", shown.lang)
    return word_around("report", "waiver-of", shown.lang, code=code)


def _language(raw: Mapping[str, Any], shown: ReportShown) -> str | None:
    return shown.language_of(text_or_none(raw.get("question")))


def _about(raw: Mapping[str, Any], shown: ReportShown) -> Runs:
    id_ = text_or_none(raw.get("question"))
    if id_ is None:
        return runs(word("report", "report-itself", shown.lang))
    edition = shown.edition
    asked = (edition.by_id if edition else {}).get(id_)
    other = asked or shown.registry.questions.get(id_)
    if other is None:
        return (Run(id_, theirs=True),)
    title = show(other.label, shown.lang)
    return (Run(title, to=anchor("question", id_) if asked else None),)


def _unknown_questions(shown: ReportShown) -> Iterator[Block]:
    asked = shown.edition.by_id if shown.edition is not None else {}
    lang = shown.lang
    others = [(id_, raw) for id_, raw in shown.report.answers.items() if id_ not in asked]
    for number, (id_, raw) in enumerate(others, 1):
        here = anchor("unknown", str(number))
        known = shown.registry.questions.get(id_)
        if known is not None:
            mark = Marks((Mark("note", runs(word("report", "other-form", lang))),))
            blocks: tuple[Block, ...] = (*answer_blocks(known, None, shown), mark)
            yield Chapter(here, runs(show(known.label, lang)), blocks, "question")
        elif not is_blank(raw):
            named = (Run(id_, theirs=True),)
            title = word_around("report", "unknown-question", lang, question=named)
            yield Chapter(here, title, (Paragraph((as_it_came(raw),), "answer"),), "question")


def _envelope(shown: ReportShown) -> Iterator[tuple[str, Runs]]:
    """Give the parts that cannot be read, and to whoever keeps the system also what is its own."""
    lang, tree = shown.lang, shown.report.tree
    for key, kind in (*((one, Mapping) for one in _OBJECTS), *((one, list) for one in _LISTS)):
        value = tree.get(key)
        if not is_blank(value) and not isinstance(value, kind):
            yield key, unreadable(value, lang)
        elif kind is list and isinstance(value, list):
            wrong = [one for one in value if not isinstance(one, Mapping) and not is_blank(one)]
            if wrong:
                yield key, unreadable(wrong, lang)
    if shown.report.year is None and not is_blank(tree.get("year")):
        yield "year", unreadable(tree["year"], lang)
    if shown.sight.technical:
        own = {key: tree[key] for key in tree if key not in _KNOWN}
        done = shown.report.part("parts_done")
        for key, value in ({**own, "parts_done": dict(done)} if done else own).items():
            yield key, (as_it_came(value),)
        yield from _unknown_below(shown)


def _unknown_below(shown: ReportShown) -> Iterator[tuple[str, Runs]]:
    """Give what stands under unknown keys of the entity and of the people."""
    parts = [("entity", dict(shown.report.part("entity")), _OF_ENTITY)]
    parts += [(f"people.{at + 1}", dict(one), _OF_PERSON) for at, one in _listed(shown, "people")]
    for where, given, known in parts:
        for key, value in given.items():
            if key not in known and not is_blank(value):
                yield f"{where}.{key}", (as_it_came(value),)
