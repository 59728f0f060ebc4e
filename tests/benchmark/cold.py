"""What it costs to begin: CPU time of a fresh interpreter, less that of an empty one.

In each round the empty one and every program have their turn.
"""

import resource
import statistics
import subprocess
import sys
import tempfile

FIRST_VERDICT = """
import rhf_services as r
registry = r.load_registry()
data = b'{"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024,'
data += b' "answers": {"equal-access": "Ambulerende klinikk."}}'
assert r.check(r.Case(report=r.loads(data).report), registry).complete
"""
PROGRAMS = {
    "import jsonschema": "import jsonschema",
    "import rhf_services": "import rhf_services",
    "first verdict": FIRST_VERDICT,
    "import attrs": "import attrs",
    "import pluggy": "import pluggy",
    "import importlib.metadata": "import importlib.metadata",
    "attrs, pluggy and entry points": (
        "import attrs, pluggy; from importlib.metadata import entry_points; "
        "entry_points(group='rhf_services')"
    ),
}


def measured(rounds):
    """Give, by name, the milliseconds of each program and the ratio to importing jsonschema.

    Both are medians over the rounds.
    """
    with tempfile.TemporaryDirectory() as cache:
        for program in PROGRAMS.values():
            _seconds(program, cache)  # the first run compiles what is imported
        taken = {name: [] for name in PROGRAMS}
        for _ in range(rounds):
            empty = _seconds("pass", cache)
            for name, program in PROGRAMS.items():
                taken[name].append(_seconds(program, cache) - empty)
    base = taken["import jsonschema"]
    return {
        name: (
            1000 * statistics.median(seconds),
            statistics.median(own / other for own, other in zip(seconds, base, strict=True)),
        )
        for name, seconds in taken.items()
    }


def _seconds(program, cache):
    before = _children()
    environment = {"PYTHONPYCACHEPREFIX": cache, "PATH": ""}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
    return _children() - before


def _children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
