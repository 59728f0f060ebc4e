"""Two editions side by side: sections, questions, and all that a form says about them."""

from collections.abc import Iterator

from attrs import evolve

from rhf_services.model.forms import Asked, Edition, Section
from rhf_services.model.text import Text
from rhf_services.process.changes import Change, ChangeKind, moved
from rhf_services.process.comparing_answers import Reader, answer_changes

_SECTION_GUIDANCE = (
    ChangeKind.SECTION_GUIDANCE_ADDED,
    ChangeKind.SECTION_GUIDANCE_DROPPED,
    ChangeKind.SECTION_GUIDANCE_REWORDED,
)
_GUIDANCE = (
    ChangeKind.GUIDANCE_ADDED,
    ChangeKind.GUIDANCE_DROPPED,
    ChangeKind.GUIDANCE_REWORDED,
)


def edition_changes(before: Edition, after: Edition, reader: Reader) -> Iterator[Change]:
    """Tell what changed between two editions, in the order the later one is read.

    Args:
        before: The edition as it was; it may be of another form.
        after: The edition as it is.
        reader: The language the texts are compared in, and the two reporting years.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> editions = load_registry().templates["national-centre"].editions
        >>> changes = edition_changes(*editions, Reader("nb", 2023, 2024))
        >>> [(str(one.kind), one.question, one.after) for one in changes if one.after == 5]
        [('limit-set', 'scientific-articles', 5), ('limit-set', 'research-projects', 5)]
    """
    was = {section.id: section for section in before.sections}
    now = {section.id: section for section in after.sections}
    elsewhere = moved(was, now)
    for id_, section in now.items():
        earlier = was.get(id_)
        if earlier is None:
            yield Change(ChangeKind.SECTION_ADDED, id_, after=section.title)
        else:
            if id_ in elsewhere:
                yield Change(ChangeKind.SECTION_MOVED, id_)
            for change in _section_changes(earlier, section, reader):
                yield evolve(change, section=id_)
        yield from _questions(before, section, reader)
        yield from _dropped(earlier, after)
    for id_, section in was.items():
        if id_ not in now:
            yield Change(ChangeKind.SECTION_DROPPED, id_, before=section.title)
            yield from _dropped(section, after)


def _section_changes(before: Section, after: Section, reader: Reader) -> Iterator[Change]:
    if not reader.same(before.title, after.title):
        yield Change(ChangeKind.SECTION_RETITLED, before=before.title, after=after.title)
    yield from _guidance(before.guidance, after.guidance, _SECTION_GUIDANCE, reader)
    if before.tab != after.tab:
        yield Change(ChangeKind.SECTION_TAB, before=before.tab, after=after.tab)
    if before.standing != after.standing:
        standing = str(before.standing), str(after.standing)
        yield Change(ChangeKind.SECTION_STANDING, before=standing[0], after=standing[1])
    if before.source != after.source:
        yield Change(ChangeKind.SECTION_SOURCE, before=before.source, after=after.source)


def _questions(before: Edition, section: Section, reader: Reader) -> Iterator[Change]:
    earlier = before.section(section.id)
    order = [asked.id for asked in earlier.asked] if earlier else []
    elsewhere = moved(order, [asked.id for asked in section.asked])
    for asked in section.asked:
        was = before.by_id.get(asked.id)
        if was is None:
            yield Change(ChangeKind.QUESTION_ADDED, section.id, asked.id, after=asked.label)
            continue
        came_from = before.section_by_question[asked.id]
        if came_from.id != section.id:
            there = ChangeKind.QUESTION_TO_SECTION
            yield Change(there, section.id, asked.id, before=came_from.title, after=section.title)
        elif asked.id in elsewhere:
            yield Change(ChangeKind.QUESTION_MOVED, section.id, asked.id)
        for change in _asked_changes(was, asked, reader):
            yield evolve(change, section=section.id, question=asked.id)


def _dropped(earlier: Section | None, after: Edition) -> Iterator[Change]:
    for asked in earlier.asked if earlier else ():
        if earlier is not None and asked.id not in after.by_id:
            yield Change(ChangeKind.QUESTION_DROPPED, earlier.id, asked.id, before=asked.label)


def _asked_changes(before: Asked, after: Asked, reader: Reader) -> Iterator[Change]:
    if not reader.same(before.label, after.label):
        yield Change(ChangeKind.QUESTION_RETITLED, before=before.label, after=after.label)
    yield from _guidance(before.guidance, after.guidance, _GUIDANCE, reader)
    if before.hidden != after.hidden:
        yield Change((ChangeKind.SHOWN, ChangeKind.HIDDEN)[after.hidden])
    if before.optional != after.optional:
        yield Change((ChangeKind.AWAITED, ChangeKind.OPTIONAL)[after.optional])
    if before.to != after.to:
        yield Change(ChangeKind.ADDRESSEE, before=str(before.to), after=str(after.to))
    if before.region != after.region:
        yield Change(ChangeKind.REGION, before=before.region, after=after.region)
    if before.beside != after.beside:
        kept = after.beside is not None
        yield Change((ChangeKind.BESIDE_DROPPED, ChangeKind.BESIDE_ADDED)[kept])
    yield from _limit(before, after)
    yield from answer_changes(before.question, after.question, reader)
    if before.standing != after.standing:
        standing = str(before.standing), str(after.standing)
        yield Change(ChangeKind.STANDING, before=standing[0], after=standing[1])
    if before.source != after.source:
        yield Change(ChangeKind.SOURCE, before=before.source, after=after.source)


def _limit(before: Asked, after: Asked) -> Iterator[Change]:
    was, now = before.limit, after.limit
    if was is None and now is not None:
        yield Change(ChangeKind.LIMIT_SET, after=now.most)
    elif was is not None and now is None:
        yield Change(ChangeKind.LIMIT_LIFTED, before=was.most)
    elif was is not None and now is not None:
        if was.most != now.most:
            yield Change(ChangeKind.LIMIT_CHANGED, before=was.most, after=now.most)
        if was.year != now.year:
            yield Change(ChangeKind.LIMIT_YEAR, before=was.year, after=now.year)


def _guidance(
    before: Text | None,
    after: Text | None,
    kinds: tuple[ChangeKind, ChangeKind, ChangeKind],
    reader: Reader,
) -> Iterator[Change]:
    if not reader.same(before, after):
        added, dropped, reworded = kinds
        kind = added if before is None else dropped if after is None else reworded
        yield Change(kind, before=before, after=after)
