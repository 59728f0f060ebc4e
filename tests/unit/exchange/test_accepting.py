"""The folder of accepted files: what is taken in, what stays, and that nothing is half done."""

import pytest
from support.books import PROVENANCE, edition_file, keyed, set_in, texts_file
from support.checks import built_in

from rhf_services.exchange import with_files
from rhf_services.exchange.accepting import accept_edition, accept_texts
from rhf_services.i18n import show

FIRST = "form.national-centre.centre-status.guidance"
SECOND = "form.national-centre.title"


def words(text):
    return {"bokmål": text, "nynorsk": f"{text} nn", "engelsk": f"{text} en", **PROVENANCE}


def accept(tmp_path, text, key, name="t.xlsx"):
    change = lambda rows: [{**row, **words(text)} for row in rows if row["nøkkel"] == key]  # noqa: E731
    path = texts_file(tmp_path, built_in(), change=change, name=name)
    return accept_texts(path, tmp_path / "files", built_in())


def reading(tmp_path):
    form = with_files(built_in(), tmp_path / "files").registry.templates["national-centre"]
    edition = form.edition_for(2024).edition
    return show(edition.by_id["centre-status"].guidance, "nn"), show(form.title, "nn")


def test_rows_win_over_those_before_and_the_rest_stays(tmp_path):
    built_in_words = reading(tmp_path)
    assert accept(tmp_path, "A", FIRST).path.name == "texts-2024.csv"
    assert reading(tmp_path) == ("A nn", built_in_words[1])
    accept(tmp_path, "B", SECOND)
    assert reading(tmp_path) == ("A nn", "B nn")
    done = accept(tmp_path, "C", FIRST)
    assert reading(tmp_path) == ("C nn", "B nn")
    assert done.kept.read_text(encoding="utf-8-sig").count("A nn") == 1


def test_a_row_that_reads_as_built_in_takes_the_wording_away(tmp_path):
    before = reading(tmp_path)
    accept(tmp_path, "A", FIRST)
    path = texts_file(tmp_path, built_in(), change=lambda rows: rows)
    accept_texts(path, tmp_path / "files", built_in())
    assert reading(tmp_path) == before


def test_a_spreadsheet_laid_in_by_hand_is_taken_along(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    change = set_in(keyed(FIRST), **words("A"))
    texts_file(folder, built_in(), change=change, name="texts-2024.xlsx")
    assert reading(tmp_path)[0] == "A nn"
    accept(tmp_path, "B", SECOND)
    assert reading(tmp_path) == ("A nn", "B nn")
    assert not (folder / "texts-2024.xlsx").exists()
    assert (folder / "texts-2024.before.xlsx").exists()


def test_a_file_that_something_stops_changes_nothing(tmp_path):
    accept(tmp_path, "A", FIRST)
    before = {path.name: path.read_bytes() for path in (tmp_path / "files").iterdir()}
    done = accept(tmp_path, "{x}", FIRST)
    assert done.path is None
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "files").iterdir()}


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    accept(tmp_path, "A", FIRST)

    def fail(_number):
        raise OSError(28, "No space left")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        accept(tmp_path, "B", FIRST)
    assert reading(tmp_path)[0] == "A nn"
    assert [path for path in (tmp_path / "files").iterdir() if path.name.startswith(".")] == []


def test_an_edition_is_taken_in_once_and_corrected_by_a_revision(tmp_path):
    folder = tmp_path / "files"
    path = edition_file(tmp_path, built_in())
    assert accept_edition(path, folder, built_in()).path.name == "edition-2026.xlsx"
    again = accept_edition(path, folder, built_in())
    assert [one.kind for one in again.problems] == ["edition-exists"]
    entered = with_files(built_in(), folder).registry
    correction = edition_file(tmp_path, entered, from_="2026", revision=1)
    assert accept_edition(correction, folder, built_in()).path.name == "edition-2026.1.xlsx"
    read = with_files(built_in(), folder)
    editions = [one.id for one in read.registry.templates["national-centre"].editions]
    assert editions == ["2023", "2024", "2026", "2026.1"]
    assert read.problems == ()
    assert read.registry.cycles[2026].deadline is not None


def test_while_nobody_reports_on_it_an_edition_may_be_replaced(tmp_path):
    folder = tmp_path / "files"
    accept_edition(edition_file(tmp_path, built_in()), folder, built_in())
    new = edition_file(
        tmp_path, built_in(), Spørsmål=lambda rows: [r for r in rows if r["spørsmål"] != "teaching"]
    )
    done = accept_edition(new, folder, built_in(), again=True)
    assert done.kept.name == "edition-2026.before.xlsx"
    form = with_files(built_in(), folder).registry.templates["national-centre"]
    assert "teaching" not in form.edition_for(2026).edition.by_id


def test_texts_are_laid_over_an_edition_from_a_file(tmp_path):
    folder = tmp_path / "files"
    accept_edition(edition_file(tmp_path, built_in()), folder, built_in())
    entered = with_files(built_in(), folder).registry
    path = texts_file(tmp_path, entered, year=2026, change=set_in(keyed(FIRST), **words("A")))
    assert accept_texts(path, folder, built_in()).path.name == "texts-2026.csv"
    form = with_files(built_in(), folder).registry.templates["national-centre"]
    assert show(form.edition_for(2026).edition.by_id["centre-status"].guidance, "nb") == "A"
    assert show(form.edition_for(2024).edition.by_id["centre-status"].guidance, "nb") != "A"


def test_one_broken_file_does_not_take_the_others_along(tmp_path):
    accept(tmp_path, "A", FIRST)
    broken = tmp_path / "files" / "edition-2026.xlsx"
    broken.write_bytes(b"broken")
    read = with_files(built_in(), tmp_path / "files")
    assert {name: [one.kind for one in told] for name, told in read.by_file.items()} == {
        "edition-2026.xlsx": ["broken"]
    }
    assert reading(tmp_path)[0] == "A nn"


def test_an_edition_in_a_folder_of_csv_files_is_told_to_be_a_spreadsheet(tmp_path):
    from rhf_services.exchange.edition_writing import edition_sheets
    from rhf_services.exchange.writing import write_folder

    write_folder(tmp_path / "ny", edition_sheets(built_in(), 2026, "2024"))
    done = accept_edition(tmp_path / "ny", tmp_path / "files", built_in())
    assert done.path is None
    assert "unknown-kind" in [one.kind for one in done.problems]
