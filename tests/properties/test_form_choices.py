"""Any entity and year gives one answer; the host's choice wins; strangers change nothing."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from support.checks import built_in
from support.plugins import form, plugin

from rhf_services import (
    Entity,
    FormChoice,
    choice_in_words,
    form_choice_document,
    load_registry,
    loads_entities,
    which_form,
)
from rhf_services.hooks import installed_plugins
from rhf_services.i18n import LANGUAGES
from rhf_services.model.entities import EntityType, Host
from rhf_services.model.form_choices import ChoiceReason
from rhf_services.model.forms import Phase
from rhf_services.model.regions import REGIONS
from rhf_services.sources.organisations import organisations

HOSTS = st.one_of(
    st.sampled_from([Host(one.id) for one in organisations()]),
    st.builds(Host, st.none(), st.just("Eksempelsykehuset"), st.sampled_from((*REGIONS, "øst"))),
)
DAYS = st.one_of(st.none(), st.dates(), st.dates(date(2021, 1, 1), date(2027, 12, 31)))
YEARS = st.one_of(st.integers(2007, 2028), st.integers())
LOADED = tuple(built_in().templates)
ENTITIES = st.builds(
    Entity,
    id=st.sampled_from((None, "a")),
    type=st.sampled_from((None, "", "a-new-kind", *map(str, EntityType))),
    hosts=st.lists(HOSTS, max_size=2).map(tuple),
    regions=st.lists(st.sampled_from((*map(str, REGIONS), "øst")), max_size=3).map(tuple),
    started=DAYS,
    last_day=DAYS,
    started_year=st.one_of(st.none(), YEARS),
    last_year=st.one_of(st.none(), YEARS),
    part_of=st.sampled_from((None, None, "", "S-NKSD")),
)
CHOICES = st.one_of(st.sampled_from(LOADED), st.text(min_size=1))
HOST = (ChoiceReason.HOST, ChoiceReason.HOST_NOT_LOADED, ChoiceReason.HOST_OTHER_YEARS)

STRANGER = plugin(
    "stranger",
    templates=[
        form("stranger.network", entity_types=(EntityType.INTERREGIONAL_NETWORK,)),
        form("stranger.centre", entity_types=(EntityType.NATIONAL_CENTRE,), phases=tuple(Phase)),
    ],
)
BESIDE_A_STRANGER = load_registry([*installed_plugins(), STRANGER])


@given(ENTITIES, YEARS)
def test_there_is_one_answer_that_holds_together(entity, year):
    choice = which_form(entity, year, built_in())
    assert isinstance(choice, FormChoice)
    assert choice == which_form(entity, year, built_in())
    for id_ in (choice.template, choice.accepted):
        if id_ is not None:
            assert built_in().templates[id_].edition_for(year) is not None
            assert id_ in choice.candidates
    assert choice.template is None or choice.accepted is None
    assert set(choice.candidates) <= set(LOADED)
    assert not set(choice.missing) & set(LOADED)


@given(ENTITIES, YEARS)
def test_no_end_is_read_where_none_was_given(entity, year):
    endless = evolve(entity, last_day=None, last_year=None)
    reason = which_form(endless, year, built_in()).reason
    assert reason not in (ChoiceReason.ENDED, ChoiceReason.FINAL, ChoiceReason.LAST_YEAR)


@given(ENTITIES, YEARS, CHOICES)
def test_the_hosts_choice_always_wins(entity, year, named):
    choice = which_form(evolve(entity, template={str(year): named}), year, built_in())
    if not named.strip():
        assert choice == which_form(entity, year, built_in())
        return
    assert choice.reason in HOST
    form_ = built_in().templates.get(named)
    if form_ is not None and form_.edition_for(year) is not None:
        assert (choice.template, choice.missing) == (named, ())
    else:
        assert (choice.template, choice.missing) == (None, (named,))


@given(ENTITIES, YEARS)
def test_a_choice_for_another_year_changes_nothing(entity, year):
    elsewhere = evolve(entity, template={str(year + 1): "archive"})
    assert which_form(elsewhere, year, built_in()) == which_form(entity, year, built_in())


@given(ENTITIES, YEARS)
def test_a_strangers_form_changes_nothing_for_other_kinds(entity, year):
    beside = which_form(entity, year, BESIDE_A_STRANGER)
    if entity.type == "interregional-network":
        return
    alone = which_form(entity, year, built_in())
    if entity.type == "national-centre":  # one more to choose from, for a host that wants it
        assert set(beside.candidates) - set(alone.candidates) <= {"stranger.centre"}
        beside = evolve(beside, candidates=alone.candidates)
    assert beside == alone


@given(ENTITIES, YEARS, st.sampled_from(LANGUAGES))
def test_every_answer_has_words_and_a_document(entity, year, lang):
    choice = which_form(entity, year, built_in())
    said = choice_in_words(choice, lang)
    assert "{" not in said
    assert "None" not in said
    document = form_choice_document(choice, lang)
    assert said.startswith(document["message"])
    assert document["template"] == choice.template


@pytest.mark.parametrize("written", ['{"id": 3}', "[1, null]", "[]", "3", "{", '{"colour": 1}'])
def test_whatever_is_read_as_an_entity_has_an_answer(written):
    for entity in loads_entities(written).entities:
        assert which_form(entity, 2024, built_in()).reason
