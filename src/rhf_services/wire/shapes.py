"""Shapes: how JSON values may look, said once, as data.

A shape is compiled into a function that finds every fault of a value with its place; the JSON
Schema of a form is made from the same shapes.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from attrs import field, frozen

from rhf_services.model.choices import ChoiceList
from rhf_services.model.faults import Fault

Check = Callable[[Any], tuple[Fault, ...] | list[Fault]]
"""Finds the faults of a value, with places relative to it."""


def _kept(parts: Mapping[str, "Shape"]) -> Mapping[str, "Shape"]:
    return MappingProxyType(dict(parts))


@frozen
class Anything:
    """Any value at all.

    Examples:
        >>> Anything()
        Anything()
    """


@frozen
class Words:
    """A text.

    Attributes:
        known: The words we know, where an unknown one is to be named; None for free text.
        unknown: What an unknown word is called: a role, or a choice.

    Examples:
        >>> Words(known=("a",)).unknown
        'choice'
    """

    known: tuple[str, ...] | None = None
    unknown: Literal["choice", "role"] = "choice"


@frozen
class Whole:
    """A whole number; 15.0 is one.

    Attributes:
        minimum: The least number that can be held, or None.

    Examples:
        >>> Whole(minimum=0).minimum
        0
    """

    minimum: int | None = None


@frozen
class YesOrNo:
    """True or false.

    Examples:
        >>> YesOrNo()
        YesOrNo()
    """


@frozen
class Choosing:
    """A choice of a list; an unknown one is named.

    Examples:
        >>> Choosing(ChoiceList("units", (), source=None)).choices.id
        'units'
    """

    choices: ChoiceList


@frozen
class Thing:
    """An object with named parts; null parts are missing.

    Attributes:
        parts: The shape of each part.
        others: The shape of parts that are not named; None where they are to be named as unknown.
        unknown: What an unknown part is called: a key, a column or a question.

    Examples:
        >>> Thing({"id": Words()}).others is None
        True
    """

    parts: Mapping[str, "Shape"] = field(converter=_kept)
    others: "Shape | None" = None
    unknown: Literal["key", "column", "question"] = "key"


@frozen
class Several:
    """A list of things.

    Attributes:
        of: The shape of each.
        ids: Whether they carry ids, no two of which should be the same.

    Examples:
        >>> Several(Words()).ids
        False
    """

    of: "Shape"
    ids: bool = False


@frozen
class Answering:
    """An answer: its own shape, or one word on how the question stands.

    Attributes:
        texts: Whether a plain text is an answer.
        lists: The shape of a plain list, where that is an answer.
        own: The shape of the question's own object, where it has one.
        states: The state keys it takes.
        expected: What the message calls it.

    Examples:
        >>> Answering(texts=True, states=("not_applicable",), expected="text").own is None
        True
    """

    states: tuple[str, ...]
    expected: str
    texts: bool = False
    lists: Several | None = None
    own: Thing | None = None


Shape = Anything | Words | Whole | YesOrNo | Choosing | Thing | Several | Answering
"""The closed set of shapes."""
