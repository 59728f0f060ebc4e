from datetime import date

import pytest

from rhf_services.model.entities import (
    DatedDescription,
    DatedName,
    Entity,
    EntityType,
    Host,
    host_from,
)
from rhf_services.model.regions import region_or_none

SERVICE = Entity(
    names=(
        DatedName("Gammelt navn", date(2012, 1, 1), date(2014, 3, 20)),
        DatedName("Nytt navn", date(2014, 3, 21)),
    ),
    descriptions=(DatedDescription("Kirurgi.", "C40", to=date(2015, 12, 31)),),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2011, 12, 31), None),
        (date(2012, 1, 1), "Gammelt navn"),
        (date(2014, 3, 20), "Gammelt navn"),
        (date(2014, 3, 21), "Nytt navn"),
        (date(2099, 1, 1), "Nytt navn"),
    ],
)
def test_a_name_holds_from_its_first_day_to_its_last(day, name):
    assert name == SERVICE.name_on(day)


def test_descriptions_are_dated_apart_from_names():
    assert SERVICE.description_on(date(2015, 12, 31)) == SERVICE.descriptions[0]
    assert SERVICE.description_on(date(2016, 1, 1)) is None


def test_exactly_three_kinds_are_national_services():
    expected = {
        "national-treatment-service",
        "multiregional-treatment-service",
        "national-competence-service",
    }
    assert expected == {kind for kind in EntityType if kind.is_national_service}


def test_a_host_is_read_as_far_as_can_be():
    raw = {"organisation": None, "name": "Et sykehus", "region": 3}
    assert Host(name="Et sykehus") == host_from(raw)


@pytest.mark.parametrize("value", [None, "", "helse-sor", "Helse Vest"])
def test_only_the_four_regions_are_regions(value):
    assert region_or_none(value) is None


@pytest.mark.parametrize(
    ("year", "name", "text"),
    [
        (2011, None, "Kirurgi."),
        (2012, "Gammelt navn", "Kirurgi."),
        (2014, "Nytt navn", "Kirurgi."),
        (2015, "Nytt navn", "Kirurgi."),
        (2016, "Nytt navn", None),
    ],
)
def test_a_year_has_the_last_name_and_description_that_were_in_force(year, name, text):
    assert SERVICE.name_in(year) == name
    found = SERVICE.description_in(year)
    assert (found and found.text) == text
