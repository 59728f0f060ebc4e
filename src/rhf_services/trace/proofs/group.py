"""What the reference group is asked: the entry, its six questions, and two lists of guidance."""

from types import MappingProxyType

from rhf_services.model.rules import Audience, Severity
from rhf_services.trace.carriers import Carrier, question, rule, section, text
from rhf_services.trace.facts import Fact, Proof, asks, every, missed, never_missed, speaks, tells
from rhf_services.trace.world import (
    CENTRE,
    FINAL,
    NEW,
    RUNNING,
    SOMETHING,
    TREATMENT,
    WITH_GROUP,
    World,
)

PART = "reference-group"
ASSESSMENT = "group-assessment"
USER = "group-user-representative"
REGIONS = MappingProxyType(
    {
        "group-helse-nord": "Helse Nord",
        "group-helse-midt-norge": "Helse Midt-Norge",
        "group-helse-sor-ost": "Helse Sør-Øst",
        "group-helse-vest": "Helse Vest",
    }
)
LIST_B = (RUNNING, NEW, CENTRE)
TITLES = MappingProxyType(
    {
        ASSESSMENT: "Referansegruppens vurdering av aktivitet og resultat",
        USER: "Referansegruppens brukerrepresentant",
        **{id_: f"Referansegruppens representant – {name}" for id_, name in REGIONS.items()},
    }
)
DISCUSSED = (
    "henvisningsrutiner",
    "resultatmål",
    "likeverdig tilgjengelighet for pasienter",
    "kompetansespredning",
    "regionale utfordringer",
    "planer for året etter",
)


def the_entry_comes_last(world: World) -> bool:
    """The last part has the entry's name, followed by the six questions."""
    parts = [edition.sections[-1] for id_ in WITH_GROUP for edition in world.editions(id_)]
    return all(
        part.title.nb == "Tilbakemelding fra referansegruppen"
        and [asked.id for asked in part.asked] == list(TITLES)
        for part in parts
    )


def regions_are_named_together(form: str) -> Fact:
    """Tell whether missing regions give one warning to the group's leader, by region."""

    def holds(world: World) -> bool:
        def told(**answers: object) -> list[tuple[object, ...]]:
            verdict = world.check(form, answers, sections=SOMETHING)
            return [
                (one.params["regions"], one.severity, one.audience, one.blocks)
                for one in world.found(verdict, "GRP002")
            ]

        ids = [id_.removeprefix("group-") for id_ in REGIONS]
        two: dict[str, object] = {id_: {"not_received": True} for id_ in list(REGIONS)[:2]}
        rest: dict[str, object] = dict.fromkeys(list(REGIONS)[2:], "Et svar.")
        leader = (Severity.WARNING, Audience.GROUP_LEADER, False)
        return (
            told() == [(tuple(ids), *leader)]
            and told(**two) == [(tuple(ids[2:]), *leader)]
            and told(**two, **rest) == []
        )

    return holds


def _places(forms: tuple[str, ...], ids: tuple[str, ...]) -> list[Fact]:
    order = list(TITLES)
    return [
        asks(form, PART, order.index(id_) + 1, id_, TITLES[id_]) for form in forms for id_ in ids
    ]


def _words(forms: tuple[str, ...], ids: tuple[str, ...], words: tuple[str, ...]) -> list[Fact]:
    return [tells(form, f"{id_}.guidance", *words) for form in forms for id_ in ids]


def _carried(forms: tuple[str, ...], ids: tuple[str, ...]) -> tuple[Carrier, ...]:
    """Give the questions with their titles and guidance as carriers."""
    return tuple(
        one
        for id_ in ids
        for several in (
            question(id_, *forms),
            text(f"{id_}.label", *forms),
            text(f"{id_}.guidance", *forms),
        )
        for one in several
    )


def _one(row: str, forms: tuple[str, ...], id_: str, words: tuple[str, ...]) -> Proof:
    """Prove one question of a list; in the final report it is optional."""
    optional = tuple(form for form in forms if form == FINAL)
    warned = tuple(form for form in forms if form != FINAL)
    facts = [*_places(forms, (id_,)), *_words(forms, (id_,), words)]
    facts += [missed(form, id_) for form in warned]
    facts += [never_missed(form, id_) for form in optional]
    return Proof(row, (rule("GRP001"), *_carried(forms, (id_,))), every(*facts))


def _regional(row: str, forms: tuple[str, ...], words: tuple[str, ...]) -> Proof:
    ids = tuple(REGIONS)
    optional = [never_missed(form, id_) for form in forms if form == FINAL for id_ in ids]
    told = [regions_are_named_together(form) for form in forms if form != FINAL]
    facts = [*_places(forms, ids), *_words(forms, ids, words), *told, *optional]
    leader = speaks("GRP002", Severity.WARNING, Audience.GROUP_LEADER)
    return Proof(row, (rule("GRP002"), *_carried(forms, ids)), every(leader, *facts))


def _assess(row: str, words: tuple[str, ...], ids: tuple[str, ...], *more: Carrier) -> Proof:
    """Prove that the group's part says what to assess, and has the questions to do it in."""
    key = f"section.{PART}.guidance"
    asked = tuple(one for id_ in ids for one in question(id_, *WITH_GROUP))
    facts = [tells(form, key, *words) for form in WITH_GROUP]
    facts += _places(WITH_GROUP, ids)
    facts += [speaks(one.address, Severity.WARNING, Audience.GROUP_LEADER) for one in more]
    return Proof(row, (*text(key, *WITH_GROUP), *asked, *more), every(*facts))


PROOFS = (
    Proof(
        "S003-117",
        (
            *section(PART, *WITH_GROUP),
            *text(f"section.{PART}.title", *WITH_GROUP),
            *(one for id_ in TITLES for one in question(id_, *WITH_GROUP)),
        ),
        the_entry_comes_last,
    ),
    _assess(
        "S003-151",
        (
            "skal vurdere aktiviteten",
            "i rapporteringsåret",
        ),
        (ASSESSMENT,),
    ),
    _assess(
        "S003-152",
        ("samarbeidet med tjenesten eller senteret",),
        (ASSESSMENT, USER),
    ),
    _assess(
        "S003-153",
        ("status for likeverdig behandling", "i hver region"),
        tuple(REGIONS),
        rule("GRP002"),
    ),
    _assess(
        "S003-154",
        ("kompetansespredning i hver region",),
        tuple(REGIONS),
        rule("GRP002"),
    ),
    _one("S003-159", TREATMENT, ASSESSMENT, (*DISCUSSED, "ta gjerne utgangspunkt", "samordne")),
    _one(
        "S003-160",
        TREATMENT,
        USER,
        ("brukerrepresentantens tilbakemelding på arbeidet i tjenesten", "samarbeidet med den"),
    ),
    _regional(
        "S003-161",
        TREATMENT,
        ("aktuelle pasienter i din helseregion", "tilgang til behandlingstjenesten"),
    ),
    _one("S003-163", (*LIST_B, FINAL), ASSESSMENT, (*DISCUSSED, "ta gjerne utgangspunkt")),
    _one(
        "S003-164",
        (*LIST_B, FINAL),
        USER,
        ("brukerrepresentantens tilbakemelding på arbeidet i tjenesten", "og på samarbeidet"),
    ),
    _regional(
        "S003-165",
        (*LIST_B, FINAL),
        ("sikre at kompetanse bygges opp", "dialog", "alle relevante fagmiljøer i din helseregion"),
    ),
)
