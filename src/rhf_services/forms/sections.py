"""The parts of a form: four tabs, and the reference group's part on the last of them."""

from typing import Final

from rhf_services.model.forms import Asked, Section
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text, _
from rhf_services.sources.documents import SERVICES_PAGE, WEBINAR_2024

FROM_OUR_TASKS: Final = _(
    "Ta utgangspunkt i oppgavene dere har, og i vilkårene dere ble etablert med."
)
"""What the national forms say at the beginning of the evaluation (S004-027)."""

TASKS_AND_CONDITIONS: Final = SERVICES_PAGE.at("Rapportering", "S004-027")
"""Where that is written; the webinar does not say it."""

PEOPLE_TAB: Final = "Roller og ansvar = oversikt over personer"

PEOPLE_AND_GROUP: Final = _(
    "Stemmer opplysningene om personene? Rett det som trengs. "
    "Du kan legge til nye personer. Det kan være medlemmer av referansegruppen "
    "som er oppnevnt etter at skjemaet ble sendt ut."
)
PEOPLE_AND_NETWORK: Final = _(
    "Stemmer opplysningene om personene? Rett det som trengs. "
    "Du kan legge til nye personer. Det kan være medlemmer i nettverket "
    "som er oppnevnt etter at skjemaet ble sendt ut."
)
PEOPLE: Final = _(
    "Stemmer opplysningene om personene? Rett det som trengs. Du kan legge til nye personer."
)
"""What the tab of people says (S003-062, S003-063): with a group, in a network, with neither."""


def about(source: Source | None = None, standing: Standing = Standing.DOCUMENTED) -> Section:
    """Give the tab that shows the entity: kind, host, name and approved description.

    It has the same name for every kind of entity, as the form itself has (S003-046).

    Args:
        source: Where the form shows it.
        standing: How sure we are of it.

    Examples:
        >>> about().title.nb
        'Om senteret'
    """
    return Section(
        "about",
        _("Om senteret"),
        source or WEBINAR_2024.at("Rapporterings skjema", "S003-043", "S003-046", "S003-047"),
        standing,
    )


def people(
    source: Source | None = None,
    standing: Standing = Standing.DOCUMENTED,
    *,
    guidance: Text | None = PEOPLE_AND_GROUP,
) -> Section:
    """Give the tab of people and roles.

    Args:
        source: Where the form shows it.
        standing: How sure we are of it.
        guidance: What it says; a form without a reference group says
            `PEOPLE_AND_NETWORK` or `PEOPLE`.

    Examples:
        >>> people().title.nb
        'Roller og ansvar'
    """
    return Section(
        "people",
        _("Roller og ansvar"),
        source or WEBINAR_2024.at(PEOPLE_TAB, "S003-053", "S003-062", "S003-063"),
        standing,
        guidance=guidance,
    )


def activity(
    *asked: Asked, source: Source | None = None, standing: Standing = Standing.DOCUMENTED
) -> Section:
    """Give the tab of activities.

    Args:
        *asked: The activities, in the order of the form.
        source: Where the form shows them.
        standing: How sure we are of it.

    Examples:
        >>> activity().title.nb
        'Aktivitet'
    """
    return Section(
        "activity",
        _("Aktivitet"),
        source or WEBINAR_2024.at("Rapportmaler", "S003-073"),
        standing,
        asked,
        guidance=None if asked else _("Skjemaet har ingen spørsmål om aktivitet."),
    )


def evaluation(
    *asked: Asked,
    source: Source | None = None,
    standing: Standing = Standing.DOCUMENTED,
    guidance: Text | None = None,
) -> Section:
    """Give the tab of evaluation, with the questions to the entity.

    Examples:
        >>> evaluation().title.nb
        'Evaluering'
    """
    return Section(
        "evaluation",
        _("Evaluering"),
        source or WEBINAR_2024.at("Rapportmaler", "S003-073", "S003-074"),
        standing,
        asked,
        guidance=guidance,
        guidance_source=TASKS_AND_CONDITIONS if guidance is FROM_OUR_TASKS else None,
    )


def reference_group(*asked: Asked, standing: Standing = Standing.DOCUMENTED) -> Section:
    """Give the reference group's part, shown last on the tab of evaluation (S003-150).

    Examples:
        >>> reference_group().tab
        'evaluation'
    """
    return Section(
        "reference-group",
        _("Tilbakemelding fra referansegruppen"),
        WEBINAR_2024.at(
            "Referansegrupper for tjenester og sentre", "S003-117", "S003-150", "S003-151"
        ),
        standing,
        asked,
        tab="evaluation",
        guidance=_(
            "Gruppen skal vurdere aktiviteten og samarbeidet med tjenesten eller senteret "
            "i rapporteringsåret. Den skal også vurdere status for likeverdig behandling og "
            "kompetansespredning i hver region."
        ),
    )
