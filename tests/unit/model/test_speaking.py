"""Which questions a rule can speak about, where it does not say so itself."""

from collections.abc import Iterator

import attrs
import pytest
from support.checks import built_in

from rhf_services.model.reach import AskedAt, Reach, no_question
from rhf_services.model.rules import Audience, Hit
from rhf_services.model.speaking import heard_by, reach_of, speaks_about, speaks_on
from rhf_services.model.subjects import ANSWER, FILING, PERSON, REPORT, TABLE, TEXT

FORM = built_in().templates["national-treatment-service"]
EDITION = FORM.editions[-1]
TABLES = ["scientific-articles", "research-projects", "teaching", "dissemination"]
TABLES += ["clinical-activity"]


def silent(_thing: object) -> Iterator[Hit]:
    yield from ()


def rule(on, **more):
    known = built_in().rule("EVA001")
    return attrs.evolve(known, code="HN-ABC001", on=on, check=silent, reach=None, **more)


def spoken_of(one):
    places = [
        AskedAt(asked, section, 2024) for section in EDITION.sections for asked in section.asked
    ]
    return [at.asked.id for at in places if speaks_about(one, at)]


@pytest.mark.parametrize(
    ("on", "questions", "elsewhere"),
    [
        (ANSWER, list(EDITION.by_id), False),
        (TABLE, TABLES, False),
        (TEXT, list(EDITION.by_id), True),
        (FILING, [], True),
        (REPORT, [], True),
        (PERSON, [], True),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_it_follows_from_what_the_rule_looks_at(on, questions, elsewhere):
    assert spoken_of(rule(on)) == questions
    assert reach_of(rule(on)).elsewhere is elsewhere


@pytest.mark.parametrize("on", [ANSWER, TEXT, FILING, REPORT], ids=lambda on: on.id)
def test_a_rule_that_reads_some_questions_speaks_of_those_alone(on):
    assert spoken_of(rule(on, reads=("teaching", "equal-access"))) == ["teaching", "equal-access"]


def test_a_rule_on_tables_speaks_of_no_other_question_that_it_reads():
    assert spoken_of(rule(TABLE, reads=("teaching", "equal-access"))) == ["teaching"]


def test_what_the_rule_says_itself_goes_first():
    own = attrs.evolve(rule(ANSWER), reach=Reach(lambda at: at.to_group, elsewhere=True))
    assert spoken_of(own) == [asked.id for asked in EDITION if asked.to == "reference-group"]
    assert reach_of(own).elsewhere
    assert spoken_of(attrs.evolve(own, reach=Reach(no_question))) == []


def test_who_hears_it_is_the_rules_audience_unless_it_says_otherwise():
    part = EDITION.section("reference-group")
    at = AskedAt(part.asked[0], part, 2024)
    own = attrs.evolve(
        rule(ANSWER), reach=Reach(no_question, heard_by=lambda _at: (Audience.HOST,))
    )
    assert heard_by(rule(ANSWER), at) == ("lead",)
    assert heard_by(own, at) == ("host",)


@pytest.mark.parametrize(
    ("more", "speaks"),
    [
        ({}, True),
        ({"reads": ("network-status",)}, False),
        ({"reads": ("network-status", "teaching")}, True),
        ({"entity_types": ("national-centre",)}, False),
        ({"entity_types": ("national-treatment-service",)}, True),
    ],
)
def test_a_rule_speaks_on_a_form_that_asks_what_it_reads_of_a_kind_it_is_for(more, speaks):
    assert speaks_on(rule(ANSWER, **more), FORM, EDITION) is speaks


def test_only_a_few_rules_speak_on_the_old_form():
    archive = built_in().templates["archive"]
    assert not speaks_on(rule(ANSWER), archive, archive.editions[0])
    assert speaks_on(rule(ANSWER, on_archive=True), archive, archive.editions[0])
