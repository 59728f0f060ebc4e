"""The questions and sections of an edition file, row by row."""

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from rhf_services.exchange.cells import text_in, wrong_with
from rhf_services.exchange.edition_bases import kind_of
from rhf_services.exchange.edition_parts import Parts, wrong_choices
from rhf_services.exchange.layout import ADDRESSEES, ID, KINDS, meant
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import Line
from rhf_services.model.columns import Column
from rhf_services.model.forms import Addressee, Asked, Limit
from rhf_services.model.questions import LongText, Question, Statement, Table, TextWithChoices
from rhf_services.model.regions import region_or_none
from rhf_services.model.sources import Document, Source, Standing
from rhf_services.model.text import Laid, Text


@frozen
class Ground:
    """What the rows of a file are read against.

    Attributes:
        year: The reporting year.
        source: Where the edition is decided, for what is new or changed.
        standing: How sure that is.
        asked: What the base editions ask, by form and question.
        known: Every question that some loaded form asks, by id.
        choices: The choice lists of the file.
        columns: The columns of tables of the file.
        sections: The sections of the base editions, by form and section.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> Ground(2026, WEBINAR_2024.at("Skjema"), Standing.DOCUMENTED).known
        {}
    """

    year: int
    source: Source
    standing: Standing
    asked: Mapping[tuple[str, str], Asked] = field(factory=dict)
    known: Mapping[str, Question] = field(factory=dict)
    choices: Parts = Parts()
    columns: Parts = Parts()
    sections: frozenset[tuple[str, str]] = frozenset()

    def fields(self, form: str, question: str) -> tuple[Column, ...]:
        """Give the columns that the file has for a table of a form; empty for none."""
        listed = self.columns.columns
        return listed.get((form, question)) or listed.get(("", question)) or ()


def read_asked(line: Line, ground: Ground) -> Asked | None:
    """Read a row as a question that a form asks; None where the row makes none.

    Args:
        line: The row.
        ground: What it is read against.
    """
    id_ = line.text("question")
    kind = meant(KINDS, line.text("kind"))
    base = ground.asked.get((line.text("form") or "", id_ or ""))
    label = text_in(line, "title", base.label if base else None)
    if id_ is None or kind is None or label is None:
        return None
    to = _addressee(line)
    question = _question(line, id_, kind, to, ground)
    if question is None:
        return None
    most = line.whole("most")
    made = Asked(
        question,
        label,
        text_in(line, "guidance", base.guidance if base else None),
        _source(line, ground),
        ground.standing,
        to=to,
        hidden=bool(line.yes("hidden")),
        optional=bool(line.yes("optional")),
        limit=None if most is None else Limit(most, ground.year),
        region=region_or_none(line.text("region")),
        beside=base.beside if base else None,
    )
    if base is not None and line.text("source") is None and _same(made, base):
        return evolve(made, source=base.source, standing=base.standing)
    return made


def wrong_question(line: Line, ground: Ground) -> Iterator[FileProblem]:
    """Name everything wrong in a row of the sheet of questions, seen by itself.

    Args:
        line: The row.
        ground: What it is read against.
    """
    id_, form, section = (line.text(column) for column in ("question", "form", "section"))
    base = ground.asked.get((form or "", id_ or ""))
    for column in ("form", "section", "question"):
        if line.text(column) is None:
            yield line.problem("no-id", column)
    if id_ is not None and not ID.fullmatch(id_):
        yield line.problem("odd-id", "question")
    yield from wrong_with(line, "title", base.label if base else None)
    yield from wrong_with(line, "guidance", base.guidance if base else None)
    if text_in(line, "title", None) is None:
        yield line.problem("title-missing", "title_nb")
    if section == "activity" and text_in(line, "guidance", None) is None:
        yield line.problem("guidance-missing", "guidance_nb", Weight.ASKS)
    yield from _wrong_kind(line, id_, ground)
    for column in ("hidden", "optional", "text", "carried"):
        if line.yes(column) is None:
            yield line.problem("not-yes-no", column)
    most = line.whole("most")
    if line.text("most") is not None and (most is None or most < 1):
        yield line.problem("not-a-count", "most")
    yield from _limit_again(line, base, ground)
    region = line.text("region")
    if region is not None and region_or_none(region) is None:
        yield line.problem("unknown-region", "region")
    yield from _wrong_addressee(line, section)


def _limit_again(line: Line, base: Asked | None, ground: Ground) -> Iterator[FileProblem]:
    """Ask about a limit that moves to another year because nobody touched it."""
    most = line.whole("most")
    limit = None if most is None else Limit(most, ground.year)
    before = None if base is None else base.limit
    if before is not None and _limit_left_alone(limit, base) and line.text("source") is None:
        years = {"year": str(ground.year), "before": str(before.year)}
        yield line.problem("limit-again", "most", Weight.ASKS, most=before.most, **years)


def _wrong_kind(line: Line, id_: str | None, ground: Ground) -> Iterator[FileProblem]:
    kind = meant(KINDS, line.text("kind"))
    if kind is None:
        yield line.problem("unknown-kind-of-question", "kind")
        return
    known = ground.known.get(id_ or "")
    if known is not None and kind_of(known) != kind:
        yield line.problem("kind-changed", "kind")
    if kind == "text-and-choices":
        yield from wrong_choices(line, ground.choices)
    if kind == "table" and not ground.fields(line.text("form") or "", id_ or ""):
        before = isinstance(_asked_before(line, ground), Table)
        weight = Weight.ASKS if before else Weight.STOPS
        yield line.problem("fields-as-before" if before else "columns-missing", "question", weight)
    unused = {"most": "table", "text": "table", "carried": "table", "choices": "text-and-choices"}
    for column, needs in unused.items():
        if needs != kind and line.text(column) and line.yes(column) is not False:
            yield line.problem("not-used-here", column, Weight.ASKS)


def _asked_before(line: Line, ground: Ground) -> Question | None:
    base = ground.asked.get((line.text("form") or "", line.text("question") or ""))
    return base.question if base else ground.known.get(line.text("question") or "")


def _wrong_addressee(line: Line, section: str | None) -> Iterator[FileProblem]:
    to = meant(ADDRESSEES, line.text("to"))
    if line.text("to") is None:
        yield line.problem("no-addressee", "to", Weight.ASKS)
    elif to is None:
        yield line.problem("unknown-addressee", "to")
    elif (to == Addressee.GROUP) != (section == "reference-group"):
        yield line.problem("addressee-elsewhere", "to")


def _addressee(line: Line) -> Addressee:
    to = meant(ADDRESSEES, line.text("to"))
    if to is None:
        grouped = line.text("section") == "reference-group"
        return Addressee.GROUP if grouped else Addressee.ENTITY
    return Addressee(to)


def _question(line: Line, id_: str, kind: str, to: Addressee, ground: Ground) -> Question | None:
    if kind == "text":
        return LongText(id_, group=to is Addressee.GROUP)
    if kind == "statement":
        return Statement(id_)
    if kind == "text-and-choices":
        choices = ground.choices.choices.get(line.text("choices") or "")
        return None if choices is None else TextWithChoices(id_, choices)
    before = _asked_before(line, ground)
    columns = ground.fields(line.text("form") or "", id_)
    if not columns and isinstance(before, Table):
        columns = before.columns
    return _table(line, id_, columns, ground) if columns else None


def _table(line: Line, id_: str, columns: tuple[Column, ...], ground: Ground) -> Table:
    text, carried = bool(line.yes("text")), bool(line.yes("carried"))
    base = ground.known.get(id_)
    known = base if isinstance(base, Table) else None
    return Table(
        id_,
        columns,
        with_text=text,
        lasting=carried,
        fields=ground.standing if known is None else known.fields,
        fields_source=ground.source if known is None else known.fields_source,
    )


def _source(line: Line, ground: Ground) -> Source:
    written = line.text("source")
    return ground.source if written is None else cited(written, ground.year)


def cited(written: str, year: int) -> Source:
    """Cite what an editor names as the source, in the editor's own words.

    Args:
        written: The source as it was written.
        year: The reporting year of the file.

    Examples:
        >>> cited("Vedtak i fagdirektørmøtet", 2026).document.title
        'Vedtak i fagdirektørmøtet'
    """
    said = Text(written, laid=(Laid("nb", written),))
    return Document(f"edition-{year}", written, said, dated=None, quoted=False).at(written)


def _same(made: Asked, base: Asked) -> bool:
    """Tell whether a question is put as before, but for the year of a limit that was left alone."""
    limit = base.limit if _limit_left_alone(made.limit, base) else made.limit
    return evolve(made, source=base.source, standing=base.standing, limit=limit) == base


def _limit_left_alone(limit: Limit | None, base: Asked | None) -> bool:
    """Tell whether a limit says the number that it said before, for a year before."""
    before = None if base is None else base.limit
    if limit is None or before is None:
        return False
    return limit.most == before.most and limit.year != before.year
