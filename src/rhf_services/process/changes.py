"""What can change between two editions of a form: the closed set, as data without words."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from rhf_services.model.sources import Source
from rhf_services.model.text import Text
from rhf_services.model.years import Years

Value = Text | Source | Years | str | int | None
"""What stood before or stands after: a text, a source, a span of years, an id, a number."""


class ChangeKind(StrEnum):
    """The closed set of changes.

    Examples:
        >>> ChangeKind("question-added").name
        'QUESTION_ADDED'
    """

    SECTION_ADDED = "section-added"
    SECTION_DROPPED = "section-dropped"
    SECTION_MOVED = "section-moved"
    SECTION_RETITLED = "section-retitled"
    SECTION_GUIDANCE_ADDED = "section-guidance-added"
    SECTION_GUIDANCE_DROPPED = "section-guidance-dropped"
    SECTION_GUIDANCE_REWORDED = "section-guidance-reworded"
    SECTION_TAB = "section-tab"
    SECTION_STANDING = "section-standing"
    SECTION_SOURCE = "section-source"
    QUESTION_ADDED = "question-added"
    QUESTION_DROPPED = "question-dropped"
    QUESTION_MOVED = "question-moved"
    QUESTION_TO_SECTION = "question-to-section"
    QUESTION_RETITLED = "question-retitled"
    GUIDANCE_ADDED = "guidance-added"
    GUIDANCE_DROPPED = "guidance-dropped"
    GUIDANCE_REWORDED = "guidance-reworded"
    HIDDEN = "hidden"
    SHOWN = "shown"
    OPTIONAL = "optional"
    AWAITED = "awaited"
    ADDRESSEE = "addressee"
    REGION = "region"
    BESIDE_ADDED = "beside-added"
    BESIDE_DROPPED = "beside-dropped"
    LIMIT_SET = "limit-set"
    LIMIT_LIFTED = "limit-lifted"
    LIMIT_CHANGED = "limit-changed"
    LIMIT_YEAR = "limit-year"
    ANSWER_KIND = "answer-kind"
    TABLE_TEXT_ADDED = "table-text-added"
    TABLE_TEXT_DROPPED = "table-text-dropped"
    LASTING = "lasting"
    NOT_LASTING = "not-lasting"
    COLUMN_ADDED = "column-added"
    COLUMN_DROPPED = "column-dropped"
    COLUMN_MOVED = "column-moved"
    COLUMN_RETITLED = "column-retitled"
    COLUMN_STARRED = "column-starred"
    COLUMN_UNSTARRED = "column-unstarred"
    COLUMN_KIND = "column-kind"
    COLUMN_LEAST = "column-least"
    CHOICE_ADDED = "choice-added"
    CHOICE_DROPPED = "choice-dropped"
    CHOICE_MOVED = "choice-moved"
    CHOICE_REWORDED = "choice-reworded"
    CHOICE_YEARS = "choice-years"
    CHOICE_OTHER_OPENED = "choice-other-opened"
    CHOICE_OTHER_CLOSED = "choice-other-closed"
    FIELDS_STANDING = "fields-standing"
    CHOICES_STANDING = "choices-standing"
    CHOICES_SOURCE = "choices-source"
    STANDING = "standing"
    SOURCE = "source"

    @property
    def about_ground(self) -> bool:
        """Whether only what we know of the form changed, and not the form itself."""
        return self in _GROUND


_GROUND = frozenset(
    {
        ChangeKind.SECTION_STANDING,
        ChangeKind.SECTION_SOURCE,
        ChangeKind.FIELDS_STANDING,
        ChangeKind.CHOICES_STANDING,
        ChangeKind.CHOICES_SOURCE,
        ChangeKind.STANDING,
        ChangeKind.SOURCE,
    }
)


@frozen
class Change:
    """One thing that is not as it was.

    Attributes:
        kind: What changed.
        section: The id of the section, as the later form has it.
        question: The id of the question, where it is about one.
        column: The id of the column, where it is about one.
        choice: The id of the choice, where it is about one.
        before: What stood before, or None.
        after: What stands now, or None.

    Examples:
        >>> Change(ChangeKind.LIMIT_SET, "activity", "teaching", after=5).kind.about_ground
        False
    """

    kind: ChangeKind
    section: str | None = None
    question: str | None = None
    column: str | None = None
    choice: str | None = None
    before: Value = None
    after: Value = None


def moved(before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    """Name the fewest ids that would have to move to turn one order into another.

    Ids that stand in only one of the two are left out.

    Args:
        before: The ids in their order.
        after: The same ids, in another order.

    Examples:
        >>> sorted(moved("abcd", "dabc"))
        ['d']
    """
    places = {id_: at for at, id_ in enumerate(before)}
    common = [id_ for id_ in after if id_ in places]
    ends: list[int] = []
    last: list[str] = []
    earlier: dict[str, str | None] = {}
    for id_ in common:
        at = bisect_left(ends, places[id_])
        earlier[id_] = last[at - 1] if at else None
        ends[at : at + 1] = [places[id_]]
        last[at : at + 1] = [id_]
    staying = set()
    here = last[-1] if last else None
    while here is not None:
        staying.add(here)
        here = earlier[here]
    return frozenset(common) - staying
