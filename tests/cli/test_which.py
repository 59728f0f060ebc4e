"""The command ``which``."""

import json
from pathlib import Path

import pytest
from support.plugins import plugin

from rhf_services import load_registry
from rhf_services.hooks import installed_plugins

REGISTER = Path(__file__).parents[2] / "examples" / "register" / "units.json"
CENTRE = {"id": "a", "type": "national-centre", "names": [{"name": "Eksempelsenteret"}]}
OLD_NAME = {"name": "Gamlesenteret", "to": "2013-12-31"}
NEW_NAME = {"name": "Nysenteret", "from": "2014-01-01"}
LIST = "a list"


def written(tmp_path, document):
    file = tmp_path / "it.json"
    file.write_text(json.dumps(document), "utf-8")
    return file


def choices(done):
    (file,) = json.loads(done.out)["files"]
    return [(choice["template"], choice["reason"]) for choice in file["choices"]]


def test_an_entity_is_told_in_full(cli, tmp_path) -> None:
    done = cli("which", "--year", 2024, written(tmp_path, CENTRE))

    assert done.code == 0
    assert "a  Eksempelsenteret" in done.out
    said = " ".join(done.out.split())
    assert "Enheten er i drift og rapporterer på «Nasjonale sentre – både nye" in said
    assert "Kilde: webinar 27.11.2024, «Rapportmaler». [national-centre, running]" in said


@pytest.mark.parametrize("options", [(), ("--full",), (LIST,)])
@pytest.mark.parametrize(
    ("names", "year", "told"),
    [
        ([OLD_NAME, NEW_NAME], 2012, "Gamlesenteret"),
        ([NEW_NAME, OLD_NAME], 2012, "Gamlesenteret"),
        ([OLD_NAME, NEW_NAME], 2024, "Nysenteret"),
        ([NEW_NAME, OLD_NAME], 2024, "Nysenteret"),
        ([{**OLD_NAME, "from": "2011-01-01"}, NEW_NAME], 2010, "Nysenteret"),
    ],
)
def test_an_entity_is_called_as_in_the_year_asked_about(
    cli, tmp_path, names, year, told, options
) -> None:
    entity = {**CENTRE, "names": names}
    document = [entity, {**CENTRE, "id": "b"}] if LIST in options else entity
    more = [option for option in options if option != LIST]
    out = cli("which", "--year", year, *more, written(tmp_path, document)).out

    assert told in out
    assert not {"Gamlesenteret", "Nysenteret"} - {told} & set(out.split())


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_register_is_told_as_a_table(cli, monkeypatch, lang: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = cli("which", "--year", 2024, "--lang", lang, REGISTER)

    assert done.code == 0
    assert "{" not in done.out
    rows = [line for line in done.out.splitlines() if "  Nasjonal" in line or "[" in line]
    assert len(rows) > 60
    assert [line for line in done.out.splitlines() if len(line) > 80] == []


def test_the_table_counts(cli) -> None:
    out = cli("which", "--year", 2024, REGISTER).out

    assert "    avsluttet: 5\n" in out
    assert "    siste driftsår: 3\n" in out
    assert "Enheter: 95. Med skjema: 73. Uten skjema: 22." in out
    assert "      ? NK-HB8 " in out


def test_a_list_is_told_in_full_where_asked(cli) -> None:
    done = cli("which", "--year", 2024, "--full", REGISTER)

    said = " ".join(done.out.split())
    assert "gjennom Nasjonal kompetansetjeneste for sjeldne diagnoser." in said
    assert said.count("Kilde: ") == 95


def test_a_case_and_a_report_name_their_year(cli, tmp_path) -> None:
    report = {"format": "rhf-report/1", "year": 2024, "entity": {"type": "national-centre"}}
    ends = {"type": "national-competence-service", "last_day": "2024-12-31"}
    case = {"format": "rhf-case/1", "report": report, "entity": ends}

    done = cli("which", "--format", "json", written(tmp_path, report))
    assert choices(done) == [("national-centre", "running")]
    done = cli("which", "--format", "json", written(tmp_path, case))
    assert choices(done) == [("national-competence-service-final", "final")]
    done = cli("which", "--year", 2025, "--format", "json", written(tmp_path, case))
    assert choices(done) == [(None, "ended")]


def test_a_case_may_hold_an_entity_alone(cli, tmp_path) -> None:
    case = {"format": "rhf-case/1", "entity": {**CENTRE, "started": "2014"}}
    done = cli("which", "--year", 2024, "--format", "json", written(tmp_path, case))

    assert choices(done) == [("national-centre", "running")]
    assert json.loads(done.out)["files"][0]["unread"] == ["/entity/started"]


def test_what_cannot_be_read_is_named(cli, tmp_path) -> None:
    done = cli("which", "--year", 2024, written(tmp_path, [{**CENTRE, "started": "2014"}, 3]))

    assert done.code == 0
    assert "Kan ikke leses, og er ikke tatt med: /0/started, /1." in done.out


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ([], "Filen har ingen enheter som kan leses."),
        (3, "Filen har ingen enheter som kan leses."),
        ({"format": "rhf-report/1", "year": []}, "Filen sier ikke"),
        ({"format": "rhf-case/1"}, "Filen har ingen enheter som kan leses."),
        (CENTRE, "Filen sier ikke hvilket rapportår det gjelder. Oppgi det med --year."),
        ([CENTRE], "Filen sier ikke hvilket rapportår det gjelder. Oppgi det med --year."),
    ],
)
def test_without_an_answer_it_says_why_and_leaves_with_2(cli, tmp_path, document, says) -> None:
    done = cli("which", written(tmp_path, document))

    assert done.code == 2
    assert says in done.out


def test_several_files_are_told_after_each_other(cli, tmp_path) -> None:
    file = written(tmp_path, CENTRE)
    done = cli("which", "--year", 2024, "--format", "json", file, tmp_path / "gone.json", "-")

    answer = json.loads(done.out)
    assert (done.code, answer["exit"], answer["format"]) == (2, 2, "rhf-form-choices/1")
    assert [one["problem"] for one in answer["files"]] == [None, "not-found", "no-entities"]


def test_a_file_that_is_not_there_is_told(cli, tmp_path) -> None:
    done = cli("which", "--year", 2024, tmp_path / "gone.json")

    assert done.code == 2
    assert "Filen finnes ikke." in done.out


def test_without_files_it_asks_for_one(cli) -> None:
    done = cli("which")

    assert done.code == 2
    assert (
        done.err
        == "rhf-services which: Name at least one file or folder, or - for standard input.\n"
    )


def test_a_refused_plugin_is_named_and_the_answer_stands(cli, monkeypatch, tmp_path) -> None:
    broken = load_registry([*installed_plugins(), plugin("odd", templates=[3])])
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: broken)
    done = cli("which", "--year", 2024, written(tmp_path, CENTRE))

    assert done.code == 0
    assert done.err.startswith("odd: ")
    assert "[national-centre, running]" in done.out
