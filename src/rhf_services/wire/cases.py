"""Reading and writing cases (``rhf-case/1``): the report with what a host knows around it.

The parts around the report are the host's own data. A part that cannot be read is left out and
named to the host; it never holds anybody's report back.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, Final, TypeVar

from attrs import field, frozen

from rhf_services.model.cases import CASE_FORMAT, Attempt, Case, Cycle, Deputy
from rhf_services.model.entities import Entity
from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.people import ReferenceGroup, Seat
from rhf_services.model.places import Place, Pointer
from rhf_services.model.policy import HostPolicy
from rhf_services.model.report import Loaded
from rhf_services.model.values import is_blank
from rhf_services.wire.documents import read_parsed, wrong_document
from rhf_services.wire.json_text import Parsed, parse

T = TypeVar("T")

PARTS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "entity": Entity,
        "group": tuple[Seat, ...],
        "cycle": Cycle,
        "attempt": Attempt,
        "submitted": Attempt,
        "deputies": tuple[Deputy, ...],
        "policy": HostPolicy,
    }
)


@frozen
class LoadedCase:
    """What reading a case gave.

    Attributes:
        case: The case; its report is None where no report could be read.
        faults: What reading saw; the case carries them into the check.
        document: The document as JSON values, exactly as it will be written back.

    Examples:
        >>> loads_case(b'{"format": "rhf-case/1"}').case.report is None
        True
    """

    case: Case
    faults: tuple[Fault, ...]
    document: Mapping[str, Any] = field(repr=False)


def loads_case(data: bytes | str) -> LoadedCase:
    """Read a case from bytes.

    Args:
        data: The document, as UTF-8 bytes or as text.

    Returns:
        The case, what reading saw, and the document.

    Examples:
        >>> data = b'{"format": "rhf-case/1", "report": {"format": "rhf-report/1"}}'
        >>> loads_case(data).case.report is None
        False
    """
    return read_case(parse(data))


def load_case(file: BinaryIO) -> LoadedCase:
    """Read a case from an open binary file; see `loads_case`.

    Examples:
        >>> import io
        >>> load_case(io.BytesIO(b"{")).faults[0].params["reason"]
        'not-json'
    """
    return loads_case(file.read())


def read_case(parsed: Parsed) -> LoadedCase:
    """Make a case of what was parsed.

    Examples:
        >>> read_case(Parsed({"format": "rhf-case/1", "deputies": 3})).faults[-1].params
        {'where': '/deputies'}
    """
    if not parsed.readable:
        return LoadedCase(Case(report=None, faults=parsed.faults), parsed.faults, {})
    wrong = wrong_document(parsed.value, CASE_FORMAT)
    if wrong is not None:
        document = parsed.value if isinstance(parsed.value, Mapping) else {}
        return LoadedCase(Case(report=None, faults=(wrong,)), (wrong,), document)
    document = parsed.value
    within = tuple(_within(fault) for fault in parsed.faults if fault.at[:1] == ("report",))
    around = tuple(fault for fault in parsed.faults if fault.at[:1] != ("report",))
    loaded = read_parsed(Parsed(document.get("report"), within))
    if document.get("report") is None:
        loaded = Loaded(None, (Fault(FaultKind.UNREADABLE, (), {"reason": "no-report"}),))
    previous = read_parsed(Parsed(document.get("previous"))).report
    faults = [*loaded.faults, *(_elsewhere(fault) for fault in around)]
    parts: dict[str, Any] = {}
    for name, kind in PARTS.items():
        raw = document.get(name)
        if raw is not None:
            value, seen = read_part(raw, kind)
            if name == "submitted" and value is None:
                value = Attempt()  # it was submitted; only by whom or when cannot be read
            parts[name] = value
            faults += [_around((name, *at)) for at in seen]
    known = ("format", "report", "previous", *PARTS)
    faults += [_around((key,)) for key in document if key not in known]
    if previous is None and document.get("previous") is not None:
        faults.append(_around(("previous",)))
    group = parts.pop("group", None)
    given = {name: value for name, value in parts.items() if value is not None}
    case = Case(
        report=loaded.report,
        previous=previous,
        group=None if group is None else ReferenceGroup(group, kept_by_host=True),
        faults=tuple(faults),
        **given,
    )
    return LoadedCase(case, tuple(faults), document)


def case_document(case: Case) -> dict[str, Any]:
    """Write a case made in Python as JSON values.

    Examples:
        >>> from rhf_services.model.report import Report
        >>> case_document(Case(report=Report({"format": "rhf-report/1"})))
        {'format': 'rhf-case/1', 'report': {'format': 'rhf-report/1'}}
    """
    from rhf_services.wire.converter import converter  # noqa: PLC0415  (heavy; only where used)

    document: dict[str, Any] = {"format": CASE_FORMAT}
    for name in ("report", "previous"):
        report = getattr(case, name)
        if report is not None:
            document[name] = report.tree
    for name in PARTS:
        value = getattr(case, name)
        if name == "group" and value is not None:
            value = value.seats
        if value is not None and (value or name == "group") and value != HostPolicy():
            document[name] = converter().unstructure(value)
    return document


def read_part(raw: Any, kind: Any) -> tuple[Any, list[Pointer]]:
    """Read one part; an item or field that cannot be read is left out, and its place told.

    Examples:
        >>> entity, places = read_part({"id": "a", "started": "2014"}, Entity)
        >>> entity.id, places
        ('a', [('started',)])
    """
    from cattrs import BaseValidationError  # noqa: PLC0415  (heavy; only where there is a part)

    from rhf_services.wire.converter import converter  # noqa: PLC0415

    value = without_blanks(raw)
    seen: list[Pointer] = []
    while True:
        try:
            return converter().structure(value, kind), seen
        except BaseValidationError as error:
            wrong = sorted(_places(error, ()), key=lambda place: str(place[0]))
        except Exception:  # noqa: BLE001  (whatever a converter says of a host's value)
            return None, [*seen, ()]
        seen += [at for at, _error in wrong if at not in seen]
        if kind is Attempt and not all(_is_unknown(one) for _at, one in wrong):
            return None, seen  # half an attempt is none
        gone = {at if _is_unknown(one) else at[: _item(at)] for at, one in wrong}
        rest = value if () in gone else _without(value, gone)
        if rest == value:  # what is wrong is that something is missing
            return None, seen
        value = rest


def _is_unknown(error: BaseException) -> bool:
    from cattrs import ForbiddenExtraKeysError  # noqa: PLC0415

    return isinstance(error, ForbiddenExtraKeysError)


def _item(at: Pointer) -> int:
    """Count the steps to what has to go: the innermost item of a list, or else the field."""
    positions = [step for step, key in enumerate(at) if isinstance(key, int)]
    return positions[-1] + 1 if positions else len(at[:1])


def without_blanks(value: Any) -> Any:
    """Leave out every null and blank text in objects, however deep; they are missing.

    Examples:
        >>> without_blanks({"a": None, "b": [{"c": " "}]})
        {'b': [{}]}
    """
    if isinstance(value, Mapping):
        return {key: without_blanks(v) for key, v in value.items() if not is_blank(v)}
    if isinstance(value, list):
        return [without_blanks(item) for item in value]
    return value


def _places(error: BaseException, at: Pointer) -> Iterator[tuple[Pointer, BaseException]]:
    from cattrs import (  # noqa: PLC0415
        AttributeValidationNote,
        ForbiddenExtraKeysError,
        IterableValidationNote,
    )

    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield (*at, key), error
    elif isinstance(error, ExceptionGroup):
        for below in error.exceptions:
            step: Pointer = ()
            for note in getattr(below, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    step = (note.name.rstrip("_"),)
                elif isinstance(note, IterableValidationNote):  # pragma: no branch
                    step = (note.index,)
            yield from _places(below, (*at, *step))
    else:
        yield at, error


def _without(value: Any, wrong: set[Pointer]) -> Any:
    """Leave out the fields and items at some places."""
    below: dict[str | int, set[Pointer]] = {}
    for at in wrong:
        below.setdefault(at[0], set()).add(at[1:])
    if isinstance(value, Mapping):
        return {
            key: _without(part, below[key]) if key in below else part
            for key, part in value.items()
            if () not in below.get(key, ())
        }
    return [
        _without(part, below[at]) if at in below else part
        for at, part in enumerate(value)
        if () not in below.get(at, ())
    ]


def _within(fault: Fault) -> Fault:
    return Fault(fault.kind, fault.at[1:], fault.params)


def _elsewhere(fault: Fault) -> Fault:
    """Tell of a fault around the report, which has no place in the report itself."""
    return Fault(fault.kind, (), {"where": Place(fault.at).json_pointer})


def _around(at: Pointer) -> Fault:
    return Fault(FaultKind.UNREADABLE_PART, (), {"where": Place(at).json_pointer})
