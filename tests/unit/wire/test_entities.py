import json
from datetime import date

import pytest

from rhf_services import Entity, form_choice_document, load_registry, loads_entities, which_form
from rhf_services.model.entities import DatedName, Host
from rhf_services.model.faults import MOST_TOLD
from rhf_services.wire.entities import entity_document


def wheres(loaded):
    return [fault.params.get("where") for fault in loaded.faults]


def test_an_entity_is_read_back_as_it_was_written():
    entity = Entity(
        id="a",
        type="national-centre",
        names=(DatedName("Eksempelsenteret", from_=date(2020, 1, 1)),),
        hosts=(Host("helse-bergen"),),
        started_year=2020,
        last_year=2026,
        template={"2024": "national-centre"},
    )
    assert loads_entities(json.dumps(entity_document(entity))).entities == (entity,)
    assert loads_entities(json.dumps([entity_document(entity)] * 2)).entities == (entity, entity)


def test_what_cannot_be_read_is_named_and_the_rest_stands():
    loaded = loads_entities(
        '[{"id": "a", "started": "2014"}, 3, {"id": "b", "hosts": [{"colour": "red"}]}, null]'
    )
    assert [entity.id for entity in loaded.entities] == ["a", "b"]
    assert wheres(loaded) == ["/0/started", "/1", "/2/hosts/0/colour", "/3"]
    assert loaded.readable


@pytest.mark.parametrize("data", ["3", '"x"', "null", "{", b"\xff"])
def test_what_is_no_entity_is_told_and_never_raises(data):
    loaded = loads_entities(data)
    assert (loaded.entities, loaded.readable) == ((), False)


def test_a_choice_is_written_with_its_days_and_its_source():
    entity = Entity(id="a", type="national-competence-service", last_day=date(2024, 12, 31))
    document = form_choice_document(which_form(entity, 2024, load_registry()), "nb")
    assert document == {
        "format": "rhf-form-choice/1",
        "entity": "a",
        "year": 2024,
        "template": "national-competence-service-final",
        "reason": "final",
        "remarks": [],
        "accepted": None,
        "through": None,
        "candidates": [
            "national-competence-service",
            "national-competence-service-final",
            "national-competence-service-new",
        ],
        "missing": [],
        "params": {
            "year": 2024,
            "when": "2024-12-31",
            "entity_type": "national-competence-service",
        },
        "source": {
            "document": "webinar-2024",
            "section": "Rapportmaler",
            "rows": ["S003-082"],
            "text": "webinar 27.11.2024, «Rapportmaler»",
        },
        "standing": "proposed",
        "message": "Enheten er i drift til og med 31. desember 2024. For det siste driftsåret "
        "gjelder «Nasjonale kompetansetjenester – sluttrapport».",
    }


def test_a_choice_without_a_language_has_no_words():
    document = form_choice_document(which_form(Entity(), 2024, load_registry()))
    assert "message" not in document
    assert "text" not in document["source"]


def test_of_very_many_that_are_no_entities_the_first_thousand_are_told():
    loaded = loads_entities(b"[" + b",".join([b"0"] * 5000) + b',{"id":"a"}]')
    assert [entity.id for entity in loaded.entities] == ["a"]
    assert len(loaded.faults) == MOST_TOLD + 1
