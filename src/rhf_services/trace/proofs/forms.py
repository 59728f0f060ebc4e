"""The forms: that they are there, what they are made of, how they are kept from year to year."""

from typing import Any

from attrs import evolve

from rhf_services.hooks import Registry, advising
from rhf_services.model import forms
from rhf_services.model.rules import Audience, Severity
from rhf_services.model.text import Text
from rhf_services.trace.carriers import edition, question, rule, section, template, text, value
from rhf_services.trace.facts import Proof, every, speaks, tells
from rhf_services.trace.world import (
    ALL,
    CENTRE,
    FINAL,
    NATIONAL,
    NETWORK,
    NEW,
    RUNNING,
    SOMETHING,
    TREATMENT,
    WITH_ACTIVITIES,
    WITH_GROUP,
    World,
)

FOUR = ("scientific-articles", "research-projects", "teaching", "dissemination")
SPREAD = "competence-spread"
TASKS = "section.evaluation.guidance"
OLD_YEARS = range(2009, 2023)


def drafts_keep_their_version(world: World) -> bool:
    """A changed form is a new version; a draft is read with the version it was begun on."""
    form = world.form(RUNNING)
    first = world.latest(RUNNING)
    corrected = evolve(first, revision=1, sections=first.sections[:-1])
    both = evolve(form, editions=(*form.editions, corrected))
    registry = evolve(world.registry, templates={**world.registry.templates, RUNNING: both})
    begun = World(registry).check(RUNNING, edition="2024").edition
    newest = World(registry).check(RUNNING).edition
    return (
        begun is not None
        and newest is not None
        and (begun.id, newest.id) == ("2024", "2024.1")
        and begun.sections == first.sections != newest.sections
    )


def any_year_since_2009(world: World) -> bool:
    """A report of any year from 2009 is accepted; before 2023 nobody is told what is missing."""
    verdicts = [world.check("archive", year=year) for year in OLD_YEARS]
    too_old = world.check("archive", year=2008)
    now = world.check(RUNNING, year=2023)
    return (
        all(one.edition is not None and one.findings == () for one in verdicts)
        and any(finding.blocks for finding in too_old.findings)
        and now.edition is not None
    )


def groups_have_their_say(world: World) -> bool:
    """Running and new services ask their group; in the final report its answers are optional."""
    asked = {id_: world.section(id_, "reference-group").asked for id_ in (*WITH_GROUP, FINAL)}
    return all(
        len(several) == 6 and all(one.optional is (id_ == FINAL) for one in several)
        for id_, several in asked.items()
    )


def same_title_same_question(world: World) -> bool:
    """The forms share the ids of what has the same title, those of networks and centres too."""
    ids: dict[str, set[str]] = {}
    for form in world.forms(*NATIONAL):
        for one in form.editions:
            for asked in one:
                ids.setdefault(asked.label.nb, set()).add(asked.id)
    shared = [world.asked(id_, each).label for each in FOUR for id_ in (CENTRE, RUNNING)]
    feedback = {world.asked(id_, "reporting-feedback").label for id_ in (NETWORK, CENTRE, RUNNING)}
    return all(len(found) == 1 for found in ids.values()) and len({*shared, *feedback}) == 5


def _author_told(registry: Registry, **changes: Any) -> list[tuple[str, Severity, str]]:
    """Give what the author of a changed form is told."""
    form = registry.templates[RUNNING]
    changed = evolve(form, editions=(evolve(form.editions[-1], **changes),))
    told = advising.advice(evolve(registry, templates={RUNNING: changed}))
    return [(str(one.kind), one.severity, one.about) for one in told]


def two_parts(world: World) -> bool:
    """Each form has a part for activities and one for evaluation; what is missing is empty."""
    there = all(
        one.section(part) is not None
        for form in world.forms(*ALL)
        for one in form.editions
        for part in ("activity", "evaluation")
    )
    form = world.form(RUNNING)
    rest = tuple(part for part in world.latest(RUNNING).sections if part.id != "activity")
    without = evolve(form, editions=(evolve(form.editions[-1], sections=rest),))
    lessened = World(evolve(world.registry, templates={RUNNING: without}))
    told = _author_told(world.registry, sections=rest)
    read = lessened.check(RUNNING, sections={"evaluation": {"not_applicable": "Ny."}})
    return (
        there
        and told == [("no-part", Severity.INFO, "activity")]
        and not any(finding.code == "ACT003" for finding in read.findings)
    )


def everybody_is_addressed(world: World) -> bool:
    """Each evaluation question is put to the entity or the group; else its author is told."""
    put = {
        (str(part.id), str(asked.to))
        for form in world.forms(*ALL)
        for one in form.editions
        for part in one.sections
        if part.id in ("evaluation", "reference-group")
        for asked in part.asked
    }
    both = {str(who) for who in forms.Addressee}
    groups = all(world.section(id_, "reference-group").asked for id_ in (*WITH_GROUP, FINAL))
    own = all(one.section("evaluation") for form in world.forms(*ALL) for one in form.editions)
    part = world.section(RUNNING, "evaluation")
    nobody = evolve(part.asked[0], to=None)  # type: ignore[arg-type]
    told = _author_told(
        world.registry,
        sections=tuple(
            evolve(one, asked=(nobody,)) if one.id == part.id else one
            for one in world.latest(RUNNING).sections
        ),
    )
    return (
        put == {("evaluation", "entity"), ("reference-group", "reference-group")}
        and both == {"entity", "reference-group"}
        and groups
        and own
        and ("no-addressee", Severity.WARNING, SPREAD) in told
    )


def guidance_varies(world: World) -> bool:
    """Guidance is stored per form and question: the same question, other words."""
    running, new = (world.asked(id_, SPREAD) for id_ in (RUNNING, NEW))
    words = (running.guidance, new.guidance)
    return (
        running.question == new.question
        and all(isinstance(one, Text) and bool(one.nb) for one in words)
        and words[0] != words[1]
    )


def something_is_answered(world: World) -> bool:
    """An empty report is held back; an untouched activity tab gives one warning that is not."""
    for form in world.forms(*ALL):
        empty = world.check(form.id)
        if not any(one.blocks for one in world.found(empty, "SUB002")):
            return False
        asked = [one for one in world.section(form.id, "evaluation").asked if not one.optional]
        verdict = world.check(form.id, {asked[0].id: "Et svar."})
        untouched = world.found(verdict, "ACT003")
        said = world.found(world.check(form.id, sections=SOMETHING), "ACT003")
        wanted = 0 if form.id == NETWORK else 1
        if len(untouched) != wanted or said or any(one.blocks for one in untouched):
            return False
    return True


PROOFS = (
    Proof(
        "S000-034",
        (
            *value("model.forms", "Template.edition_for", "Edition.id"),
            *value("model.report", "Report.edition"),
            template(RUNNING),
        ),
        drafts_keep_their_version,
    ),
    Proof(
        "S001-037",
        text("network-status.guidance", NETWORK) + text("network-cooperation.guidance", NETWORK),
        every(
            tells(NETWORK, "network-status.guidance", "Nettverket skal bidra", "avklare faglige"),
            tells(NETWORK, "network-cooperation.guidance", "felles ansvar for å spre kompetanse"),
        ),
    ),
    Proof("S002-065", (template("archive"), edition("archive", "2009")), any_year_since_2009),
    Proof(
        "S002-068",
        (*section("reference-group", *WITH_GROUP[:-1], FINAL),),
        groups_have_their_say,
    ),
    Proof(
        "S002-073",
        (
            *(one for id_ in FOUR for one in question(id_, CENTRE, RUNNING)),
            *question("reporting-feedback", NETWORK, CENTRE, RUNNING),
        ),
        same_title_same_question,
    ),
    Proof(
        "S003-073",
        (
            *section("activity", *ALL),
            *section("evaluation", *ALL),
            *value("hooks.advising", "missing_parts"),
        ),
        two_parts,
    ),
    Proof(
        "S003-074",
        (
            *section("evaluation", *ALL),
            *section("reference-group", *WITH_GROUP, FINAL),
            *value("model.forms", "Addressee.ENTITY", "Addressee.GROUP"),
            *value("hooks.advising", "without_addressee"),
        ),
        everybody_is_addressed,
    ),
    Proof(
        "S003-075",
        (*text(f"{SPREAD}.guidance", RUNNING, NEW), *value("model.forms", "Asked.guidance")),
        guidance_varies,
    ),
    Proof(
        "S004-026",
        (rule("SUB002"), rule("ACT003"), *section("activity", *WITH_ACTIVITIES)),
        every(
            speaks("SUB002", Severity.ERROR, Audience.LEAD),
            speaks("ACT003", Severity.WARNING, Audience.LEAD),
            something_is_answered,
        ),
    ),
    Proof(
        "S004-027",
        text(TASKS, *TREATMENT, RUNNING, NEW, FINAL, CENTRE, NETWORK),
        every(*(tells(id_, TASKS, "oppgavene", "vilkårene", "etablert") for id_ in NATIONAL)),
    ),
)
