import pytest
from attrs import evolve
from support.checks import built_in

from rhf_services import Severity
from rhf_services.hooks import advice
from rhf_services.model.text import Text

FORM = "helse-vest.regional-competence-centre"


def told_of(**changes):
    form = built_in().templates[FORM]
    changed = evolve(form, editions=(evolve(form.editions[-1], **changes),))
    return advice(evolve(built_in(), templates={FORM: changed}))


def sections(change):
    return tuple(filter(None, map(change, built_in().templates[FORM].editions[-1].sections)))


def first_asked(part, **changes):
    return evolve(part, asked=(evolve(part.asked[0], **changes), *part.asked[1:]))


def test_the_authors_of_the_built_in_forms_hear_nothing():
    assert advice(built_in()) == ()


@pytest.mark.parametrize("part", ["activity", "evaluation"])
def test_a_part_that_is_missing_is_an_information(part):
    told = told_of(sections=sections(lambda one: None if one.id == part else one))
    assert [(one.kind, one.about, one.severity) for one in told] == [
        ("no-part", part, Severity.INFO)
    ]


def test_a_part_that_is_empty_is_fine():
    assert told_of(sections=sections(lambda one: evolve(one, asked=()))) == ()


def test_a_question_to_nobody_is_a_warning():
    told = told_of(
        sections=sections(lambda p: first_asked(p, to=None) if p.id == "evaluation" else p)
    )
    assert [(one.kind, one.about, one.severity) for one in told] == [
        ("no-addressee", "helse-vest.research-and-teaching", Severity.WARNING)
    ]


@pytest.mark.parametrize("guidance", [None, Text(" ")])
def test_an_activity_without_guidance_is_a_warning(guidance):
    told = told_of(
        sections=sections(lambda p: first_asked(p, guidance=guidance) if p.id == "activity" else p)
    )
    assert [(one.kind, one.about, one.severity) for one in told] == [
        ("no-guidance", "scientific-articles", Severity.WARNING)
    ]


def test_a_question_of_the_evaluation_may_do_without_guidance():
    changed = sections(lambda p: first_asked(p, guidance=None) if p.id == "evaluation" else p)
    assert told_of(sections=changed) == ()


def test_the_author_is_told_which_plugin_form_and_edition():
    (told,) = told_of(sections=sections(lambda one: None if one.id == "activity" else one))
    assert (told.plugin, told.template, told.edition) == ("helse-vest", FORM, "2024")
