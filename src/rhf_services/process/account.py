"""The account of a carrying over: one line for everything that stood in the old report."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import field, frozen

from rhf_services.model.forms import Edition, Template
from rhf_services.model.places import Place
from rhf_services.model.report import Report
from rhf_services.model.text import Text


class Fate(StrEnum):
    """What became of something that stood in the old report.

    ``carried``: it stands in the new report. ``beside``: it is shown beside the question in the
    new form, and never filled in. ``needs-a-look``: somebody should look at it; what stands in
    the line's value was not carried. ``no-place``: the new report has no place for it.

    Examples:
        >>> Fate("needs-a-look").name
        'NEEDS_A_LOOK'
    """

    CARRIED = "carried"
    BESIDE = "beside"
    NEEDS_A_LOOK = "needs-a-look"
    NO_PLACE = "no-place"


class Reason(StrEnum):
    """Why something was not simply carried over, or why it needs a look.

    Examples:
        >>> Reason("ended").name
        'ENDED'
    """

    OF_THAT_YEAR = "of-that-year"
    DESCRIPTION = "description"
    NOT_ASKED = "not-asked"
    UNKNOWN_QUESTION = "unknown-question"
    NO_SECTION = "no-section"
    UNREADABLE = "unreadable"
    EMPTY_ROW = "empty-row"
    SAME_ID = "same-id"
    UNKNOWN_COLUMN = "unknown-column"
    CHOICE_NOT_HERE = "choice-not-here"
    CHOICE_RETIRED = "choice-retired"
    ENDED = "ended"
    ROLE_NOT_HERE = "role-not-here"
    UNKNOWN_ROLE = "unknown-role"
    OTHER_KIND = "other-kind"
    UNKNOWN_KEY = "unknown-key"
    HOSTS_OWN = "hosts-own"


@frozen
class Line:
    """What became of one thing.

    Attributes:
        fate: What became of it.
        place: Where it stood in the old report.
        reasons: Why; empty where it was simply carried over.
        to: Where it stands in the new report, or beside what it is shown there; None for nowhere.
        value: What stood there, where it does not stand in the new report as it was; read only.
        caption: A few words by which people know a row or a person.

    Examples:
        >>> Line(Fate.BESIDE, Place(("answers", "goals"), "goals"), value="Kortere ventetid.")
        Line(fate=<Fate.BESIDE: 'beside'>, place=Place(pointer=('answers', 'goals'), question='goals', row=None, column=None), reasons=(), to=None)
    """  # noqa: E501

    fate: Fate
    place: Place
    reasons: tuple[Reason, ...] = ()
    to: Place | None = None
    value: Any = field(default=None, repr=False)
    caption: str | None = field(default=None, repr=False)


@frozen
class Account:
    """What became of everything in an old report.

    Attributes:
        old: What the old report called itself: format, template, year, edition, as they stood.
        template: The form of the new report.
        edition: Its edition.
        year: Its reporting year.
        lines: One line for every answer, row, person, part and unknown key, in a fixed order.
        old_edition: The edition the old report was made on, where its form is loaded.
        titles: Titles of forms, and of questions that the new form does not ask, by id.

    Examples:
        >>> from rhf_services import Report, carry_over, load_registry
        >>> old = Report({"template": "archive", "year": 2016, "answers": {"goals": "Kort kø."}})
        >>> account = carry_over(old, "national-treatment-service", 2024, load_registry()).account
        >>> [(str(line.fate), line.place.question) for line in account.lines]
        [('no-place', 'goals')]
    """

    old: Mapping[str, Any] = field(repr=False)
    template: Template = field(repr=False)
    edition: Edition = field(repr=False)
    year: int
    lines: tuple[Line, ...]
    old_edition: Edition | None = field(default=None, repr=False)
    titles: Mapping[str, Text] = field(factory=dict, repr=False)

    @cached_property
    def by_fate(self) -> Mapping[Fate, tuple[Line, ...]]:
        """The lines of each fate, in their order; every fate has its own, if only an empty one."""
        return {
            fate: tuple(line for line in self.lines if line.fate is fate) for fate in tuple(Fate)
        }


@frozen
class CarriedOver:
    """A new report, and the account of what became of the old one.

    Attributes:
        report: The new report.
        account: The account.

    Examples:
        >>> from rhf_services import Report, carry_over, load_registry
        >>> made = carry_over(Report({}), "national-centre", 2024, load_registry())
        >>> made.report.year, made.account.lines
        (2024, ())
    """

    report: Report
    account: Account
