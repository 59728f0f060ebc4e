"""One document through everything that reads documents, beside readers that are not ours.

`compare` is the one place where a fast way and an oracle meet; whoever adds a faster way adds it
here.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from math import isclose
from typing import Any, Final

import click
from attrs import frozen
from support.schemas import as_json, our_places, rust_places, rust_validator, seen_by_rust, told

from rhf_services import (
    Attempt,
    Case,
    Registry,
    Report,
    Stage,
    Verdict,
    carry_over,
    check,
    dumps,
    load_registry,
    loads,
    message,
    report_schema,
    schemas,
    which_form,
)
from rhf_services.checking.checks import check_plainly
from rhf_services.checking.compiling import compiled_form
from rhf_services.cli.showing import as_json as as_shown_json
from rhf_services.cli.showing import finding_lines
from rhf_services.model.entities import entity_told
from rhf_services.model.faults import MOST_TOLD, FaultKind
from rhf_services.model.report import REPORT_FORMAT
from rhf_services.process import NoEditionError, account_document
from rhf_services.serving import answered
from rhf_services.testing import forms_of
from rhf_services.wire.answers import answers_shape
from rhf_services.wire.cases import loads_case
from rhf_services.wire.entities import loads_entities
from rhf_services.wire.json_text import parse, parse_lax
from rhf_services.wire.outputs import verdict_document
from rhf_services.wire.shape_checks import compiled

NOON: Final = datetime(2025, 2, 14, 12, 0, tzinfo=UTC)
TIMES: Final = (
    NOON,
    NOON.replace(tzinfo=None),
    datetime.fromisoformat("2025-02-14T10:00:00.5+01:00:30"),
    datetime.fromisoformat("9999-12-31T23:59:59-14:00"),
    datetime.fromisoformat("0001-01-01T00:00:00+14:00"),
)
LIMITS: Final = ("too-deep", "long-number", "many-long-numbers", "not-utf-8")
"""What we refuse to read although it may be JSON."""

MOST_SHOWN: Final = 20
MOST_FOR_ORACLES: Final = 20_000
"""How long a document may be that slow oracles look at too, in bytes."""


@frozen
class Difference:
    """Something that two ways of reading a document do not agree on.

    Attributes:
        about: What they do not agree on.
        detail: What each says, cut short.

    Examples:
        >>> Difference("value", "1 and 2").about
        'value'
    """

    about: str
    detail: str = ""


@cache
def registry() -> Registry:
    """Give everything that is installed, loaded once."""
    return load_registry()


@cache
def forms() -> Mapping[tuple[str, str], Any]:
    """Give every edition of every form."""
    return {(form.template.id, form.edition.id): form for form in forms_of(registry())}


@cache
def validator(key: tuple[str, str]) -> Any:
    """Give an independent validator of reports on one edition."""
    form = forms()[key]
    return rust_validator(report_schema(form.template, form.edition))


@cache
def plain_check(key: tuple[str, str]) -> Any:
    """Give the plain structure check of an edition, which the fast one must agree with."""
    edition = forms()[key].edition
    elsewhere = tuple(id_ for id_ in registry().questions if id_ not in edition.by_id)
    return compiled(answers_shape(edition, elsewhere))


@cache
def of_verdicts() -> Any:
    """Give an independent validator of verdicts."""
    return rust_validator(schemas()["rhf-verdict/1"])


def compare(data: bytes) -> list[Difference]:
    """Read a document in every way; what they do not agree on.

    Args:
        data: The document.

    Returns:
        The differences; an empty list where all is well. Whatever raises is a crash, and is not
        caught here.

    Examples:
        >>> compare(b'{"format": "rhf-report/1", "year": 2024}')
        []
    """
    ways = (_reading, _lax, _checking, _cases, _entities, _served)
    return [difference for way in ways for difference in way(data)]


def stage_for(data: bytes) -> Stage:
    """Choose a stage by the document, so that each document is always checked in the same way."""
    return list(Stage)[hashlib.sha256(data).digest()[0] % len(Stage)]


def time_for(data: bytes) -> datetime:
    """Choose a time in the same way; some are at the edges of the calendar."""
    return TIMES[hashlib.sha256(data).digest()[2] % len(TIMES)]


def _chance(data: bytes, of: int) -> bool:
    """Choose one document of some, always the same ones."""
    return hashlib.sha256(data).digest()[1] % of == 0


def border(data: bytes, checked: Callable[..., Verdict] | None = None) -> Verdict:
    """Read a report and check it: what a host does with what came in, and what is timed."""
    loaded = loads(data)
    at = time_for(data)
    case = Case(report=loaded.report, faults=loaded.faults, attempt=Attempt(by="p1", at=at))
    return (checked or check)(case, registry(), stage_for(data), at)


def border_for_cases(data: bytes, checked: Callable[..., Verdict] | None = None) -> Verdict:
    """Read a case and check it; what is timed."""
    return (checked or check)(loads_case(data).case, registry(), stage_for(data), time_for(data))


def plainly(data: bytes) -> tuple[bool, Any]:
    """Read JSON with Python's own reader: whether it is JSON, and the value.

    Numbers are kept as `Decimal`, so that nothing is rounded.

    Examples:
        >>> plainly(b'{"a": 1.0}')
        (True, {'a': Decimal('1.0')})
        >>> plainly(b"{")
        (False, None)
    """
    try:
        text = data.decode("utf-8-sig")
        return True, json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return False, None


def same(ours: Any, plain: Any) -> bool:
    """Tell whether a value is the one that Python's own reader sees.

    Examples:
        >>> same({"a": [1, 0.1]}, {"a": [Decimal(1), Decimal("0.1")]})
        True
    """
    waiting = [(ours, plain)]
    while waiting:
        one, other = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            if list(one) != list(other):
                return False
            waiting += zip(one.values(), other.values(), strict=True)
        elif isinstance(one, list) and isinstance(other, list):
            if len(one) != len(other):
                return False
            waiting += zip(one, other, strict=True)
        elif not _same_scalar(one, other):
            return False
    return True


def _same_scalar(one: Any, other: Any) -> bool:
    if isinstance(other, Decimal):
        whole = type(one) is int and Decimal(one) == other
        return whole or (type(one) is float and one == float(other))
    neither_is_a_number = one != one and other != other  # noqa: PLR0124
    return type(one) is type(other) and (one == other or neither_is_a_number)


def _reading(data: bytes) -> Iterator[Difference]:
    loaded = loads(data)
    known, plain = plainly(data)
    reasons = [str(fault.params.get("reason")) for fault in loaded.faults]
    if loaded.report is None:
        refused = any(reason in LIMITS for reason in reasons)
        if known and isinstance(plain, dict) and plain.get("format") == REPORT_FORMAT:
            if not refused:
                yield Difference("readable", f"plain JSON reads it, we say {reasons}")
        elif known and not refused and not {"not-an-object", "unknown-format"} & set(reasons):
            yield Difference("reason", f"it is JSON, but no report; we say {reasons}")
        return
    if not known or not same(loaded.report.tree, plain):
        yield Difference("value", f"plain JSON: {known}")
    written = dumps(loaded.report)
    again = loads(written)
    if again.report is None or dumps(again.report) != written:
        yield Difference("round trip", "what is written does not read as what was read")
    elif not same(again.report.tree, plain):
        yield Difference("round trip", "a value is another than it was")


def _lax(data: bytes) -> Iterator[Difference]:
    """The lax reader says the same, but for keys written twice and whole numbers of many digits."""
    exact, lax = parse(data), parse_lax(data)
    if exact.readable != lax.readable:
        # A number that is kept exactly makes a document too long for us, and not for orjson.
        reasons = [fault.params.get("reason") for fault in exact.faults]
        if not lax.readable or reasons not in (["long-number"], ["many-long-numbers"]):
            yield Difference("lax", f"{reasons}; the lax reader: {lax.readable}")
    elif not _nearly(exact.value, lax.value):
        yield Difference("lax", "a value is another than it is read strictly")
    told = {fault.kind for fault in exact.faults if fault.kind is not FaultKind.DUPLICATE_KEY}
    if lax.readable and {fault.kind for fault in lax.faults} - told - {FaultKind.DUPLICATE_KEY}:
        yield Difference("lax", "the lax reader tells of something that is not there")


def _nearly(exact: Any, lax: Any) -> bool:
    waiting = [(exact, lax)]
    while waiting:
        one, other = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
            waiting += zip(one.values(), other.values(), strict=True)
        elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            waiting += zip(one, other, strict=True)
        elif type(one) is int and type(other) is float:
            if -(2**63) <= one < 2**64 or not isclose(other, one):
                return False
        elif type(one) is not type(other) or (one != other and one == one):  # noqa: PLR0124
            return False
    return True


def _checking(data: bytes) -> Iterator[Difference]:
    verdict = border(data)
    yield from _sound(verdict)
    if _chance(data, 4) and verdict != border(data):
        yield Difference("findings", "the same document gives two verdicts")
    if len(data) <= MOST_FOR_ORACLES and verdict != border(data, check_plainly):
        yield Difference("oracle", "the plain check gives another verdict")
    loaded = loads(data)
    if loaded.report is not None and len(data) <= MOST_FOR_ORACLES:
        yield from _structure(loaded.report)
        yield from _next_year(loaded.report)


def _sound(verdict: Verdict) -> Iterator[Difference]:
    """No rule crashes; every finding can be said, shown and written in each language."""
    yield from (Difference("crashed", f"{one.code}: {one.crash}") for one in verdict.crashed)
    for lang in ("nb", "nn", "en"):
        for finding in verdict.findings[:MOST_SHOWN]:
            if not message(finding, lang).strip():
                yield Difference("message", f"{finding.code} says nothing in {lang}")
            shown = click.unstyle("".join(finding_lines(finding, lang, "")))  # type: ignore[arg-type]
            if not shown.replace("\u00a0", " ").isprintable():
                yield Difference("shown", f"{finding.code} writes what no screen should get")
    if len(verdict.findings) <= MOST_SHOWN:
        document = verdict_document(verdict, "nn")
        text = as_shown_json(document)
        if json.loads(text) != document:
            yield Difference("shown", "JSON for a screen holds other values")
        if not of_verdicts().is_valid(as_json(document)):
            yield Difference("verdict", "the schema of verdicts does not take it")


def _structure(report: Report) -> Iterator[Difference]:
    """The structure check and an independent validator find the same places."""
    tree = as_json(dict(report.tree))
    year = report.year if report.year is not None else 0
    template = registry().templates.get(report.template or "")
    chosen = template.edition_for(year, report.edition) if template is not None else None
    key = (template.id, chosen.edition.id) if template and chosen else ("national-centre", "2024")
    form = forms()[key]
    answers = report.tree.get("answers")
    at_once = compiled_form(registry(), form.template, form.edition).structure(answers)
    if sorted(map(repr, at_once)) != sorted(map(repr, plain_check(key)(answers))):
        yield Difference("structure", f"{key}: the fast check says other than the plain one")
    ours = told(seen_by_rust(at) for at in our_places(tree, form, registry()))
    theirs = rust_places(validator(key), tree)
    bounded = len(ours) > MOST_TOLD and ours < theirs  # of a list only the first are told
    if ours != theirs and not bounded:
        yield Difference("structure", f"{key}: we say {sorted(ours)[:3]}, {sorted(theirs)[:3]}")


def _next_year(report: Report) -> Iterator[Difference]:
    form = report.template if report.template in registry().templates else "national-centre"
    try:
        made = carry_over(report, str(form), 2024, registry())
    except NoEditionError:
        return
    account = account_document(made.account, "en")
    if loads(dumps(made.report)).report is None:
        yield Difference("carried over", "the new report cannot be read")
    if loads(dumps(account)).report is not None:
        yield Difference("carried over", "the account calls itself a report")


def _cases(data: bytes) -> Iterator[Difference]:
    loaded = loads_case(data)
    known, plain = plainly(data)
    if known and isinstance(plain, dict) and plain.get("format") == "rhf-case/1":
        refused = any(fault.params.get("reason") in LIMITS for fault in loaded.faults)
        if not refused and not same(dict(loaded.document), plain):
            yield Difference("case", "a value is another than in the document")
        verdict = border_for_cases(data)
        yield from _sound(verdict)
        if _chance(data, 4) and verdict != border_for_cases(data):
            yield Difference("case", "the same case gives two verdicts")
        if len(data) <= MOST_FOR_ORACLES and verdict != border_for_cases(data, check_plainly):
            yield Difference("oracle", "the plain check gives another verdict")


def _entities(data: bytes) -> Iterator[Difference]:
    loaded = loads_entities(data)
    for entity in loaded.entities[:20]:
        choice = which_form(entity, 2024, registry())
        if choice.year != 2024:
            yield Difference("form", "the choice is for another year")
    report = loads(data).report
    if report is not None:
        which_form(entity_told(None, report.entity), report.year or 2024, registry())


def _served(data: bytes) -> Iterator[Difference]:
    """The door for other languages answers each line with one line, and nothing goes wrong."""
    asked = hashlib.sha256(data).digest()[2] % 3
    verb, part, more = (
        ("check", "report", b""),
        ("which", "entity", b',"year":2024'),
        ("carry-over", "report", b',"year":2024,"to":"national-centre"'),
    )[asked]
    head = f'{{"jsonrpc":"2.0","id":1,"method":"{verb}","params":{{"{part}":'.encode()
    for line in (data, head + data + more + b"}}"):
        logged: list[str] = []
        answer = answered(line, registry(), logged.append)
        wrong = [one for one in logged if "Traceback" in one]
        if wrong:
            yield Difference("served", wrong[0][-500:])
        if answer is not None and (not answer.isascii() or b"\n" in answer):
            yield Difference("served", "the answer is not one line of ASCII")
        if answer is not None and not isinstance(json.loads(answer), dict | list):
            yield Difference("served", "the answer is no JSON-RPC")
