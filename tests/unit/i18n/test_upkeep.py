"""Bringing the catalogues of a package up to date."""

import sys

import pytest

from rhf_services.i18n.upkeep import TRANSLATED, catalogue_problems, main, update

PACKAGE = "made_up_forms"
SOURCE = """
from rhf_services.model.text import plurals_of, texts_of

_ = texts_of("made_up_forms")
_n = plurals_of("made_up_forms")
TITLE = _("Et skjema")
ROWS = _n("{count} rad", "{count} rader")
"""


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Give the place of a catalogue of a made-up package that can be imported."""
    folder = tmp_path / PACKAGE / "locale" / "nn" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / PACKAGE / "__init__.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder / f"{PACKAGE}.po"
    sys.modules.pop(PACKAGE, None)


def test_bringing_a_catalogue_up_to_date_twice_changes_nothing(catalogue):
    update(PACKAGE, "nn")
    once = catalogue.read_bytes()
    update(PACKAGE, "nn")
    assert once == catalogue.read_bytes()


def test_what_counts_something_has_as_many_forms_as_the_language(catalogue):
    update(PACKAGE, "nn")
    whole = catalogue.read_text(encoding="utf-8")
    before = 'msgid_plural "{count} rader"\nmsgstr[0] ""\nmsgstr[1] ""'
    assert before in whole
    catalogue.write_text(whole.replace(before, 'msgstr "{count} rad"'), encoding="utf-8")
    problems = [(problem.kind, problem.msgid) for problem in catalogue_problems(PACKAGE, "nn")]
    assert ("plural", "{count} rad") in problems


@pytest.mark.usefixtures("catalogue")
def test_what_is_left_to_translate_is_said_for_each_language(capsys):
    assert main([PACKAGE]) == 1
    said = capsys.readouterr().out.splitlines()
    expected = {f"{PACKAGE} {lang}: missing: Et skjema" for lang in TRANSLATED}
    assert expected <= set(said)


def test_what_is_asked_wrongly_is_one_clear_line(capsys):
    assert main([]) == 2
    assert main(["a_package_nobody_has"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2


def test_what_a_reworded_text_was_translated_to_is_told_when_it_is_taken_out(catalogue, capsys):
    main([PACKAGE])
    translated = catalogue.read_text(encoding="utf-8").replace(
        'msgid "Et skjema"\nmsgstr ""', 'msgid "Et skjema"\nmsgstr "Eit skjema"'
    )
    catalogue.write_text(translated, encoding="utf-8")
    source = catalogue.parents[3] / "__init__.py"
    source.write_text(SOURCE.replace("Et skjema", "Et annet skjema"), encoding="utf-8")
    capsys.readouterr()
    assert main([PACKAGE]) == 1
    said = capsys.readouterr().out.splitlines()
    assert f"{PACKAGE} nn: taken out: Et skjema = Eit skjema" in said
    assert f"{PACKAGE} nn: missing: Et annet skjema" in said
    assert not [line for line in said if line.startswith(f"{PACKAGE} en: taken out")]
    main([PACKAGE])
    assert "taken out" not in capsys.readouterr().out
