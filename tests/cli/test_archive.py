"""The command ``check`` over an archive: answers as they come, the numbers, and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from support.archives import EVERY, document, lines, odd_registry, opened

from rhf_services import check_many, load_registry, schemas
from rhf_services.cli import archive_words, archives
from rhf_services.cli.archive_showing import document_of
from rhf_services.cli.stopping import Interrupts
from rhf_services.i18n import show

BAD = document(1, template="national-treatment-service", year=2024, answers=[])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.ndjson"
    path.write_bytes(lines(30, l4=BAD, l9=b"{", l12=b""))
    return path


def rows(out: str) -> dict[str, str]:
    """Give the numbers of the table, by their names."""
    parts = [line.rsplit("  ", 1) for line in out.splitlines() if "  " in line.strip()]
    return {name.strip(): number.strip() for name, number in parts}


def test_the_numbers_and_what_is_held_back_are_told(cli, archive: Path) -> None:
    done = cli("check", archive, "--stage", "submission")

    assert done.code == 2
    assert f"{archive}:4\n" in done.out
    assert f"{archive}:9\n" in done.out
    assert f"{archive}:5\n" not in done.out
    assert rows(done.out)["Dokumenter"] == "29"
    assert rows(done.out)["Kan ikke leses"] == "1"
    assert rows(done.out)["Hindres i dette steget"] == "1"
    assert "STR001" in done.out
    assert max(map(len, done.out.replace(str(archive), "").splitlines())) <= 80


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("nb", "Funn per regel"), ("nn", "Kan ikkje lesast"), ("en", "Findings by rule")],
)
def test_the_numbers_are_in_the_readers_language(cli, archive: Path, lang, heading) -> None:
    assert heading in cli("check", archive, "--lang", lang).out


def test_every_finding_is_told_where_it_is_asked_for(cli, archive: Path) -> None:
    some, every = cli("check", archive), cli("check", archive, "--all")

    assert "STR002" in some.out  # among the numbers
    assert every.out.count("[STR002, ") > some.out.count("[STR002, ") == 0
    assert rows(every.out)["Dokumenter"] == "29"


def test_only_the_first_that_are_held_back_are_told(cli, tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes((BAD + b"\n") * 25)

    out = cli("check", path, "--stage", "submission").out

    assert f"{path}:20\n" in out
    assert f"{path}:21\n" not in out
    assert "… og 5 dokumenter til. Med --all vises alle." in out


@pytest.mark.parametrize("workers", ["0", "2"])
def test_each_answer_is_a_line_of_json(cli, archive: Path, workers: str) -> None:
    from jsonschema import Draft202012Validator

    done = cli("check", archive, "--format", "ndjson", "--workers", workers, "--lang", "en")

    answers = [json.loads(line) for line in done.out.splitlines()]
    expected = check_many(opened(archive.read_bytes(), name=str(archive)), load_registry)
    assert answers == [json.loads(json.dumps(document_of(one, "en"))) for one in expected]
    validator = Draft202012Validator(schemas()["rhf-checked/1"])
    assert all(validator.is_valid(one) for one in answers)
    assert done.code == max(one["exit"] for one in answers)


def test_the_numbers_as_json(cli, archive: Path) -> None:
    from jsonschema import Draft202012Validator

    done = cli("check", archive, "--format", "json", "--stage", "submission")

    told = json.loads(done.out)
    Draft202012Validator(schemas()["rhf-check-summary/1"]).validate(told)
    assert (told["exit"], told["whole"], told["documents"]) == (2, True, 29)
    assert (told["unreadable"], told["blocked"], told["findings"]["RDG001"]) == (1, 1, 1)
    assert sum(told["may_submit"].values()) == 29


def test_standard_input_is_an_archive_where_that_is_said(cli) -> None:
    done = cli("check", "-", "--archive", stdin=lines(3))

    assert done.code == 0
    assert rows(done.out)["Dokumenter"] == "3"


def test_standard_input_is_one_document_otherwise(cli) -> None:
    done = cli("check", "-", "--format", "ndjson", stdin=b'{\n "format": "rhf-report/1"\n}')

    (answer,) = [json.loads(line) for line in done.out.splitlines()]
    assert (answer["file"], answer["line"]) == ("-", None)


def test_folders_files_and_archives_stand_together(cli, archive: Path) -> None:
    (archive.parent / "more").mkdir()
    (archive.parent / "more" / "a.json").write_bytes(document(1))
    (archive.parent / "more" / "b.jsonl").write_bytes(lines(2))
    (archive.parent / "rest").write_bytes(lines(4))

    done = cli("check", archive, archive.parent / "more", "--format", "json")
    lined = cli("check", archive.parent / "rest", "--archive", "--format", "json")

    assert json.loads(done.out)["documents"] == 29 + 3
    assert json.loads(lined.out)["documents"] == 4


def test_the_examples_are_checked_alike_one_by_one_and_together(cli) -> None:
    folder = EVERY[0].parents[1]
    apart = json.loads(cli("check", folder, "--format", "json").out)
    together = cli("check", folder, "--format", "ndjson")

    answers = [json.loads(line) for line in together.out.splitlines()]
    assert [(one["file"], one["exit"], one["verdict"]) for one in answers] == [
        (one["file"], one["exit"], one["verdict"]) for one in apart["files"]
    ]
    assert together.code == apart["exit"]


def test_nothing_is_an_archive_of_nothing(cli, tmp_path: Path) -> None:
    (tmp_path / "empty.ndjson").write_bytes(b"")

    done = cli("check", tmp_path / "empty.ndjson")

    assert (done.code, done.out) == (0, "Dokumenter  0\n")


def test_what_is_not_there_is_told(cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    gone = cli("check", tmp_path / "gone.ndjson")
    empty = cli("check", tmp_path / "empty", "--archive")

    assert gone.code == empty.code == 2
    assert "Filen kan ikke åpnes: No such file or directory." in gone.out
    assert "Mappen har ingen filer" in empty.out


def test_a_line_that_is_too_long_is_told(cli, tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(b"[" * (4 * 2**20 + 1) + b"\n" + lines(2))

    done = cli("check", path)

    assert done.code == 2
    assert "Dokumentet er for langt til å bli lest." in done.out
    assert rows(done.out)["Dokumenter"] == "3"


@pytest.mark.parametrize("option", [("--from-line", "11"), ("--skip", "10")])
def test_it_goes_on_where_it_was_stopped(cli, archive: Path, option) -> None:
    whole = cli("check", archive, "--format", "ndjson").out.splitlines()
    rest = cli("check", archive, "--format", "ndjson", *option).out.splitlines()

    assert rest == whole[10:]


@pytest.mark.parametrize(
    "asked",
    [
        ("a.ndjson", "b.ndjson", "--from-line", "3"),
        (".", "--from-line", "3"),
        ("a.ndjson", "--from-line", "3", "--skip", "3"),
        ("a.ndjson", "--case", "b.json"),
        ("a.ndjson", "--workers", "-1"),
        ("a.ndjson", "--from-line", "0"),
    ],
)
def test_what_is_asked_wrongly_is_one_clear_line(cli, asked) -> None:
    done = cli("check", *asked)

    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


def test_who_submits_is_laid_over_each_document(cli, archive: Path) -> None:
    lead = {"people": [{"id": "p1", "name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]}]}
    report = {"template": "national-treatment-service", "year": 2024, **lead}
    archive.write_bytes(document(0, **report, answers={"equal-access": "Ja."}) + b"\n")

    asked = (
        "check",
        archive,
        "--stage",
        "submission",
        "--format",
        "json",
        "--at",
        "2025-02-14T10:00",
    )

    assert json.loads(cli(*asked, "--by", "p1").out)["may_submit"]["yes"] == 1
    assert json.loads(cli(*asked, "--by", "p9").out)["may_submit"]["no"] == 1


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "registry_with", odd_registry)
    monkeypatch.setattr(archives, "loaded", odd_registry)


@pytest.mark.parametrize(
    ("do", "workers", "told"),
    [
        ("die", "2", "Prosessen stanset brått på dette dokumentet"),
        ("leave", "0", "Kontrollen stanset på grunn av en feil hos oss (SystemExit)."),
        ("crash", "0", "Kontrollen stanset på grunn av en feil hos oss (ZeroDivisionError)."),
    ],
)
def test_a_document_without_an_answer_is_named(cli, odd, archive: Path, do, workers, told) -> None:
    archive.write_bytes(lines(9, l5=document(1, **{"x-do": do})))

    done = cli("check", archive, "--workers", workers, "--all")

    assert done.code == 3
    assert f"{archive}:5\n" in done.out
    assert told in " ".join(done.out.split())
    assert rows(done.out)["Dokumenter"] == "9"


def test_an_interrupt_waits_until_an_answer_is_written(cli, archive: Path, monkeypatch) -> None:
    told = archives.Teller.tell

    def interrupted(self, done):
        if done.line == 7:
            os.kill(os.getpid(), signal.SIGINT)
        told(self, done)

    monkeypatch.setattr(archives.Teller, "tell", interrupted)
    done = cli("check", archive, "--format", "ndjson")

    assert done.code == 130
    assert [json.loads(line)["line"] for line in done.out.splitlines()] == [1, 2, 3, 4, 5, 6, 7]
    assert done.err == "Stanset etter 7 dokumenter. Gå videre med --from-line 8.\n"


@pytest.mark.parametrize("named", ["./archive.ndjson", "archive.ndjson", ".//archive.ndjson"])
def test_however_the_archive_is_named_it_goes_on_at_the_next_line(
    cli, archive, monkeypatch, named
) -> None:
    monkeypatch.chdir(archive.parent)
    told = archives.Teller.tell

    def interrupted(self, done):
        if done.line == 15:
            raise KeyboardInterrupt
        told(self, done)

    monkeypatch.setattr(archives.Teller, "tell", interrupted)
    done = cli("check", named, "--format", "ndjson", "--from-line", "10")

    assert done.code == 130
    assert "--from-line 15" in done.err


def test_stopped_in_the_middle_of_a_folder_it_goes_on_by_number(cli, archive, monkeypatch) -> None:
    told = archives.Teller.tell

    def interrupted(self, done):
        if done.line == 3:
            raise KeyboardInterrupt
        told(self, done)

    monkeypatch.setattr(archives.Teller, "tell", interrupted)
    done = cli("check", archive.parent, "--archive", "--format", "json", "--skip", "1")

    assert done.code == 130
    assert json.loads(done.out)["whole"] is False
    assert done.err == "Stanset etter 1 dokument. Gå videre med --skip 2.\n"


def test_a_second_interrupt_does_not_wait() -> None:
    with Interrupts().watched() as interrupts, interrupts.held():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        interrupts._wanted = False


RUN = [sys.executable, "-c", "from rhf_services.cli import main; main()", "check"]


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent to the processes as POSIX does")
@pytest.mark.parametrize("workers", ["0", "2"])
def test_ctrl_c_loses_nothing(tmp_path: Path, workers: str) -> None:
    path = tmp_path / "archive.ndjson"
    path.write_bytes(lines(500, l50=b"{"))
    before = sorted(tmp_path.iterdir())
    command = [*RUN, str(path), "--format", "ndjson", "--workers", workers, "--lang", "en"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        first = [process.stdout.readline() for _line in range(60)]
        os.killpg(process.pid, signal.SIGINT)
        first += process.stdout.readlines()
        err = process.stderr.read()

    assert process.returncode == 130
    answers = [json.loads(line) for line in first]
    done = len(answers)
    assert 60 <= done < 500
    (told,) = err.decode().splitlines()
    assert told == f"Stopped after {done} documents. Go on with --from-line {done + 1}."

    go_on = [*command, "--from-line", str(done + 1)]
    left = subprocess.run(go_on, capture_output=True, check=False, timeout=120)
    answers += [json.loads(line) for line in left.stdout.splitlines()]
    expected = check_many(opened(path.read_bytes(), name=str(path)), load_registry)
    assert answers == [json.loads(json.dumps(document_of(one, "en"))) for one in expected]
    assert sorted(tmp_path.iterdir()) == before


def test_how_far_it_has_come_is_shown_where_somebody_looks(cli, tmp_path, monkeypatch) -> None:
    path = tmp_path / "archive.ndjson"
    path.write_bytes(lines(250))
    monkeypatch.setattr("rhf_services.cli.progress.Counting._looked_at", True)

    named = cli("check", path, "--format", "json").err
    unknown = cli("check", "-", "--archive", "--format", "json", stdin=lines(250)).err

    assert "\rKontrollert: 100 (3" in named
    assert "\rKontrollert: 250 (99 %)" in named
    assert "\rKontrollert: 100\r" in unknown


def test_how_far_it_has_come_of_several_is_told_however_they_are_named(
    cli, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.ndjson", "b.ndjson"):
        Path(name).write_bytes(lines(100))
    monkeypatch.setattr("rhf_services.cli.progress.Counting._looked_at", True)

    err = cli("check", "./a.ndjson", "./b.ndjson", "--format", "json").err

    assert "\rKontrollert: 200 (99 %)" in err


def test_the_page_shows_what_is_said_where_it_is_stopped() -> None:
    page = Path(__file__).parents[2] / "docs" / "archives.md"
    params = {"count": 11_200, "option": "--from-line 11201"}

    said = show(archive_words.STOPPED, "nb", params).replace("\u00a0", " ")
    assert f"```\n{said}\n```" in page.read_text("utf-8")


def test_a_screen_with_answers_on_it_is_left_alone(monkeypatch) -> None:
    counting = partial(archives.Counting, None, "nb")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    assert not counting(quiet=True)._looked_at
    assert counting(quiet=False)._looked_at
