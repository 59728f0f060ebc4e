"""The four tabs: what each shows, and in which order."""

from rhf_services.i18n import entities as shown
from rhf_services.model.rules import Audience, Severity, Stage
from rhf_services.trace.carriers import rule, section, text, value
from rhf_services.trace.facts import Proof, every, speaks
from rhf_services.trace.world import ALL, FINAL, WITH_GROUP, World

TABS = ["about", "people", "activity", "evaluation"]
TITLES = ["Om senteret", "Roller og ansvar", "Aktivitet", "Evaluering"]
DESCRIPTION = "Utredning av oppdiktet sykdom."
KEPT = {
    "names": [
        {"name": "Et eldre navn", "to": "2020-12-31"},
        {"name": "Et oppdiktet navn", "from": "2021-01-01"},
    ],
    "hosts": [{"organisation": "helse-bergen"}],
    "descriptions": [
        {"text": "En eldre beskrivelse.", "to": "2020-12-31"},
        {"text": DESCRIPTION, "from": "2021-01-01"},
    ],
}


def who_reports_is_shown(world: World) -> bool:
    """The first tab of every form shows kind, health trust and name of whoever reports."""
    for form in world.forms(*ALL):
        world.section(form.id, "about")
        kind = str(form.entity_types[0])
        report = world.case({"template": form.id}).report
        if report is None:
            return False
        told = shown.about(report, "nb", world.entity(type=kind, **KEPT))
        if told.kind in (None, kind) or told.hosts != ("Helse Bergen HF",):
            return False
        if told.name != "Et oppdiktet navn":
            return False
    return True


def four_tabs(world: World) -> bool:
    """Every form has just these four tabs, in this order and with these names."""
    return all(
        [(part.id, part.title.nb) for part in edition.sections if part.tab is None]
        == list(zip(TABS, TITLES, strict=True))
        for form in world.forms(*ALL)
        for edition in form.editions
    )


def one_label_for_all(world: World) -> bool:
    """The first tab is called «Om senteret» whatever kind of entity reports."""
    return all(
        edition.sections[0].title.nb == "Om senteret"
        for form in world.forms(*ALL)
        for edition in form.editions
    )


def description_is_shown(world: World) -> bool:
    """The first tab shows the description of that year; without one its editor is told."""
    for form in world.forms(*ALL):
        world.section(form.id, "about")
        report = world.case({"template": form.id}).report
        kept = {"type": str(form.entity_types[0]), **KEPT}
        if report is None:
            return False
        if shown.about(report, "nb", world.entity(**kept)).description != DESCRIPTION:
            return False
        without = {**kept, "descriptions": KEPT["descriptions"][:1]}
        told = [
            world.found(world.check(form.id, stage=Stage.DRAFT, around={"entity": one}), "ENT001")
            for one in (kept, without)
        ]
        if told[0] or [one.blocks or one.will_block for one in told[1]] != [False]:
            return False
    return True


def group_comes_last(world: World) -> bool:
    """What the group is asked lies on the tab of evaluation, after what the entity is asked."""
    for id_ in (*WITH_GROUP, FINAL):
        for edition in world.editions(id_):
            part = edition.sections[-1]
            before = edition.section("evaluation")
            if before is None or not before.asked or not part.asked:
                return False
            if (part.id, part.tab) != ("reference-group", "evaluation"):
                return False
    return True


PROOFS = (
    Proof(
        "S003-043",
        (*section("about", *ALL), *value("i18n.entities", "about")),
        who_reports_is_shown,
    ),
    Proof("S003-045", tuple(one for tab in TABS for one in section(tab, *ALL)), four_tabs),
    Proof("S003-046", text("section.about.title", *ALL), one_label_for_all),
    Proof(
        "S003-047",
        (rule("ENT001"), *section("about", *ALL), *value("i18n.entities", "about")),
        every(speaks("ENT001", Severity.INFO, Audience.EDITOR), description_is_shown),
    ),
    Proof(
        "S003-150",
        (
            *section("reference-group", *WITH_GROUP, FINAL),
            *section("evaluation", *WITH_GROUP, FINAL),
        ),
        group_comes_last,
    ),
)
