"""What stands around the answers: words for a whole part, languages, waivers, the host's own."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rhf_services.model.places import Place, place_in
from rhf_services.model.values import text_or_none
from rhf_services.process.account import Fate, Line, Reason
from rhf_services.process.carrying_rows import Carried
from rhf_services.process.comparison import Stand
from rhf_services.process.trees import caption_of, is_nothing

OF_THAT_YEAR: Final = ("entered_by", "parts_done", "waivers", "comments", "attachments")
"""Parts that speak of the old answers, or of how they were made; they stay with them."""

_TOLD: Final = (
    "format",
    "template",
    "year",
    "edition",
    "entity",
    "people",
    "answers",
    "sections",
    "languages",
)


def carried_languages(old: Mapping[str, Any], target: Stand, carried: Mapping[str, Any]) -> Carried:
    """Carry the language of the report, and of the answers that are carried.

    Args:
        old: The old report as JSON values.
        target: The form of the new report.
        carried: The answers that are carried.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.process.comparison import stand
        >>> centre = stand(load_registry().templates["national-centre"], 2024)
        >>> languages = {"default": "nn", "centre-status": "nb"}
        >>> carried_languages({"languages": languages}, centre, {}).value
        {'default': 'nn'}
    """
    languages = old.get("languages")
    kept: dict[str, Any] = {}
    lines = []
    for key, value in _parts(languages):
        place = place_in(old, ("languages",) if key is None else ("languages", key))
        if text_or_none(value) is None or not isinstance(key, str):
            lines.append(Line(Fate.NO_PLACE, place, (Reason.UNREADABLE,), None, value))
        elif key == "default" or key in carried:
            kept[key] = value
            lines.append(Line(Fate.CARRIED, place, to=place, caption=caption_of(value)))
        elif key in target.edition.by_id:
            to = Place(("answers", key), key)
            reasons = (Reason.OF_THAT_YEAR,)
            lines.append(Line(Fate.BESIDE, place, reasons, to, value, caption_of(value)))
        else:
            reasons = (Reason.NOT_ASKED,)
            lines.append(Line(Fate.NO_PLACE, place, reasons, None, value, caption_of(value)))
    return Carried(kept or None, tuple(lines))


def told_around(old: Mapping[str, Any], target: Stand) -> Iterator[Line]:
    """Tell of everything around the answers that is not carried.

    Args:
        old: The old report as JSON values.
        target: The form of the new report.

    Examples:
        >>> from rhf_services.hooks import load_registry
        >>> from rhf_services.process.comparison import stand
        >>> centre = stand(load_registry().templates["national-centre"], 2024)
        >>> old = {"parts_done": {"entity": "2025-02-07T12:00:00+01:00"}, "x-status": "sent"}
        >>> [(line.place.json_pointer, str(line.reasons[0])) for line in told_around(old, centre)]
        [('/parts_done/entity', 'of-that-year'), ('/x-status', 'unknown-key')]
    """
    for key, value in _parts(old.get("sections")):
        place = place_in(old, ("sections",) if key is None else ("sections", key))
        section = target.edition.section(str(key)) if key is not None else None
        if section is not None and section.asked:
            yield Line(Fate.BESIDE, place, (), place, value, caption_of(value))
        else:
            reason = Reason.UNREADABLE if key is None else Reason.NO_SECTION
            yield Line(Fate.NO_PLACE, place, (reason,), None, value, caption_of(value))
    for part in OF_THAT_YEAR:
        for key, value in _parts(old.get(part)):
            place = place_in(old, (part,) if key is None else (part, key))
            reasons = (Reason.OF_THAT_YEAR,)
            yield Line(Fate.NO_PLACE, place, reasons, None, value, caption_of(value))
    for key, value in old.items():
        if key in _TOLD or key in OF_THAT_YEAR or is_nothing(value):
            continue
        reason = Reason.HOSTS_OWN if key == "extra" else Reason.UNKNOWN_KEY
        yield Line(Fate.NO_PLACE, place_in(old, (key,)), (reason,), None, value)


def _parts(value: Any) -> Iterator[tuple[str | int | None, Any]]:
    """Go through the pieces of a part; what cannot be parted is one piece without a key."""
    if is_nothing(value):
        return
    if isinstance(value, Mapping):
        yield from ((key, part) for key, part in value.items() if not is_nothing(part))
    elif isinstance(value, list):
        yield from ((at, part) for at, part in enumerate(value) if not is_nothing(part))
    else:
        yield None, value
