"""What becomes of a command where its output is full, closed, or read by nobody."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = f"'{sys.executable}' -c 'from rhf_services.cli import main; main()'"
HELLO = b"".join(
    json.dumps({"jsonrpc": "2.0", "method": "hello", **id_}).encode() + b"\n"
    for id_ in ({"id": 1}, {}, {"id": 2})
)
FULL = Path("/dev/full")
shell_only = pytest.mark.skipif(sys.platform == "win32", reason="asks for a shell of Unix")
full_only = pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")


def through_shell(line, given=b""):
    command = ["bash", "-c", f"{RUN} {line}"]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def answered(done):
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


@full_only
@pytest.mark.parametrize("line", ["templates", "templates --format json", "trace"])
def test_a_full_disk_is_one_clear_line_and_no_verdict(line):
    done = through_shell(f"{line} > {FULL}")
    assert done.returncode == 2
    assert done.stderr == b"rhf-services: No space left on device.\n"


@shell_only
def test_where_nobody_reads_the_command_ends_quietly():
    done = through_shell("schema rhf-form/1 | true; exit ${PIPESTATUS[0]}")
    assert done.returncode in (0, 141)  # the reader may go before or after all is written
    assert done.stderr == b""


@full_only
@pytest.mark.parametrize("log", [f"2> {FULL}", "2>&-"])
def test_the_process_answers_all_where_nobody_can_be_told_beside(log):
    done = through_shell(f"serve {log}", HELLO)
    assert (done.returncode, answered(done)) == (0, [1, 2])


@full_only
def test_the_process_says_that_its_answers_cannot_be_written():
    done = through_shell(f"serve > {FULL}", HELLO)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr


@shell_only
@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_the_process_needs_both_its_streams(closed):
    done = through_shell(f"serve {closed}")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
