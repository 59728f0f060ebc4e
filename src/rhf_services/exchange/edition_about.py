"""The first sheet of an edition file: which year, from where, who, when, and the dates."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from attrs import field, frozen

from rhf_services.exchange.edition_bases import is_known
from rhf_services.exchange.edition_questions import cited
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import Line
from rhf_services.hooks import Registry
from rhf_services.model.cases import Cycle
from rhf_services.model.sources import Source, Standing
from rhf_services.sources.documents import proposal


@frozen
class About:
    """What an edition file says of itself.

    Attributes:
        year: The reporting year.
        from_: The edition it builds on.
        line: The row it stands in.
        revision: The number of a correction within the year, or 0.
        source: Where the edition is decided.
        standing: ``documented`` where a source is named, else ``proposed``.
        who: Who entered it, or None.
        when: When, as it was written, or None.
        cycle: The dates of the year, or None where the file gives none.

    Examples:
        >>> line = Line("Utgave", 2, {}, {})
        >>> About(2026, "2024", line).id
        '2026'
    """

    year: int
    from_: str
    line: Line = field(repr=False)
    revision: int = 0
    source: Source = proposal("entered in a file that names no source")
    standing: Standing = Standing.PROPOSED
    who: str | None = field(default=None, repr=False)
    when: str | None = None
    cycle: Cycle | None = None

    @property
    def id(self) -> str:
        """The id of the new edition."""
        return f"{self.year}.{self.revision}" if self.revision else str(self.year)


def read_about(lines: Sequence[Line], registry: Registry) -> tuple[About | None, list[FileProblem]]:
    """Read the first sheet.

    Args:
        lines: Its rows; just one says what the file is.
        registry: What is loaded.

    Returns:
        What it says, or None where that cannot be read, and what is wrong.

    Examples:
        >>> from rhf_services import load_registry
        >>> read_about((), load_registry())
        (None, [])
    """
    if not lines:
        return None, []
    line = lines[0]
    problems = [more.problem("one-row-only") for more in lines[1:]]
    problems += _wrong(line, registry)
    year, from_, revision = line.whole("year"), line.text("from"), line.whole("revision")
    if year is None or from_ is None:
        return None, problems
    written = line.text("source")
    given = {} if written is None else {"source": cited(written, year)}
    about = About(
        year,
        from_,
        line,
        revision or 0,
        standing=Standing.PROPOSED if written is None else Standing.DOCUMENTED,
        who=line.text("who"),
        when=line.text("when"),
        cycle=_cycle(line, year),
        **given,
    )
    return about, problems


def _wrong(line: Line, registry: Registry) -> Iterator[FileProblem]:
    year, from_ = line.whole("year"), line.text("from")
    if year is None or not 2009 <= year < 2200:
        yield line.problem("not-a-year", "year")
    if from_ is None or not is_known(registry, from_):
        editions = {e.id for form in registry.templates.values() for e in form.editions}
        yield line.problem("unknown-edition", "from", editions=tuple(sorted(editions)))
    revision = line.whole("revision")
    if line.text("revision") is not None and (revision is None or not 0 <= revision < 1000):
        yield line.problem("not-a-count", "revision")
    if line.text("source") is None:
        yield line.problem("no-source", "source", Weight.ASKS)
    absent = [column for column in ("who", "when") if line.text(column) is None]
    if absent:
        yield line.problem("no-name", absent[0], Weight.ASKS)
    yield from _wrong_dates(line, year)


def _wrong_dates(line: Line, year: int | None) -> Iterator[FileProblem]:
    for column in ("deadline", "part_due"):
        if line.text(column) is not None and line.moment(column) is None:
            yield line.problem("not-a-date", column)
    deadline, due = _day(line.moment("deadline")), _day(line.moment("part_due"))
    if deadline is None and line.text("deadline") is None:
        yield line.problem("no-deadline", "deadline", Weight.ASKS, year=year or "")
    if deadline is not None and year is not None and deadline.year <= year:
        yield line.problem("deadline-early", "deadline", Weight.ASKS, year=year)
    if deadline is not None and due is not None and due > deadline:
        yield line.problem("due-after-deadline", "part_due", Weight.ASKS)


def _cycle(line: Line, year: int) -> Cycle | None:
    deadline, due = line.moment("deadline"), _day(line.moment("part_due"))
    return None if deadline is None and due is None else Cycle(year, deadline, due)


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
