"""The answers of a report, each as its kind is read; what cannot be read stands as it came."""

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from rhf_services.i18n.names import label
from rhf_services.model.answers import State, YesNo
from rhf_services.model.choices import Picked
from rhf_services.model.forms import Asked, Section
from rhf_services.model.questions import LongText, Statement, Table, TextWithChoices
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.document import Block, Listing, Mark, Marks, Paragraph
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.report_tables import table_blocks
from rhf_services.render.text import Run, runs
from rhf_services.render.values import as_it_came, picked_in_words, written
from rhf_services.render.words import word


def answer_blocks(asked: Asked, section: Section | None, shown: ReportShown) -> tuple[Block, ...]:
    """Show the answer to a question, or how the question stands.

    Args:
        asked: The question.
        section: The part that asks it, or None where this form does not.
        shown: The report that is shown.

    Examples:
        >>> answer_blocks.__name__
        'answer_blocks'
    """
    raw = shown.report.answers.get(asked.id)
    state = asked.question.state(raw)
    lang = shown.lang
    match state:
        case State.GIVEN:
            return tuple(_given(asked, raw, shown))
        case State.MISSING:
            told = _said_for_all(section, shown) or word("report", "not-answered", lang)
            return (_stands(told), *_rest(asked, raw, shown))
        case State.NOT_APPLICABLE:
            said = label("form-word", "not-applicable", lang)
            return (_stands(said), *_reason(asked, raw, shown))
        case State.CONFIRMED_EMPTY:
            return (_stands(label("form-word", "nothing-to-report", lang)),)
        case State.NOT_RECEIVED:
            return (_stands(label("form-word", "not-received", lang)),)
        case State.UNREADABLE:
            if not shown.inside:
                return (_stands(word("report", "not-answered", lang)),)
            told = word("report", "unreadable", lang)
            return (_stands(told), Paragraph((as_it_came(raw),), "answer"))
        case _:
            assert_never(state)


def _stands(text: str) -> Marks:
    return Marks((Mark("state", runs(text)),))


def _said_for_all(section: Section | None, shown: ReportShown) -> str | None:
    """Give the word that was said for the whole part, where a question has none of its own."""
    state = shown.report.section_state(section.id) if section is not None else State.MISSING
    if state is State.NOT_APPLICABLE:
        return label("form-word", "not-applicable", shown.lang)
    if state is State.CONFIRMED_EMPTY:
        return label("form-word", "nothing-to-report", shown.lang)
    return None


def _reason(asked: Asked, raw: Any, shown: ReportShown) -> Iterator[Block]:
    reason = text_or_none(raw.get("not_applicable")) if isinstance(raw, Mapping) else None
    if reason is not None and shown.inside:
        told = word("page", "reason", shown.lang)
        yield Paragraph(runs(f"{told}: ", written(reason, shown.language_of(asked.id))))


def _given(asked: Asked, raw: Any, shown: ReportShown) -> Iterator[Block]:
    question = asked.question
    match question:
        case LongText():
            yield _written(str(raw), asked, shown)
        case TextWithChoices():
            read = question.read(raw)
            if read is not None and read.text is not None:
                yield _written(read.text, asked, shown)
            chosen = read.chosen if read is not None else ()
            yield from _chosen(question, chosen, shown)
        case Table():
            yield from table_blocks(asked, question, raw, shown)
            text = raw.get("text") if question.with_text and isinstance(raw, Mapping) else None
            if text_or_none(text) is not None:
                yield _written(str(text), asked, shown)
        case Statement():
            said = question.read(raw)
            if said is not None:
                yield from _statement(said, asked, shown)
        case _:
            assert_never(question)
    yield from _rest(asked, raw, shown)


def _written(text: str, asked: Asked, shown: ReportShown) -> Paragraph:
    return Paragraph((written(text, shown.language_of(asked.id)),), "answer")


def _statement(said: YesNo, asked: Asked, shown: ReportShown) -> Iterator[Block]:
    if said.yes is not None:
        yes = label("form-word", "yes" if said.yes else "no", shown.lang)
        yield Paragraph((Run(yes, strong=True),))
    if said.text is not None:
        yield _written(said.text, asked, shown)


def _chosen(
    question: TextWithChoices, chosen: tuple[Picked, ...], shown: ReportShown
) -> Iterator[Block]:
    known = [
        one for one in chosen if shown.inside or one.id is None or question.choices.knows(one.id)
    ]
    if known:
        year, lang = shown.report.year, shown.lang
        written_in = shown.language_of_field(question.id)
        yield Listing(
            tuple(picked_in_words(one, question.choices, year, lang, written_in) for one in known)
        )


def _rest(asked: Asked, raw: Any, shown: ReportShown) -> Iterator[Block]:
    """Show what stands in an answer besides what was read of it: inside only, as it came."""
    left = _left(asked, raw) if shown.inside and isinstance(raw, Mapping) else {}
    if left:
        told = word("report", "unknown-in-answer", shown.lang)
        pieces = [piece for key, value in left.items() for piece in (_key(key), as_it_came(value))]
        yield Paragraph(runs(f"{told}: ", *pieces), "quiet")


def _key(key: str) -> Run:
    return Run(f" {key}: ", theirs=True)


def _left(asked: Asked, raw: Mapping[str, Any]) -> dict[str, Any]:
    question = asked.question
    own: tuple[str, ...] = ()
    wrong: dict[str, Any] = {}
    match question:
        case TextWithChoices():
            own = ("text", "tools")
            wrong = _wrong_tools(raw)
        case Table(with_text=True):
            own = ("text", "rows")
            if not is_blank(raw.get("rows")) and not isinstance(raw.get("rows"), list):
                wrong["rows"] = raw["rows"]
        case Statement():
            own = ("text", "yes")
            if raw.get("yes") is not None and not isinstance(raw.get("yes"), bool):
                wrong["yes"] = raw["yes"]
        case _:
            pass
    if "text" in own and not is_blank(raw.get("text")) and text_or_none(raw.get("text")) is None:
        wrong["text"] = raw["text"]
    others = {key: value for key, value in raw.items() if key not in own and not is_blank(value)}
    return {**wrong, **others}


def _wrong_tools(raw: Mapping[str, Any]) -> dict[str, Any]:
    tools = raw.get("tools")
    if is_blank(tools):
        return {}
    if not isinstance(tools, list):
        return {"tools": tools}
    wrong = [one for one in tools if not is_blank(one) and not _is_tool(one)]
    return {"tools": wrong} if wrong else {}


def _is_tool(one: Any) -> bool:
    return Picked.read(one) is not None and (isinstance(one, str) or set(one) == {"other"})
