"""The command ``schema``, and that everything other commands write as JSON fits its schema."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from support.books import DECIDED, PROVENANCE, changed, keyed, set_in

from rhf_services import load_registry, report_schema, schemas

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"
SCHEMAS = schemas()


def fits(document):
    schema = SCHEMAS[document["format"]]
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(document)


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_schema_is_listed(cli, lang):
    done = cli("schema", "--lang", lang)

    assert (done.code, done.err) == (0, "")
    listed = [line.split()[0] for line in done.out.splitlines() if line.startswith("  ")]
    assert listed == [*SCHEMAS, *load_registry().templates]
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("name", ["rhf-verdict/1", "rhf-verdict", "finding", "entity/1"])
def test_the_schema_of_an_output_is_printed(cli, name):
    done = cli("schema", name)

    assert done.code == 0
    assert json.loads(done.out)["$id"].removesuffix(":1").endswith(name.removesuffix("/1"))


@pytest.mark.parametrize(("year", "edition"), [(None, 1), (2023, 0), (2025, 1)])
def test_the_schema_of_a_report_is_printed(cli, year, edition):
    form = load_registry().templates["national-centre"]
    done = cli("schema", "national-centre", *(() if year is None else ("--year", year)))

    assert json.loads(done.out) == report_schema(form, form.editions[edition])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["foo"], "No schema is called 'foo'. Without a name all are listed."),
        (["national-centre", "--year", "2020"], "national-centre has no edition for 2020."),
        (["finding", "--year", "2024"], "--year goes with the name of a form."),
        (["--year", "2024"], "--year goes with the name of a form."),
        (["finding", "--to", "here"], "Give a name, or --to for all of them."),
    ],
)
def test_what_is_asked_wrongly_is_said_in_a_line(cli, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    done = cli("schema", *arguments)

    assert (done.code, done.out, done.err) == (2, "", f"rhf-services schema: {said}\n")


def test_a_folder_that_cannot_be_written_is_said_in_a_line(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    done = cli("schema", "--to", "file/below")

    said = "rhf-services: file/below cannot be written: Not a directory.\n"
    assert (done.code, done.out, done.err) == (2, "", said)


def test_all_are_written_to_a_folder(cli, tmp_path):
    folder = tmp_path / "new" / "schemas"
    done = cli("schema", "--to", folder, "--lang", "en")

    every = schemas(load_registry())
    written = [json.loads(file.read_text("utf-8")) for file in folder.iterdir()]
    assert f"{len(every)} files have been written" in done.out
    assert sorted(one["$id"] for one in written) == sorted(one["$id"] for one in every.values())
    assert (folder / "rhf-report-1-national-centre-2024.schema.json").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", REPORTS, ROOT / "gone.json"),
        ("check", REPORTS / "invented", "--stage", "submission", "--by", "p1", "--lang", "nn"),
        ("which", "--year", "2024", ROOT / "examples" / "register" / "units.json"),
        ("which", REPORTS, ROOT / "gone.json"),
        ("diff", "national-competence-service", "2023", "2024", "--lang", "en"),
        ("templates",),
        ("trace",),
        ("trace", "S003-019", "S003-096", "--lang", "nn"),
        ("trace", "S003-019", "--prove"),
    ],
    ids=lambda arguments: " ".join(Path(str(one)).name for one in arguments),
)
def test_what_a_command_writes_fits(cli, arguments):
    fits(json.loads(cli(*arguments, "--format", "json").out))


@pytest.mark.usefixtures("crashing_rule")
def test_a_verdict_with_a_crash_fits(cli):
    report = next((REPORTS / "invented").glob("national-centre*complete.json"))
    done = cli("check", report, "--format", "json")

    assert (done.code, "ZeroDivisionError" in done.out) == (3, True)
    fits(json.loads(done.out))


def test_the_account_on_standard_error_fits(cli):
    report = next((REPORTS / "invented").glob("national-centre*complete.json"))
    done = cli("carry-over", report, 2025, "--format", "json")

    fits(json.loads(done.err))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RHF_SERVICES_FILES", raising=False)


@pytest.mark.usefixtures("folder")
def test_what_is_said_of_a_text_file_fits(cli):
    cli("texts", "export", "--year", 2024, "--form", "national-centre")
    texts = "texts-2024.xlsx"
    key = "form.national-centre.centre-status.guidance"
    for words in ({"bokmål": "Hva nå?", **PROVENANCE}, {"bokmål": "=1+1"}, {"bokmål": "Hva {n}?"}):
        changed(Path(texts), {"Tekster": set_in(keyed(key), **words)})
        fits(json.loads(cli("texts", "check", texts, "--format", "json").out))
        if words.get("bokmål") == "Hva nå?":
            fits(json.loads(cli("texts", "diff", texts, "--format", "json").out))


@pytest.mark.usefixtures("folder")
def test_what_is_said_of_an_edition_file_fits(cli):
    cli("edition", "new", 2026, "--from", 2024, "--form", "national-centre")
    file = "edition-2026.xlsx"
    fits(json.loads(cli("edition", "check", file, "--format", "json").out))
    changed(Path(file), {"Utgave": set_in(lambda row: row, **DECIDED)})
    fits(json.loads(cli("edition", "check", file, "--format", "json").out))
    fits(json.loads(cli("edition", "diff", file, "--format", "json").out))
    shutil.copy(REPORTS / "README.md", "broken.xlsx")
    fits(json.loads(cli("edition", "check", "broken.xlsx", "--format", "json").out))


def test_one_form_as_json_is_another_document(cli):
    done = cli("templates", "national-centre", "--format", "json")

    assert done.code == 2
    assert "As JSON only the list" in done.err
