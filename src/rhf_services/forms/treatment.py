"""The whole form of treatment services, which national and multiregional ones share."""

from rhf_services.forms import activities, evaluation, sections
from rhf_services.forms.limits import UP_TO_FIVE
from rhf_services.forms.reference_group import group_list_a
from rhf_services.model.forms import Limit, Section
from rhf_services.model.sources import Source, Standing


def treatment_sections(
    activity: Source,
    questions: Source,
    standing: Standing = Standing.DOCUMENTED,
    limit: Limit | None = None,
) -> tuple[Section, ...]:
    """Give the parts of the form of a running treatment service.

    Args:
        activity: Where the form's activities are listed.
        questions: Where its evaluation questions are.
        standing: How sure we are that the form of these years has them.
        limit: How many articles and projects are asked for.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> place = WEBINAR_2024.at("Rapportmaler")
        >>> [section.id for section in treatment_sections(place, place)][-1]
        'reference-group'
    """
    limited = UP_TO_FIVE if limit else activity
    return (
        sections.about(),
        sections.people(),
        sections.activity(
            activities.articles(limited, standing, limit),
            activities.projects(limited, standing, limit),
            activities.teaching(activity, standing),
            activities.dissemination(activity, standing),
            activities.clinical_activity(activity, standing),
        ),
        sections.evaluation(
            evaluation.equal_access(questions, standing),
            evaluation.pathway_cooperation(questions, standing),
            evaluation.treatment_quality(questions, standing),
            evaluation.reporting_feedback(standing=standing),
            guidance=sections.FROM_OUR_TASKS,
        ),
        sections.reference_group(*group_list_a(standing), standing=standing),
    )
