"""What is wrong with an edition as a whole: its number, its dates, what nothing uses any more."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rhf_services.exchange.edition_about import About
from rhf_services.exchange.layout import KINDS, meant
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import Line
from rhf_services.hooks import Registry
from rhf_services.model.forms import Edition, Template


def unused(
    tables: Mapping[str, tuple[Line, ...]], found: Mapping[str, tuple[Template, Edition]]
) -> Iterator[FileProblem]:
    """Name the tables and choices whose rows nothing in the file uses.

    Args:
        tables: The sheets of the file.
        found: The forms of the file, with the editions they build on.

    Examples:
        >>> list(unused({"questions": ()}, {}))
        []
    """
    asked = tables["questions"]
    tables_of = {
        (line.text("form"), line.text("question"))
        for line in asked
        if meant(KINDS, line.text("kind")) == "table"
    }
    told: set[tuple[str | None, str]] = set()  # each table once, however many rows it has
    everywhere = {question for _form, question in tables_of}
    for line in tables.get("columns", ()):
        form, question = line.text("form"), line.text("question")
        known = question in everywhere if form is None else (form, question) in tables_of
        if question is not None and not known and (form, question) not in told:
            told.add((form, question))
            kind = "unknown-form" if form is not None and form not in found else "field-unused"
            column = "form" if kind == "unknown-form" else "question"
            yield line.problem(kind, column, Weight.ASKS)
    used = {line.text("choices") for line in (*asked, *tables.get("columns", ()))}
    for line in tables.get("choices", ()):
        if line.text("choices") is not None and line.text("choices") not in used:
            yield line.problem("choices-unused", "choices", Weight.ASKS)


def other_dates(registry: Registry, about: About) -> Iterator[FileProblem]:
    """Tell where another file brought other dates for the year: those of this file win.

    Examples:
        >>> from rhf_services import load_registry
        >>> list(other_dates(load_registry(), About(2026, "2024", Line("Utgave", 2, {}, {}))))
        []
    """
    known = registry.cycles.get(about.year)
    if known is not None and about.cycle is not None and known != about.cycle:
        yield about.line.problem("other-dates", "deadline", Weight.ASKS, year=about.year)


def wrong_editions(templates: Iterable[Template], about: About) -> Iterator[FileProblem]:
    """Name what the year and the revision cannot be, once for all forms it is so for.

    Examples:
        >>> from rhf_services import load_registry
        >>> form = load_registry().templates["national-centre"]
        >>> about = About(2024, "2023", Line("Utgave", 2, {}, {}))
        >>> [problem.kind for problem in wrong_editions([form], about)]
        ['edition-exists']
    """
    found: dict[str, list[str]] = {}
    following = 1
    for template in templates:
        numbers = [(edition.first, edition.revision) for edition in template.editions]
        own = [revision for year, revision in numbers if year == about.year]
        if about.revision in own:
            found.setdefault("edition-exists", []).append(template.id)
            following = max(following, max(own) + 1)
        elif about.revision and not own:
            found.setdefault("nothing-to-correct", []).append(template.id)
        if about.year < numbers[0][0]:
            found.setdefault("year-too-early", []).append(template.id)
        if template.archive:
            found.setdefault("archive-form", []).append(template.id)
    columns = {"year-too-early": "year", "archive-form": "from"}
    for kind, forms in found.items():
        column = columns.get(kind, "revision")
        named = tuple(forms)
        yield about.line.problem(kind, column, forms=named, year=about.year, revision=following)


def rules_left_over(
    registry: Registry, template: Template, base: Edition, edition: Edition
) -> Iterator[FileProblem]:
    """Name the rules that read a question the form asked before and does not ask any more.

    Examples:
        >>> from rhf_services import load_registry
        >>> form = load_registry().templates["national-centre"]
        >>> first, last = form.editions
        >>> list(rules_left_over(load_registry(), form, first, last))
        []
    """
    for code, rule in registry.rules.items():
        gone = [id_ for id_ in rule.reads if id_ in base.by_id and id_ not in edition.by_id]
        for id_ in gone:
            params: dict[str, Any] = {"code": code, "form": template.id, "question": id_}
            yield FileProblem("rule-without-question", params=params, weight=Weight.ASKS)
