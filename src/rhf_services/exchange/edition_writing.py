"""Writing an edition file: a form as it stands, ready to be changed for another year."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from rhf_services.exchange.edition_bases import (
    NoBaseError,
    bases,
    choice_lists,
    column_kind_of,
    is_known,
    kind_of,
)
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
from rhf_services.model.columns import ChoiceColumn, Column
from rhf_services.model.forms import Asked, Section
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.model.regions import REGIONS
from rhf_services.model.text import Text
from rhf_services.model.years import Years

Value = str | int | None
Row = dict[str, Value]
WIDTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(TITLES, 34),
        **dict.fromkeys(GUIDANCE, 60),
        "form": 32,
        "question": 28,
        "source": 34,
        "deadline": 20,
        "part_due": 20,
    }
)


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
        NoBaseError: None of the forms has that edition.

    Examples:
        >>> from rhf_services import load_registry
        >>> sheets = edition_sheets(load_registry(), 2026, "2024", ["national-centre"])
        >>> [sheet.name for sheet in sheets]
        ['Utgave', 'Deler', 'Spørsmål', 'Felter', 'Valg']
    """
    wanted = tuple(forms)
    found = bases(registry, from_, wanted)
    if revision and not wanted:  # only what begins in the year can be corrected
        found = {
            id_: (template, base)
            for id_, (template, base) in found.items()
            if any(edition.first == year for edition in template.editions)
        }
    if not found or not is_known(registry, from_):
        raise NoBaseError(from_)
    ids = {base.id for _template, base in found.values()}
    cycle = registry.cycles.get(year)
    about: Row = {
        "year": year,
        "revision": revision or None,
        "from": ids.pop() if len(ids) == 1 else from_,
        "deadline": _moment(cycle.deadline) if cycle else None,
        "part_due": _moment(cycle.part_due) if cycle else None,
    }
    editions = [edition for _template, edition in found.values()]
    questions = [asked.question for edition in editions for asked in edition]
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
            _column_row(id_, asked.id, column, lang)
            for id_, (_template, edition) in found.items()
            for asked in edition
            if isinstance(asked.question, Table)
            for column in asked.question.columns
        ],
        "choices": [
            row for choices in choice_lists(questions) for row in _choice_rows(choices, lang)
        ],
    }
    return tuple(_sheet(id_, rows[id_], lang) for id_ in rows)


def _moment(moment: date | None) -> str | None:
    if isinstance(moment, datetime):
        return f"{moment:%d.%m.%Y %H:%M}"
    return None if moment is None else f"{moment:%d.%m.%Y}"


def _sheet(id_: str, rows: Iterable[Row], lang: Language) -> SheetOut:
    columns = COLUMNS[id_]
    return SheetOut(
        translated(SHEETS[id_], lang),
        tuple(heading(column, lang) for column in columns),
        tuple(tuple(row.get(column) for column in columns) for row in rows),
        tuple(WIDTHS.get(column, 16) for column in columns),
        {
            at: offered
            for at, column in enumerate(columns)
            if (offered := _offered(id_, column, lang))
        },
    )


def _offered(sheet: str, column: str, lang: Language) -> tuple[str, ...]:
    """Give the words that a column takes, to be picked from a list; empty for any."""
    kinds: Mapping[Any, Text] = COLUMN_KINDS if sheet == "columns" else KINDS
    known: dict[str, Mapping[Any, Text]] = {
        "kind": kinds,
        "to": ADDRESSEES,
        **dict.fromkeys(("hidden", "optional", "text", "carried", "starred", "other"), YES_AND_NO),
    }
    words = tuple(translated(text, lang) for text in known.get(column, {}).values())
    ids = {"region": tuple(str(region) for region in REGIONS)}
    return ids.get(column, words)


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


def _column_row(form: str, question: str, column: Column, lang: Language) -> Row:
    return {
        "form": form,
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
