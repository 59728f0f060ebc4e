"""The words of the account, each with a stable key."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.keys import Keyed
from rhf_services.model.text import Text, _
from rhf_services.process.account import Fate, Reason

FATES: Final[Mapping[Fate, Text]] = MappingProxyType(
    {
        Fate.CARRIED: _("Tatt med i den nye rapporten: {number}"),
        Fate.BESIDE: _("Vises ved siden av, men er ikke fylt inn: {number}"),
        Fate.NEEDS_A_LOOK: _("Bør ses på: {number}"),
        Fate.NO_PLACE: _("Har ikke plass i den nye rapporten: {number}"),
    }
)

REASONS: Final[Mapping[Reason, Text]] = MappingProxyType(
    {
        Reason.OF_THAT_YEAR: _("Dette hører til rapporten det sto i."),
        Reason.DESCRIPTION: _("Den nye rapporten får beskrivelsen for sitt eget år."),
        Reason.NOT_ASKED: _("Det nye skjemaet spør ikke om dette."),
        Reason.UNKNOWN_QUESTION: _("Ingen av skjemaene her har dette spørsmålet."),
        Reason.NO_SECTION: _("Det nye skjemaet har ingen spørsmål i denne delen."),
        Reason.UNREADABLE: _("Noe av det som står her, kan ikke leses."),
        Reason.EMPTY_ROW: _("Raden er tom."),
        Reason.SAME_ID: _("To har samme id. Gi den ene en ny."),
        Reason.UNKNOWN_COLUMN: _("Det nye skjemaet har ikke dette feltet."),
        Reason.CHOICE_NOT_HERE: _("Valget finnes ikke i det nye skjemaet. Velg et annet."),
        Reason.CHOICE_RETIRED: _("Valget tilbys ikke lenger. Velg gjerne et annet."),
        Reason.ENDED: _("Sluttdatoen er passert. Behold bare det som fortsatt er i arbeid."),
        Reason.ROLE_NOT_HERE: _("En rolle er ikke i bruk i det nye skjemaet."),
        Reason.UNKNOWN_ROLE: _("En rolle er ukjent her."),
        Reason.OTHER_KIND: _("Det nye skjemaet er laget for en annen type enhet."),
        Reason.UNKNOWN_KEY: _("Feltet er ukjent her."),
        Reason.HOSTS_OWN: _("Dette er rapporteringssystemets egne opplysninger."),
    }
)

PARTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "entity": _("Om senteret"),
        "people": _("Roller og ansvar"),
        "answers": _("Svarene"),
        "sections": _("Svar for en hel del"),
        "languages": _("Språk"),
        "entered_by": _("Hvem som skrev inn svarene"),
        "parts_done": _("Deler som er meldt ferdige"),
        "waivers": _("Begrunnelser"),
        "comments": _("Kommentarer"),
        "attachments": _("Vedlegg"),
        "extra": _("Rapporteringssystemets egne opplysninger"),
    }
)

FIELDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "id": _("Id"),
        "type": _("Type"),
        "code": _("Kode"),
        "name": _("Navn"),
        "description": _("Beskrivelse"),
        "icd10": _("Diagnosekoder"),
        "hosts": _("Vertssykehus"),
        "units": _("Enheter som rapporterer gjennom denne"),
    }
)

SENTENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "begun": _("Ny rapport for {year}: {template}"),
        "from": _("Bygger på rapporten for {year}: {template}"),
        "from-unknown": _("Bygger på en rapport uten kjent skjema eller år."),
        "empty": _("Den gamle rapporten er tom."),
        "not-carried": _("Dette er ikke tatt med."),
        "person": _("Person {number}"),
        "row": _("Rad {number}"),
        "entry": _("Oppføring {number}"),
        "yes": _("Ja"),
        "no": _("Nei"),
        "not-applicable": _("Ikke aktuelt"),
        "nothing-to-report": _("Ingenting å rapportere"),
        "not-received": _("Svar ikke mottatt"),
        "report-language": _("Hele rapporten"),
    }
)


def account_texts() -> Iterator[Keyed]:
    """Give every text of the account.

    Examples:
        >>> next(account_texts()).key
        'account.fate.carried'
    """
    kinds: tuple[tuple[str, Mapping[str, Text]], ...] = (
        ("fate", {str(key): text for key, text in FATES.items()}),
        ("reason", {str(key): text for key, text in REASONS.items()}),
        ("part", PARTS),
        ("field", FIELDS),
        ("sentence", SENTENCES),
    )
    for kind, texts in kinds:
        for id_, text in texts.items():
            yield Keyed(f"account.{kind}.{id_.replace('_', '-')}", text)
