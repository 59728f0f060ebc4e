"""Form documents: another wording, other years, choices that are no longer offered."""

import pytest
from support.books import PROVENANCE, keyed, set_in, texts_file
from support.checks import built_in
from support.form_faults import document_of, verdict_on
from support.form_filling import questions_of, report_with

from rhf_services import Audience, Stage, form_document
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.wordings import laid_over
from rhf_services.model.years import Years


def test_a_wording_laid_over_the_form_is_in_its_document(tmp_path):
    key = "form.national-centre.centre-status.guidance"
    new = {"bokmål": "Hva ble gjort?", "nynorsk": "Kva vart gjort?", "engelsk": "What was done?"}
    path = texts_file(tmp_path, built_in(), change=set_in(keyed(key), **new, **PROVENANCE))
    registry = laid_over(built_in(), read_text_file(path, built_in()).wording)
    form = registry.templates["national-centre"]
    before, after = (
        document_of("national-centre", 2024),
        form_document(form, form.editions[-1], registry),
    )
    (status,) = [one for one in questions_of(after) if one["id"] == "centre-status"]

    assert status["guidance"] == {
        "key": key,
        "nb": "Hva ble gjort?",
        "nn": "Kva vart gjort?",
        "en": "What was done?",
    }
    status["guidance"] = next(
        one["guidance"] for one in questions_of(before) if one["id"] == "centre-status"
    )
    assert after == before


def test_a_year_that_nobody_has_entered_is_said():
    assert document_of("national-centre", 2024)["not_entered"] is None
    note = document_of("national-centre", 2027)["not_entered"]
    assert note["confirmed"] == 2024
    assert note["note"]["nb"].startswith("Skjemaet for 2027 er ikke lagt inn")
    assert note["note"]["en"].count("2024") == 1


@pytest.mark.parametrize(("edition", "year"), [("2023", 2024), ("2024", 2023), ("2023", 2022)])
def test_an_edition_of_another_year_is_refused(edition, year):
    form = built_in().templates["national-centre"]
    found = next(one for one in form.editions if one.id == edition)
    with pytest.raises(LookupError):
        form_document(form, found, built_in(), year)


def test_a_retired_choice_is_told_from_one_that_is_offered():
    choices = [
        choice
        for question in questions_of(document_of("archive", 2022))
        for column in question["columns"]
        if column["choices"]
        for choice in column["choices"]["choices"]
    ]
    assert choices
    for choice in choices:
        span = choice["offered"]
        held = 2022 in Years(span["first"], span["last"])
        assert choice["offered_now"] is held


def test_an_empty_report_on_the_form_is_read():
    report = report_with(document_of("national-treatment-service", 2024), {})
    assert [f.code for f in verdict_on(report, Stage.DRAFT).for_(Audience.HOST)] == []
