"""Text files: what they say, what is wrong in them, and that they are taken in whole or not."""

import pytest
from support.books import KEPT, PROVENANCE, edition_file, keyed, set_in, texts_file
from support.checks import built_in

from rhf_services.exchange.edition_files import read_edition_file, with_edition
from rhf_services.exchange.problems import Weight, ready
from rhf_services.exchange.text_files import read_text_file, text_rows
from rhf_services.exchange.wordings import laid_over, rewordings
from rhf_services.exchange.words import PROBLEMS, problem_in_words
from rhf_services.i18n import LANGUAGES, show
from rhf_services.model.text import placeholders

GUIDANCE = "form.national-centre.centre-status.guidance"
LABEL = "form.national-centre.centre-status.label"
SAYS = "rule.ACT001.says"
WHOLE = {
    "bokmål": "Hva har senteret gjort?",
    "nynorsk": "Kva har senteret gjort?",
    "engelsk": "What has the centre done?",
    **PROVENANCE,
}


def read(tmp_path, change, **more):
    path = texts_file(tmp_path, built_in(), change=change, **more)
    return read_text_file(path, built_in())


def told(file):
    return [(one.kind, one.row, one.column) for one in file.problems]


def kinds(file):
    return [one.kind for one in file.problems]


def row_of(key):
    rows = [row.key for row in text_rows(built_in(), "2024") if row.key.startswith(KEPT)]
    return rows.index(key) + 2


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
@pytest.mark.parametrize("edition", ["2009", "2023", "2024"])
def test_a_file_written_and_left_alone_changes_nothing(tmp_path, name, edition):
    file = read(tmp_path, lambda rows: rows, edition=edition, name=name, kept="")
    assert (file.rows, file.problems) == ((), ())
    assert rewordings(built_in(), file.wording) == ()


def test_a_new_wording_is_shown_in_each_language_and_nowhere_else(tmp_path):
    file = read(tmp_path, set_in(keyed(GUIDANCE), **WHOLE))
    laid = laid_over(built_in(), file.wording)
    form = laid.templates["national-centre"]
    asked = form.edition_for(2024).edition.by_id["centre-status"]

    assert file.problems == ()
    assert [show(asked.guidance, lang) for lang in LANGUAGES] == [
        WHOLE["bokmål"],
        WHOLE["nynorsk"],
        WHOLE["engelsk"],
    ]
    assert form.edition_for(2023) == built_in().templates["national-centre"].edition_for(2023)
    assert {change.key for change in rewordings(built_in(), file.wording)} == {GUIDANCE}
    assert rewordings(laid, file.wording) == ()


def test_the_rows_keep_who_and_when_and_from_where(tmp_path):
    (row,) = read(tmp_path, set_in(keyed(GUIDANCE), **WHOLE)).rows
    assert (row.source, row.who, row.when) == tuple(PROVENANCE.values())


def test_another_wording_of_a_message_keeps_its_placeholders(tmp_path):
    words = "{count} under {question}; inntil {limit} i {year}."
    new = {"bokmål": words, "nynorsk": words + " ", "engelsk": words, **PROVENANCE}
    file = read(tmp_path, set_in(lambda row: row["nøkkel"].startswith(SAYS), **new))
    rule = laid_over(built_in(), file.wording).rule("ACT001")
    params = {"count": 7, "question": "X", "limit": 5, "year": 2024}

    assert file.problems == ()
    assert show(rule.message.says, "nb", params) == "7 under X; inntil 5 i 2024."
    assert show(rule.message.says, "nn", {**params, "count": 1}).startswith("1 under")


def test_where_only_the_form_for_several_is_changed_the_other_stands(tmp_path):
    words = "Mange: {count}, {question}, {limit}, {year}."
    new = {"bokmål": words, "nynorsk": words, "engelsk": words, **PROVENANCE}
    file = read(tmp_path, set_in(keyed(SAYS + ".several"), **new))
    says = laid_over(built_in(), file.wording).rule("ACT001").message.says
    params = {"question": "X", "limit": 5, "year": 2024}

    assert show(says, "nb", {**params, "count": 7}).startswith("Mange: 7")
    assert show(says, "nb", {**params, "count": 1}).startswith("Du har ført opp 1 rad ")


BAD = {
    "formula": (set_in(keyed(GUIDANCE), bokmål="=A1"), GUIDANCE, "bokmål"),
    "braces": (set_in(keyed(GUIDANCE), **{**WHOLE, "engelsk": "a {b"}), GUIDANCE, "engelsk"),
    "placeholder-missing": (
        set_in(
            keyed(SAYS),
            **{
                **WHOLE,
                **dict.fromkeys(("bokmål", "nynorsk"), "{count} {year} {limit} {question}"),
                "engelsk": "{count}",
            },
        ),
        SAYS,
        "engelsk",
    ),
    "hidden-signs": (
        set_in(keyed(GUIDANCE), **{**WHOLE, "nynorsk": "Kva\u202e?"}),
        GUIDANCE,
        "nynorsk",
    ),
    "unknown-key": (set_in(keyed(GUIDANCE), nøkkel="form.x.y.label"), GUIDANCE, "nøkkel"),
    "fixed-key": (set_in(keyed(GUIDANCE), nøkkel="role.coordinator"), GUIDANCE, "nøkkel"),
    "no-key": (set_in(keyed(GUIDANCE), nøkkel=None), GUIDANCE, "nøkkel"),
    "other-year": (set_in(keyed(GUIDANCE), år=2023), GUIDANCE, "år"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_stops_a_file_is_told_by_its_cell_and_nothing_is_taken_in(tmp_path, kind):
    change, key, column = BAD[kind]
    file = read(tmp_path, change)
    assert (kind, row_of(key), column) in told(file)
    assert [one.kind for one in file.problems if one.weight is Weight.STOPS] == [kind]
    assert file.wording is None


def test_a_key_that_stands_twice_stops_the_file(tmp_path):
    file = read(tmp_path, lambda rows: [*rows, rows[0]])
    assert kinds(file) == ["key-twice"]


def test_a_year_nobody_has_entered_is_told(tmp_path):
    file = read(tmp_path, set_in(lambda row: row, år=2027))
    assert (kinds(file), dict(file.problems[0].params)) == (
        ["year-not-entered"],
        {"value": "2027", "edition": "2027", "latest": "2024"},
    )


@pytest.mark.parametrize("year", [None, "i fjor"])
def test_a_file_without_a_year_is_told(tmp_path, year):
    assert kinds(read(tmp_path, set_in(lambda row: row, år=year))) == ["no-year"]


def test_without_nynorsk_it_is_not_ready_and_bokmaal_stands_in(tmp_path):
    file = read(tmp_path, set_in(keyed(GUIDANCE), **{**WHOLE, "nynorsk": None}))
    assert told(file) == [("nynorsk-missing", row_of(GUIDANCE), "nynorsk")]
    assert not ready(file.problems)
    laid = laid_over(built_in(), file.wording).templates["national-centre"]
    guidance = laid.edition_for(2024).edition.by_id["centre-status"].guidance
    assert show(guidance, "nn") == WHOLE["bokmål"]


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        ({"engelsk": None}, "english-missing"),
        ({"nynorsk": "Hva har senteret ikke gjort?"}, "bokmaal-in-nynorsk"),
        ({"nynorsk": "Status for arbeidet i senteret"}, "nynorsk-as-before"),
        ({"hvem": None}, "no-provenance"),
        ({"bokmål": None}, "bokmaal-missing"),
    ],
)
def test_what_should_be_looked_at_does_not_stop_a_file(tmp_path, new, kind):
    file = read(tmp_path, set_in(keyed(LABEL), **{**WHOLE, **new}))
    assert kinds(file) == [kind]
    assert file.wording is not None


def test_another_encoding_and_ten_thousand_rows_are_told(tmp_path):
    latin = tmp_path / "latin.csv"
    latin.write_bytes("nøkkel;år;bokmål;nynorsk;engelsk\n".encode("cp1252"))
    assert kinds(read_text_file(latin, built_in())) == ["not-utf8"]
    many = tmp_path / "many.csv"
    many.write_text("key,year,nb,nn,en\n" + "form.x.y.label,2024,a,b,c\n" * 10_000)
    assert kinds(read_text_file(many, built_in())) == ["too-many-rows"]


def test_four_thousand_unknown_keys_are_all_told(tmp_path):
    many = tmp_path / "many.csv"
    rows = "".join(f"form.x.y{at}.label,2024,a,b,c\n" for at in range(4000))
    many.write_text("key,year,nb,nn,en\n" + rows)
    file = read_text_file(many, built_in())
    assert kinds(file) == ["unknown-key"] * 4000
    assert [one.row for one in file.problems] == list(range(2, 4002))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PROBLEMS)
def test_every_problem_has_words_in_every_language(kind, lang):
    message = PROBLEMS[kind]
    texts = (message.says, message.mend)
    assert all(show(text, lang, dict.fromkeys(placeholders(text.nb), "x")) for text in texts)


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_problem_is_said_with_its_place(tmp_path, kind, lang):
    change, key, column = BAD[kind]
    (problem,) = [one for one in read(tmp_path, change).problems if one.kind == kind]
    said = problem_in_words(problem, lang)
    assert f"{row_of(key)}" in said
    assert column in said
    assert said.endswith(".")


def test_a_placeholder_lost_in_the_form_for_several_is_told(tmp_path):
    new = dict.fromkeys(("bokmål", "nynorsk", "engelsk"), "{question} {limit} {year}")
    file = read(tmp_path, set_in(keyed(SAYS + ".several"), **new, **PROVENANCE))
    assert set(kinds(file)) == {"placeholder-missing"}
    assert file.problems[0].params["placeholders"] == ("{count}",)
    assert read(tmp_path, set_in(keyed(SAYS), **new, **PROVENANCE)).problems == ()


def test_a_key_of_a_form_that_has_another_edition_is_told(tmp_path):
    new = read_edition_file(edition_file(tmp_path, built_in()), built_in())
    entered = with_edition(built_in(), new)
    change = set_in(keyed(GUIDANCE), nøkkel="form.quality-and-competence-network.title")
    file = read_text_file(texts_file(tmp_path, entered, "2026", change=change), entered)
    (problem,) = file.problems
    assert (problem.kind, problem.params["edition"]) == ("key-of-other-year", "2024")
