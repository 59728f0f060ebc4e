"""Every example report as a page: its answers and findings at their place, for each reader."""

import pytest
from attrs import evolve
from support.checks import LEAD, NOON, built_in, report_of
from support.full_report import FULL
from support.pages import REPORTS, Page, case_in, stands_right

from rhf_services import (
    Attempt,
    Case,
    HostPolicy,
    Report,
    RuleChange,
    check,
    digest,
    message,
    speak,
)
from rhf_services.i18n import LANGUAGES, label
from rhf_services.i18n.showing import shown
from rhf_services.model.choices import Choice
from rhf_services.model.entities import Entity, SubUnit
from rhf_services.model.questions import TextWithChoices
from rhf_services.model.rules import Audience, Stage
from rhf_services.model.text import Text
from rhf_services.model.years import Years
from rhf_services.render import html_fragment, html_page, render_report
from rhf_services.render.document import Chapter, Document, Notice

each_report = pytest.mark.parametrize(
    "path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


def page_of(case, *readers, lang="nb", stage=Stage.SUBMISSION):
    verdict = check(case, built_in(), stage, NOON)
    return Page(html_page(render_report(case, verdict, built_in(), *readers, lang=lang)))


def chapter_text(document, id_):
    def found(blocks):
        for block in blocks:
            if isinstance(block, Chapter):
                if block.id == id_:
                    return block
                below = found(block.blocks)
                if below is not None:
                    return below
        return None

    chapter = found(document.blocks)
    assert chapter is not None
    alone = evolve(
        chapter, blocks=tuple(one for one in chapter.blocks if not isinstance(one, Chapter))
    )
    return Page(html_fragment(Document(document.lang, (), "", (alone,)))).text


@each_report
def test_every_finding_stands_once_in_full_and_once_in_the_summary(path):
    case = case_in(path.read_bytes())
    verdict = check(case, built_in(), Stage.SUBMISSION, NOON)
    for number, reader in enumerate(Audience):
        lang = LANGUAGES[number % len(LANGUAGES)]
        page = Page(html_page(render_report(case, verdict, built_in(), reader, lang=lang)))
        stands_right(page)
        found = verdict.for_(reader)
        ids = [id_ for id_ in page.ids if id_.startswith("finding-")]
        assert sorted(ids) == sorted(f"finding-{at}" for at, _one in enumerate(found, 1))
        for finding in found:
            spoken = speak(finding, lang)
            assert spoken.says in page.text
            assert f"{spoken.mend} {spoken.then}" in page.text
            assert spoken.source in page.text
            assert label("severity", finding.severity, lang) in page.text
        if case.report is not None and found and reader in ("lead", "region"):
            assert page.links.count("#finding-1") == 1


@each_report
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_public_page_stands_right(path, lang):
    stands_right(page_of(case_in(path.read_bytes()), lang=lang))


def test_a_finding_stands_at_its_question():
    case = Case(report=report_of({"scientific-articles": [{"doi": "10.5555/a"}]}, people=[LEAD]))
    verdict = check(case, built_in(), Stage.SUBMISSION)
    document = render_report(case, verdict, built_in(), "lead")
    (missing,) = [one for one in verdict.findings if one.code == "ACT005"]
    assert speak(missing).says in chapter_text(document, "question-scientific-articles")
    assert speak(missing).says not in chapter_text(document, "question-teaching")
    (empty,) = [
        one
        for one in verdict.findings
        if one.code == "EVA001" and one.place.question == "equal-access"
    ]
    assert message(empty).split(".")[0] in chapter_text(document, "question-equal-access")


def test_the_verdict_stands_on_top():
    people = [LEAD]
    answers = {"equal-access": "Ambulerende klinikk."}
    for by, wanted in ((None, "uvisst"), ("p1", "ja"), ("p9", "nei")):
        case = Case(report=report_of(answers, people=people))
        if by is not None:
            case = evolve(case, attempt=Attempt(by, NOON))
        text = page_of(case, "lead").text
        assert f"Kan leveres: {wanted}." in text
        assert text.index("Kan leveres") < text.rindex("Om senteret")
    assert (
        "Den skal ikke leveres"
        in page_of(Case(report=Report({"template": "archive", "year": 2016})), "region").text
    )


def test_each_state_of_an_answer_is_told():
    case = Case(report=Report(FULL))
    document = render_report(case, check(case, built_in()), built_in(), "lead")
    for question, wanted in {
        "equal-access": "Ambulerende klinikk.\nTolk på video.",
        "pathway-cooperation": "Begrunnelse: en grunn",
        "treatment-quality": "Nasjonalt kvalitetsregister",
        "research-projects": "Ingenting å rapportere",
        "dissemination": "ikke en tabell",
        "clinical-activity": "Tekst under tallene",
        "reporting-feedback": "Vises ikke på visningssiden.",
        "group-assessment": "Skrevet inn på vegne av lederen av referansegruppen",
        "group-helse-nord": "Svar ikke mottatt",
        "group-helse-vest": "Ikke besvart",
    }.items():
        assert wanted in chapter_text(document, f"question-{question}")
    activity = chapter_text(document, "part-activity")
    assert "Sagt for hele delen: Ikke aktuelt. grunnen for hele delen" in activity


def test_what_nobody_knows_is_kept_and_shown_at_the_end():
    case = Case(report=Report(FULL))
    document = render_report(case, check(case, built_in()), built_in(), "host")
    page = Page(html_page(document))
    assert "Ukjent spørsmål: an-unknown-question" in page.text
    assert '{"deep": ["dypt nede"]}' in page.text
    assert "Status for kompetansespredning" in page.text
    assert "extra (ukjent felt)" in page.text
    assert "et-ukjent-valg (ukjent valg)" in page.text
    assert "en-ukjent-rolle (ukjent rolle)" in page.text
    assert "Kan ikke leses; som det kom: omtrent 4" in page.text
    assert page.text.index("Ukjent spørsmål") > page.text.index("Tilbakemelding fra referanse")


WRONG = {
    "name of the entity": {"entity": {"name": 31415}},
    "hosts": {"entity": {"hosts": 31415}},
    "units": {"entity": {"units": 31415}},
    "one unit": {"entity": {"units": [None, 31415]}},
    "one host": {"entity": {"hosts": [31415, {"organisation": "helse-bergen"}]}},
    "entity": {"entity": [31415]},
    "people": {"people": 31415},
    "roles": {"people": [{"name": "Kari Eksempel", "roles": 31415}]},
    "one role": {"people": [{"name": "Kari Eksempel", "roles": [{"role": 31415}]}]},
    "workplace": {"people": [{"name": "Kari Eksempel", "institution": 31415}]},
    "phone": {"people": [{"name": "Kari Eksempel", "phone": 31415}]},
    "flag": {"people": [{"name": "Kari Eksempel", "copy_of_report": 31415}]},
    "text": {"answers": {"equal-access": 31415}},
    "tools": {"answers": {"treatment-quality": {"text": "Målt", "tools": 31415}}},
    "one tool": {"answers": {"treatment-quality": {"text": "Målt", "tools": [31415]}}},
    "a tool and more": {"answers": {"treatment-quality": {"tools": [{"other": "a", "b": 31415}]}}},
    "text beside": {"answers": {"clinical-activity": {"rows": [{"count": 1}], "text": 31415}}},
    "rows": {"answers": {"clinical-activity": {"rows": 31415, "text": "tekst"}}},
    "one row": {"answers": {"teaching": [{"text": "Kurs"}, 31415]}},
    "row id": {"answers": {"teaching": [{"text": "Kurs", "id": 31415}]}},
    "choice and more": {"answers": {"teaching": [{"type": {"other": "Eget", "more": 31415}}]}},
    "count": {"answers": {"clinical-activity": [{"affiliation": "helse-nord", "count": -31415}]}},
    "section": {"sections": {"activity": 31415}},
    "waiver": {"waivers": [{"rule": "ACT001", "reason": 31415, "question": "no-such"}]},
    "comment": {"comments": [31415, {"text": "en kommentar"}]},
    "attachment": {"attachments": [{"name": 31415, "public": True}]},
    "nothing but an unknown key": {"answers": {"equal-access": {"deep": {"er": 31415}}}},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_stands_as_it_came_and_never_on_the_public_page(wrong):
    answers = wrong.get("answers", {})
    around = {key: value for key, value in wrong.items() if key != "answers"}
    case = Case(report=report_of(answers, **around))
    assert "31415" in page_of(case, "lead").text
    assert "31415" not in page_of(case).everything


@pytest.mark.parametrize(("falsy", "told"), [(0, "0"), (False, "false")])
@pytest.mark.parametrize("key", ["hosts", "units"])
def test_what_cannot_be_read_is_shown_where_it_is_nothing_too(key, falsy, told):
    for wrong, as_told in ((falsy, told), ([None, falsy], f"[{told}]")):
        report = report_of({}, entity={"type": "national-centre", key: wrong})
        assert f"som det kom: {as_told}" in page_of(Case(report=report), "lead").text
    person = {"name": "Kari Eksempel", "institution": falsy}
    page = page_of(Case(report=report_of({}, people=[person])), "lead")
    assert f"som det kom: {told}" in page.text


def test_what_is_missing_is_not_shown_as_something_that_cannot_be_read():
    entity = {"type": "national-centre", "hosts": [None, "", {}], "units": [None], "name": None}
    person = {"name": "Kari Eksempel", "institution": {}, "roles": [None]}
    page = page_of(Case(report=report_of({}, people=[person], entity=entity)), "host")
    assert "Kan ikke leses" not in page.text


def test_the_units_that_the_host_keeps_are_shown_like_its_other_data():
    said = {"units": [{"name": "Enheten i rapporten"}]}
    kept = Entity("e1", "national-centre", units=(SubUnit("u1", "Enheten som er registrert"),))
    case = Case(report=report_of({}, entity=said))
    assert "Enheten i rapporten" in page_of(case, "lead").text
    both = page_of(evolve(case, entity=kept), "lead").text
    assert "Enheten som er registrert" in both
    assert "Enheten i rapporten" not in both


@pytest.mark.parametrize("yes", [True, False, "kanskje"])
def test_a_statement_says_yes_or_no(yes):
    answers = {"patient-information": {"yes": yes, "text": "Se nettsiden"}}
    case = Case(report=report_of(answers, template="archive", year=2016))
    document = render_report(case, check(case, built_in()), built_in(), "region")
    text = chapter_text(document, "question-patient-information")
    assert {True: "Ja", False: "Nei", "kanskje": "yes: kanskje"}[yes] in text
    assert "Se nettsiden" in text


def test_a_year_that_cannot_be_read_is_shown():
    page = page_of(Case(report=Report({"template": "archive", "year": "nitten-tjue"})), "lead")
    assert "nitten-tjue" in page.text
    assert "Årsrapport uten rapportår" in page.text


def test_later_steps_say_whether_anything_holds_them_back():
    clean = Case(report=report_of({"equal-access": "Ambulerende klinikk."}))
    assert "Ingenting hindrer dette steget." in page_of(clean, "region", stage=Stage.REVIEW).text
    number = "15868600184"
    dirty = Case(report=report_of({"equal-access": f"Pasienten {number} fikk hjelp."}))
    verdict = check(dirty, built_in(), Stage.PUBLICATION)
    text = page_of(dirty, "lead", stage=Stage.PUBLICATION).text
    assert ("kan ikke publiseres" in text) is bool(verdict.blocking)
    assert verdict.blocking


def test_a_retired_choice_stays_readable():
    form = built_in().templates["national-treatment-service"]
    old = Choice("ruler", Text("Linjal"), Years(2009, 2020))

    def retired(asked):
        if not isinstance(asked.question, TextWithChoices):
            return asked
        choices = evolve(asked.question.choices, choices=(*asked.question.choices.choices, old))
        return evolve(asked, question=evolve(asked.question, choices=choices))

    edition = form.editions[-1]
    sections = tuple(
        evolve(one, asked=tuple(retired(asked) for asked in one.asked)) for one in edition.sections
    )
    case = Case(report=report_of({"treatment-quality": {"tools": ["ruler"]}}))
    verdict = evolve(check(case, built_in()), edition=evolve(edition, sections=sections))
    page = Page(html_page(render_report(case, verdict, built_in())))
    assert "Linjal (tilbys ikke lenger)" in page.text


def test_an_answer_says_which_language_it_is_in():
    page = page_of(Case(report=Report(FULL)))
    marked = [attrs["lang"] for tag, attrs in page.elements if tag == "bdi" and "lang" in attrs]
    assert marked == ["nn"]


@pytest.mark.parametrize(
    ("lang", "said", "prose", "field"),
    [
        ("nb", {}, None, None),
        ("nn", {}, None, None),
        ("en", {}, "no", ""),
        ("en", {"default": "nn"}, "nn", "nn"),
        ("en", {"default": "en"}, None, None),
        ("nb", {"default": "en"}, "en", "en"),
        ("nn", {"default": "nb", "scientific-articles": "en"}, "nb", "en"),
        ("en", {"equal-access": "tlh"}, "no", ""),
    ],
)
def test_what_somebody_wrote_says_its_language(lang, said, prose, field):
    answers = {
        "equal-access": "Ambulerende klinikk.",
        "pathway-cooperation": {"not_applicable": "En grunn."},
        "scientific-articles": [{"title": "En artikkel", "doi": "10.5555/a"}],
    }
    entity = {"description": "En beskrivelse."}
    report = report_of(answers, languages=said, entity=entity)
    page = page_of(Case(report=report), "lead", lang=lang)
    marked = {text: attrs.get("lang") for text, attrs in page.bits}
    assert marked["Ambulerende klinikk."] == marked["En grunn."] == prose
    assert marked["En beskrivelse."] == prose
    assert marked["En artikkel"] == field
    assert marked["10.5555/a"] is None


def test_clinical_numbers_are_drawn_with_their_words():
    rows = [{"affiliation": "helse-nord", "count": 4}, {"affiliation": "helse-vest", "count": 12}]
    page = page_of(Case(report=report_of({"clinical-activity": {"rows": rows}})))
    (svg,) = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert svg["role"] == "img"
    assert "Helse Nord 4, Helse Vest 12" in (svg["aria-label"] or "")
    assert len([tag for tag, _attrs in page.elements if tag == "rect"]) == 2


@pytest.mark.parametrize("count", [7, 10**9, 10**40])
@pytest.mark.parametrize("name", ["Annet", "En lang betegnelse " * 5, "W" * 80, "手術室" * 30])
def test_a_figure_keeps_within_its_width_and_the_table_holds_the_whole(name, count):
    rows = [
        {"affiliation": {"other": name}, "count": count},
        {"affiliation": "helse-vest", "count": 2},
    ]
    page = page_of(Case(report=report_of({"clinical-activity": {"rows": rows}})))
    assert name in page.text
    assert shown(count, "nb") in page.text
    svgs = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert len(svgs) == (count < 10**30)
    if svgs:
        assert " ".join(name.split()) in " ".join(svgs[0]["aria-label"].split())
        at = page.text.index(svgs[0]["aria-label"].partition(":")[0])
        labels = [text for text, attrs in page.bits if attrs.get("x") == "0" and "y" in attrs]
        assert len(labels[0]) <= 40
        assert (labels[0].endswith("…")) is (len(name) > 10)
        assert at


def test_a_waiver_is_told_at_its_finding_and_in_the_list():
    rows = [{"title": f"Artikkel {number}"} for number in range(7)]
    waiver = {"rule": "ACT001", "question": "scientific-articles", "reason": "Alle er viktige"}
    for of, wanted in ((digest(rows), "og den gjelder"), ("sha256:0", "Begrunnelsen gjelder ikke")):
        report = report_of({"scientific-articles": rows}, waivers=[{**waiver, "of": of}])
        text = page_of(Case(report=report), "lead").text
        assert wanted in text
        assert "Begrunnelse for ACT001" in text
        assert "Alle er viktige" in text


def test_a_lowered_rule_is_told():
    rows = [{"title": f"Artikkel {number}"} for number in range(7)]
    policy = HostPolicy((RuleChange("ACT001", "info", "servicemiljøet", "prøveår"),))
    case = Case(report=report_of({"scientific-articles": rows}), policy=policy)
    assert "Dempet her." in page_of(case, "lead").text


def test_a_report_that_cannot_be_read_says_so():
    case = case_in(b"[]")
    page = page_of(case, "host")
    assert "Rapporten kan ikke leses" in page.text
    stands_right(page)


def test_a_report_without_a_form_shows_all_of_it():
    tree = {**FULL, "template": "no-such-form"}
    case = Case(report=Report(tree))
    document = render_report(case, check(case, built_in()), built_in(), "lead")
    text = Page(html_page(document)).text
    for wanted in ("no-such-form", "Kari Eksempel", "Ambulerende klinikk.", "L-EKS-1"):
        assert wanted in text
    public = Page(html_page(render_report(case, check(case, built_in()), built_in()))).text
    assert "no-such-form" not in public
    assert "Ambulerende klinikk." not in public


def test_notices_carry_their_weight_in_words():
    case = Case(report=report_of({}))
    document = render_report(case, check(case, built_in()), built_in(), "lead")
    labels = []

    def walk(blocks):
        for block in blocks:
            if isinstance(block, Notice) and block.id:
                labels.append(block.label)
            if isinstance(block, Chapter):
                walk(block.blocks)

    walk(document.blocks)
    assert labels
    assert set(labels) <= {"✗ hindrer", "! bør ses på", "i til opplysning"}
