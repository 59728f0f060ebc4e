"""Names no system takes, years no calendar has, and ``./-``: told in a line, never a traceback."""

import json
from pathlib import Path

import pytest

INVENTED = Path(__file__).parents[2] / "examples" / "reports" / "invented"
REPORT = INVENTED / "national-treatment-service-2024-good-faith.json"
NAME = "x" * 5000
YEAR = "9" * 5000


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RHF_SERVICES_FILES", raising=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", NAME),
        ("check", NAME, "--archive"),
        ("check", f"{NAME}.ndjson", "--format", "ndjson"),
        ("check", NAME, "--format", "ndjson"),
        ("check", "--case", NAME),
        ("check", REPORT, "--files", NAME),
        ("which", NAME, "--year", 2024),
        ("which", REPORT, "--year", YEAR),
        ("render", NAME),
        ("render", "archive", "--out", NAME),
        ("form", "archive", "--out", NAME),
        ("schema", "--to", NAME),
        ("carry-over", NAME, 2025),
        ("carry-over", REPORT, 2025, "--out", NAME),
        ("texts", "export", "--year", YEAR),
        ("texts", "export", "--year", 2024, "--out", f"{NAME}.csv"),
        ("texts", "check", NAME),
        ("texts", "apply", f"{NAME}.csv", "--to", "ours"),
        ("edition", "new", 2026, "--from", YEAR),
        ("edition", "new", 2026, "--from", 2024, "--out", NAME),
        ("edition", "new", 2026, "--from", 2024, "--out", f"{NAME}.xlsx"),
        ("edition", "check", NAME),
        ("templates", "archive", "--year", YEAR),
        ("diff", "archive", YEAR, 2009),
    ],
    ids=lambda arguments: " ".join(str(one)[-12:] for one in arguments),
)
def test_what_no_system_takes_is_told(cli, arguments) -> None:
    done = cli(*arguments)

    assert done.code == 2
    assert (done.out + done.err).strip()
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{}", "--format", "json"),
        ("check", "--case", "{}", "--format", "json"),
        ("which", "{}", "--format", "json"),
        ("carry-over", "{}", 2025, "--format", "json"),
        ("render", "{}"),
    ],
    ids=lambda arguments: " ".join(map(str, arguments)),
)
def test_a_file_called_like_standard_input_is_read(cli, arguments) -> None:
    case = {"format": "rhf-case/1", "report": json.loads(REPORT.read_bytes())}
    Path("-").write_text(json.dumps(case), "utf-8")
    file = cli(*(str(one).replace("{}", "./-") for one in arguments), stdin=b"no report")
    piped = cli(
        *(str(one).replace("{}", "-") for one in arguments), stdin=json.dumps(case).encode()
    )

    assert file == piped
    assert file.code == 0


def test_a_file_called_like_standard_input_is_not_written_over_as_the_old_report(cli) -> None:
    Path("-").write_bytes(REPORT.read_bytes())
    same = cli("carry-over", "./-", 2025, "--out", "./-", "--force")
    other = cli("carry-over", "-", 2025, "--out", "./-", "--force", stdin=REPORT.read_bytes())

    assert "er den gamle rapporten" in same.err
    assert other.code == 0
    assert json.loads(Path("-").read_bytes())["year"] == 2025
