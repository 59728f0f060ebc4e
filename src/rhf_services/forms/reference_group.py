"""The reference group's six questions: list A for treatment services, list B for the others."""

from typing import Final

from rhf_services.model.forms import Addressee, Asked
from rhf_services.model.questions import LongText
from rhf_services.model.regions import REGIONS, Region
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text, _
from rhf_services.sources.documents import WEBINAR_2024

GROUP_ASSESSMENT: Final = LongText("group-assessment", group=True)
GROUP_USER_REPRESENTATIVE: Final = LongText("group-user-representative", group=True)
GROUP_REGIONS: Final = tuple(LongText(f"group-{region}", group=True) for region in REGIONS)

_REGIONAL_TITLES: Final = (
    _("Referansegruppens representant – Helse Nord"),
    _("Referansegruppens representant – Helse Midt-Norge"),
    _("Referansegruppens representant – Helse Sør-Øst"),
    _("Referansegruppens representant – Helse Vest"),
)

LIST_A: Final = WEBINAR_2024.at(
    "Nasjonale og flerregionale behandlingstjenester – spørsmål til referansegruppen",
    "S003-159",
    "S003-160",
    "S003-161",
)


def group_list_a(standing: Standing = Standing.DOCUMENTED) -> tuple[Asked, ...]:
    """Give list A: the group's assessment, the user representative, and the four regions.

    Args:
        standing: How sure we are that the form of these years asks it.

    Examples:
        >>> [asked.id for asked in group_list_a()][:3]
        ['group-assessment', 'group-user-representative', 'group-helse-nord']
    """
    return group_questions(
        LIST_A,
        standing,
        assessment=_(
            "Hvordan vurderer gruppen aktivitet og resultat? "
            "Ta gjerne utgangspunkt i saker dere har drøftet. Eksempler er henvisningsrutiner, "
            "resultatmål, likeverdig tilgjengelighet for pasienter, kompetansespredning, "
            "regionale utfordringer og planer for året etter. "
            "Lederen av referansegruppen har ansvar for å samordne tilbakemeldingen."
        ),
        user=_(
            "Hva er brukerrepresentantens tilbakemelding på arbeidet i tjenesten "
            "og på samarbeidet med den?"
        ),
        regional=_(
            "Hva er gjort for å sikre at aktuelle pasienter i din helseregion "
            "har fått tilgang til behandlingstjenesten?"
        ),
    )


LIST_B: Final = WEBINAR_2024.at(
    "Nasjonale kompetansetjenester og nasjonale sentre – spørsmål til referansegruppen",
    "S003-163",
    "S003-164",
    "S003-165",
)


def group_list_b(standing: Standing = Standing.DOCUMENTED) -> tuple[Asked, ...]:
    """Give list B, for competence services and centres.

    Args:
        standing: How sure we are that the form of these years asks it.

    Examples:
        >>> group_list_b()[2].guidance == group_list_a()[2].guidance
        False
    """
    return group_questions(
        LIST_B,
        standing,
        assessment=_(
            "Hvordan vurderer gruppen aktivitet og resultat? "
            "Ta gjerne utgangspunkt i saker dere har drøftet. Eksempler er henvisningsrutiner, "
            "resultatmål, likeverdig tilgjengelighet for pasienter, kompetansespredning, "
            "regionale utfordringer og planer for året etter."
        ),
        user=_(
            "Hva er brukerrepresentantens tilbakemelding på arbeidet i tjenesten eller senteret, "
            "og på samarbeidet med tjenesten eller senteret?"
        ),
        regional=_(
            "Hva er gjort for å sikre at kompetanse bygges opp gjennom dialog "
            "med alle relevante fagmiljøer i din helseregion?"
        ),
    )


def group_questions(
    source: Source, standing: Standing, *, assessment: Text, user: Text, regional: Text
) -> tuple[Asked, ...]:
    """Put the six questions with the guidance of one list.

    Args:
        source: Where the list stands.
        standing: How sure we are of it.
        assessment: Guidance to the group as a whole.
        user: Guidance to the user representative.
        regional: Guidance to each regional representative.

    Examples:
        >>> from rhf_services.model.text import Text
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> source, words = WEBINAR_2024.at("Evaluering"), Text("Hva mener dere?")
        >>> put = group_questions(
        ...     source, Standing.PROPOSED, assessment=words, user=words, regional=words
        ... )
        >>> [asked.id for asked in put][:3]
        ['group-assessment', 'group-user-representative', 'group-helse-nord']
    """

    def put(key: LongText, label: Text, guidance: Text, region: Region | None = None) -> Asked:
        return Asked(key, label, guidance, source, standing, to=Addressee.GROUP, region=region)

    return (
        put(
            GROUP_ASSESSMENT, _("Referansegruppens vurdering av aktivitet og resultat"), assessment
        ),
        put(GROUP_USER_REPRESENTATIVE, _("Referansegruppens brukerrepresentant"), user),
        *(
            put(key, label, regional, region)
            for key, label, region in zip(GROUP_REGIONS, _REGIONAL_TITLES, REGIONS, strict=True)
        ),
    )
