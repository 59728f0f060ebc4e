"""What is said about editions in a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.model.text import Message, _

EDITIONS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "one-row-only": Message(
            _("Arket skal ha én rad; denne blir ikke lest."), _("Slett raden.")
        ),
        "unknown-edition": Message(
            _("Utgaven som filen bygger på, finnes ikke."),
            _("Velg en av disse: {editions}. Ligger den i en mappe, må den oppgis med --files."),
        ),
        "edition-exists": Message(
            _("Utgaven for {year} finnes fra før i disse skjemaene: {forms}."),
            _(
                "Skriv {revision} under «rettelse», så blir den en rettelse. "
                "Har ingen begynt på en rapport, kan den byttes ut med --again."
            ),
        ),
        "nothing-to-correct": Message(
            _("Det finnes ingen utgave for {year} å rette i disse skjemaene: {forms}."),
            _("La «rettelse» stå tom. Ligger utgaven i en mappe, må mappen oppgis med --files."),
        ),
        "year-too-early": Message(
            _("Disse skjemaene begynner senere enn {year}: {forms}."), _("Skriv et senere år.")
        ),
        "archive-form": Message(
            _("Skjemaet for gamle rapporter får ingen nye utgaver."), _("Slett radene om det.")
        ),
        "no-source": Message(
            _("Det står ikke hvor utgaven er bestemt."),
            _("Skriv for eksempel møtet og datoen. Uten kilde blir utgaven merket som et forslag."),
        ),
        "no-name": Message(
            _("Det står ikke hvem som har lagt inn utgaven, eller når."), _("Fyll ut hvem og når.")
        ),
        "no-deadline": Message(
            _("Fristen for rapportåret {year} er ikke lagt inn."),
            _("Legg inn dato og klokkeslett før skjemaet sendes ut. Vi gjetter ikke."),
        ),
        "deadline-early": Message(
            _("Fristen ligger ikke etter rapportåret {year}."), _("Se etter om året er riktig.")
        ),
        "due-after-deadline": Message(
            _("Tjenestens del skal være ferdig etter fristen."), _("Bytt om datoene.")
        ),
        "unknown-form": Message(
            _("Skjemaet «{value}» finnes ikke her."),
            _("Se etter om det er skrevet riktig, og om utvidelsen som har det, er installert."),
        ),
        "form-without-base": Message(
            _("Skjemaet har ingen utgave {edition} å bygge på."), _("Bygg på en annen utgave.")
        ),
        "unknown-section": Message(
            _("Skjemaet har ingen del som heter «{value}»."),
            _("Delene er about, people, activity, evaluation og reference-group."),
        ),
        "section-twice": Message(_("Delen står i to rader."), _("Behold den ene raden.")),
        "section-gone": Message(
            _("Delen {section} er tatt bort fra {form}."),
            _("Sett den inn igjen om det var en feil."),
        ),
        "no-id": Message(_("Cellen er tom, og raden hører ikke til noe."), _("Fyll den ut.")),
        "odd-id": Message(
            _("Navnet på spørsmålet kan bare ha små bokstaver a til z, tall og bindestrek."),
            _("Skriv for eksempel ny-veiledning."),
        ),
        "question-twice": Message(
            _("Spørsmålet står to ganger i skjemaet."),
            _("Slett den ene raden, eller gi spørsmålet et nytt navn."),
        ),
        "unknown-kind-of-question": Message(
            _("«{value}» er ingen type spørsmål."),
            _("Skriv tekst, tekst og valgliste, tabell, eller ja eller nei med tekst."),
        ),
        "kind-changed": Message(
            _("Spørsmålet finnes fra før med en annen type, og gamle svar ville ikke passe."),
            _("Gi spørsmålet et nytt navn."),
        ),
        "limit-again": Message(
            _("Grensen på {most} gjaldt {before}. Skal den gjelde i {year} også?"),
            _("Gjør den det, så skriv kilden i raden. Gjør den ikke det, så slett tallet."),
        ),
        "unknown-choices": Message(
            _("Valglisten «{value}» finnes ikke."), _("Skriv en av disse: {lists}.")
        ),
        "no-choices": Message(
            _("Det står ikke hvilken valgliste som hører til."), _("Skriv en av disse: {lists}.")
        ),
        "choices-as-before": Message(
            _("Valglisten «{value}» står ikke i arket «Valg» og blir som før."),
            _("Sett den inn igjen om den skal endres."),
        ),
        "fields-as-before": Message(
            _("Tabellen har ingen rader i arket «Felter», og feltene blir som før."),
            _("Sett dem inn igjen om de skal endres."),
        ),
        "column-kind-changed": Message(
            _("Feltet finnes fra før med en annen type, og gamle svar ville ikke passe."),
            _("Gi feltet et nytt navn."),
        ),
        "not-used-here": Message(
            _("Dette brukes ikke for denne typen spørsmål."), _("La cellen stå tom.")
        ),
        "field-unused": Message(
            _("Skjemaet har ingen tabell som heter «{value}», og raden blir ikke brukt."),
            _("Rett navnet, eller slett raden."),
        ),
        "choices-unused": Message(
            _("Ingen spørsmål eller felter i filen bruker valglisten «{value}»."),
            _("Rett navnet, eller slett raden."),
        ),
        "wordings-left": Message(
            _("Mappen har en egen ordlyd for {edition} i {form} som filen ikke har: {questions}."),
            _("Skal den gjelde videre, så lag filen med --files, eller skriv ordlyden inn."),
        ),
        "other-dates": Message(
            _("En annen fil har andre datoer for {year}. Datoene her vinner."),
            _("Se etter om de er riktige."),
        ),
        "form-empty": Message(
            _("Alle spørsmålene er tatt bort fra {form}."),
            _("Sett dem inn igjen om det var en feil."),
        ),
        "section-row-gone": Message(
            _("Delen står ikke i arket «Deler»."),
            _("Sett inn raden igjen, eller flytt spørsmålet."),
        ),
        "brings-more": Message(
            _("{name} har også {forms}, som ville bli borte."),
            _("Endre den filen, eller ta med skjemaene."),
        ),
        "columns-missing": Message(
            _("Tabellen har ingen felter."), _("Sett dem inn i arket «Felter».")
        ),
        "column-id-twice": Message(
            _("Feltet står to ganger i tabellen."), _("Behold den ene raden.")
        ),
        "unknown-column-kind": Message(
            _("«{value}» er ingen type felt."),
            _("Skriv tekst, DOI, dato, tall, antall eller valg."),
        ),
        "choice-twice": Message(_("Valget står to ganger i listen."), _("Behold den ene raden.")),
        "choices-apart": Message(
            _("Valglisten er delt av rader for en annen liste."), _("Samle radene.")
        ),
        "choices-none-offered": Message(
            _("Ingen av valgene i listen kan velges i {year}."),
            _("Rett årene, eller sett inn et valg som gjelder."),
        ),
        "years-turned": Message(_("Siste år er før første år."), _("Bytt om årene.")),
        "unknown-region": Message(
            _("«{value}» er ingen helseregion."),
            _("Skriv helse-nord, helse-midt-norge, helse-sor-ost eller helse-vest."),
        ),
        "no-addressee": Message(
            _("Det står ikke hvem spørsmålet er til."), _("Skriv enheten eller referansegruppen.")
        ),
        "unknown-addressee": Message(
            _("Spørsmål stilles til enheten eller til referansegruppen."), _("Skriv ett av dem.")
        ),
        "addressee-elsewhere": Message(
            _("Spørsmål til referansegruppen står i delen reference-group, og bare de."),
            _("Rett delen, eller hvem spørsmålet er til."),
        ),
        "rule-without-question": Message(
            _("Regelen {code} leser spørsmålet {question}, som {form} ikke spør om lenger."),
            _("Regelen sier da ingenting om dette skjemaet."),
        ),
    }
)
"""By the kind of the problem."""
