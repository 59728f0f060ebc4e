"""``texts`` and ``edition``: from an export to a check with what was changed."""

import json
import os
import shlex
from pathlib import Path

import pytest
from support.books import DECIDED, PROVENANCE, asked, changed, keyed, set_in

GUIDANCE = "form.national-centre.centre-status.guidance"
NEW = {
    "bokmål": "Hva har senteret gjort?",
    "nynorsk": "Kva har senteret gjort?",
    "engelsk": "What has the centre done?",
    **PROVENANCE,
}
REPORT = {"format": "rhf-report/1", "template": "national-centre", "year": 2026, "answers": {}}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RHF_SERVICES_FILES", raising=False)


def edited(cli, **cells) -> str:
    cli("texts", "export", "--year", 2024, "--form", "national-centre", "--force")
    changed(Path("texts-2024.xlsx"), {"Tekster": set_in(keyed(GUIDANCE), **{**NEW, **cells})})
    return "texts-2024.xlsx"


def entered(cli, *options, **changes) -> str:
    cli("edition", "new", 2026, "--from", 2024, "--form", "national-centre", *options)
    decided = {"Utgave": set_in(lambda row: row, **DECIDED)}
    changed(Path("edition-2026.xlsx"), {**decided, **changes})
    return "edition-2026.xlsx"


def test_a_guidance_text_is_changed_from_export_to_form(cli):
    done = cli("texts", "export", "--year", 2024, "--form", "national-centre")
    assert done.code == 0
    assert "rhf-services texts check texts-2024.xlsx" in done.out
    file = edited(cli)

    assert cli("texts", "check", file).code == 0
    shown = cli("texts", "diff", file).out
    assert "+ Kva har senteret gjort?" in shown
    assert GUIDANCE in shown
    assert "Kva har senteret gjort?" in cli("texts", "preview", file, "--lang", "nn").out
    done = cli("texts", "apply", file, "--to", "ours")
    assert (done.code, done.out) == (0, "Tatt i bruk: ours/texts-2024.csv.\n")
    form = cli("templates", "national-centre", "--year", 2024, "--files", "ours").out
    assert "Hva har senteret gjort?" in form
    assert "Hva har senteret gjort?" not in cli("templates", "national-centre").out
    document = cli("form", "national-centre", "--files", "ours").out
    assert json.dumps(NEW["nynorsk"], ensure_ascii=False) in document
    assert NEW["nynorsk"] not in cli("form", "national-centre").out


def test_the_folder_may_stand_in_the_environment(cli, monkeypatch):
    cli("texts", "apply", edited(cli), "--to", "ours")
    monkeypatch.setenv("RHF_SERVICES_FILES", "ours")
    assert "Hva har senteret gjort?" in cli("templates", "national-centre").out


def test_what_is_wrong_is_told_with_its_place_and_nothing_is_taken_in(cli):
    file = edited(cli, nynorsk="=A1")
    done = cli("texts", "check", file)
    assert done.code == 1
    assert "kolonne «nynorsk»: Cellen er en formel" in " ".join(done.out.split())
    done = cli("texts", "apply", file, "--to", "ours")
    assert (done.code, "Ingenting er tatt i bruk." in done.out) == (1, True)
    assert not Path("ours").exists()
    for command in ("diff", "preview"):
        assert cli("texts", command, file).code == 1


def test_a_file_without_nynorsk_is_not_ready(cli):
    done = cli("texts", "check", edited(cli, nynorsk=None), "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["ready"], answer["changes"]) == (1, False, 1)
    (problem,) = answer["problems"]
    assert (problem["kind"], problem["weight"]) == ("nynorsk-missing", "not-ready")
    assert (problem["sheet"], problem["column"]) == ("Tekster", "nynorsk")
    done = cli("texts", "apply", "texts-2024.xlsx", "--to", "ours")
    assert (done.code, "ikke klar" in done.out) == (0, True)


@pytest.mark.parametrize("command", ["texts", "edition"])
@pytest.mark.parametrize("name", ["gone.xlsx", "broken.xlsx", "odd.doc"])
def test_a_file_that_cannot_be_read_is_told(cli, command, name):
    if name != "gone.xlsx":
        Path(name).write_bytes(b"x")
    done = cli(command, "check", name)
    assert done.code == 2
    assert name in done.out


def test_many_problems_alike_are_cut_short_for_people_but_not_for_programs(cli):
    rows = "".join(f"form.x.y{at}.label,2024,a,b,c\n" for at in range(30))
    Path("t.csv").write_text("key,year,nb,nn,en\n" + rows, encoding="utf-8")
    assert "… og 20 til." in cli("texts", "check", "t.csv").out
    assert len(json.loads(cli("texts", "check", "t.csv", "--format", "json").out)["problems"]) == 30


def test_differences_as_json(cli):
    done = cli("texts", "diff", edited(cli), "--format", "json")
    answer = json.loads(done.out)
    assert {change["lang"] for change in answer["changes"]} == {"nb", "nn", "en"}
    assert {change["after"] for change in answer["changes"]} >= {NEW["nynorsk"]}


def test_where_nothing_is_changed_it_is_said(cli):
    cli("texts", "export", "--year", 2024, "--out", "t.csv")
    for command in ("diff", "preview"):
        assert cli("texts", command, "t.csv").out == "Alt lyder som før.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("texts", "export", "--year", 2027), "No form has an edition 2027 of its own"),
        (("texts", "export", "--year", 2024, "--form", "x"), "No form is called 'x'"),
        (("texts", "export", "--year", 2024, "--out", "no/t.xlsx"), "cannot be written"),
        (("edition", "new", 2026, "--from", "1999"), "Utgave 1999 finnes ikke i det jeg leser."),
        (("edition", "new", 2026, "--from", "x"), "Utgave x finnes ikke i det jeg leser."),
        (("edition", "new", 2030, "--from", "2029"), "Har du den i en mappe, skriv --files MAPPE."),
        (("edition", "new", 2030, "--from", "2029", "--lang", "nn"), "Utgåve 2029 finst ikkje"),
        (("templates", "--files", "gone"), "There is no folder 'gone'"),
    ],
    ids=str,
)
def test_what_was_asked_wrongly_is_one_clear_line(cli, arguments, said):
    done = cli(*arguments)
    assert (done.code, said in done.err, done.err.count("\n")) == (2, True, 1)


@pytest.mark.parametrize("out", ["t.xlsx", "t.csv"])
def test_nothing_is_written_over_unasked(cli, out):
    cli("texts", "export", "--year", 2024, "--out", out)
    assert cli("texts", "export", "--year", 2024, "--out", out).code == 2
    assert cli("texts", "export", "--year", 2024, "--out", out, "--force").code == 0
    cli("edition", "new", 2026, "--from", 2024, "--out", "folder")
    assert cli("edition", "new", 2026, "--from", 2024, "--out", "folder").code == 2
    assert cli("edition", "check", "folder").code == 0


def test_next_years_form_is_entered_and_a_report_checked_with_it(cli):
    dropped = lambda rows: [row for row in rows if row["spørsmål"] != "teaching"]  # noqa: E731
    file = entered(cli, Spørsmål=dropped)
    done = cli("edition", "check", file)
    assert done.code == 0
    assert "Frist: 15. februar 2027 kl. 16.00." in done.out
    assert "Undervisning" not in cli("edition", "preview", file).out
    assert cli("edition", "apply", file, "--to", "ours").code == 0
    Path("report.json").write_text(json.dumps(REPORT), encoding="utf-8")
    shown = cli("check", "report.json", "--files", "ours").out
    assert "skjemautgave 2026" in shown
    assert "Skjemaet for 2026 er ikke lagt inn" not in shown
    assert "Skjemaet for 2026 er ikke lagt inn" in cli("check", "report.json").out
    document = json.loads(cli("form", "national-centre", "--files", "ours").out)
    assert (document["year"], document["edition"]["id"]) == (2026, "2026")
    assert document["not_entered"] is None
    assert '"id": "teaching"' not in json.dumps(document)


def test_an_edition_that_something_stops_is_not_taken_in(cli):
    file = entered(cli, Spørsmål=set_in(asked("teaching"), type="tegning"))
    done = cli("edition", "check", file, "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["forms"], answer["ready"]) == (1, [], False)
    assert cli("edition", "preview", file).code == 1
    assert cli("edition", "apply", file, "--to", "ours").code == 1
    assert not Path("ours").exists()


def test_a_correction_of_an_accepted_edition(cli):
    cli("edition", "apply", entered(cli), "--to", "ours")
    new = ("edition", "new", 2026, "--from", 2026, "--revision", 1, "--form", "national-centre")
    assert cli(*new, "--files", "ours").code == 0
    assert cli("edition", "apply", "edition-2026.1.xlsx", "--to", "ours").code == 0
    assert cli("edition", "apply", "edition-2026.xlsx", "--to", "ours").code == 1
    assert cli("edition", "apply", "edition-2026.xlsx", "--to", "ours", "--again").code == 0
    latest = json.loads(cli("form", "national-centre", "--files", "ours").out)
    named = ("form", "national-centre", "--edition", "2026", "--files", "ours")
    assert latest["edition"]["id"] == "2026.1"
    assert latest["edition"]["revision"] == 1
    assert json.loads(cli(*named).out)["edition"]["id"] == "2026"


def test_a_broken_file_in_the_folder_is_named_and_the_rest_works(cli):
    Path("ours").mkdir()
    Path("ours/edition-2026.xlsx").write_bytes(b"x")
    done = cli("templates", "national-centre", "--files", "ours")
    assert done.code == 0
    assert "edition-2026.xlsx" in done.err
    assert "Nasjonale sentre" in done.out


def test_what_an_edition_changes_is_told_in_words_and_as_json(cli):
    dropped = lambda rows: [row for row in rows if row["spørsmål"] != "teaching"]  # noqa: E731
    file = entered(cli, Spørsmål=dropped)
    assert "«Undervisning»" in cli("edition", "diff", file).out
    assert "Teaching" in cli("edition", "diff", file, "--lang", "en").out
    answer = json.loads(cli("edition", "diff", file, "--format", "json").out)
    (form,) = answer["forms"]
    assert (answer["edition"], form["format"]) == ("2026", "rhf-difference/1")
    broken = entered(cli, "--force", Spørsmål=set_in(asked("teaching"), type="tegning"))
    assert cli("edition", "diff", broken).code == 1


def test_another_wording_of_a_rule_is_what_it_explains(cli):
    cli("texts", "export", "--year", 2024)
    new = {**NEW, "bokmål": "Mange rader", "nynorsk": "Mange rader", "engelsk": "Many rows"}
    changed(Path("texts-2024.xlsx"), {"Tekster": set_in(keyed("rule.ACT001.title"), **new)})
    cli("texts", "apply", "texts-2024.xlsx", "--to", "ours")
    assert "ACT001  Mange rader" in cli("explain", "ACT001", "--files", "ours").out


@pytest.mark.parametrize("command", ["texts", "edition"])
def test_a_folder_that_cannot_be_written_is_one_clear_line(cli, command):
    Path("plain").write_text("x", encoding="utf-8")
    file = edited(cli) if command == "texts" else entered(cli)
    done = cli(command, "apply", file, "--to", "plain/below")
    assert (done.code, "cannot be written" in done.err, "Traceback" in done.err) == (2, True, False)


def test_what_is_no_ordinary_file_is_left_alone(cli):
    Path("real.csv").write_text("x", encoding="utf-8")
    Path("link.csv").symlink_to("real.csv")
    assert cli("texts", "export", "--year", 2024, "--out", "link.csv", "--force").code == 0
    assert Path("link.csv").is_symlink()
    assert len(Path("real.csv").read_bytes()) > 1000
    assert cli("texts", "export", "--year", 2024, "--out", "/dev/null", "--force").code == 2


def test_the_next_command_names_the_folder(cli):
    cli("edition", "apply", entered(cli), "--to", "ours")
    out = cli(
        "edition",
        "new",
        2026,
        "--from",
        2026,
        "--revision",
        1,
        "--form",
        "national-centre",
        "--files",
        "ours",
    ).out
    assert "edition check edition-2026.1.xlsx --files ours" in out
    changed(
        Path("edition-2026.1.xlsx"),
        {"Utgave": set_in(lambda row: row, **DECIDED), "Spørsmål": lambda rows: rows[1:]},
    )
    out = cli("edition", "check", "edition-2026.1.xlsx", "--files", "ours").out
    assert "Endringer i skjemaene: 1." in out
    assert "edition apply edition-2026.1.xlsx --to ours" in out
    cli("edition", "apply", "edition-2026.1.xlsx", "--to", "ours")
    shown = cli("diff", "national-centre", "2026", "2026.1", "--files", "ours").out
    assert "«Vitenskapelige artikler»" in shown


def test_a_stray_brace_is_told_and_not_taken_in(cli):
    cli("texts", "export", "--year", 2024)
    new = {**NEW, "bokmål": "Prøv igjen. {}"}
    changed(Path("texts-2024.xlsx"), {"Tekster": set_in(keyed("rule.SUB002.mend"), **new)})
    assert "krøllparenteser" in cli("texts", "check", "texts-2024.xlsx").out


def test_another_kind_of_file_is_told(cli):
    assert "utgavefil" in cli("texts", "check", entered(cli)).out
    assert "en fil med tekster" in cli("edition", "check", edited(cli)).out


def test_an_edition_can_be_shown_by_its_id_and_a_rule_text_previewed(cli):
    cli("edition", "apply", entered(cli), "--to", "ours")
    new = ("edition", "new", 2026, "--from", 2026, "--revision", 1, "--files", "ours")
    cli(*new)
    changed(Path("edition-2026.1.xlsx"), {"Spørsmål": lambda rows: rows[1:]})
    cli("edition", "apply", "edition-2026.1.xlsx", "--to", "ours")
    shown = {
        year: cli("templates", "national-centre", "--year", year, "--files", "ours").out
        for year in ("2026", "2026.1")
    }
    assert "utgave 2026.1" in shown["2026"]
    assert "Vitenskapelige artikler" not in shown["2026.1"]
    cli("texts", "export", "--year", 2024)
    changed(Path("texts-2024.xlsx"), {"Tekster": set_in(keyed("rule.SUB002.mend"), **NEW)})
    assert NEW["bokmål"] in cli("texts", "preview", "texts-2024.xlsx").out


def test_an_edition_is_not_built_on_one_that_only_a_folder_has_without_the_folder(cli):
    cli("edition", "apply", entered(cli), "--to", "ours")
    new = ("edition", "new", 2027, "--from", 2026, "--form", "national-centre")
    without = cli(*new)
    assert (without.code, "Utgave 2026 finnes ikke" in without.err) == (2, True)
    assert "bygget på 2026." in cli(*new, "--files", "ours").out
    checked = cli("edition", "check", "edition-2027.xlsx")
    assert checked.code == 1
    assert "Utgaven som filen bygger på, finnes ikke." in " ".join(checked.out.split())


def test_what_is_said_to_be_the_base_is_the_base(cli):
    cli("edition", "apply", entered(cli), "--to", "ours")
    other = ("--form", "national-treatment-service", "--files", "ours")
    assert "bygget på 2024." in cli("edition", "new", 2027, "--from", 2026, *other).out


def test_a_wording_that_would_be_lost_next_year_is_named(cli):
    cli("texts", "apply", edited(cli), "--to", "ours")
    file = entered(cli)
    lost = "har en egen ordlyd for 2024 i national-centre som filen ikke har: centre-status."
    assert lost in " ".join(cli("edition", "check", file, "--files", "ours").out.split())
    done = cli("edition", "apply", file, "--to", "ours")
    assert (done.code, lost in " ".join(done.out.split())) == (0, True)


def test_a_wording_that_is_carried_on_is_not_spoken_of(cli):
    cli("texts", "apply", edited(cli), "--to", "ours")
    done = cli("edition", "apply", entered(cli, "--files", "ours"), "--to", "ours")
    assert (done.code, "egen ordlyd" in done.out) == (0, False)
    assert NEW["bokmål"] in cli("templates", "national-centre", "--files", "ours").out


def test_a_form_says_where_a_wording_was_decided(cli):
    cli("texts", "apply", edited(cli), "--to", "ours")
    shown = cli("templates", "national-centre", "--year", 2024, "--files", "ours").out
    assert shown.count("Ordlyden: Et oppdiktet møte.") == 1
    drawn = cli("render", "national-centre", "--files", "ours", "--year", 2024).out
    laid = "Ordlyden her er lagt inn over bibliotekets egen. Ordlyden: Et oppdiktet møte."
    assert laid in " ".join(drawn.split())
    assert "Ordlyden" not in cli("templates", "national-centre", "--year", 2024).out


def test_a_new_question_has_no_wording_laid_over_another(cli):
    def more(rows):
        new = {**rows[-1], "spørsmål": "digital-work", "del": "evaluation", "type": "tekst"}
        new |= {"til": "enheten", "region": None, "tittel bokmål": "Digitale tilbud"}
        return [*rows, {**new, "tittel nynorsk": "Digitale tilbod", "tittel engelsk": "Digital"}]

    cli("edition", "apply", entered(cli, Spørsmål=more), "--to", "ours")
    drawn = cli("render", "national-centre", "--files", "ours", "--year", 2026).out
    assert "Digitale tilbud" in drawn
    assert "over bibliotekets egen" not in drawn


def test_a_limit_that_nobody_touched_is_asked_about_and_keeps_its_source(cli):
    file = entered(cli)
    checked = cli("edition", "check", file)
    asks = "kolonne «inntil»: Grensen på 5 gjaldt 2024. Skal den gjelde i 2026 også?"
    assert (checked.code, " ".join(checked.out.split()).count(asks)) == (0, 2)
    told = cli("edition", "diff", file).out
    assert "«Vitenskapelige artikler»: grensen på fem gjelder nå 2026; før gjaldt den 2024." in (
        " ".join(told.split())
    )
    assert "oppdiktet" not in told
    for cells in ({"inntil": None}, {"inntil": 7}, {"kilde": "Et møte"}):
        articles = set_in(asked("scientific-articles"), **cells)
        checked = cli("edition", "check", entered(cli, "--force", Spørsmål=articles)).out
        assert " ".join(checked.split()).count(asks) == 1


def test_one_language_changed_alone_is_asked_about(cli):
    cli("texts", "export", "--year", 2024, "--form", "national-centre", "--out", "t.xlsx")
    nynorsk = {"nynorsk": NEW["nynorsk"], **PROVENANCE}
    changed(Path("t.xlsx"), {"Tekster": set_in(keyed(GUIDANCE), **nynorsk)})
    done = " ".join(cli("texts", "check", "t.xlsx").out.split())
    assert "Nynorsk er endret, men bokmål står som før." in done
    assert "engelsk står som før" not in done
    cli("texts", "export", "--year", 2024, "--form", "national-centre", "--out", "u.xlsx")
    both = {"bokmål": NEW["bokmål"], **nynorsk}
    changed(Path("u.xlsx"), {"Tekster": set_in(keyed(GUIDANCE), **both)})
    done = " ".join(cli("texts", "check", "u.xlsx").out.split())
    assert "Bokmål er endret, men engelsk står som før." in done
    assert "bokmål står som før" not in done


def commands(out: str) -> list[list[str]]:
    """Give the commands that are proposed, as a shell would take them apart."""
    found = [line for line in out.splitlines() if line.startswith("  rhf-services ")]
    return [shlex.split(line)[1:] for line in found]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a shell quotes in another way")
def test_the_next_command_can_be_run_as_it_stands_whatever_a_file_is_called(cli):
    Path("mine filer").mkdir()
    there = "mine filer/t $1's.xlsx"
    done = cli("texts", "export", "--year", 2024, "--out", there)
    (check,) = commands(done.out)
    assert check == ["texts", "check", there]
    changed(Path(there), {"Tekster": set_in(keyed(GUIDANCE), **NEW)})
    done = cli(*check, "--files", "mine filer")
    (take_in,) = commands(done.out)
    assert take_in == ["texts", "apply", there, "--to", "mine filer"]
    assert cli(*take_in).code == 0

    there = "mine filer/neste år.xlsx"
    done = cli("edition", "new", 2026, "--from", 2024, "--out", there, "--files", "mine filer")
    (check,) = commands(done.out)
    assert check == ["edition", "check", there, "--files", "mine filer"]
    changed(Path(there), {"Utgave": set_in(lambda row: row, **DECIDED)})
    differ, take_in = commands(cli(*check).out)
    assert differ == ["edition", "diff", there, "--files", "mine filer"]
    assert take_in == ["edition", "apply", there, "--to", "mine filer"]
    assert cli(*take_in).code == 0


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_what_to_do_next_fits_a_narrow_screen(cli, monkeypatch, lang):
    monkeypatch.setenv("COLUMNS", "80")
    out = cli("texts", "export", "--year", 2024, "--lang", lang).out
    assert max(map(len, out.splitlines())) <= 80


def test_the_next_command_keeps_the_language(cli):
    out = cli("texts", "export", "--year", 2024, "--lang", "nn").out
    assert "texts check texts-2024.xlsx --lang nn\n" in out
    new = ("edition", "new", 2026, "--from", 2024, "--form", "national-centre", "--lang", "nn")
    assert "edition check edition-2026.xlsx --lang nn\n" in cli(*new).out
    checked = cli("edition", "check", "edition-2026.xlsx", "--lang", "nn").out
    assert "edition diff edition-2026.xlsx --lang nn\n" in checked
    assert "edition apply edition-2026.xlsx --to MAPPE --lang nn\n" in checked


def test_the_fields_of_a_table_that_is_gone_are_named_once(cli):
    dropped = lambda rows: [row for row in rows if row["spørsmål"] != "teaching"]  # noqa: E731
    out = cli("edition", "check", entered(cli, Spørsmål=dropped)).out
    assert " ".join(out.split()).count("Skjemaet har ingen tabell som heter «teaching»") == 1
