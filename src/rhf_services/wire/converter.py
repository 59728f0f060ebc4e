"""The one cattrs converter: exact types, ISO dates, names that Python cannot spell."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, Final

import attrs
from cattrs import Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from rhf_services.model.cases import Attempt, Cycle, Deputy, Extension
from rhf_services.model.continuations import Continuation
from rhf_services.model.days import as_written
from rhf_services.model.entities import DatedDescription, DatedName, Entity, Host, SubUnit
from rhf_services.model.faults import MOST_TOLD
from rhf_services.model.people import Seat
from rhf_services.model.policy import HostPolicy, RuleChange
from rhf_services.model.regions import Region
from rhf_services.model.values import moment_or_none, whole_or_none

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@cache
def converter() -> Converter:
    """Give the converter, made when first used.

    Examples:
        >>> converter().structure({"name": "Et navn", "from": "2014-03-21"}, DatedName).from_
        datetime.date(2014, 3, 21)
    """
    made = Converter(forbid_extra_keys=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook_factory(
        lambda kind: getattr(kind, "__origin__", None) is tuple,
        lambda kind: _several(made, kind.__args__[0]),
    )
    made.register_structure_hook(Region, lambda value, _type: Region(value))
    made.register_structure_hook(Continuation, lambda value, _type: Continuation(value))
    made.register_structure_hook(int, _whole)
    made.register_structure_hook(bool, _flag)
    made.register_structure_hook(date, lambda value, _type: _day(value))
    made.register_structure_hook(datetime, lambda value, _type: _moment(value))
    made.register_structure_hook(datetime | date | None, lambda value, _type: _either(value))
    made.register_structure_hook(datetime | None, lambda value, _type: _moment(value))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(datetime, as_written)
    made.register_unstructure_hook(datetime | date | None, _written)
    for kind in (
        Host,
        DatedName,
        DatedDescription,
        SubUnit,
        Entity,
        Seat,
        Extension,
        Cycle,
        Attempt,
        Deputy,
        RuleChange,
        HostPolicy,
    ):
        names: dict[str, Any] = {
            field.name: override(rename=field.name.rstrip("_"))
            for field in attrs.fields(kind)
            if field.name.endswith("_")
        }
        made.register_structure_hook(
            kind, make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True, **names)
        )
        made.register_unstructure_hook(
            kind, make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True, **names)
        )
    return made


def _several(made: Converter, kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    """Read a list, and nothing else that can be gone through, as a tuple.

    The wrong items are named one by one; where nearly nothing is right, the list itself is wrong.
    """

    def listed(value: Any, _type: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError
        found: list[Any] = []
        wrong: list[Exception] = []
        for at, item in enumerate(value):
            try:
                found.append(made.structure(item, kind))
            except Exception as error:  # noqa: BLE001  (whatever a converter says)
                if len(wrong) == MOST_TOLD:
                    raise TypeError from None
                error.add_note(IterableValidationNote(f"item {at}", at, kind))
                wrong.append(error)
        if wrong:
            raise IterableValidationError("some items are wrong", wrong, list[kind])
        return tuple(found)

    return listed


def _text(value: Any, _type: type) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _whole(value: Any, _type: type) -> int:
    number = whole_or_none(value)
    if number is None:
        raise TypeError
    return number


def _flag(value: Any, _type: type) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError


def _day(value: Any) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise TypeError


def _moment(value: Any) -> datetime:
    moment = moment_or_none(value)
    if moment is None:
        raise TypeError
    return moment


def _written(value: datetime | date) -> str:
    return as_written(value) if isinstance(value, datetime) else value.isoformat()


def _either(value: Any) -> datetime | date:
    return moment_or_none(value) or _day(value)
