"""Edition files: next year's form from a file, whole or not at all."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import attrs
import pytest
from openpyxl import load_workbook
from support.books import DECIDED, asked, book_of, edition_file, set_in
from support.checks import built_in

from rhf_services import Case, Report, check
from rhf_services.exchange.edition_bases import NoBaseError
from rhf_services.exchange.edition_files import read_edition_file, with_edition
from rhf_services.exchange.edition_writing import edition_sheets
from rhf_services.exchange.problems import Weight, ready
from rhf_services.exchange.wordings import Wording, laid_over
from rhf_services.exchange.writing import write_folder
from rhf_services.i18n import LANGUAGES, cite, show
from rhf_services.model.sources import Standing

NATIONAL = [id_ for id_, form in built_in().templates.items() if not form.archive]
NEW = {
    "skjema": "national-centre",
    "del": "evaluation",
    "spørsmål": "digital-work",
    "type": "tekst",
    "til": "enheten",
    "tittel bokmål": "Digitalt arbeid",
    "tittel nynorsk": "Digitalt arbeid",
    "tittel engelsk": "Digital work",
    "veiledning bokmål": "Hva gjør dere?",
    "veiledning nynorsk": "Kva gjer de?",
    "veiledning engelsk": "What do you do?",
}


def read(tmp_path, registry=None, **changes):
    registry = registry or built_in()
    return read_edition_file(edition_file(tmp_path, registry, **changes), registry)


def kinds(file, weight=None):
    return [one.kind for one in file.problems if weight is None or one.weight is weight]


def added(**cells):
    return lambda rows: [*rows, {**NEW, **cells}]


def of_form(edition):
    """What an edition asks; a limit is said anew each year, and its source with it."""
    return [
        (section.id, section.title, section.guidance, [without_limit(one) for one in section.asked])
        for section in edition.sections
    ]


def without_limit(one):
    if one.limit is None:
        return one
    return attrs.evolve(one, limit=None, source=None, standing=Standing.PROPOSED)


@pytest.mark.parametrize("form", NATIONAL)
@pytest.mark.parametrize("from_", ["2023", "2024"])
def test_a_file_written_and_left_alone_is_the_same_form(tmp_path, form, from_):
    file = read(tmp_path, from_=from_, forms=(form,))
    (edition,) = file.editions.values()
    base = built_in().templates[form].edition_for(int(from_)).edition

    assert file.problems == ()
    assert of_form(edition) == of_form(base)
    assert (edition.first, edition.confirmed, edition.revision) == (2026, 2026, 0)


def test_all_nine_forms_come_in_one_file(tmp_path):
    file = read(tmp_path, forms=())
    assert sorted(file.editions) == sorted(NATIONAL)


def test_a_folder_of_csv_files_says_the_same(tmp_path):
    write_folder(tmp_path / "ny", edition_sheets(built_in(), 2026, "2024"))
    file = read_edition_file(tmp_path / "ny", built_in())
    assert kinds(file, Weight.STOPS) == []
    assert sorted(file.editions) == sorted(NATIONAL)


def test_questions_are_added_dropped_moved_reworded_and_limited(tmp_path):
    def change(rows):
        set_in(asked("scientific-articles"), inntil=3)(rows)
        set_in(asked("centre-status"), tittel_bokmål="Arbeidet", tittel_nynorsk="Arbeidet i år")(
            rows
        )
        kept = [row for row in rows if row["spørsmål"] != "teaching"]
        return [NEW, *kept]

    file = read(tmp_path, Spørsmål=change)
    edition = file.editions["national-centre"]
    assert list(edition.by_id)[:4] == [
        "scientific-articles",
        "research-projects",
        "dissemination",
        "digital-work",
    ]
    assert attrs.astuple(edition.by_id["scientific-articles"].limit) == (3, 2026)
    label = edition.by_id["centre-status"].label
    assert [show(label, lang) for lang in ("nb", "nn")] == ["Arbeidet", "Arbeidet i år"]


def test_what_is_new_cites_the_file_and_what_stands_cites_as_before(tmp_path):
    file = read(tmp_path, Spørsmål=added())
    edition = file.editions["national-centre"]
    assert cite(edition.by_id["digital-work"].source, "nb") == DECIDED["kilde"]
    assert cite(edition.source, "nn") == DECIDED["kilde"]
    base = file.bases["national-centre"]
    assert edition.by_id["centre-status"].source == base.by_id["centre-status"].source
    assert edition.standing is Standing.DOCUMENTED


def test_without_a_source_an_edition_is_proposed(tmp_path):
    file = read(tmp_path, Utgave=set_in(lambda row: row, **{**DECIDED, "kilde": None}))
    assert kinds(file) == ["no-source"]
    assert file.editions["national-centre"].standing is Standing.PROPOSED


def test_the_dates_of_the_year_come_with_it(tmp_path):
    change = set_in(lambda row: row, **DECIDED, tjenestens_del_bør_være_ferdig=date(2027, 2, 8))
    file = read(tmp_path, Utgave=change)
    cycle = with_edition(built_in(), file).cycles[2026]
    assert cycle.deadline == datetime(2027, 2, 15, 16, tzinfo=ZoneInfo("Europe/Oslo"))
    assert cycle.part_due == date(2027, 2, 8)
    assert built_in().cycles == {}


def test_a_host_checks_with_it_and_the_registry_given_stands(tmp_path):
    file = read(tmp_path, Spørsmål=added())
    entered = with_edition(built_in(), file)
    report = Report({"template": "national-centre", "year": 2026, "answers": {"teaching": []}})
    verdict = check(Case(report=report), entered)

    assert verdict.edition.id == "2026"
    assert "TPL002" not in [found.code for found in verdict.findings]
    assert check(Case(report=report), built_in()).edition.id == "2024"


def test_a_correction_is_a_revision_and_drafts_keep_the_edition_they_name(tmp_path):
    first = with_edition(built_in(), read(tmp_path, Spørsmål=added()))
    file = read(tmp_path, first, from_="2026", revision=1, Spørsmål=lambda rows: rows[:-1])
    both = with_edition(first, file)
    form = both.templates["national-centre"]

    assert file.editions["national-centre"].id == "2026.1"
    assert form.edition_for(2026).edition.id == "2026.1"
    assert form.edition_for(2026, "2026").edition.id == "2026"
    assert [span.first for span in form.years()] == [2023, 2024, 2026]


def test_a_choice_that_is_gone_is_retired_and_stays_readable(tmp_path):
    def change(rows):
        return [row for row in rows if row["valg"] != "biobank"]

    file = read(tmp_path, forms=("national-treatment-service",), Valg=change)
    choices = (
        file.editions["national-treatment-service"].by_id["treatment-quality"].question.choices
    )
    (biobank,) = [choice for choice in choices.choices if choice.id == "biobank"]
    assert biobank.offered.last == 2025
    assert choices.knows("biobank")


def test_a_new_table_with_its_own_fields_and_choices(tmp_path):
    titles = {f"tittel {lang}": "X" for lang in ("bokmål", "nynorsk", "engelsk")}
    fields = [
        {"spørsmål": "visits", "felt": "place", "type": "valg", "valgliste": "places", **titles},
        {"spørsmål": "visits", "felt": "count", "type": "antall", "bør stå": "ja", **titles},
        {"spørsmål": "visits", "felt": "day", "type": "dato", **titles},
    ]
    file = read(
        tmp_path,
        Spørsmål=added(**{"spørsmål": "visits", "type": "tabell", "del": "activity"}),
        Felter=lambda rows: [*rows, *fields],
        Valg=lambda rows: [*rows, {"valgliste": "places", "valg": "north", **titles}],
    )
    assert file.problems == ()
    table = file.editions["national-centre"].by_id["visits"].question
    assert [(column.id, column.starred) for column in table.columns] == [
        ("place", False),
        ("count", True),
        ("day", False),
    ]
    assert table.read([{"count": 3, "place": "north", "day": "2026-01-01"}]) is not None


ROW = {"del": "evaluation", "skjema": "national-centre"}
STOPS = {
    "question-twice": {"Spørsmål": lambda rows: [*rows, rows[0]]},
    "unknown-section": {"Spørsmål": added(**{"del": "appendix"})},
    "unknown-form": {"Spørsmål": added(skjema="national-circus")},
    "unknown-kind-of-question": {"Spørsmål": added(type="tegning")},
    "kind-changed": {"Spørsmål": set_in(asked("centre-status"), type="ja eller nei med tekst")},
    "odd-id": {"Spørsmål": added(spørsmål="Nytt spørsmål")},
    "no-id": {"Spørsmål": added(spørsmål=None)},
    "title-missing": {
        "Spørsmål": set_in(
            asked("centre-status"), tittel_bokmål=None, tittel_nynorsk=None, tittel_engelsk=None
        )
    },
    "no-choices": {"Spørsmål": added(type="tekst og valgliste")},
    "column-kind-changed": {"Felter": set_in(lambda row: row["felt"] == "year", type="tekst")},
    "section-row-gone": {"Deler": lambda rows: [r for r in rows if r["del"] != "activity"]},
    "unknown-choices": {"Spørsmål": added(type="tekst og valgliste", valgliste="nowhere")},
    "columns-missing": {"Spørsmål": added(type="tabell")},
    "not-yes-no": {"Spørsmål": set_in(asked("centre-status"), skjult="kanskje")},
    "not-a-count": {"Spørsmål": set_in(asked("teaching"), inntil="fem")},
    "unknown-region": {"Spørsmål": set_in(asked("group-helse-vest"), region="vest")},
    "unknown-addressee": {"Spørsmål": set_in(asked("centre-status"), til="alle")},
    "addressee-elsewhere": {"Spørsmål": set_in(asked("centre-status"), til="referansegruppen")},
    "braces": {"Spørsmål": set_in(asked("centre-status"), veiledning_bokmål="Skriv {tall}.")},
    "formula": {"Spørsmål": set_in(asked("centre-status"), veiledning_bokmål="=1+1")},
    "hidden-signs": {"Deler": set_in(lambda row: row["del"] == "people", tittel_bokmål="R\u202eo")},
    "section-twice": {"Deler": lambda rows: [*rows, rows[0]]},
    "choice-twice": {"Valg": lambda rows: [rows[0], *rows]},
    "choices-apart": {"Valg": lambda rows: [*rows[:1], {**rows[0], "valgliste": "x"}, *rows[1:]]},
    "choices-none-offered": {"Valg": set_in(lambda row: row, siste_år=2025)},
    "years-turned": {
        "Valg": lambda rows: [{**rows[0], "første år": 2026, "siste år": 2024}, *rows[1:]]
    },
    "not-a-year": {"Valg": lambda rows: [{**rows[0], "første år": "før"}, *rows[1:]]},
    "column-id-twice": {"Felter": lambda rows: [rows[0], *rows]},
    "unknown-column-kind": {"Felter": set_in(lambda row: row["felt"] == "doi", type="lenke")},
    "not-a-date": {"Utgave": set_in(lambda row: row, **{**DECIDED, "frist": "i februar"})},
    "unknown-edition": {"Utgave": set_in(lambda row: row, **DECIDED, bygger_på=1999)},
    "year-too-early": {"Utgave": set_in(lambda row: row, **DECIDED, år=2022)},
    "edition-exists": {"Utgave": set_in(lambda row: row, **DECIDED, år=2024)},
    "nothing-to-correct": {"Utgave": set_in(lambda row: row, **DECIDED, rettelse=1)},
    "one-row-only": {"Utgave": lambda rows: [{**rows[0], **DECIDED}, rows[0]]},
}
ASKS = {
    "section-gone": {"Deler": lambda rows: rows[1:]},
    "form-empty": {"Spørsmål": lambda _rows: [{**NEW, "skjema": "national-treatment-service"}]},
    "fields-as-before": {
        "Felter": lambda rows: [row for row in rows if row["spørsmål"] != "teaching"]
    },
    "choices-as-before": {
        "Valg": lambda rows: [row for row in rows if row["valgliste"] != "activity-types"]
    },
    "field-unused": {
        "Felter": lambda rows: [*rows, {**rows[0], "spørsmål": "scientific-articlse"}]
    },
    "choices-unused": {"Valg": lambda rows: [*rows, {**rows[0], "valgliste": "activity-type"}]},
    "not-used-here": {"Spørsmål": set_in(asked("centre-status"), inntil=5)},
    "no-addressee": {"Spørsmål": set_in(asked("centre-status"), til=None)},
    "guidance-missing": {
        "Spørsmål": set_in(
            asked("teaching"),
            veiledning_bokmål=None,
            veiledning_nynorsk=None,
            veiledning_engelsk=None,
        )
    },
    "english-missing": {"Spørsmål": set_in(asked("centre-status"), veiledning_engelsk=None)},
    "nynorsk-as-before": {
        "Spørsmål": set_in(
            asked("centre-status"), veiledning_bokmål="Ny.", veiledning_engelsk="New."
        )
    },
    "bokmaal-as-before": {"Spørsmål": set_in(asked("centre-status"), veiledning_nynorsk="Ny.")},
    "english-as-before": {
        "Spørsmål": set_in(
            asked("centre-status"), veiledning_bokmål="Nytt.", veiledning_nynorsk="Nytt no."
        )
    },
    "no-deadline": {"Utgave": set_in(lambda row: row, **{**DECIDED, "frist": None})},
    "deadline-early": {"Utgave": set_in(lambda row: row, **{**DECIDED, "frist": "15.02.2026"})},
    "due-after-deadline": {
        "Utgave": set_in(lambda row: row, **DECIDED, tjenestens_del_bør_være_ferdig="20.02.2027")
    },
    "no-name": {"Utgave": set_in(lambda row: row, **{**DECIDED, "hvem": None})},
}


@pytest.mark.parametrize("kind", STOPS)
def test_what_stops_an_edition_is_told_in_its_place_and_nothing_is_taken_in(tmp_path, kind):
    file = read(tmp_path, **STOPS[kind])
    assert kind in kinds(file, Weight.STOPS)
    assert file.editions == {}
    assert with_edition(built_in(), file).templates == built_in().templates
    (first, *_more) = [one for one in file.problems if one.kind == kind]
    assert first.sheet == ("Spørsmål" if kind == "section-row-gone" else next(iter(STOPS[kind])))
    assert first.row is not None


@pytest.mark.parametrize("kind", ASKS)
def test_what_should_be_looked_at_does_not_stop_an_edition(tmp_path, kind):
    forms = ("national-centre", "national-treatment-service")
    file = read(tmp_path, forms=forms if kind == "form-empty" else forms[:1], **ASKS[kind])
    assert kind in kinds(file)
    assert kind == "form-empty" or set(kinds(file)) == {kind}
    assert file.editions != {}
    assert ready(file.problems)


def test_incomplete_nynorsk_is_told_to_be_not_ready(tmp_path):
    file = read(tmp_path, Spørsmål=set_in(asked("centre-status"), veiledning_nynorsk=None))
    assert [(one.kind, one.weight) for one in file.problems] == [
        ("nynorsk-missing", Weight.NOT_READY)
    ]
    assert not ready(file.problems)
    assert file.editions != {}


def test_a_rule_that_names_a_question_that_is_gone_is_told(tmp_path):
    rule = attrs.evolve(built_in().rule("EVA001"), reads=("centre-status",))
    registry = attrs.evolve(built_in(), rules={"EVA001": rule})
    gone = lambda rows: [row for row in rows if row["spørsmål"] != "centre-status"]  # noqa: E731
    file = read_edition_file(edition_file(tmp_path, registry, Spørsmål=gone), registry)
    (problem,) = file.problems
    assert (problem.kind, problem.params["code"]) == ("rule-without-question", "EVA001")


def test_a_sheet_that_is_gone_is_told(tmp_path):
    path = edition_file(tmp_path, built_in())
    book = load_workbook(path)
    del book["Spørsmål"]
    book.create_sheet("Notater")
    book.save(path)
    file = read_edition_file(path, built_in())
    assert set(kinds(file)) == {"no-sheet", "unknown-sheet"}
    assert file.editions == {}


def test_two_sheets_for_one_thing_stop_a_file(tmp_path):
    path = edition_file(tmp_path, built_in())
    book = load_workbook(path)
    book.create_sheet("Questions").append(["form"])
    book.save(path)
    assert kinds(read_edition_file(path, built_in()), Weight.STOPS) == ["sheet-twice"]


def test_a_label_of_one_form_does_not_stand_in_another(tmp_path):
    key = "form.national-treatment-service.scientific-articles.column.title.label"
    texts = {"nb": "Navn på artikkelen", "nn": "Namn på artikkelen", "en": "Name of the article"}
    laid = laid_over(built_in(), Wording("2024", {key: texts}))
    forms = ("national-treatment-service", "national-centre")
    file = read_edition_file(edition_file(tmp_path, laid, forms=forms), laid)
    labels = {
        form: show(edition.by_id["scientific-articles"].question.columns[0].label, "nb")
        for form, edition in file.editions.items()
    }
    assert labels == {forms[0]: "Navn på artikkelen", forms[1]: "Tittel"}


def test_a_correction_begins_with_the_dates_of_the_year(tmp_path):
    entered = with_edition(built_in(), read(tmp_path))
    rows = edition_sheets(entered, 2026, "2026", ["national-centre"], revision=1)[0].rows
    assert "15.02.2027 16:00" in rows[0]


@pytest.mark.parametrize(("name", "kind"), [("Tekster", "text-file"), ("Notater", "no-sheet")])
def test_another_kind_of_file_is_told(tmp_path, name, kind):
    path = book_of(tmp_path / "t.xlsx", {name: [["nøkkel"], ["a"]]})
    assert kind in kinds(read_edition_file(path, built_in()))


def test_what_is_wrong_with_the_year_is_told_once_for_all_forms(tmp_path):
    file = read(tmp_path, forms=(), Utgave=set_in(lambda row: row, **DECIDED, år=2024))
    (problem,) = [one for one in file.problems if one.kind == "edition-exists"]
    assert len(problem.params["forms"]) == 9


def test_a_form_for_old_reports_gets_no_new_edition(tmp_path):
    with pytest.raises(NoBaseError):
        edition_sheets(built_in(), 2026, "2024", ["archive"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_is_written_and_read_in_every_language(tmp_path, lang):
    write_folder(tmp_path / lang, edition_sheets(built_in(), 2026, "2024", lang=lang))
    file = read_edition_file(tmp_path / lang, built_in())
    assert kinds(file, Weight.STOPS) == []
    assert len(file.editions) == len(NATIONAL)


def test_a_heading_that_is_gone_is_told(tmp_path):
    path = edition_file(tmp_path, built_in())
    book = load_workbook(path)
    headings = [cell.value for cell in book["Spørsmål"][1]]
    book["Spørsmål"].delete_cols(headings.index("type") + 1)
    book.save(path)
    file = read_edition_file(path, built_in())
    assert kinds(file, Weight.STOPS) == ["missing-columns"]
    assert file.editions == {}


def test_a_correction_holds_the_forms_of_its_year_and_names_what_it_builds_on(tmp_path):
    entered = with_edition(built_in(), read(tmp_path))
    about, _sections, questions, *_more = edition_sheets(entered, 2026, "2026", revision=1)
    assert {row[0] for row in questions.rows} == {"national-centre"}
    again = with_edition(entered, read(tmp_path, entered, from_="2026", revision=1))
    about = edition_sheets(again, 2026, "2026", revision=2)[0]
    assert about.rows[0][2] == "2026.1"


def test_a_limit_that_is_said_anew_cites_the_new_source(tmp_path):
    edition = read(tmp_path).editions["national-centre"]
    cited = {
        id_: cite(edition.by_id[id_].source, "nb") for id_ in ("scientific-articles", "teaching")
    }
    assert cited["scientific-articles"] == DECIDED["kilde"]
    assert cited["teaching"].startswith("webinar")


def test_a_limit_left_alone_keeps_its_source_and_is_asked_about(tmp_path):
    file = read(tmp_path, limits=False)
    articles = file.editions["national-centre"].by_id["scientific-articles"]
    assert kinds(file) == ["limit-again", "limit-again"]
    assert cite(articles.source, "nb").startswith("webinar")
    assert (articles.limit.most, articles.limit.year) == (5, 2026)
