"""The verbs: each a question read from JSON values and answered with JSON values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, Self

from attrs import frozen

from rhf_services.hooks import Registry
from rhf_services.i18n.languages import LANGUAGES
from rhf_services.serving.about_forms import (
    AskedForDifference,
    AskedForForm,
    AskedForForms,
    AskedForSchema,
)
from rhf_services.serving.about_reports import AskedToCarryOver, AskedToCheck, AskedWhichForm
from rhf_services.serving.about_rules import AskedToExplain, AskedToTrace
from rhf_services.serving.asking import Params, RefusalKind, RefusedError
from rhf_services.wire.json_text import Parsed
from rhf_services.wire.schemas.answers import RESULTS
from rhf_services.wire.schemas.questions import PARAMS

HELLO_FORMAT: Final = "rhf-hello/1"
PROTOCOL: Final = "JSON-RPC 2.0, one line each"
DOCUMENTS: Final = ("report", "entity")
"""The parameters that hold a document of their own, whose faults are told with it."""


class Question(Protocol):
    """A question that somebody asked, whole and right."""

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters; refused where they are wrong."""

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Answer it."""


@frozen
class AskedForHello:
    """The question who answers."""

    @classmethod
    def read(cls, _params: Params) -> Self:
        """Read it; there is nothing to read."""
        return cls()

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Tell what is loaded, and what can be asked (``rhf-hello/1``)."""
        return {
            "format": HELLO_FORMAT,
            "protocol": PROTOCOL,
            "versions": dict(registry.versions),
            "languages": list(LANGUAGES),
            "verbs": [{"verb": verb, "result": RESULTS[verb]} for verb in VERBS],
            "refused": [
                {"plugin": one.plugin, "kind": str(one.kind), "about": one.about}
                for one in registry.problems
            ],
        }


VERBS: Final[Mapping[str, type[Question]]] = MappingProxyType(
    {
        "templates": AskedForForms,
        "form": AskedForForm,
        "check": AskedToCheck,
        "explain": AskedToExplain,
        "carry-over": AskedToCarryOver,
        "diff": AskedForDifference,
        "trace": AskedToTrace,
        "which": AskedWhichForm,
        "schema": AskedForSchema,
        "hello": AskedForHello,
    }
)
"""What can be asked, by name."""


def question(verb: str, params: Parsed) -> Question:
    """Read a question.

    Args:
        verb: One of `VERBS`.
        params: Its parameters: an object, with what reading it saw.

    Raises:
        RefusedError: A parameter is missing, unknown, or of the wrong kind.

    Examples:
        >>> from rhf_services.serving import parse
        >>> question("form", parse('{"template": "archive"}'))
        AskedForForm(template='archive', year=None, edition=None, lang=None)
    """
    if not isinstance(params.value, dict):
        message = "The parameters must be an object."
        raise RefusedError(RefusalKind.WRONG_PARAMS, message, None, PARAMS[verb]["properties"])
    given = Params(params, DOCUMENTS)
    given.only(PARAMS[verb]["properties"])
    return VERBS[verb].read(given)


def answer(verb: str, params: Parsed, registry: Registry) -> dict[str, Any]:
    """Answer a question.

    Args:
        verb: One of `VERBS`.
        params: Its parameters: an object, with what reading it saw.
        registry: What is loaded.

    Returns:
        The answer as JSON values; its ``format`` is the name of its schema.

    Raises:
        RefusedError: The question cannot be answered as it was asked.

    Examples:
        >>> from rhf_services import load_registry
        >>> from rhf_services.serving import parse
        >>> answer("hello", parse("{}"), load_registry())["languages"]
        ['nb', 'nn', 'en']
    """
    return question(verb, params).answer(registry)
