"""The register of real units: facts as they were found, and a form, or none, for each."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from support.checks import built_in

from rhf_services import Entity, loads_entities, which_form
from rhf_services.model.entities import EntityType
from rhf_services.model.regions import REGIONS
from rhf_services.sources.organisations import organisation, region_of

FOLDER = Path(__file__).parent.parent / "examples" / "register"
ROWS = list(csv.DictReader((FOLDER / "units.csv").open(encoding="utf-8", newline="")))
LOADED = loads_entities((FOLDER / "units.json").read_bytes())
UNITS = {str(entity.id): entity for entity in LOADED.entities}
EXPECTED = {
    row["unit"]: row
    for row in csv.DictReader(io.StringIO((FOLDER / "expected-2024.csv").read_text("utf-8")))
}
each_unit = pytest.mark.parametrize("unit", UNITS)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@pytest.fixture(scope="module")
def make():
    spec = spec_from_file_location("make", FOLDER / "make.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_was_made_is_what_the_script_makes(make):
    made = make.units_json()
    assert (FOLDER / "units.json").read_text("utf-8") == made
    assert (FOLDER / "expected-2024.csv").read_text("utf-8") == make.expected_csv(made)


def test_every_row_is_read_as_an_entity_and_nothing_is_left_over():
    assert LOADED.faults == ()
    assert [row["id"] for row in ROWS] == list(UNITS) == list(EXPECTED)
    assert len(UNITS) == len(LOADED.entities)


def test_every_unit_has_its_answer_for_2024():
    counts = Counter()
    for unit, entity in UNITS.items():
        choice = which_form(entity, 2024, built_in())
        row = EXPECTED[unit]
        assert (row["form"], row["reason"]) == (choice.template or "", choice.reason), unit
        counts[choice.template or "-", str(choice.reason)] += 1
    for (form, reason), count in sorted(counts.items()):
        print(f"{count:3}  {form}  {reason}")  # noqa: T201
    assert counts == {
        ("-", "ended"): 5,
        ("-", "kind-unknown"): 2,
        ("-", "not-started"): 3,
        ("-", "other-region"): 2,
        ("-", "part-of"): 10,
        ("helse-sor-ost.regional-competence-service", "running"): 3,
        ("helse-vest.regional-competence-centre", "running"): 5,
        ("multiregional-treatment-service", "running"): 4,
        ("national-centre", "new"): 1,
        ("national-centre", "running"): 3,
        ("national-competence-service", "running"): 30,
        ("national-competence-service-final", "final"): 3,
        ("national-treatment-service", "running"): 21,
        ("quality-and-competence-network", "running"): 3,
    }


@pytest.mark.parametrize("unit", ["NK-SI-29", "nkt-tsb", "nkt-napp"])
def test_what_became_a_centre_on_new_years_day_gives_its_final_report(unit):
    assert UNITS[unit].successors == ("centre-rop-tsb-napp",)
    assert EXPECTED[unit]["form"] == "national-competence-service-final"
    assert which_form(UNITS[unit], 2025, built_in()).reason == "ended"


@pytest.mark.parametrize("unit", ["centre-rop-tsb-napp", "centre-rare-diseases"])
def test_a_centre_that_began_in_2025_gives_no_report_for_2024(unit):
    assert EXPECTED[unit]["form"] == ""
    assert which_form(UNITS[unit], 2025, built_in()).template == "national-centre"


@each_unit
def test_no_end_is_claimed_that_no_source_gives(unit):
    (row,) = [row for row in ROWS if row["id"] == unit]
    ended = UNITS[unit].last_day
    assert (ended is None) == (DAY.fullmatch(row["ended_as_found"]) is None)
    assert ended is None or ended == date.fromisoformat(row["ended_as_found"])
    if ended is None:
        assert EXPECTED[unit]["reason"] not in ("ended", "final", "last-year")


@each_unit
def test_no_day_is_invented(unit):
    (row,) = [row for row in ROWS if row["id"] == unit]
    entity, found = UNITS[unit], row["established_as_found"]
    days = [day.isoformat() for day in (entity.started, entity.approved) if day is not None]
    assert all(found.startswith(day) for day in days)
    assert entity.started_year is None or str(entity.started_year) in found
    assert entity.last_year is None


@each_unit
def test_every_id_is_known(unit):
    entity = UNITS[unit]
    assert entity.type is None or entity.type in tuple(EntityType)
    assert [host for host in entity.hosts if organisation(host.organisation or "") is None] == []
    assert set(entity.regions) <= set(REGIONS)
    assert {region_of(host) for host in entity.hosts} <= {*entity.regions}
    related = [*entity.predecessors, *entity.successors, *(one.id for one in entity.units)]
    related += [entity.part_of] if entity.part_of else []
    assert set(related) <= set(UNITS)


def test_what_is_unsaid_of_a_unit_is_unsaid_in_the_register():
    assert UNITS["centre-rop-tsb-napp"].names == ()
    assert UNITS["centre-rop-tsb-napp"].predecessors == ("NK-SI-29", "nkt-tsb", "nkt-napp")
    assert len(UNITS["S-NKSD"].units) == 10


@pytest.mark.parametrize("name", ["units.csv", "units.json", "expected-2024.csv", "README.md"])
def test_no_way_to_reach_a_person_stands_in_it(name):
    text = (FOLDER / name).read_text("utf-8")
    assert re.findall(r"[\w.]+@[\w.]+|\+47|\b\d{2} \d{2} \d{2} \d{2}\b|\btlf\b", text) == []


@pytest.mark.parametrize("report", sorted((FOLDER.parent / "reports" / "published").glob("*.json")))
def test_a_published_report_is_on_the_form_its_unit_reports_on(report):
    document = json.loads(report.read_bytes())
    entity = UNITS.get(document["entity"]["code"], Entity())
    choice = which_form(entity, document["year"], built_in())
    assert document["template"] == choice.suggested or choice.reason == "part-of"
