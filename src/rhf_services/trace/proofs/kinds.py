"""Who reports: regions, kinds of entities, and what the host keeps of one."""

from types import MappingProxyType

from rhf_services.model import continuations, entities, regions
from rhf_services.model.faults import FaultKind
from rhf_services.model.rules import Stage
from rhf_services.sources import organisations
from rhf_services.trace.carriers import template, value
from rhf_services.trace.facts import Fact, Proof
from rhf_services.trace.world import CENTRE, NATIONAL, NETWORK, RUNNING, TREATMENT, World

KIND_NAMES = MappingProxyType(
    {
        TREATMENT[0]: "Nasjonal behandlingstjeneste",
        TREATMENT[1]: "Flerregional behandlingstjeneste",
        RUNNING: "Nasjonal kompetansetjeneste",
        CENTRE: "Nasjonalt senter",
        NETWORK: "Nasjonalt kvalitets- og kompetansenettverk",
    }
)


def kinds(*ids: str) -> Fact:
    """Tell whether kinds of entities are typed, named, and have a form of their own."""

    def holds(world: World) -> bool:
        known = {str(kind) for kind in entities.EntityType}
        named = {str(kind): text.nb for kind, text in entities.ENTITY_TYPE_NAMES.items()}
        reported = {str(k) for form in world.forms(*NATIONAL) for k in form.entity_types}
        return known.issuperset(ids) and all(
            named[id_] == KIND_NAMES[id_] and id_ in reported for id_ in ids
        )

    return holds


def four_regions(_world: World) -> bool:
    """There are just four regions, in this order, each with one regional authority."""
    ids = ["helse-nord", "helse-midt-norge", "helse-sor-ost", "helse-vest"]
    names = ["Helse Nord", "Helse Midt-Norge", "Helse Sør-Øst", "Helse Vest"]
    owners = [one.regions for one in organisations.organisations() if one.kind == "rhf"]
    return (
        [str(region) for region in regions.Region] == ids
        and [str(region) for region in regions.REGIONS] == ids
        and [text.nb for text in regions.REGION_NAMES.values()] == names
        and sorted(owners) == sorted((region,) for region in regions.REGIONS)
    )


def three_national_services(_world: World) -> bool:
    """The national services are just three kinds, whatever other kinds there are."""
    found = [str(k) for k in entities.EntityType if k in entities.NATIONAL_SERVICES]
    return found == [*TREATMENT, RUNNING] and len(entities.NATIONAL_SERVICES) == 3


def network_apart(world: World) -> bool:
    """A network is no national service, and no rule for those is applied to it."""
    bound = [rule.entity_types for rule in world.registry.rules.values() if rule.entity_types]
    national = set(entities.NATIONAL_SERVICES)
    return (
        NETWORK in {str(kind) for kind in entities.EntityType}
        and len(national) == 3
        and NETWORK not in national
        and any(national.issubset(kinds) for kinds in bound)
        and not any(NETWORK in kinds for kinds in bound if national.intersection(kinds))
    )


def rare_on_the_same_footing(world: World) -> bool:
    """A service for rare conditions is flagged, and is checked just as the others are."""
    flagged = world.entity(type=RUNNING, rare_conditions=True)
    plain = world.entity(type=RUNNING)
    told = []
    for rare in (True, False):
        kept = {"type": RUNNING, "rare_conditions": rare}
        verdict = world.check(RUNNING, stage=Stage.DRAFT, around={"entity": kept})
        told.append((verdict.edition, [(f.code, f.severity, f.place) for f in verdict.findings]))
    known = {str(kind) for kind in entities.EntityType}
    return (
        flagged.rare_conditions is True
        and plain.rare_conditions is False
        and flagged.type in known
        and told[0] == told[1]
        and told[0][0] is not None
    )


def rare_is_a_flag(world: World) -> bool:
    """Services for rare conditions are competence services with a flag; no function is guessed."""
    kept = world.entity(type=RUNNING, rare_conditions=True)
    return (
        kept.rare_conditions is True
        and kept.type in {str(kind) for kind in entities.EntityType}
        and kept.function is None
    )


def one_coordinating_unit(world: World) -> bool:
    """A network has room for one coordinating unit, which may be unknown; never for two."""
    unit = {"organisation": "helse-bergen"}
    kept = world.entity(type=NETWORK, coordinating_unit=unit)
    unknown = world.entity(type=NETWORK)
    two = world.case({}, entity={"type": NETWORK, "coordinating_unit": [unit, unit]})
    return (
        kept.coordinating_unit == entities.Host(organisation="helse-bergen")
        and unknown.coordinating_unit is None
        and two.entity is not None
        and two.entity.coordinating_unit is None
        and [fault.kind for fault in two.faults] == [FaultKind.UNREADABLE_PART]
    )


def room_for_two_places(world: World) -> bool:
    """A treatment service has room for its one or two places, and a wrong number is kept too."""
    places = [{"organisation": "helse-bergen"}, {"name": "Et oppdiktet sykehus"}]
    kept = [
        world.entity(type=kind, hosts=places[:count]).hosts
        for kind, count in zip(TREATMENT, (1, 2), strict=True)
    ]
    known = {str(kind) for kind in entities.EntityType}
    return known.issuperset(TREATMENT) and [len(hosts) for hosts in kept] == [1, 2]


def continuations_kept(world: World) -> bool:
    """The form of a continuation is one of four, or unknown; it is kept as recorded."""
    forms = [str(form) for form in continuations.Continuation]
    kept = [
        str(world.entity(type=RUNNING, continued_as=form).continued_as)
        for form in ("network", "centre", "other", "none")
    ]
    unrecorded = world.entity(type=RUNNING).continued_as
    other = world.case({}, entity={"type": RUNNING, "continued_as": "merger"})
    told = [fault.kind for fault in other.faults]
    return (
        forms == [*kept, "unknown"]
        and unrecorded == "unknown"
        and told == [FaultKind.UNREADABLE_PART]
    )


def may_end_for_good(world: World) -> bool:
    """That nothing is continued can be recorded, and has a name of its own."""
    kept = world.entity(type=RUNNING, continued_as="none").continued_as
    names = {str(key): text.nb for key, text in continuations.CONTINUATION_NAMES.items()}
    return str(continuations.Continuation(kept)) == "none" and names[kept] == "føres ikke videre"


def two_functions(world: World) -> bool:
    """A competence service has one of two functions, or none that is known."""
    kept = [world.entity(type=RUNNING, function=one).function for one in ("training", "building")]
    unknown = world.entity(type=RUNNING).function
    other = world.case({}, entity={"type": RUNNING, "function": "treatment"})
    told = [fault.kind for fault in other.faults]
    return (
        kept == ["training", "building"]
        and unknown is None
        and other.entity is not None
        and other.entity.function is None
        and told == [FaultKind.UNREADABLE_PART]
    )


def predecessors_kept(world: World) -> bool:
    """A centre may continue one service, several, or none."""
    several = (("a",), ("a", "b"), ())
    return all(
        world.entity(type=CENTRE, predecessors=list(ids)).predecessors == ids for ids in several
    ) and CENTRE in {str(kind) for kind in entities.EntityType}


def _type(*names: str) -> tuple[str, ...]:
    return tuple(f"EntityType.{name}" for name in names)


_NATIONAL_TYPES = _type(
    "NATIONAL_TREATMENT_SERVICE", "MULTIREGIONAL_TREATMENT_SERVICE", "NATIONAL_COMPETENCE_SERVICE"
)
_COMPETENCE = value("model.entities", *_type("NATIONAL_COMPETENCE_SERVICE"))
_RARE = value("model.entities", "Entity.rare_conditions")
_CONTINUED = value("model.entities", "Entity.continued_as")
_REGIONS = ("HELSE_NORD", "HELSE_MIDT_NORGE", "HELSE_SOR_OST", "HELSE_VEST")

PROOFS = (
    Proof(
        "S000-003",
        (
            *value("model.regions", "REGIONS", "REGION_NAMES", *(f"Region.{r}" for r in _REGIONS)),
            *value("sources.organisations", "organisations"),
        ),
        four_regions,
    ),
    Proof("S000-015", (*_RARE, *_COMPETENCE, template(RUNNING)), rare_on_the_same_footing),
    Proof("S000-016", (*_RARE, *_COMPETENCE, template(RUNNING)), rare_on_the_same_footing),
    Proof(
        "S001-005",
        value("model.entities", "NATIONAL_SERVICES", *_type("QUALITY_AND_COMPETENCE_NETWORK")),
        network_apart,
    ),
    Proof("S001-011", value("model.entities", "Entity.coordinating_unit"), one_coordinating_unit),
    Proof(
        "S002-017",
        (
            *value(
                "model.entities",
                "ENTITY_TYPE_NAMES",
                *_NATIONAL_TYPES,
                *_type("QUALITY_AND_COMPETENCE_NETWORK"),
            ),
            *(template(id_) for id_ in (*TREATMENT, NETWORK)),
        ),
        kinds(*TREATMENT, RUNNING, NETWORK),
    ),
    Proof(
        "S002-018",
        (
            *value("model.entities", "ENTITY_TYPE_NAMES", *_type("NATIONAL_CENTRE")),
            template(CENTRE),
        ),
        kinds(CENTRE),
    ),
    Proof("S002-023", (*_RARE, *_COMPETENCE), rare_is_a_flag),
    Proof(
        "S002-034",
        value("model.entities", "Entity.hosts", *_NATIONAL_TYPES[:2]),
        room_for_two_places,
    ),
    Proof(
        "S002-084",
        value("model.entities", "NATIONAL_SERVICES", *_NATIONAL_TYPES),
        three_national_services,
    ),
    Proof(
        "S002-092",
        (
            *_CONTINUED,
            *value(
                "model.continuations",
                *(f"Continuation.{f}" for f in ("NETWORK", "CENTRE", "OTHER", "NONE", "UNKNOWN")),
            ),
        ),
        continuations_kept,
    ),
    Proof(
        "S002-093",
        (*_CONTINUED, *value("model.continuations", "Continuation.NONE", "CONTINUATION_NAMES")),
        may_end_for_good,
    ),
    Proof(
        "S004-003",
        value("model.entities", "NATIONAL_SERVICES", *_NATIONAL_TYPES),
        three_national_services,
    ),
    Proof("S004-010", value("model.entities", "Entity.function"), two_functions),
    Proof(
        "S004-018",
        value("model.entities", "Entity.predecessors", *_type("NATIONAL_CENTRE")),
        predecessors_kept,
    ),
)
