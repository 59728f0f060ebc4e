"""The node example: the script does what it says, and the client can be copied as it is.

Needs node, 18 or newer; without it the tests are skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.page_blocks import files_of

ROOT = Path(__file__).parents[2]
NODE = ROOT / "examples" / "node"
PAGE = ROOT / "docs" / "other-languages.md"
REPORTS = ROOT / "examples" / "reports"


@pytest.fixture(scope="session")
def node() -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is not on this machine")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    if int(version.stdout.lstrip("v").split(".")[0]) < 18:
        pytest.skip(f"node {version.stdout.strip()} is older than 18")
    return program


@pytest.fixture(scope="session")
def program(tmp_path_factory) -> str:
    """Give the program of this very environment, whatever is on the PATH."""
    file = tmp_path_factory.mktemp("bin") / "rhf-services"
    code = "from rhf_services.cli import main; main()"
    file.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{code}' \"$@\"\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def run(node, program, *arguments, code=None):
    given = [node, "--input-type=module", "-e", code] if code else [node, *map(str, arguments)]
    return subprocess.run(
        given,
        cwd=ROOT,
        env={**os.environ, "RHF_SERVICES": program},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_the_script_lists_tabs_and_tells_what_is_found_in_nynorsk(node, program):
    done = run(node, program, NODE / "check-report.mjs", REPORTS / "broken" / "ACT001.json")

    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "Nasjonale behandlingstenester – pågåande (2024)\n  Om senteret: 0 spørsmål" in done.stdout
    )
    assert "  [ACT001, warning] /answers/scientific-articles\n    Du har ført opp" in done.stdout
    assert "Kan leverast: " in done.stdout


def test_the_script_finds_a_key_that_is_written_twice(node, program, tmp_path):
    file = tmp_path / "twice.json"
    file.write_text('{"format": "rhf-report/1", "year": 2024, "year": 2024}', encoding="utf-8")
    done = run(node, program, NODE / "check-report.mjs", file)

    assert "[STR008, info] /year" in done.stdout or "STR008" in done.stdout
    assert done.returncode == 0


IMPORT = f"""
import {{ RefusedError, RhfServices }} from {str(NODE / "rhf-services.mjs")!r};
"""
CLIENT = f"{IMPORT}const rhf = new RhfServices();\n"


def test_many_questions_may_wait_at_the_same_time_and_a_wrong_one_harms_none(node, program):
    code = """
    const asked = ["form", "hello", "nope", "explain"].map((verb) =>
      rhf.ask(verb, verb === "form" ? { template: "nope" } : {}));
    for (const one of await Promise.allSettled(asked))
      console.log(one.value?.format ?? `${one.reason instanceof RefusedError} ${one.reason.kind}`);
    await rhf.close();
    """
    done = run(node, program, code=CLIENT + code)

    assert done.stdout.split("\n")[:-1] == [
        "true not-found",
        "rhf-hello/1",
        "true unknown-verb",
        "rhf-rules/1",
    ]


def test_what_was_asked_before_it_is_closed_is_answered_and_nothing_after(node, program):
    code = """
    const before = rhf.ask("hello");
    const closed = rhf.close();
    console.log((await before).format);
    await closed;
    console.log(await rhf.ask("hello").catch((error) => error.message));
    """
    done = run(node, program, code=CLIENT + code)

    assert done.stdout == "rhf-hello/1\nrhf-services is closed\n"


def test_an_error_without_an_id_is_about_the_question_that_waited_longest(node, program):
    code = """
    let deep = 1;
    for (let level = 0; level < 120; level++) deep = { deep };
    let deeper = 1;
    for (let level = 0; level < 2000; level++) deeper = { deeper };
    const rhf = new RhfServices(undefined, ["serve", "--most-bytes", "40000"]);
    const long = "a".repeat(50000);
    const asked = ["hello", long, deep, deeper, long, "hello"].map((one) =>
      one === "hello" ? rhf.ask(one) : rhf.ask("check", { report: one }));
    for (const one of await Promise.allSettled(asked))
      console.log(one.value?.format ?? one.reason.kind);
    await rhf.ask("check", { report: 1n }).catch((error) => console.log(error.name));
    console.log(await rhf.ask("check", { report: long }).catch(({ kind }) => kind));
    await rhf.close();
    """
    done = run(node, program, code=IMPORT + code)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [
        *("rhf-hello/1", "too-long", "too-deep", "too-deep", "too-long", "rhf-hello/1"),
        *("TypeError", "too-long"),
    ]


def test_a_line_that_cannot_be_read_at_all_is_refused_too(node, tmp_path):
    file = tmp_path / "answers-without-an-id"
    error = '{"code": -32700, "message": "", "data": {"kind": "not-json"}}'
    code = f"""
import sys
for line in sys.stdin:
    print('{{"jsonrpc": "2.0", "id": null, "error": {error}}}', flush=True)
"""
    file.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
    file.chmod(0o755)
    code = 'console.log(await rhf.ask("hello").catch((error) => error.kind)); await rhf.close();'
    done = run(node, str(file), code=CLIENT + code)

    assert done.stdout == "not-json\n"


def test_the_page_shows_the_client_as_it_is():
    assert files_of(PAGE)["rhf-services.mjs"] == (NODE / "rhf-services.mjs").read_text("utf-8")


def test_the_script_of_the_page_shows_what_is_found_by_tab(node, program, tmp_path):
    for name, body in files_of(PAGE).items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    unread = tmp_path / "unread.json"
    unread.write_text('{"format": "rhf-report/1", "template": 3}', encoding="utf-8")
    reports = (REPORTS / "broken" / "ACT001.json", REPORTS / "broken" / "SUB003.json", unread)
    done = [run(node, program, tmp_path / "check.mjs", report) for report in reports]

    assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * 3
    assert "\nAktivitet\n  [ACT001] Du har ført opp" in done[0].stdout
    assert "\nEvaluering\n" in done[0].stdout
    assert done[1].stdout.startswith("  [SUB003] ")
    assert done[2].stdout == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("/no/such/program", "is rhf-services on the PATH? Or set RHF_SERVICES"),
        ("/bin/true", "rhf-services ended (0)"),
    ],
)
def test_a_process_that_ends_or_never_begins_is_told_to_whoever_waits(node, wrong, said):
    code = 'console.log(await rhf.ask("hello").catch((error) => error.message));'
    done = run(node, wrong, code=CLIENT + code)

    assert said in done.stdout
    assert done.returncode == 0
