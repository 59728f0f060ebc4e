import pytest
from support.checks import LEAD, checked, finding

from rhf_services import Stage
from rhf_services.rules.people import looks_like_email


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_two_leads_are_said_from_the_draft_on_to_the_service_environment(stage):
    people = [LEAD, {**LEAD, "id": "p2"}]
    found = finding(checked(report={"people": people}, stage=stage), "PER001")
    assert (
        found.severity,
        found.audience,
        found.params,
    ) == ("info", "service-environment", {"count": 2})


@pytest.mark.parametrize(
    "written",
    ["kari@example.org", "kåre.ærlig@bø.example.org", "a+b@example.org", "XENIA@EXAMPLE.ORG"],
)
def test_an_address_looks_like_one(written):
    assert looks_like_email(written)


@pytest.mark.parametrize(
    "written",
    [
        "kari",
        "@example.org",
        "kari@",
        "kari@example",
        "kari@example.",
        "kari@@example.org",
        "kari eksempel@example.org",
        "Kari <kari@example.org>",
        "kari@example.org, ola@example.org",
    ],
)
def test_what_is_no_address_does_not(written):
    assert not looks_like_email(written)
