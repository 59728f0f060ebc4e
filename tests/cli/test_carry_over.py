"""The command ``carry-over``."""

import json
from pathlib import Path

import pytest

from rhf_services import dumps, loads

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
OLD = REPORTS / "published" / "NK-HB10-2017.json"
NETWORK = "quality-and-competence-network"


@pytest.fixture(autouse=True)
def narrow(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_the_new_report_goes_out_and_the_account_beside(cli) -> None:
    done = cli("carry-over", OLD, "--to", NETWORK, "2024")
    new = json.loads(done.out)

    assert done.code == 0
    assert (new["template"], new["year"]) == (NETWORK, 2024)
    assert "answers" not in new
    assert done.err == (
        "Ny rapport for 2024: Nasjonale kvalitets- og kompetansenettverk\n"
        "Bygger på rapporten for 2017: Årsrapport, eldre skjema\n"
        "\n"
        "Tatt med i den nye rapporten: 2\n"
        "  Om senteret\n"
        "    · Vertssykehus: Helse Bergen HF\n"
        "  Språk\n"
        "    · Hele rapporten: nb\n"
        "\n"
        "Vises ved siden av, men er ikke fylt inn: 1\n"
        "  Den nye rapporten får beskrivelsen for sitt eget år.\n"
        "    Om senteret\n"
        "      · Beskrivelse: Tjenesten bygger opp og sprer forskningsbasert kompetanse\n"
        "        om hoftebru…\n"
        "\n"
        "Bør ses på: 3\n"
        "  Det nye skjemaet er laget for en annen type enhet. Dette er ikke tatt med.\n"
        "    Om senteret\n"
        "      · Type: Nasjonal kompetansetjeneste\n"
        "  Det nye skjemaet er laget for en annen type enhet.\n"
        "    Om senteret\n"
        "      · Kode: NK-HB10\n"
        "      · Navn: Nasjonal kompetansetjeneste for leddproteser og hoftebrudd\n"
        "\n"
        "Har ikke plass i den nye rapporten: 5\n"
        "  Det nye skjemaet spør ikke om dette.\n"
        "    Oppgaver og resultat\n"
        "      · Kompetansen spres i møter og korrespondanse med den faglige referanse…\n"
        "    Tjenesten har utarbeidet spesifikk pasientinformasjon om tjenestens innhold\n"
        "    og ansvarsområde\n"
        "      · Ja\n"
        "    Tjenesten har utarbeidet en plan for kompetansespredning\n"
        "      · Ja\n"
        "    Formidling\n"
        "      · Informasjon og veiledning pr. telefon og brev.\n"
        "      · Samtykkeerklæring/informasjonsskriv.\n"
        "\n"
        "Hele innholdet står i oversikten; bruk --format json.\n"
    )


def test_the_new_report_is_written_to_a_file_and_the_account_shown(cli, tmp_path) -> None:
    out = tmp_path / "new.json"
    done = cli("carry-over", OLD, "2024", "--to", NETWORK, "--out", out, "--lang", "nn")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Ny rapport for 2024:")
    assert done.out.endswith(f"Den nye rapporten er skriven til {out}.\n")
    assert loads(out.read_bytes()).report.year == 2024
    assert [path.name for path in tmp_path.iterdir()] == ["new.json"]


def test_a_file_that_is_there_is_written_over_only_when_asked_for(cli, tmp_path) -> None:
    out = tmp_path / "new.json"
    out.write_text("something else")
    refused = cli("carry-over", OLD, "2024", "--to", NETWORK, "--out", out)
    written_over = out.read_text()
    done = cli("carry-over", OLD, "2024", "--to", NETWORK, "--out", out, "--force")

    assert (refused.code, refused.out, written_over) == (2, "", "something else")
    assert refused.err == (f"rhf-services: {out} finnes fra før. Bruk --force for å skrive over.\n")
    assert (done.code, loads(out.read_bytes()).report.template) == (0, NETWORK)


def test_the_old_report_is_never_written_over(cli, tmp_path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes(OLD.read_bytes())
    done = cli("carry-over", old, "2024", "--to", NETWORK, "--out", old, "--force")

    assert done.code == 2
    assert "er den gamle rapporten" in done.err
    assert old.read_bytes() == OLD.read_bytes()


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(
    cli, tmp_path, monkeypatch
) -> None:
    nowhere = cli(
        "carry-over", OLD, "2024", "--to", NETWORK, "--out", tmp_path / "gone" / "new.json"
    )

    def broken(_self, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    full = cli("carry-over", OLD, "2024", "--to", NETWORK, "--out", tmp_path / "new.json")

    assert (nowhere.code, full.code) == (2, 2)
    assert "cannot be written: No such file or directory." in nowhere.err
    assert "No space left on device" in full.err
    assert list(tmp_path.iterdir()) == []


def test_an_account_is_written_as_json(cli, tmp_path) -> None:
    done = cli("carry-over", OLD, "2024", "--to", NETWORK, "--format", "json", "--lang", "en")
    account = json.loads(done.err)

    assert json.loads(done.out)["year"] == 2024
    assert account["format"] == "rhf-account/1"
    assert account["counts"] == {"carried": 2, "beside": 1, "needs-a-look": 3, "no-place": 5}
    gone = next(line for line in account["lines"] if line["question"] == "tasks-and-results")
    assert gone["value"] == json.loads(OLD.read_bytes())["answers"]["tasks-and-results"]
    assert gone["heading"] == "Tasks and results"
    assert gone["why"] == ["The new form does not ask about this."]


def test_the_form_can_be_left_out_where_it_is_clear(cli) -> None:
    done = cli("carry-over", REPORTS / "published" / "L-HB7-2016.json", "2024")
    assert json.loads(done.out)["template"] == "national-treatment-service"


def test_a_later_year_says_that_its_form_is_not_entered(cli) -> None:
    done = cli("carry-over", OLD, "2030", "--to", NETWORK)
    assert "Skjemaet for 2030 er ikke lagt inn; dette er skjemaet for 2024." in done.err


def test_a_case_and_standard_input_will_do(cli) -> None:
    case = {"format": "rhf-case/1", "report": json.loads(OLD.read_bytes())}
    done = cli("carry-over", "-", "2024", "--to", NETWORK, stdin=dumps(case))

    assert json.loads(done.out)["entity"]["code"] == "NK-HB10"


def test_an_empty_report_has_an_empty_account(cli) -> None:
    done = cli("carry-over", "-", "2024", "--to", NETWORK, stdin=b'{"format": "rhf-report/1"}')

    assert "Bygger på en rapport uten kjent skjema eller år." in done.err
    assert "Den gamle rapporten er tom." in done.err


def test_half_a_letter_can_be_written(cli, tmp_path) -> None:
    old = rb'{"format": "rhf-report/1", "people": [{"name": "\ud83d"}], "extra": "\ud83d"}'
    for form in ("text", "json"):
        done = cli("carry-over", "-", "2024", "--to", NETWORK, "--format", form, stdin=old)
        assert done.code == 0
        assert json.loads(done.out)["people"] == [{"name": "\ud83d"}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((OLD, "2024"), "Velg skjema med --to. Det kan være: national-competence-service, "),
        ((OLD, "2024", "--to", "no"), "No form is called 'no'."),
        ((OLD, "2020", "--to", NETWORK), f"{NETWORK} has no edition for 2020."),
        ((OLD, "next"), "'next' is not a valid integer."),
        (("gone.json", "2024"), "gone.json: Filen finnes ikke."),
        ((REPORTS, "2024"), "er en mappe."),
        (("-", "2024"), "Dette kan ikke leses som en årsrapport: -."),
        (("-", "2024", "--to", NETWORK, "--lang", "en"), "This cannot be read as an annual report"),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli, arguments, said: str) -> None:
    done = cli("carry-over", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_the_old_report_of_a_folder_is_never_written_over(cli, tmp_path) -> None:
    old = tmp_path / "reports" / "old.json"
    old.parent.mkdir()
    old.write_bytes((REPORTS / "published" / "L-HB7-2016.json").read_bytes())
    before = old.read_bytes()
    form = "national-treatment-service"
    done = cli("carry-over", old.parent, 2024, "--to", form, "--out", old, "--force")

    assert done.code == 2
    assert old.read_bytes() == before
