"""The account in words: what each line is about, and why it is as it is."""

from collections.abc import Mapping
from typing import Any

from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import show, shown, translated
from rhf_services.model.answers import STATE_KEYS, without_nothing
from rhf_services.model.choices import Picked
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Asked
from rhf_services.model.questions import Table
from rhf_services.model.values import text_or_none, whole_or_none
from rhf_services.process.account import Account, Fate, Line
from rhf_services.process.account_texts import FATES, FIELDS, PARTS, REASONS, SENTENCES
from rhf_services.process.trees import CAPTION_LENGTH

ACCOUNT_FORMAT = "rhf-account/1"


def fate_in_words(fate: Fate, number: int, lang: str = "nb") -> str:
    """Say what became of a number of things.

    Examples:
        >>> fate_in_words(Fate.NEEDS_A_LOOK, 2)
        'Bør ses på: 2'
    """
    return show(FATES[fate], language(lang), {"number": number})


def heading(line: Line, account: Account, lang: str = "nb") -> str:
    """Say which question or part a line is about, as the new form calls it where it can.

    Args:
        line: The line.
        account: The account it stands in.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import Report, carry_over, load_registry
        >>> old = Report({"template": "archive", "year": 2016, "answers": {"goals": "Kort kø."}})
        >>> made = carry_over(old, "national-centre", 2024, load_registry())
        >>> heading(made.account.lines[0], made.account)
        'Målsettinger'
    """
    reader = language(lang)
    part = str(line.place.pointer[0])
    question = _question_of(line)
    if question is not None:
        asked = _asked(question, account)
        title = asked.label if asked else account.titles.get(question)
        return translated(title, reader) if title else question
    section = account.edition.section({"entity": "about"}.get(part, part))
    text = section.title if section is not None else PARTS.get(part)
    return translated(text, reader) if text is not None else part


def item(line: Line, account: Account, lang: str = "nb") -> str:
    """Say in a few words what a line is about, below its heading; empty where that says it all.

    Args:
        line: The line.
        account: The account it stands in.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import Report, carry_over, load_registry
        >>> old = Report({"template": "archive", "year": 2016, "answers": {"goals": "Kort kø."}})
        >>> made = carry_over(old, "national-centre", 2024, load_registry())
        >>> item(made.account.lines[0], made.account)
        'Kort kø.'
    """
    reader = language(lang)
    pointer = line.place.pointer
    part, key = str(pointer[0]), pointer[-1]
    if part == "entity" and len(pointer) > 1:
        return _field(str(key), line, reader)
    if line.place.column is not None:
        return _column(line, account, reader)
    said = _value_in_words(line, account, reader) or line.caption
    if part not in ("people", "answers") and isinstance(key, str) and len(pointer) > 1:
        name = _part_of(key, account, reader)
        return f"{name}: {said}" if said else name
    if said is None and isinstance(key, int):
        which = {"people": "person", "answers": "row"}.get(part, "entry")
        return show(SENTENCES[which], reader, {"number": key + 1})
    return said or ""


def why(line: Line, lang: str = "nb") -> list[str]:
    """Say why a line is as it is, in a sentence for each reason.

    Args:
        line: The line.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.model.places import Place
        >>> from rhf_services.process.account import Reason
        >>> why(Line(Fate.NEEDS_A_LOOK, Place(("entity", "type")), (Reason.OTHER_KIND,), value="x"))
        ['Det nye skjemaet er laget for en annen type enhet.', 'Dette er ikke tatt med.']
    """
    reader = language(lang)
    said = [show(REASONS[reason], reader) for reason in line.reasons]
    if line.fate is Fate.NEEDS_A_LOOK and line.value is not None:
        said.append(show(SENTENCES["not-carried"], reader))
    return said


def account_document(account: Account, lang: str | None = None) -> dict[str, Any]:
    """Write an account as JSON values.

    Args:
        account: The account.
        lang: The language of the words; None for an account without.

    Returns:
        ``format``, ``from``, ``to``, ``counts`` and ``lines``; each line has ``fate``, ``place``
        (a JSON Pointer into the old report), ``question``, ``row``, ``column``, ``reasons``,
        ``to`` (a JSON Pointer into the new report, or null), ``value`` (what stood there, where
        it is not in the new report as it was; else null), and ``heading``, ``item`` and ``why``
        where a language is asked for.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Report, carry_over, load_registry
        >>> old = Report({"template": "archive", "year": 2016, "answers": {"goals": "Kort kø."}})
        >>> made = carry_over(old, "national-centre", 2024, load_registry())
        >>> account_document(made.account)["lines"][0]["value"]
        'Kort kø.'
    """
    return {
        "format": ACCOUNT_FORMAT,
        "from": dict(account.old),
        "to": {
            "template": account.template.id,
            "year": account.year,
            "edition": account.edition.id,
        },
        "counts": {str(fate): len(lines) for fate, lines in account.by_fate.items()},
        "lines": [_line(line, account, lang) for line in account.lines],
    }


def _line(line: Line, account: Account, lang: str | None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "fate": str(line.fate),
        "place": line.place.json_pointer,
        "question": line.place.question,
        "row": line.place.row,
        "column": line.place.column,
        "reasons": [str(reason) for reason in line.reasons],
        "to": line.to.json_pointer if line.to is not None else None,
        "value": line.value,
    }
    if lang is not None:
        document["heading"] = heading(line, account, lang)
        document["item"] = item(line, account, lang)
        document["why"] = why(line, lang)
    return document


def _question_of(line: Line) -> str | None:
    """Give the question a line is about; the language of an answer is about its question."""
    pointer = line.place.pointer
    return line.place.question if pointer[0] == "answers" else None


def _asked(question: str, account: Account) -> Asked | None:
    asked = account.edition.by_id.get(question)
    if asked is None and account.old_edition is not None:
        return account.old_edition.by_id.get(question)
    return asked


def _part_of(key: str, account: Account, lang: Language) -> str:
    """Name a piece of a part: a section, a question, the whole report, or its own key."""
    if key == "default":
        return show(SENTENCES["report-language"], lang)
    section = account.edition.section(key)
    asked = _asked(key, account)
    text = section.title if section else asked.label if asked else account.titles.get(key)
    return translated(text, lang) if text is not None else key


def _field(key: str, line: Line, lang: Language) -> str:
    name = show(FIELDS[key], lang) if key in FIELDS else key
    if line.caption is None:
        return name
    said = label("entity_type", line.caption, lang) if key == "type" else line.caption
    return f"{name}: {said}"


def _column(line: Line, account: Account, lang: Language) -> str:
    """Name a field that was left out of a row, and the row."""
    asked = _asked(line.place.question or "", account)
    columns = asked.question.columns if asked and isinstance(asked.question, Table) else ()
    named = next((one.label for one in columns if one.id == line.place.column), None)
    name = translated(named, lang) if named else str(line.place.column)
    value = line.value if isinstance(line.value, str) else None
    said = f"{name}: {value[:CAPTION_LENGTH]}" if value else name
    return f"{line.caption} ({said})" if line.caption and line.caption != value else said


def _value_in_words(line: Line, account: Account, lang: Language) -> str | None:
    """Say what stands in a value that is no plain text; None where a caption does as well."""
    value = line.value
    if not isinstance(value, Mapping):
        return None
    said = without_nothing(value, ("text", "tools", "rows", "yes"))
    state = next((key for key in STATE_KEYS if key in said), None)
    if state is not None:
        words = show(SENTENCES[state.replace("_", "-")], lang)
        return f"{words}: {line.caption}" if line.caption else words
    if isinstance(said.get("yes"), bool):
        words = show(SENTENCES["yes" if said["yes"] else "no"], lang)
        return f"{words}. {line.caption}" if line.caption else words
    asked = _asked(line.place.question or "", account)
    if line.caption is None and asked is not None and isinstance(asked.question, Table):
        return _row_in_words(value, asked.question, lang)
    return None


def _row_in_words(row: Mapping[str, Any], table: Table, lang: Language) -> str | None:
    said = []
    for column in table.columns:
        raw = row.get(column.id)
        picked = Picked.read(raw) if isinstance(column, ChoiceColumn) else None
        number = whole_or_none(raw)
        if picked is not None and isinstance(column, ChoiceColumn):
            text = column.choices.label_of(picked.id) if picked.id else None
            said.append(translated(text, lang) if text else str(picked.id or picked.other))
        elif number is not None:
            said.append(shown(number, lang, "year" if column.id == "year" else ""))
        elif text_or_none(raw) is not None:
            said.append(str(raw))
    choice = bool(said) and isinstance(table.columns[0], ChoiceColumn)
    words = f"{said[0]}: {' '.join(said[1:])}" if choice and len(said) > 1 else ", ".join(said)
    return words[:CAPTION_LENGTH] if words else None
