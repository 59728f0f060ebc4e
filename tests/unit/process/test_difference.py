import json

import attrs
import pytest
from attrs import evolve
from support.checks import built_in
from support.plugins import SOURCE, form

from rhf_services import difference, difference_document
from rhf_services.forms.editions import NO_NEW_QUESTIONS
from rhf_services.model.choices import Choice, ChoiceList
from rhf_services.model.columns import ChoiceColumn, NumberColumn, TextColumn
from rhf_services.model.continuations import Beside
from rhf_services.model.forms import Addressee, Asked, Edition, Limit, Section
from rhf_services.model.questions import LongText, Table, TextWithChoices
from rhf_services.model.regions import Region
from rhf_services.model.sources import Standing
from rhf_services.model.text import Laid, Text
from rhf_services.model.years import Years
from rhf_services.process import ChangeKind as Kind
from rhf_services.process import NoEditionError, stand
from rhf_services.process.difference_words import change_in_words, wording

NINE = sorted(set(built_in().templates) - {"archive"})

LIST = ChoiceList(
    "tools",
    (Choice("a", Text("Linjal")), Choice("b", Text("Vekt")), Choice("c", Text("Ur"))),
    source=SOURCE,
)
COLUMNS = (
    TextColumn("name", Text("Navn")),
    NumberColumn("count", Text("Antall")),
    ChoiceColumn("kind", Text("Type"), LIST),
)
TABLE = Asked(Table("rows", COLUMNS), Text("Rader"), None, SOURCE)
TEXT = Asked(LongText("words"), Text("Ord"), Text("Skriv."), SOURCE)
PICK = Asked(TextWithChoices("pick", LIST), Text("Velg"), Text("Velg ett."), SOURCE)
FIRST = Section("activity", Text("Aktivitet"), SOURCE, asked=(TABLE, TEXT), guidance=Text("Les."))
SECOND = Section("evaluation", Text("Evaluering"), SOURCE, asked=(PICK,))
BARE = Section("people", Text("Personer"), SOURCE)
BEFORE = (FIRST, SECOND, BARE)


def asking(section, *asked):
    return evolve(section, asked=asked)


def first_with(asked):
    return (asking(FIRST, TABLE, asked), SECOND, BARE)


def table_with(*columns, **changes):
    table = evolve(TABLE.question, columns=columns or COLUMNS, **changes)
    return (asking(FIRST, evolve(TABLE, question=table), TEXT), SECOND, BARE)


def column_with(**changes):
    by_id = {column.id: column for column in COLUMNS}
    id_ = changes.pop("of")
    return table_with(*(evolve(one, **changes) if one.id == id_ else one for one in by_id.values()))


def choices_with(*choices, **changes):
    made = evolve(LIST, choices=choices or LIST.choices, **changes)
    return (FIRST, asking(SECOND, evolve(PICK, question=TextWithChoices("pick", made))), BARE)


LIMITED = evolve(TEXT, limit=Limit(5, 2024))
GROUP = evolve(TEXT, question=LongText("words", group=True))
A, B, C = LIST.choices
NAME, COUNT, KIND = COLUMNS
NEW = evolve(BARE, id="about", title=Text("Om"))

CASES = {
    Kind.SECTION_ADDED: (BEFORE, (*BEFORE, NEW)),
    Kind.SECTION_DROPPED: ((*BEFORE, NEW), BEFORE),
    Kind.SECTION_MOVED: (BEFORE, (FIRST, BARE, SECOND)),
    Kind.SECTION_RETITLED: (BEFORE, (evolve(FIRST, title=Text("Drift")), SECOND, BARE)),
    Kind.SECTION_GUIDANCE_ADDED: (BEFORE, (FIRST, SECOND, evolve(BARE, guidance=Text("Rett.")))),
    Kind.SECTION_GUIDANCE_DROPPED: (BEFORE, (evolve(FIRST, guidance=None), SECOND, BARE)),
    Kind.SECTION_GUIDANCE_REWORDED: (
        BEFORE,
        (evolve(FIRST, guidance=Text("Les godt.")), SECOND, BARE),
    ),
    Kind.SECTION_TAB: (BEFORE, (FIRST, SECOND, evolve(BARE, tab="evaluation"))),
    Kind.SECTION_STANDING: (
        BEFORE,
        (FIRST, SECOND, evolve(BARE, standing=Standing.PROPOSED)),
    ),
    Kind.SECTION_SOURCE: (BEFORE, (FIRST, SECOND, evolve(BARE, source=NO_NEW_QUESTIONS.source))),
    Kind.QUESTION_ADDED: ((asking(FIRST, TABLE), SECOND, BARE), BEFORE),
    Kind.QUESTION_DROPPED: (BEFORE, (asking(FIRST, TABLE), SECOND, BARE)),
    Kind.QUESTION_MOVED: (BEFORE, (asking(FIRST, TEXT, TABLE), SECOND, BARE)),
    Kind.QUESTION_TO_SECTION: (
        BEFORE,
        (asking(FIRST, TABLE), asking(SECOND, PICK, TEXT), BARE),
    ),
    Kind.QUESTION_RETITLED: (BEFORE, first_with(evolve(TEXT, label=Text("Setninger")))),
    Kind.GUIDANCE_ADDED: (first_with(evolve(TEXT, guidance=None)), BEFORE),
    Kind.GUIDANCE_DROPPED: (BEFORE, first_with(evolve(TEXT, guidance=None))),
    Kind.GUIDANCE_REWORDED: (BEFORE, first_with(evolve(TEXT, guidance=Text("Skriv kort.")))),
    Kind.HIDDEN: (BEFORE, first_with(evolve(TEXT, hidden=True))),
    Kind.SHOWN: (first_with(evolve(TEXT, hidden=True)), BEFORE),
    Kind.OPTIONAL: (BEFORE, first_with(evolve(TEXT, optional=True))),
    Kind.AWAITED: (first_with(evolve(TEXT, optional=True)), BEFORE),
    Kind.ADDRESSEE: (BEFORE, first_with(evolve(TEXT, to=Addressee.GROUP))),
    Kind.REGION: (BEFORE, first_with(evolve(TEXT, region=Region.HELSE_VEST))),
    Kind.BESIDE_ADDED: (BEFORE, first_with(evolve(TEXT, beside=Beside.CONTINUATION))),
    Kind.BESIDE_DROPPED: (first_with(evolve(TEXT, beside=Beside.CONTINUATION)), BEFORE),
    Kind.LIMIT_SET: (BEFORE, first_with(LIMITED)),
    Kind.LIMIT_LIFTED: (first_with(LIMITED), BEFORE),
    Kind.LIMIT_CHANGED: (first_with(LIMITED), first_with(evolve(TEXT, limit=Limit(3, 2024)))),
    Kind.LIMIT_YEAR: (first_with(LIMITED), first_with(evolve(TEXT, limit=Limit(5, 2025)))),
    Kind.ANSWER_KIND: (BEFORE, first_with(GROUP)),
    Kind.TABLE_TEXT_ADDED: (BEFORE, table_with(with_text=True)),
    Kind.TABLE_TEXT_DROPPED: (table_with(with_text=True), BEFORE),
    Kind.LASTING: (BEFORE, table_with(lasting=True)),
    Kind.NOT_LASTING: (table_with(lasting=True), BEFORE),
    Kind.COLUMN_ADDED: (table_with(NAME, COUNT), BEFORE),
    Kind.COLUMN_DROPPED: (BEFORE, table_with(NAME, COUNT)),
    Kind.COLUMN_MOVED: (BEFORE, table_with(NAME, KIND, COUNT)),
    Kind.COLUMN_RETITLED: (BEFORE, column_with(of="name", label=Text("Tittel"))),
    Kind.COLUMN_STARRED: (BEFORE, column_with(of="name", starred=True)),
    Kind.COLUMN_UNSTARRED: (column_with(of="name", starred=True), BEFORE),
    Kind.COLUMN_KIND: (BEFORE, column_with(of="name", form="date")),
    Kind.COLUMN_LEAST: (BEFORE, column_with(of="count", minimum=0)),
    Kind.CHOICE_ADDED: (choices_with(A, B), BEFORE),
    Kind.CHOICE_DROPPED: (BEFORE, choices_with(A, B)),
    Kind.CHOICE_MOVED: (BEFORE, choices_with(A, C, B)),
    Kind.CHOICE_REWORDED: (BEFORE, choices_with(evolve(A, label=Text("Måleband")), B, C)),
    Kind.CHOICE_YEARS: (BEFORE, choices_with(evolve(A, offered=Years(2020, 2025)), B, C)),
    Kind.CHOICE_OTHER_OPENED: (BEFORE, choices_with(other=True)),
    Kind.CHOICE_OTHER_CLOSED: (choices_with(other=True), BEFORE),
    Kind.FIELDS_STANDING: (BEFORE, table_with(fields=Standing.OBSERVED)),
    Kind.CHOICES_STANDING: (BEFORE, choices_with(standing=Standing.OBSERVED)),
    Kind.CHOICES_SOURCE: (BEFORE, choices_with(source=None)),
    Kind.STANDING: (BEFORE, first_with(evolve(TEXT, standing=Standing.PROPOSED))),
    Kind.SOURCE: (BEFORE, first_with(evolve(TEXT, source=NO_NEW_QUESTIONS.source))),
}


def between(before, after, lang="nb"):
    made = form("test.form", Edition(2023, before, SOURCE), Edition(2024, after, SOURCE))
    return difference(made, 2023, 2024, lang)


def test_every_kind_of_change_has_a_case():
    assert set(CASES) == set(Kind)


@pytest.mark.parametrize("kind", CASES)
def test_a_change_is_seen_alone_and_can_be_said(kind):
    found = between(*CASES[kind])

    assert [change.kind for change in found.changes] == [kind]
    for lang in ("nb", "nn", "en"):
        said = change_in_words(found.changes[0], found, lang)
        assert said.endswith(".")
        assert "{" not in said
        assert "None" not in said
    json.dumps(difference_document(found, "nn"))


@pytest.mark.parametrize("kind", CASES)
def test_a_change_seen_from_the_other_side_is_a_change_too(kind):
    before, after = CASES[kind]

    assert len(between(after, before).changes) == 1
    assert between(before, before).changes == between(after, after).changes == ()


@pytest.mark.parametrize(
    ("kind", "of", "left_out"),
    [
        (Asked, TEXT, set()),
        (Section, FIRST, {"guidance_source"}),
        (TextColumn, NAME, set()),
        (NumberColumn, COUNT, set()),
        (ChoiceColumn, KIND, set()),
        (Table, TABLE.question, {"fields_source"}),
        (ChoiceList, LIST, {"id"}),
        (Choice, A, set()),
    ],
)
def test_every_field_of_a_form_is_compared(kind, of, left_out):
    """What a form says is compared: a field that nobody compares would be added here first."""
    compared = {
        Asked: {"label", "guidance", "source", "standing", "to", "hidden", "optional", "limit"}
        | {"region", "question", "beside"},
        Section: {"id", "title", "source", "standing", "asked", "tab", "guidance"},
        TextColumn: {"id", "label", "starred", "form"},
        NumberColumn: {"id", "label", "starred", "minimum"},
        ChoiceColumn: {"id", "label", "starred", "choices"},
        Table: {"id", "columns", "with_text", "lasting", "fields"},
        ChoiceList: {"choices", "source", "standing", "other"},
        Choice: {"id", "label", "offered"},
    }[kind]

    assert {field.name for field in attrs.fields(type(of))} - left_out == compared


@pytest.mark.parametrize("template", NINE)
def test_what_the_document_says_of_2024_is_quoted_for_all_nine(template):
    found = difference(built_in().templates[template], 2023, 2024)

    assert found.quotations == (NO_NEW_QUESTIONS,)
    asked = ("scientific-articles", "research-projects")
    by_the_limit = {
        (kind, id_) for kind in (Kind.LIMIT_SET, Kind.GUIDANCE_REWORDED) for id_ in asked
    }
    assert {(change.kind, change.question) for change in found.of_the_form} <= by_the_limit


@pytest.mark.parametrize(("before", "after"), [(2024, 2025), (2024, 2024), (2023, 2023)])
def test_it_is_quoted_for_no_other_years(before, after):
    assert difference(built_in().templates["national-centre"], before, after).quotations == ()


def test_it_is_quoted_whichever_way_the_years_are_asked_for():
    found = difference(built_in().templates["national-centre"], 2025, 2023)
    assert found.quotations == (NO_NEW_QUESTIONS,)


def test_it_says_nothing_about_two_different_forms():
    forms = built_in().templates
    running = forms["national-competence-service"]
    final = forms["national-competence-service-final"]
    found = difference(running, 2023, 2024, other=final)
    added = [one.question for one in found.changes if one.kind is Kind.QUESTION_ADDED]
    dropped = [one.question for one in found.changes if one.kind is Kind.QUESTION_DROPPED]

    assert found.quotations == ()
    assert added == ["main-results", "transition"]
    assert dropped == ["competence-spread", "reporting-feedback"]


@pytest.mark.parametrize("template", built_in().templates)
def test_the_same_edition_has_no_changes(template):
    made = built_in().templates[template]
    for edition in made.editions:
        found = difference(made, edition.first, edition.id)
        assert (found.changes, found.same_edition) == ((), True)


def test_a_choice_that_is_no_longer_offered_is_gone_within_one_edition():
    retired = evolve(A, offered=Years(2009, 2024))
    made = form("test.form", Edition(2023, choices_with(retired, B, C), SOURCE))
    found = difference(made, 2024, 2025)

    assert [(change.kind, change.choice) for change in found.changes] == [
        (Kind.CHOICE_DROPPED, "a")
    ]


def test_texts_are_compared_as_they_read_in_the_language():
    laid_over = Text("Ord", laid=(Laid("nn", "Setningar"),))
    reworded = first_with(evolve(TEXT, label=laid_over))

    assert between(BEFORE, reworded, "nb").changes == ()
    found = between(BEFORE, reworded, "nn")
    assert [change.kind for change in found.changes] == [Kind.QUESTION_RETITLED]
    assert change_in_words(found.changes[0], found, "nn") == "«Ord» heiter no «Setningar»."


def test_reworded_guidance_shows_both_texts():
    found = between(*CASES[Kind.GUIDANCE_REWORDED])
    assert list(wording(found.changes[0], "nn")) == ["Før: Skriv.", "No: Skriv kort."]


def test_a_year_means_the_latest_correction_and_an_id_means_itself():
    made = form(
        "test.form",
        Edition(2024, BEFORE, SOURCE),
        Edition(2024, first_with(LIMITED), SOURCE, revision=1),
    )

    assert stand(made, 2024).edition.id == "2024.1"
    assert stand(made, "2024.0").edition.id == "2024"
    assert [change.kind for change in difference(made, "2024.0", "2024.1").changes] == [
        Kind.LIMIT_SET
    ]
    assert (stand(made, 2027).edition.id, stand(made, 2027).own) == ("2024.1", False)


@pytest.mark.parametrize(
    "named", [2022, "2024.1", "nineteen", "", "2024.", "-2024", "²024", "99999999"]
)
def test_an_edition_that_is_not_there_is_an_error_of_the_caller(named):
    with pytest.raises(NoEditionError):
        stand(built_in().templates["national-centre"], named)


def test_every_pair_of_forms_can_be_compared_and_said():
    forms = built_in().templates.values()
    for one in forms:
        for other in forms:
            before, after = one.editions[0], other.editions[-1]
            found = difference(one, before.id, after.id, "en", other=other)
            document = difference_document(found, "en")
            assert all("{" not in change["text"] for change in document["changes"])
