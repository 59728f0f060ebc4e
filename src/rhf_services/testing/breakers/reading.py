"""Documents that cannot be read, odd numbers, and parts around the report that make no sense."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rhf_services.hooks import Registry
from rhf_services.model.columns import NumberColumn
from rhf_services.model.places import Pointer
from rhf_services.testing.broken import Broken
from rhf_services.testing.drafts import Draft, breaking
from rhf_services.testing.drawing import few
from rhf_services.testing.good import LEAD
from rhf_services.testing.tables import table_of
from rhf_services.testing.values import calm_keys, calm_values
from rhf_services.wire.reports import dumps

_MARK: Final = "rhf-testing-mark"
_TOO_DEEP: Final = 101
_TOO_MANY_DIGITS: Final = 4301
_HUGE: Final = (10**309, -(10**308) - 1, 3 * 10**1000, 10**4000)
_HUGE_WRITTEN: Final = ("1e309", "-2.5E+400", "1" + "0" * 320, "1.0e999")
_SHAPES: Final[tuple[tuple[str, Pointer, int], ...]] = (
    ("[{}]", (), 0),
    ('{{"tall": [0, {}]}}', ("tall",), 1),
    ('[[1.5, [{}]], {{"a": null}}]', (0, 1), 0),
)
_NOT_READ: Final[dict[str, tuple[Any, ...]]] = {
    "deputies": (3, "p2", [{"person": "p2"}], [{"for": LEAD, "person": 3}], [None]),
    "cycle": (
        [],
        {"year": "2024"},
        {"year": 2024, "deadline": "snart"},
        {"year": 2024, "part_due": "snart"},
    ),
    "previous": ([], 3, "i fjor", {"format": "rhf-report/9"}, {}),
    "policy": (
        {"rules": [{"rule": "ACT001"}]},
        {"rules": [{"rule": "ACT001", "says": "loud"}]},
        {"rules": "ACT001"},
        {"options": {"small_numbers": "ja"}},
    ),
}


def unreadable_document(registry: Registry) -> SearchStrategy[Broken]:
    """Make the case, or the report in it, something that cannot be read at all."""

    def spoil(draw: DrawFn, draft: Draft) -> None:
        way = draw(st.sampled_from((_cut, _other_encoding, _other_thing, _too_deep, _too_long)))
        way(draw, draft)
        draft.expect()

    return breaking(registry, "RDG001", spoil)


def no_number(registry: Registry) -> SearchStrategy[Broken]:
    """Write NaN or Infinity where the host keeps its own data."""

    def write(draw: DrawFn, draft: Draft) -> None:
        odd = draw(
            st.lists(st.sampled_from(("NaN", "Infinity", "-Infinity")), min_size=1, max_size=3)
        )
        _write_in_extra(draw, draft, *odd)

    return breaking(registry, "STR009", write)


def huge_number(registry: Registry) -> SearchStrategy[Broken]:
    """Write a number that most programs cannot keep, in a row or in the host's own data."""

    def write(draw: DrawFn, draft: Draft) -> None:
        fields = [
            (asked, column)
            for asked in draft.form.tables
            for column in table_of(asked).columns
            if isinstance(column, NumberColumn)
        ]
        if not fields or draw(st.booleans()):
            _write_in_extra(draw, draft, draw(st.sampled_from(_HUGE_WRITTEN)))
            return
        asked, column = draw(st.sampled_from(fields))
        rows = draft.fill(draw, asked)
        draft.answers[asked.id] = rows
        for at, row in draw(few(list(enumerate(rows)))):
            draft.expect_in(asked, at, column.id)
            number = draw(st.sampled_from(_HUGE))
            row[column.id] = number if column.minimum is None else abs(number)

    return breaking(registry, "STR010", write)


def unreadable_part(registry: Registry) -> SearchStrategy[Broken]:
    """Let a part that the host hands over around the report make no sense."""

    def spoil(draw: DrawFn, draft: Draft) -> None:
        document = draft.document
        spoilt = set()
        for part in draw(few([*_NOT_READ, "more", "entity", "attempt", "group"], most=3)):
            key = draw(calm_keys())
            if part in _NOT_READ:
                document[part] = draw(st.sampled_from(_NOT_READ[part]))
                spoilt.add(part)
            elif part == "group" and "group" in document:
                draw(st.sampled_from(document["group"]))[key] = draw(calm_values().filter(_told))
                spoilt.add(part)
            elif part in ("entity", "attempt"):
                document[part][key] = draw(calm_values().filter(_told))
                spoilt.add(part)
            else:
                document[key] = draw(calm_values())
                spoilt.add(key)
        for _part in spoilt:
            draft.expect()

    return breaking(registry, "STR011", spoil)


def _told(value: Any) -> bool:
    return value is not None


def _cut(draw: DrawFn, draft: Draft) -> None:
    written = dumps(draft.document)
    draft.data = written[: draw(st.integers(0, len(written) - 1))]


def _other_encoding(draw: DrawFn, draft: Draft) -> None:
    draft.report["extra"] = {"navn": "Åse Påfunn"}
    encodings = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1")
    encoding = draw(st.sampled_from(encodings))
    draft.data = dumps(draft.document).decode().encode(encoding, errors="replace")


def _other_thing(draw: DrawFn, draft: Draft) -> None:
    document = draft.document
    match draw(st.sampled_from(("case", "case format", "no report", "report", "report format"))):
        case "case":
            draft.data = draw(st.sampled_from((b"[]", b"3", b"null", b'"rapport"', b"[{}]")))
        case "case format":
            document["format"] = draw(st.sampled_from((None, "rhf-case/2", "rhf-report/1", 1)))
        case "no report":
            del document["report"]
        case "report":
            document["report"] = draw(st.sampled_from((None, [], "rapport", 3, True)))
        case _:
            draft.report["format"] = draw(st.sampled_from((None, "rhf-report/2", "", 1)))


def _too_deep(draw: DrawFn, draft: Draft) -> None:
    levels = draw(st.integers(_TOO_DEEP, 3 * _TOO_DEEP))
    opened, closed = draw(st.sampled_from((("[", "]"), ('{"a":', "}"))))
    _write(draft, f"{opened * levels}0{closed * levels}")


def _too_long(draw: DrawFn, draft: Draft) -> None:
    digits = "9" * (_TOO_MANY_DIGITS + draw(st.integers(0, 99)))
    _write(draft, draw(st.sampled_from((digits, f"-{digits}", f"{digits}.5", "1e4300"))))


def _write_in_extra(draw: DrawFn, draft: Draft, *written: str) -> None:
    """Write numbers as they stand, somewhere below what the host keeps for itself."""
    text = ", ".join(written)
    shape, at, first = draw(st.sampled_from(_SHAPES))
    for number in range(len(written)):
        draft.expect("extra", *at, first + number)
    _write(draft, shape.format(text))


def _write(draft: Draft, text: str) -> None:
    marked = {**draft.document, "report": {**draft.report, "extra": _MARK}}
    draft.data = dumps(marked).replace(f'"{_MARK}"'.encode(), text.encode())
