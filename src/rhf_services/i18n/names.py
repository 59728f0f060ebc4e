"""Names of ids: regions, roles, kinds, stages, severities, audiences, what a field can hold."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import show
from rhf_services.model.continuations import CONTINUATION_NAMES
from rhf_services.model.entities import ENTITY_TYPE_NAMES
from rhf_services.model.people import ROLE_NAMES
from rhf_services.model.regions import REGION_NAMES
from rhf_services.model.text import Text, _

STAGES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "draft": _("utkast"),
        "submission": _("innlevering"),
        "review": _("gjennomgang"),
        "publication": _("publisering"),
    }
)

SEVERITIES: Final[Mapping[str, Text]] = MappingProxyType(
    {"error": _("hindrer"), "warning": _("bør ses på"), "info": _("til opplysning")}
)

AUDIENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "lead": _("Til faglig ansvarlig"),
        "group-leader": _("Til lederen av referansegruppen"),
        "region": _("Til regionen"),
        "service-environment": _("Til servicemiljøet"),
        "host": _("Til den som drifter rapporteringssystemet"),
        "editor": _("Til den som redigerer opplysninger og nettsider"),
        "author": _("Til den som lager skjemaer"),
    }
)

STANDINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "documented": _("står i et dokument"),
        "observed": _("sett i publiserte rapporter"),
        "proposed": _("vårt forslag"),
    }
)

EXPECTED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "text": _("tekst"),
        "whole-number": _("et helt tall, for eksempel 12"),
        "year": _("et helt tall, for eksempel 2024"),
        "count": _("et helt tall fra 0 og oppover, for eksempel 12"),
        "yes-or-no": _("ja eller nei"),
        "choice": _("et av valgene"),
        "text-or-choices": _("tekst, gjerne med valg fra listen"),
        "rows": _("en liste med rader"),
        "list": _("en liste"),
        "parts": _("en gruppe felter"),
        "section": _("«ingenting å rapportere» eller «ikke aktuelt», ett av dem"),
        "statement": _("ja eller nei, gjerne med tekst"),
    }
)

SEATS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "helse-nord": _("en representant fra Helse Nord"),
        "helse-midt-norge": _("en representant fra Helse Midt-Norge"),
        "helse-sor-ost": _("en representant fra Helse Sør-Øst"),
        "helse-vest": _("en representant fra Helse Vest"),
        "user-representative": _("en brukerrepresentant"),
        "reference-group-unit-representative": _("en representant fra tjenesten eller senteret"),
    }
)

SMALL_NUMBERS: Final[tuple[Text, ...]] = (
    _("én"),
    _("to"),
    _("tre"),
    _("fire"),
    _("fem"),
    _("seks"),
    _("sju"),
    _("åtte"),
    _("ni"),
    _("ti"),
)

ABOUT_FIELDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "kind": _("Type"),
        "hosts": _("Vertssykehus"),
        "name": _("Navn"),
        "description": _("Beskrivelse"),
    }
)
"""What the tab «Om senteret» shows, in its order."""

PERSON_FIELDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "name": _("Fullt navn"),
        "email": _("E-post"),
        "phone": _("Telefon"),
        "institution": _("Navn på helseforetak"),
        "roles": _("Rolle"),
        "show-on-page": _("Skal vises på visningsiden"),
        "copy-of-report": _("Skal ha kopi av rapport"),
    }
)
"""What the tab «Roller og ansvar» asks of a person, in the form's own words (S003-064 to 070)."""

FORM_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "not-applicable": _("Ikke aktuelt"),
        "nothing-to-report": _("Ingenting å rapportere"),
        "not-received": _("Svar ikke mottatt"),
        "hidden": _("Vises ikke på visningssiden."),
        "optional": _("Kan stå tomt."),
        "starred": _("Bør stå i hver rad"),
        "other": _("Annet"),
        "yes": _("Ja"),
        "no": _("Nei"),
        "text": _("Tekst"),
        "on-behalf": _("Skrevet inn på vegne av lederen av referansegruppen"),
    }
)
"""The words of a form around its questions."""

NAMES: Final[Mapping[str, Mapping[str, Text]]] = MappingProxyType(
    {
        "stage": STAGES,
        "severity": SEVERITIES,
        "audience": AUDIENCES,
        "standing": STANDINGS,
        "expected": EXPECTED,
        "seat": SEATS,
        "about-field": ABOUT_FIELDS,
        "person-field": PERSON_FIELDS,
        "form-word": FORM_WORDS,
        "continuation": MappingProxyType(
            {str(key): text for key, text in CONTINUATION_NAMES.items()}
        ),
    }
)

_BY_PARAMETER: Final[Mapping[str, Mapping[str, Text]]] = MappingProxyType(
    {
        **NAMES,
        "region": MappingProxyType({str(key): text for key, text in REGION_NAMES.items()}),
        "role": MappingProxyType({str(key): text for key, text in ROLE_NAMES.items()}),
        "entity_type": MappingProxyType(
            {str(key): text for key, text in ENTITY_TYPE_NAMES.items()}
        ),
    }
)


def in_words(number: int, lang: Language) -> str:
    """Write a small number in words, as a limit is read aloud.

    Examples:
        >>> in_words(5, "nb"), in_words(12, "nb")
        ('fem', '12')
    """
    small = 1 <= number <= len(SMALL_NUMBERS)
    return show(SMALL_NUMBERS[number - 1], lang) if small else str(number)


def label(kind: str, id_: str, lang: Language) -> str:
    """Name an id in the reader's language.

    Args:
        kind: What it is the id of: region, role, entity_type, stage, severity, audience,
            standing, expected, seat or continuation; a parameter of a message with the plural of
            such a name (``regions``) names each.
        id_: The id.
        lang: The language.

    Returns:
        The name, or the id itself where it has none.

    Examples:
        >>> label("region", "helse-sor-ost", "nb")
        'Helse Sør-Øst'
        >>> label("colour", "blue", "nb")
        'blue'
    """
    names = _BY_PARAMETER.get(kind) or _BY_PARAMETER.get(kind.removesuffix("s"), {})
    text = names.get(id_)
    return id_ if text is None else show(text, lang)
