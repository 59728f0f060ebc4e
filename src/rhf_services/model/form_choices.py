"""Which form an entity reports on for a year, and why: the answer as a value."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from rhf_services.model.faults import Params
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text


class ChoiceReason(StrEnum):
    """Why an entity reports on a form, or on none.

    Examples:
        >>> ChoiceReason("other-region").name
        'OTHER_REGION'
    """

    HOST = "host-choice"
    HOST_NOT_LOADED = "host-choice-not-loaded"
    HOST_OTHER_YEARS = "host-choice-other-years"
    ENDED = "ended"
    NOT_STARTED = "not-started"
    PART_OF = "part-of"
    KIND_UNKNOWN = "kind-unknown"
    NO_FORM_FOR_KIND = "no-form-for-kind"
    NO_EDITION = "no-edition"
    REGION_UNKNOWN = "region-unknown"
    OTHER_REGION = "other-region"
    NOT_INSTALLED = "not-installed"
    SEVERAL = "several-forms"
    ARCHIVE = "archive"
    RUNNING = "running"
    NEW = "new"
    FINAL = "final"
    FIRST_YEAR = "first-year"
    LAST_YEAR = "last-year"


class ChoiceRemark(StrEnum):
    """What else is to be said of a choice.

    Examples:
        >>> ChoiceRemark("year-not-entered").name
        'YEAR_NOT_ENTERED'
    """

    ACCEPTED = "accepted"
    START_UNKNOWN = "start-unknown"
    YEAR_NOT_ENTERED = "year-not-entered"
    SHARED = "shared"


@frozen
class FormChoice:
    """The answer: a form or none, why, and where that is written.

    Attributes:
        year: The reporting year.
        reason: Why it is this form, or none.
        source: Where that is written.
        standing: How sure we are of it.
        template: The id of the form; None where the entity itself is to report on none.
        accepted: The form that a report is read on nevertheless, where none is expected.
        through: The id of the mother service that reports for it.
        candidates: The forms that its kind and region and the year point to.
        missing: Forms that are known by name, but not installed or not for the year.
        remarks: What else is to be said.
        entity: The host's id of the entity.
        params: What the sentences need: ids, days and years.
        titles: The titles of the forms concerned, for showing; not compared.

    Examples:
        >>> from rhf_services import Entity, load_registry, which_form
        >>> entity = Entity(type="national-centre", started_year=2019)
        >>> which_form(entity, 2024, load_registry()).template
        'national-centre'
    """

    year: int
    reason: ChoiceReason
    source: Source
    standing: Standing
    template: str | None = None
    accepted: str | None = None
    through: str | None = None
    candidates: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    remarks: tuple[ChoiceRemark, ...] = ()
    entity: str | None = None
    params: Params = field(factory=dict)
    titles: Mapping[str, Text] = field(factory=dict, eq=False, repr=False)

    @property
    def expected(self) -> bool:
        """Whether a report of its own is expected, as far as can be known."""
        return self.template is not None

    @property
    def suggested(self) -> str | None:
        """The form to suggest to whoever names none; None where that would be a guess."""
        if ChoiceRemark.START_UNKNOWN in self.remarks:
            return None
        if self.reason is ChoiceReason.REGION_UNKNOWN and len(self.candidates) == 1:
            return self.candidates[0]
        return self.template or self.accepted
