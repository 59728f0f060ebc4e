"""From a line to its answer: JSON-RPC 2.0, one request or one batch to a line."""

import json
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from rhf_services.hooks import Registry
from rhf_services.model.faults import FaultKind, Params
from rhf_services.model.places import Pointer
from rhf_services.model.values import whole_or_none
from rhf_services.serving.asking import RefusedError
from rhf_services.serving.logs import where_it_failed
from rhf_services.serving.verbs import VERBS, answer
from rhf_services.wire.json_text import Parsed, faults_within, parse
from rhf_services.wire.nesting import readable_part
from rhf_services.wire.schemas.questions import MOST_ID

AROUND: Final = 3
"""How many levels may lie around a report: a batch, a request, its parameters."""

MOST_IN_A_BATCH: Final = 100

PARSE: Final = -32700
REQUEST: Final = -32600
METHOD: Final = -32601
PARAMS: Final = -32602
INTERNAL: Final = -32603

Log = Callable[[str], None]


@frozen
class _BadLineError(Exception):
    """A request that is none."""

    code: int
    kind: str
    message: str
    choices: tuple[str, ...] = ()


def answered(line: bytes | None, registry: Registry, log: Log) -> bytes | None:
    """Answer a line.

    Args:
        line: The line, with or without its end; None for one that was too long to be kept.
        registry: What is loaded.
        log: Takes what whoever runs the process should see: where something failed, never with what
            words; a request without an id.

    Returns:
        The answer as one line of ASCII without its end; None where there is nothing to answer:
        a blank line, or a notification, which JSON-RPC leaves unanswered.

    Examples:
        >>> from rhf_services import load_registry
        >>> answered(b"hello?", load_registry(), print)[:46]
        b'{"jsonrpc":"2.0","id":null,"error":{"code":-32'
    """
    if line is None:
        return _written(_error(None, _BadLineError(REQUEST, "too-long", "The line is too long.")))
    line = line.rstrip(b"\r\n")  # so that what is cut off ends on the line it stands on
    whole = parse(line, around=AROUND)
    if not whole.readable:
        params = whole.faults[0].params
        return None if params["reason"] == "empty" else _written(_unread(line, params))
    if not isinstance(whole.value, list):
        return _one(whole, (), registry, log)
    many = len(whole.value)
    if not 0 < many <= MOST_IN_A_BATCH:
        kind = "too-many" if many else "no-request"
        message = f"A batch holds from 1 to {MOST_IN_A_BATCH} requests."
        return _written(_error(None, _BadLineError(REQUEST, kind, message)))
    several = [_one(whole, (at,), registry, log) for at in range(many)]
    told = [one for one in several if one is not None]
    return b"[" + b",".join(told) + b"]" if told else None


def _unread(line: bytes, params: Params) -> dict[str, Any]:
    """Say why a line cannot be read, and of which request where that can be seen all the same."""
    reason, column = str(params["reason"]), params.get("position")
    where = "" if column is None else f" (column {column})"
    if isinstance(column, int) and column > len(line.decode("utf-8", "replace")):
        where = f" (column {column}, where the line ends)"
    bad = _BadLineError(PARSE, reason, f"The line cannot be read: {reason}{where}.")
    return _error(_id_beside_the_depth(line) if reason == "too-deep" else None, bad)


def _id_beside_the_depth(line: bytes) -> Any:
    """Give the id of a request that is JSON, but lies too deep to be answered."""
    try:
        pairs = json.loads(readable_part(line.decode("utf-8-sig")), object_pairs_hook=tuple)
    except (RecursionError, ValueError):
        return None
    ids = [value for key, value in pairs if key == "id"] if isinstance(pairs, tuple) else []
    return ids[0] if len(ids) == 1 and _is_id(ids[0]) else None


def _one(whole: Parsed, at: Pointer, registry: Registry, log: Log) -> bytes | None:
    """Answer one request; None for a notification."""
    id_ = _id(whole, at)
    try:
        request = _request(whole, at)
        if "id" not in request:
            log(f"A request without an id is not answered: {request['method']!r}\n")
            return None
        params = Parsed({}) if request.get("params") is None else _params(whole, at)
        result = answer(_verb(request["method"]), params, registry)
        return _written({"jsonrpc": "2.0", "id": id_, "result": result})
    except _BadLineError as bad:
        return _written(_error(id_, bad))
    except RefusedError as refused:
        data = {"kind": str(refused.kind), "param": refused.param, "choices": [*refused.choices]}
        error = {"code": PARAMS, "message": refused.message, "data": data}
        return _written({"jsonrpc": "2.0", "id": id_, "error": error})
    except (Exception, SystemExit) as error:  # noqa: BLE001  (one bad question must not end the process)
        log(where_it_failed(error))
        wrong = _BadLineError(INTERNAL, "internal", "Something went wrong here; see the log.")
        return _written(_error(id_, wrong))


def _request(whole: Parsed, at: Pointer) -> dict[str, Any]:
    """Give the request at a place, where it is one."""
    value = _at(whole, at)
    if not isinstance(value, dict) or value.get("jsonrpc") != "2.0":
        raise _BadLineError(REQUEST, "no-request", 'A request is an object with "jsonrpc": "2.0".')
    for fault in whole.faults:
        if fault.kind is FaultKind.DUPLICATE_KEY and fault.at[:-1] == at:
            raise _BadLineError(REQUEST, "repeated-key", f"{fault.at[-1]!r} is written twice.")
    if not isinstance(value.get("method"), str):
        raise _BadLineError(REQUEST, "no-request", "'method' must be the name of a verb.")
    if not _is_id(value.get("id")):
        message = f"'id' must be a text, or a whole number up to {MOST_ID}."
        raise _BadLineError(REQUEST, "wrong-id", message)
    return value


def _at(whole: Parsed, at: Pointer) -> Any:
    return whole.value[at[0]] if at else whole.value


def _id(whole: Parsed, at: Pointer) -> Any:
    """Give the id of a request, where it has one that can be told, so that a bad one is known."""
    value = _at(whole, at)
    twice = any(fault.at == (*at, "id") for fault in whole.faults)
    id_ = value.get("id") if isinstance(value, dict) and not twice else None
    return id_ if _is_id(id_) else None


def _is_id(value: Any) -> bool:
    number = whole_or_none(value)
    return (
        value is None or isinstance(value, str) or (number is not None and abs(number) <= MOST_ID)
    )


def _verb(method: str) -> str:
    if method not in VERBS:
        raise _BadLineError(METHOD, "unknown-verb", f"There is no verb {method!r}.", tuple(VERBS))
    return method


def _params(whole: Parsed, at: Pointer) -> Parsed:
    """Give the parameters with what was seen in them; how deep a document is, it is asked."""
    return Parsed(_at(whole, at)["params"], faults_within(whole.faults, (*at, "params")))


def _error(id_: Any, bad: _BadLineError) -> dict[str, Any]:
    data = {"kind": bad.kind, "param": None, "choices": [*bad.choices]}
    error = {"code": bad.code, "message": bad.message, "data": data}
    return {"jsonrpc": "2.0", "id": id_, "error": error}


def _written(answer_: Any) -> bytes:
    """Write an answer in ASCII, so that no encoding, and no sign that ends lines, can break it."""
    return json.dumps(answer_, separators=(",", ":"), allow_nan=False).encode("ascii")
