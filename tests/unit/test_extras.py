"""What says which extra is missing, where a library that comes with one is not installed."""

import subprocess
import sys

import pytest

PAGE = "from rhf_services.render import *; html_page(Document('nb', (), '', ()))"
MAIN = "from rhf_services.cli import main; main()"

NEEDED = {
    "the commands, without click": (
        "click",
        f"sys.argv[1:] = ['demo']; {MAIN}",
        "The command line needs an extra: pip install 'rhf-services[cli]'\n",
    ),
    "a command that writes a spreadsheet, with click alone": (
        "openpyxl",
        f"sys.argv[1:] = 'texts export --year 2024'.split(); {MAIN}",
        "The command line needs an extra: pip install 'rhf-services[cli]'\n",
    ),
    "a spreadsheet": (
        "openpyxl",
        "from rhf_services.exchange.writing import xlsx_bytes; xlsx_bytes([])",
        "Writing a spreadsheet needs an extra: pip install 'rhf-services[sheets]'\n",
    ),
    "a page, without jinja2 and what it brings": (
        "markupsafe",
        f"sys.modules['jinja2'] = None; {PAGE}",
        "MissingExtraError: This needs an extra: pip install 'rhf-services[html]'\n",
    ),
    "a report read fast": (
        "orjson",
        "from rhf_services import loads; loads(b'{}', lax=True)",
        "Reading with orjson needs an extra: pip install 'rhf-services[fast]'\n",
    ),
    "generated reports": (
        "hypothesis",
        "from rhf_services.testing import good_cases",
        "ModuleNotFoundError: This needs an extra: pip install 'rhf-services[testing]'\n",
    ),
}


@pytest.mark.parametrize("needed", list(NEEDED))
def test_what_is_missing_is_said(needed, tmp_path):
    library, program, said = NEEDED[needed]
    hidden = f"import sys; sys.modules[{library!r}] = None; {program}"
    done = subprocess.run(
        [sys.executable, "-c", hidden], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2 if "command" in needed else 1, "")
    assert done.stderr.endswith(said)
    assert ("Traceback" in done.stderr) is ("command" not in needed)


@pytest.mark.parametrize("name", ["cli", "testing"])
def test_another_library_that_is_missing_is_no_missing_extra(name, tmp_path):
    program = {
        "cli": f"sys.argv[1:] = ['demo']; {MAIN}",
        "testing": "from rhf_services.testing import good_cases",
    }[name]
    hidden = f"import sys; sys.modules['attrs'] = None; {program}"
    done = subprocess.run(
        [sys.executable, "-c", hidden], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "extra" not in done.stderr.splitlines()[-1]
