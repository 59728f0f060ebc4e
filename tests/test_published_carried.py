"""Every published report can be carried over to the forms of 2024, and nothing of it is lost."""

import json
from pathlib import Path

import pytest
from support.carrying import lost
from support.checks import built_in

from rhf_services import Case, Stage, account_document, carry_over, check, loads
from rhf_services.process import Fate, forms_for

PUBLISHED = sorted(
    (Path(__file__).parents[1] / "examples" / "reports" / "published").glob("*.json")
)
NETWORK = "quality-and-competence-network"


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.stem)
def test_a_published_report_is_carried_over_to_every_form_that_fits(file: Path) -> None:
    old = loads(file.read_bytes()).report
    fitting = forms_for(old, 2024, built_in())
    assert fitting

    for template in (*fitting, NETWORK):
        made = carry_over(old, template, 2024, built_in())
        verdict = check(Case(report=made.report), built_in(), Stage.DRAFT)

        assert lost(old.tree, made) == []
        assert not set(made.report.answers) - {"research-projects", "quality-tools"}
        assert [one for one in verdict.findings if one.code.startswith(("STR", "RDG", "TPL"))] == []
        assert made.report.entity.name == old.entity.name
        account = json.loads(json.dumps(account_document(made.account, "nn")))
        assert len(account["lines"]) == len(made.account.lines)


def test_every_fate_is_met_among_them() -> None:
    fates = {
        line.fate
        for file in PUBLISHED
        for line in carry_over(
            loads(file.read_bytes()).report, NETWORK, 2024, built_in()
        ).account.lines
    }
    assert fates == set(Fate)
