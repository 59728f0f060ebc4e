"""The verbs of rhf-services over HTTP: a small web service to copy and make your own.

Run it, on this machine alone:

    uvicorn --factory --app-dir examples/http_service service:make_app

GET asks with a query, POST with a JSON body; both answer with the same JSON. What goes wrong is
told as application/problem+json (RFC 9457). The whole of it is described at /openapi.json.
"""

import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from openapi import GETTABLE, STATUS, openapi_document
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rhf_services import Registry, load_registry
from rhf_services.serving import (
    MOST_BYTES,
    VERBS,
    Parsed,
    RefusedError,
    answer,
    parse,
    where_it_failed,
)

AROUND = 1  # a report lies one level down, in the object of parameters
LISTS = ("rows", "kinds")  # what may be written several times in a query
LOG = logging.getLogger("uvicorn.error")

Handler = Callable[[Request], Awaitable[Response]]


class Answer(JSONResponse):
    """JSON in ASCII: a text may hold half a surrogate pair, which UTF-8 cannot say."""

    def render(self, content: Any) -> bytes:
        """Write the answer."""
        return json.dumps(content, separators=(",", ":"), allow_nan=False).encode("ascii")


class UnreadError(Exception):
    """A request that holds no question; its arguments are those of `problem`."""


def make_app(registry: Registry | None = None, most: int = MOST_BYTES) -> Starlette:
    """Make the application; the forms and rules are loaded once.

    Args:
        registry: What is loaded; None for everything installed.
        most: How many bytes a body may have.
    """
    loaded = load_registry() if registry is None else registry
    document = openapi_document(loaded)

    async def described(_request: Request) -> Response:
        return JSONResponse(document)

    routes = [Route("/openapi.json", described)]
    for verb in VERBS:
        methods = ["GET", "POST"] if verb in GETTABLE else ["POST"]
        routes.append(Route(f"/{verb}", _asked(verb, loaded, most), methods=methods))
    return Starlette(routes=routes, exception_handlers={HTTPException: _told_by_framework})


def _asked(verb: str, registry: Registry, most: int) -> Handler:
    async def handle(request: Request) -> Response:
        read = _from_body(request, most) if request.method == "POST" else _from_query(request)
        try:
            params = await read
            return Answer(await run_in_threadpool(answer, verb, params, registry))
        except RefusedError as refused:
            return problem(
                STATUS[refused.kind],
                str(refused.kind),
                refused.message,
                refused.param,
                refused.choices,
            )
        except UnreadError as unread:
            return problem(*unread.args)
        except Exception as error:  # noqa: BLE001  (what gets out is logged with its text)
            told = where_it_failed(error)
            LOG.error("A question could not be answered.\n%s", told)  # noqa: TRY400  (nor here)
            return problem(500, "internal", "Something went wrong here; see the log.")

    return handle


async def _from_body(request: Request, most: int) -> Parsed:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise UnreadError(415, "wrong-type", "The body must be application/json.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise UnreadError(413, "too-long", f"The body may have {most} bytes.")
    params = parse(bytes(body), around=AROUND)
    if not params.readable:
        reason = str(params.faults[0].params["reason"])
        raise UnreadError(400, reason, f"The body cannot be read: {reason}.")
    return params


async def _from_query(request: Request) -> Parsed:
    params: dict[str, Any] = {}
    for name in request.query_params:
        values = request.query_params.getlist(name)
        if name in LISTS:
            params[name] = values
        elif len(values) > 1:
            raise UnreadError(400, "wrong-params", f"{name!r} is written twice.", name)
        else:
            params[name] = _number(values[0]) if name == "year" else values[0]
    return Parsed(params)


def problem(
    status: int,
    kind: str,
    detail: str,
    param: str | None = None,
    choices: Sequence[str] = (),
) -> Response:
    """Tell what went wrong (RFC 9457); ``kind`` is for programs, ``detail`` for programmers."""
    content = {
        "type": f"urn:rhf-services:problem:{kind}",
        "title": kind.replace("-", " ").capitalize(),
        "status": status,
        "detail": detail,
        "kind": kind,
        "param": param,
        "choices": [*choices],
    }
    return Answer(content, status, media_type="application/problem+json")


async def _told_by_framework(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    kind = {404: "no-path", 405: "wrong-method"}.get(status, "http")
    told = problem(status, kind, str(getattr(error, "detail", "")))
    told.headers.update(getattr(error, "headers", None) or {})
    return told


def _number(written: str) -> int | str:
    digits = written.removeprefix("-")
    whole = digits.isascii() and digits.isdecimal() and len(written) < 20
    return int(written) if whole else written
