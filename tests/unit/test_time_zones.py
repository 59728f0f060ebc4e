"""Norwegian days and times where the system has no time zones, as in a slim container."""

import os
import subprocess
import sys

import pytest

PROGRAMS = {
    "the last day of a deputy": (
        """
from rhf_services import Stage, check, load_registry, loads_case
case = loads_case(b'''{"format": "rhf-case/1",
  "report": {"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024,
             "people": [{"id": "p1", "name": "Kari Eksempel",
                         "roles": [{"role": "academic-lead"}]}],
             "answers": {"equal-access": "Ambulerende klinikk."}},
  "deputies": [{"for": "p1", "person": "p7", "to": "2025-02-16"}],
  "attempt": {"by": "p7", "at": "2025-02-16T23:30:00+00:00"}}''').case
print(*[finding.code for finding in check(case, load_registry(), Stage.SUBMISSION).blocking])
""",
        "SUB001",  # in Norway it is the 17th already
    ),
    "a time in a spreadsheet": (
        """
from rhf_services.exchange.grids import Cell
from rhf_services.exchange.tables import Line
print(Line("T", 2, {"until": Cell("2027-02-15T16:00")}, {}).moment("until").isoformat())
""",
        "2027-02-15T16:00:00+01:00",
    ),
    "a time on the command line": (
        """
from rhf_services.cli.inputs import moment
print(moment("2025-02-14T10:00").isoformat())
""",
        "2025-02-14T10:00:00+01:00",
    ),
}
SLIM = {**os.environ, "PYTHONTZPATH": ""}


def run(program):
    return subprocess.run(
        [sys.executable, "-c", program], env=SLIM, capture_output=True, text=True, check=False
    )


def test_there_are_really_no_time_zones():
    done = run("import zoneinfo; print(zoneinfo.TZPATH)")
    assert done.stdout == "()\n"


@pytest.mark.parametrize(("program", "said"), list(PROGRAMS.values()), ids=list(PROGRAMS))
def test_times_are_norwegian_without_the_systems_time_zones(program, said):
    done = run(program)
    assert (done.stdout, done.stderr) == (f"{said}\n", "")
