"""Which questions a rule can speak about, where it does not say so itself."""

from collections.abc import Iterator

import attrs
import pytest
from support.checks import built_in

from rhf_services.model.forms import Limit
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


GROUPLESS = {
    "national-competence-service-final",
    "quality-and-competence-network",
    "helse-vest.regional-competence-centre",
    "helse-sor-ost.regional-competence-service",
}
REGIONAL = {
    "helse-vest.regional-competence-centre",
    "helse-sor-ost.regional-competence-service",
}
NETWORK = {"quality-and-competence-network"}
NINE = {form.id for form in built_in().templates.values() if not form.archive}


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        *((code, NINE - NETWORK) for code in ("ACT001", "ACT003", "ACT005", "ACT009", "STR004")),
        ("ACT007", {"national-treatment-service", "multiregional-treatment-service", *REGIONAL}),
        ("GRP001", NINE - GROUPLESS),
        ("GRP002", NINE - GROUPLESS),
        ("TPL005", REGIONAL),
        ("EVA001", NINE),
        ("SUB001", NINE),
    ],
)
def test_a_rule_speaks_on_the_forms_that_ask_what_it_speaks_about(code, forms):
    rule = built_in().rule(code)
    speaks = {
        form.id
        for form in built_in().templates.values()
        if form.id in NINE and speaks_on(rule, form, form.editions[-1])
    }
    assert speaks == forms


def test_a_rule_bound_to_a_year_speaks_on_the_form_in_that_year():
    found = {
        year: [
            code
            for code in ("ACT001", "ACT002")
            if speaks_on(built_in().rule(code), FORM, EDITION, year)
        ]
        for year in (2024, 2025, None)
    }
    assert found == {2024: ["ACT001"], 2025: ["ACT002"], None: ["ACT001", "ACT002"]}


def test_a_limit_of_a_far_year_is_seen_where_no_year_is_given():
    def far(asked):
        return attrs.evolve(asked, limit=Limit(5, 2031)) if asked.limit else asked

    parts = tuple(
        attrs.evolve(part, asked=tuple(far(one) for one in part.asked)) for part in EDITION.sections
    )
    edition = attrs.evolve(EDITION, sections=parts)
    assert speaks_on(built_in().rule("ACT001"), FORM, edition)
    assert speaks_on(built_in().rule("ACT002"), FORM, edition)


def test_a_rule_may_say_itself_which_forms_it_speaks_on():
    own = attrs.evolve(
        rule(FILING), reach=Reach(no_question, elsewhere=True, on_form=lambda form, _: form.archive)
    )
    assert not speaks_on(own, FORM, EDITION)


def test_only_a_few_rules_speak_on_the_old_form():
    archive = built_in().templates["archive"]
    assert not speaks_on(rule(ANSWER), archive, archive.editions[0])
    assert speaks_on(rule(ANSWER, on_archive=True), archive, archive.editions[0])
