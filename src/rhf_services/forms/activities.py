"""The seven kinds of activity, as typed keys and as the forms ask for them.

The kinds and their names are documented (webinar 2024, «Aktivitet»). The fields of a row are
not: they are observed in published reports, or proposed. The guidance is ours until the official
wording is laid over it; what it says beyond the document is our proposal.
"""

from typing import Final

from rhf_services.forms.choices import ACTIVITY_TYPES, AFFILIATIONS, QUALITY_TOOLS, UNITS
from rhf_services.model.columns import ChoiceColumn, NumberColumn, TextColumn
from rhf_services.model.forms import Asked, Limit
from rhf_services.model.questions import Table
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import _
from rhf_services.sources.documents import PUBLISHED_REPORTS, proposal

_PROPOSED: Final = proposal("no document or report shows the fields of a row of this kind")
_SEEN: Final = PUBLISHED_REPORTS.at("Formidling og undervisning")
_SEEN_NUMBERS: Final = PUBLISHED_REPORTS.at("Klinisk aktivitet")

ARTICLE_TITLE: Final = TextColumn("title", _("Tittel"), starred=True)
DOI: Final = TextColumn("doi", _("DOI"), form="doi")
SCIENTIFIC_ARTICLES: Final = Table(
    "scientific-articles",
    (
        ARTICLE_TITLE,
        TextColumn("authors", _("Forfattere")),
        TextColumn("journal", _("Tidsskrift")),
        NumberColumn("year", _("År")),
        DOI,
        TextColumn("pubmed", _("PubMed-id")),
    ),
    fields_source=_PROPOSED,
)

DOCTORATES: Final = Table(
    "doctorates",
    (
        TextColumn("person", _("Navn")),
        TextColumn("date", _("Dato"), form="date"),
        TextColumn("institution", _("Institusjon")),
        TextColumn("title", _("Tittel"), starred=True),
    ),
    fields_source=_PROPOSED,
)

PROJECT_END: Final = TextColumn("to", _("Til"), form="date")
RESEARCH_PROJECTS: Final = Table(
    "research-projects",
    (
        TextColumn("title", _("Tittel"), starred=True),
        TextColumn("leader", _("Prosjektleder")),
        TextColumn("from", _("Fra"), form="date"),
        PROJECT_END,
        TextColumn("financing", _("Finansiering")),
    ),
    lasting=True,
    fields_source=_PROPOSED,
)

_WHAT: Final = TextColumn("text", _("Beskrivelse"), starred=True)
_TYPE: Final = ChoiceColumn("type", _("Type"), ACTIVITY_TYPES)
TEACHING: Final = Table("teaching", (_WHAT, _TYPE), fields=Standing.OBSERVED, fields_source=_SEEN)
DISSEMINATION: Final = Table(
    "dissemination", (_WHAT, _TYPE), fields=Standing.OBSERVED, fields_source=_SEEN
)

AFFILIATION: Final = ChoiceColumn("affiliation", _("Tilhørighet"), AFFILIATIONS, starred=True)
COUNT: Final = NumberColumn("count", _("Antall"), starred=True, minimum=0)
CLINICAL_ACTIVITY: Final = Table(
    "clinical-activity",
    (AFFILIATION, COUNT, ChoiceColumn("unit", _("Enhet"), UNITS)),
    with_text=True,
    fields=Standing.OBSERVED,
    fields_source=_SEEN_NUMBERS,
)

QUALITY_TOOL_ROWS: Final = Table(
    "quality-tools",
    (
        ChoiceColumn("kind", _("Type verktøy"), QUALITY_TOOLS, starred=True),
        TextColumn("name", _("Navn")),
        TextColumn("text", _("Beskrivelse")),
    ),
    lasting=True,
    fields_source=_PROPOSED,
)


_RELEVANT_ARTICLES: Final = _(
    "Hvilke vitenskapelige artikler er direkte relevante for oppdraget? "
    "Tittelen er nok; DOI eller PubMed-id gjør artikkelen lett å finne."
)
_ARTICLES: Final = _(
    "Hvilke vitenskapelige artikler kom i rapporteringsåret? "
    "Tittelen er nok; DOI eller PubMed-id gjør artikkelen lett å finne."
)
_RELEVANT_PROJECTS: Final = _(
    "Hvilke forskningsprosjekter er direkte relevante for oppdraget? "
    "Prosjekter som fortsetter fra i fjor, kan stå."
)
_PROJECTS: Final = _(
    "Hvilke forskningsprosjekter har dere hatt i rapporteringsåret? "
    "Prosjekter som fortsetter fra i fjor, kan stå."
)


def articles(
    source: Source,
    standing: Standing = Standing.DOCUMENTED,
    limit: Limit | None = None,
) -> Asked:
    """Ask for scientific articles; where there is a limit, for those directly relevant (S003-098).

    Args:
        source: Where the form asks for them.
        standing: How sure we are that it does.
        limit: How many are asked for, and in which year that was said.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> articles(WEBINAR_2024.at("Aktivitet"), limit=Limit(5, 2024)).limit.most
        5
    """
    return Asked(
        SCIENTIFIC_ARTICLES,
        label=_("Vitenskapelige artikler"),
        guidance=_RELEVANT_ARTICLES if limit else _ARTICLES,
        source=source,
        standing=standing,
        limit=limit,
    )


def doctorates(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask for completed doctoral degrees.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> doctorates(WEBINAR_2024.at("Aktivitet")).id
        'doctorates'
    """
    return Asked(
        DOCTORATES,
        label=_("Avlagte doktorgrader"),
        guidance=_("Hvilke doktorgrader innen fagområdet ble avlagt i rapporteringsåret?"),
        source=source,
        standing=standing,
    )


def projects(
    source: Source,
    standing: Standing = Standing.DOCUMENTED,
    limit: Limit | None = None,
) -> Asked:
    """Ask for research projects; where there is a limit, for those directly relevant (S003-098).

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> projects(WEBINAR_2024.at("Aktivitet")).id
        'research-projects'
    """
    return Asked(
        RESEARCH_PROJECTS,
        label=_("Forskningsprosjekter"),
        guidance=_RELEVANT_PROJECTS if limit else _PROJECTS,
        source=source,
        standing=standing,
        limit=limit,
    )


def teaching(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask for teaching.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> teaching(WEBINAR_2024.at("Aktivitet")).id
        'teaching'
    """
    return Asked(
        TEACHING,
        label=_("Undervisning"),
        guidance=_(
            "Hvilken undervisning har dere gitt i rapporteringsåret? "
            "Tall, for eksempel på kurs og deltakere, kan stå i teksten."
        ),
        source=source,
        standing=standing,
    )


def dissemination(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask for dissemination.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> dissemination(WEBINAR_2024.at("Aktivitet")).id
        'dissemination'
    """
    return Asked(
        DISSEMINATION,
        label=_("Formidling"),
        guidance=_(
            "Hvordan har dere gjort kunnskapen kjent for helsepersonell, pasienter og andre? "
            "Ta med det viktigste; ikke alt trenger å stå."
        ),
        source=source,
        standing=standing,
    )


def clinical_activity(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask for clinical activity: one number for each affiliation, and one text.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> clinical_activity(WEBINAR_2024.at("Aktivitet")).question.with_text
        True
    """
    return Asked(
        CLINICAL_ACTIVITY,
        label=_("Klinisk aktivitet"),
        guidance=_(
            "Hvor mange pasienter kom fra hver helseregion? "
            "Forklar gjerne tallene i teksten under. "
            "Skriv ikke noe som kan vise hvem en pasient er."
        ),
        source=source,
        standing=standing,
    )


def quality_tools(source: Source, standing: Standing = Standing.DOCUMENTED) -> Asked:
    """Ask for quality tools.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> quality_tools(WEBINAR_2024.at("Aktivitet")).id
        'quality-tools'
    """
    return Asked(
        QUALITY_TOOL_ROWS,
        label=_("Kvalitetsverktøy"),
        guidance=_("Hvilke registre, retningslinjer, biobanker eller andre verktøy bruker dere?"),
        source=source,
        standing=standing,
    )
