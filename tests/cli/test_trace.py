"""The command ``trace``."""

import json

import pytest
from attrs import evolve

from rhf_services.cli import tracing
from rhf_services.hooks import installed_plugins, load_registry
from rhf_services.trace import proofs


@pytest.fixture
def without_the_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = load_registry([plugin for plugin in installed_plugins() if plugin.info.core])
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: registry)


@pytest.fixture
def blind_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "S003-065": evolve(proofs()["S003-065"], holds=lambda _world: True),
        "S003-066": evolve(proofs()["S003-066"], holds=lambda _world: False),
    }
    monkeypatch.setattr(tracing, "proofs", lambda: found)


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_all_statements_are_listed_with_counts_at_the_end(cli, lang: str) -> None:
    done = cli("trace", "--lang", lang)

    assert done.code == 0
    assert done.err == ""
    assert "{" not in done.out
    assert [line for line in done.out.splitlines() if line.startswith("S004-026 ✓")]
    for number in ("448", "126", "322"):
        assert number in done.out.splitlines()[-1]


def test_one_statement_is_told_whole(cli) -> None:
    out = cli("trace", "s003-019").out

    assert "regel SUB001 (rhf_services.rules.submission:not_the_lead)" in out
    assert "Står i: webinar-2024:123-125,531" in out
    assert "Kontroll: yes: on the day of submission" in out
    assert "Utsagn:" not in out


def test_an_open_statement_says_why_and_which_rule_names_it(cli) -> None:
    out = cli("trace", "S003-155").out

    assert "Åpent: gjelder enheten selv, ikke rapporten. Nevnt av regel: REF001." in out


def test_statements_of_a_kind_are_listed(cli) -> None:
    out = cli("trace", "--kind", "report-rule").out

    assert "Utsagn: 8. Ivaretatt: 8. Åpne: 0." in out


def test_the_trace_as_json(cli) -> None:
    document = json.loads(cli("trace", "S003-066", "S003-155", "--format", "json").out)

    assert document["format"] == "rhf-trace/1"
    assert document["counts"] == {
        "statements": 2,
        "carried": 1,
        "not_installed": 0,
        "open": 1,
    }
    carried, opened = document["rows"]
    assert (carried["id"], carried["state"], carried["why"]) == ("S003-066", "carried", None)
    assert carried["carriers"] == [
        {
            "kind": "rule",
            "address": "PER002",
            "place": "rhf_services.rules.people:odd_email",
            "installed": True,
        }
    ]
    assert (opened["state"], opened["carriers"], opened["rules"]) == ("open", [], ["REF001"])


def test_everything_is_proven(cli) -> None:
    done = cli("trace", "--prove", "--lang", "en")
    carriers = {carrier for proof in proofs().values() for carrier in proof.carriers}
    tried = sum(len(proof.carriers) for proof in proofs().values())

    assert done.code == 0
    assert done.out.splitlines() == [
        f"126 statements, {len(carriers)} carriers, each switched off once.",
        f"The proofs had to notice {tried} times, and noticed {tried} times.",
    ]


def test_some_are_proven_as_json(cli) -> None:
    done = cli("trace", "S003-019", "S003-155", "--prove", "--format", "json")

    assert done.code == 0
    assert json.loads(done.out)["proved"] == {
        "statements": 1,
        "carriers": 3,
        "tried": 3,
        "noticed": 3,
        "not_installed": [],
        "failed": [],
    }


def test_what_is_not_proven_is_listed(cli, blind_proof: None) -> None:
    done = cli("trace", "S003-065", "S003-066", "--prove")

    assert done.code == 1
    assert "✗ S003-065: ingenting merket at rule:PER003 var slått av." in done.out
    assert "✗ S003-066: utsagnet holder ikke." in done.out


def test_what_is_not_proven_is_listed_as_json(cli, blind_proof: None) -> None:
    done = cli("trace", "S003-065", "S003-066", "--prove", "--format", "json")

    assert done.code == 1
    assert json.loads(done.out)["proved"]["failed"] == [
        {"row": "S003-066", "without": None},
        {"row": "S003-065", "without": "rule:PER003"},
    ]


def test_a_form_that_is_not_installed_is_named(cli, without_the_regions: None) -> None:
    done = cli("trace", "S003-085", "S003-045")

    assert done.code == 0
    assert "S003-085 ○" in done.out
    assert "rhf-services-helse-vest" in done.out
    said = " ".join(done.out.split())
    assert "8 regler, spørsmål eller tekster hører til skjemaer som ikke er" in said
    assert "Ivaretatt av skjemaer som ikke er installert her: 1." in done.out


def test_what_is_not_installed_is_counted_apart_when_proving(
    cli, without_the_regions: None
) -> None:
    done = cli("trace", "--prove", "--format", "json")
    proved = json.loads(done.out)["proved"]

    assert done.code == 0
    assert proved["not_installed"] == ["S003-085", "S003-086"]
    assert proved["statements"] == 124
    assert proved["tried"] == proved["noticed"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("S009-001",), "No statement has the id 'S009-001'."),
        (("--kind", "rule"), "No kind is called 'rule'."),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli, arguments: tuple[str, ...], said: str) -> None:
    done = cli("trace", *arguments)

    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
