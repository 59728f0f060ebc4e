"""JSON goes out of every command as UTF-8, whatever the system's own encoding is."""

import io
import json
import sys
from pathlib import Path

import pytest
from support.books import PROVENANCE, changed, keyed, set_in

from rhf_services.cli import app as application
from rhf_services.wire.json_text import parse

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
REPORT = REPORTS / "invented" / "national-treatment-service-2024-good-faith.json"
GUIDANCE = "form.national-centre.centre-status.guidance"
WORDS = {"bokmål": "Hva nå, Bodø?", "nynorsk": "Kva no, Bodø?", "engelsk": "What now, Bodø?"}
AS_JSON = {
    "check": ("check", REPORT, "--format", "json"),
    "check in lines": ("check", REPORT, "--format", "ndjson"),
    "which": ("which", REPORT, "--format", "json"),
    "templates": ("templates", "--format", "json"),
    "explain": ("explain", "ACT001", "--format", "json"),
    "diff": ("diff", "national-treatment-service", 2023, 2024, "--format", "json"),
    "form": ("form", "national-centre"),
    "schema": ("schema", "national-centre"),
    "trace": ("trace", "--format", "json"),
    "carry-over": ("carry-over", REPORT, 2025, "--format", "json"),
    "texts diff": ("texts", "diff", "texts-2024.xlsx", "--format", "json"),
}


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: object) -> list[bytes]:
        written = [io.TextIOWrapper(io.BytesIO(), "cp1252") for _stream in range(2)]
        monkeypatch.setattr(sys, "stdout", written[0])
        monkeypatch.setattr(sys, "stderr", written[1])
        with pytest.raises(SystemExit):
            application.run(application.app, [str(one) for one in arguments])
        for stream in written:
            stream.flush()
        return [stream.buffer.getvalue() for stream in written]

    return run


@pytest.mark.parametrize("command", AS_JSON)
def test_json_is_utf_8_where_the_system_writes_otherwise(
    cli, windows, command, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if command.startswith("texts"):
        cli("texts", "export", "--year", 2024, "--form", "national-centre")
        said = set_in(keyed(GUIDANCE), **WORDS, **PROVENANCE)
        changed(Path("texts-2024.xlsx"), {"Tekster": said})
    out, err = windows(*AS_JSON[command])

    assert not json.dumps(json.loads(out.decode()), ensure_ascii=False).isascii()
    assert not parse(out).faults
    if command == "carry-over":
        assert not json.dumps(json.loads(err.decode()), ensure_ascii=False).isascii()
