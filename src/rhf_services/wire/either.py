"""Reading what may be a report or a case; which of the two, its ``format`` says."""

from rhf_services.model.cases import CASE_FORMAT, Case
from rhf_services.wire.cases import read_case
from rhf_services.wire.documents import read_parsed
from rhf_services.wire.json_text import Parsed


def read_either(parsed: Parsed) -> Case:
    """Make a case of what was parsed: a case as it is, or a report with nothing known around it.

    Examples:
        >>> read_either(Parsed({"format": "rhf-report/1", "year": 2024})).report.year
        2024
        >>> read_either(Parsed({"format": "rhf-case/1", "attempt": {"by": "p1"}})).attempt.by
        'p1'
    """
    value = parsed.value
    if isinstance(value, dict) and value.get("format") == CASE_FORMAT:
        return read_case(parsed).case
    loaded = read_parsed(parsed)
    return Case(report=loaded.report, faults=loaded.faults)
