import json
from datetime import date

import pytest
from attrs import evolve
from support.checks import NOON, checked, finding

from rhf_services import HostPolicy, RuleChange, Stage
from rhf_services.i18n import UnknownLanguageError, message, speak
from rhf_services.model.findings import Verdict
from rhf_services.wire.digests import digest
from rhf_services.wire.outputs import finding_document, verdict_document

MANY = [{"id": f"a{i}", "title": f"Tittel {i}"} for i in range(7)]
OFF = {"rules": [{"rule": "EVA001", "says": "off", "by": "Verten", "until": "2025-03-01"}]}


def over_limit(**envelope):
    return checked({"scientific-articles": MANY}, report=envelope)


def test_a_finding_is_written_with_its_documented_keys():
    written = finding_document(finding(over_limit(), "ACT001"))
    assert written == {
        "code": "ACT001",
        "severity": "warning",
        "blocks": False,
        "will_block": False,
        "audience": "lead",
        "place": "/answers/scientific-articles",
        "section": "activity",
        "question": "scientific-articles",
        "row": None,
        "column": None,
        "variant": None,
        "params": {"question": "scientific-articles", "count": 7, "limit": 5, "year": 2024},
        "source": {
            "document": "webinar-2024",
            "section": "Aktivitet – registrering av aktivitet",
            "rows": ["S003-096", "S003-097", "S003-098"],
        },
        "standing": "documented",
        "waiver": None,
        "changed": None,
    }


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_words_come_where_a_language_is_asked_for(lang):
    found = finding(over_limit(), "ACT001")
    written = finding_document(found, lang)
    assert message(found, lang) == written["message"]
    assert written["source"]["text"] in written["message"]
    spoken = speak(found, lang)
    assert [written[key] for key in ("says", "mend", "then")] == [
        spoken.says, spoken.mend, spoken.then,
    ]  # fmt: skip


def test_an_unknown_language_is_a_clear_error():
    with pytest.raises(UnknownLanguageError):
        verdict_document(over_limit(), "de")


def test_a_row_and_a_column_are_named():
    verdict = checked({"scientific-articles": [{"id": "a1", "title": "En", "doi": "ukjent"}]})
    written = finding_document(finding(verdict, "ACT009"))
    assert (written["row"], written["column"]) == ("a1", "doi")


def test_several_ids_in_a_parameter_are_a_list():
    verdict = checked({"scientific-articles": [{"id": "a1", "journal": "Tidsskriftet"}]})
    assert finding_document(finding(verdict, "ACT005"))["params"]["columns"] == ["title"]


def test_a_day_in_a_parameter_is_written_in_iso_form():
    dated = evolve(finding(over_limit(), "ACT001"), params={"day": date(2025, 2, 17)})
    assert finding_document(dated)["params"] == {"day": "2025-02-17"}


def test_a_waiver_shows_by_whom_and_whether_it_holds_and_not_the_reason():
    waiver = {
        "rule": "ACT001",
        "question": "scientific-articles",
        "of": digest(MANY),
        "reason": "Kari Eksempel sier det.",
        "by": "p1",
        "at": "2025-02-10T12:00:00+01:00",
    }
    written = finding_document(finding(over_limit(waivers=[waiver]), "ACT001"))
    without_reason = {key: value for key, value in waiver.items() if key != "reason"}
    assert written["waiver"] == {**without_reason, "row": None, "holds": True}


def test_a_lowered_rule_shows_who_lowered_it():
    policy = {"rules": [{"rule": "ACT001", "says": "info", "by": "Verten", "reason": "Prøveår"}]}
    verdict = checked({"scientific-articles": MANY}, policy=policy)
    assert finding_document(finding(verdict, "ACT001"))["changed"] == {
        "rule": "ACT001",
        "says": "info",
        "by": "Verten",
        "reason": "Prøveår",
        "until": None,
    }


def test_a_verdict_is_written_with_its_documented_keys():
    verdict = checked({"equal-access": "Ja."}, at=NOON, policy=OFF)
    written = verdict_document(verdict)
    assert (
        written["format"],
        written["template"],
        written["edition"],
        written["stage"],
    ) == ("rhf-verdict/1", "national-treatment-service", "2024", "submission")
    assert (
        written["at"],
        written["may_submit"],
        written["complete"],
    ) == ("2025-02-14T12:00:00+00:00", False, True)
    assert written["changes"][0]["until"] == "2025-03-01"
    off = {"rule": "EVA001", "ran": "not-applicable", "why": "switched-off", "crash": None}
    assert {**off, "more": False} in written["outcomes"]
    assert "rhf-services" in written["versions"]


def test_a_verdict_without_a_form_has_no_edition():
    written = verdict_document(checked(report={"template": "unknown"}))
    assert (written["template"], written["edition"]) == ("unknown", None)


def test_a_verdict_is_json():
    verdict = checked({"scientific-articles": MANY}, stage=Stage.DRAFT, policy=OFF, at=NOON)
    written = verdict_document(verdict, "nn")
    assert json.loads(json.dumps(written)) == written


def test_a_verdict_without_anything_is_written_too():
    empty = Verdict((), (), None, complete=False, stage=Stage.REVIEW)
    written = verdict_document(empty)
    assert (
        written["template"],
        written["at"],
        written["findings"],
        written["outcomes"],
    ) == (None, None, [], [])


def test_a_change_in_force_is_in_the_policy_given():
    assert HostPolicy((RuleChange("EVA001", "off", by="Verten", until=date(2025, 3, 1)),)) == (
        HostPolicy(rules=checked({"equal-access": "Ja."}, at=NOON, policy=OFF).changes)
    )
