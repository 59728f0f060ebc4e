"""The words of a difference, each with a stable key: ``difference.<kind>``."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.keys import Keyed
from rhf_services.model.text import Text, _
from rhf_services.process.changes import ChangeKind as Kind

CHANGES: Final[Mapping[Kind, Text]] = MappingProxyType(
    {
        Kind.SECTION_ADDED: _("Ny del: {section}."),
        Kind.SECTION_DROPPED: _("Delen {section} er tatt bort."),
        Kind.SECTION_MOVED: _("Delen {section} står et annet sted i rekkefølgen."),
        Kind.SECTION_RETITLED: _("Delen {before} heter nå {after}."),
        Kind.SECTION_GUIDANCE_ADDED: _("Delen {section} har fått veiledning."),
        Kind.SECTION_GUIDANCE_DROPPED: _("Delen {section} har ikke lenger veiledning."),
        Kind.SECTION_GUIDANCE_REWORDED: _("Veiledningen til delen {section} er skrevet om."),
        Kind.SECTION_TAB: _("Delen {section} vises på en annen fane."),
        Kind.SECTION_STANDING: _("Delen {section}: {after}; før {before}."),
        Kind.SECTION_SOURCE: _("Delen {section} har en annen kilde: {after}; før {before}."),
        Kind.QUESTION_ADDED: _("Nytt spørsmål: {question}."),
        Kind.QUESTION_DROPPED: _("Spørsmålet {question} er tatt bort."),
        Kind.QUESTION_MOVED: _("{question} står et annet sted i rekkefølgen."),
        Kind.QUESTION_TO_SECTION: _("{question} er flyttet fra delen {before} til delen {after}."),
        Kind.QUESTION_RETITLED: _("{before} heter nå {after}."),
        Kind.GUIDANCE_ADDED: _("{question} har fått veiledning."),
        Kind.GUIDANCE_DROPPED: _("{question} har ikke lenger veiledning."),
        Kind.GUIDANCE_REWORDED: _("Veiledningen til {question} er skrevet om."),
        Kind.HIDDEN: _("{question} vises ikke lenger på visningssiden."),
        Kind.SHOWN: _("{question} vises nå på visningssiden."),
        Kind.OPTIONAL: _("{question} kan nå stå tomt uten at noen spør."),
        Kind.AWAITED: _("{question} bør nå besvares; før kunne det stå tomt."),
        Kind.ADDRESSEE: _("{question} stilles nå til {after}; før til {before}."),
        Kind.REGION: _("{question} gjelder nå {after}; før {before}."),
        Kind.BESIDE_ADDED: _("Ved siden av {question} vises nå det som er registrert."),
        Kind.BESIDE_DROPPED: _("Ved siden av {question} vises ikke lenger det som er registrert."),
        Kind.LIMIT_SET: _("{question}: skjemaet ber nå om inntil {after}."),
        Kind.LIMIT_LIFTED: _(
            "{question}: skjemaet har ikke lenger noen grense; før inntil {before}."
        ),
        Kind.LIMIT_CHANGED: _("{question}: skjemaet ber nå om inntil {after}; før {before}."),
        Kind.LIMIT_YEAR: _(
            "{question}: grensen på {limit} gjelder nå {after}; før gjaldt den {before}."
        ),
        Kind.ANSWER_KIND: _("{question} besvares nå med {after}; før med {before}."),
        Kind.TABLE_TEXT_ADDED: _("{question}: én tekst kan nå stå under radene."),
        Kind.TABLE_TEXT_DROPPED: _("{question}: det er ikke lenger plass til tekst under radene."),
        Kind.LASTING: _("{question} tas nå med fra år til år."),
        Kind.NOT_LASTING: _("{question} tas ikke lenger med fra år til år."),
        Kind.COLUMN_ADDED: _("{question} har et nytt felt: {column}."),
        Kind.COLUMN_DROPPED: _("{question}: feltet {column} er tatt bort."),
        Kind.COLUMN_MOVED: _("{question}: feltet {column} står et annet sted i rekkefølgen."),
        Kind.COLUMN_RETITLED: _("{question}: feltet {before} heter nå {after}."),
        Kind.COLUMN_STARRED: _("{question}: feltet {column} bør nå stå i hver rad."),
        Kind.COLUMN_UNSTARRED: _("{question}: feltet {column} kan nå stå tomt."),
        Kind.COLUMN_KIND: _("{question}: feltet {column} tar nå {after}; før {before}."),
        Kind.COLUMN_LEAST: _(
            "{question}: det minste tallet i {column} er nå {after}; før {before}."
        ),
        Kind.CHOICE_ADDED: _("{question}: nytt valg, {choice}."),
        Kind.CHOICE_DROPPED: _("{question}: valget {choice} tilbys ikke lenger."),
        Kind.CHOICE_MOVED: _("{question}: valget {choice} står et annet sted i listen."),
        Kind.CHOICE_REWORDED: _("{question}: valget {before} heter nå {after}."),
        Kind.CHOICE_YEARS: _("{question}: valget {choice} tilbys nå {after}; før {before}."),
        Kind.CHOICE_OTHER_OPENED: _("{question}: et annet svar enn valgene kan nå skrives inn."),
        Kind.CHOICE_OTHER_CLOSED: _("{question}: bare valgene i listen kan nå brukes."),
        Kind.FIELDS_STANDING: _("Feltene under {question}: {after}; før {before}."),
        Kind.CHOICES_STANDING: _("Valgene under {question}: {after}; før {before}."),
        Kind.CHOICES_SOURCE: _(
            "Valgene under {question} har en annen kilde: {after}; før {before}."
        ),
        Kind.STANDING: _("{question}: {after}; før {before}."),
        Kind.SOURCE: _("{question} har en annen kilde: {after}; før {before}."),
    }
)

KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "text": _("tekst"),
        "group-text": _("tekst fra referansegruppen"),
        "text-with-choices": _("tekst og valg fra en liste"),
        "table": _("rader"),
        "statement": _("ja eller nei"),
        "number": _("et helt tall"),
        "choice": _("et av valgene"),
        "doi": _("en DOI"),
        "date": _("en dato"),
        "entity": _("tjenesten, nettverket eller senteret"),
        "reference-group": _("referansegruppen"),
    }
)

SENTENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "title": _("{template}: fra {first_year} til {last_year}"),
        "title-two": _("Fra {before} ({first_year}) til {after} ({last_year})"),
        "no-changes": _("Ingen endringer."),
        "same-edition": _("Begge årene har samme utgave av skjemaet: {edition}."),
        "holds": _("{year} har ingen egen utgave; utgaven {edition} gjelder fortsatt."),
        "changes": _("Endringer i skjemaet: {number}"),
        "ground": _("Spørsmål og deler med nytt grunnlag: {number}"),
        "ground-now": _("Før: {before}. Nå: {after}. Det gjelder {parts}."),
        "before": _("Før: {text}"),
        "after": _("Nå: {text}"),
        "nothing": _("ikke oppgitt"),
        "from-year": _("fra {first_year}"),
        "years": _("{first_year}–{last_year}"),
        "quoted": _("Dokumentet sier selv: {quotation}"),
        "not-proved": _("Dette er dokumentets egne ord. Sammenligningen beviser dem ikke."),
        "inferred": _("Skjemaet for {first_year} er utledet av nettopp denne linjen."),
        "one-edition": _("Det er lagt inn én felles utgave for disse årene."),
    }
)


def difference_texts() -> Iterator[Keyed]:
    """Give every text of a difference.

    Examples:
        >>> next(difference_texts()).key
        'difference.section-added'
    """
    for kind, text in CHANGES.items():
        yield Keyed(f"difference.{kind}", text)
    for id_, text in KINDS.items():
        yield Keyed(f"difference.kind.{id_}", text)
    for id_, text in SENTENCES.items():
        yield Keyed(f"difference.sentence.{id_}", text)
