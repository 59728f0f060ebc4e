"""What changed in a form from the year before: a quiet mark at the question, and a chapter."""

from collections.abc import Iterator

from attrs import evolve, frozen

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import listed, show
from rhf_services.model.forms import Edition, Template
from rhf_services.process import Change, ChangeKind, Difference, NoEditionError, difference
from rhf_services.process.difference_texts import SENTENCES
from rhf_services.process.difference_words import (
    about_in_words,
    change_in_words,
    ground_in_words,
    part_in_words,
    quotation_in_words,
    section_title,
    wording,
)
from rhf_services.render.anchors import anchor
from rhf_services.render.document import Block, Chapter, Listing, Paragraph
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.words import word


@frozen
class YearBefore:
    """What changed from the year before.

    Attributes:
        year: The year before.
        found: The difference, or None where the form had no edition that year.

    Examples:
        >>> list(YearBefore(2022, None).of_question("teaching"))
        []
    """

    year: int
    found: Difference | None

    def of_question(self, question: str) -> Iterator[Change]:
        """Give what changed in a question."""
        for change in self.found.of_the_form if self.found else ():
            if change.question == question and change.kind is not ChangeKind.QUESTION_DROPPED:
                yield change

    def of_section(self, section: str) -> Iterator[Change]:
        """Give what changed in a part as a whole, and the questions that are no longer in it."""
        for change in self.found.of_the_form if self.found else ():
            dropped = change.kind is ChangeKind.QUESTION_DROPPED
            if change.section == section and (change.question is None or dropped):
                yield change

    def mark(self, change: Change, lang: Language) -> Runs:
        """Say a change at the place where it is."""
        found = self.found
        new = change.kind in (ChangeKind.QUESTION_ADDED, ChangeKind.SECTION_ADDED)
        told = word("form", "new" if new else "changed", lang, first_year=self.year)
        said = change_in_words(change, found, lang) if found else ""
        return runs(Run(told, strong=True), f": {said}")


def year_before(template: Template, edition: Edition, year: int, lang: Language) -> YearBefore:
    """Compare an edition with the form of the year before.

    Args:
        template: The form.
        edition: The edition.
        year: The reporting year.
        lang: The reader's language, which texts are compared in.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["national-centre"]
        >>> before = year_before(form, form.editions[-1], 2024, "nb")
        >>> [str(change.kind) for change in before.of_question("scientific-articles")]
        ['guidance-reworded', 'limit-set']
    """
    own = edition.first == year
    named = f"{edition.first}.{edition.revision}" if own else str(year)
    try:
        return YearBefore(year - 1, difference(template, year - 1, named, lang))
    except NoEditionError:
        return YearBefore(year - 1, None)


def changes_chapter(before: YearBefore, lang: Language) -> Chapter:
    """Sum up what changed from the year before.

    Args:
        before: What changed.
        lang: The reader's language.

    Examples:
        >>> changes_chapter(YearBefore(2008, None), "nb").blocks[0].runs[0].text
        'Skjemaet har ingen utgave for 2008.'
    """
    if before.found is None:
        none = word("form", "no-year-before", lang, first_year=before.year)
        blocks: tuple[Block, ...] = (Paragraph(runs(none)),)
    else:
        blocks = tuple(_blocks(before.found, lang))
    return Chapter(anchor("changes"), runs(word("form", "changes", lang)), blocks, "around")


def _blocks(found: Difference, lang: Language) -> Iterator[Block]:
    for sentence in about_in_words(found, lang):
        yield Paragraph(runs(sentence))
    if not found.of_the_form:
        yield Paragraph(runs(show(SENTENCES["no-changes"], lang)))
        if found.same_edition:
            params = {"edition": found.after.edition.id}
            yield Paragraph(runs(show(SENTENCES["same-edition"], lang, params)))
    else:
        number = {"number": len(found.of_the_form)}
        yield Paragraph((Run(show(SENTENCES["changes"], lang, number), strong=True),))
        yield Listing(tuple(_change(change, found, lang) for change in found.of_the_form))
    ground = [change for change in found.changes if change.kind.about_ground]
    if ground:
        number = {"number": len(ground)}
        yield Paragraph((Run(show(SENTENCES["ground"], lang, number), strong=True),))
        yield Listing(tuple(_ground(ground, found, lang)))
    for quotation in found.quotations:
        yield Paragraph(runs(quotation_in_words(quotation, found, lang)), "quiet")


def _change(change: Change, found: Difference, lang: Language) -> Runs:
    place = section_title(change.section, found, lang)
    said = " ".join([change_in_words(change, found, lang), *wording(change, lang)])
    if change.question and change.question in found.after.edition.by_id:
        return runs(Run(place, to=anchor("question", change.question)), f": {said}")
    return runs(f"{place}: {said}")


def _ground(changes: list[Change], found: Difference, lang: Language) -> Iterator[Runs]:
    """Say once what became of all parts that changed in the same way."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault(ground_in_words(change, lang), []).append(change)
    for (was, now), several in groups.items():
        parts = listed(_parts(several, found, lang), lang)
        yield runs(word("form", "ground-now", lang, before=was, after=now, parts=parts))


def _parts(changes: list[Change], found: Difference, lang: Language) -> list[str]:
    """Name what changed; a section of which every question did is named as a whole."""
    changed = {change.question for change in changes}
    asked = {one.id: {asked.id for asked in one.asked} for one in found.after.edition.sections}
    named = []
    for change in changes:
        questions = asked.get(change.section or "", set())
        whole = len(questions) > 1 and questions <= changed
        named.append(part_in_words(evolve(change, question=None) if whole else change, found, lang))
    return list(dict.fromkeys(named))
