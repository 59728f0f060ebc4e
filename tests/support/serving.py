"""Asking as a program in another language does: line by line, and what is answered."""

import io
import json

from support.schemas import python_validator, rust_validator

from rhf_services import load_registry, schemas
from rhf_services.serving import serve

REGISTRY = load_registry()
SCHEMAS = schemas()
ANSWER = rust_validator(SCHEMAS["rhf-answer/1"])


def fits(document, name=None):
    """See that two validators take a document."""
    schema = SCHEMAS[name or document["format"]]
    rust_validator(schema).validate(document)
    python_validator(schema).validate(document)


def line_of(verb, id_=1, **params):
    """Write a request as a line."""
    request = {"jsonrpc": "2.0", "id": id_, "method": verb, "params": params}
    return json.dumps(request).encode() + b"\n"


def line_around(report):
    """Write a request to check a report, which stands in the line as it is written."""
    request = line_of("check", report="REPORT").decode()
    return request.replace('"REPORT"', report).encode()


def spoken(data, *, registry=REGISTRY, **how):
    """Give all answers to some bytes, each of which fits its schema, and what was logged."""
    target, said = io.BytesIO(), []
    serve(io.BytesIO(data), target, registry, said.append, **how)
    answers = []
    for line in target.getvalue().splitlines(keepends=True):
        assert line.isascii()
        assert line.endswith(b"\n")
        answer = json.loads(line, parse_constant=_no_json)
        ANSWER.validate(answer)
        answers.append(answer)
    return answers, "".join(said)


def _no_json(word):
    raise AssertionError(word)


def asked(verb, **params):
    """Ask one thing, and give the answer."""
    [answer], _said = spoken(line_of(verb, **params))
    return answer


def result(verb, **params):
    """Ask one thing, and give its result, which fits its schema."""
    answer = asked(verb, **params)
    assert "error" not in answer, answer
    fits(answer["result"])
    return answer["result"]


def refused(verb, **params):
    """Ask one thing wrongly, and give what is said of it."""
    error = asked(verb, **params)["error"]
    return error["data"]["kind"], error["data"]["param"], error["message"]
