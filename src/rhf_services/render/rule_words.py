"""What is said around a rule, on its page and where it is explained, each with a stable key."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.model.text import Text, _

RULE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "kicker": _("Regel"),
        "blocks": _("Denne regelen kan hindre at rapporten går videre."),
        "never-blocks": _("Denne regelen hindrer aldri noe."),
        "confirmable": _("Hinderet faller bort når teksten er bekreftet."),
        "when": _("Når, og hvor mye det veier"),
        "otherwise": _("andre steg: sier ingenting"),
        "holds-back": _("{severity} (hindrer senere)"),
        "to": _("Hvem som får beskjed"),
        "for": _("Hvem den gjelder"),
        "archive": _("Den ser også på rapporter fra før 2023."),
        "source": _("Hvor det står"),
        "also": _("Det står også her"),
        "years": _("Gjelder rapportår"),
        "years-after": _("etter {year}"),
        "standing": _("Hvor sikkert det er"),
        "covers": _("Hvor mye av kravet regelen kontrollerer"),
        "needs": _("Hva den må vite"),
        "host": _("Hva rapporteringssystemet kan velge"),
        "can-be-lowered": _(
            "Den kan slås av eller dempes. Da står det hvem som gjorde det, hvorfor, og til når."
        ),
        "cannot-be-lowered": _("Den kan verken slås av eller dempes."),
        "example": _("Et eksempel der den sier fra"),
        "mend": _("Slik ordner du det"),
        "cases": _("Flere eksempler"),
        "fires": _("sier fra"),
        "silent": _("sier ikke fra"),
        "crashed": _("regelen stoppet: {crash}"),
        "elsewhere": _("ventet funn ved {expected}, men det ble funn ved {found}"),
        "nowhere": _("ingen steder"),
    }
)

COVERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "whole": _("Hele kravet."),
        "part": _("En del av kravet."),
        "signal": _("Et tegn på at noe bør ses på, ikke et bevis."),
    }
)

NEEDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "entity": _("hvem som rapporterer, slik rapporteringssystemet har det"),
        "cycle": _("fristene for året"),
        "previous": _("rapporten for året før"),
        "attempt": _("hvem som leverer, og når"),
        "time": _("hva klokken er"),
    }
)
