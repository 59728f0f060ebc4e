import io
import json

import pytest
from support.checks import report_of

from rhf_services import dump, dumps, load, loads
from rhf_services.model.faults import FaultKind
from rhf_services.model.places import Place
from rhf_services.wire.reports import read_report


def seen(data):
    return [(str(f.kind), Place(f.at).json_pointer) for f in loads(data).faults]


def envelope(**parts):
    return json.dumps({"format": "rhf-report/1", **parts})


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b"null", b"3", b'"svar"', b"{}"])
def test_what_is_no_report_gives_one_fault_and_no_report(data):
    loaded = loads(data)
    assert loaded.report is None
    assert [fault.kind for fault in loaded.faults] == [FaultKind.UNREADABLE]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "not-an-object"),
        (b"{}", "unknown-format"),
        (b'{"format": "rhf-report/2"}', "unknown-format"),
        (b'{"format": "rhf-case/1"}', "unknown-format"),
        (b'{"format": ["rhf-report/1"]}', "unknown-format"),
    ],
)
def test_only_an_object_of_the_known_format_is_a_report(data, reason):
    assert {"reason": reason} == loads(data).faults[0].params


def test_everything_but_the_format_may_be_absent():
    loaded = loads(envelope())
    assert loaded.faults == ()
    assert loaded.report == read_report({"format": "rhf-report/1"}).report


def test_nulls_and_blanks_anywhere_are_no_faults():
    parts = ("template", "year", "edition", "entity", "people", "answers", "sections", "waivers")
    assert seen(envelope(**dict.fromkeys(parts))) == []
    assert seen(envelope(**dict.fromkeys(parts, " "))) == []
    assert seen(envelope(people=[{"name": None, "roles": None}], entity={"hosts": None})) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"year": "2024"}, [("cannot-hold", "/year")]),
        ({"year": True}, [("cannot-hold", "/year")]),
        ({"year": 2024.5}, [("cannot-hold", "/year")]),
        ({"year": 2024.0}, []),
        ({"template": 3, "edition": 2024}, [("cannot-hold", p) for p in ("/template", "/edition")]),
        ({"answers": []}, [("cannot-hold", "/answers")]),
        ({"yeer": 2024}, [("unknown-key", "/yeer")]),
        ({"entity": {"colour": "blå"}}, [("unknown-key", "/entity/colour")]),
        ({"entity": {"type": "a-new-kind"}}, [("unknown-choice", "/entity/type")]),
        (
            {"entity": {"hosts": [{"region": "helse-sor"}]}},
            [("unknown-choice", "/entity/hosts/0/region")],
        ),
        ({"people": {"p1": {}}}, [("cannot-hold", "/people")]),
        ({"people": [{"id": "a"}, {"id": "a"}]}, [("duplicate-id", "/people/1/id")]),
        ({"people": [{"roles": [{"role": "x"}]}]}, [("unknown-role", "/people/0/roles/0/role")]),
        ({"people": [{"show_on_page": "ja"}]}, [("cannot-hold", "/people/0/show_on_page")]),
        ({"sections": {"activity": {"nothing_to_report": True}}}, []),
        ({"sections": {"a": {"b": 1}}}, [("cannot-hold", "/sections/a")]),
        ({"sections": {"a": {}, "b": {"nothing_to_report": False, "not_applicable": None}}}, []),
        (
            {"sections": {"a": {"nothing_to_report": True, "not_applicable": "x"}}},
            [("cannot-hold", "/sections/a")],
        ),
        ({"languages": {"default": "nb", "goals": 3}}, [("cannot-hold", "/languages/goals")]),
        ({"entered_by": {"q": {"person": "p1", "on_behalf_of": "x"}}}, []),
        ({"parts_done": {"entity": 3}}, [("cannot-hold", "/parts_done/entity")]),
        ({"waivers": [{"rule": "ACT001", "row": None, "of": "sha256:0", "at": "2025"}]}, []),
        ({"waivers": [{"reason": 3}]}, [("cannot-hold", "/waivers/0/reason")]),
        ({"comments": [{"text": "Fint.", "question": "equal-access"}]}, []),
        ({"attachments": [{"public": "ja"}]}, [("cannot-hold", "/attachments/0/public")]),
        ({"extra": {"anything": [1, {"at": "all"}]}}, []),
    ],
)  # fmt: skip
def test_the_envelope_is_checked_part_by_part(parts, expected):
    assert expected == seen(envelope(**parts))


def test_answers_are_not_judged_before_the_form_is_known():
    assert seen(envelope(answers={"equal-access": 3, "an-unknown-question": True})) == []


def test_a_fault_is_told_once_where_a_number_is_none():
    assert seen('{"format": "rhf-report/1", "year": NaN}') == [("cannot-hold", "/year")]


def test_a_key_written_twice_is_told_even_where_its_value_cannot_stand():
    data = '{"format": "rhf-report/1", "year": 2024, "year": "2024"}'
    assert seen(data) == [("duplicate-key", "/year"), ("cannot-hold", "/year")]


def test_a_report_carries_its_faults():
    loaded = loads(envelope(yeer=2024))
    assert loaded.report is not None
    assert loaded.faults == loaded.report.faults


@pytest.mark.parametrize(
    "data",
    [
        b'{"format": "rhf-report/1", "year": 2024.0, "extra": [1, 1.0, 1.5e3, -0.0, true, null]}',
        '{"format": "rhf-report/1", "answers": {"equal-access": "bl\u00e5\\n\\u0000"}}',
        b'{"format": "rhf-report/1", "unknown": {"": []}}',
        b'{"format": "rhf-report/1", "extra": "\\ud800"}',
        b'{"format": "rhf-report/1", "extra": 1e999}',
        b"\xef\xbb\xbf" + b'{"format": "rhf-report/1"}',
    ],
)
def test_load_then_dump_is_the_identity_of_json_values(data):
    report = loads(data).report
    assert report is not None
    again = loads(dumps(report)).report
    assert again == report
    assert json.dumps(report.tree) == json.dumps(again.tree)


def test_not_a_number_is_written_back_as_it_came():
    report = loads('{"format": "rhf-report/1", "extra": [NaN, -Infinity]}').report
    assert report is not None
    assert dumps(report) == b'{"format": "rhf-report/1", "extra": [NaN, -Infinity]}'


def test_letters_are_written_as_letters():
    assert dumps({"navn": "Kåre"}) == '{"navn": "Kåre"}'.encode()


def test_half_a_surrogate_pair_is_written_escaped():
    assert dumps({"a": "\ud800å"}) == b'{"a": "\\ud800\\u00e5"}'


def test_files_are_read_and_written_like_bytes():
    report = report_of({"equal-access": "Ja."})
    file = io.BytesIO()
    dump(report, file)
    assert dumps(report) == file.getvalue()
    file.seek(0)
    assert load(file).report == report


def test_a_host_may_have_parsed_the_document_itself():
    loaded = read_report({"format": "rhf-report/1", "year": "2024"})
    assert [fault.at for fault in loaded.faults] == [("year",)]
    assert read_report(None).report is None
