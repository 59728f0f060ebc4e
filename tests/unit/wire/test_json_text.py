import json

import pytest

from rhf_services.model.places import Place
from rhf_services.wire.json_text import handed_over, parse, parse_lax


def seen(data):
    """Give each fault as its kind and place."""
    return [(str(fault.kind), Place(fault.at).json_pointer) for fault in parse(data).faults]


def reason(data):
    """Give why nothing could be read."""
    parsed = parse(data)
    assert (parsed.value, parsed.readable) == (None, False)
    (fault,) = parsed.faults
    assert (fault.kind, fault.at) == ("unreadable", ())
    return fault.params


@pytest.mark.parametrize("data", ['{"a": [1, "å"]}', '{"a": [1, "å"]}'.encode()])
def test_text_and_bytes_are_read_alike(data):
    parsed = parse(data)
    assert (parsed.value, parsed.faults, parsed.readable) == ({"a": [1, "å"]}, (), True)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf[1]", "\ufeff[1]"])
def test_a_byte_order_mark_is_dropped_silently(data):
    assert (parse(data).value, parse(data).faults) == ([1], ())


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32-LE"),
        ("utf-32-be", "UTF-32-BE"),
    ],
)
def test_another_encoding_is_named(encoding, named):
    expected = {"reason": "not-utf-8", "encoding": named}
    assert expected == reason('{"format": "rhf-report/1"}'.encode(encoding))


@pytest.mark.parametrize("data", [b'{"a": "\xff"}', "bl\u00e5".encode("latin-1"), b"\xc3"])
def test_bytes_that_are_no_utf_8_are_named(data):
    assert reason(data) == {"reason": "not-utf-8", "encoding": "?"}


@pytest.mark.parametrize(
    ("data", "line", "position"),
    [
        (b"{", 1, 2),
        (b'{\n  "a": 1,\n  "b" 2\n}', 3, 7),
        (b"[1, 2] 3", 1, 8),
        ('"tab\there"', 1, 5),
        ("\ufeff\ufeff[1]", 1, 1),
        (b"{'a': 1}", 1, 2),
        (b"[01]", 1, 3),
    ],
)
def test_what_is_no_json_is_told_with_line_and_position(data, line, position):
    assert {"reason": "not-json", "line": line, "position": position} == reason(data)


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", "", b"\xef\xbb\xbf"],
    ids=["no bytes", "blanks", "no text", "a byte-order mark"],
)
def test_nothing_at_all_is_told_as_such(data):
    assert reason(data) == {"reason": "empty"}


def test_of_a_key_written_twice_the_last_value_is_read():
    assert parse('{"year": 1, "year": 2}').value == {"year": 2}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('{"year": 1, "year": 2}', ["/year"]),
        ('{"year": 1, "year": 2, "year": 3}', ["/year"]),
        ('{"a": 1, "b": 1, "b": 2, "a": 2}', ["/a", "/b"]),
        ('{"answers": {"teaching": [{}, {"id": 1, "id": 2}]}}', ["/answers/teaching/1/id"]),
        ('[[{"a": {"b": 1, "b": 2}}]]', ["/0/0/a/b"]),
        ('{"a": {"x": 1, "x": 2}, "b": {"x": 1, "x": 2}}', ["/a/x", "/b/x"]),
    ],
)
def test_keys_written_twice_are_named_with_their_places(data, expected):
    assert [("duplicate-key", place) for place in expected] == seen(data)


def test_a_repetition_inside_a_value_that_was_overwritten_is_not_told_elsewhere():
    """Only the last value of a key is read; a place in a lost one leads nowhere."""
    assert seen('{"a": {"x": 1, "x": 2}, "a": 3}') == [("duplicate-key", "/a")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("NaN", [""]),
        ("[0, NaN, Infinity, -Infinity]", ["/1", "/2", "/3"]),
        ('{"a": {"b": NaN}}', ["/a/b"]),
        ('["NaN og Infinity"]', []),
    ],
)
def test_what_is_no_number_is_kept_and_named(data, expected):
    assert [("no-number", place) for place in expected] == seen(data)


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ("1e999", 10**999),
        ("-1e999", -(10**999)),
        ("1.5E+400", 15 * 10**399),
        ("1" + "0" * 309, 10**309),
        ("1e4299", 10**4299),
    ],
)
def test_a_number_too_great_for_a_float_is_kept_exactly_and_named(literal, value):
    parsed = parse(f'{{"a": [{literal}]}}')
    assert {"a": [value]} == parsed.value
    assert [(fault.kind, fault.at) for fault in parsed.faults] == [("huge-number", ("a", 0))]


def test_a_great_number_survives_the_round_trip():
    value = parse("[1e999]").value
    assert value == parse(json.dumps(value)).value


@pytest.mark.parametrize("literal", ["1e308", "-1e308", "1" + "0" * 308, "1e-999", "0e999999999"])
def test_numbers_that_floats_can_hold_are_nothing_to_speak_of(literal):
    assert parse(literal).faults == ()


@pytest.mark.parametrize("literal", ["9" * 4300, "-" + "9" * 4300])
def test_a_whole_number_of_4300_digits_can_be_read(literal):
    assert int(literal) == parse(literal).value


@pytest.mark.parametrize(
    "literal",
    ["9" * 5000, "-" + "9" * 5000, "1e5000", "1e99999999999999999999", "-1e99999999999999999999"],
)
def test_a_number_with_more_digits_cannot(literal):
    assert reason(f"[{literal}]") == {"reason": "long-number"}


def nested(levels):
    return "[" * levels + "]" * levels


def test_a_hundred_levels_can_be_read():
    assert parse(nested(100)).readable


@pytest.mark.parametrize("levels", [101, 900, 100_000])
def test_more_levels_cannot(levels):
    assert reason(nested(levels)) == {"reason": "too-deep"}


def test_objects_count_as_levels_too():
    deep = '{"a":' * 101 + "1" + "}" * 101
    assert reason(deep) == {"reason": "too-deep"}


def test_depth_is_told_even_where_the_end_is_missing():
    assert reason("[" * 100_000) == {"reason": "too-deep"}


@pytest.mark.parametrize("data", [b'["\\ud800"]', '["\ud800"]'], ids=["escaped", "written out"])
def test_half_a_surrogate_pair_is_kept(data):
    parsed = parse(data)
    assert (parsed.value, parsed.faults) == (["\ud800"], ())


@pytest.mark.parametrize("data", ["null", "3", '"svar"', "true", "[]"])
def test_any_json_value_can_be_parsed(data):
    assert json.loads(data) == parse(data).value


@pytest.mark.parametrize("written", ["NaN", "1e400"])
def test_of_many_odd_numbers_only_those_that_are_told_are_named(written):
    odd = seen(f"[{','.join([written] * 240)}]")
    assert [place for _kind, place in odd] == sorted(f"/{at}" for at in range(240))
    many = parse(f"[{','.join(['NaN'] * 5000)}, {{}}]")
    assert len(many.faults) == 1001
    assert {fault.at[0] for fault in many.faults} == set(range(1001))


def test_exponents_may_stand_for_so_many_digits_and_no_more():
    assert parse(f"[{','.join(['1e4000'] * 25)}]").readable
    assert reason(f"[{','.join(['1e4000'] * 26)}]") == {"reason": "many-long-numbers"}
    assert parse(f"[{','.join(['1e300'] * 5000)}]").readable


@pytest.mark.parametrize("levels", [100, 101, 900])
def test_the_lax_reader_reads_no_deeper(levels):
    assert parse_lax(nested(levels)).readable == (levels == 100)
    assert handed_over(json.loads(nested(levels))).readable == (levels == 100)
