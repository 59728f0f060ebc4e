"""The commands ``demo``, ``templates``, ``explain`` and ``plugins``, and the console script."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.plugins import edition, form, plugin, rule

from rhf_services import load_registry
from rhf_services.cli import demo
from rhf_services.cli.documents import lines_of_document
from rhf_services.hooks import installed_plugins
from rhf_services.model.questions import LongText
from rhf_services.model.rules import Hit, NamedCase
from rhf_services.model.text import Message, Text
from rhf_services.render.document import Document, Marks
from rhf_services.render.fields import Fields
from rhf_services.render.tables import Figure, Table
from rhf_services.render.text import runs
from rhf_services.trace.carriers import text
from rhf_services.trace.switching import without

INVENTED = Path(__file__).parents[2] / "examples" / "reports" / "invented"
REPORT = INVENTED / "national-treatment-service-2024-complete.json"


def test_the_demo_checks_every_example(cli) -> None:
    done = cli("demo")

    assert done.code == 0
    assert "29 publiserte årsrapporter" in done.out
    assert "18 oppdiktede rapporter for 2024" in done.out
    assert "9 oppdiktede rapporter med flere feil" in done.out
    assert "national-treatment-service-2024  " in done.out
    assert not [line for line in done.out.splitlines() if line != line.rstrip()]
    for code in demo.WORTH_SEEING:
        assert f"[{code}," in done.out.replace("\n", " ")
    assert "Kilde: " in done.out


def test_the_demo_says_where_the_examples_are_when_they_are_not_here(cli, monkeypatch) -> None:
    monkeypatch.setattr(demo, "examples", lambda: None)

    done = cli("demo")

    assert done.code == 2
    assert "examples/reports" in done.err


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", load_registry().rules)
def test_every_rule_is_explained_with_examples_that_come_true(cli, code: str, lang: str) -> None:
    out = cli("explain", code.lower(), "--lang", lang).out

    assert out.startswith(code)
    assert "{" not in out
    assert f" {code} " in " ".join(out.split())


def lacking(_report):
    """Fire without what the message names."""
    yield Hit(question="equal-access")


@pytest.mark.parametrize(
    ("check", "lang", "said"),
    [
        (lacking, "en", "A case: crashed: KeyError: row"),
        (lambda _report: iter((Hit(row=1),)), "en", "A case: expected at «/people», found at «»"),
        (lambda _report: iter(()), "en", "A case: expected at «/people», found at no place"),
        (lambda _report: iter((Hit(row=1),)), "nn", "A case: venta funn ved «/people», men det"),
    ],
    ids=["crash", "elsewhere", "nowhere", "nynorsk"],
)
def test_a_named_case_that_does_not_come_true_says_so(cli, monkeypatch, check, lang, said) -> None:
    case = NamedCase(Text("A case"), {"report": {}}, fires=("/people",))
    message = Message(Text("Rad {row}."), Text("Se på den."))
    mine = plugin("helse-nord", rules=[rule("HN-A", check, message=message, cases=(case,))])
    registry = load_registry([*installed_plugins(), mine], strict=True)
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: registry)

    assert said in " ".join(cli("explain", "HN-A", "--lang", lang).out.split())


def test_rules_are_listed_with_their_titles(cli) -> None:
    out = cli("explain").out

    assert len(out.splitlines()) == len(load_registry().rules)
    assert "ACT001  Inntil fem artikler og fem prosjekter" in out


def test_without_a_command_there_is_help(cli) -> None:
    done = cli()

    assert done.code == 0
    assert done.out.startswith("Usage: rhf-services")


def test_a_later_year_says_that_its_form_is_not_entered(cli) -> None:
    out = cli("templates", "national-treatment-service", "--year", "2026").out

    assert "Skjemaet for 2026 er ikke lagt inn; dette er skjemaet for 2024." in out


def test_what_the_readme_shows_is_what_is_printed(cli, monkeypatch) -> None:
    root = Path(__file__).parent.parent.parent
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")
    block = (root / "README.md").read_text("utf-8").split("```console\n$ rhf-services ")[1]
    command, shown = block.split("```")[0].split("\n", 1)

    assert cli(*command.split()).out == shown + "\n"


def test_forms_are_listed_with_where_they_come_from(cli) -> None:
    lines = cli("templates").out.splitlines()[::2]

    assert [line.split()[0] for line in lines] == sorted(load_registry().templates)
    assert [line.split()[-1] for line in lines if "." in line.split()[0]] == [
        "rhf-services-helse-sor-ost",
        "rhf-services-helse-vest",
    ]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_form_is_shown_with_its_tabs_in_order(cli, lang: str) -> None:
    form = load_registry().templates["national-treatment-service"]
    out = cli("templates", form.id, "--year", "2024", "--lang", lang).out
    places = [out.index(f"[{asked.id}]") for asked in form.editions[-1]]

    assert places == sorted(places)


def test_a_form_without_a_year_is_shown_as_it_is_now(cli) -> None:
    assert "rapportår 2009–2022" in cli("templates", "archive").out


def test_plugins_name_what_they_bring(cli) -> None:
    done = cli("plugins")

    assert done.code == 0
    assert "helse-vest  rhf-services-helse-vest" in done.out
    assert "SUB001, SUB002, SUB003" in done.out


def test_refused_plugins_are_named(cli, refused_plugin: None) -> None:
    done = cli("plugins")

    assert done.code == 2
    assert "[prefix: XX-BAD001, E-]" in done.out
    assert "bringer ingenting" in done.out


def test_a_rule_that_was_refused_is_said_to_be(cli, refused_plugin: None) -> None:
    done = cli("explain", "xx-bad001")

    assert done.code == 2
    assert "XX-BAD001 was brought by a plugin and refused (elsewhere: prefix)" in done.err
    assert "rhf-services plugins" in done.err
    assert "No rule has the code 'XX-BAD002'" in cli("explain", "XX-BAD002").err


COMMANDS = [
    ("check", REPORT, "--stage", "draft"),
    ("check", REPORT, "--format", "ndjson"),
    ("which", REPORT, "--lang", "nb"),
    ("templates", "archive"),
    ("explain", "ACT001"),
    ("form", "archive"),
    ("render", "archive"),
    ("schema", "finding"),
    ("trace", "S003-019"),
    ("demo", "--lang", "nb"),
    ("diff", "national-centre", 2023, 2024),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command[0]} {command[-1]}")
def test_what_was_refused_is_told_once_by_every_command(cli, refused_plugin, command) -> None:
    done = cli(*command)

    assert done.code == 0
    (line,) = done.err.splitlines()
    assert line.startswith("elsewhere: ")


@pytest.mark.parametrize(
    "command",
    [
        ("form", "{}"),
        ("diff", "{}", 2023, 2024),
        ("templates", "{}"),
        ("texts", "export", "--year", 2024, "--form", "{}"),
        ("carry-over", REPORT, 2025, "--to", "{}"),
    ],
)
def test_a_form_that_was_refused_is_said_to_be_by_every_command(cli, monkeypatch, command) -> None:
    mine = form("helse-nord.centre", edition(2024, LongText("preparedness")))
    broken = load_registry([*installed_plugins(), plugin("odd", templates=[mine])])
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: broken)
    done = cli(*(str(one).replace("{}", mine.id) for one in command))

    assert done.code == 2
    assert "helse-nord.centre was brought by a plugin and refused (odd: prefix" in done.err


WITHOUT_PREFIX = form("helse-nord.centre", edition(2024, LongText("preparedness")))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", "id-en til et eget spørsmål må begynne med helse-nord."),
        ("nn", "id-en til eit eige spørsmål må begynne med helse-nord."),
        ("en", "the id of a question of its own must begin with helse-nord."),
    ],
)
def test_a_question_without_the_prefix_is_told_as_that(cli, monkeypatch, lang, said) -> None:
    mine = plugin("helse-nord", templates=[WITHOUT_PREFIX])
    registry = load_registry([*installed_plugins(), mine])
    monkeypatch.setattr("rhf_services.cli.app.load_registry", lambda: registry)
    monkeypatch.setattr("rhf_services.cli.options.load_registry", lambda: registry)
    done = cli("plugins", "--lang", lang)

    assert done.code == 2
    assert f"{said} [question-prefix: helse-nord.centre, preparedness]" in done.out
    shown = cli("templates", "helse-nord.centre")
    assert shown.code == 2
    assert "helse-nord.centre was brought by a plugin and refused" in shown.err


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nb", "! helse-vest: aktiviteten «scientific-articles» har ingen veiledning"),
        ("nn", "! helse-vest: aktiviteten «scientific-articles» har inga rettleiing"),
        ("en", "! helse-vest: the activity “scientific-articles” has no guidance"),
    ],
)
def test_the_author_of_a_form_is_told_what_it_lacks(cli, monkeypatch, lang: str, said: str) -> None:
    registry = load_registry()
    lessened = without(
        registry,
        *text("scientific-articles.guidance", "helse-vest.regional-competence-centre"),
    )
    monkeypatch.setattr("rhf_services.cli.app.load_registry", lambda: lessened)
    done = cli("plugins", "--lang", lang)

    assert done.code == 0
    assert said in done.out


def test_a_form_says_what_it_shows_beside_a_question(cli) -> None:
    out = cli("templates", "national-competence-service-final").out

    assert "Ved siden av står formen som er registrert for videreføringen" in out
    assert "Ta utgangspunkt i oppgavene dere har" in out


def test_the_module_runs_as_a_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from rhf_services.cli import main; main()", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.startswith("rhf-services, version ")


def test_without_the_extra_it_says_what_is_missing() -> None:
    hidden = "import sys; sys.modules['click'] = None; from rhf_services.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", hidden], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr == "The command line needs an extra: pip install 'rhf-services[cli]'\n"


@pytest.mark.parametrize(
    "block",
    [Table(runs(""), (), ()), Figure("", "", ()), Marks(()), Fields(())],
    ids=lambda b: type(b).__name__,
)
def test_what_only_a_page_can_show_is_not_left_out_silently(block) -> None:
    document = Document("nb", runs("Et dokument"), "", (block,))
    with pytest.raises(TypeError, match="is not for a screen"):
        list(lines_of_document(document))
