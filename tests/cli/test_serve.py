"""The command ``serve`` as a process: quiet ends, nothing but answers on standard output."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.serving import fits, line_of, result

from rhf_services.cli import app

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"
INVENTED = sorted((REPORTS / "invented").glob("*2024*complete.json"))
LISTENING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""Programs in the background of a shell begin deaf to Ctrl-C, and so do their tests."""

PROGRAM = [sys.executable, "-c", f"{LISTENING}; from rhf_services.cli import main; main()", "serve"]
REGISTER = ROOT / "examples" / "register" / "units.json"


@pytest.fixture
def process():
    """Start the process, and see at the end that it has ended."""
    started = []

    def start(program=PROGRAM):
        pipe = subprocess.PIPE
        one = subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)
        started.append(one)
        return one

    yield start
    for one in started:
        one.kill()
        one.wait()
        for pipe in (one.stdin, one.stdout, one.stderr):
            pipe.close()


def asked(process, line):
    process.stdin.write(line)
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def test_it_answers_as_it_is_asked_and_ends_where_the_lines_end(process):
    one = process()
    for id_ in (1, "to"):
        assert asked(one, line_of("hello", id_))["id"] == id_
    assert asked(one, b"hello?\n")["error"]["data"]["kind"] == "not-json"
    assert asked(one, line_of("hello", 4))["result"]["languages"] == ["nb", "nn", "en"]
    out, err = one.communicate(timeout=20)
    assert (one.returncode, out, err) == (0, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_quietly_where_it_is_told_to(process, number):
    one = process()
    asked(one, line_of("hello"))
    one.send_signal(number)
    assert one.wait(timeout=20) == 0
    assert one.stdout.read() == one.stderr.read() == b""


def test_it_ends_quietly_where_nobody_reads_the_answers(process):
    one = process()
    asked(one, line_of("hello"))
    one.stdout.close()
    one.stdin.write(line_of("hello") * 3)
    one.stdin.close()
    assert one.wait(timeout=20) == 0
    assert one.stderr.read() == b""


PRINTING = """
import os, sys
import rhf_services.cli.serve_command as command
def loud(load):
    def loaded(*given):
        print("printed by a plugin")
        os.system("echo said by a program that a plugin ran")
        return load(*given)
    return loaded
command.loaded = loud(command.loaded)
sys.argv = ["rhf-services", "serve"]
from rhf_services.cli import main
main()
"""


def test_whatever_is_printed_goes_to_standard_error(process):
    one = process([sys.executable, "-c", PRINTING])
    assert asked(one, line_of("hello", 1))["id"] == 1
    out, err = one.communicate(timeout=20)

    assert (one.returncode, out) == (0, b"")
    assert b"printed by a plugin" in err
    assert b"said by a program that a plugin ran" in err


def test_what_goes_wrong_inside_is_shown_on_standard_error(cli, monkeypatch):
    def broken(*_asked):
        raise ZeroDivisionError

    monkeypatch.setattr("rhf_services.serving.lines.answer", broken)
    before = signal.getsignal(signal.SIGTERM)
    done = cli("serve", stdin=line_of("hello") + b"\n")

    assert (done.code, json.loads(done.out)["error"]["data"]["kind"]) == (0, "internal")
    assert "ZeroDivisionError" in done.err
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_line_has_a_bound_that_can_be_set(cli):
    done = cli("serve", "--most-bytes", 10, stdin=line_of("hello"))

    assert json.loads(done.out)["error"]["data"]["kind"] == "too-long"
    assert cli("serve", "--most-bytes", 0).code == 2


def test_it_says_what_was_refused_of_plugins_and_serves_all_the_same(cli, refused_plugin):
    done = cli("serve", stdin=line_of("hello"))

    assert "elsewhere" in done.err
    assert json.loads(done.out)["result"]["refused"][0]["plugin"] == "elsewhere"


def test_its_help_is_80_wide_and_has_an_example(cli):
    done = cli("serve", "--help")

    assert '{"jsonrpc": "2.0", "id": 1, "method": "check"' in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    assert "serve" in app.app.commands


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("path", [REPORTS / "broken" / "STR001.json", INVENTED[0]], ids=str)
def test_a_check_is_the_one_of_the_command_line(cli, path, lang):
    more = ("--stage", "submission", "--by", "p1", "--at", "2025-02-14T10:00:00+01:00")
    told = json.loads(cli("check", path, *more, "--lang", lang, "--format", "json").out)
    params = {"stage": "submission", "by": "p1", "at": "2025-02-14T10:00:00+01:00", "lang": lang}

    text = path.read_text("utf-8")
    assert result("check", report=text, **params) == told["files"][0]["verdict"]
    assert result("check", report=json.loads(text), **params) == told["files"][0]["verdict"]


@pytest.mark.parametrize(
    ("arguments", "verb", "params"),
    [
        (["templates", "--lang", "nn"], "templates", {"lang": "nn"}),
        (
            ["form", "national-centre", "--year", "2023"],
            "form",
            {"template": "national-centre", "year": 2023},
        ),
        (["explain"], "explain", {}),
        (["explain", "PRI001", "--lang", "en"], "explain", {"code": "PRI001", "lang": "en"}),
        (
            ["diff", "national-competence-service", "2023", "2024", "--lang", "nn"],
            "diff",
            {
                "template": "national-competence-service",
                "before": 2023,
                "after": 2024,
                "lang": "nn",
            },
        ),
        (
            ["diff", "national-competence-service", "2024", "2024", "--to", "national-centre"],
            "diff",
            {
                "template": "national-competence-service",
                "before": "2024",
                "after": 2024,
                "to": "national-centre",
            },
        ),
        (["trace", "--kind", "report-rule"], "trace", {"kinds": ["report-rule"]}),
        (
            ["trace", "S003-019", "s003-155", "--lang", "nn"],
            "trace",
            {"rows": ["S003-019", "s003-155"], "lang": "nn"},
        ),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_an_answer_is_the_one_of_the_command_line(cli, arguments, verb, params):
    form = [] if verb == "form" else ["--format", "json"]
    told = json.loads(cli(*arguments, *form).out)

    assert result(verb, **params) == told
    fits(told)


def test_a_report_is_carried_over_as_on_the_command_line(cli):
    done = cli("carry-over", INVENTED[0], 2025, "--format", "json", "--lang", "nn")
    told = result("carry-over", report=INVENTED[0].read_text("utf-8"), year=2025, lang="nn")

    assert told["report"] == json.loads(done.out)
    assert told["account"] == json.loads(done.err)


def test_the_form_of_each_unit_is_told_as_on_the_command_line(cli):
    done = cli("which", REGISTER, "--year", 2024, "--format", "json", "--lang", "nn")
    told = result("which", entity=REGISTER.read_text("utf-8"), year=2024, lang="nn")

    [of_file] = json.loads(done.out)["files"]
    assert (told["choices"], told["unread"]) == (of_file["choices"], of_file["unread"])


def test_a_schema_is_the_one_of_the_command_line(cli):
    [told] = result("schema", name="rhf-verdict/1")["schemas"]

    assert told["schema"] == json.loads(cli("schema", "rhf-verdict/1").out)
