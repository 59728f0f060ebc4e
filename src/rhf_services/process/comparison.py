"""What changed between two editions of a form, or between two forms."""

from collections.abc import Iterator

from attrs import frozen

from rhf_services.i18n.languages import Language, language
from rhf_services.model.forms import Edition, Template
from rhf_services.model.sources import Quotation
from rhf_services.process.changes import Change
from rhf_services.process.comparing import edition_changes
from rhf_services.process.comparing_answers import Reader


class NoEditionError(LookupError):
    """A form has no edition for a year, or none with the id that was asked for.

    Examples:
        >>> issubclass(NoEditionError, LookupError)
        True
    """


@frozen
class Stand:
    """A form as it stands in a reporting year.

    Attributes:
        template: The form.
        edition: The edition that holds.
        year: The reporting year it is looked at in.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> stand(load_registry().templates["national-centre"], 2026).own
        False
    """

    template: Template
    edition: Edition
    year: int

    @property
    def own(self) -> bool:
        """Whether the year has an edition of its own, or an earlier one still holds."""
        return self.edition.first == self.year


@frozen
class Difference:
    """What changed from one edition to another.

    Attributes:
        before: The form that is compared.
        after: The form it is compared with.
        changes: What changed, in the order the later form is read.
        quotations: What documents themselves say of the years between; nothing we have proved.
        lang: The language the texts were compared in.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> difference(load_registry().templates["archive"], 2012, 2016).same_edition
        True
    """

    before: Stand
    after: Stand
    changes: tuple[Change, ...]
    quotations: tuple[Quotation, ...]
    lang: Language

    @property
    def same_edition(self) -> bool:
        """Whether both years are answered on one and the same edition."""
        return self.before.edition is self.after.edition

    @property
    def of_the_form(self) -> tuple[Change, ...]:
        """The changes of the form itself, without those of what we know about it."""
        return tuple(change for change in self.changes if not change.kind.about_ground)

    @property
    def of_the_ground(self) -> tuple[Change, ...]:
        """The changes of what we know about the form, and not of the form itself."""
        return tuple(change for change in self.changes if change.kind.about_ground)


def difference(
    template: Template,
    before: int | str,
    after: int | str,
    lang: str = "nb",
    *,
    other: Template | None = None,
) -> Difference:
    """Tell what changed between two editions of a form, or between two forms.

    Texts are compared as they are shown in a language, so that wording which differs only in
    nynorsk is seen by whoever reads nynorsk.

    Args:
        template: The form.
        before: A reporting year, or the id of an edition (``2024.1``).
        after: A reporting year, or the id of an edition.
        lang: The language to compare the texts in: nb, nn or en.
        other: The form that ``after`` is an edition of; by default the same one.

    Returns:
        The changes, and the editions that were compared: a year without an edition of its own is
        answered with the one that holds.

    Raises:
        NoEditionError: There is no such edition.
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import load_registry
        >>> forms = load_registry().templates
        >>> found = difference(forms["national-treatment-service"], 2023, 2024)
        >>> for change in found.of_the_form:
        ...     print(change.kind, change.question)
        guidance-reworded scientific-articles
        limit-set scientific-articles
        guidance-reworded research-projects
        limit-set research-projects
        >>> found.quotations[0].words
        'For 2024: Ingen nye spørsmål'
    """
    reader = language(lang)
    was = stand(template, before)
    now = stand(other or template, after)
    changes = edition_changes(was.edition, now.edition, Reader(reader, was.year, now.year))
    return Difference(was, now, tuple(changes), tuple(_said_between(was, now)), reader)


def stand(template: Template, named: int | str) -> Stand:
    """Find the edition that a year or an id means.

    A year means the latest correction known for it; ``2024.0`` means the form before any.

    Args:
        template: The form.
        named: A reporting year, or the id of an edition.

    Raises:
        NoEditionError: There is no such edition.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> stand(load_registry().templates["archive"], "2016").edition.id
        '2009'
    """
    year, dot, revision = str(named).strip().partition(".")
    if not _is_number(year) or (dot and not _is_number(revision)):
        raise NoEditionError(template.id, str(named))
    if not dot:
        chosen = template.edition_for(int(year))
        if chosen is None:
            raise NoEditionError(template.id, str(named))
        return Stand(template, chosen.edition, int(year))
    wanted = int(year), int(revision)
    for edition in template.editions:
        if (edition.first, edition.revision) == wanted:
            return Stand(template, edition, edition.first)
    raise NoEditionError(template.id, str(named))


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 6


def _said_between(before: Stand, after: Stand) -> Iterator[Quotation]:
    """Give what documents say of the years that the comparison spans, each once."""
    if before.template.id != after.template.id:
        return
    first, last = sorted((before.year, after.year))
    said = {one: None for edition in after.template.editions for one in edition.said}
    yield from (one for one in said if first < one.year <= last)
