"""Nynorsk and English are whole: nothing missing, fuzzy, obsolete, in bokmål, or misplaced."""

import sys

import pytest

from rhf_services.i18n.upkeep import (
    CatalogueProblem,
    catalogue_problems,
    extracted,
    placeholders,
    update,
)

PACKAGES = ("rhf_services", "rhf_services_helse_sor_ost", "rhf_services_helse_vest")


@pytest.mark.parametrize("lang", ["nn", "en"])
@pytest.mark.parametrize("package", PACKAGES)
def test_catalogues_are_whole(package: str, lang: str) -> None:
    assert list(catalogue_problems(package, lang)) == []


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with three texts, and a catalogue that has something wrong with each."""
    home = tmp_path / "an_example"
    home.mkdir()
    (home / "__init__.py").write_text(
        '_ = _n = print\nA = _("Navn")\nB = _("{count} av {total}")\n'
        'C = _n("{count} rad", "{count} rader")\n'
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "an_example", raising=False)
    return home


def written(home, text: str) -> None:
    folder = home / "locale" / "nn" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    (folder / "an_example.po").write_text(head + text)


def test_texts_are_found_in_the_source(package) -> None:
    assert {str(m.id) for m in extracted("an_example") if m.id} == {
        "Navn",
        "{count} av {total}",
        "('{count} rad', '{count} rader')",
    }


def test_a_package_without_a_catalogue_is_told(package) -> None:
    assert list(catalogue_problems("an_example", "nn")) == [
        CatalogueProblem("no-catalogue", "an_example")
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "Navn"\nmsgstr ""\n', CatalogueProblem("missing", "Navn")),
        ('msgid "Navn"\nmsgstr "Navn"\n', CatalogueProblem("bokmål", "Navn", ("Navn",))),
        (
            (
                'msgid "{count} rad"\nmsgid_plural "{count} rader"\n'
                'msgstr[0] "{count} rad"\nmsgstr[1] "flere rader"\n'
            ),
            CatalogueProblem("bokmål", "{count} rad", ("flere",)),
        ),
        ('#, fuzzy\nmsgid "Navn"\nmsgstr "Namn"\n', CatalogueProblem("fuzzy", "Navn")),
        ('msgid "Gammelt"\nmsgstr "Gammalt"\n', CatalogueProblem("obsolete", "Gammelt")),
        ('#~ msgid "Eldre"\n#~ msgstr "Eldre"\n', CatalogueProblem("obsolete", "Eldre")),
        (
            'msgid "{count} av {total}"\nmsgstr "{count} av {sum}"\n',
            CatalogueProblem("placeholders", "{count} av {total}"),
        ),
        (
            (
                'msgid "{count} rad"\nmsgid_plural "{count} rader"\n'
                'msgstr[0] "{count} rad"\nmsgstr[1] ""\n'
            ),
            CatalogueProblem("missing", "{count} rad"),
        ),
    ],
)
def test_each_problem_is_told(package, text: str, problem: CatalogueProblem) -> None:
    written(package, text)

    assert problem in list(catalogue_problems("an_example", "nn"))


def test_english_is_not_looked_through_for_bokmaal(package) -> None:
    written(package, 'msgid "Navn"\nmsgstr "Navn"\n')
    (package / "locale" / "nn").rename(package / "locale" / "en")

    assert "bokmål" not in {problem.kind for problem in catalogue_problems("an_example", "en")}


def test_update_keeps_translations_and_brings_in_what_is_new(package) -> None:
    written(package, 'msgid "Navn"\nmsgstr "Namn"\n\nmsgid "Gammelt"\nmsgstr "Gammalt"\n')

    update("an_example", "nn")

    left = list(catalogue_problems("an_example", "nn"))
    assert {problem.kind for problem in left} == {"missing"}
    assert {problem.msgid for problem in left} == {"{count} av {total}", "{count} rad"}


def test_update_makes_a_catalogue_where_there_is_none(package) -> None:
    update("an_example", "en")

    text = (package / "locale" / "en" / "LC_MESSAGES" / "an_example.po").read_text()
    assert '"Language: en\\n"' in text
    assert 'msgid "Navn"' in text


def test_placeholders_are_read() -> None:
    assert placeholders("{count} av {total}") == {"count", "total"}
