"""What two independent validators say of a document, and where, told as our check tells it."""

import math
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

from rhf_services.checking.compiling import compiled_form
from rhf_services.model.faults import FaultKind
from rhf_services.wire.documents import read_parsed
from rhf_services.wire.json_text import Parsed

STRUCTURE = (FaultKind.CANNOT_HOLD, FaultKind.UNREADABLE)


def our_places(tree, form, registry):
    """Where our structure check finds a value that cannot stand there."""
    loaded = read_parsed(Parsed(tree))
    faults = list(loaded.faults)
    if loaded.report is not None:
        structure = compiled_form(registry, form.template, form.edition).structure
        faults += [fault.below("answers") for fault in structure(tree.get("answers"))]
    return {fault.at for fault in faults if fault.kind in STRUCTURE}


def python_validator(schema):
    return Draft202012Validator(schema, format_checker=FormatChecker())


def rust_validator(schema):
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def python_places(validator, tree):
    return told([place for error in validator.iter_errors(tree) for place in _python(error)])


def rust_places(validator, tree):
    places = [place for error in validator.iter_errors(tree) for place in _rust(error)]
    return told([seen_by_rust(at) for at in places])


def told(places):
    """Map places: a fault of the format is one of the whole; below a fault nothing is told."""
    lifted = {() if at == ("format",) else at for at in places}
    return {at for at in lifted if not any(at[:many] in lifted for many in range(len(at)))}


def seen_by_rust(at):
    """Tell a place as jsonschema-rs can: it takes "15" for 15, and leaves out empty keys."""
    return tuple(str(step) for step in at if step != "")


def _python(error):
    here = tuple(error.absolute_path)
    if error.validator != "anyOf":
        return [here]
    branches: dict[Any, list[Any]] = {}
    for below in error.context:
        branches.setdefault(below.schema_path[0], []).append(below)
    for found in branches.values():
        if not any(one.validator == "type" and tuple(one.absolute_path) == here for one in found):
            return [place for one in found for place in _python(one)]
    return [here]


def _rust(error):
    here = tuple(error.instance_path)
    if error.kind.name != "anyOf":
        return [here]
    for found in error.kind.context:
        if not any(one.kind.name == "type" and tuple(one.instance_path) == here for one in found):
            return [place for one in found for place in _rust(one)]
    return [here]


def as_json(value):
    """Leave out what JSON cannot say: numbers that are none, halves of surrogate pairs."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {as_json(key): as_json(part) for key, part in value.items()}
        case list():
            return [as_json(part) for part in value]
        case _:
            return value
