"""The folder of accepted files: what is taken in, what stays, and that nothing is half done."""

import pickle
from datetime import date

import pytest
from support.books import DECIDED, PROVENANCE, asked, edition_file, keyed, set_in, texts_file
from support.checks import built_in

from rhf_services import Case, Report, check
from rhf_services.exchange import with_files
from rhf_services.exchange.accepting import accept_edition, accept_texts
from rhf_services.exchange.edition_writing import edition_sheets
from rhf_services.exchange.problems import Weight
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.writing import write_folder
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
    assert done.kept[0].read_text(encoding="utf-8-sig").count("A nn") == 1


def test_a_row_that_reads_as_built_in_and_says_who_takes_the_wording_away(tmp_path):
    before = reading(tmp_path)
    accept(tmp_path, "A", FIRST)
    path = texts_file(tmp_path, built_in(), change=set_in(keyed(FIRST), **PROVENANCE))
    done = accept_texts(path, tmp_path / "files", built_in())
    assert reading(tmp_path) == before
    assert (done.emptied, done.path.exists(), done.kept[0].exists()) == (True, False, True)
    assert with_files(built_in(), tmp_path / "files").problems == ()


def test_the_unchanged_rows_of_an_old_export_take_nothing_away(tmp_path):
    accept(tmp_path, "A", FIRST)
    stale = texts_file(tmp_path, built_in(), change=set_in(keyed(SECOND), **words("B")))
    accept_texts(stale, tmp_path / "files", built_in())
    assert reading(tmp_path) == ("A nn", "B nn")


def test_an_export_taken_in_again_keeps_who_decided_and_when(tmp_path):
    accept(tmp_path, "A", FIRST)
    laid = with_files(built_in(), tmp_path / "files").registry
    accept_texts(
        texts_file(tmp_path, laid, change=lambda rows: rows), tmp_path / "files", built_in()
    )
    kept = (tmp_path / "files" / "texts-2024.csv").read_text(encoding="utf-8-sig")
    assert PROVENANCE["kilde"] in kept


def test_a_row_with_one_language_leaves_the_others_as_they_were(tmp_path):
    accept(tmp_path, "A", FIRST)
    only = {**dict.fromkeys(("bokmål", "engelsk")), "nynorsk": "Ny"}
    path = texts_file(tmp_path, built_in(), change=set_in(keyed(FIRST), **PROVENANCE, **only))
    accept_texts(path, tmp_path / "files", built_in())
    form = with_files(built_in(), tmp_path / "files").registry.templates["national-centre"]
    guidance = form.edition_for(2024).edition.by_id["centre-status"].guidance
    assert [show(guidance, lang) for lang in ("nb", "nn", "en")] == ["A", "Ny", "A en"]


def test_rows_that_cannot_be_read_now_stay(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    head = "key;year;nb;nn;en;source;who;when\n"
    gone = "form.helse-nord.centre.title;2024;A;A;A;;;\n"
    (folder / "texts-2024.csv").write_text(head + gone, encoding="utf-8")
    accept(tmp_path, "B", SECOND)
    assert "form.helse-nord.centre.title" in (folder / "texts-2024.csv").read_text("utf-8-sig")
    read = with_files(built_in(), folder)
    assert [problem.weight for _name, problem in read.problems] == [Weight.ASKS]
    assert reading(tmp_path)[1] == "B nn"


def test_an_earlier_file_that_cannot_be_read_is_not_written_over(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "texts-2024.csv").write_bytes("nøkkel;år\n".encode("cp1252"))
    done = accept(tmp_path, "A", FIRST)
    assert [one.kind for one in done.problems] == ["earlier-unreadable"]
    assert (folder / "texts-2024.csv").read_bytes() == "nøkkel;år\n".encode("cp1252")


def test_every_earlier_file_is_kept(tmp_path):
    kept = [accept(tmp_path, text, FIRST).kept for text in ("A", "B", "C")]
    assert kept[0] == ()
    assert [one.name for (one,) in kept[1:]] == [
        "texts-2024.before.csv",
        "texts-2024.before-2.csv",
    ]


def test_a_rule_can_be_given_its_built_in_words_back_in_a_later_year(tmp_path):
    key = "rule.PER002.mend"
    folder = tmp_path / "files"
    change = set_in(keyed(key), **words("A"))
    accept_texts(
        texts_file(tmp_path, built_in(), "2023", (key,), change=change), folder, built_in()
    )
    back = texts_file(tmp_path, built_in(), "2024", (key,), change=set_in(keyed(key), **PROVENANCE))
    accept_texts(back, folder, built_in())
    mend = with_files(built_in(), folder).registry.rule("PER002").message.mend
    assert show(mend, "nb") == show(built_in().rule("PER002").message.mend, "nb")


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
    assert done.kept[0].name == "edition-2026.before.xlsx"
    form = with_files(built_in(), folder).registry.templates["national-centre"]
    assert "teaching" not in form.edition_for(2026).edition.by_id


def test_texts_are_laid_over_an_edition_from_a_file(tmp_path):
    folder = tmp_path / "files"
    accept_edition(edition_file(tmp_path, built_in()), folder, built_in())
    entered = with_files(built_in(), folder).registry
    path = texts_file(tmp_path, entered, edition="2026", change=set_in(keyed(FIRST), **words("A")))
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


def test_an_edition_in_a_folder_of_csv_files_is_taken_in_as_a_spreadsheet(tmp_path):
    write_folder(tmp_path / "ny", edition_sheets(built_in(), 2026, "2024"))
    done = accept_edition(tmp_path / "ny", tmp_path / "files", built_in())
    assert done.path.name == "edition-2026.xlsx"
    read = with_files(built_in(), tmp_path / "files")
    assert (
        len([form for form in read.registry.templates.values() if form.editions[-1].first == 2026])
        == 9
    )


def test_one_form_after_the_other_leaves_both(tmp_path):
    folder = tmp_path / "files"
    names = []
    for form in ("national-centre", "quality-and-competence-network"):
        path = edition_file(tmp_path, built_in(), forms=(form,))
        names.append(accept_edition(path, folder, built_in()).path.name)
    assert names == ["edition-2026.xlsx", "edition-2026-2.xlsx"]
    templates = with_files(built_in(), folder).registry.templates
    assert {
        templates[form].edition_for(2026).edition.id
        for form in ("national-centre", "quality-and-competence-network")
    } == {"2026"}


def test_a_file_that_lacks_a_form_takes_no_place(tmp_path):
    folder = tmp_path / "files"
    both = ("national-centre", "quality-and-competence-network")
    accept_edition(edition_file(tmp_path, built_in(), forms=both), folder, built_in())
    one = edition_file(tmp_path, built_in())
    done = accept_edition(one, folder, built_in(), again=True)
    (problem,) = [one for one in done.problems if one.kind == "brings-more"]
    assert (done.path, problem.params["forms"]) == (None, ("quality-and-competence-network",))


def test_a_correction_keeps_its_own_words(tmp_path):
    folder = tmp_path / "files"
    accept(tmp_path, "A", FIRST)
    laid = with_files(built_in(), folder).registry
    new = {f"veiledning {lang}": "B" for lang in ("bokmål", "nynorsk", "engelsk")}
    path = edition_file(
        tmp_path, laid, 2024, "2024", revision=1, Spørsmål=set_in(asked("centre-status"), **new)
    )
    accept_edition(path, folder, built_in())
    form = with_files(built_in(), folder).registry.templates["national-centre"]
    readings = [show(e.by_id["centre-status"].guidance, "nb") for e in form.editions[-2:]]
    assert readings == ["A", "B"]
    later = accept(tmp_path, "C", FIRST)
    assert [one.kind for one in later.problems] == ["later-correction"]


def test_a_text_of_a_question_that_an_edition_dropped_is_passed_over(tmp_path):
    folder = tmp_path / "files"
    accept_edition(edition_file(tmp_path, built_in()), folder, built_in())
    entered = with_files(built_in(), folder).registry
    change = lambda rows: [  # noqa: E731
        {**row, **words("A")} for row in rows if row["nøkkel"] in (FIRST, SECOND)
    ]
    accept_texts(texts_file(tmp_path, entered, "2026", change=change), folder, built_in())
    gone = edition_file(
        tmp_path,
        built_in(),
        Spørsmål=lambda rows: [r for r in rows if r["spørsmål"] != "centre-status"],
    )
    accept_edition(gone, folder, built_in(), again=True)
    read = with_files(built_in(), folder)
    assert [(one.kind, one.weight) for _name, one in read.problems] == [
        ("unknown-key", Weight.ASKS)
    ]
    assert show(read.registry.templates["national-centre"].title, "nb") == "A"


@pytest.mark.parametrize("name", ["texts-2023.csv", "edition-2027.xlsx"])
def test_a_file_must_be_what_its_name_says(tmp_path, name):
    folder = tmp_path / "files"
    folder.mkdir()
    if name.startswith("texts"):
        rows = f"key;year;nb;nn;en\n{FIRST};2024;A;A;A\n"
        (folder / name).write_text(rows, encoding="utf-8")
    else:
        (folder / name).write_bytes(edition_file(tmp_path, built_in()).read_bytes())
    read = with_files(built_in(), folder)
    assert "wrong-name" in [one.kind for one in read.by_file[name]]
    assert read.registry.templates == built_in().templates


def test_a_registry_with_files_travels_between_processes(tmp_path):
    accept(tmp_path, "A", FIRST)
    registry = with_files(built_in(), tmp_path / "files").registry
    report = Report({"template": "national-centre", "year": 2024, "answers": {"teaching": []}})
    verdict = check(Case(report=report), registry)
    again = pickle.loads(pickle.dumps(registry))
    assert (again.templates, again.rules.keys()) == (registry.templates, registry.rules.keys())
    assert check(Case(report=report), again) == verdict


def test_an_export_made_before_somebody_elses_change_does_not_undo_it(tmp_path):
    folder = tmp_path / "files"
    accept(tmp_path, "A", FIRST)
    laid = with_files(built_in(), folder).registry
    stale = texts_file(tmp_path, laid, change=set_in(keyed(SECOND), **words("B")), name="s.xlsx")
    accept(tmp_path, "C", FIRST)
    checked = read_text_file(stale, with_files(built_in(), folder).registry)
    assert ([row.key for row in checked.rows], checked.problems) == ([SECOND], ())
    accept_texts(stale, folder, built_in())
    assert reading(tmp_path) == ("C nn", "B nn")


def test_a_second_file_with_other_dates_wins_and_is_told(tmp_path):
    folder = tmp_path / "files"
    accept_edition(edition_file(tmp_path, built_in()), folder, built_in())
    later = set_in(lambda row: row, **{**DECIDED, "frist": "01.03.2027"})
    other = edition_file(
        tmp_path, built_in(), forms=("quality-and-competence-network",), Utgave=later
    )
    done = accept_edition(other, folder, built_in())
    assert [one.kind for one in done.problems] == ["other-dates"]
    assert with_files(built_in(), folder).registry.cycles[2026].deadline == date(2027, 3, 1)


def test_all_files_whose_place_is_taken_are_named(tmp_path):
    folder = tmp_path / "files"
    forms = ("national-centre", "quality-and-competence-network")
    for form in forms:
        accept_edition(edition_file(tmp_path, built_in(), forms=(form,)), folder, built_in())
    both = edition_file(tmp_path, built_in(), forms=forms)
    done = accept_edition(both, folder, built_in(), again=True)
    assert [one.name for one in done.kept] == [
        "edition-2026.before.xlsx",
        "edition-2026-2.before.xlsx",
    ]
    assert sorted(
        path.name for path in folder.glob("edition-2026*") if "before" not in path.name
    ) == ["edition-2026.xlsx"]
