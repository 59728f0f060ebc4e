"""The command ``diff``."""

import json

import pytest

from rhf_services import load_registry

RUNNING = "national-competence-service"
FINAL = "national-competence-service-final"


@pytest.fixture(autouse=True)
def narrow(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_difference_reads_well(cli) -> None:
    done = cli("diff", "quality-and-competence-network", "2023", "2024")

    assert done.code == 0
    assert done.out == (
        "Nasjonale kvalitets- og kompetansenettverk: fra 2023 til 2024\n"
        "\n"
        "Ingen endringer.\n"
        "\n"
        "Spørsmål og deler med nytt grunnlag: 4\n"
        "    · Før: vårt forslag. Nå: står i et dokument. Det gjelder «Aktivitet» og\n"
        "      «Evaluering».\n"
        "\n"
        "Dokumentet sier selv: «For 2024: Ingen nye spørsmål» (webinar 27.11.2024,\n"
        "«Rapportmaler»). Dette er dokumentets egne ord. Sammenligningen beviser dem\n"
        "ikke. Skjemaet for 2023 er utledet av nettopp denne linjen.\n"
    )


def test_what_changed_stands_under_its_part(cli) -> None:
    lines = cli("diff", "national-treatment-service", "2023", "2024").out.splitlines()
    at = lines.index("  Aktivitet")

    assert lines[at - 1] == "Endringer i skjemaet: 4"
    assert "    · «Vitenskapelige artikler»: skjemaet ber nå om inntil fem." in lines[at:]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("template", load_registry().templates)
def test_every_form_can_be_compared(cli, template: str, lang: str) -> None:
    first = str(load_registry().templates[template].editions[0].first)
    done = cli("diff", template, first, "2022" if template == "archive" else "2026", "--lang", lang)

    assert done.code == 0
    assert "{" not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_same_edition_has_no_changes_and_a_year_that_it_holds_for_is_said(cli) -> None:
    out = cli("diff", "archive", "2009", "2016").out

    assert "2016 har ingen egen utgave; utgaven 2009 gjelder fortsatt." in out
    assert "2009 har ingen egen" not in out
    assert "Ingen endringer." in out
    assert "Begge årene har samme utgave av skjemaet: 2009." in out


def test_two_forms_can_be_compared(cli) -> None:
    out = cli("diff", RUNNING, "2024", "2024", "--to", FINAL).out

    assert "Nytt spørsmål: «Hovedresultater»." in out
    assert "Spørsmålet «Status for kompetansespredning» er tatt bort." in out
    assert "Dokumentet sier selv" not in out


def test_reworded_guidance_is_shown_before_and_after(cli) -> None:
    out = cli("diff", RUNNING, "2024", "2024", "--to", "national-treatment-service").out

    assert "er skrevet om." in " ".join(out.split())
    assert "        Før: Hva er gjort for å sikre at kompetanse" in out
    assert "        Nå: Hva er gjort for å sikre at aktuelle pasienter" in out


def test_a_difference_is_written_as_json(cli) -> None:
    done = cli("diff", "national-centre", "2023", "2024", "--format", "json", "--lang", "en")
    document = json.loads(done.out)

    assert (document["format"], document["language"]) == ("rhf-difference/1", "en")
    assert document["before"] == {
        "template": "national-centre",
        "year": 2023,
        "edition": "2023",
        "own_edition": True,
    }
    limits = [change for change in document["changes"] if change["kind"] == "limit-set"]
    assert [(one["question"], one["before"], one["after"]) for one in limits] == [
        ("scientific-articles", None, 5),
        ("research-projects", None, 5),
    ]
    assert limits[0]["text"] == "“Scientific articles”: the form now asks for up to five."
    assert document["quotations"][0]["source"]["document"] == "webinar-2024"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-form", "2023", "2024"), "No form is called 'no-such-form'."),
        (("archive", "2009", "2009", "--to", "no"), "No form is called 'no'."),
        (("national-centre", "2022", "2024"), "national-centre has no edition 2022."),
        (("national-centre", "2024", "2024.7"), "Its editions are: 2023, 2024."),
        (("national-centre", "2024"), "Missing argument 'AFTER'."),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli, arguments, said: str) -> None:
    done = cli("diff", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
