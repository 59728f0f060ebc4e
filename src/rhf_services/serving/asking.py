"""What a program asks with: parameters read exactly, and refused in words it can act on.

The words are English, since they speak to programmers; ``kind`` is the stable part.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from attrs import frozen

from rhf_services.i18n.languages import LANGUAGES, Language, language
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.places import Place
from rhf_services.model.values import moment_or_none, whole_or_none
from rhf_services.wire.json_text import Parsed, parse, part


class RefusalKind(StrEnum):
    """Why a question is not answered.

    ``wrong-params``: a parameter is missing, unknown, or of the wrong kind, as its schema says.
    ``not-found``: it names something that is not here. ``unclear``: more has to be said: which
    form, or which year. ``unreadable``: there is no report in what was handed over.
    ``unwritable``: the answer would hold NaN or Infinity, which JSON cannot say.

    Examples:
        >>> RefusalKind("not-found").name
        'NOT_FOUND'
    """

    WRONG_PARAMS = "wrong-params"
    NOT_FOUND = "not-found"
    UNCLEAR = "unclear"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


class RefusedError(Exception):
    """A question that cannot be answered as it was asked.

    Attributes:
        kind: Why, for programs.
        message: Why, for programmers.
        param: The name of the parameter it is about, or None.
        choices: What the parameter may say instead, where that is a closed list.

    Examples:
        >>> RefusedError(RefusalKind.NOT_FOUND, "No form is called 'x'.", "template").param
        'template'
    """

    def __init__(
        self,
        kind: RefusalKind,
        message: str,
        param: str | None = None,
        choices: Iterable[str] = (),
    ) -> None:
        """Keep what is wrong."""
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.param = param
        self.choices: tuple[str, ...] = tuple(choices)


@frozen
class Params:
    """The parameters of a question; null is the same as absent.

    Attributes:
        whole: The object they stand in, with what reading it saw.
        documents: The names of those that hold a document of their own.

    Examples:
        >>> params = Params(parse('{"year": 2024, "lang": null}'))
        >>> params.whole_number("year"), params.lang()
        (2024, 'nb')
    """

    whole: Parsed
    documents: tuple[str, ...] = ()

    def only(self, names: Collection[str]) -> None:
        """See that no other parameter is there, and that none is written twice.

        Raises:
            RefusedError: One is.
        """
        for name in self.whole.value:
            if name not in names:
                known = ", ".join(names) or "none"
                message = f"There is no parameter {name!r} here. There are: {known}."
                raise _wrong(name, message, names)
        for fault in self.whole.faults:
            if not self._of_a_document(fault):
                raise _wrong(str(fault.at[0]), _seen(fault))

    def text(self, name: str) -> str | None:
        """Read a text.

        Raises:
            RefusedError: It is something else.
        """
        value = self._value(name)
        if value is not None and not isinstance(value, str):
            raise _wrong(name, f"{name!r} must be a text.")
        return value

    def needed(self, name: str) -> str:
        """Read a text that has to be there.

        Raises:
            RefusedError: It is missing, or something else.
        """
        value = self.text(name)
        if value is None:
            raise _missing(name)
        return value

    def word(self, name: str, words: Iterable[str]) -> str | None:
        """Read a word of a closed list.

        Raises:
            RefusedError: It is something else.
        """
        value = self._value(name)
        known = [str(word) for word in words]
        if value is not None and value not in known:
            raise _wrong(name, f"{name!r} must be one of {', '.join(known)}.", known)
        return value if value is None else str(value)

    def lang(self) -> Language:
        """Read the language; bokmål where none is named.

        Raises:
            RefusedError: It is none that we speak.
        """
        return language(self.word("lang", LANGUAGES) or "nb")

    def whole_number(self, name: str) -> int | None:
        """Read a whole number, such as a year.

        Raises:
            RefusedError: It is something else.
        """
        value = self._value(name)
        number = whole_or_none(value)
        if value is not None and number is None:
            raise _wrong(name, f"{name!r} must be a whole number.")
        return number

    def edition(self, name: str) -> str:
        """Read a year, or the id of an edition, that has to be there.

        Raises:
            RefusedError: It is missing, or something else.
        """
        value = self._value(name)
        number = whole_or_none(value)
        if number is None and not isinstance(value, str):
            if value is None:
                raise _missing(name)
            raise _wrong(name, f"{name!r} must be a year or the id of an edition.")
        return value if isinstance(value, str) else str(number)

    def texts(self, name: str) -> tuple[str, ...]:
        """Read a list of texts; empty where it is not there.

        Raises:
            RefusedError: It is something else.
        """
        value = self._value(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise _wrong(name, f"{name!r} must be a list of texts.")
        return tuple(value)

    def moment(self, name: str) -> datetime | None:
        """Read a point in time with its zone (RFC 3339).

        Raises:
            RefusedError: It is something else.
        """
        value = self.text(name)
        moment = moment_or_none(value)
        if value is not None and moment is None:
            example = "2025-02-14T10:00:00Z"
            raise _wrong(name, f"{name!r} must be a time with a zone, such as {example}.")
        return moment

    def document(self, name: str, *, lists: bool = False) -> Parsed:
        """Read a document that has to be there: a JSON object, or a text that holds JSON.

        What reading sees in it is kept: of an object what the line showed, of a text all that
        reading the text itself shows.

        Args:
            name: The name of the parameter.
            lists: Whether a list of objects will do as well.

        Raises:
            RefusedError: It is missing, or something else.
        """
        value = self._value(name)
        if value is None:
            raise _missing(name)
        if isinstance(value, str):
            return parse(value)
        items = value if lists and isinstance(value, list) else [value]
        if not all(isinstance(one, dict) for one in items):
            kinds = "an object, a list of objects, or" if lists else "an object, or"
            raise _wrong(name, f"{name!r} must be {kinds} a text that holds JSON.")
        return part(self.whole, (name,))

    def _value(self, name: str) -> Any:
        return self.whole.value.get(name)

    def _of_a_document(self, fault: Fault) -> bool:
        return len(fault.at) > 1 and fault.at[0] in self.documents


def _seen(fault: Fault) -> str:
    place = Place(fault.at).json_pointer
    if fault.kind is FaultKind.DUPLICATE_KEY:
        return f"{place} is written twice."
    if fault.kind is FaultKind.NO_NUMBER:
        return f"{place} is no number."
    return f"{place} is too great a number."


def _missing(name: str) -> RefusedError:
    return _wrong(name, f"{name!r} is missing.")


def _wrong(name: str, message: str, choices: Iterable[str] = ()) -> RefusedError:
    return RefusedError(RefusalKind.WRONG_PARAMS, message, name, choices)
