"""Two ways to answer a question side by side: kind, columns, choices."""

from collections.abc import Iterator

from attrs import evolve, frozen

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import translated
from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.questions import LongText, Question, Table, TextWithChoices
from rhf_services.model.text import Text
from rhf_services.process.changes import Change, ChangeKind, moved


@frozen
class Reader:
    """Who compares: the language the texts are read in, and the two reporting years.

    Attributes:
        lang: The language.
        before: The reporting year of the form that is compared.
        after: The reporting year of the form it is compared with.

    Examples:
        >>> Reader("nb", 2023, 2024).same(Text("Tittel"), Text("Tittel"))
        True
    """

    lang: Language
    before: int
    after: int

    def same(self, before: Text | None, after: Text | None) -> bool:
        """Tell whether two texts read the same; the wording that is shown is what counts."""
        if before is None or after is None:
            return before is after
        return translated(before, self.lang) == translated(after, self.lang)


def answer_kind(question: Question) -> str:
    """Name the kind of answer a question takes.

    Examples:
        >>> answer_kind(LongText("group-assessment", group=True))
        'group-text'
    """
    match question:
        case LongText():
            return "group-text" if question.group else "text"
        case TextWithChoices():
            return "text-with-choices"
        case Table():
            return "table"
        case _:
            return "statement"


def answer_changes(before: Question, after: Question, reader: Reader) -> Iterator[Change]:
    """Compare how two forms let the same question be answered.

    Args:
        before: The question as it was.
        after: The question as it is.
        reader: Who compares.

    Examples:
        >>> [str(change.kind) for change in answer_changes(
        ...     LongText("a"), LongText("a", group=True), Reader("nb", 2023, 2024))]
        ['answer-kind']
    """
    kinds = answer_kind(before), answer_kind(after)
    if kinds[0] != kinds[1]:
        yield Change(ChangeKind.ANSWER_KIND, before=kinds[0], after=kinds[1])
    if isinstance(before, TextWithChoices) and isinstance(after, TextWithChoices):
        yield from _choice_changes(before.choices, after.choices, reader)
    if isinstance(before, Table) and isinstance(after, Table):
        yield from _table_changes(before, after, reader)


def _table_changes(before: Table, after: Table, reader: Reader) -> Iterator[Change]:
    was = {column.id: column for column in before.columns}
    now = {column.id: column for column in after.columns}
    elsewhere = moved(was, now)
    for id_, column in now.items():
        if id_ not in was:
            yield Change(ChangeKind.COLUMN_ADDED, column=id_, after=column.label)
            continue
        if id_ in elsewhere:
            yield Change(ChangeKind.COLUMN_MOVED, column=id_)
        for change in _column_changes(was[id_], column, reader):
            yield evolve(change, column=id_)
    for id_, column in was.items():
        if id_ not in now:
            yield Change(ChangeKind.COLUMN_DROPPED, column=id_, before=column.label)
    if before.with_text != after.with_text:
        beside = (ChangeKind.TABLE_TEXT_DROPPED, ChangeKind.TABLE_TEXT_ADDED)
        yield Change(beside[after.with_text])
    if before.fields != after.fields:
        standing = str(before.fields), str(after.fields)
        yield Change(ChangeKind.FIELDS_STANDING, before=standing[0], after=standing[1])
    if before.lasting != after.lasting:
        yield Change((ChangeKind.NOT_LASTING, ChangeKind.LASTING)[after.lasting])


def _column_changes(before: Column, after: Column, reader: Reader) -> Iterator[Change]:
    if not reader.same(before.label, after.label):
        yield Change(ChangeKind.COLUMN_RETITLED, before=before.label, after=after.label)
    if before.starred != after.starred:
        yield Change((ChangeKind.COLUMN_UNSTARRED, ChangeKind.COLUMN_STARRED)[after.starred])
    kinds = _column_kind(before), _column_kind(after)
    if kinds[0] != kinds[1]:
        yield Change(ChangeKind.COLUMN_KIND, before=kinds[0], after=kinds[1])
    if isinstance(before, NumberColumn) and isinstance(after, NumberColumn):
        least = before.minimum, after.minimum
        if least[0] != least[1]:
            yield Change(ChangeKind.COLUMN_LEAST, before=least[0], after=least[1])
    if isinstance(before, ChoiceColumn) and isinstance(after, ChoiceColumn):
        yield from _choice_changes(before.choices, after.choices, reader)


def _column_kind(column: Column) -> str:
    match column:
        case TextColumn():
            return "text" if column.form == "free" else column.form
        case NumberColumn():
            return "number"
        case _:
            return "choice"


def _choice_changes(before: ChoiceList, after: ChoiceList, reader: Reader) -> Iterator[Change]:
    """Compare what could be chosen in the one year with what can be in the other."""
    was = _offered(before, reader.before)
    now = _offered(after, reader.after)
    elsewhere = moved(was, now)
    for id_, choice in now.items():
        if id_ not in was:
            yield Change(ChangeKind.CHOICE_ADDED, choice=id_, after=choice.label)
            continue
        if id_ in elsewhere:
            yield Change(ChangeKind.CHOICE_MOVED, choice=id_)
        yield from _one_choice(was[id_], choice, reader)
    for id_, choice in was.items():
        if id_ not in now:
            yield Change(ChangeKind.CHOICE_DROPPED, choice=id_, before=choice.label)
    yield from _list_changes(before, after)


def _one_choice(earlier: Choice, choice: Choice, reader: Reader) -> Iterator[Change]:
    if not reader.same(earlier.label, choice.label):
        reworded = ChangeKind.CHOICE_REWORDED
        yield Change(reworded, choice=choice.id, before=earlier.label, after=choice.label)
    if earlier.offered != choice.offered:
        years = ChangeKind.CHOICE_YEARS
        yield Change(years, choice=choice.id, before=earlier.offered, after=choice.offered)


def _list_changes(before: ChoiceList, after: ChoiceList) -> Iterator[Change]:
    if before.other != after.other:
        own_words = (ChangeKind.CHOICE_OTHER_CLOSED, ChangeKind.CHOICE_OTHER_OPENED)
        yield Change(own_words[after.other])
    if before.standing != after.standing:
        standing = str(before.standing), str(after.standing)
        yield Change(ChangeKind.CHOICES_STANDING, before=standing[0], after=standing[1])
    if before.source != after.source:
        yield Change(ChangeKind.CHOICES_SOURCE, before=before.source, after=after.source)


def _offered(choices: ChoiceList, year: int) -> dict[str, Choice]:
    return {choice.id: choice for choice in choices.choices if year in choice.offered}
