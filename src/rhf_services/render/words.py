"""What a rendered form or report says around the texts of the form.

Each has a stable key, by which it is known and checked. Wordings of a folder are laid over the
texts of forms and rules alone: what stands here is the library's own.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.i18n.keys import Keyed
from rhf_services.i18n.languages import Language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import Shown, show
from rhf_services.i18n.speech import SENTENCES, cite
from rhf_services.model.sources import Source, Standing
from rhf_services.model.text import Text, _, _n
from rhf_services.render.cited import cited
from rhf_services.render.rule_words import COVERS, NEEDS, RULE
from rhf_services.render.text import Runs, runs

PAGE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "skip": _("Hopp til innholdet"),
        "contents": _("Innhold"),
        "kicker-form": _("Skjema for årsrapport, rapportår {year}"),
        "kicker-report": _("Årsrapport for {year}"),
        "kicker-no-year": _("Årsrapport uten rapportår"),
        "foot-form": _("{template}, utgave {edition}, rapportår {year}"),
        "foot-report": _("{title}, vist for: {readers}"),
        "row-number": _("Nr."),
        "starred": _("bør stå i hver rad"),
        "one-row": _("Én rad; flere kan legges til"),
        "one-person": _("Én person; flere kan legges til"),
        "answer": _("Svar"),
        "text-beside": _("Tekst under radene"),
        "or-instead": _("Eller i stedet for et svar"),
        "whole-part": _("Ett svar for hele delen"),
        "whole-number": _("helt tall"),
        "date": _("dato"),
        "doi": _("begynner med «10.»"),
        "choose": _("Velg"),
        "other": _("Annet (skriv hva)"),
        "retired": _("tilbys ikke lenger"),
        "reason": _("Begrunnelse"),
        "or": _("eller"),
    }
)

FORM: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "for": _("For"),
        "region": _("Region"),
        "year": _("Rapportår"),
        "edition": _("Utgave"),
        "ground": _("Kilde"),
        "id": _("Id"),
        "how-to-read": _("Slik leses skjemaet"),
        "quiet-marks": _(
            "De små ordene under hvert spørsmål sier hvor det kommer fra, hva som er nytt, "
            "og om svaret vises på visningssiden. De er ikke en del av skjemaet."
        ),
        "nothing-compulsory": _("Du kan levere selv om noe står tomt; da blir du minnet om det."),
        "guidance-ours": _(
            "Titlene på spørsmålene er skjemaets egne. Veiledningen er skrevet med våre ord, "
            "til den offisielle ordlyden legges inn. Grunnlaget som står under et spørsmål, "
            "gjelder at det stilles, ikke ordlyden."
        ),
        "guidance-regional": _(
            "Veiledningen er skrevet med våre ord. Grunnlaget som står under et spørsmål, "
            "gjelder at det stilles, ikke ordlyden."
        ),
        "guidance-activities": _("Hva veiledningen til aktivitetene sier, er vårt forslag."),
        "guidance-from": _("Innledningen: {source}."),
        "about": _("Fanen viser det som er registrert. Her fylles ingenting ut."),
        "people-shown": _(
            "På visningssiden står bare den som er merket «{field}». Vårt forslag er at siden "
            "viser navn, roller og helseforetak, og aldri e-post eller telefon."
        ),
        "for-region": _("{role} gjelder for en region."),
        "group-answers": _(
            "Lederen av referansegruppen samordner svarene. Vårt forslag, når gruppen ikke har "
            "noen leder: {roles} kan skrive svarene inn på vegne av gruppen, og det blir merket."
        ),
        "nobody-answers": _("Ingen fyller ut det eldre skjemaet lenger."),
        "group-region": _("Svaret gjelder {region}."),
        "limit": _("For {year} ber servicemiljøet om inntil {limit}."),
        "beside": _(
            "Ved siden av står formen som er registrert for videreføringen, eller «ikke kjent»."
        ),
        "hidden": _("Svaret kan leses av {readers}."),
        "standing": _("Grunnlag: {standing}."),
        "fields-standing": _("Feltene i en rad: {standing}."),
        "choices-standing": _("Valgene: {standing}."),
        "checks": _("Kontrolleres av"),
        "changed": _("Endret siden {first_year}"),
        "new": _("Nytt siden {first_year}"),
        "changes": _("Endringer fra året før"),
        "no-year-before": _("Skjemaet har ingen utgave for {first_year}."),
        "rules": _("Hva som kontrolleres"),
        "rules-note": _(
            "Bare regler med «{yes}» i siste kolonne kan hindre at rapporten går videre."
        ),
        "code": _("Kode"),
        "what": _("Hva"),
        "to-whom": _("Hvem får beskjed"),
        "blocks": _("Kan hindre"),
        "sources": _("Kilder"),
        "not-read": _("Vi kjenner dokumentet bare fra andre som nevner det."),
        "our-proposal": _("Vårt forslag, der kildene er tause."),
        "laid": _("Ordlyden her er lagt inn over bibliotekets egen."),
        "taken-over": _("Radene tas med til neste år."),
    }
)

REPORT: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "unnamed": _("Årsrapport uten navn"),
        "form": _("Skjema"),
        "no-form": _("Skjemaet er ikke kjent"),
        "stage": _("Steg"),
        "shown-to": _("Vist for"),
        "code": _("Kode"),
        "icd10": _("ICD-10"),
        "units": _("Enheter"),
        "verdict": _("Kontroll av rapporten"),
        "may-submit": _("Kan leveres: ja."),
        "may-not-submit": _("Kan leveres: nei."),
        "may-submit-unknown": _("Kan leveres: uvisst. Det er ikke sagt hvem som leverer."),
        "archive": _("Eldre rapport. Den skal ikke leveres."),
        "nothing-blocks": _("Ingenting hindrer dette steget."),
        "findings": _n("{count} funn til deg.", "{count} funn til deg."),
        "no-findings": _("Ingen funn til deg."),
        "others": _n("{count} funn til andre.", "{count} funn til andre."),
        "incomplete": _("Kontrollen er ikke fullstendig."),
        "whole": _("Rapporten som helhet"),
        "not-answered": _("Ikke besvart"),
        "unreadable": _("Svaret kan ikke leses slik skjemaet spør. Det står her som det kom."),
        "as-it-came": _("Kan ikke leses; som det kom"),
        "unknown-choice": _("ukjent valg"),
        "unknown-role": _("ukjent rolle"),
        "unknown-column": _("{column} (ukjent felt)"),
        "unknown-in-answer": _("Ukjent i svaret"),
        "section-state": _("Sagt for hele delen"),
        "few": _("færre enn fem"),
        "withheld": _("skjermet"),
        "small-numbers": _("Små tall er ikke vist, av hensyn til pasientene."),
        "waived": _("Begrunnelse er gitt, og den gjelder."),
        "waiver-lapsed": _("Begrunnelsen gjelder ikke, for den viser ikke til svaret som står nå."),
        "lowered": _("Dempet her."),
        "no-people": _("Ingen personer."),
        "no-people-shown": _("Ingen personer vises her."),
        "contact": _("Kontakt"),
        "shown-and-copy": _("Vises og kopi"),
        "shown": _("Vises på visningssiden"),
        "not-shown": _("Vises ikke på visningssiden"),
        "copy": _("Får kopi av rapporten"),
        "patients": _("{title}: antall i hver rad"),
        "unknown": _("Ikke kjent av skjemaet"),
        "unknown-note": _("Dette er beholdt som det kom."),
        "other-form": _("Spørsmålet hører til et annet skjema."),
        "unknown-question": _("Ukjent spørsmål: {question}"),
        "envelope": _("Øvrig i dokumentet"),
        "attachments": _("Vedlegg"),
        "remarks": _("Begrunnelser og kommentarer"),
        "waiver-of": _("Begrunnelse for {code}"),
        "comment": _("Kommentar"),
        "kind": _("Type"),
        "about-what": _("Gjelder"),
        "text": _("Tekst"),
        "by": _("Av"),
        "at": _("Tid"),
        "report-itself": _("rapporten"),
        "unreadable-report": _("Rapporten kan ikke leses"),
        "nothing-to-show": _("Dokumentet kan ikke leses, og ingenting av det kan vises."),
    }
)

READERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "lead": _("faglig ansvarlig"),
        "group-leader": _("leder av referansegruppen"),
        "region": _("regionen"),
        "service-environment": _("servicemiljøet"),
        "host": _("den som drifter rapporteringssystemet"),
        "editor": _("den som redigerer opplysninger og nettsider"),
        "author": _("den som lager skjemaer"),
        "public": _("alle"),
    }
)

_WORDS: Final[Mapping[str, Mapping[str, Text]]] = MappingProxyType(
    {
        "page": PAGE,
        "form": FORM,
        "report": REPORT,
        "reader": READERS,
        "rule": RULE,
        "covers": COVERS,
        "need": NEEDS,
    }
)


def word(sort: str, id_: str, lang: Language, **params: Shown) -> str:
    """Show a word of a rendered document.

    Args:
        sort: page, form, report, reader, rule, covers or need.
        id_: Its id.
        lang: The language.
        **params: What it needs.

    Examples:
        >>> word("page", "contents", "nn")
        'Innhald'
    """
    return show(_WORDS[sort][id_], lang, params)


def word_around(sort: str, id_: str, lang: Language, **params: Runs) -> Runs:
    """Show a word of a rendered document around text that keeps what it is.

    Args:
        sort: page, form, report, reader, rule, covers or need.
        id_: Its id.
        lang: The language.
        **params: What it needs.

    Examples:
        >>> from rhf_services.render.text import Run
        >>> key = (Run("shoe", theirs=True),)
        >>> [run.text for run in word_around("report", "unknown-column", "nb", column=key)]
        ['shoe', ' (ukjent felt)']
    """
    pieces = word(sort, id_, lang, **{key: f"\0{key}\0" for key in params}).split("\0")
    told = (params[piece] if at % 2 else runs(piece) for at, piece in enumerate(pieces))
    return tuple(run for several in told for run in several if run.text)


def ground_in_words(source: Source, standing: Standing, lang: Language) -> Runs:
    """Say where something is written, and how sure we are of it.

    Args:
        source: Where it is written.
        standing: How sure we are.
        lang: The language.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024, proposal
        >>> from rhf_services.render.text import plain_text
        >>> plain_text(ground_in_words(WEBINAR_2024.at("Aktivitet"), Standing.DOCUMENTED, "nb"))
        'Kilde: webinar 27.11.2024, «Aktivitet». Grunnlag: står i et dokument.'
        >>> plain_text(ground_in_words(proposal("fields of a row"), Standing.PROPOSED, "nb"))
        'Kilde: vårt forslag.'
    """
    where, sure = cite(source, lang), label("standing", standing, lang)
    said = show(SENTENCES["source"], lang, {"source": where})
    if where != sure:
        said = f"{said} {word('form', 'standing', lang, standing=sure)}"
    return cited(said, lang, [source])


def render_texts() -> Iterator[Keyed]:
    """Give every text of this room.

    Examples:
        >>> next(render_texts()).key
        'render.page.skip'
    """
    for sort, texts in _WORDS.items():
        for id_, text in texts.items():
            yield Keyed(f"render.{sort}.{id_}", text)
