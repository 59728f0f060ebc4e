"""What the author of a form may want to mend. Nothing here keeps a form out."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from rhf_services.hooks.registry import Registry
from rhf_services.model.forms import Addressee, Edition
from rhf_services.model.rules import Severity

PARTS = ("activity", "evaluation")


class AdviceKind(StrEnum):
    """What can be missing in a form.

    Examples:
        >>> AdviceKind("no-guidance").name
        'NO_GUIDANCE'
    """

    NO_PART = "no-part"
    NO_ADDRESSEE = "no-addressee"
    NO_GUIDANCE = "no-guidance"


@frozen
class Advice:
    """Something the author of a form is told.

    Attributes:
        plugin: The name of the entry point that brought the form.
        template: The id of the form.
        edition: The id of the edition.
        kind: What is missing.
        about: The id of the part or question.

    Examples:
        >>> Advice("helse-nord", "helse-nord.x", "2024", AdviceKind.NO_PART, "activity").severity
        <Severity.INFO: 'info'>
    """

    plugin: str
    template: str
    edition: str
    kind: AdviceKind
    about: str

    @property
    def severity(self) -> Severity:
        """How much it weighs: a part that is missing is read as an empty one."""
        return Severity.INFO if self.kind is AdviceKind.NO_PART else Severity.WARNING


def advice(registry: Registry) -> tuple[Advice, ...]:
    """Go through the loaded forms for what their authors may want to mend.

    Args:
        registry: What is loaded.

    Returns:
        What is missing, form by form: a part (S003-073), the addressee of a question (S003-074),
        or the guidance of an activity (S003-095).

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> advice(load_registry())
        ()
    """
    return tuple(
        Advice(registry.owners.get(template.id, ""), template.id, edition.id, kind, about)
        for template in registry.templates.values()
        for edition in template.editions
        for kind, about in _missing(edition)
    )


def _missing(edition: Edition) -> Iterator[tuple[AdviceKind, str]]:
    yield from ((AdviceKind.NO_PART, part) for part in missing_parts(edition))
    yield from ((AdviceKind.NO_ADDRESSEE, id_) for id_ in without_addressee(edition))
    yield from ((AdviceKind.NO_GUIDANCE, id_) for id_ in without_guidance(edition))


def missing_parts(edition: Edition) -> tuple[str, ...]:
    """Give the parts a form should have and has not; either may be empty.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> missing_parts(load_registry().templates["archive"].editions[0])
        ()
    """
    return tuple(part for part in PARTS if edition.section(part) is None)


def without_addressee(edition: Edition) -> tuple[str, ...]:
    """Give the questions that are put to nobody.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> without_addressee(load_registry().templates["archive"].editions[0])
        ()
    """
    known = tuple(Addressee)
    return tuple(asked.id for asked in edition if asked.to not in known)


def without_guidance(edition: Edition) -> tuple[str, ...]:
    """Give the activities that begin without guidance.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> without_guidance(load_registry().templates["archive"].editions[0])
        ()
    """
    activity = edition.section("activity")
    asked = activity.asked if activity is not None else ()
    return tuple(one.id for one in asked if one.guidance is None or not one.guidance.nb.strip())
