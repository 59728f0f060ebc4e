"""Reading and writing reports (``rhf-report/1``): load then dump gives the same JSON values."""

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from rhf_services.model.cases import Case
from rhf_services.model.report import Loaded, Report
from rhf_services.wire.cases import LoadedCase, case_document
from rhf_services.wire.documents import read_parsed
from rhf_services.wire.json_text import handed_over, parse, parse_lax


def loads(data: bytes | str, *, lax: bool = False) -> Loaded:
    """Read a report from bytes.

    Args:
        data: The document, as UTF-8 bytes or as text.
        lax: Whether to read with orjson (the extra ``fast``): about three times as fast, but a
            key written twice is not named, and a whole number beyond 64 bits loses digits.

    Returns:
        The report and what reading saw. The report is None only where nothing could be read;
        wrong values are kept as they came, and everything else can still be checked.

    Raises:
        ImportError: ``lax`` is set and orjson is not installed.

    Examples:
        >>> loaded = loads(b'{"format": "rhf-report/1", "year": 2024}')
        >>> loaded.report.year, loaded.faults
        (2024, ())
        >>> loads(b"not JSON").faults[0].params["reason"]
        'not-json'
    """
    return read_parsed(parse_lax(data) if lax else parse(data))


def load(file: BinaryIO) -> Loaded:
    """Read a report from an open binary file; see `loads`.

    Examples:
        >>> import io
        >>> load(io.BytesIO(b'{"format": "rhf-report/1"}')).faults
        ()
    """
    return loads(file.read())


def read_report(tree: object) -> Loaded:
    """Read a report that the host has parsed already.

    What only the bytes can show (keys written twice) cannot be seen here.

    Args:
        tree: The JSON value.

    Examples:
        >>> read_report({"format": "rhf-report/1", "year": 2024}).report.year
        2024
    """
    return read_parsed(handed_over(tree))


def dumps(document: Report | LoadedCase | Case | Mapping[str, Any]) -> bytes:
    """Write a report, a case, or any JSON object, as UTF-8 bytes.

    What was loaded is written back as it came; a case made in Python is written from its parts.

    Examples:
        >>> dumps(loads(b'{"format": "rhf-report/1", "year": 2024.0}').report)
        b'{"format": "rhf-report/1", "year": 2024.0}'
    """
    tree = _tree_of(document)
    text = json.dumps(tree, ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can say but UTF-8 cannot
        return json.dumps(tree).encode()


def dump(document: Report | LoadedCase | Case | Mapping[str, Any], file: BinaryIO) -> None:
    """Write a report or a case to an open binary file; see `dumps`.

    Examples:
        >>> import io
        >>> file = io.BytesIO()
        >>> dump(loads(b'{"format": "rhf-report/1"}').report, file)
        >>> file.getvalue()
        b'{"format": "rhf-report/1"}'
    """
    file.write(dumps(document))


def _tree_of(document: Report | LoadedCase | Case | Mapping[str, Any]) -> Mapping[str, Any]:
    match document:
        case Report():
            return document.tree
        case LoadedCase():
            return document.document
        case Case():
            return case_document(document)
        case _:
            return document
