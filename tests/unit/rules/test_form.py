import pytest
from support.checks import checked, codes, finding

from rhf_services import Stage

ANSWERED = {"equal-access": "Ja.", "pathway-cooperation": "Ja.", "treatment-quality": "Ja."}
ARCHIVE = {"template": "archive", "year": 2016}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"goals": "158686 00184", "an-unknown-question": "x"}, []),
        ({"scientific-articles": [{"doi": "ukjent"}, {"doi": "ukjent"}]}, []),
        ({"goals": 3}, ["STR001"]),
        ({"clinical-activity": {"rows": [{"count": 3}], "text": "I alt 4 pasienter."}}, ["ACT008"]),
    ],
)
@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMISSION])
def test_of_an_old_report_little_is_said(answers, expected, stage):
    assert expected == codes(checked(answers, report=ARCHIVE, stage=stage))


@pytest.mark.parametrize("year", [2008, 2023])
def test_the_old_form_is_for_the_years_it_was_used(year):
    assert "TPL001" in codes(checked(report={**ARCHIVE, "year": year}))


@pytest.mark.parametrize(("year", "said"), [(2023, False), (2024, False), (2025, True)])
def test_a_year_nobody_has_entered_is_told_to_the_service_environment(year, said):
    verdict = checked(ANSWERED, report={"year": year})
    assert said == ("TPL002" in codes(verdict))
    if said:
        found = finding(verdict, "TPL002")
        assert ("service-environment", {"year": year, "first_year": 2024}) == (
            found.audience,
            found.params,
        )


def test_a_regional_form_says_nothing_where_the_region_is_not_known():
    report = {"template": "helse-vest.regional-competence-centre"}
    assert "TPL005" not in codes(checked(report=report))


@pytest.mark.parametrize(("region", "said"), [("helse-nord", True), ("helse-vest", False)])
def test_a_regional_form_is_for_the_regions_the_host_has_entered(region, said):
    entity = {"type": "regional-competence-centre", "regions": [region]}
    report = {"template": "helse-vest.regional-competence-centre"}
    assert said == ("TPL005" in codes(checked(report=report, entity=entity)))


def test_the_hosts_choice_of_form_wins_only_for_its_year():
    entity = {"type": "national-centre", "template": {"2023": "national-treatment-service"}}
    assert "TPL004" in codes(checked(ANSWERED, entity=entity))
    assert "TPL004" not in codes(checked(ANSWERED, entity=entity, report={"year": 2023}))
