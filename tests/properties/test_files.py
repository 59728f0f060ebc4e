"""Whatever stands in a file is told and never raises; what is laid over is what is shown."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.checks import built_in

from rhf_services.exchange.edition_files import read_edition_file, with_edition
from rhf_services.exchange.edition_writing import edition_sheets
from rhf_services.exchange.layout import COLUMNS
from rhf_services.exchange.problems import stopped
from rhf_services.exchange.tables import HEADINGS, heading
from rhf_services.exchange.text_files import read_text_file
from rhf_services.exchange.wordings import Wording, laid_over, reading, wordable
from rhf_services.exchange.words import problem_in_words
from rhf_services.i18n import LANGUAGES

TEXTS = wordable(built_in(), 2024)
PLAIN = sorted(key for key, text in TEXTS.items() if "{" not in text.nb)
SHEETS = edition_sheets(built_in(), 2026, "2024", ["national-centre", "national-treatment-service"])
CELLS = [str(value) for sheet in SHEETS for row in sheet.rows for value in row if value is not None]
words = st.one_of(
    st.sampled_from(sorted(set(CELLS))),
    st.sampled_from(
        [*PLAIN[:50], "2024", "2026", "ja", "", "=1+1", "{x}", "{", "\u202e", "2026.0"]
    ),
    st.text(max_size=20),
)


def table(headings):
    rows = st.lists(st.lists(words, max_size=len(headings) + 1), max_size=6)
    kept = st.lists(st.sampled_from(headings), unique=True)
    return st.tuples(st.one_of(st.just(headings), kept, st.lists(words, max_size=5)), rows)


def written(head, rows):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([head, *rows])
    return out.getvalue().encode("utf-8", "replace")


@given(st.sampled_from(PLAIN), st.sampled_from(LANGUAGES), st.text(min_size=1, max_size=40))
def test_what_is_laid_over_is_what_is_shown_in_that_language_alone(key, lang, text):
    after = wordable(laid_over(built_in(), Wording(2024, {key: {lang: text}})), 2024)
    assert reading(key, after[key], lang) == text
    for other in LANGUAGES:
        expected = text if lang == "nb" else reading(key, TEXTS[key], other)
        if other != lang:
            assert reading(key, after[key], other) == expected
    touched = {other for other in TEXTS if after[other] != TEXTS[other]}
    assert touched <= {key} | ({f"{key}.several"} & set(TEXTS))


@settings(deadline=None)
@given(table([heading(id_) for id_ in ("key", "year", "nb", "nn", "en", "source", "who", "when")]))
def test_no_text_file_raises_and_a_wrong_one_changes_nothing(file):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        path.write_bytes(written(*file))
        read = read_text_file(path, built_in())
    assert (read.wording is None) == (stopped(read.problems) or read.year is None)
    for problem in read.problems:
        for lang in LANGUAGES:
            assert problem_in_words(problem, lang)


@settings(deadline=None)
@given(st.data())
def test_no_edition_file_raises_and_a_wrong_one_brings_nothing(data):
    changed = data.draw(st.sampled_from(sorted(COLUMNS)))
    with tempfile.TemporaryDirectory() as folder:
        for id_, sheet in zip(COLUMNS, SHEETS, strict=True):
            head, rows = list(sheet.headings), [list(row) for row in sheet.rows]
            if id_ == changed:
                for _ in range(data.draw(st.integers(1, 3))):
                    at = data.draw(st.integers(0, len(rows) - 1))
                    rows[at][data.draw(st.integers(0, len(head) - 1))] = data.draw(words)
            Path(folder, f"{sheet.name}.csv").write_bytes(written(head, rows))
        read = read_edition_file(Path(folder), built_in())
    if stopped(read.problems) or read.about is None:
        assert read.editions == {}
    else:
        entered = with_edition(built_in(), read)
        for id_, edition in read.editions.items():
            form = entered.templates[id_]
            assert edition in form.editions
            assert len({(one.first, one.revision) for one in form.editions}) == len(form.editions)
            assert len(edition.by_id) == sum(len(section.asked) for section in edition.sections)
    for problem in read.problems:
        assert problem_in_words(problem, "nn")


def test_every_column_of_every_sheet_has_a_heading():
    assert {id_ for columns in COLUMNS.values() for id_ in columns} <= set(HEADINGS)
