"""What ``check`` says of an archive."""

from typing import Final

from rhf_services.model.text import _, _n

DOCUMENTS: Final = _("Dokumenter")
MAY_SUBMIT: Final = _("Kan leveres")
MAY_NOT_SUBMIT: Final = _("Kan ikke leveres")
WITH_FINDINGS: Final = _("Har funn")
BLOCKED: Final = _("Hindres i dette steget")
LATER: Final = _("Må ordnes før de kan gå videre")
UNREADABLE: Final = _("Kan ikke leses")
CRASHED: Final = _("Stanset på grunn av en regel")
LOST: Final = _("Fikk ikke svar")
PER_RULE: Final = _("Funn per regel")
MORE: Final = _n(
    "… og {count} dokument til. Med --all vises alle.",
    "… og {count} dokumenter til. Med --all vises alle.",
)
PROGRESS: Final = _("Kontrollert: {number} ({percent} %)")
PROGRESS_UNKNOWN: Final = _("Kontrollert: {number}")
STOPPED: Final = _n(
    "Stanset etter {count} dokument. Gå videre med {option}.",
    "Stanset etter {count} dokumenter. Gå videre med {option}.",
)
TOO_LONG: Final = _("Dokumentet er for langt til å bli lest.")
WORKER_DIED: Final = _(
    "Prosessen stanset brått på dette dokumentet, også da det ble prøvd alene ({problem})."
)
STOPPED_ON: Final = _("Kontrollen stanset på grunn av en feil hos oss ({problem}).")
EMPTY_FOLDER: Final = _("Mappen har ingen filer som slutter på .json, .ndjson eller .jsonl.")
