"""A new report from last year's: what lasts is carried over, the rest is shown beside.

People, research projects and quality tools go on from year to year. Articles, doctorates,
teaching, numbers and texts are each year's own: they are shown beside, and never filled in.
Nothing disappears without a line in the account.
"""

from typing import Any, Final

from rhf_services.hooks.registry import Registry
from rhf_services.model.forms import Edition
from rhf_services.model.report import REPORT_FORMAT, Report
from rhf_services.process.account import Account, CarriedOver
from rhf_services.process.carrying_answers import carried_answers
from rhf_services.process.carrying_around import carried_languages, told_around
from rhf_services.process.carrying_entity import carried_entity, carried_people
from rhf_services.process.comparison import stand

ITSELF: Final = ("format", "template", "year", "edition")
"""What a report calls itself; the new report has its own."""


def carry_over(report: Report, template: str, year: int, registry: Registry) -> CarriedOver:
    """Begin a new report with what lasts of an old one.

    The new report names no edition, so that it is read with the latest one known for its year.
    Ids of people and rows are kept. The old report is left as it is, whatever stands in it.

    Args:
        report: The old report, on any form or none.
        template: The id of the form of the new report.
        year: Its reporting year.
        registry: What is loaded.

    Returns:
        The new report, and an account with a line for everything that stood in the old one.

    Raises:
        LookupError: No such form is loaded.
        NoEditionError: The form has no edition for the year.

    Examples:
        >>> from rhf_services import Report, load_registry
        >>> old = Report({
        ...     "template": "national-centre",
        ...     "year": 2023,
        ...     "answers": {
        ...         "centre-status": "I rute.",
        ...         "research-projects": [{"id": "f1", "title": "Et forløp"}],
        ...     },
        ... })
        >>> made = carry_over(old, "national-centre", 2024, load_registry())
        >>> made.report.answers
        {'research-projects': [{'id': 'f1', 'title': 'Et forløp'}]}
        >>> [(str(line.fate), line.place.question) for line in made.account.lines]
        [('carried', 'research-projects'), ('beside', 'centre-status')]
    """
    if template not in registry.templates:
        raise LookupError(template)
    target = stand(registry.templates[template], year)
    old = report.tree
    answers = carried_answers(old, target, registry)
    parts = {
        "entity": carried_entity(old, target),
        "people": carried_people(old, target),
        "answers": answers,
        "languages": carried_languages(old, target, answers.value or {}),
    }
    new: dict[str, Any] = {"format": REPORT_FORMAT, "template": template, "year": year}
    new |= {key: part.value for key, part in parts.items() if part.value is not None}
    told = [line for part in parts.values() for line in part.lines]
    account = Account(
        old={key: old[key] for key in ITSELF if key in old},
        template=target.template,
        edition=target.edition,
        year=year,
        lines=(*told, *told_around(old, target)),
        old_edition=_edition_of(report, registry),
        titles={**registry.titles, **{id_: one.label for id_, one in registry.questions.items()}},
    )
    return CarriedOver(Report(new), account)


def _edition_of(report: Report, registry: Registry) -> Edition | None:
    """Find the edition a report was made on, where its form is loaded and holds for its year."""
    form = registry.templates.get(report.template or "")
    chosen = form.edition_for(report.year, report.edition) if form and report.year else None
    return chosen.edition if chosen else None
