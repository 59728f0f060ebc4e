import pytest
from support.checks import LEAD, built_in, checked, finding

from rhf_services import Stage
from rhf_services.model.faults import Fault, FaultKind


@pytest.mark.parametrize(
    ("answers", "report", "code"),
    [
        ({"equal-acess": "Ja."}, {}, "STR003"),
        ({"teaching": [{"text": "Kurs", "titel": "x"}]}, {}, "STR004"),
        ({"clinical-activity": [{"affiliation": "utlandet", "count": 1}]}, {}, "STR005"),
        ({}, {"people": [{**LEAD, "roles": [{"role": "secretary"}]}]}, "STR006"),
        ({}, {"yeer": 2024}, "STR002"),
    ],
)
@pytest.mark.parametrize("stage", list(Stage))
def test_what_nobody_knows_is_an_information_to_the_host(answers, report, code, stage):
    found = finding(checked(answers, report=report, stage=stage), code)
    assert (found.severity, found.audience, found.blocks) == ("info", "host", False)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("STR002", FaultKind.UNKNOWN_KEY),
        ("STR003", FaultKind.UNKNOWN_QUESTION),
        ("STR004", FaultKind.UNKNOWN_COLUMN),
        ("STR005", FaultKind.UNKNOWN_CHOICE),
        ("STR006", FaultKind.UNKNOWN_ROLE),
        ("STR007", FaultKind.DUPLICATE_ID),
        ("STR011", FaultKind.UNREADABLE_PART),
    ],
)
def test_what_the_reading_knows_of_a_fault_is_handed_on(code, kind):
    (hit,) = built_in().rule(code).check(Fault(kind, ("year",), {"where": "/cycle"}))
    assert (hit.at, hit.params) == ((), {"where": "/cycle"})
