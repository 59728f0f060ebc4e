import pytest
from support.checks import LEAD, checked, finding

from rhf_services import Stage

TWO_ALIKE = {"teaching": [{"id": "t1", "text": "Kurs"}, {"id": "t1", "text": "Time"}]}
FORM_FAULTS = {
    "PER002": ({}, {"people": [{**LEAD, "email": "kari"}]}),
    "ACT005": ({"teaching": [{"type": "guidance"}]}, {}),
    "ACT006": ({"research-projects": [{"title": "En"}, {"title": "en"}]}, {}),
    "ACT009": ({"scientific-articles": [{"title": "En", "doi": "ukjent"}]}, {}),
    "ACT004": ({"doctorates": [{"title": "En"}]}, {}),
    "STR007": (TWO_ALIKE, {}),
}


@pytest.mark.parametrize("code", list(FORM_FAULTS))
def test_a_fault_of_form_is_an_information_in_a_draft(code):
    answers, report = FORM_FAULTS[code]
    draft = finding(checked(answers, report=report, stage=Stage.DRAFT), code)
    assert draft.severity == "info"


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("PER002", "warning"),
        ("ACT005", "warning"),
        ("ACT006", "info"),
        ("ACT009", "warning"),
        ("ACT004", "info"),
        ("STR007", "warning"),
    ],
)
def test_a_fault_of_form_has_its_level_at_submission(code, severity):
    answers, report = FORM_FAULTS[code]
    assert severity == finding(checked(answers, report=report), code).severity
