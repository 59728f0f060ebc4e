"""What must hold where the distributions are installed; run by the Python of that environment.

    python installed.py [EXTRA ...]

Everything is asked of the installed files, in an empty folder, as a host would. Only this file is
there: nothing of the source tree, and nothing of the tests.
"""

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
from importlib.metadata import distribution, entry_points
from importlib.resources import files
from pathlib import Path

NEEDS = {
    "cli": ("click", "jinja2", "nh3", "openpyxl", "defusedxml"),
    "html": ("jinja2", "nh3"),
    "sheets": ("openpyxl", "defusedxml"),
    "fast": ("orjson",),
    "testing": ("hypothesis", "pytest", "sybil"),
}
"""What each extra brings, and what is not there without it."""

OURS = ("rhf-services", "rhf-services-helse-vest", "rhf-services-helse-sor-ost")
LANGUAGES = ("nb", "nn", "en")
REGIONAL = ("helse-vest.regional-competence-centre", "helse-sor-ost.regional-competence-service")
SLIM = {**os.environ, "PYTHONTZPATH": ""}
"""As in a container without the system's time zones."""

FAULTY = b"""{"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024,
  "people": [{"name": "Kari Eksempel", "roles": [{"role": "academic-lead"}]}],
  "answers": {"equal-access": "Ambulerende klinikk."}}"""


def raised_by(do):
    """Do something, and give the error that it ends in where a library is missing."""
    try:
        do()
    except ImportError as error:
        return error
    return None


def where_from(extras):
    """The installed files are meant, and what was not asked for is not there."""
    for name in OURS:
        module = importlib.import_module(name.replace("-", "_"))
        assert Path(module.__file__).is_relative_to(sys.prefix), module.__file__
        assert distribution(name).metadata["License-Expression"] == "MIT"
    there = {name for names in NEEDS.values() for name in names if importlib.util.find_spec(name)}
    assert there == {name for extra in extras for name in NEEDS[extra]}, there


def everything_loads(_extras):
    """Every form and rule is there, those of the two regions too, and nothing was refused."""
    from rhf_services import load_registry

    registry = load_registry(strict=True)
    assert registry.problems == ()
    assert set(REGIONAL) <= set(registry.templates)
    assert len(registry.templates) == 10
    assert registry.rules


def three_languages(_extras):
    """Findings and forms, those of the two regions too, are said in three languages."""
    from rhf_services import Case, check, load_registry, loads, message
    from rhf_services.i18n import show

    registry = load_registry()
    findings = check(Case(report=loads(FAULTY).report), registry).findings
    assert len({message(findings[0], lang) for lang in LANGUAGES}) == 3
    for form in (*REGIONAL, "national-centre"):
        assert len({show(registry.templates[form].title, lang) for lang in LANGUAGES}) == 3


def examples_check(_extras):
    """The example reports came along, and are checked against their forms."""
    from rhf_services import Case, Stage, check, load_registry, loads, loads_case

    registry = load_registry()
    reports = files("rhf_services").joinpath("cli", "reports")
    for form in REGIONAL:
        good = loads(reports.joinpath("invented", f"{form}-2024-complete.json").read_bytes())
        verdict = check(Case(report=good.report, faults=good.faults), registry, Stage.SUBMISSION)
        assert (verdict.template, verdict.findings) == (form, ()), verdict
        assert verdict.complete
    broken = loads_case(reports.joinpath("broken", "STR001.json").read_bytes()).case
    blocking = check(broken, registry, Stage.SUBMISSION).blocking
    assert [finding.code for finding in blocking] == ["STR001"]


def data_files(_extras):
    """What is not Python came along: types, catalogues, registers."""
    names = ["py.typed", "sources/organisations.csv", "trace/requirements.csv"]
    names += [f"locale/{lang}/LC_MESSAGES/rhf_services.po" for lang in ("nn", "en")]
    for name in names:
        assert files("rhf_services").joinpath(name).is_file(), name
    for name in OURS:
        assert files(name.replace("-", "_")).joinpath("py.typed").is_file(), name
    assert "rhf-services" in {entry.name for entry in entry_points(group="console_scripts")}


def schemas_are_made(_extras):
    """The schemas are there without any extra, and jsonschema takes them."""
    from jsonschema import Draft202012Validator

    from rhf_services import load_registry, report_schema

    form = load_registry().templates["national-centre"]
    schema = report_schema(form, form.editions[-1])
    Draft202012Validator.check_schema(schema)


def spreadsheets(extras):
    """With its extra a spreadsheet is written and read; without it both say which is missing."""
    from rhf_services.exchange.grids import read_grids
    from rhf_services.exchange.writing import SheetOut, xlsx_bytes

    out = Path("out.xlsx")
    if "openpyxl" in {name for extra in extras for name in NEEDS[extra]}:
        out.write_bytes(xlsx_bytes([SheetOut("T", ("nøkkel",), (("a",),), (9,))]))
        assert read_grids(out).grids[0].rows[1][0].value == "a"
        return
    missing = raised_by(lambda: xlsx_bytes([SheetOut("T", ("nøkkel",), (("a",),), (9,))]))
    assert "rhf-services[sheets]" in str(missing), missing
    out.write_bytes(b"PK")
    assert [one.kind for one in read_grids(out).problems] == ["no-spreadsheets"]


def html(extras):
    """With its extra a form is written as HTML, with its styles; without it, it says which."""
    from rhf_services import load_registry
    from rhf_services.render import MissingExtraError, html_page, render_form

    registry = load_registry()
    form = registry.templates[REGIONAL[0]]
    document = render_form(form, form.editions[-1], registry, lang="nn")
    if "jinja2" in {name for extra in extras for name in NEEDS[extra]}:
        assert '<html lang="nn"' in html_page(document)
        return
    missing = raised_by(lambda: html_page(document))
    assert isinstance(missing, MissingExtraError), missing
    assert missing.args == ("html",)


def fast_reading(extras):
    """With its extra a report is read fast; without it, it says which is missing."""
    from rhf_services import loads

    if "fast" in extras:
        assert loads(FAULTY, lax=True).report == loads(FAULTY).report
        return
    missing = raised_by(lambda: loads(FAULTY, lax=True))
    assert "rhf-services[fast]" in str(missing), missing


def generated_reports(extras):
    """With its extra reports are generated; without it, it says which is missing."""
    if "testing" in extras:
        from hypothesis import HealthCheck, given, settings

        from rhf_services import Stage, check, dumps, load_registry, loads_case
        from rhf_services.testing import good_cases

        registry = load_registry()

        @settings(max_examples=3, database=None, deadline=None, suppress_health_check=HealthCheck)
        @given(good_cases(registry, REGIONAL[0], 2024))
        def nothing_is_said(document):
            case = loads_case(dumps(document)).case
            assert check(case, registry, Stage.SUBMISSION).findings == ()

        nothing_is_said()
        return
    import rhf_services.testing

    missing = raised_by(lambda: rhf_services.testing.good_cases)
    assert "rhf-services[testing]" in str(missing), missing


def norwegian_time(_extras):
    """Days are Norwegian without the time zones of the system."""
    program = (
        "import datetime as d; from rhf_services.model.days import norwegian_day; "
        "print(norwegian_day(d.datetime(2025, 2, 16, 23, 30, tzinfo=d.timezone.utc)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=SLIM, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("2025-02-17\n", ""), done


def command(*arguments):
    """Run the console script, where there are no time zones of the system."""
    script = Path(sysconfig.get_path("scripts"), "rhf-services")
    return subprocess.run(
        [script, *arguments], env=SLIM, capture_output=True, encoding="utf-8", check=False
    )


def command_line(extras):
    """With its extra the commands work; without it, one line says which is missing."""
    if "cli" not in extras:
        done = command("demo")
        said = "The command line needs an extra: pip install 'rhf-services[cli]'\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said), done
        return
    from rhf_services.cli.demo import examples

    shown = [command("demo", "--lang", lang) for lang in LANGUAGES]
    assert [(done.returncode, done.stderr) for done in shown] == [(0, "")] * 3, shown
    assert len({done.stdout for done in shown}) == 3
    for form in REGIONAL:
        file = examples() / "invented" / f"{form}-2024-complete.json"
        done = command("check", file, "--stage", "submission", "--format", "json")
        assert (done.returncode, done.stderr) == (0, ""), done
        assert json.loads(done.stdout)["files"][0]["verdict"]["template"] == form
        done = command(
            "check", examples() / "faulty" / f"{form}-2024.json", "--stage", "submission"
        )
        assert (done.returncode, done.stderr) == (1, ""), done
    done = command("plugins")
    assert (done.returncode, done.stderr) == (0, ""), done
    assert all(name in done.stdout for name in OURS)
    done = command("texts", "export", "--year", "2024", "--form", REGIONAL[0])
    assert (done.returncode, done.stderr) == (0, ""), done


CHECKS = (
    where_from,
    everything_loads,
    three_languages,
    examples_check,
    data_files,
    schemas_are_made,
    norwegian_time,
    spreadsheets,
    html,
    fast_reading,
    generated_reports,
    command_line,
)


def main(*extras):
    """Look at everything; the first that does not hold raises."""
    for one in CHECKS:
        one(extras)
    print(f"{len(CHECKS)} checks")


if __name__ == "__main__":
    main(*sys.argv[1:])
