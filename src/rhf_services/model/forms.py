"""Report forms: what one asks, in which order, and from which reporting year on."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from rhf_services.model.continuations import Beside
from rhf_services.model.entities import EntityType
from rhf_services.model.questions import Question
from rhf_services.model.regions import Region
from rhf_services.model.sources import Quotation, Source, Standing
from rhf_services.model.text import Text
from rhf_services.model.years import Years, edition_numbers


class Addressee(StrEnum):
    """Whom a question is put to.

    Examples:
        >>> Addressee("reference-group").name
        'GROUP'
    """

    ENTITY = "entity"
    GROUP = "reference-group"


class Phase(StrEnum):
    """Where an entity stands in its life, where forms are told apart by that.

    Examples:
        >>> Phase("final").name
        'FINAL'
    """

    NEW = "new"
    RUNNING = "running"
    FINAL = "final"


@frozen
class Limit:
    """How many rows a form asks for at most, and in which year that was asked.

    Attributes:
        most: The greatest number of rows asked for.
        year: The reporting year for which it was asked.

    Examples:
        >>> Limit(most=5, year=2024).most
        5
    """

    most: int
    year: int


@frozen
class Asked:
    """A question as one form puts it; the same question may be put otherwise in another form.

    Attributes:
        question: The typed key.
        label: The question's title in this form.
        guidance: What the form says to whoever answers, or None.
        source: Where the form asks it.
        standing: How sure we are that it does.
        to: Whom it is put to.
        hidden: Whether the answer is left out of the public page.
        optional: Whether an empty answer is never spoken of.
        limit: How many rows are asked for.
        region: The region whose representative answers, for the group's regional questions.
        beside: What is shown beside the field from what the host keeps, or None.

    Examples:
        >>> from rhf_services.forms.evaluation import EQUAL_ACCESS, reporting_feedback
        >>> reporting_feedback().hidden
        True
    """

    question: Question
    label: Text
    guidance: Text | None
    source: Source
    standing: Standing = Standing.DOCUMENTED
    to: Addressee = Addressee.ENTITY
    hidden: bool = False
    optional: bool = False
    limit: Limit | None = None
    region: Region | None = None
    beside: Beside | None = None

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id


@frozen
class Section:
    """A part of a form.

    Attributes:
        id: The stable id: about, people, activity, evaluation, or reference-group.
        title: Its heading.
        source: Where the form shows it.
        standing: How sure we are of it.
        asked: The questions in their order; empty where the part is filled from elsewhere.
        tab: The id of the section on whose tab it is shown, where that is another one.
        guidance: What the form says at its beginning, or None.
        guidance_source: Where that is written, where it is another place; None for the same.

    Examples:
        >>> from rhf_services.forms.sections import about
        >>> about().id
        'about'
    """

    id: str
    title: Text
    source: Source
    standing: Standing = Standing.DOCUMENTED
    asked: tuple[Asked, ...] = ()
    tab: str | None = None
    guidance: Text | None = None
    guidance_source: Source | None = None


@frozen
class Edition:
    """A form as it stands from a reporting year on, until the next edition begins.

    Attributes:
        first: The first reporting year it is for.
        sections: Its parts in their order.
        source: Where this edition is described.
        standing: How sure we are that it was so in these years.
        last: The last reporting year, only where the form ended.
        revision: 0, or the number of a correction within the year (2024.1).
        confirmed: The last reporting year for which somebody has gone through it.
        said: What a document says about the form of a year that this edition holds for.

    Examples:
        >>> from rhf_services.forms.sections import about
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> Edition(2024, (about(),), WEBINAR_2024.at("Rapportmaler"), revision=1).id
        '2024.1'
    """

    first: int
    sections: tuple[Section, ...]
    source: Source
    standing: Standing = Standing.DOCUMENTED
    last: int | None = None
    revision: int = 0
    confirmed: int = field()
    said: tuple[Quotation, ...] = ()

    @confirmed.default
    def _confirmed(self) -> int:
        return self.last or self.first

    @property
    def id(self) -> str:
        """The id that reports name it by: 2024, or 2024.1 for a correction."""
        return f"{self.first}.{self.revision}" if self.revision else str(self.first)

    @cached_property
    def by_id(self) -> dict[str, Asked]:
        """What is asked, by the id of the question, in the order of the form."""
        return {asked.id: asked for section in self.sections for asked in section.asked}

    @cached_property
    def section_by_question(self) -> dict[str, Section]:
        """The section that asks each question."""
        return {asked.id: section for section in self.sections for asked in section.asked}

    def section(self, section: str) -> Section | None:
        """Give a section by its id, or None where the form has no such part."""
        return next((found for found in self.sections if found.id == section), None)

    def __iter__(self) -> Iterator[Asked]:
        """Go through all that is asked, in the order of the form."""
        return iter(self.by_id.values())


@frozen
class EditionChoice:
    """Which edition a report is read with, and whether that is the one it names.

    Attributes:
        edition: The edition to use.
        known: False where the report names a revision that nobody has loaded.
        belongs: False where the report names an edition of another year.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["national-treatment-service"]
        >>> form.edition_for(2024, "2024.7").known
        False
    """

    edition: Edition
    known: bool = True
    belongs: bool = True


def _by_age(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    return tuple(sorted(editions, key=lambda edition: (edition.first, edition.revision)))


@frozen
class Template:
    """One of the report forms, in all its editions.

    Attributes:
        id: The stable id.
        title: The form's title.
        entity_types: The kinds of entities that report on it.
        editions: Its editions; each holds until the next begins.
        source: Where the form is named.
        standing: How sure we are that it exists.
        regions: The regions it speaks of; empty for all.
        archive: Whether it stands for old reports that nobody submits any more.
        phases: The phases its title names; empty where it names none and is for all.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> form = load_registry().templates["archive"]
        >>> form.edition_for(2016).edition.id
        '2009'
    """

    id: str
    title: Text
    entity_types: tuple[EntityType, ...]
    editions: tuple[Edition, ...] = field(converter=_by_age)
    source: Source
    standing: Standing = Standing.DOCUMENTED
    regions: tuple[Region, ...] = ()
    archive: bool = False
    phases: tuple[Phase, ...] = ()

    def edition_for(self, year: int, named: str | None = None) -> EditionChoice | None:
        """Choose the edition that a report of a year is read with.

        Args:
            year: The reporting year.
            named: The edition the report names; None for the latest known for the year.

        Returns:
            The choice, or None where the form has no edition for the year.
        """
        begun = [e for e in self.editions if e.first <= year and (e.last is None or year <= e.last)]
        if not begun:
            return None
        first = begun[-1].first
        own = [edition for edition in begun if edition.first == first]
        if named is None:
            return EditionChoice(own[-1])
        for edition in own:
            if edition.id == named:
                return EditionChoice(edition)
        wanted = edition_numbers(named)
        if wanted is None or not first <= wanted[0] <= year:
            return EditionChoice(own[-1], known=wanted is not None, belongs=False)
        earlier = [edition for edition in own if (edition.first, edition.revision) <= wanted]
        return EditionChoice(earlier[-1] if earlier else own[0], known=False)

    def require(self, edition: Edition, year: int) -> None:
        """Make sure that one of its editions is one that a report of a year may name.

        Raises:
            LookupError: The edition does not hold for the year.
        """
        choice = self.edition_for(year, edition.id)
        if choice is None or choice.edition.id != edition.id:
            raise LookupError(self.id, edition.id, year)

    def years(self) -> tuple[Years, ...]:
        """The spans of reporting years that its editions hold for, one for each first year."""
        firsts = sorted({edition.first for edition in self.editions})
        spans = []
        for at, first in enumerate(firsts):
            following = firsts[at + 1] - 1 if at + 1 < len(firsts) else None
            ends = [e.last for e in self.editions if e.first == first and e.last is not None]
            spans.append(
                Years(first, min([*ends, *([following] if following else [])], default=None))
            )
        return tuple(spans)
