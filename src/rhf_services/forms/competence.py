"""Parts that the forms of competence services and centres share."""

from rhf_services.forms import activities, sections
from rhf_services.forms.limits import UP_TO_FIVE
from rhf_services.model.forms import Asked, Limit, Section
from rhf_services.model.sources import Source, Standing


def competence_activity(
    source: Source,
    standing: Standing,
    limit: Limit | None,
    *more: Asked,
) -> Section:
    """Give the tab of activities of competence services and centres.

    Args:
        source: Where the form's activities are listed.
        standing: How sure we are that the form of these years has them.
        limit: How many articles and projects are asked for.
        *more: What the form asks beyond the four that all of them ask.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> tab = competence_activity(WEBINAR_2024.at("Aktivitet"), Standing.DOCUMENTED, None)
        >>> [asked.id for asked in tab.asked]
        ['scientific-articles', 'research-projects', 'teaching', 'dissemination']
    """
    limited = UP_TO_FIVE if limit else source
    return sections.activity(
        activities.articles(limited, standing, limit),
        activities.projects(limited, standing, limit),
        activities.teaching(source, standing),
        activities.dissemination(source, standing),
        *more,
    )
