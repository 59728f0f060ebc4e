"""How many articles and projects the form of 2024 asks for, whatever kind of entity answers."""

from typing import Final

from rhf_services.model.forms import Limit
from rhf_services.model.sources import Source
from rhf_services.sources.documents import WEBINAR_2024

FIVE_IN_2024: Final = Limit(most=5, year=2024)
UP_TO_FIVE: Final[Source] = WEBINAR_2024.at(
    "Aktivitet – registrering av aktivitet", "S003-096", "S003-097", "S003-098"
)
