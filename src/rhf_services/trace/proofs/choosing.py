"""Which form an entity reports on.

What is proven of S003-080 to S003-082 is that the form is there, with its title and for its kind;
and of S003-072 that an absent form holds the report back and that the host's choice wins. When
new and final services get their form by themselves, extend ``named`` and ``a_form_for_each``.
"""

from rhf_services.model import entities
from rhf_services.model.rules import Audience, Severity
from rhf_services.model.sources import Standing
from rhf_services.trace.carriers import rule, template, text, value
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


def regional(form: str, title: str, kind: str, region: str) -> Fact:
    """Tell whether a form is a region's own, proposed, and for that region alone."""

    def holds(world: World) -> bool:
        found = world.form(form)
        elsewhere = "helse-nord"
        entity = {"type": kind, "regions": [elsewhere]}
        told = world.found(world.check(form, around={"entity": entity}), "TPL005")
        return (
            [str(one) for one in found.regions] == [region]
            and all(one.standing is Standing.PROPOSED for one in found.editions)
            and [one.blocks for one in told] == [False]
            and named(form, title, kind)(world)
        )

    return holds


def a_form_for_each(world: World) -> bool:
    """A kind points to its form; the host's choice wins; where there is none, the host is told."""
    for kind in ONE_FORM_EACH:
        verdict = world.check(None, around={"entity": {"type": kind}})
        (absent,) = world.found(verdict, "TPL001")
        if absent.params.get("suggested") != kind or not absent.blocks:
            return False
    chosen = {"type": RUNNING, "template": {"2024": FINAL}}
    (by_host,) = world.found(world.check(None, around={"entity": chosen}), "TPL001")
    none = world.check(None, around={"entity": {"type": "interregional-network"}})
    (missing,) = world.found(none, "TPL001")
    return (
        by_host.params["suggested"] == FINAL
        and missing.blocks
        and missing.audience is Audience.HOST
        and missing.params["entity_type"] == "interregional-network"
    )


def _proof(row: str, form: str, title: str, type_: str, kind: str | None = None) -> Proof:
    carriers = (
        template(form),
        *text("title", form),
        *value("model.entities", f"EntityType.{type_}"),
    )
    return Proof(row, carriers, named(form, title, kind or form))


def _regional(row: str, form: str, title: str, type_: str, region: str) -> Proof:
    kind = type_.lower().replace("_", "-")
    carriers = (
        template(form),
        *text("title", form),
        *value("model.entities", f"EntityType.{type_}"),
        rule("TPL005"),
    )
    holds = every(regional(form, title, kind, region), works("TPL005"))
    return Proof(row, carriers, holds, template=form)


PROOFS = (
    Proof(
        "S003-072",
        (
            rule("TPL001"),
            *value("model.entities", "Entity.template"),
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
    _proof(
        "S003-080",
        RUNNING,
        "Nasjonale kompetansetjenester – pågående",
        "NATIONAL_COMPETENCE_SERVICE",
    ),
    _proof(
        "S003-081",
        NEW,
        "Nasjonale kompetansetjenester – nye",
        "NATIONAL_COMPETENCE_SERVICE",
        RUNNING,
    ),
    _proof(
        "S003-082",
        FINAL,
        "Nasjonale kompetansetjenester – sluttrapport",
        "NATIONAL_COMPETENCE_SERVICE",
        RUNNING,
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
