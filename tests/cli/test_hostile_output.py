"""Whatever a document holds, a screen gets nothing that moves, colours or hides: every command."""

import json

import click
import pytest
from fuzz.hostile import BIDI, ESCAPES, UNSEEN, of, small

from rhf_services.cli.showing import as_json, printable, wrapped

BAD = f"{ESCAPES}{BIDI}{UNSEEN}\u2028\u061c\U000e0041"
DOCUMENTS = {
    "escapes": small()["escapes"],
    "bidi": small()["bidi"],
    "every place": of(
        entity={"name": BAD, "id": BAD, "type": BAD, "hosts": [{"organisation": BAD}]},
        people=[{"id": BAD, "name": BAD, "email": BAD, "roles": [{"role": BAD, BAD: 1}]}],
        answers={
            BAD: BAD,
            "teaching": [{"id": BAD, "text": BAD, "type": BAD, BAD: BAD}, 3],
            "research-projects": [{"id": BAD, "title": BAD}, {"id": BAD, "title": BAD}],
            "quality-improvement": {"text": BAD, "tools": [BAD, {"other": BAD}]},
            "equal-access": {"not_applicable": BAD},
        },
        sections={BAD: 3},
        entered_by={BAD: {BAD: BAD}},
        waivers=[{"rule": "STR001", "question": BAD, "row": BAD, "reason": BAD, "by": BAD}],
        **{BAD: 1},
    ),
    "unknown form": of(template=BAD, entity={"name": BAD, "type": "national-centre"}),
    "no json": b'{"format": "\x1b[2J',
    "a case": json.dumps(
        {
            "format": "rhf-case/1",
            "report": json.loads(of(template="national-treatment-service")),
            "entity": {"id": BAD, "type": BAD, BAD: 1, "names": [{"name": BAD, BAD: 1}]},
            "policy": {"rules": [{"rule": BAD, "says": BAD, "by": BAD}]},
            "deputies": [{BAD: BAD}],
            BAD: BAD,
        }
    ).encode(),
    "entities": json.dumps([{"id": BAD, "type": "national-centre", BAD: 1}, {"id": BAD}]).encode(),
}
COMMANDS = {
    "check": ("check", "-"),
    "check as json": ("check", "-", "--format", "json"),
    "check as lines": ("check", "-", "--format", "ndjson"),
    "check as numbers": ("check", "-", "--archive", "--format", "json"),
    "check for publication": ("check", "-", "--stage", "publication", "--lang", "en"),
    "which": ("which", "-", "--year", "2024"),
    "which as json": ("which", "-", "--year", "2024", "--format", "json"),
    "carry over": ("carry-over", "-", "2024", "--to", "national-treatment-service"),
    "carry over with an account as json": (
        *("carry-over", "-", "2024", "--to", "national-treatment-service", "--format", "json"),
    ),
}


def harmless(text):
    """Whether a screen may get this: lines of signs that are seen, and the blank in 1 219."""
    plain = click.unstyle(text).replace("\n", "").replace("\u00a0", "").replace("\u202f", "")
    return plain.isprintable()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_screen_gets_nothing_that_it_should_not(name, command, cli, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    done = cli(*COMMANDS[command], stdin=DOCUMENTS[name])
    assert done.out + done.err
    assert harmless(done.out)
    assert harmless(done.err)


def test_a_file_by_a_bad_name_is_shown_harmlessly(tmp_path, cli):
    path = tmp_path / "a\x1b[2J\u202eb.json"
    path.write_bytes(of())
    for arguments in (("check", path), ("check", tmp_path), ("which", path, "--year", "2024")):
        done = cli(*arguments)
        assert harmless(done.out + done.err)
    done = cli("check", tmp_path / "\x1b[2J-gone.json")
    assert harmless(done.out + done.err)


def test_an_answer_of_an_archive_is_one_line_to_every_reader(cli):
    signs = "\u2028\u009b\u202e"
    document = of(template="national-treatment-service", year=2024, answers={signs: signs})
    done = cli("check", "-", "--format", "ndjson", stdin=document)

    (line,) = done.out.splitlines()  # as strict about lines as a reader may be
    assert signs in json.dumps(json.loads(line), ensure_ascii=False)


def test_json_on_a_screen_holds_the_same_values():
    value = {BAD: [BAD, "æøå 1\u00a0219 €", 3.5, None], "d": "\ud800"}
    text = as_json(value)
    assert json.loads(text) == value
    assert harmless(text)
    assert "æøå 1\u00a0219 €" in text


def test_ordinary_texts_are_shown_as_they_are():
    text = "Bjørn Ærlig fant 1\u00a0219 ting – «alle» er her."
    assert printable(text) == text
    assert " ".join(wrapped(text, "")) == text
    assert wrapped("en\r\nto\ttre", "") == ["en to      tre"]
