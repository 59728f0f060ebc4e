"""From JSON values to a report: is it one, and what is wrong with its envelope?"""

from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.report import REPORT_FORMAT, Loaded, Report
from rhf_services.wire.envelope import check_envelope
from rhf_services.wire.json_text import Parsed


def read_parsed(parsed: Parsed) -> Loaded:
    """Make a report of what was parsed.

    Examples:
        >>> read_parsed(Parsed({"format": "rhf-report/1", "year": "2024"})).faults[0].at
        ('year',)
    """
    if not parsed.readable:
        return Loaded(None, parsed.faults)
    wrong = wrong_document(parsed.value, REPORT_FORMAT)
    if wrong is not None:
        return Loaded(None, (wrong,))
    shape = check_envelope(parsed.value)
    if not shape and not parsed.faults:
        return Loaded(Report(parsed.value))
    told = {fault.at for fault in shape}
    faults = (
        *(f for f in parsed.faults if f.kind is FaultKind.DUPLICATE_KEY or f.at not in told),
        *shape,
    )
    return Loaded(Report(parsed.value, faults), faults)


def wrong_document(value: object, expected: str) -> Fault | None:
    """Say why a JSON value is no document of a format; None where it is one.

    Examples:
        >>> wrong_document([], "rhf-report/1").params["reason"]
        'not-an-object'
    """
    if not isinstance(value, dict):
        return Fault(FaultKind.UNREADABLE, (), {"reason": "not-an-object"})
    if value.get("format") != expected:
        return Fault(FaultKind.UNREADABLE, (), {"reason": "unknown-format"})
    return None
