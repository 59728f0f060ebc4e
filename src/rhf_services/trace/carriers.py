"""What can carry a statement: a rule, something of a form, a text, a value of the model."""

from enum import StrEnum

from attrs import frozen


class CarrierKind(StrEnum):
    """The kinds of carriers, and how each is addressed.

    ``rule``: its code. ``template``: its id. ``edition``, ``section``, ``question``: the form and
    the id, with a stroke between. ``text``: its stable key. ``choices``: the id of the list.
    ``value``: a module and a name in it, with a colon between.

    Examples:
        >>> CarrierKind("rule").name
        'RULE'
    """

    RULE = "rule"
    TEMPLATE = "template"
    EDITION = "edition"
    SECTION = "section"
    QUESTION = "question"
    TEXT = "text"
    CHOICES = "choices"
    VALUE = "value"


@frozen
class Carrier:
    """Something that carries a statement and can be switched off.

    Attributes:
        kind: What it is.
        address: Where it is.
        template: The id of the form it belongs to, or None.

    Examples:
        >>> str(rule("SUB001"))
        'rule:SUB001'
    """

    kind: CarrierKind
    address: str
    template: str | None = None

    def __str__(self) -> str:
        """Name it by kind and address."""
        return f"{self.kind}:{self.address}"


def rule(code: str) -> Carrier:
    """Name a rule.

    Examples:
        >>> rule("EVA001").address
        'EVA001'
    """
    return Carrier(CarrierKind.RULE, code)


def template(id_: str) -> Carrier:
    """Name a form.

    Examples:
        >>> template("archive").template
        'archive'
    """
    return Carrier(CarrierKind.TEMPLATE, id_, id_)


def edition(form: str, id_: str) -> Carrier:
    """Name an edition of a form.

    Examples:
        >>> str(edition("archive", "2009"))
        'edition:archive/2009'
    """
    return Carrier(CarrierKind.EDITION, f"{form}/{id_}", form)


def section(id_: str, *forms: str) -> tuple[Carrier, ...]:
    """Name a part of some forms.

    Examples:
        >>> [str(one) for one in section("people", "archive")]
        ['section:archive/people']
    """
    return tuple(Carrier(CarrierKind.SECTION, f"{form}/{id_}", form) for form in forms)


def question(id_: str, *forms: str) -> tuple[Carrier, ...]:
    """Name a question of some forms.

    Examples:
        >>> [str(one) for one in question("goals", "archive")]
        ['question:archive/goals']
    """
    return tuple(Carrier(CarrierKind.QUESTION, f"{form}/{id_}", form) for form in forms)


def text(key: str, *forms: str) -> tuple[Carrier, ...]:
    """Name a text of some forms by the last part of its stable key.

    Args:
        key: What follows ``form.<template>.``: ``title``, ``section.people.guidance``,
            ``equal-access.label``.
        *forms: The forms.

    Examples:
        >>> [str(one) for one in text("title", "archive")]
        ['text:form.archive.title']
    """
    return tuple(Carrier(CarrierKind.TEXT, f"form.{form}.{key}", form) for form in forms)


def choices(id_: str) -> Carrier:
    """Name a choice list.

    Examples:
        >>> choices("units").address
        'units'
    """
    return Carrier(CarrierKind.CHOICES, id_)


def value(module: str, *names: str) -> tuple[Carrier, ...]:
    """Name values by their module in this library and their names in it.

    Examples:
        >>> [str(one) for one in value("model.regions", "REGIONS")]
        ['value:rhf_services.model.regions:REGIONS']
    """
    return tuple(Carrier(CarrierKind.VALUE, f"rhf_services.{module}:{name}") for name in names)
