"""What an edition file is made from: the editions that stand, and the kinds of what they ask."""

import re
from collections.abc import Iterable

from rhf_services.hooks import Registry
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.forms import Edition, Template
from rhf_services.model.questions import LongText, Question, Statement, Table, TextWithChoices


class NoBaseError(LookupError):
    """No form that was asked for has an edition for the year to begin from.

    Examples:
        >>> issubclass(NoBaseError, LookupError)
        True
    """


def bases(
    registry: Registry, from_: str, forms: Iterable[str] = ()
) -> dict[str, tuple[Template, Edition]]:
    """Give the editions that a file is made from, by the id of the form.

    Args:
        registry: What is loaded.
        from_: The id of an edition, such as 2024.1, or a year, which stands for the latest
            edition that holds for it.
        forms: Ids of forms; empty for all but the archive.

    Examples:
        >>> from rhf_services import load_registry
        >>> list(bases(load_registry(), "2024", ["national-centre"]))
        ['national-centre']
    """
    wanted = tuple(forms)
    found = {}
    for id_, template in registry.templates.items():
        if id_ in wanted or (not wanted and not template.archive):
            edition = _base(template, from_)
            if edition is not None:
                found[id_] = (template, edition)
    return found


def is_known(registry: Registry, from_: str) -> bool:
    """Tell whether some form has an edition of its own by that name, to build on.

    Args:
        registry: What is loaded.
        from_: The id of an edition, such as 2024.1, or the year it begins in.

    Examples:
        >>> from rhf_services import load_registry
        >>> is_known(load_registry(), "2024"), is_known(load_registry(), "2029")
        (True, False)
    """
    editions = [edition for form in registry.templates.values() for edition in form.editions]
    year = _year(from_)
    if year is not None:
        return any(edition.first == year for edition in editions)
    return any(edition.id == from_ for edition in editions)


def choice_lists(questions: Iterable[Question]) -> tuple[ChoiceList, ...]:
    """Give the choice lists that questions use, each once.

    Examples:
        >>> from rhf_services.forms.evaluation import TREATMENT_QUALITY
        >>> [choices.id for choices in choice_lists([TREATMENT_QUALITY])]
        ['quality-tools']
    """
    found: dict[str, ChoiceList] = {}
    for question in questions:
        if isinstance(question, TextWithChoices):
            found.setdefault(question.choices.id, question.choices)
        elif isinstance(question, Table):
            for column in question.columns:
                if isinstance(column, ChoiceColumn):
                    found.setdefault(column.choices.id, column.choices)
    return tuple(found.values())


def kind_of(question: Question) -> str:
    """Give the id of the kind of a question.

    Examples:
        >>> kind_of(LongText("equal-access"))
        'text'
    """
    match question:
        case LongText():
            return "text"
        case TextWithChoices():
            return "text-and-choices"
        case Table():
            return "table"
        case Statement():
            return "statement"


def column_kind_of(column: Column) -> str:
    """Give the id of the kind of a column.

    Examples:
        >>> from rhf_services.model.text import Text
        >>> column_kind_of(NumberColumn("count", Text("Antall"), minimum=0))
        'count'
    """
    match column:
        case TextColumn():
            return "text" if column.form == "free" else column.form
        case NumberColumn():
            return "number" if column.minimum is None else "count"
        case ChoiceColumn():
            return "choice"


def _base(template: Template, from_: str) -> Edition | None:
    year = _year(from_)
    if year is None:
        return next((edition for edition in template.editions if edition.id == from_), None)
    chosen = template.edition_for(year)
    return chosen.edition if chosen is not None else None


def _year(from_: str) -> int | None:
    return int(from_) if re.fullmatch("[0-9]{4}", from_) else None
