"""What can be asked about rules and statements: ``explain``, ``trace``."""

from collections.abc import Iterable
from typing import Any, Final, Self

from attrs import frozen

from rhf_services.checking.named_cases import run_case
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, cite, language, show
from rhf_services.model.rules import NamedCase, Rule
from rhf_services.serving.asking import Params, RefusalKind, RefusedError
from rhf_services.wire.form_documents.rules import says
from rhf_services.wire.outputs import finding_document, source_document
from rhf_services.wire.schemas.files import KINDS

RULES_FORMAT: Final = "rhf-rules/1"


@frozen
class AskedToExplain:
    """The question what a rule says.

    Attributes:
        code: The code of the rule, or None for all.
        lang: The language.
    """

    code: str | None
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        return cls(params.text("code"), params.lang())

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give one rule with examples, or all without (``rhf-rules/1``)."""
        if self.code is None:
            return rules_document(registry, registry.rules, self.lang)
        if self.code.upper() not in registry.rules:
            message = f"No rule has the code {self.code!r}."
            raise RefusedError(RefusalKind.NOT_FOUND, message, "code", registry.rules)
        return rules_document(registry, [self.code.upper()], self.lang, examples=True)


@frozen
class AskedToTrace:
    """The question what carries the statements of the documents.

    Attributes:
        rows: Ids of statements; none for all.
        kinds: Kinds of statements; none for all.
        lang: The language.
    """

    rows: tuple[str, ...]
    kinds: tuple[str, ...]
    lang: Language

    @classmethod
    def read(cls, params: Params) -> Self:
        """Read it from parameters."""
        kinds = params.texts("kinds")
        if not set(kinds) <= set(KINDS):
            message = f"'kinds' must be among {', '.join(KINDS)}."
            raise RefusedError(RefusalKind.WRONG_PARAMS, message, "kinds", KINDS)
        return cls(tuple(row.upper() for row in params.texts("rows")), kinds, params.lang())

    def answer(self, registry: Registry) -> dict[str, Any]:
        """Give the statements with what carries them (``rhf-trace/1``)."""
        from rhf_services.trace import trace  # noqa: PLC0415  (many proofs; only where used)
        from rhf_services.trace.output import trace_document  # noqa: PLC0415

        try:
            traced = trace(registry, self.rows, self.kinds)
        except LookupError as error:
            message = f"No statement has the id {error.args[0]!r}."
            raise RefusedError(RefusalKind.NOT_FOUND, message, "rows") from error
        return trace_document(registry, traced, self.lang)


def rules_document(
    registry: Registry, codes: Iterable[str], lang: str, *, examples: bool = False
) -> dict[str, Any]:
    """Write rules as JSON values.

    Args:
        registry: What is loaded.
        codes: The codes of the rules.
        lang: The language.
        examples: Whether to run and tell of their examples.

    Returns:
        ``format`` and ``rules``, each with ``code``, ``title``, ``obligation`` or null, ``says``
        (what a finding weighs at each step; null where it is silent), ``audience``, ``may_block``,
        ``source``, ``standing``, ``plugin`` (what brought it), and ``examples`` or null: what each
        gave, where it was to be found (``expected``), what the rule crashed with (``crash``), and
        whether it came true (``holds``).

    Examples:
        >>> from rhf_services import load_registry
        >>> document = rules_document(load_registry(), ["SUB001"], "en", examples=True)
        >>> [len(one["findings"]) for one in document["rules"][0]["examples"]][:2]
        [1, 1]
    """
    reader = language(lang)
    rules = [_rule(registry, registry.rule(code), reader, examples=examples) for code in codes]
    return {"format": RULES_FORMAT, "rules": rules}


def _rule(registry: Registry, rule: Rule[Any], lang: Language, *, examples: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "title": show(rule.title, lang),
        "obligation": None if rule.obligation is None else show(rule.obligation, lang),
        "says": says(rule),
        "audience": str(rule.audience),
        "may_block": rule.may_block,
        "source": {**source_document(rule.source), "text": cite(rule.source, lang)},
        "standing": str(rule.standing),
        "plugin": registry.owners.get(rule.code),
        "examples": [_example(registry, rule, case, lang) for case in rule.cases]
        if examples
        else None,
    }


def _example(
    registry: Registry, rule: Rule[Any], case: NamedCase, lang: Language
) -> dict[str, Any]:
    ran = run_case(registry, rule, case)
    return {
        "name": show(case.name, lang),
        "stage": str(case.stage),
        "holds": ran.holds,
        "expected": [*ran.expected],
        "crash": ran.crash,
        "findings": [finding_document(finding, lang) for finding in ran.findings],
    }
