"""A difference in words: one plain sentence for each change, in the reader's language."""

from collections.abc import Iterator

from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.names import in_words, label
from rhf_services.i18n.showing import show, translated
from rhf_services.i18n.speech import cite, in_quotes
from rhf_services.model.choices import ChoiceList
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Asked
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.model.sources import Quotation, Source
from rhf_services.model.text import Text
from rhf_services.model.years import Years
from rhf_services.process.changes import Change, ChangeKind, Value
from rhf_services.process.comparison import Difference, Stand
from rhf_services.process.difference_texts import CHANGES, KINDS, SENTENCES


def change_in_words(change: Change, found: Difference, lang: str = "nb") -> str:
    """Say a change in one sentence.

    Args:
        change: The change.
        found: The difference it belongs to.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> change_in_words(found.of_the_form[1], found)
        '«Vitenskapelige artikler»: skjemaet ber nå om inntil fem.'
    """
    reader = language(lang)
    params = {
        "section": in_quotes(section_title(change.section, found, reader), reader),
        "question": in_quotes(_question(change.question, found, reader), reader),
        "column": in_quotes(_column(change, found, reader), reader),
        "choice": in_quotes(_choice(change, found, reader), reader),
        "before": _value(change.before, change.kind, reader),
        "after": _value(change.after, change.kind, reader),
        "limit": _limit(change.question, found, reader),
    }
    return show(CHANGES[change.kind], reader, params)


def wording(change: Change, lang: str = "nb") -> Iterator[str]:
    """Give the old and the new text of what was reworded, where it is too long for the sentence.

    Args:
        change: The change.
        lang: The reader's language.

    Examples:
        >>> reworded = Change(ChangeKind.GUIDANCE_REWORDED, before=Text("A"), after=Text("B"))
        >>> list(wording(reworded))
        ['Før: A', 'Nå: B']
    """
    reader = language(lang)
    if "guidance" in change.kind:
        for which, text in (("before", change.before), ("after", change.after)):
            if isinstance(text, Text):
                yield show(SENTENCES[which], reader, {"text": translated(text, reader)})


def section_title(section: str | None, found: Difference, lang: Language) -> str:
    """Name a section, as the later form calls it where it has it.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> section_title("activity", found, "nn")
        'Aktivitet'
    """
    for edition in (found.after.edition, found.before.edition):
        known = edition.section(section) if section else None
        if known is not None:
            return translated(known.title, lang)
    return section or ""


def part_in_words(change: Change, found: Difference, lang: str = "nb") -> str:
    """Name the section or question that a change is about, in quotation marks.

    Args:
        change: The change.
        found: The difference it belongs to.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> part_in_words(found.changes[0], found)
        '«Vitenskapelige artikler»'
    """
    reader = language(lang)
    if change.question is not None:
        return in_quotes(_question(change.question, found, reader), reader)
    return in_quotes(section_title(change.section, found, reader), reader)


def ground_in_words(change: Change, lang: str = "nb") -> tuple[str, str]:
    """Say what a question rested on before, and what it rests on now.

    Args:
        change: A change of standing or source.
        lang: The reader's language.

    Examples:
        >>> ground_in_words(Change(ChangeKind.STANDING, before="proposed", after="documented"))
        ('vårt forslag', 'står i et dokument')
    """
    reader = language(lang)
    before, after = (_value(one, change.kind, reader) for one in (change.before, change.after))
    return before, after


def about_in_words(found: Difference, lang: str = "nb") -> Iterator[str]:
    """Say what is compared: the forms, and which editions stand in for years without their own.

    Args:
        found: The difference.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2024, 2026)
        >>> list(about_in_words(found))[1]
        '2026 har ingen egen utgave; utgaven 2024 gjelder fortsatt.'
    """
    reader = language(lang)
    before, after = found.before, found.after
    first, last = _named(before), _named(after)
    titles = [translated(one.template.title, reader) for one in (before, after)]
    years = {"first_year": first, "last_year": last}
    if before.template.id == after.template.id:
        yield show(SENTENCES["title"], reader, {"template": titles[0], **years})
    else:
        params = {"before": titles[0], "after": titles[1], **years}
        yield show(SENTENCES["title-two"], reader, params)
    for one in (before, after) if before != after else (before,):
        if not one.own:
            params = {"year": str(one.year), "edition": one.edition.id}
            yield show(SENTENCES["holds"], reader, params)


def quotation_in_words(quotation: Quotation, found: Difference, lang: str = "nb") -> str:
    """Quote a document, and say that the comparison does not prove it.

    Args:
        quotation: What the document says.
        found: The difference it stands beside.
        lang: The reader's language; the quotation itself is never translated.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> quotation_in_words(found.quotations[0], found).partition(" (")[0]
        'Dokumentet sier selv: «For 2024: Ingen nye spørsmål»'
    """
    reader = language(lang)
    params = {"quotation": f"«{quotation.words}»"}
    source = cite(quotation.source, reader)
    said = [f"{show(SENTENCES['quoted'], reader, params)} ({source})."]
    said.append(show(SENTENCES["not-proved"], reader))
    if found.same_edition:
        said.append(show(SENTENCES["one-edition"], reader))
    said += [
        show(SENTENCES["inferred"], reader, {"first_year": one.edition.first})
        for one in (found.before, found.after)
        if one.edition.source == quotation.source
    ]
    return " ".join(said)


def _named(one: Stand) -> str:
    """Name an edition by its year, or by its id where it is a correction."""
    return one.edition.id if one.own else str(one.year)


def _question(question: str | None, found: Difference, lang: Language) -> str:
    asked = _asked(question, found)
    return translated(asked.label, lang) if asked else question or ""


def _limit(question: str | None, found: Difference, lang: Language) -> str:
    asked = _asked(question, found)
    return in_words(asked.limit.most, lang) if asked and asked.limit else ""


def _asked(question: str | None, found: Difference) -> Asked | None:
    later = found.after.edition.by_id.get(question or "")
    return later or found.before.edition.by_id.get(question or "")


def _column(change: Change, found: Difference, lang: Language) -> str:
    if isinstance(change.after or change.before, Text) and change.choice is None:
        text = change.after or change.before
        return translated(text, lang) if isinstance(text, Text) else ""
    asked = _asked(change.question, found)
    columns = asked.question.columns if asked and isinstance(asked.question, Table) else ()
    named = next((one.label for one in columns if one.id == change.column), None)
    return translated(named, lang) if named else change.column or ""


def _choice(change: Change, found: Difference, lang: Language) -> str:
    text = change.after or change.before
    if isinstance(text, Text):
        return translated(text, lang)
    asked = _asked(change.question, found)
    listed = _choices(asked, change.column)
    named = listed.label_of(change.choice) if listed and change.choice else None
    return translated(named, lang) if named else change.choice or ""


def _choices(asked: Asked | None, column: str | None) -> ChoiceList | None:
    question = asked.question if asked else None
    if isinstance(question, TextWithChoices):
        return question.choices
    columns = question.columns if isinstance(question, Table) else ()
    found = (one for one in columns if isinstance(one, ChoiceColumn) and one.id == column)
    return next((one.choices for one in found), None)


def _value(value: Value, kind: ChangeKind, lang: Language) -> str:
    match value:
        case Text():
            return in_quotes(translated(value, lang), lang)
        case Source():
            return cite(value, lang)
        case Years():
            params = {"first_year": value.first, "last_year": value.last or 0}
            return show(SENTENCES["from-year" if value.last is None else "years"], lang, params)
        case int():
            return str(value) if kind is ChangeKind.LIMIT_YEAR else in_words(value, lang)
        case None:
            return show(SENTENCES["nothing"], lang)
        case _:
            if value in KINDS:
                return show(KINDS[value], lang)
            return label("region" if kind is ChangeKind.REGION else "standing", value, lang)
