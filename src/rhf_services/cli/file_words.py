"""What the command line says about text files and edition files."""

from typing import Final

from rhf_services.model.text import _

AND_MORE: Final = _("… og {number} til.")
STOPPED: Final = _("Ingenting av filen kan brukes før dette er rettet.")
READY: Final = _("Filen er klar.")
NOT_READY: Final = _("Filen kan ses på, men er ikke klar til å sendes ut.")
CHANGES: Final = _("Utgave {edition}. Tekster med ny ordlyd: {number}.")
NO_CHANGES: Final = _("Alt lyder som før.")
WRITTEN: Final = _("Skrev {name}: {number} tekster.")
WRITTEN_EDITION: Final = _("Skrev {name}: utgave {edition}, bygget på {base}.")
NO_BASE: Final = _(
    "Utgave {base} finnes ikke i det jeg leser. Har du den i en mappe, skriv --files MAPPE."
)
NEXT_EDIT: Final = _(
    "Åpne filen i et regnearkprogram, endre det som skal lyde annerledes, fyll ut kilde, hvem og "
    "når, og lagre den. Så:"
)
NEXT_CHECK: Final = _("Åpne filen i et regnearkprogram, endre den, og lagre den. Så:")
NEXT_APPLY: Final = _("Når den er klar, tas den i bruk med:")
EMPTIED: Final = _("Ingen tekst har ny ordlyd lenger. {name} er tatt bort.")
FOLDER: Final = _("MAPPE")
FORM_CHANGES: Final = _("Endringer i skjemaene: {number}.")
TAKEN_IN: Final = _("Tatt i bruk: {name}.")
KEPT_ASIDE: Final = _("Den forrige ligger i {name}.")
NOTHING_TAKEN: Final = _("Ingenting er tatt i bruk.")
FORMS_IN_FILE: Final = _("Skjemaer i filen: {forms}.")
DATES: Final = _("Frist: {deadline}.")
DUE: Final = _("Tjenestens del bør være ferdig: {due}.")
