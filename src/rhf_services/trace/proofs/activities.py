"""The tab «Aktivitet»: the seven kinds, which form registers which, and how many are asked for."""

from types import MappingProxyType
from typing import Any

from attrs import evolve

from rhf_services.forms import activities as kinds
from rhf_services.hooks import advising
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.forms import Limit
from rhf_services.model.rules import Audience, Severity
from rhf_services.sources.documents import PUBLISHED_REPORTS
from rhf_services.trace.carriers import (
    Carrier,
    choices,
    question,
    rule,
    section,
    template,
    text,
    value,
)
from rhf_services.trace.facts import Fact, Proof, activities, every, speaks, tells, works
from rhf_services.trace.world import (
    ALL,
    CENTRE,
    FINAL,
    NETWORK,
    NEW,
    REGIONAL,
    RUNNING,
    SOMETHING,
    TREATMENT,
    WITH_ACTIVITIES,
    World,
)

ARCHIVE = "archive"
SEVEN = MappingProxyType(
    {
        "scientific-articles": "Vitenskapelige artikler",
        "doctorates": "Avlagte doktorgrader",
        "research-projects": "Forskningsprosjekter",
        "teaching": "Undervisning",
        "clinical-activity": "Klinisk aktivitet",
        "dissemination": "Formidling",
        "quality-tools": "Kvalitetsverktøy",
    }
)
"""The seven kinds in the order of the document's overall list."""

FOUR = ("scientific-articles", "research-projects", "teaching", "dissemination")


def one_of_seven(id_: str) -> Fact:
    """Tell whether a kind is one of just seven, with its name, and can be answered."""

    def holds(world: World) -> bool:
        part = world.section(ARCHIVE, "activity")
        columns = [c for c in kinds_of(id_).columns if c.starred]
        row = {"id": "r1", **{column.id: 1 if column.id == "count" else "x" for column in columns}}
        case = world.case({"template": ARCHIVE, "year": 2016, "answers": {id_: [row]}})
        return (
            {asked.id: asked.label.nb for asked in part.asked} == SEVEN
            and list(SEVEN) == [asked.id for asked in part.asked]
            and case.report is not None
            and case.report[kinds_of(id_)] is not None
        )

    def kinds_of(wanted: str) -> Any:
        put = getattr(kinds, PUT[wanted])
        return put(PUBLISHED_REPORTS.at("Aktivitet")).question

    return holds


PUT = MappingProxyType(
    {
        "scientific-articles": "articles",
        "doctorates": "doctorates",
        "research-projects": "projects",
        "teaching": "teaching",
        "clinical-activity": "clinical_activity",
        "dissemination": "dissemination",
        "quality-tools": "quality_tools",
    }
)
"""The block that puts each kind, by its name in the room of forms."""


def another_kind_is_kept(world: World) -> bool:
    """An entry of a kind that nobody knows is kept as it came, and only the host is told."""
    rows = [{"id": "r1", "title": "Noe annet"}]
    case = world.case({"template": RUNNING, "answers": {"inventions": rows}})
    told = world.found(world.check(RUNNING, {"inventions": rows}), "STR003")
    return (
        case.report is not None
        and case.report.answers["inventions"] == rows
        and [(one.audience, one.severity, one.blocks) for one in told]
        == [(Audience.HOST, Severity.INFO, False)]
    )


def clinical_rows(world: World) -> bool:
    """A row is an affiliation, a whole number and the unit; what is no whole number is kept."""
    regions = ["helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest", "other"]
    columns = world.asked(TREATMENT[0], "clinical-activity").question.columns  # type: ignore[union-attr]
    offered = {
        column.id: [choice.id for choice in column.choices.choices]
        for column in columns
        if isinstance(column, ChoiceColumn)
    }

    def held_back(count: object) -> bool:
        rows = [{"id": "c1", "affiliation": "helse-vest", "count": count, "unit": "patients"}]
        case = world.case({"template": TREATMENT[0], "answers": {"clinical-activity": rows}})
        if case.report is None or case.report.answers["clinical-activity"] != rows:
            raise ValueError(count)
        verdict = world.check(TREATMENT[0], {"clinical-activity": rows}, sections=SOMETHING)
        return any(one.blocks for one in world.found(verdict, "STR001"))

    return (
        [column.id for column in columns] == ["affiliation", "count", "unit"]
        and offered == {"affiliation": regions, "unit": ["patients"]}
        and [held_back(count) for count in (7, 7.0, 7.5, "7", -7)]
        == [False, False, True, True, True]
    )


def outside_is_kept(world: World) -> bool:
    """Rows of a kind the form does not ask are kept and named once; the old form takes all."""
    rows = [{"id": "d1", "title": "Om en oppdiktet sykdom"}]
    told = world.found(world.check(RUNNING, {"doctorates": rows}), "ACT004")
    old = world.check(ARCHIVE, dict.fromkeys(("doctorates", "teaching"), rows), year=2016)
    return (
        [(one.severity, one.audience) for one in told] == [(Severity.INFO, Audience.LEAD)]
        and old.edition is not None
        and not any(one.code == "ACT004" for one in old.findings)
    )


def networks_register_nothing(world: World) -> bool:
    """What came on a network's form all the same is kept, and named once."""
    rows = [{"id": "r1", "title": "Noe", "text": "Noe"}]
    answers = dict.fromkeys(("scientific-articles", "teaching"), rows)
    told = world.found(world.check(NETWORK, answers), "ACT004")
    return [one.params["questions"] for one in told] == [("scientific-articles", "teaching")]


def guidance_comes_first(world: World) -> bool:
    """Every activity of every form begins with guidance; else its author is told."""
    asked = [
        one
        for form in world.forms(*ALL)
        for edition in form.editions
        for part in edition.sections
        if part.id == "activity"
        for one in part.asked
    ]
    form = world.form(RUNNING)
    part = world.section(RUNNING, "activity")
    bare = evolve(part, asked=(evolve(part.asked[0], guidance=None), *part.asked[1:]))
    sections = tuple(bare if one.id == part.id else one for one in world.latest(RUNNING).sections)
    changed = evolve(form, editions=(evolve(world.latest(RUNNING), sections=sections),))
    told = advising.advice(evolve(world.registry, templates={RUNNING: changed}))
    return all(one.guidance is not None and bool(one.guidance.nb) for one in asked) and [
        (str(one.kind), one.severity, one.about) for one in told
    ] == [("no-guidance", Severity.WARNING, part.asked[0].id)]


_WITH_LIMIT = (*WITH_ACTIVITIES, *REGIONAL)
_LIMITED = ("scientific-articles", "research-projects")


def up_to_five(id_: str) -> Fact:
    """Tell whether five of a kind are asked for in 2024, and what more than five gives when."""

    def holds(world: World) -> bool:
        limits = {
            form.id: [edition.by_id[id_].limit for edition in world.editions(form.id)]
            for form in world.forms(*_WITH_LIMIT)
        }

        def told(year: int, count: int) -> list[tuple[str, str]]:
            rows = [{"id": f"r{at}", "title": f"Tittel {at}"} for at in range(count)]
            verdict = world.check(RUNNING, {id_: rows}, year=year)
            return [
                (one.code, str(one.severity))
                for one in verdict.findings
                if one.code in ("ACT001", "ACT002")
            ]

        return (
            all(found == [None, Limit(5, 2024)] for found in limits.values())
            and told(2024, 6) == [("ACT001", "warning")]
            and told(2025, 6) == [("ACT002", "info")]
            and told(2023, 6) == told(2024, 5) == told(2025, 5) == []
        )

    return holds


def _kind(row: str, id_: str, *more: Carrier, holds: Fact | None = None) -> Proof:
    carriers = (*question(id_, ARCHIVE), *value("forms.activities", PUT[id_]), *more)
    fact = one_of_seven(id_)
    return Proof(row, carriers, fact if holds is None else every(fact, holds))


def _register(row: str, forms: tuple[str, ...], *ids: str) -> Proof:
    carriers = tuple(one for id_ in ids for one in question(id_, *forms))
    return Proof(row, carriers, every(*(activities(form, *ids) for form in forms)))


def asks_for_what_is_relevant(world: World) -> bool:
    """The forms of 2024 ask for what is directly relevant, where they ask for up to five."""
    return all(
        tells(form.id, f"{id_}.guidance", "direkte relevante for oppdraget", year=2024)(world)
        for form in world.forms(*_WITH_LIMIT)
        for id_ in _LIMITED
    )


def _limit(row: str, id_: str) -> Proof:
    carriers = (rule("ACT001"), rule("ACT002"), *question(id_, *_WITH_LIMIT))
    holds = every(
        speaks("ACT001", Severity.WARNING, Audience.LEAD),
        speaks("ACT002", Severity.INFO, Audience.LEAD),
        up_to_five(id_),
    )
    return Proof(row, carriers, holds)


PROOFS = (
    _kind("S003-087", "scientific-articles", rule("STR003"), holds=another_kind_is_kept),
    _kind("S003-088", "doctorates"),
    _kind("S003-089", "research-projects"),
    _kind("S003-090", "teaching"),
    _kind(
        "S003-091",
        "clinical-activity",
        rule("STR001"),
        choices("affiliations"),
        choices("units"),
        *question("clinical-activity", TREATMENT[0]),
        holds=clinical_rows,
    ),
    _kind("S003-092", "dissemination"),
    _kind("S003-093", "quality-tools"),
    Proof(
        "S003-094",
        (rule("ACT004"), template(ARCHIVE)),
        every(speaks("ACT004", Severity.INFO, Audience.LEAD), outside_is_kept),
    ),
    Proof(
        "S003-095",
        (
            *(one for id_ in FOUR for one in text(f"{id_}.guidance", *WITH_ACTIVITIES)),
            *text("clinical-activity.guidance", *TREATMENT),
            *text("quality-tools.guidance", NEW),
            *(one for id_ in SEVEN for one in text(f"{id_}.guidance", *REGIONAL)),
            *value("hooks.advising", "without_guidance"),
        ),
        guidance_comes_first,
    ),
    _limit("S003-096", "scientific-articles"),
    _limit("S003-097", "research-projects"),
    Proof(
        "S003-098",
        tuple(one for id_ in _LIMITED for one in text(f"{id_}.guidance", *_WITH_LIMIT)),
        asks_for_what_is_relevant,
    ),
    _register("S003-099", TREATMENT, *FOUR, "clinical-activity"),
    _register("S003-118", (RUNNING,), *FOUR),
    _register("S003-123", (NEW,), *FOUR, "quality-tools"),
    _register("S003-133", (FINAL,), *FOUR),
    _register("S003-139", (CENTRE,), *FOUR),
    Proof(
        "S003-142",
        (rule("ACT004"), *section("activity", NETWORK)),
        every(activities(NETWORK), works("ACT004"), networks_register_nothing),
    ),
)
