"""Documents that mean harm, or are merely very odd: small ones by name, and large ones by size.

    python tests/fuzz/hostile.py

writes the small ones to the folder ``corpus`` beside this file, which is where a fuzz run begins.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

CORPUS: Final = Path(__file__).parent / "corpus"
HEAD: Final = '{"format": "rhf-report/1", "template": "national-treatment-service", "year": 2024'

# What looks like something else, or like nothing, or moves what stands around it.
HOMOGLYPHS: Final = "Нelse Nоrd"  # the first and the eighth letter are Cyrillic
BIDI: Final = "Kari \u202elpmeskE\u202c \u2066Eksempel\u2069"
UNSEEN: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
ESCAPES: Final = "\x1b[2J\x1b]0;title\x07\x9b31m\x00\x7f"
HALF: Final = "\ud800"
ZALGO: Final = "e" + "\u0301" * 200


def report(rest: str = "", head: str = HEAD) -> bytes:
    """Write a report with more in it.

    Examples:
        >>> report(', "extra": 1').endswith(b'"year": 2024, "extra": 1}')
        True
    """
    return f"{head}{rest}}}".encode("utf-8", "surrogatepass")


def of(**parts: Any) -> bytes:
    """Write a report with parts given as JSON values."""
    return report(", " + json.dumps(parts)[1:-1])


def rows(row: Callable[[int], str], table: str = "clinical-activity") -> Callable[[int], bytes]:
    """Give a document of any number of rows of one table."""

    def made(many: int) -> bytes:
        return report(f', "answers": {{"{table}": [{",".join(map(row, range(many)))}]}}')

    return made


def listed(item: str, key: str = "extra") -> Callable[[int], bytes]:
    """Give a document with any number of the same item in a list."""
    return lambda many: report(f', "{key}": [{",".join([item] * many)}]')


def keyed(part: Callable[[int], str], key: str) -> Callable[[int], bytes]:
    """Give a document with any number of keys in one object."""
    return lambda many: report(f', "{key}": {{{",".join(map(part, range(many)))}}}')


def _waivers(many: int) -> bytes:
    wrong = ",".join(['{"id": "c", "count": "x"}'] * many)
    said = ",".join(
        f'{{"rule": "STR001", "question": "clinical-activity", "of": "{i}"}}' for i in range(many)
    )
    return report(f', "answers": {{"clinical-activity": [{wrong}]}}, "waivers": [{said}]')


def _tools(many: int) -> bytes:
    tools = ",".join(['"x"'] * many)
    return report(f', "answers": {{"quality-improvement": {{"tools": [{tools}]}}}}')


def _long_key(many: int) -> bytes:
    key = "k" * (4 * many)
    wrong = ",".join(f'"{i}": 1' for i in range(many))
    return report(f', "entered_by": {{"{key}": {{{wrong}}}}}')


def _text(text: str) -> Callable[[int], bytes]:
    return lambda many: report(f', "answers": {{"equal-access": "{text * many}"}}')


def _case(key: str, item: str) -> Callable[[int], bytes]:
    def made(many: int) -> bytes:
        around = f'"{key}": [{",".join([item] * many)}]'
        return f'{{"format": "rhf-case/1", "report": {HEAD}}}, {around}}}'.encode()

    return made


SIZED: Final[Mapping[str, Callable[[int], bytes]]] = {
    "good rows": rows(lambda i: f'{{"id": "c{i}", "affiliation": "helse-vest", "count": {i}}}'),
    "one wrong key in every row": rows(lambda i: f'{{"id": "c{i}", "coutn": {i}}}'),
    "one wrong value in every row": rows(lambda i: f'{{"id": "c{i}", "count": "x"}}'),
    "the same id in every row": rows(lambda _i: '{"id": "c", "count": 1}'),
    "an unknown choice in every row": rows(lambda _i: '{"text": "Kurs", "type": "x"}', "teaching"),
    "the same article in every row": rows(
        lambda i: f'{{"title": "A", "doi": "10.5555/{i}"}}', "scientific-articles"
    ),
    "rows that are empty": rows(lambda _i: "{}"),
    "rows that are lists": rows(lambda _i: "[]"),
    "rows that are null": rows(lambda _i: "null"),
    "rows that are numbers": rows(lambda _i: "0"),
    "rows of long numbers": rows(lambda _i: '{"text": "12345678901"}', "teaching"),
    "unknown questions": keyed(lambda i: f'"q{i}": 1', "answers"),
    "unknown keys": lambda many: report("".join(f', "k{i}": 1' for i in range(many))),
    "words on unknown parts": keyed(lambda i: f'"s{i}": 1', "sections"),
    "people with an unknown role": listed(
        '{"id": "p", "name": "Kari Eksempel", "email": "x", "roles": [{"role": "x"}]}', "people"
    ),
    "people of nothing": listed("{}", "people"),
    "people who have an id alone": listed('{"id":"a"}', "people"),
    "hosts of nothing": lambda many: report(
        f', "entity": {{"hosts": [{",".join(["{}"] * many)}]}}'
    ),
    "tools that are texts": _tools,
    "a waiver for every finding": _waivers,
    "many findings below one long key": _long_key,
    "one key written many times": keyed(lambda i: f'"a": {i}', "extra"),
    "a key written twice in every object": listed('{"a":1,"a":2}'),
    "numbers that are none": listed("NaN"),
    "numbers beyond a float": listed("1e400"),
    "numbers of 4300 digits, in six signs": listed("1e4299"),
    "numbers of 400 digits": listed("9" * 400),
    "lists in a list": listed("[]"),
    "objects in a list": listed('{"a":1}'),
    "empty texts": listed('""'),
    "odd letters": listed('"\u00e6\u0301"'),
    "a text of words": _text("Ambulerende klinikk i alle regioner. "),
    "a text of digits": _text("12 "),
    "a text of birth numbers": _text("15868600184 "),
    "a text of what might be birth numbers": _text("01010112345 "),
    "a text of unseen signs": _text(UNSEEN),
    "a text of totals": _text("til sammen behandlet vi har hatt ca. 1 "),
    "a text of escapes": _text("\\u001b"),
    "a text of marks": _text("e\u0301\u0301"),
    "deputies that are none": _case("deputies", "3"),
    "deputies of nothing": _case("deputies", "{}"),
    "deputies of unknown kind": _case("deputies", '{"for": "p1", "person": 3, "x": 1}'),
    "a list of entities of nothing": lambda many: f"[{','.join(['{}'] * many)}]".encode(),
    "a list of numbers for entities": lambda many: f"[{','.join(['0'] * many)}]".encode(),
    "a list of entities": lambda many: (
        b"[" + b",".join([b'{"id": "a", "started": "x"}'] * many) + b"]"
    ),
}
"""Documents of any size, by what they are full of."""


def deep(levels: int) -> Iterator[tuple[str, bytes]]:
    """Give documents so many levels deep, whole and broken off.

    Examples:
        >>> dict(deep(2))["lists, broken off"].endswith(b"[[")
        True
    """
    yield "lists", report(', "extra": ' + "[" * levels + "]" * levels)
    yield "objects", report(', "extra": ' + '{"a":' * levels + "1" + "}" * levels)
    yield "lists, broken off", report(', "extra": ' + "[" * levels)[:-1]
    yield (
        "objects in an answer",
        report(
            ', "answers": {"teaching": '
            + '[{"text":' * (levels // 2)
            + "1"
            + "}]" * (levels // 2)
            + "}"
        ),
    )


def small() -> dict[str, bytes]:
    """Give the small documents, by name."""
    named = {
        "homoglyphs": of(
            answers={"equal-аccess": HOMOGLYPHS, "equal-access": HOMOGLYPHS},
            people=[{"id": "p1", "name": HOMOGLYPHS, "roles": [{"role": "аcademic-lead"}]}],
        ),
        "bidi": of(entity={"name": BIDI}, answers={"equal-access": BIDI, BIDI: 1}, **{BIDI: 1}),
        "unseen": of(answers={"equal-access": UNSEEN}, people=[{"id": UNSEEN, "name": UNSEEN}]),
        "unseen-in-a-birth-number": of(
            answers={"equal-access": "1586\u200b8600\u20601\u200d84 og 15\u00ad8686 00184"}
        ),
        "escapes": of(
            entity={"name": ESCAPES, "id": ESCAPES},
            template=ESCAPES,
            answers={ESCAPES: ESCAPES, "teaching": [{"id": ESCAPES, ESCAPES: 1, "type": ESCAPES}]},
            sections={ESCAPES: 3},
            entered_by={ESCAPES: {ESCAPES: ESCAPES}},
        ),
        "half-a-pair": of(
            answers={"equal-access": HALF, HALF: HALF}, people=[{"id": HALF}], **{HALF: 1}
        ),
        "half-a-pair-written-out": report(f', "entity": {{"name": "{HALF}"}}'),
        "marks": of(answers={"equal-access": ZALGO}, entity={"name": ZALGO}),
        "huge-numbers": report(
            ', "answers": {"clinical-activity": [{"count": 1e999}, {"count": -1e309}, '
            '{"count": 1e-999}, {"count": 99999999999999999999999}, {"count": 1.0e22}, '
            '{"count": -0.0}, {"count": 1e308}]}, "extra": [NaN, Infinity, -Infinity, -0, 0e999]'
        ),
        "huge-year": report(', "year": 1e30'),
        "year-that-is-no-date": report(', "year": -1'),
        "colliding-numbers": report(
            ', "extra": ' + str([i * (2**61 - 1) for i in range(400)]).replace(" ", "")
        ),
        "same-hash-keys": of(extra={str(i * (2**61 - 1)): i for i in range(100)}),
        "keys-twice": report(', "year": 2023, "answers": {"teaching": [{"id": 1, "id": "a"}]}'),
        "not-an-object": b"[1, 2, 3]",
        "nothing": b"",
        "mark-alone": b"\xef\xbb\xbf",
        "utf-16": report().decode().encode("utf-16"),
        "utf-32": report().decode().encode("utf-32"),
        "latin-1": of(entity={"name": "x"}).replace(b'"x"', b'"S\xf8r"'),
        "overlong": report().replace(b"2024", b'"\xc0\x80"'),
        "surrogate-bytes": report().replace(b"2024", b'"\xed\xa0\x80"'),
        "cut": of(answers={"equal-access": "Ja."})[:-9],
        "nul": report() + b"\x00",
        "more-after": report() + b" {}",
        "every-type": of(
            answers={
                "equal-access": [None, True, 3],
                "teaching": {"rows": {"0": {}}},
                "clinical-activity": [[], "x", 3.5, None, {"count": [1]}],
                "quality-improvement": {"tools": [{"other": 3}, {"other": None, "x": 1}, []]},
                "group-helse-vest": {"not_received": "ja"},
            },
            sections={"activity": {"nothing_to_report": False}, "evaluation": []},
            people=[[], {"roles": {"role": "x"}}, {"roles": [3, {"role": []}]}],
            waivers=[{"rule": []}, 3, {"rule": "STR001", "of": {}}],
            parts_done=[],
            languages={"equal-access": 3},
        ),
        "null-everywhere": of(
            answers=None, entity=None, people=None, sections=None, waivers=None, languages=None
        ),
        "case-of-nulls": b'{"format": "rhf-case/1", "report": null, "policy": null}',
        "case-at-the-edges-of-the-calendar": json.dumps(
            {
                "format": "rhf-case/1",
                "report": {
                    **json.loads(report()),
                    "people": [{"id": "p1", "roles": [{"role": "academic-lead"}]}],
                },
                "cycle": {"year": 2024, "deadline": "0001-01-01T00:00:00+14:00"},
                "attempt": {"by": "p7", "at": "9999-12-31T23:59:59-14:00"},
                "deputies": [
                    {"for": "p1", "person": "p7", "from": "2025-02-01", "to": "9999-12-31"}
                ],
            }
        ).encode(),
        "case-of-wrong-parts": json.dumps(
            {
                "format": "rhf-case/1",
                "report": json.loads(report()),
                "entity": {"id": 3, "started": "2024-02-31", "names": [{"name": 3}], "x": {}},
                "group": [{"person": 3}, "x"],
                "cycle": {"year": "2024", "deadline": "9999-12-31T23:59:59+14:00"},
                "attempt": {"by": "p1", "at": "0001-01-01T00:00:00+14:00"},
                "deputies": {"for": "p1"},
                "policy": {"rules": [{"rule": "EVA001", "says": "off", "until": "x"}]},
            }
        ).encode(),
    }
    named |= {f"deep-{name.replace(' ', '-').replace(',', '')}": made for name, made in deep(130)}
    return named


if __name__ == "__main__":
    CORPUS.mkdir(exist_ok=True)
    for name, document in small().items():
        (CORPUS / f"{name}.json").write_bytes(document)
