"""Writing an edition file: a form as it stands, ready to be changed for another year."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rhf_services.exchange.layout import (
    ADDRESSEES,
    COLUMN_KINDS,
    COLUMNS,
    GUIDANCE,
    KINDS,
    SHEETS,
    TITLES,
    YES_AND_NO,
)
from rhf_services.exchange.tables import heading
from rhf_services.exchange.writing import SheetOut
from rhf_services.hooks import Registry
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.showing import translated
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn, Column, NumberColumn, TextColumn
from rhf_services.model.forms import Asked, Edition, Section, Template
from rhf_services.model.questions import LongText, Question, Statement, Table, TextWithChoices
from rhf_services.model.text import Text
from rhf_services.model.years import Years

Value = str | int | None
Row = dict[str, Value]
WIDTHS: Final[Mapping[str, int]] = {
    **dict.fromkeys(TITLES, 34),
    **dict.fromkeys(GUIDANCE, 60),
    "form": 32,
    "question": 28,
    "source": 34,
    "deadline": 20,
    "part_due": 20,
}


class NoEditionError(LookupError):
    """No form that was asked for has an edition for the year to begin from.

    Examples:
        >>> issubclass(NoEditionError, LookupError)
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


def edition_sheets(
    registry: Registry,
    year: int,
    from_: str,
    forms: Iterable[str] = (),
    *,
    revision: int = 0,
    lang: Language = "nb",
) -> tuple[SheetOut, ...]:
    """Write an edition file for a year, saying just what an earlier edition says.

    Args:
        registry: What is loaded.
        year: The reporting year of the new edition.
        from_: The edition to begin from.
        forms: Ids of the forms to take in; empty for all but the archive.
        revision: The number of a correction within the year; 0 for the year's first edition.
        lang: The language of headings and of words that stand for kinds.

    Raises:
        NoEditionError: None of the forms has that edition.

    Examples:
        >>> from rhf_services import load_registry
        >>> sheets = edition_sheets(load_registry(), 2026, "2024", ["national-centre"])
        >>> [sheet.name for sheet in sheets]
        ['Utgave', 'Deler', 'Spørsmål', 'Felter', 'Valg']
    """
    found = bases(registry, from_, forms)
    if not found:
        raise NoEditionError(from_)
    about: Row = {"year": year, "revision": revision or None, "from": from_}
    editions = [edition for _template, edition in found.values()]
    questions = {asked.id: asked.question for edition in editions for asked in edition}
    rows: dict[str, list[Row]] = {
        "edition": [about],
        "sections": [
            _section_row(id_, section)
            for id_, (_template, edition) in found.items()
            for section in edition.sections
        ],
        "questions": [
            _question_row(id_, section, asked, lang)
            for id_, (_template, edition) in found.items()
            for section in edition.sections
            for asked in section.asked
        ],
        "columns": [
            _column_row(question.id, column, lang)
            for question in questions.values()
            if isinstance(question, Table)
            for column in question.columns
        ],
        "choices": [
            row
            for choices in choice_lists(questions.values())
            for row in _choice_rows(choices, lang)
        ],
    }
    return tuple(_sheet(id_, rows[id_], lang) for id_ in rows)


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
    if not (from_.isascii() and from_.isdigit()):
        return next((edition for edition in template.editions if edition.id == from_), None)
    chosen = template.edition_for(int(from_))
    return chosen.edition if chosen is not None else None


def _sheet(id_: str, rows: Iterable[Row], lang: Language) -> SheetOut:
    columns = COLUMNS[id_]
    return SheetOut(
        translated(SHEETS[id_], lang),
        tuple(heading(column, lang) for column in columns),
        tuple(tuple(row.get(column) for column in columns) for row in rows),
        tuple(WIDTHS.get(column, 16) for column in columns),
    )


def _texts(prefix: str, text: Text | None) -> Iterator[tuple[str, Value]]:
    for lang in LANGUAGES:
        yield f"{prefix}_{lang}", None if text is None else translated(text, lang)


def _section_row(form: str, section: Section) -> Row:
    return {
        "form": form,
        "section": section.id,
        **dict(_texts("title", section.title)),
        **dict(_texts("guidance", section.guidance)),
    }


def _question_row(form: str, section: Section, asked: Asked, lang: Language) -> Row:
    question = asked.question
    table = question if isinstance(question, Table) else None
    return {
        "form": form,
        "section": section.id,
        "question": asked.id,
        "kind": translated(KINDS[kind_of(question)], lang),
        "to": translated(ADDRESSEES[asked.to], lang),
        "region": None if asked.region is None else str(asked.region),
        **dict(_texts("title", asked.label)),
        **dict(_texts("guidance", asked.guidance)),
        "hidden": translated(YES_AND_NO[asked.hidden], lang),
        "optional": translated(YES_AND_NO[asked.optional], lang),
        "most": None if asked.limit is None else asked.limit.most,
        "choices": question.choices.id if isinstance(question, TextWithChoices) else None,
        "text": None if table is None else translated(YES_AND_NO[table.with_text], lang),
        "carried": None if table is None else translated(YES_AND_NO[table.lasting], lang),
    }


def _column_row(question: str, column: Column, lang: Language) -> Row:
    return {
        "question": question,
        "column": column.id,
        "kind": translated(COLUMN_KINDS[column_kind_of(column)], lang),
        **dict(_texts("title", column.label)),
        "starred": translated(YES_AND_NO[column.starred], lang),
        "choices": column.choices.id if isinstance(column, ChoiceColumn) else None,
    }


def _choice_rows(choices: ChoiceList, lang: Language) -> Iterator[Row]:
    always = Years(2009)
    for choice in choices.choices:
        first = None if choice.offered == always else choice.offered.first
        yield {
            "choices": choices.id,
            "choice": choice.id,
            **dict(_texts("title", choice.label)),
            "first": first,
            "last": choice.offered.last,
            "other": translated(YES_AND_NO[choices.other], lang),
        }
