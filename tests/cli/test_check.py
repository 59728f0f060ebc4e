"""The command ``check``: what it prints and how it leaves."""

import json
import weakref
from pathlib import Path

import pytest

from rhf_services.cli import checking, inputs

REPORTS = Path(__file__).parent.parent.parent / "examples" / "reports"
COMPLETE = REPORTS / "invented" / "national-treatment-service-2024-complete.json"
GOOD_FAITH = REPORTS / "invented" / "national-treatment-service-2024-good-faith.json"
BROKEN = REPORTS / "broken"


def test_a_report_without_findings_leaves_with_nothing_to_do(cli) -> None:
    done = cli("check", COMPLETE)

    assert done.code == 0
    assert "Ingen funn." in done.out


def test_findings_are_grouped_by_audience_and_tab(cli) -> None:
    done = cli("check", GOOD_FAITH, "--stage", "submission")

    assert done.code == 0
    lead, leader = done.out.index("Til faglig ansvarlig"), done.out.index("Til lederen")
    assert lead < done.out.index("Evaluering\n") < done.out.index("EVA001") < leader
    assert "Funn: 3. Kan leveres: uvisst" in done.out


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("nb", "Til faglig ansvarlig"), ("nn", "Til fagleg ansvarleg"), ("en", "academic lead")],
)
def test_the_language_is_the_readers(cli, lang: str, heading: str) -> None:
    assert heading in cli("check", GOOD_FAITH, "--lang", lang).out


def test_the_language_of_the_interface_is_not_that_of_the_answers(cli, tmp_path) -> None:
    answer = "Vi har ambulerande klinikk i alle regionar, men ikkje nok folk."
    report = {
        "format": "rhf-report/1",
        "template": "national-treatment-service",
        "year": 2024,
        "languages": {"default": "nn", "equal-access": "en"},
        "answers": {"equal-access": answer},
    }
    file = tmp_path / "report.json"
    file.write_text(json.dumps(report), encoding="utf-8")
    written = file.read_bytes()

    shown = {
        lang: cli("check", file, "--stage", "submission", "--lang", lang).out
        for lang in ("nb", "nn", "en")
    }
    as_data = {
        lang: json.loads(cli("check", file, "--lang", lang, "--format", "json").out)
        for lang in ("nb", "en")
    }

    assert "Dette hindrer ikke innlevering." in shown["nb"]
    assert "Dette hindrar ikkje innlevering." in shown["nn"]
    assert "This does not block submission." in shown["en"]
    assert "ikkje" not in shown["nb"] + shown["en"]
    assert _without_messages(as_data["nb"]) == _without_messages(as_data["en"])
    assert as_data["nb"] != as_data["en"]
    assert file.read_bytes() == written


WORDS = ("message", "says", "mend", "then", "text")


def _without_messages(tree):
    if isinstance(tree, list):
        return [_without_messages(one) for one in tree]
    if isinstance(tree, dict):
        return {key: _without_messages(tree[key]) for key in tree if key not in WORDS}
    return tree


@pytest.mark.parametrize(
    ("code", "stage", "left"),
    [
        ("STR001", "submission", 1),
        ("STR001", "draft", 0),
        ("SUB001", "submission", 1),
        ("PRI001", "publication", 1),
        ("PRI001", "submission", 0),
        ("TPL001", "submission", 1),
        ("TPL001", "draft", 0),
        ("RDG001", "draft", 2),
    ],
)
def test_exit_codes(cli, code: str, stage: str, left: int) -> None:
    assert cli("check", BROKEN / f"{code}.json", "--stage", stage).code == left


def test_over_many_files_the_highest_wins(cli) -> None:
    assert cli("check", REPORTS, "--stage", "submission").code == 2


def test_an_attempt_by_the_lead_may_submit(cli) -> None:
    lead = json.loads(COMPLETE.read_bytes())["people"][0]["id"]

    done = cli("check", COMPLETE, "--stage", "submission", "--by", lead, "--at", "2025-02-14T10:00")

    assert done.code == 0
    assert "Kan leveres: ja." in done.out


def test_an_attempt_by_a_stranger_may_not(cli) -> None:
    done = cli("check", COMPLETE, "--stage", "submission", "--by", "p99")

    assert done.code == 1
    assert "Kan leveres: nei." in done.out
    assert "SUB001" in done.out


def test_a_case_is_read_with_its_surroundings(cli) -> None:
    done = cli("check", "--case", BROKEN / "SUB003.json", "--stage", "submission")

    assert done.code == 1
    assert "Rapporten er allerede levert." in done.out


def test_json_has_the_documented_keys(cli) -> None:
    done = cli("check", BROKEN / "STR001.json", "--format", "json", "--stage", "submission")

    answer = json.loads(done.out)
    assert set(answer) == {"format", "exit", "files"}
    assert (answer["format"], answer["exit"], done.code) == ("rhf-check/1", 1, 1)
    (file,) = answer["files"]
    assert set(file) == {"file", "exit", "problem", "verdict"}
    (finding,) = file["verdict"]["findings"]
    assert finding["code"] == "STR001"
    assert finding["blocks"] is True
    assert finding["place"] == "/answers/clinical-activity/rows/1/count"
    assert finding["message"].startswith("«Klinisk aktivitet», rad 2")


def test_standard_input_is_read(cli) -> None:
    assert cli("check", "-", stdin=COMPLETE.read_bytes()).code == 0


def test_what_is_no_json_is_one_clear_line(cli) -> None:
    done = cli("check", "-", stdin=b"{")

    assert done.code == 2
    assert done.out.splitlines()[1].startswith("  ✗ Dokumentet kan ikke leses som JSON")
    assert len([line for line in done.out.splitlines() if line.strip()]) == 2


def test_a_file_that_is_not_there_is_told(cli, tmp_path: Path) -> None:
    done = cli("check", tmp_path / "gone.json")

    assert done.code == 2
    assert "Filen finnes ikke." in done.out


def test_a_folder_without_reports_is_told(cli, tmp_path: Path) -> None:
    done = cli("check", tmp_path)

    assert done.code == 2
    assert "Mappen har ingen filer som slutter på .json." in done.out


def test_a_file_that_cannot_be_opened_is_told(cli, tmp_path: Path) -> None:
    folder = tmp_path / "a.json"
    folder.mkdir()

    done = cli("check", "--case", folder)

    assert done.code == 2
    assert "Filen kan ikke åpnes: Is a directory." in done.out


def test_hidden_folders_are_left_alone_and_many_files_are_summed_up(cli, tmp_path: Path) -> None:
    for name in (".venv/a.json", "b.json", "c/d.JSON"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(COMPLETE.read_bytes())
    (tmp_path / "e.json").write_bytes(b"")

    done = cli("check", tmp_path)

    assert done.code == 2
    assert "Dokumentet er tomt." in done.out
    assert done.out.endswith("Filer: 3. Kan ikke leses: 1.\n")


def test_a_case_is_read_from_standard_input(cli) -> None:
    data = (BROKEN / "SUB003.json").read_bytes()

    assert cli("check", "--case", "-", "--stage", "submission", stdin=data).code == 1


def test_without_a_form_nobody_is_told_that_all_is_well(cli, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text('{"format": "rhf-report/1", "template": "ukjent", "year": 2024}', "utf-8")

    done = cli("check", file, "--stage", "publication")

    assert "Uten kjent skjema er rapporten ikke kontrollert mot det." in done.out


@pytest.mark.parametrize(
    "asked",
    [
        ("check",),
        ("check", "x.json", "--at", "i morgen"),
        ("check", "x.json", "--stage", "senere"),
        ("check", "x.json", "--lang", "da"),
        ("check", "x.json", "--frist"),
        ("explain", "XYZ123"),
        ("templates", "no-such-form"),
        ("templates", "archive", "--year", "2024"),
        ("nonsense",),
    ],
)
def test_what_is_asked_wrongly_is_one_clear_line(cli, asked: tuple[str, ...]) -> None:
    done = cli(*asked)

    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("rhf-services")


def test_a_crash_is_ours_and_has_its_own_code(cli, crashing_rule: None) -> None:
    done = cli("check", COMPLETE)

    assert done.code == 3
    assert "i regelen selv: XX-BAD001 (ZeroDivisionError)." in done.out


def test_a_refused_plugin_is_named(cli, refused_plugin: None) -> None:
    done = cli("check", COMPLETE)

    assert done.code == 0
    assert done.err.startswith("elsewhere: kom med en id som ikke har utvidelsens eget forled")


def test_of_a_folder_only_what_is_shown_is_kept_and_it_is_walked_once(cli, monkeypatch) -> None:
    check_input, reports_below = checking.check_input, inputs._reports_below
    made, walked = [], []

    def checked(*given):
        assert [one for one in made[:-1] if one() is not None] == []
        done = check_input(*given)
        made.append(weakref.ref(done))
        return done

    def below(folder):
        walked.append(folder)
        return reports_below(folder)

    monkeypatch.setattr(checking, "check_input", checked)
    monkeypatch.setattr(inputs, "_reports_below", below)
    done = cli("check", REPORTS / "invented")

    assert f"Filer: {len(made)}." in done.out
    assert len(made) == len(list((REPORTS / "invented").glob("*.json")))
    assert walked == [REPORTS / "invented"]


def test_switched_off_and_waived_are_shown(cli, tmp_path: Path) -> None:
    report = json.loads(COMPLETE.read_bytes())
    report["answers"].pop("equal-access")
    report["answers"].pop("pathway-cooperation")
    report["waivers"] = [{"rule": "EVA001", "question": "equal-access", "of": "sha256:0"}]
    policy = {"rules": [{"rule": "EVA001", "says": "info"}, {"rule": "ACT001", "says": "off"}]}
    case = {"format": "rhf-case/1", "report": report, "policy": policy}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case), "utf-8")

    out = " ".join(cli("check", file, "--stage", "submission").out.split())

    assert "Begrunnelsen gjelder ikke, for den viser ikke til svaret som står nå." in out
    assert "Dempet her." in out
    assert "Slått av her: ACT001." in out
