"""What every form document promises: all of the form is in it, in order, and nothing else."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from support.checks import built_in
from support.form_filling import questions_of

from rhf_services import form_document, load_registry
from rhf_services.i18n import LANGUAGES
from rhf_services.i18n.keys import choice_texts, common_texts, form_texts, rule_texts, source_texts
from rhf_services.i18n.showing import translated
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.people import Role
from rhf_services.model.questions import Table, TextWithChoices
from rhf_services.model.subjects import ANSWER, TABLE

EDITIONS = [(form, edition) for form in built_in().templates.values() for edition in form.editions]

each_edition = pytest.mark.parametrize(
    ("form", "edition"), EDITIONS, ids=[f"{form.id}-{edition.id}" for form, edition in EDITIONS]
)


@cache
def document_of(template: str, edition: str, lang: str | None = None) -> dict[str, Any]:
    form = built_in().templates[template]
    found = next(one for one in form.editions if one.id == edition)
    return form_document(form, found, built_in(), lang=lang)


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, below in value.items():
            yield from walk(below, f"{path}.{key}")
    elif isinstance(value, list):
        for below in value:
            yield from walk(below, f"{path}[]")


def texts_in(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [value for _path, value in walk(document) if isinstance(value, dict) and "key" in value]


def choices_of(question: Any) -> list[Any]:
    if isinstance(question, TextWithChoices):
        return [question.choices]
    columns = question.columns if isinstance(question, Table) else ()
    return [column.choices for column in columns if isinstance(column, ChoiceColumn)]


@each_edition
def test_every_text_of_the_form_is_there_in_every_language_and_no_other(form, edition):
    known = {one.key: one.text for one in (*form_texts(form, edition), *choice_texts(edition))}
    found = {
        one["key"]: one
        for one in texts_in(document_of(form.id, edition.id))
        if one["key"].startswith(("form.", "choice."))
    }
    assert set(found) == set(known)
    for key, text in known.items():
        assert found[key] == {"key": key, **{lang: translated(text, lang) for lang in LANGUAGES}}


def documents_of(form: Any, edition: Any) -> list[Any]:
    places = (form, edition, *edition.sections, *edition)
    return [one.source.document for one in places]


@each_edition
def test_every_other_text_is_a_known_one_under_its_own_key(form, edition):
    known = {one.key: one.text for one in (*common_texts(), *source_texts())}
    known |= {one.key: one.text for one in source_texts(documents_of(form, edition))}
    known |= {one.key: one.text for rule in built_in().rules.values() for one in rule_texts(rule)}
    for one in texts_in(document_of(form.id, edition.id)):
        if not one["key"].startswith(("form.", "choice.")):
            assert one["nb"] == known[one["key"]].nb
            assert one["nn"] == translated(known[one["key"]], "nn")
            assert one["en"] == translated(known[one["key"]], "en")


@each_edition
@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_one_language_the_others_are_null(form, edition, lang):
    whole, one = document_of(form.id, edition.id), document_of(form.id, edition.id, lang)
    assert one["languages"] == [lang]
    for full, alone in zip(texts_in(whole), texts_in(one), strict=True):
        rest = dict.fromkeys(other for other in LANGUAGES if other != lang)
        assert alone == {**full, **rest}


@each_edition
def test_every_part_question_column_and_choice_is_there_in_its_order(form, edition):
    document = document_of(form.id, edition.id)
    parts = [part for tab in document["tabs"] for part in tab["parts"]]
    assert [part["id"] for part in parts] == [section.id for section in edition.sections]
    for part, section in zip(parts, edition.sections, strict=True):
        assert [one["id"] for one in part["questions"]] == [asked.id for asked in section.asked]
    for one, asked in zip(questions_of(document), edition, strict=True):
        columns = asked.question.columns if isinstance(asked.question, Table) else ()
        assert [column["id"] for column in one["columns"]] == [column.id for column in columns]
        assert [column["starred"] for column in one["columns"]] == [c.starred for c in columns]
        lists = [column["choices"] for column in one["columns"]] + [one["choices"]]
        assert [
            (each["list"], [choice["id"] for choice in each["choices"]], each["other"])
            for each in lists
            if each is not None
        ] == [
            (each.id, [choice.id for choice in each.choices], each.other)
            for each in choices_of(asked.question)
        ]


@each_edition
def test_what_a_form_says_of_a_question_stands_at_it(form, edition):
    for one, asked in zip(questions_of(document_of(form.id, edition.id)), edition, strict=True):
        assert (one["hidden"], one["optional"]) == (asked.hidden, asked.optional)
        assert one["asked_of"] == asked.to
        assert one["limit"] == (
            asked.limit and {"most": asked.limit.most, "year": asked.limit.year}
        )
        assert (one["region"] or {"id": None})["id"] == asked.region
        assert (one["beside"] or {"id": None})["id"] == asked.beside
        assert one["source"]["document"] == asked.source.document.id
        assert one["source"]["rows"] == list(asked.source.rows)
        assert one["standing"] == asked.standing
        assert (one["guidance"] is None) == (asked.guidance is None)
        if isinstance(asked.question, Table):
            assert one["fields_standing"] == asked.question.fields
            assert (one["with_text"], one["lasting"]) == (
                asked.question.with_text,
                asked.question.lasting,
            )


@each_edition
def test_the_groups_part_stands_on_the_tab_it_is_shown_on(form, edition):
    document = document_of(form.id, edition.id)
    shown = {part["id"]: tab["id"] for tab in document["tabs"] for part in tab["parts"]}
    assert shown == {section.id: section.tab or section.id for section in edition.sections}
    assert [tab["title"] for tab in document["tabs"]] == [
        tab["parts"][0]["title"] for tab in document["tabs"]
    ]


@each_edition
def test_who_may_answer_follows_from_whom_it_is_put_to(form, edition):
    entity = ["academic-lead", "coordinator"]
    for one in questions_of(document_of(form.id, edition.id)):
        who = (one["answered_by"], one["on_behalf_by"])
        if form.archive:
            assert who == ([], [])
        elif one["asked_of"] == "entity":
            assert who == (entity, [])
        else:
            assert who == (["reference-group-leader"], entity)


def test_documents_are_regular():
    """Every object that stands at the same place has the same keys, in every form."""
    keys, kinds = defaultdict(set), defaultdict(set)
    for form, edition in EDITIONS:
        for path, value in walk(document_of(form.id, edition.id)):
            kinds[path].add("list" if isinstance(value, list) else type(value).__name__)
            if isinstance(value, dict):
                keys[path].add(tuple(value))
    assert {path: found for path, found in keys.items() if len(found) > 1} == {}
    assert {path: found for path, found in kinds.items() if len(found - {"NoneType"}) > 1} == {}


@each_edition
def test_a_document_is_json_and_the_same_every_time(form, edition):
    document = document_of(form.id, edition.id)
    fresh = load_registry()
    again = form_document(
        fresh.templates[form.id],
        next(one for one in fresh.templates[form.id].editions if one.id == edition.id),
        fresh,
    )
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert json.dumps(again) == json.dumps(document)


@each_edition
def test_what_is_said_of_a_rule_is_the_same_in_both_places(form, edition):
    document = document_of(form.id, edition.id)
    at = {
        code: [one["id"] for one in questions_of(document) if code in codes_at(one)]
        for code in [rule["code"] for rule in document["rules"]]
    }
    assert {rule["code"]: rule["questions"] for rule in document["rules"]} == at
    for rule in document["rules"]:
        known = built_in().rule(rule["code"])
        assert rule["questions"] or rule["elsewhere"]
        assert rule["says"] == {
            stage: known.says.get(stage)
            for stage in ("draft", "submission", "review", "publication")
        }
        assert (rule["audience"], rule["may_block"]) == (known.audience, known.may_block)
        assert rule["elsewhere"] or known.on in (ANSWER, TABLE) or known.reach is not None


def codes_at(question: dict[str, Any]) -> list[str]:
    return [rule["code"] for rule in question["rules"]]


def test_the_people_and_their_roles_are_told():
    people = document_of("national-centre", "2024")["people"]
    assert [role["id"] for role in people["roles"]] == list(Role)
    assert [role["id"] for role in people["roles"] if role["with_region"]] == [
        "reference-group-member",
        "network-member",
    ]
    assert [region["id"] for region in people["regions"]] == [
        "helse-nord",
        "helse-midt-norge",
        "helse-sor-ost",
        "helse-vest",
    ]
    assert [(one["id"], one["kind"]) for one in people["fields"]] == [
        ("name", "text"),
        ("email", "text"),
        ("phone", "text"),
        ("institution", "organisation"),
        ("roles", "roles"),
        ("show_on_page", "yes-or-no"),
        ("copy_of_report", "yes-or-no"),
    ]


@pytest.mark.parametrize("template", [id_ for id_, form in built_in().templates.items()])
def test_the_feedback_is_the_hidden_question(template):
    edition = built_in().templates[template].editions[-1]
    hidden = [one["id"] for one in questions_of(document_of(template, edition.id)) if one["hidden"]]
    without = ("archive", "national-competence-service-final")
    assert hidden == ([] if template in without else ["reporting-feedback"])


@pytest.mark.parametrize(
    ("template", "distribution", "region"),
    [
        ("helse-vest.regional-competence-centre", "rhf-services-helse-vest", "helse-vest"),
        (
            "helse-sor-ost.regional-competence-service",
            "rhf-services-helse-sor-ost",
            "helse-sor-ost",
        ),
    ],
)
def test_a_regions_form_says_whose_it_is(template, distribution, region):
    form = document_of(template, built_in().templates[template].editions[-1].id)["form"]
    assert form["distribution"] == distribution
    assert [one["id"] for one in form["regions"]] == [region]
    assert form["standing"] == "documented"


def test_what_is_recorded_stands_beside_the_question_of_the_final_report():
    document = document_of("national-competence-service-final", "2024")
    beside = {one["id"]: one["beside"] for one in questions_of(document) if one["beside"]}
    assert list(beside) == ["transition"]
    assert beside["transition"]["field"] == "continued_as"
    assert [one["label"]["nb"] for one in beside["transition"]["values"]][-1] == "ikke kjent"
