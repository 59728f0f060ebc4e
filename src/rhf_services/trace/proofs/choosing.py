"""Which form an entity reports on."""

from datetime import date

from rhf_services.checking import choosing
from rhf_services.model import entities
from rhf_services.model.entities import Entity
from rhf_services.model.form_choices import ChoiceReason
from rhf_services.model.rules import Audience, Severity
from rhf_services.model.sources import Standing
from rhf_services.trace.carriers import Carrier, rule, template, text, value
from rhf_services.trace.facts import Fact, Proof, every, speaks, works
from rhf_services.trace.world import (
    CENTRE,
    FINAL,
    HELSE_SOR_OST,
    HELSE_VEST,
    NETWORK,
    NEW,
    RUNNING,
    TREATMENT,
    World,
)

ONE_FORM_EACH = (*TREATMENT, CENTRE, NETWORK)
"""The kinds that have just one form, which has the same id."""

OLD = date(2012, 1, 1)
BEGINS = date(2024, 5, 1)
ENDS = date(2024, 12, 31)


def named(form: str, title: str, kind: str) -> Fact:
    """Tell whether a form has a title and is for one kind of entity, which is known."""

    def holds(world: World) -> bool:
        found = world.form(form)
        return (
            found.title.nb == title
            and [str(one) for one in found.entity_types] == [kind]
            and kind in {str(one) for one in entities.EntityType}
            and world.check(form).edition is not None
        )

    return holds


def chosen(form: str, entity: Entity) -> Fact:
    """Tell whether an entity reports on a form for 2024, and the host's choice wins over that."""

    def holds(world: World) -> bool:
        own = choosing.which_form(entity, 2024, world.registry)
        kept = Entity(type=entity.type, regions=entity.regions, template={"2024": CENTRE})
        by_host = choosing.which_form(kept, 2024, world.registry)
        return own.template == form and (by_host.template, by_host.reason) == (
            CENTRE,
            ChoiceReason.HOST,
        )

    return holds


def regional(form: str, kind: str, region: str) -> Fact:
    """Tell whether a form is a region's own, proposed, and for that region alone."""

    def holds(world: World) -> bool:
        found = world.form(form)
        elsewhere = {"type": kind, "regions": ["helse-nord"]}
        told = world.found(world.check(form, around={"entity": elsewhere}), "TPL005")
        other = choosing.which_form(world.entity(**elsewhere), 2024, world.registry)
        return (
            [str(one) for one in found.regions] == [region]
            and all(one.standing is Standing.PROPOSED for one in found.editions)
            and [one.blocks for one in told] == [False]
            and (other.template, other.reason) == (None, ChoiceReason.OTHER_REGION)
        )

    return holds


def a_form_for_each(world: World) -> bool:
    """Each kind has one form; where there is none the host is told, and it blocks."""
    for kind in ONE_FORM_EACH:
        verdict = world.check(None, around={"entity": {"type": kind}})
        (absent,) = world.found(verdict, "TPL001")
        if absent.params.get("suggested") != kind or not absent.blocks:
            return False
        if choosing.which_form(Entity(type=kind), 2024, world.registry).template != kind:
            return False
    chosen_by_host = {"type": RUNNING, "template": {"2024": FINAL}}
    (by_host,) = world.found(world.check(None, around={"entity": chosen_by_host}), "TPL001")
    network = Entity(type="interregional-network")
    none = choosing.which_form(network, 2024, world.registry)
    (missing,) = world.found(world.check(None, around={"entity": {"type": network.type}}), "TPL001")
    return (
        by_host.params["suggested"] == FINAL
        and (none.template, none.reason) == (None, ChoiceReason.NO_FORM_FOR_KIND)
        and missing.blocks
        and missing.audience is Audience.HOST
        and missing.params["entity_type"] == network.type
    )


_CHOOSING = value("checking.choosing", "which_form")


def _carried(form: str, type_: str) -> tuple[Carrier, ...]:
    types = value("model.entities", f"EntityType.{type_}")
    return (template(form), *text("title", form), *types, *_CHOOSING)


def _proof(row: str, form: str, title: str, type_: str) -> Proof:
    holds = every(named(form, title, form), chosen(form, Entity(type=form)))
    return Proof(row, _carried(form, type_), holds)


def _in_phase(row: str, form: str, title: str, entity: Entity) -> Proof:
    """Prove a form of competence services, which are told apart by where they stand."""
    phases = value("model.forms", "Template.phases")
    carriers = (*_carried(form, "NATIONAL_COMPETENCE_SERVICE"), *phases)
    return Proof(row, carriers, every(named(form, title, RUNNING), chosen(form, entity)))


def _regional(row: str, form: str, title: str, type_: str, region: str) -> Proof:
    kind = type_.lower().replace("_", "-")
    holds = every(
        named(form, title, kind),
        regional(form, kind, region),
        chosen(form, Entity(type=kind, regions=(region,))),
        works("TPL005"),
    )
    return Proof(row, (*_carried(form, type_), rule("TPL005")), holds, template=form)


PROOFS = (
    Proof(
        "S003-072",
        (
            rule("TPL001"),
            *value("model.entities", "Entity.template"),
            *_CHOOSING,
            *(template(id_) for id_ in (*ONE_FORM_EACH, FINAL)),
        ),
        every(speaks("TPL001", Severity.ERROR, Audience.HOST), a_form_for_each),
    ),
    _proof(
        "S003-078",
        TREATMENT[0],
        "Nasjonale behandlingstjenester – pågående",
        "NATIONAL_TREATMENT_SERVICE",
    ),
    _proof(
        "S003-079",
        TREATMENT[1],
        "Flerregionale behandlingstjenester – pågående",
        "MULTIREGIONAL_TREATMENT_SERVICE",
    ),
    _in_phase(
        "S003-080",
        RUNNING,
        "Nasjonale kompetansetjenester – pågående",
        Entity(type=RUNNING, started=OLD),
    ),
    _in_phase(
        "S003-081",
        NEW,
        "Nasjonale kompetansetjenester – nye",
        Entity(type=RUNNING, started=BEGINS),
    ),
    _in_phase(
        "S003-082",
        FINAL,
        "Nasjonale kompetansetjenester – sluttrapport",
        Entity(type=RUNNING, started=OLD, last_day=ENDS),
    ),
    _proof("S003-083", CENTRE, "Nasjonale sentre – både nye og pågående", "NATIONAL_CENTRE"),
    _proof(
        "S003-084",
        NETWORK,
        "Nasjonale kvalitets- og kompetansenettverk",
        "QUALITY_AND_COMPETENCE_NETWORK",
    ),
    _regional(
        "S003-085",
        HELSE_VEST,
        "Regionale kompetansesentre – Helse Vest",
        "REGIONAL_COMPETENCE_CENTRE",
        "helse-vest",
    ),
    _regional(
        "S003-086",
        HELSE_SOR_OST,
        "Regionale kompetansetjenester – Helse Sør-Øst",
        "REGIONAL_COMPETENCE_SERVICE",
        "helse-sor-ost",
    ),
)
