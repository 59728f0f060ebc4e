import pytest
from attrs import evolve
from support.checks import LEAD, checked, finding
from support.plugins import plugin, rule

from rhf_services import Stage, load_registry, message, speak
from rhf_services.hooks import installed_plugins
from rhf_services.i18n import UnknownLanguageError, cite
from rhf_services.model.rules import Hit
from rhf_services.model.subjects import REPORT
from rhf_services.model.text import Message, Text
from rhf_services.sources.documents import (
    REFERENCE_GROUP_MANDATE_SERVICES,
    WEBINAR_2024,
    proposal,
)

MANY = {"scientific-articles": [{"id": f"a{i}", "title": f"Tittel {i}"} for i in range(7)]}


def said(hit, says, *, answers=None, **around):
    """Say a made-up finding in bokmål, and give what and where."""

    def check(_report):
        yield hit

    made = rule("HN-A", check=check, on=REPORT, message=Message(Text(says), Text("Se på det.")))
    made = evolve(made, formless=True)
    registry = load_registry([*installed_plugins(), plugin("helse-nord", rules=[made])])
    verdict = checked(answers or {"equal-access": "Ja."}, registry=registry, **around)
    return speak(finding(verdict, "HN-A"), "nb").says


def test_a_finding_says_what_what_to_do_what_follows_and_where_it_is_written():
    spoken = speak(finding(checked(MANY), "ACT001"), "nb")
    assert spoken.says == (
        "Du har ført opp 7 rader under «Vitenskapelige artikler». "
        "For 2024 ber servicemiljøet om inntil fem som er direkte relevante."
    )
    assert spoken.mend == "Behold de viktigste, eller lever som det er."
    assert spoken.then == "Dette hindrer ikke innlevering."
    assert spoken.source == "Kilde: webinar 27.11.2024, «Aktivitet – registrering av aktivitet»."


def test_a_message_is_its_parts_in_one_paragraph():
    found = finding(checked(MANY), "ACT001")
    spoken = speak(found, "nn")
    expected = f"{spoken.says} {spoken.mend} {spoken.then} {spoken.source}"
    assert expected == message(found, "nn")


def test_a_message_is_in_bokmaal_where_no_language_is_given():
    found = finding(checked(MANY), "ACT001")
    assert message(found, "nb") == message(found)


@pytest.mark.parametrize("say", [message, speak])
def test_an_unknown_language_is_a_clear_error(say):
    with pytest.raises(UnknownLanguageError):
        say(finding(checked(MANY), "ACT001"), "de")


@pytest.mark.parametrize(
    ("answers", "code", "stage", "expected"),
    [
        ({}, "SUB002", Stage.SUBMISSION, "Rapporten kan ikke leveres før dette er ordnet."),
        ({}, "SUB002", Stage.DRAFT, "Dette må ordnes før rapporten kan leveres."),
        (
            {"equal-access": "158686 00184"},
            "PRI001",
            Stage.PUBLICATION,
            "Rapporten kan ikke publiseres før dette er ordnet.",
        ),
        (
            {"equal-access": "158686 00184"},
            "PRI001",
            Stage.DRAFT,
            "Dette må ordnes før rapporten kan publiseres.",
        ),
        (MANY, "ACT001", Stage.SUBMISSION, "Dette hindrer ikke innlevering."),
    ],
)
def test_a_finding_always_says_whether_it_holds_the_report_back(answers, code, stage, expected):
    found = finding(checked(answers, stage=stage), code)
    assert expected == speak(found, "nb").then


def test_what_else_follows_comes_after_that():
    spoken = speak(
        finding(checked({"pathway-cooperation": "Ja.", "treatment-quality": "Ja."}), "EVA001")
    )
    assert spoken.then == "Dette hindrer ikke innlevering. Regionen ser at feltet er tomt."


@pytest.mark.parametrize(
    ("hit", "says", "expected"),
    [
        (Hit(question="equal-access"), "{question}",
         "«Likeverdig tilgang for pasienter fra alle regioner»"),
        (Hit(questions=("teaching", "unknown")), "{questions}", "«Undervisning» og «unknown»"),
        (Hit(question="unknown"), "{question}", "«unknown»"),
        (Hit(tab="activity"), "{tab}", "Aktivitet"),
        (Hit(tab="reference-group"), "{tab}", "Evaluering"),
        (Hit(tab="unknown"), "{tab}", "unknown"),
        (Hit(("answers", "teaching", 0), column="text"), "{column}", "«Beskrivelse»"),
        (Hit(("answers", "teaching", 0), columns=("text", "type")), "{columns}",
         "«Beskrivelse» og «Type»"),
        (Hit(("answers", "teaching", 0), column="unknown"), "{column}", "«unknown»"),
        (Hit(("answers", "equal-access"), column="text"), "{column}", "«text»"),
        (Hit(column="text"), "{column}", "«text»"),
        (Hit(("answers", "clinical-activity", 0), choice="other"), "{choice}",
         "Annen tilhørighet"),
        (Hit(("answers", "clinical-activity", 0), choice="unknown"), "{choice}", "unknown"),
        (Hit(choice="other"), "{choice}", "other"),
        (Hit(region="helse-vest"), "{region}", "Helse Vest"),
        (Hit(seats=("helse-vest", "user-representative")), "{seats}",
         "en representant fra Helse Vest og en brukerrepresentant"),
        (Hit(limit=5), "{limit}", "fem"),
        (Hit(limit=25), "{limit}", "25"),
        (Hit(count=1234), "{count}", "1\u00a0234"),
    ],
)  # fmt: skip
def test_ids_are_shown_by_the_titles_the_reader_knows(hit, says, expected):
    assert expected == said(hit, says)


def test_without_a_form_ids_are_shown_as_they_are():
    nowhere = {"template": "unknown"}
    assert said(Hit(question="teaching"), "{question}", report=nowhere) == "«teaching»"
    assert said(Hit(tab="activity"), "{tab}", report=nowhere) == "activity"
    hit = Hit(("answers", "teaching", 0), column="text")
    assert said(hit, "{column}", report=nowhere) == "«text»"


def test_a_question_of_another_form_is_shown_by_its_title_there():
    found = finding(checked({"goals": "Kortere ventetid.", "equal-access": "Ja."}), "TPL006")
    assert "«Målsettinger»" in speak(found, "nb").says


def test_another_message_of_a_rule_is_said_in_its_own_words():
    verdict = checked(
        {"equal-access": "Ja."},
        report={"people": [LEAD, {"id": "p2", "roles": [{"role": "coordinator"}]}]},
        attempt={"by": "p2"},
    )
    assert speak(finding(verdict, "SUB001"), "nb").says == (
        "Bare faglig ansvarlig kan levere rapporten; du er registrert som koordinator."
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (WEBINAR_2024.at("Aktivitet"), "webinar 27.11.2024, «Aktivitet»"),
        (proposal("why, in English"), "vårt forslag"),
        (
            REFERENCE_GROUP_MANDATE_SERVICES.at("Leder"),
            "mandatet for referansegrupper, 11.12.2023",
        ),
    ],
    ids=["a place", "our own", "a document we have not read"],
)
def test_a_source_is_cited_as_far_as_a_reader_can_find_it(source, expected):
    assert expected == cite(source, "nb")


def test_quotation_marks_inside_a_place_do_not_come_apart():
    cited = cite(WEBINAR_2024.at("«Aktivitet» – registrering av aktivitet"), "nb")
    assert cited.count("«") == cited.count("»")
