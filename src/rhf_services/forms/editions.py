"""The two editions of the national forms: 2024 as the document shows it, 2023 inferred from it."""

from collections.abc import Callable
from typing import Final

from rhf_services.forms.limits import FIVE_IN_2024
from rhf_services.model.forms import Edition, Limit, Section
from rhf_services.model.sources import Quotation, Source, Standing
from rhf_services.sources.documents import WEBINAR_2024

NO_NEW_QUESTIONS: Final = Quotation(
    "For 2024: Ingen nye spørsmål", WEBINAR_2024.at("Rapportmaler", "S003-077"), 2024
)
"""What the document says of all nine forms; quoted, and proved by nothing here."""


def national_editions(
    sections: Callable[[Standing, Limit | None], tuple[Section, ...]], source: Source
) -> tuple[Edition, ...]:
    """Give the editions of a national form.

    The form of 2023 is seen in pictures only; its questions are inferred from the document's word
    for 2024, «Ingen nye spørsmål», and nobody asked for at most five articles then.

    Args:
        sections: Gives the parts of the form, with a standing and the limit of the year.
        source: Where the form of 2024 is shown.

    Examples:
        >>> from rhf_services.forms.sections import about
        >>> made = national_editions(lambda standing, limit: (about(),), WEBINAR_2024.at("Skjema"))
        >>> [edition.id for edition in made]
        ['2023', '2024']
    """
    return (
        Edition(
            first=2023,
            sections=sections(Standing.PROPOSED, None),
            source=NO_NEW_QUESTIONS.source,
            standing=Standing.PROPOSED,
        ),
        Edition(
            first=2024,
            sections=sections(Standing.DOCUMENTED, FIVE_IN_2024),
            source=source,
            said=(NO_NEW_QUESTIONS,),
        ),
    )
