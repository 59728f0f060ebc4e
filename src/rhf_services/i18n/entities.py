"""What a form shows of whoever reports, from what the report and the host know; in words."""

from attrs import field, frozen

from rhf_services.i18n.languages import language
from rhf_services.i18n.names import label
from rhf_services.model.continuations import Beside, Continuation
from rhf_services.model.entities import Entity
from rhf_services.model.forms import Asked
from rhf_services.model.report import Report
from rhf_services.sources.organisations import name_of


@frozen
class About:
    """What the first tab shows; every part may be absent.

    Attributes:
        kind: The kind of entity, in words.
        hosts: The health trusts or private hospitals where it is located, by name.
        name: Its name in the reporting year.
        description: Its approved description in the reporting year.

    Examples:
        >>> About(kind="Nasjonalt senter").hosts
        ()
    """

    kind: str | None = None
    hosts: tuple[str, ...] = ()
    name: str | None = None
    description: str | None = field(default=None, repr=False)


def about(report: Report, lang: str, entity: Entity | None = None) -> About:
    """Give what the tab «Om senteret» shows for a report.

    Args:
        report: The report.
        lang: The language.
        entity: The entity as the host keeps it, whose word goes first; None where it is not kept.

    Returns:
        Kind, hosts, and the name and description of the reporting year.

    Raises:
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> told = {"type": "national-centre", "hosts": [{"organisation": "helse-bergen"}]}
        >>> about(Report({"year": 2024, "entity": told}), "nn").hosts
        ('Helse Bergen HF',)
    """
    reader = language(lang)
    kept = entity if entity is not None else Entity()
    said, year = report.entity, report.year
    kind = kept.type or said.type
    dated = kept.description_in(year) if year is not None else None
    return About(
        kind=label("entity_type", kind, reader) if kind else None,
        hosts=tuple(name for host in kept.hosts or said.hosts if (name := name_of(host))),
        name=(kept.name_in(year) if year is not None else None) or said.name,
        description=dated.text if dated is not None else said.description,
    )


def beside(asked: Asked, lang: str, entity: Entity | None = None) -> str | None:
    """Give what the form shows beside a question, from what the host keeps of the entity.

    Args:
        asked: The question, as the form puts it.
        lang: The language.
        entity: The entity as the host keeps it; None where it is not kept.

    Returns:
        The recorded form of a continuation in words, "not known" where nobody has recorded one,
        or None where nothing stands beside the question.

    Raises:
        UnknownLanguageError: There is no such language here.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> transition = load_registry().questions["transition"]
        >>> beside(transition, "nb", Entity(continued_as=Continuation.CENTRE))
        'senter'
        >>> beside(transition, "nb")
        'ikke kjent'
    """
    reader = language(lang)
    if asked.beside is not Beside.CONTINUATION:
        return None
    form = entity.continued_as if entity is not None else Continuation.UNKNOWN
    return label("continuation", form, reader)
