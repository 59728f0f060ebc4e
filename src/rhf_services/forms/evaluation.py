"""Evaluation questions to the entity that more than one form puts, or that stand alone.

Titles are the form's own, word for word. The guidance is in our words with every duty of the
document in it.
"""

from typing import Final

from rhf_services.forms.choices import QUALITY_TOOLS
from rhf_services.model.forms import Asked
from rhf_services.model.questions import LongText, TextWithChoices
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import WEBINAR_2024

EQUAL_ACCESS: Final = LongText("equal-access")
PATHWAY_COOPERATION: Final = LongText("pathway-cooperation")
COMPETENCE_SPREAD: Final = LongText("competence-spread")
TREATMENT_QUALITY: Final = TextWithChoices("treatment-quality", QUALITY_TOOLS)
REPORTING_FEEDBACK: Final = LongText("reporting-feedback")


_SPREAD: Final = _(
    "Hvordan vurderer dere årets aktivitet opp mot planen for kompetansespredning? "
    "Kompetansetjenester har som oppgave å veilede og å spre kunnskap og kompetanse "
    "til helsetjenesten, andre tjenesteytere og brukere."
)
_SPREAD_AND_EFFECT: Final = _(
    "Hvordan vurderer dere årets aktivitet opp mot planen for kompetansespredning? "
    "Har dere kunnskap om at aktiviteten har effekt på pasientbehandlingen? "
    "Kompetansetjenester har som oppgave å veilede og å spre kunnskap og kompetanse "
    "til helsetjenesten, andre tjenesteytere og brukere."
)


def equal_access(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask about equal access for patients from all regions.

    Examples:
        >>> equal_access(WEBINAR_2024.at("Evaluering")).label.nb
        'Likeverdig tilgang for pasienter fra alle regioner'
    """
    return Asked(
        EQUAL_ACCESS,
        label=_("Likeverdig tilgang for pasienter fra alle regioner"),
        guidance=_(
            "Hvilke tiltak virker godt? "
            "Hva ser dere som utfordringer i arbeidet med likeverdig tilgang? "
            "Behandlingstjenester skal sette i verk tiltak for å sikre likeverdig tilgang."
        ),
        source=source,
        standing=standing,
    )


def pathway_cooperation(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask about the cooperation around the patient pathway.

    Examples:
        >>> pathway_cooperation(WEBINAR_2024.at("Evaluering")).label.nb
        'Samarbeid rundt pasientforløp'
    """
    return Asked(
        PATHWAY_COOPERATION,
        label=_("Samarbeid rundt pasientforløp"),
        guidance=_(
            "Hvordan er samarbeidet rundt pasientforløpet for pasientgruppen? "
            "Tjenesten skal gi helsehjelp til alle pasienter som oppfyller indikasjonen "
            "for behandling der. "
            "Annen oppfølging av pasienten skal skje i resten av helsetjenesten. "
            "Tjenesten skal se hele sykdomsforløpet under ett, ofte i et livsløpsperspektiv."
        ),
        source=source,
        standing=standing,
    )


def treatment_quality(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask about the quality of treatment results, with the quality tools as a choice list.

    Examples:
        >>> treatment_quality(WEBINAR_2024.at("Evaluering")).question.choices.id
        'quality-tools'
    """
    return Asked(
        TREATMENT_QUALITY,
        label=_("Kvalitet på behandlingsresultater"),
        guidance=_(
            "Hvilken effekt har behandlingstjenesten hatt? "
            "Gi en kort status, og ta utgangspunkt i verktøyene dere måler med. "
            "Behandlingstjenester skal overvåke behandlingsresultater og formidle dem."
        ),
        source=source,
        standing=standing,
    )


def competence_spread(
    source: Source, standing: Standing = Standing.DOCUMENTED, *, effect: bool
) -> Asked:
    """Ask for the status of the spreading of competence.

    Args:
        source: Where the form asks it.
        standing: How sure we are that it does.
        effect: Whether the form also asks if the effect on patient treatment is known: that of
            running services does, that of new ones does not.

    Examples:
        >>> competence_spread(WEBINAR_2024.at("Evaluering"), effect=True).label.nb
        'Status for kompetansespredning'
    """
    return Asked(
        COMPETENCE_SPREAD,
        label=_("Status for kompetansespredning"),
        guidance=_SPREAD_AND_EFFECT if effect else _SPREAD,
        source=source,
        standing=standing,
    )


def reporting_feedback(
    source: Source | None = None, standing: Standing = Standing.DOCUMENTED
) -> Asked:
    """Ask for feedback on the reporting itself; hidden from the public page, never missed.

    Examples:
        >>> reporting_feedback().optional
        True
    """
    return Asked(
        REPORTING_FEEDBACK,
        label=_("Tilbakemelding om årsrapportering"),
        guidance=_(
            "Hva mener dere om rapportskjemaet og om måten rapporteringen er organisert på? "
            "Servicemiljøet tar gjerne imot innspill. Feltet kan stå tomt."
        ),
        source=source or WEBINAR_2024.at("Evaluering (tekstfelt)", "S003-114", "S003-116"),
        standing=standing,
        hidden=True,
        optional=True,
    )
