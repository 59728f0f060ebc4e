"""The HTTP example: described in OpenAPI 3.1, and schemathesis finds nothing to say about it.

Needs the dependency group `http`; without it the tests are skipped.
"""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.page_blocks import files_of
from support.serving import fits, result

from rhf_services.serving import MOST_BYTES, VERBS

ROOT = Path(__file__).parents[2]
SERVICE = ROOT / "examples" / "http_service"
PAGE = ROOT / "docs" / "other-languages.md"
CURL = re.compile(r"^```sh\n(curl .*?)^```$", re.MULTILINE | re.DOTALL)
BROKEN = ROOT / "examples" / "reports" / "broken" / "ACT001.json"
MISSING = [
    name
    for name in ("starlette", "uvicorn", "schemathesis", "openapi_spec_validator")
    if importlib.util.find_spec(name) is None
]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (the dependency group http)"
)


@contextmanager
def running(folder=SERVICE, module="service"):
    """Run a service on loopback, on a port that the system chooses; give its address and its log.

    The log is there once the service has ended.
    """
    command = [sys.executable, "-m", "uvicorn", "--factory", "--app-dir", str(folder)]
    log = []
    with subprocess.Popen(
        [*command, "--port", "0", "--no-access-log", f"{module}:make_app"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SERVICE)},
    ) as service:
        try:
            for line in service.stderr:
                found = re.search(r"running on (http://127\.0\.0\.1:\d+)", line)
                if found:
                    break
            yield found[1], log
        finally:
            service.terminate()
            log.append(service.communicate(timeout=20)[1])


@pytest.fixture(scope="module")
def address():
    with running() as (address, _log):
        yield address


def asked(url, body=None, *, kind="application/json", method=None):
    """Ask, and give the status, the type and the JSON of the answer."""
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(url, data, method=method)  # noqa: S310  (our own, loopback)
    if data is not None:
        request.add_header("Content-Type", kind)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.headers["Content-Type"], json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], json.load(error)


def test_the_description_is_openapi_3_1_and_names_every_verb(address):
    from openapi_spec_validator import OpenAPIV31SpecValidator

    status, _type, document = asked(f"{address}/openapi.json")

    OpenAPIV31SpecValidator(document).validate()
    assert (status, document["openapi"]) == (200, "3.1.0")
    assert [*document["paths"]] == [f"/{verb}" for verb in VERBS]
    assert "#/$defs" not in json.dumps(document)


def test_the_page_shows_the_files_of_the_service():
    shown = files_of(PAGE)

    for name in ("service.py", "openapi.py"):
        assert shown[name] == (SERVICE / name).read_text("utf-8")


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_what_the_page_asks_with_curl_is_answered(address):
    asked_there = re.findall(
        r"^```sh\n(curl .*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    said = []
    for command in asked_there:
        words = shlex.split(command.replace("\\\n", " ").replace("http://127.0.0.1:8000", address))
        done = subprocess.run(words, capture_output=True, check=True, timeout=20)
        said.append(json.loads(done.stdout))

    form, verdict, problem = said
    assert (form["format"], verdict["format"]) == ("rhf-form/1", "rhf-verdict/1")
    assert verdict["findings"]
    shown = json.loads(
        PAGE.read_text("utf-8").partition("status 404 and\n\n```json")[2].split("```")[0]
    )
    assert problem.keys() == shown.keys()
    assert {**problem, "detail": "…", "choices": ["…"]} == shown


def test_schemathesis_finds_nothing(address, tmp_path):
    how = ["--max-examples", "15", "--seed", "1", "--no-color"]
    config = ["--config-file", SERVICE / "schemathesis.toml"]
    program = [sys.executable, "-m", "schemathesis.cli", *config]
    done = subprocess.run(
        [*program, "run", f"{address}/openapi.json", *how],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert re.search(r"Tested: 17\b", done.stdout)


@pytest.mark.parametrize(
    ("verb", "params"),
    [
        ("check", {"report": BROKEN.read_text("utf-8"), "stage": "submission", "lang": "nn"}),
        ("check", {"report": json.loads(BROKEN.read_bytes())}),
        ("which", {"entity": {"type": "national-centre"}, "year": 2024}),
        ("explain", {"code": "ACT001"}),
        ("form", {"template": "national-centre", "year": 2023}),
    ],
)
def test_the_answer_is_the_one_of_the_process(address, verb, params):
    status, kind, told = asked(f"{address}/{verb}", params)

    assert (status, kind, told) == (200, "application/json", result(verb, **params))
    fits(told)


@pytest.mark.parametrize(
    ("query", "verb", "params"),
    [
        ("lang=en", "templates", {"lang": "en"}),
        ("template=archive&year=2016", "form", {"template": "archive", "year": 2016}),
        ("rows=S003-019&rows=S003-155", "trace", {"rows": ["S003-019", "S003-155"]}),
        (
            "template=national-centre&before=2023&after=2024",
            "diff",
            {"template": "national-centre", "before": 2023, "after": 2024},
        ),
        ("name=national-centre&year=2023", "schema", {"name": "national-centre", "year": 2023}),
    ],
)
def test_what_needs_no_document_can_be_asked_with_a_query(address, query, verb, params):
    assert asked(f"{address}/{verb}?{query}")[2] == result(verb, **params)


def test_a_key_that_is_written_twice_is_found(address):
    body = b'{"report": {"format": "rhf-report/1", "year": 2024, "year": 2024}}'
    findings = asked(f"{address}/check", body)[2]["findings"]

    assert [one["place"] for one in findings if one["code"] == "STR008"] == ["/year"]


def test_half_a_surrogate_pair_is_no_fault_of_the_service(address):
    body = b'{"report": {"format": "rhf-report/1", "template": "\\ud800"}}'

    assert asked(f"{address}/check", body)[2]["template"] == "\ud800"


@pytest.mark.parametrize(
    ("path", "how", "status", "kind"),
    [
        ("check", {"body": b"{"}, 400, "not-json"),
        ("check", {"body": b""}, 400, "empty"),
        ("check", {"body": b"[]"}, 400, "wrong-params"),
        ("check", {"body": b"\xff\xfe"}, 400, "not-utf-8"),
        ("check", {"body": {}}, 400, "wrong-params"),
        ("check", {"body": {"report": {}}, "kind": "text/plain"}, 415, "wrong-type"),
        ("check", {"body": b" " * (MOST_BYTES + 1)}, 413, "too-long"),
        ("check", {}, 405, "wrong-method"),
        ("check", {"body": {}, "method": "PUT"}, 405, "wrong-method"),
        ("hello?more=1", {}, 400, "wrong-params"),
        ("form?template=archive&template=archive", {}, 400, "wrong-params"),
        ("form?template=archive&year=nå", {}, 400, "wrong-params"),
        ("form?template=archive&year=٢٠١٦", {}, 400, "wrong-params"),
        ("form?template=nope", {}, 404, "not-found"),
        ("nope", {}, 404, "no-path"),
        ("carry-over", {"body": {"report": {}, "year": 2024}}, 422, "unreadable"),
        ("which", {"body": {"entity": {}}}, 409, "unclear"),
    ],
)
def test_what_goes_wrong_is_told_as_a_problem(address, path, how, status, kind):
    told = asked(f"{address}/{urllib.parse.quote(path, safe='?=&')}", **how)

    assert told[:2] == (status, "application/problem+json")
    assert (told[2]["status"], told[2]["kind"]) == (status, kind)
    assert told[2]["type"] == f"urn:rhf-services:problem:{kind}"


CRASHING = """
import service

def make_app():
    def crash(*handed_over, **_how):
        raise ValueError(handed_over)

    service.{patched} = crash
    return service.make_app()
"""


@pytest.mark.parametrize("patched", ["answer", "parse"])
def test_what_goes_wrong_inside_is_told_without_what_somebody_wrote(tmp_path, patched):
    (tmp_path / "crashing.py").write_text(CRASHING.format(patched=patched), encoding="utf-8")
    with running(tmp_path, "crashing") as (address, log):
        status, kind, told = asked(f"{address}/check", {"report": {"a": "Kari Eksempel"}})

    assert (status, kind, told["kind"]) == (500, "application/problem+json", "internal")
    assert "in crash" in log[0]
    assert "\nValueError\n" in log[0]
    assert "Kari" not in json.dumps(told) + log[0]
