"""The node example: the script does what it says, and the client can be copied as it is.

Needs node, 18 or newer; without it the tests are skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = ROOT / "examples" / "node"
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


CLIENT = f"""
import {{ RefusedError, RhfServices }} from {str(NODE / "rhf-services.mjs")!r};
const rhf = new RhfServices(process.env.RHF_SERVICES);
"""


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


@pytest.mark.parametrize(
    ("wrong", "said"), [("/no/such/program", "ENOENT"), ("/bin/true", "rhf-services ended (0)")]
)
def test_a_process_that_ends_or_never_begins_is_told_to_whoever_waits(node, wrong, said):
    code = 'console.log(await rhf.ask("hello").catch((error) => error.message));'
    done = run(node, wrong, code=CLIENT + code)

    assert said in done.stdout
    assert done.returncode == 0
