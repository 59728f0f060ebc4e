import pytest
from support.form_choices import CASES, NAMES

from rhf_services import choice_in_words, which_form
from rhf_services.i18n import LANGUAGES, UnknownLanguageError
from rhf_services.i18n.form_choices import REASONS, REMARKS, form_choice_texts
from rhf_services.model.form_choices import ChoiceReason, ChoiceRemark


def said(name, lang="nb", names=None):
    asked = next(asked for asked in CASES if asked.name == name)
    return choice_in_words(which_form(asked.entity, asked.year, asked.registry), lang, names)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("asked", CASES, ids=NAMES)
def test_every_answer_is_said_in_full(asked, lang):
    choice = which_form(asked.entity, asked.year, asked.registry)
    words = choice_in_words(choice, lang)
    assert "{" not in words
    shown = [choice.template, choice.accepted, *choice.missing]
    titled = [id_ for id_ in shown if id_ in choice.titles]
    assert not [id_ for id_ in titled if f"«{id_}»" in words or f"“{id_}”" in words]


def test_every_reason_and_remark_has_a_sentence_with_a_key_of_its_own():
    assert set(REASONS) == set(ChoiceReason)
    assert set(REMARKS) == set(ChoiceRemark)
    keys = [keyed.key for keyed in form_choice_texts()]
    assert len(keys) == len(set(keys)) == 2 * len(ChoiceReason) + len(ChoiceRemark)


@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        (
            "the last day of the year",
            "nn",
            (
                "Eininga er i drift til og med 31. desember 2024. For det siste driftsåret gjeld "
                "«Nasjonale kompetansetenester – sluttrapport». "
            ),
        ),
        (
            "final, only the year known",
            "nb",
            (
                "Enheten er i drift til og med 2024. For det siste driftsåret gjelder "
                "«Nasjonale kompetansetjenester – sluttrapport». "
            ),
        ),
        (
            "the year before it started",
            "nb",
            (
                "Enheten er i drift fra 1. januar 2025. Det ventes ingen rapport fra den for 2024. "
                "Kommer det en likevel, passer skjemaet «Nasjonale kompetansetjenester – nye». "
            ),
        ),
        (
            "the region's form is not installed",
            "nb",
            (
                "Enheten rapporterer på «Regionale kompetansesentre – Helse Vest», men skjemaet er "
                "ikke installert her. "
            ),
        ),
        (
            "nobody gave a start",
            "en",
            (
                "The unit is in operation and reports on “Norwegian National Advisory Units "
                "(nasjonale kompetansetjenester) – ongoing”. "
                "It is not known when the unit started. If 2024 was its first year in operation, "
                "the form is “Norwegian National Advisory Units "
                "(nasjonale kompetansetjenester) – new”. "
            ),
        ),
        ("several regions", "nb", "Helse Sør-Øst og Helse Vest har én rapport sammen. "),
        ("a choice that is not loaded", "nb", "Skjemaet «elsewhere.form» er valgt for "),
    ],
)
def test_answers_are_said_in_the_readers_language(name, lang, words):
    assert words in said(name, lang)


def test_a_mother_service_is_called_by_its_name_where_that_is_known():
    assert "gjennom S-NKSD." in said("a sub-unit")
    assert "gjennom Sjeldensenteret." in said("a sub-unit", names={"S-NKSD": "Sjeldensenteret"})


def test_a_language_nobody_has_is_the_callers_mistake():
    with pytest.raises(UnknownLanguageError):
        said("a sub-unit", "sv")
