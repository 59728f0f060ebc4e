"""What changed in a form from the year before: a quiet mark at the question, and a chapter."""

from collections.abc import Iterator

from attrs import frozen

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import show
from rhf_services.i18n.speech import in_quotes
from rhf_services.model.forms import Edition, Template
from rhf_services.model.sources import Source
from rhf_services.process import Change, ChangeKind, Difference, NoEditionError, difference
from rhf_services.process.difference_texts import SENTENCES
from rhf_services.process.difference_words import (
    about_in_words,
    change_in_words,
    quotation_in_words,
    section_title,
    wording,
)
from rhf_services.process.ground_words import ground_count, ground_sentences
from rhf_services.render.anchors import anchor
from rhf_services.render.cited import bokmaal, cited
from rhf_services.render.document import Block, Chapter, Listing, Paragraph
from rhf_services.render.text import Run, Runs, marked_as, runs
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
        return runs(Run(told, strong=True), ": ", *_cited(said, lang, change))


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
    if found.of_the_ground:
        number = {"number": ground_count(found)}
        yield Paragraph((Run(show(SENTENCES["ground"], lang, number), strong=True),))
        sentences = ground_sentences(found, lang)
        yield Listing(tuple(_cited(one, lang, *found.of_the_ground) for one in sentences))
    for quotation in found.quotations:
        said = quotation_in_words(quotation, found, lang)
        quoted = in_quotes(quotation.source.section, lang)
        yield Paragraph(marked_as(bokmaal(lang), said, f"«{quotation.words}»", quoted), "quiet")


def _change(change: Change, found: Difference, lang: Language) -> Runs:
    place = section_title(change.section, found, lang)
    said = " ".join([change_in_words(change, found, lang), *wording(change, lang)])
    pieces = _cited(said, lang, change)
    if change.question and change.question in found.after.edition.by_id:
        return runs(Run(place, to=anchor("question", change.question)), ": ", *pieces)
    return runs(f"{place}: ", *pieces)


def _cited(said: str, lang: Language, *changes: Change) -> Runs:
    values = (value for change in changes for value in (change.before, change.after))
    return cited(said, lang, [one for one in values if isinstance(one, Source)])
