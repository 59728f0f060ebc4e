"""What is said about a file, in the reader's language: where, what is wrong, what to do."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rhf_services.exchange.edition_words import EDITIONS
from rhf_services.exchange.layout import ADDRESSEES, COLUMN_KINDS, KINDS, SHEETS, YES_AND_NO
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.exchange.tables import HEADINGS
from rhf_services.i18n.keys import Keyed
from rhf_services.i18n.languages import Language
from rhf_services.i18n.showing import Shown, show
from rhf_services.model.text import Message, Text, _

PLACES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "sheet": _("Ark «{sheet}»"),
        "row": _("Ark «{sheet}», rad {row}"),
        "cell": _("Ark «{sheet}», rad {row}, kolonne «{column}»"),
    }
)

WEIGHTS: Final[Mapping[Weight, Text]] = MappingProxyType(
    {
        Weight.STOPS: _("må rettes"),
        Weight.NOT_READY: _("må på plass før skjemaet sendes ut"),
        Weight.ASKS: _("bør ses på"),
    }
)


FILES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "not-found": Message(_("Filen finnes ikke."), _("Se etter om navnet er skrevet riktig.")),
        "cannot-open": Message(
            _("Filen kan ikke åpnes: {reason}."), _("Lukk den i andre programmer, og prøv igjen.")
        ),
        "unknown-kind": Message(
            _("Filen er verken et regneark (.xlsx) eller en .csv-fil."),
            _("Lagre den som .xlsx eller .csv."),
        ),
        "no-spreadsheets": Message(
            _("Regneark kan ikke leses her, for tillegget «sheets» er ikke installert."),
            _("Installer det, eller lagre filen som «CSV UTF-8»."),
        ),
        "not-utf8": Message(
            _("Filen er lagret med en annen tegnkoding, så æ, ø og å blir feil."),
            _("Lagre den som «CSV UTF-8», eller som regneark (.xlsx)."),
        ),
        "broken": Message(
            _("Filen er skadet og kan ikke leses."),
            _("Åpne den i regnearket, og lagre den på nytt."),
        ),
        "too-large": Message(
            _("Filen er større enn {megabytes} MB når den pakkes ut."),
            _("Ta bort bilder og ark som ikke hører til."),
        ),
        "too-many-rows": Message(
            _("Arket har {rows} rader; det leses høyst {most}."),
            _("Ta bort radene som ikke hører til, eller del filen."),
        ),
        "empty": Message(_("Arket har ingen rader."), _("Fyll ut arket, eller hent en ny fil.")),
        "no-sheet": Message(
            _("Arket «{name}» mangler."), _("Hent en ny fil, og kopier innholdet over.")
        ),
        "unknown-sheet": Message(
            _("Dette arket blir ikke lest."), _("Det gjør ingenting om det er med.")
        ),
        "missing-columns": Message(
            _("Disse kolonnene mangler: {columns}."),
            _("Overskriftene står i første rad. Sett dem inn igjen."),
        ),
        "unknown-column": Message(
            _("Denne kolonnen blir ikke lest."),
            _("Se etter om overskriften er skrevet riktig."),
        ),
        "column-twice": Message(
            _("Overskriften står i to kolonner."), _("Behold den ene kolonnen.")
        ),
        "sheet-twice": Message(_("Filen har to ark av samme slag."), _("Behold det ene arket.")),
        "text-file": Message(
            _("Dette er en fil med tekster, ikke en utgavefil."),
            _("Bruk kommandoene under texts."),
        ),
        "edition-file": Message(
            _("Dette er en utgavefil, ikke en fil med tekster."),
            _("Bruk kommandoene under edition."),
        ),
        "wrong-name": Message(
            _("Navnet på filen sier {name}, men den gjelder {edition}."),
            _("Gi filen det rette navnet."),
        ),
        "earlier-unreadable": Message(
            _("{name}, som er tatt i bruk før, kan ikke leses og ville gått tapt."),
            _("Rett eller flytt den filen først."),
        ),
        "formula": Message(
            _("Cellen er en formel eller en feilverdi og kan ikke leses her."),
            _("Lim inn svaret som verdi."),
        ),
        "hidden-signs": Message(
            _("Teksten har tegn som ikke vises."), _("Skriv teksten på nytt uten dem.")
        ),
        "braces": Message(
            _("Teksten har krøllparenteser som ikke hører hjemme her."),
            _("Ta dem bort, eller skriv feltene slik de sto."),
        ),
        "placeholder-missing": Message(
            _("Teksten mangler {placeholders}, som byttes ut når den vises."),
            _("Sett det inn igjen, med krøllparenteser."),
        ),
        "not-yes-no": Message(_("Her skal det stå ja eller nei."), _("Skriv ett av dem.")),
        "not-a-year": Message(_("Her skal det stå et årstall."), _("Skriv for eksempel 2026.")),
        "not-a-count": Message(
            _("Her skal det stå et helt tall fra 1 og oppover."),
            _("Skriv tallet, eller la cellen stå tom."),
        ),
        "not-a-date": Message(
            _("Her skal det stå en dato."),
            _("Skriv for eksempel 15.02.2027 eller 15.02.2027 16:00."),
        ),
    }
)
"""About the file, its sheets and cells."""

TEXTS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "no-year": Message(
            _("Raden sier ikke hvilket rapportår teksten gjelder."), _("Skriv året i hver rad.")
        ),
        "other-year": Message(
            _("Raden gjelder en annen utgave enn {edition}."), _("Lag én fil for hver utgave.")
        ),
        "year-not-entered": Message(
            _("Skjemaene for {edition} er ikke lagt inn; de siste er for {latest}."),
            _("Legg inn skjemaet for året først, med en utgavefil."),
        ),
        "later-correction": Message(
            _("Det finnes en nyere rettelse, {newer}."),
            _("Teksten vises bare i utgave {edition}. Hent en ny fil for den nyeste utgaven."),
        ),
        "no-key": Message(_("Raden har ingen nøkkel."), _("Sett inn nøkkelen, eller slett raden.")),
        "unknown-key": Message(
            _("Ingen tekst i denne utgaven har nøkkelen «{value}»."),
            _("Hent en ny fil og kopier nøkkelen derfra, eller slett raden."),
        ),
        "key-of-other-year": Message(
            _("Skjemaet som har denne teksten, har utgave {edition}, ikke denne."),
            _("Legg teksten i filen for {edition}."),
        ),
        "fixed-key": Message(
            _("Denne teksten hører til biblioteket og kan ikke byttes i en fil."),
            _("Slett raden."),
        ),
        "key-twice": Message(_("Nøkkelen står i to rader."), _("Behold den ene raden.")),
        "all-blank": Message(
            _("Raden er tom på alle språk og sier ingenting."),
            _("En tekst kan ikke tas bort her. I en utgavefil kan den det."),
        ),
        "bokmaal-missing": Message(_("Teksten mangler på bokmål."), _("Skriv den inn.")),
        "nynorsk-missing": Message(
            _("Teksten mangler på nynorsk."),
            _("Skriv den inn; skjemaet skal finnes på begge målformene samtidig."),
        ),
        "nynorsk-as-before": Message(
            _("Bokmål er endret, men nynorsk står som før."),
            _("Se om den nynorske teksten fortsatt sier det samme."),
        ),
        "bokmaal-as-before": Message(
            _("Nynorsk er endret, men bokmål står som før."),
            _("Se om bokmålsteksten fortsatt sier det samme."),
        ),
        "english-as-before": Message(
            _("Bokmål er endret, men engelsk står som før."),
            _("Se om den engelske teksten fortsatt sier det samme."),
        ),
        "bokmaal-in-nynorsk": Message(
            _("Den nynorske teksten har ord som ser ut som bokmål: {words}."),
            _("Skriv dem på nynorsk."),
        ),
        "english-missing": Message(
            _("Teksten mangler på engelsk."), _("Skriv den inn; til da vises bokmål.")
        ),
        "no-provenance": Message(
            _("Det står ikke hvor endringen kommer fra; dette mangler: {columns}."),
            _("Fyll det ut."),
        ),
        "title-missing": Message(_("Tittelen mangler."), _("Skriv den inn, først på bokmål.")),
        "guidance-missing": Message(
            _("Aktiviteten har ingen veiledning."), _("Skriv hva som bør være med.")
        ),
    }
)
"""About texts."""

PROBLEMS: Final[Mapping[str, Message]] = MappingProxyType({**FILES, **TEXTS, **EDITIONS})


_NAMES: Final[Mapping[str, Mapping[str, Text]]] = MappingProxyType(
    {"name": SHEETS, "columns": HEADINGS}
)
"""How ids among the parameters are named."""


def place_of(problem: FileProblem, lang: Language) -> str | None:
    """Say where a problem is: sheet, row and column; None for the file as a whole.

    Examples:
        >>> place_of(FileProblem("formula", "Tekster", 3, "bokmål"), "nb")
        'Ark «Tekster», rad 3, kolonne «bokmål»'
    """
    if problem.sheet is None:
        return None
    which = "sheet" if problem.row is None else "row" if problem.column is None else "cell"
    params: dict[str, Shown] = {"sheet": problem.sheet}
    if problem.row is not None:
        params["row"] = str(problem.row)
    if problem.column is not None:
        params["column"] = problem.column
    return show(PLACES[which], lang, params)


def problem_in_words(problem: FileProblem, lang: Language) -> str:
    """Say a problem: where, what is wrong, what to do.

    Examples:
        >>> problem_in_words(FileProblem("key-twice", "Tekster", 3, "nøkkel"), "nb")
        'Ark «Tekster», rad 3, kolonne «nøkkel»: Nøkkelen står i to rader. Behold den ene raden.'
    """
    message = PROBLEMS[problem.kind]

    def name(key: str, id_: str) -> str:
        known = _NAMES.get(key, {}).get(id_)
        return id_ if known is None else show(known, lang)

    parts = (message.says, message.mend)
    said = " ".join(show(part, lang, problem.params, name) for part in parts)
    place = place_of(problem, lang)
    return said if place is None else f"{place}: {said}"


def file_texts() -> Iterator[Keyed]:
    """Give the texts about files, with their stable keys.

    Examples:
        >>> next(file_texts()).key
        'file.place.sheet'
    """
    for id_, text in PLACES.items():
        yield Keyed(f"file.place.{id_}", text)
    for weight, text in WEIGHTS.items():
        yield Keyed(f"file.weight.{weight}", text)
    names: Mapping[str, Mapping[str, Text]] = {
        "heading": HEADINGS,
        "sheet": SHEETS,
        "kind": KINDS,
        "column-kind": COLUMN_KINDS,
        "addressee": ADDRESSEES,
        "answer": {"yes" if yes else "no": text for yes, text in YES_AND_NO.items()},
    }
    for sort, texts in names.items():
        for id_, text in texts.items():
            yield Keyed(f"file.{sort}.{id_.replace('_', '-')}", text)
    for kind, message in PROBLEMS.items():
        yield Keyed(f"file.{kind}.says", message.says)
        yield Keyed(f"file.{kind}.mend", message.mend)
