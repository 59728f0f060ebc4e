"""All contestants find the same, or no figure is worth anything: verdict, places and names."""

import json
from importlib.util import find_spec

from benchmark import documents, ours, peers

PEERS = {
    "msgspec": peers.by_msgspec,
    "jsonschema-rs": peers.by_jsonschema_rs,
    "pydantic v2": peers.by_pydantic,
    "attrs+cattrs": peers.by_cattrs,
    "jsonschema": peers.by_jsonschema,
}


def installed():
    """Give the contestants whose library is installed; msgspec and pydantic have a group."""
    there = {"msgspec": find_spec("msgspec"), "pydantic v2": find_spec("pydantic")}
    return {name: build for name, build in PEERS.items() if there.get(name, True)}


def cases():
    """Name the documents that all must agree on."""
    for at, document in enumerate((documents.big(), documents.middle(), documents.small())):
        yield f"good {at}", document
        yield f"five faults {at}", documents.five_faults(document)
        yield f"seven breaks {at}", documents.seven_breaks(document)
    for name, document in documents.changed(documents.FINE):
        yield f"good {name}", document
    yield from documents.changed(documents.BROKEN)


def compared(found):
    """Leave out what rules say where the structure is wrong: the others run none there."""
    faults = {one for one in found if one[0] == "structure"}
    return faults or found


def disagreements():
    """Give (contestant, case, what it found, what we found) for all that differ."""
    own = ours.contestant()
    others = {name: build() for name, build in installed().items()}
    for name, document in cases():
        data = json.dumps(document, ensure_ascii=False).encode()
        expected = compared(own(data))
        if name.startswith("good") == bool(expected):
            yield "ours", name, expected, "nothing" if expected else "something"
        for peer, check in others.items():
            found = check(data)
            if found != expected:
                yield peer, name, found, expected
