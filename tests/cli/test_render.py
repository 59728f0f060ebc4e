"""The command ``render``."""

import json
import sys
from pathlib import Path

import pytest
from support.checks import NOON, built_in
from support.pages import REPORTS, Page

from rhf_services import Stage, check, dumps, loads_case
from rhf_services.cli.render_command import READERS
from rhf_services.i18n import LANGUAGES
from rhf_services.render import Reader, html_page, render_form, render_report

FAULTY = next(path for path in REPORTS if path.stem == "national-treatment-service-2024")


@pytest.mark.parametrize("template", built_in().templates)
def test_a_form_is_written_as_the_library_gives_it(cli, template: str) -> None:
    form = built_in().templates[template]
    done = cli("render", template, "--to", "html", "--lang", "nn")

    assert (done.code, done.err) == (0, "")
    assert done.out == html_page(render_form(form, form.editions[-1], built_in(), lang="nn"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_is_written_with_its_findings(cli, lang: str) -> None:
    at = "2025-02-14T13:00:00+01:00"
    done = cli("render", FAULTY, "--stage", "submission", "--at", at, "--for", "region",
               "--lang", lang)  # fmt: skip
    case = loads_case(FAULTY.read_bytes()).case
    verdict = check(case, built_in(), Stage.SUBMISSION, NOON)

    assert done.code == 0
    assert done.out == html_page(render_report(case, verdict, built_in(), "region", lang=lang))


def test_a_report_is_for_its_lead_as_a_draft_where_nothing_else_is_said(cli) -> None:
    text = Page(cli("render", FAULTY).out).text
    assert "faglig ansvarlig" in text
    assert "utkast" in text


def test_a_report_may_come_from_standard_input(cli) -> None:
    report = {"format": "rhf-report/1", "template": "national-centre", "year": 2024}
    done = cli("render", "-", "--for", "public", stdin=dumps(report))
    assert "Nasjonale sentre" in done.out


def test_an_attempt_decides_whether_it_may_be_submitted(cli) -> None:
    report = json.loads(FAULTY.read_bytes())["report"]
    done = cli("render", "-", "--stage", "submission", "--by", "p2", stdin=dumps(report))
    assert "du er registrert som koordinator" in done.out


def test_a_page_is_written_to_a_file(cli, tmp_path: Path) -> None:
    out = tmp_path / "skjema.html"
    done = cli("render", "national-centre", "--year", "2023", "--out", out)
    assert (done.code, done.out) == (0, "")
    assert "rapportår 2023" in Page(out.read_text("utf-8")).text


def test_accepted_files_are_laid_over(cli, tmp_path: Path) -> None:
    key = "form.national-centre.centre-status.guidance"
    file = tmp_path / "texts-2024.csv"
    heads = "nøkkel;år;bokmål;nynorsk;engelsk"
    row = f"{key};2024;Den offisielle teksten.;Den offisielle teksta.;The official text."
    file.write_text(f"{heads}\n{row}\n", "utf-8")
    done = cli("render", "national-centre", "--files", tmp_path, "--lang", "nn")
    assert "Den offisielle teksta." in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such-form"], "is neither a file nor a form. The forms are: archive"),
        (["national-centre", "--for", "lead"], "--for cannot be used here: national-centre is a"),
        (["national-centre", "--year", "2019"], "national-centre has no edition for 2019."),
        (["national-centre", "--edition", "2030"], "has no edition 2030"),
        ([FAULTY, "--year", "2024"], "--year cannot be used here"),
        ([FAULTY.parent], "is a folder; name one report."),
        (["national-centre", "--out", "no/such/folder.html"], "cannot be written"),
        (["national-centre", "--to", "pdf"], "'pdf' is not"),
        ([], "Missing argument"),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli, arguments: list[str], told: str) -> None:
    done = cli("render", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_what_cannot_be_read_is_told(cli, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"{")
    done = cli("render", file)
    assert done.code == 2
    assert "cannot be read" in done.err


def test_a_missing_extra_is_named(cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from rhf_services.render import html

    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = cli("render", "national-centre")
    html._environment.cache_clear()
    assert done.code == 2
    assert "pip install 'rhf-services[html]'" in done.err


def test_every_reader_may_be_named() -> None:
    assert tuple(str(reader) for reader in Reader) == READERS


def test_the_help_shows_an_example(cli) -> None:
    assert "rhf-services render national-treatment-service --lang nn" in cli("render", "-h").out
