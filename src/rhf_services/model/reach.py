"""How far a rule reaches: which questions of a form it can speak about, and who hears it there."""

from collections.abc import Callable

from attrs import frozen

from rhf_services.model.forms import Addressee, Asked, Edition, Section, Template
from rhf_services.model.questions import Statement, Table, TextWithChoices


@frozen
class AskedAt:
    """A question where a form puts it, in a reporting year.

    Attributes:
        asked: The question, as the form puts it.
        section: The part of the form that asks it.
        year: The reporting year.

    Examples:
        >>> from rhf_services.forms.evaluation import reporting_feedback
        >>> from rhf_services.forms.sections import evaluation
        >>> feedback = reporting_feedback()
        >>> AskedAt(feedback, evaluation(feedback), 2024).asked.hidden
        True
    """

    asked: Asked
    section: Section
    year: int

    @property
    def table(self) -> Table | None:
        """The question, where it is a table."""
        return self.asked.question if isinstance(self.asked.question, Table) else None

    @property
    def to_group(self) -> bool:
        """Whether it is put to the reference group."""
        return self.asked.to is Addressee.GROUP


@frozen
class Reach:
    """Where a rule can speak. The check says where it does; this says where it may.

    Attributes:
        about: Tells whether the rule can speak about a question.
        elsewhere: Whether it can speak about something else than a question, too.
        heard_by: Gives who may be spoken to at a question, as ids; None for the rule's audience.
        on_form: Tells whether it can speak on a form at all, where that does not follow from the
            questions; None where it does.

    Examples:
        >>> Reach(every_question).elsewhere
        False
    """

    about: Callable[[AskedAt], bool]
    elsewhere: bool = False
    heard_by: Callable[[AskedAt], tuple[str, ...]] | None = None
    on_form: Callable[[Template, Edition], bool] | None = None


def every_question(_at: AskedAt) -> bool:
    """Tell that a rule can speak about every question.

    Examples:
        >>> from rhf_services.forms.evaluation import reporting_feedback
        >>> from rhf_services.forms.sections import evaluation
        >>> feedback = reporting_feedback()
        >>> every_question(AskedAt(feedback, evaluation(feedback), 2024))
        True
    """
    return True


def no_question(_at: AskedAt) -> bool:
    """Tell that a rule can speak about no question.

    Examples:
        >>> from rhf_services.forms.evaluation import reporting_feedback
        >>> from rhf_services.forms.sections import evaluation
        >>> feedback = reporting_feedback()
        >>> no_question(AskedAt(feedback, evaluation(feedback), 2024))
        False
    """
    return False


def every_table(at: AskedAt) -> bool:
    """Tell whether a question is a table.

    Examples:
        >>> from rhf_services.forms.evaluation import reporting_feedback
        >>> from rhf_services.forms.sections import evaluation
        >>> feedback = reporting_feedback()
        >>> every_table(AskedAt(feedback, evaluation(feedback), 2024))
        False
    """
    return at.table is not None


def answered_with_an_object(at: AskedAt) -> bool:
    """Tell whether an answer to the question may be an object with parts of its own.

    Examples:
        >>> from rhf_services.forms.evaluation import reporting_feedback
        >>> from rhf_services.forms.sections import evaluation
        >>> feedback = reporting_feedback()
        >>> answered_with_an_object(AskedAt(feedback, evaluation(feedback), 2024))
        False
    """
    kinds = isinstance(at.asked.question, TextWithChoices | Statement)
    return kinds or (at.table is not None and at.table.with_text)
