"""Verdicts and findings as JSON values, with documented keys (``rhf-verdict/1``)."""

from typing import Any

from rhf_services.i18n.languages import language
from rhf_services.i18n.speech import cite, speak
from rhf_services.model.days import as_written
from rhf_services.model.faults import Params
from rhf_services.model.findings import Finding, Outcome, Verdict, Waived
from rhf_services.model.policy import RuleChange
from rhf_services.model.sources import Source

VERDICT_FORMAT = "rhf-verdict/1"


def verdict_document(verdict: Verdict, lang: str | None = None) -> dict[str, Any]:
    """Write a verdict as JSON values.

    Args:
        verdict: The verdict.
        lang: The language of the messages; None for findings without words.

    Returns:
        ``format``, ``template``, ``edition``, ``stage``, ``at``, ``may_submit`` (true, false or
        null), ``complete``, ``findings``, ``outcomes``, ``changes``, ``versions``.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "archive", "year": 2016})
        >>> verdict_document(check(Case(report=report), load_registry()))["edition"]
        '2009'
    """
    return {
        "format": VERDICT_FORMAT,
        "template": verdict.template,
        "edition": verdict.edition.id if verdict.edition else None,
        "stage": str(verdict.stage),
        "at": as_written(verdict.at) if verdict.at else None,
        "may_submit": verdict.may_submit,
        "complete": verdict.complete,
        "findings": [finding_document(found, lang) for found in verdict.findings],
        "outcomes": [_outcome(outcome) for outcome in verdict.outcomes],
        "changes": [_change(change) for change in verdict.changes],
        "versions": dict(verdict.versions),
    }


def finding_document(finding: Finding, lang: str | None = None) -> dict[str, Any]:
    """Write a finding as JSON values.

    Args:
        finding: The finding.
        lang: The language of ``message`` and its parts; None for none.

    Returns:
        ``code``, ``severity``, ``blocks``, ``will_block``, ``audience``, ``place`` (a JSON
        Pointer into the report), ``section``, ``question``, ``row``, ``column``, ``variant``,
        ``params``, ``source``, ``standing``, ``waiver``, ``changed``, and where asked for
        ``message`` and its parts ``says``, ``mend`` and ``then``.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> verdict = check(Case(report=report), load_registry())
        >>> finding_document(verdict.findings[0])["place"]
        '/answers'
    """
    rule = finding.rule
    source = source_document(finding.source)
    document: dict[str, Any] = {
        "code": rule.code,
        "severity": str(finding.severity),
        "blocks": finding.blocks,
        "will_block": finding.will_block,
        "audience": str(finding.audience),
        "place": finding.place.json_pointer,
        "section": finding.section,
        "question": finding.place.question,
        "row": finding.place.row,
        "column": finding.place.column,
        "variant": finding.variant,
        "params": params_document(finding.params),
        "source": source,
        "standing": str(finding.standing),
        "waiver": None if finding.waived is None else _waiver(finding.waived),
        "changed": None if finding.changed is None else _change(finding.changed),
    }
    if lang is not None:
        source["text"] = cite(finding.source, language(lang))
        spoken = speak(finding, lang)
        document |= {
            "message": spoken.whole,
            "says": spoken.says,
            "mend": spoken.mend,
            "then": spoken.then,
        }
    return document


def _waiver(waived: Waived) -> dict[str, Any]:
    waiver = waived.waiver
    return {
        "rule": waiver.rule,
        "question": waiver.question,
        "row": waiver.row,
        "of": waiver.of,
        "by": waiver.by,
        "at": waiver.at,
        "holds": waived.holds,
    }


def source_document(source: Source) -> dict[str, Any]:
    """Write a source as JSON values.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> source_document(WEBINAR_2024.at("Aktivitet"))["section"]
        'Aktivitet'
    """
    return {
        "document": source.document.id,
        "section": source.section,
        "rows": list(source.rows),
    }


def params_document(params: Params) -> dict[str, Any]:
    """Write the parameters of a message as JSON values; days in ISO form.

    Examples:
        >>> params_document({"regions": ("helse-vest",)})
        {'regions': ['helse-vest']}
    """
    return {
        key: list(value)
        if isinstance(value, tuple)
        else value
        if isinstance(value, str | int)
        else value.isoformat()
        for key, value in params.items()
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    why = None if outcome.why is None else str(outcome.why)
    return {
        "rule": outcome.code,
        "ran": str(outcome.ran),
        "why": why,
        "crash": outcome.crash,
        "more": outcome.more,
    }


def _change(change: RuleChange) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "says": change.says,
        "by": change.by,
        "reason": change.reason,
        "until": None if change.until is None else change.until.isoformat(),
    }
