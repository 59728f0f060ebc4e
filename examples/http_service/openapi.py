"""The description of the service (OpenAPI 3.1), made of the JSON Schemas of the library."""

from collections.abc import Mapping
from typing import Any, Final

from rhf_services import Registry, schemas
from rhf_services.serving import PARAMS, RESULTS, VERBS, RefusalKind

ABOUT: Final = {
    "templates": "Which forms there are",
    "form": "A whole form as one document",
    "check": "What is to be said of a report",
    "explain": "What a rule says, with examples",
    "carry-over": "A new report from last year's, and what became of the rest",
    "diff": "What changed between two editions of a form",
    "trace": "What carries each statement of the documents",
    "which": "Which form an entity reports on, and why",
    "schema": "The JSON Schema of reports and answers",
    "hello": "What is loaded, and what can be asked",
}
GETTABLE: Final = ("templates", "form", "explain", "diff", "trace", "schema", "hello")
"""The verbs that need no document, and so can be asked with a query."""

STATUS: Final = {
    RefusalKind.WRONG_PARAMS: 400,
    RefusalKind.NOT_FOUND: 404,
    RefusalKind.UNCLEAR: 409,
    RefusalKind.UNREADABLE: 422,
    RefusalKind.UNWRITABLE: 422,
}
PROBLEMS: Final = {
    "400": "The question cannot be read, or a parameter is wrong.",
    "404": "Something that is named is not here.",
    "409": "More has to be said: which form, or which year.",
    "413": "The body is too long.",
    "415": "The body is not application/json.",
    "422": "There is no report in what was handed over.",
    "500": "Something went wrong here.",
}

Json = dict[str, Any]


def openapi_document(registry: Registry) -> Json:
    """Describe the service.

    Args:
        registry: What is loaded, for its version.
    """
    every = schemas()
    components: Json = {"Problem": _problem()}
    for name in dict.fromkeys(RESULTS.values()):
        components |= flattened(every[name], every[name]["title"])
    components |= {_params_of(verb): dict(PARAMS[verb]) for verb in VERBS}
    titles = {verb: every[RESULTS[verb]]["title"] for verb in VERBS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "rhf-services",
            "version": registry.versions.get("rhf-services", "0"),
            "description": "The rulebook of Norway's national health services.",
        },
        "servers": [{"url": "/"}],
        "paths": {f"/{verb}": _path(verb, titles[verb]) for verb in VERBS},
        "components": {"schemas": components},
    }


def flattened(schema: Mapping[str, Any], title: str) -> Json:
    """Lay a schema and its definitions side by side, as OpenAPI keeps them."""
    kept = {key: value for key, value in schema.items() if key not in ("$schema", "$id", "$defs")}
    parts = {f"{title}.{name}": part for name, part in schema.get("$defs", {}).items()}
    return {name: _moved(part, title) for name, part in {title: kept, **parts}.items()}


def _moved(value: Any, title: str) -> Any:
    if isinstance(value, dict):
        return {
            key: f"#/components/schemas/{title}.{part.rpartition('/')[2]}"
            if key == "$ref" and isinstance(part, str)
            else _moved(part, title)
            for key, part in value.items()
        }
    return [_moved(part, title) for part in value] if isinstance(value, list) else value


def _path(verb: str, title: str) -> Json:
    name = "".join(part.capitalize() for part in verb.split("-"))
    body = {"required": True, "content": _json(_params_of(verb))}
    post = {"operationId": f"ask{name}", "requestBody": body, **_said(verb, title)}
    if verb not in GETTABLE:
        return {"post": post}
    unasked = ("413", "415")
    get = {"operationId": f"get{name}", "parameters": _query(verb), **_said(verb, title, unasked)}
    return {"get": get, "post": post}


def _said(verb: str, title: str, without: tuple[str, ...] = ()) -> Json:
    problems = {
        status: {
            "description": said,
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
        }
        for status, said in PROBLEMS.items()
        if status not in without
    }
    answered = {"description": ABOUT[verb], "content": _json(title)}
    return {"summary": ABOUT[verb], "responses": {"200": answered, **problems}}


def _query(verb: str) -> list[Json]:
    schema = PARAMS[verb]
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": _without_null(part),
        }
        for name, part in schema["properties"].items()
    ]


def _without_null(schema: Mapping[str, Any]) -> Json:
    """Say what a query can say: no null, and a year or an edition as a text."""
    made = {key: value for key, value in schema.items() if key != "anyOf"}
    if "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if one.get("type") not in ("null", "integer")]
        made |= kinds[0]
        if made["type"] == "string":
            made["examples"] = [str(one) for one in made.get("examples", ())]
    if isinstance(made.get("type"), list):
        made["type"] = made["type"][0]
    if "enum" in made:
        made["enum"] = [word for word in made["enum"] if word is not None]
    return made


def _problem() -> Json:
    text = {"type": "string"}
    parts: Json = {
        "type": {**text, "format": "uri"},
        "title": text,
        "status": {"type": "integer"},
        "detail": text,
        "kind": {**text, "description": "Why, for programs."},
        "param": {"type": ["string", "null"]},
        "choices": {"type": "array", "items": text},
    }
    return {
        "type": "object",
        "properties": parts,
        "required": [*parts],
        "additionalProperties": False,
    }


def _params_of(verb: str) -> str:
    return "".join(part.capitalize() for part in verb.split("-")) + "Params"


def _json(name: str) -> Json:
    return {"application/json": {"schema": _ref(name)}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
