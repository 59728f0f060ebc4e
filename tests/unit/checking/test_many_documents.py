"""Where documents come from: lines of a file, files of a folder; never more than the bound."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhf_services import ArchiveDocument, Lost, folder, ndjson
from rhf_services.checking.many import document_of


def lines_of(data, **how):
    return [(one.line, one.data) for one in ndjson(io.BytesIO(data), **how)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"\n\r\n  \t\n", []),
        (b"{}", [(1, b"{}")]),
        (b"{}\r\n[]\n", [(1, b"{}"), (2, b"[]")]),
        (b"\n {} \n\n1", [(2, b" {}"), (4, b"1")]),
    ],
)
def test_lines_are_documents_and_blank_ones_are_none(data, expected):
    assert lines_of(data) == expected


@given(st.lists(st.binary(max_size=30).map(lambda one: one.replace(b"\n", b"")), max_size=20))
def test_the_offset_is_where_the_document_begins(rows):
    data = b"\n".join(rows)

    for one in ndjson(io.BytesIO(data)):
        assert data[one.offset :].startswith(one.data)
        assert data[: one.offset].count(b"\n") == one.line - 1


@given(
    st.lists(st.binary(max_size=200).map(lambda one: one.replace(b"\n", b"")), max_size=9),
    st.integers(1, 50),
)
def test_a_line_that_is_too_long_is_named_and_the_next_is_read(rows, longest):
    found = list(ndjson(io.BytesIO(b"\n".join(rows)), longest=longest))

    expected = [
        (place + 1, None if len(row) > longest else row.rstrip())
        for place, row in enumerate(rows)
        if len(row) > longest or row.rstrip()
    ]
    assert [(one.line, one.data) for one in found] == expected
    assert all((one.lost is Lost.TOO_LONG) == (one.data is None) for one in found)


def test_a_line_that_is_too_long_is_never_in_memory():
    class Long(io.RawIOBase):
        left = 200
        most = 0

        def readline(self, size=-1):
            self.left -= 1
            Long.most = max(Long.most, size)
            return b"x" * size if self.left > 0 else b"\n" * (self.left == 0)

    (one,) = ndjson(Long(), longest=1000)

    assert one.lost is Lost.TOO_LONG
    assert Long.most <= 2**16


def test_reading_begins_where_it_is_asked_to():
    data = b"1\n\n3\n4\n"

    assert lines_of(data, from_line=3) == [(3, b"3"), (4, b"4")]
    assert lines_of(data, from_line=9) == []


def test_a_path_is_opened_and_closed_again(tmp_path):
    path = tmp_path / "a.ndjson"
    path.write_bytes(b"{}\n[]\n")

    source = ndjson(path)
    first = next(source)
    source.close()

    assert (first.name, first.where) == (str(path), f"{path}:1")
    assert [one.name for one in ndjson(path, name="a")] == ["a", "a"]
    with pytest.raises(FileNotFoundError):
        next(ndjson(tmp_path / "gone.ndjson"))


@pytest.fixture
def archive(tmp_path):
    for name in ("b.json", "a/2.JSON", "a/1.json", "a.json", ".git/x.json", "c/.x.json", "d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / "c.jsonl").write_bytes(b"1\n2\n")
    return tmp_path


def names(found, below):
    return [one.where.removeprefix(f"{below}{os.sep}") for one in found]


def test_a_folder_is_read_in_the_order_of_its_names(archive):
    assert names(folder(archive), archive) == [
        f"a{os.sep}1.json",
        f"a{os.sep}2.JSON",
        "a.json",
        "b.json",
        "c.jsonl:1",
        "c.jsonl:2",
    ]


def test_a_folder_goes_on_after_a_file(archive):
    assert names(folder(archive, after=str(archive / "a.json")), archive) == [
        "b.json",
        "c.jsonl:1",
        "c.jsonl:2",
    ]


def test_what_cannot_be_opened_in_a_folder_is_named(archive, monkeypatch):
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("c"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    (archive / "a" / "3.json").symlink_to(archive / "gone")
    (archive / "around").symlink_to(archive)
    monkeypatch.setattr(os, "scandir", closed)

    found = dict(zip(names(folder(archive), archive), folder(archive), strict=True))

    assert (found["c"].lost, found["c"].detail) == (Lost.CANNOT_OPEN, "Permission denied")
    assert len(found) == 7


def test_a_link_that_leads_to_itself_ends_no_archive(archive):
    (archive / "a" / "loop.json").symlink_to(archive / "a" / "loop.json")
    (archive / "a" / "loop.ndjson").symlink_to(archive / "a" / "loop.ndjson")

    found = dict(zip(names(folder(archive), archive), folder(archive), strict=True))
    loops = [found[f"a{os.sep}loop.json"], found[f"a{os.sep}loop.ndjson"]]

    assert [one.lost for one in loops] == [Lost.CANNOT_OPEN] * 2
    assert all(one.detail for one in loops)
    assert [*found][-1] == "c.jsonl:2"
    assert len(found) == 8
    after = folder(archive, after=str(archive / "a" / "loop.ndjson"))
    assert names(after, archive)[0] == "a.json"


def test_a_folder_that_is_not_there_is_the_callers_mistake(tmp_path):
    with pytest.raises(FileNotFoundError):
        next(folder(tmp_path / "gone"))


def test_one_file_is_one_document(tmp_path):
    (tmp_path / "a.json").write_bytes(b"{} ")

    assert document_of(tmp_path / "a.json") == ArchiveDocument(str(tmp_path / "a.json"), b"{} ")
    assert document_of(tmp_path / "a.json", longest=2).lost is Lost.TOO_LONG
    assert document_of(tmp_path).detail == "Is a directory"
