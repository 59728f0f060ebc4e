"""What the guidance of the evaluation says and asks: each duty of the document is in the words.

A statement about guidance is carried by the text itself. Its proof finds the words that carry the
duty, in every edition of every form the statement speaks of.
"""

from rhf_services.i18n import entities as shown
from rhf_services.trace.carriers import text, value
from rhf_services.trace.facts import Proof, every, tells
from rhf_services.trace.world import (
    CENTRE,
    FINAL,
    NETWORK,
    NEW,
    RUNNING,
    TREATMENT,
    WITH_FEEDBACK,
    World,
)

ACCESS, PATHWAY, QUALITY = "equal-access", "pathway-cooperation", "treatment-quality"
SPREAD, COOPERATION, PLAN = (
    "competence-spread",
    "establishment-cooperation",
    "treatment-quality-plan",
)
RESULTS, TRANSITION = "main-results", "transition"
SPREADS = (RUNNING, NEW)

Told = tuple[str, tuple[str, ...], str, tuple[str, ...]]
"""The statement, the forms it speaks of, the question, and the words that carry it."""

TOLD: tuple[Told, ...] = (
    ("S003-102", TREATMENT, ACCESS, ("skal sette i verk tiltak", "sikre likeverdig tilgang")),
    (
        "S003-103",
        TREATMENT,
        ACCESS,
        ("Hvilke tiltak virker godt?", "Hva ser dere som utfordringer"),
    ),
    (
        "S003-105",
        TREATMENT,
        PATHWAY,
        ("skal gi helsehjelp til alle pasienter", "oppfyller indikasjonen"),
    ),
    (
        "S003-106",
        TREATMENT,
        PATHWAY,
        ("Annen oppfølging av pasienten", "skal skje i resten av helsetjenesten"),
    ),
    (
        "S003-107",
        TREATMENT,
        PATHWAY,
        ("hele sykdomsforløpet under ett", "ofte i et livsløpsperspektiv"),
    ),
    (
        "S003-108",
        TREATMENT,
        PATHWAY,
        ("Hvordan er samarbeidet rundt pasientforløpet", "for pasientgruppen?"),
    ),
    ("S003-111", TREATMENT, QUALITY, ("overvåke", "behandlingsresultat")),
    ("S003-112", TREATMENT, QUALITY, ("formidle", "behandlingsresultat")),
    (
        "S003-113",
        TREATMENT,
        QUALITY,
        ("Hvilken effekt har", "kort status", "verktøyene dere måler med"),
    ),
    (
        "S003-116",
        WITH_FEEDBACK,
        "reporting-feedback",
        ("rapportskjemaet", "måten rapporteringen er organisert på", "tar gjerne imot innspill"),
    ),
    (
        "S003-120",
        SPREADS,
        SPREAD,
        (
            "har som oppgave å veilede",
            "spre kunnskap og kompetanse",
            "til helsetjenesten, andre tjenesteytere og brukere",
        ),
    ),
    (
        "S003-121",
        SPREADS,
        SPREAD,
        ("Hvordan vurderer dere årets aktivitet", "opp mot planen for kompetansespredning?"),
    ),
    (
        "S003-122",
        (RUNNING,),
        SPREAD,
        ("Har dere kunnskap om at aktiviteten har effekt på pasientbehandlingen?",),
    ),
    ("S003-126", (NEW,), COOPERATION, ("sikre at kunnskap spres i hele landet",)),
    (
        "S003-127",
        (NEW,),
        COOPERATION,
        ("bidra til drift i tråd med formål og forskrift",),
    ),
    (
        "S003-128",
        (NEW,),
        COOPERATION,
        (
            "status for samarbeidet med referansegruppen?",
            "status for annet nasjonalt, faglig samarbeid",
        ),
    ),
    (
        "S003-130",
        (NEW,),
        PLAN,
        ("overvåke og formidle behandlingsresultater er en sentral oppgave",),
    ),
    (
        "S003-131",
        (NEW,),
        PLAN,
        ("vil dere bruke kvalitetsverktøyene til å overvåke kvaliteten", "skal dette formidles?"),
    ),
    ("S003-135", (FINAL,), RESULTS, ("først og fremst bygge opp kompetanse", "formidle den")),
    (
        "S003-136",
        (FINAL,),
        RESULTS,
        ("hovedresultatene", "siden oppstart?", "gjerne", "både tjenesten og referansegruppen"),
    ),
    (
        "S003-141",
        (CENTRE,),
        "centre-status",
        ("ut fra mandatet", "kort status", "særlig vekt på effekt på pasientbehandlingen"),
    ),
    (
        "S003-144",
        (NETWORK,),
        "network-status",
        ("forskning og kvalitetsregistre", "ny og eksisterende", "tas i bruk i alle regioner"),
    ),
    ("S003-145", (NETWORK,), "network-status", ("bistå eier med å avklare faglige spørsmål",)),
    (
        "S003-147",
        (NETWORK,),
        "network-cooperation",
        (
            "faglig samarbeid på tvers av regionene",
            "felles ansvar for å spre kompetanse",
            "ett fagmiljø koordinerer aktiviteten",
        ),
    ),
    (
        "S003-148",
        (NETWORK,),
        "network-cooperation",
        ("Hvordan er samarbeidet i nettverket?", "kort tilbakemelding"),
    ),
)


def the_recorded_form_stands_beside(world: World) -> bool:
    """Where a host has recorded a transition its form is shown beside; otherwise "not known"."""
    asked = world.asked(FINAL, TRANSITION)
    recorded = [
        shown.beside(asked, "nb", world.entity(type=RUNNING, continued_as=form))
        for form in ("network", "centre", "other", "none")
    ]
    return (
        recorded == ["nettverk", "senter", "en annen organisasjonsform", "føres ikke videre"]
        and shown.beside(asked, "nb", world.entity(type=RUNNING)) == "ikke kjent"
        and shown.beside(asked, "nb") == "ikke kjent"
        and shown.beside(world.asked(FINAL, RESULTS), "nb") is None
    )


def _told(row: str, forms: tuple[str, ...], question: str, words: tuple[str, ...]) -> Proof:
    key = f"{question}.guidance"
    return Proof(row, text(key, *forms), every(*(tells(form, key, *words) for form in forms)))


PROOFS = (
    *(_told(*told) for told in TOLD),
    Proof(
        "S003-138",
        (
            *text(f"{TRANSITION}.guidance", FINAL),
            *value("i18n.entities", "beside"),
            *value("model.forms", "Asked.beside"),
            *value("model.entities", "Entity.continued_as"),
        ),
        every(
            tells(
                FINAL,
                f"{TRANSITION}.guidance",
                "status for overgangen til en annen organisasjonsform?",
                "nettverk, senter eller en annen form",
            ),
            the_recorded_form_stands_beside,
        ),
    ),
)
