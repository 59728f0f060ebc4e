"""The command ``form``."""

import json
from pathlib import Path

import pytest

from rhf_services import form_document, load_registry
from rhf_services.i18n import LANGUAGES


@pytest.mark.parametrize("template", load_registry().templates)
def test_every_form_is_written_as_the_library_gives_it(cli, template: str) -> None:
    registry = load_registry()
    form = registry.templates[template]
    done = cli("form", template)

    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == form_document(form, form.editions[-1], registry)


def test_a_year_chooses_the_edition(cli) -> None:
    document = json.loads(cli("form", "national-centre", "--year", "2023").out)
    assert (document["year"], document["edition"]["id"]) == (2023, "2023")
    assert document["not_entered"] is None


def test_an_edition_can_be_named(cli) -> None:
    document = json.loads(cli("form", "national-centre", "--edition", "2023").out)
    assert (document["year"], document["edition"]["id"]) == (2023, "2023")


def test_a_later_year_says_that_it_is_not_entered(cli) -> None:
    document = json.loads(cli("form", "national-centre", "--year", "2026").out)
    assert (document["year"], document["edition"]["id"]) == (2026, "2024")
    assert document["not_entered"]["confirmed"] == 2024


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_language_may_be_asked_for(cli, lang: str) -> None:
    title = json.loads(cli("form", "archive", "--lang", lang).out)["form"]["title"]
    assert [other for other in LANGUAGES if title[other] is not None] == [lang]


def test_the_document_may_go_to_a_file(cli, tmp_path: Path) -> None:
    shown = cli("form", "archive").out
    done = cli("form", "archive", "--out", tmp_path / "archive.json")

    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "archive.json").read_text(encoding="utf-8") == shown
    assert [path.name for path in tmp_path.iterdir()] == ["archive.json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-form",), "No form is called 'no-such-form'. The forms are: archive,"),
        (("national-centre", "--year", "2022"), "national-centre has no edition for 2022."),
        (("national-centre", "--edition", "2030"), "Its editions are: 2023, 2024."),
        (
            ("national-centre", "--edition", "2023", "--year", "2024"),
            "The edition 2023 of national-centre does not hold for 2024.",
        ),
        (("national-centre", "--out", "no/such/folder/f.json"), "no/such/folder/f.json cannot be"),
        (("national-centre", "--files", "no-such-folder"), "There is no folder 'no-such-folder'."),
        ((), "Missing argument 'ID'."),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli, arguments, said: str) -> None:
    done = cli("form", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
