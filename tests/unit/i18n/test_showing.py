from datetime import UTC, date, datetime

import pytest

from rhf_services.i18n import LANGUAGES, UnknownLanguageError, language, show
from rhf_services.i18n.catalogues import catalogue
from rhf_services.i18n.showing import day, listed, shown, translated
from rhf_services.model.text import Text

ARTICLES = Text("{count} artikkel", plural="{count} artikler")
UNKNOWN = Text("Et utsagn som ingen har oversatt.")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("nb", "nb"),
        ("nn", "nn"),
        ("en", "en"),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("nb_NO", "nb"),
        ("en_GB", "en"),
        ("NN", "nn"),
    ],
)
def test_a_language_tag_is_read_without_its_region(asked, expected):
    assert expected == language(asked)


@pytest.mark.parametrize("asked", ["", "de", "norsk", "se-NO", "-nn"])
def test_an_unknown_language_is_a_clear_error(asked):
    with pytest.raises(UnknownLanguageError) as raised:
        language(asked)
    assert raised.value.args == (asked,)


def test_the_languages_are_three():
    assert LANGUAGES == ("nb", "nn", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_nobody_translated_is_shown_in_bokmaal(lang):
    assert UNKNOWN.nb == translated(UNKNOWN, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_package_without_catalogues_is_shown_in_bokmaal(lang):
    assert translated(Text("Aktivitet", "attrs"), lang) == "Aktivitet"


def test_a_translated_text_is_shown_in_the_readers_language():
    text = Text("Tilbakemelding fra referansegruppen")
    shown_in = {lang: translated(text, lang) for lang in LANGUAGES}
    assert shown_in["nb"] == text.nb
    assert "referansegruppa" in shown_in["nn"]
    assert len(set(shown_in.values())) == 3


def test_a_catalogue_is_read_once():
    assert catalogue("rhf_services", "nn") is catalogue("rhf_services", "nn")


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 artikler"), (1, "1 artikkel"), (2, "2 artikler")]
)
def test_what_is_counted_has_a_form_for_one_and_one_for_several(count, expected):
    assert expected == show(ARTICLES, "nb", {"count": count})


def test_without_a_count_the_form_for_one_is_used():
    assert translated(ARTICLES, "nb") == "{count} artikkel"


def test_a_count_that_is_no_number_chooses_the_form_for_one():
    assert show(ARTICLES, "nb", {"count": "mange"}) == "mange artikkel"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_placeholder_without_a_parameter_is_an_error(lang):
    with pytest.raises(KeyError, match="question"):
        show(Text("{question} er tom."), lang)


def test_parameters_nobody_asks_for_are_left_out():
    assert show(Text("Navnet mangler."), "nb", {"count": 3}) == "Navnet mangler."


def test_what_is_put_in_is_never_read_as_a_pattern():
    assert show(Text("{name} er tom."), "nb", {"name": "{other}"}) == "{other} er tom."


@pytest.mark.parametrize(
    ("number", "lang", "expected"),
    [
        (7, "nb", "7"),
        (1234, "nb", "1\u00a0234"),
        (1234567, "nn", "1\u00a0234\u00a0567"),
        (1234, "en", "1,234"),
        (-3, "en", "-3"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(number, lang, expected):
    assert expected == shown(number, lang)


@pytest.mark.parametrize("key", ["year", "first_year", "last_year"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_years_are_not_grouped(key, lang):
    assert shown(2024, lang, key) == "2024"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("nb", "17. februar 2025"), ("nn", "17. februar 2025"), ("en", "17 February 2025")],
)
def test_days_are_written_as_the_language_writes_them(lang, expected):
    assert expected == day(date(2025, 2, 17), lang)
    assert expected == shown(date(2025, 2, 17), lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "7. mai 2025 kl. 16.05"),
        ("nn", "7. mai 2025 kl. 16.05"),
        ("en", "7 May 2025 at 16:05"),
    ],
)
def test_a_time_of_day_follows_the_day(lang, expected):
    assert expected == day(datetime(2025, 5, 7, 16, 5, tzinfo=UTC), lang)


@pytest.mark.parametrize(
    ("items", "lang", "expected"),
    [
        ([], "nb", ""),
        (["a"], "nb", "a"),
        (["a", "b"], "nb", "a og b"),
        (["a", "b", "c"], "nb", "a, b og c"),
        (["a", "b", "c"], "nn", "a, b og c"),
        (["a", "b", "c"], "en", "a, b and c"),
    ],
)
def test_several_things_are_listed_as_the_language_does(items, lang, expected):
    assert expected == listed(items, lang)
    assert expected == shown(tuple(items), lang)


def test_ids_are_named_by_the_name_of_their_parameter():
    def name(key, id_):
        return f"{key} {id_}"

    text = Text("{region}: {regions}")
    params = {"region": "helse-vest", "regions": ("helse-nord", "helse-vest")}
    expected = "region helse-vest: regions helse-nord og regions helse-vest"
    assert expected == show(text, "nb", params, name)
