import pytest
from support.checks import LEAD, checked, finding

from rhf_services import Stage


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
