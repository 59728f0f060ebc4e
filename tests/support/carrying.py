"""What must hold when a report is carried over: nothing disappears."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rhf_services.model.answers import STATE_KEYS
from rhf_services.model.places import value_at
from rhf_services.model.values import is_blank
from rhf_services.process import CarriedOver, Line


def leaves(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value that says something, with its place; a state that is false says nothing."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key == "not_applicable" and isinstance(part, str):
                yield (*at, key), part
            elif not (key in STATE_KEYS and part is False):
                yield from leaves(part, (*at, key))
    elif isinstance(value, list):
        for key, part in enumerate(value):
            yield from leaves(part, (*at, key))
    elif not is_blank(value):
        yield at, value


def same(one: Any, other: Any) -> bool:
    return json.dumps(one) == json.dumps(other)


def kept(made: CarriedOver, at: tuple[Any, ...], leaf: Any) -> bool:
    """Whether a leaf stands in the new report where its line says, or in the line itself."""
    if at[0] in made.account.old:
        return same(value_at(made.account.old, at), leaf)
    lines: dict[tuple[Any, ...], list[Line]] = {}
    for line in made.account.lines:
        lines.setdefault(line.place.pointer, []).append(line)
    for length in range(len(at), 0, -1):
        for line in lines.get(at[:length], ()):
            below = at[length:]
            there = value_at(line.value, below) if below else line.value
            if line.value is not None and same(there, leaf):
                return True
            if line.value is None and line.to is not None:
                new = value_at(made.report.tree, (*line.to.pointer, *below))
                if same(new, leaf):
                    return True
    return False


def lost(tree: Mapping[str, Any], made: CarriedOver) -> list[tuple[Any, ...]]:
    """The places of everything that stands neither in the new report nor in the account."""
    return [at for at, leaf in leaves(tree) if not kept(made, at, leaf)]
