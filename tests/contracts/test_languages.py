"""Three languages: short sentences, official English terms, and none mixed with another."""

import json
import re
from datetime import datetime

import pytest
from support.checks import built_in, checked, finding

from rhf_services import Case, Stage, check, dumps, loads, message, speak
from rhf_services.i18n import LANGUAGES, show
from rhf_services.i18n.keys import common_texts, form_texts, rule_texts, source_texts
from rhf_services.i18n.showing import translated
from rhf_services.model.text import Text

FORMS = {
    keyed.key: keyed.text
    for form in built_in().templates.values()
    for edition in form.editions
    for keyed in form_texts(form, edition)
}
RULES = {keyed.key: keyed.text for rule in built_in().rules.values() for keyed in rule_texts(rule)}
COMMON = {keyed.key: keyed.text for keyed in (*common_texts(), *source_texts())}

TERMS = {
    "academic lead": "faglig ansvarlig",
    "service environment": "servicemiljø",
    "Regional Health Authority": "regionalt helseforetak",
    "Norwegian National Unit": "nasjonale? behandlingstjeneste",
    "Norwegian National Advisory Unit": "nasjonale? kompetansetjeneste",
    "Norwegian National Network": "nasjonalt?e? kvalitets- og kompetansenettverk",
    "Regional Centres? of Excellence": "regionalt?e? kompetansesent",
}
"""How official and own English terms are tied to the Norwegian ones."""


def sentences(text):
    return re.split(r"(?<=[.?!])\s+(?=[A-ZÆØÅ«“{])", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_guidance_and_messages_have_short_sentences(lang):
    said = {
        key: translated(text, lang)
        for key, text in {**FORMS, **RULES}.items()
        if not key.endswith((".label", ".title"))
    }
    long = [
        (key, sentence)
        for key, text in said.items()
        for sentence in sentences(text)
        if len(re.sub(r" \([^)]*\)", "", sentence).split()) > 20
    ]
    assert long == []


def first_uses():
    """Give what is read at one go in English: a message, a name, a title, guidance."""
    for rule in built_in().rules.values():
        for spoken in (rule.message, *rule.variants.values()):
            parts = [part for part in (spoken.says, spoken.mend, spoken.then) if part]
            yield rule.code, " ".join(translated(part, "en") for part in parts)
    for key, text in {**FORMS, **COMMON}.items():
        yield key, translated(text, "en")


@pytest.mark.parametrize(("term", "norwegian"), TERMS.items(), ids=list(TERMS))
def test_at_its_first_use_an_english_term_has_the_norwegian_one_in_brackets(term, norwegian):
    used = [(key, text) for key, text in first_uses() if re.search(term, text)]
    tied = re.compile(rf"{term}s?[^()]{{0,3}}\((?:{norwegian})[^)]*\)", re.IGNORECASE)
    assert used
    bare = [
        (key, text)
        for key, text in used
        if not (found := tied.search(text)) or found.start() != re.search(term, text).start()
    ]
    assert bare == []


def test_the_kinds_have_their_official_english_names_and_no_invented_ones():
    names = {key: translated(text, "en") for key, text in {**FORMS, **COMMON}.items()}
    assert names["entity-type.national-treatment-service"].startswith("Norwegian National Unit ")
    assert names["entity-type.national-competence-service"].startswith(
        "Norwegian National Advisory Unit "
    )
    assert names["entity-type.quality-and-competence-network"].startswith(
        "Norwegian National Network "
    )
    every = " ".join(translated(text, "en") for text in {**FORMS, **COMMON, **RULES}.values())
    invented = "National (Treatment|Competence) (Service|Centre)|Regional Competence Centre"
    assert re.findall(invented, every, re.IGNORECASE) == []


def test_english_is_british_and_has_its_own_quotation_marks():
    every = [translated(text, "en") for text in {**FORMS, **COMMON, **RULES}.values()]
    american = r"\b(center|organiz\w+|program\b(?!s)|license\b|color|fulfill)\b"
    assert [text for text in every if re.search(american, text, re.IGNORECASE)] == []
    assert [text for text in every if re.search("[«»\"']", text)] == []


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_norwegian_has_its_own_quotation_marks(lang):
    every = [translated(text, lang) for text in {**FORMS, **COMMON, **RULES}.values()]
    assert [text for text in every if re.search("[“”\"']", text)] == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "1\u00a0234 av Helse Nord, Helse Vest og {x}; 17. februar 2025 kl. 16.00, 2024"),
        ("nn", "1\u00a0234 av Helse Nord, Helse Vest og {x}; 17. februar 2025 kl. 16.00, 2024"),
        ("en", "1,234 av Helse Nord, Helse Vest and {x}; 17 February 2025 at 16:00, 2024"),
    ],
)
def test_a_text_has_numbers_lists_and_times_in_the_form_of_its_language(lang, expected):
    text = Text("{number} av {names}; {deadline}, {year}")
    params = {
        "number": 1234,
        "names": ("Helse Nord", "Helse Vest", "{x}"),
        "deadline": datetime(2025, 2, 17, 16, 0),  # noqa: DTZ001  (shown as the wall clock says)
        "year": 2024,
    }
    assert expected == show(text, lang, params)


@pytest.mark.parametrize(
    ("lang", "limit", "regions"),
    [
        ("nb", "inntil fem", "fra Helse Nord og Helse Vest;"),
        ("nn", "inntil fem", "frå Helse Nord og Helse Vest;"),
        ("en", "up to five", "from Helse Nord and Helse Vest;"),
    ],
)
def test_a_message_has_limits_in_words_and_lists_in_the_form_of_its_language(lang, limit, regions):
    answers = {"scientific-articles": [{"id": f"a{i}", "title": f"T{i}"} for i in range(7)]}
    answers |= {f"group-helse-{region}": "Ja." for region in ("midt-norge", "sor-ost")}
    answers |= {"group-assessment": "Ja.", "group-user-representative": "Ja."}
    verdict = checked(answers)
    assert limit in speak(finding(verdict, "ACT001"), lang).says
    assert regions in speak(finding(verdict, "GRP002"), lang).says


ANSWERED = {
    "format": "rhf-report/1",
    "template": "national-treatment-service",
    "year": 2024,
    "languages": {"default": "nn", "pathway-cooperation": "da"},
    "answers": {
        "equal-access": "Vi har ambulerande klinikk, men ikkje nok folk.",
        "pathway-cooperation": "Samarbejdet er godt, og målsætningerne er nået.",
    },
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_is_in_the_language_asked_for_whatever_the_answers_are_in(lang):
    report = loads(dumps(ANSWERED)).report
    verdict = check(Case(report=report), built_in(), Stage.SUBMISSION)
    apart = Case(report=loads(dumps({**ANSWERED, "languages": {"default": "en"}})).report)
    said = [message(found, lang) for found in verdict.findings]
    assert said == [
        message(found, lang) for found in check(apart, built_in(), Stage.SUBMISSION).findings
    ]
    ask = {"nb": "Dette hindrer ikke", "nn": "Dette hindrar ikkje", "en": "This does not block"}
    assert [other for other in ask if ask[other] in " ".join(said)] == [lang]


def test_the_languages_of_answers_are_kept_and_no_answer_is_touched():
    assert json.loads(dumps(loads(dumps(ANSWERED)).report)) == ANSWERED
