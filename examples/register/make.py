"""Makes ``units.json`` and ``expected-2024.csv`` of ``units.csv``.

Run it after a change in ``units.csv``::

    python examples/register/make.py

A test holds the two files to what this makes.
"""

import csv
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rhf_services import Entity, load_registry, loads_entities, which_form
from rhf_services.model.entities import DatedName, Host, SubUnit
from rhf_services.wire.entities import entity_document

HERE = Path(__file__).parent
YEAR = 2024


def read_rows() -> list[dict[str, str]]:
    """Read the register as it was written down."""
    with (HERE / "units.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entity_of(row: dict[str, str], rows: Iterable[dict[str, str]]) -> Entity:
    """Make an entity of a row; the columns ``…_as_found`` are words, and are never read."""
    hosts = (row["organisation"], row["second_organisation"])
    return Entity(
        id=row["id"],
        type=row["type"] or None,
        names=(DatedName(row["name"]),) if row["name"] else (),
        hosts=tuple(Host(organisation=host) for host in hosts if host),
        units=tuple(SubUnit(one["id"], one["name"]) for one in rows if one["part_of"] == row["id"]),
        regions=tuple(region for region in row["region"].split("+") if region),
        approved=_day(row["approved"]),
        started=_day(row["started"]),
        started_year=int(row["started_year"]) if row["started_year"] else None,
        last_day=_day(row["last_day"]),
        predecessors=tuple(one["id"] for one in rows if one["successors"] == row["id"]),
        successors=(row["successors"],) if row["successors"] else (),
        part_of=row["part_of"] or None,
    )


def units_json() -> str:
    """Give ``units.json``: a list of entities as a host keeps them."""
    rows = read_rows()
    documents = [entity_document(entity_of(row, rows)) for row in rows]
    lines = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in documents)
    return f"[\n{lines}\n]\n"


def expected_csv(units: str) -> str:
    """Give ``expected-2024.csv``: for each unit its form, or none, and why."""
    registry = load_registry()
    lines = ["unit,form,reason,through,remarks"]
    for entity in loads_entities(units).entities:
        choice = which_form(entity, YEAR, registry)
        remarks = " ".join(choice.remarks)
        cells = (entity.id, choice.template, choice.reason, choice.through, remarks)
        lines.append(",".join(str(cell or "") for cell in cells))
    return "\n".join(lines) + "\n"


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


if __name__ == "__main__":
    made = units_json()
    (HERE / "units.json").write_text(made, encoding="utf-8")
    (HERE / "expected-2024.csv").write_text(expected_csv(made), encoding="utf-8")
