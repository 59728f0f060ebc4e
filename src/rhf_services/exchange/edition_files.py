"""Edition files: next year's forms, or a correction of this year's, from one file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from rhf_services.exchange.cells import text_in, wrong_with
from rhf_services.exchange.edition_about import About, read_about
from rhf_services.exchange.edition_bases import bases, choice_lists
from rhf_services.exchange.edition_judging import (
    other_dates,
    rules_left_over,
    unused,
    wrong_editions,
)
from rhf_services.exchange.edition_parts import read_choices, read_columns
from rhf_services.exchange.edition_questions import Ground, read_asked, wrong_question
from rhf_services.exchange.grids import Grid, read_grids
from rhf_services.exchange.layout import COLUMNS, NEEDED, SHEETS, meant
from rhf_services.exchange.problems import FileProblem, Weight, stopped
from rhf_services.exchange.tables import Line, read_table
from rhf_services.hooks import Registry
from rhf_services.model.forms import Asked, Edition, Section, Template

OPTIONAL_SHEETS: Final = ("columns", "choices")


@frozen
class EditionFile:
    """An edition file as it was read.

    Attributes:
        about: The year, the revision, where it comes from; None where that cannot be read.
        editions: The new editions, by the id of the form; empty where something stops the file.
        bases: The editions it was made from, by the id of the form.
        problems: Everything wrong in the file.

    Examples:
        >>> EditionFile(None).editions
        {}
    """

    about: About | None
    editions: Mapping[str, Edition] = field(factory=dict)
    bases: Mapping[str, Edition] = field(factory=dict)
    problems: tuple[FileProblem, ...] = ()


def read_edition_file(path: Path, registry: Registry) -> EditionFile:
    """Read an edition file.

    Args:
        path: A spreadsheet, or a folder with a .csv file for each sheet.
        registry: What is loaded, which the file builds on.

    Returns:
        The editions as a whole or not at all, and everything wrong in the file.

    Examples:
        >>> from rhf_services import load_registry
        >>> read_edition_file(Path("gone.xlsx"), load_registry()).problems[0].kind
        'not-found'
    """
    read = read_grids(path)
    if read.problems:
        return EditionFile(None, problems=read.problems)
    if {meant(SHEETS, grid.name) for grid in read.grids if grid.rows} == {"texts"}:
        return EditionFile(None, problems=(FileProblem("text-file"),))
    tables, problems = _tables(read.grids)
    about, told = read_about(tables.get("edition", ()), registry)
    problems += told
    if about is None or "questions" not in tables or stopped(told):
        return EditionFile(about, problems=tuple(problems))
    found = bases(registry, about.from_, _forms(tables))
    ground, told = _ground(tables, found, registry, about)
    problems += told
    problems += _wrong_forms(tables, registry, found, about)
    problems += unused(tables, found)
    problems += other_dates(registry, about)
    problems += wrong_editions([template for template, _base in found.values()], about)
    made = {}
    for id_, (template, base) in found.items():
        edition, told = _edition(id_, base, tables, ground, about)
        problems += told
        problems += rules_left_over(registry, template, base, edition)
        made[id_] = edition
    whole = {} if stopped(problems) else made
    return EditionFile(
        about, whole, {id_: base for id_, (_form, base) in found.items()}, tuple(problems)
    )


def with_edition(registry: Registry, file: EditionFile) -> Registry:
    """Take in the editions of a file; the registry given stands as it was.

    Args:
        registry: What is loaded.
        file: The file; one that something stops brings nothing.
    """
    templates = dict(registry.templates)
    for id_, edition in file.editions.items():
        template = templates[id_]
        templates[id_] = evolve(template, editions=(*template.editions, edition))
    cycles = dict(registry.cycles)
    if file.editions and file.about is not None and file.about.cycle is not None:
        cycles[file.about.year] = file.about.cycle
    return evolve(registry, templates=templates, cycles=cycles)


def _tables(grids: Iterable[Grid]) -> tuple[dict[str, tuple[Line, ...]], list[FileProblem]]:
    tables: dict[str, tuple[Line, ...]] = {}
    problems: list[FileProblem] = []
    for grid in grids:
        id_ = meant(SHEETS, grid.name)
        if id_ is None or id_ == "texts":
            problems.append(FileProblem("unknown-sheet", grid.name, weight=Weight.ASKS))
            continue
        if id_ in OPTIONAL_SHEETS and len(grid.rows) < 2:
            tables[id_] = ()
            continue
        if id_ in tables:
            problems.append(FileProblem("sheet-twice", grid.name))
            continue
        table = read_table(grid, NEEDED[id_], COLUMNS[id_])
        tables[id_] = table.lines
        problems += table.problems
    for id_ in SHEETS:
        if id_ not in tables and id_ not in (*OPTIONAL_SHEETS, "texts"):
            problems.append(FileProblem("no-sheet", params={"name": id_}))
    return tables, problems


def _forms(tables: Mapping[str, tuple[Line, ...]]) -> tuple[str, ...]:
    lines = (*tables.get("sections", ()), *tables["questions"])
    named = (line.text("form") for line in lines)
    return tuple(dict.fromkeys(form for form in named if form is not None)) or ("",)


def _ground(
    tables: Mapping[str, tuple[Line, ...]],
    found: Mapping[str, tuple[Template, Edition]],
    registry: Registry,
    about: About,
) -> tuple[Ground, list[FileProblem]]:
    known = {id_: one.question for id_, one in registry.questions.items()}
    asked = {(id_, one.id): one for id_, (_form, base) in found.items() for one in base}
    known |= {one.id: one.question for one in asked.values()}
    listed = {one.id: one for one in choice_lists(known.values())}
    choices = read_choices(tables.get("choices", ()), listed, about.year, about.source)
    before = {place: one.question for place, one in asked.items()}
    columns = read_columns(tables.get("columns", ()), before, choices)
    sections = frozenset(
        (id_, section.id) for id_, (_form, base) in found.items() for section in base.sections
    )
    ground = Ground(
        about.year, about.source, about.standing, asked, known, choices, columns, sections
    )
    return ground, [*choices.problems, *columns.problems]


def _wrong_forms(
    tables: Mapping[str, tuple[Line, ...]],
    registry: Registry,
    found: Mapping[str, tuple[Template, Edition]],
    about: About,
) -> Iterator[FileProblem]:
    for line in (*tables.get("sections", ()), *tables["questions"]):
        form = line.text("form")
        if form is None:
            yield line.problem("no-id", "form")
        if form is None or form in found:
            continue
        if form in registry.templates:
            yield line.problem("form-without-base", "form", edition=about.from_)
        else:
            yield line.problem("unknown-form", "form")


def _edition(
    form: str, base: Edition, tables: Mapping[str, tuple[Line, ...]], ground: Ground, about: About
) -> tuple[Edition, list[FileProblem]]:
    problems: list[FileProblem] = []
    asked: dict[str, list[Asked]] = {}
    seen: set[str] = set()
    sections = {s.id: s for s in base.sections}
    own = [line for line in tables.get("sections", ()) if line.text("form") == form]
    listed = {line.text("section") or "": line for line in own}
    for line in tables["questions"]:
        if line.text("form") != form:
            continue
        problems += wrong_question(line, ground)
        id_, section = line.text("question"), line.text("section")
        if id_ in seen:
            problems.append(line.problem("question-twice", "question"))
        if section is not None and section not in listed:
            kind = "section-row-gone" if section in sections else "unknown-section"
            problems.append(line.problem(kind, "section"))
        one = read_asked(line, ground)
        if one is not None and id_ not in seen:
            asked.setdefault(section or "", []).append(one)
        seen.add(id_ or "")
    made = []
    for id_, line in listed.items():
        old = sections.get(id_)
        problems += _wrong_section(line, old, own, id_)
        if old is not None:
            made.append(_section(line, old, tuple(asked.get(id_, ()))))
    problems += [
        FileProblem("section-gone", params={"form": form, "section": id_}, weight=Weight.ASKS)
        for id_ in sections
        if id_ not in listed
    ]
    if any(section.asked for section in base.sections) and not seen:
        problems.append(FileProblem("form-empty", params={"form": form}, weight=Weight.ASKS))
    edition = Edition(
        about.year,
        tuple(made),
        about.source,
        about.standing,
        revision=about.revision,
    )
    return edition, problems


def _wrong_section(
    line: Line, old: Section | None, own: list[Line], id_: str
) -> Iterator[FileProblem]:
    if old is None:
        yield line.problem("unknown-section", "section")
        return
    twice = [other for other in own if other.text("section") == id_]
    if len(twice) > 1:
        yield line.problem("section-twice", "section")
    yield from wrong_with(line, "title", old.title)
    yield from wrong_with(line, "guidance", old.guidance)
    if text_in(line, "title", None) is None:
        yield line.problem("title-missing", "title_nb")


def _section(line: Line, old: Section, asked: tuple[Asked, ...]) -> Section:
    title = text_in(line, "title", old.title)
    guidance = text_in(line, "guidance", old.guidance)
    where = old.guidance_source if guidance == old.guidance else None
    title = title or old.title
    return evolve(old, title=title, guidance=guidance, guidance_source=where, asked=asked)
