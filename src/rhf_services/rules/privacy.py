"""National identity numbers in free text: asked about from the first draft, never published."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from operator import mul
from types import MappingProxyType
from typing import Any, Final

from rhf_services.hooks.markers import hookimpl
from rhf_services.model.reach import AskedAt, Reach, every_question
from rhf_services.model.rules import Audience, Hit, NamedCase, Rule, Severity, Stage
from rhf_services.model.sources import Standing
from rhf_services.model.subjects import TEXT, TextGiven
from rhf_services.model.text import Message, _
from rhf_services.sources.documents import proposal

# Six digits of a date, with or without points, then five more: 010190 123 45, 01.01.90-12345.
_CANDIDATE: Final = re.compile(
    r"(?<![0-9])(?<![0-9]/)([0-9]{2})[\s./-]?([0-9]{2})[\s./-]?([0-9]{2})"
    r"[\s./:_-]{0,3}([0-9]{3})\s?([0-9]{2})(?![0-9])"
)
_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_ELEVEN_DIGITS: Final = re.compile(r"(?:\D*\d){11}")
_OTHER_DIGIT: Final = re.compile(r"[^\D0-9]")
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE: Final = MappingProxyType(dict.fromkeys(map(ord, _UNSEEN + _TURNING)))
_DASHES: Final = MappingProxyType(
    {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2212"}
)


def holds_identity_number(text: str) -> bool:
    """Tell whether a text holds a birth number or D-number, real or of a test series.

    The check digits and the date must both be right; in the test series 40, 65 or 80 is added to
    the month. Invisible signs, digits of other scripts and odd dashes are seen through.

    Examples:
        >>> holds_identity_number("Saksnummer 12345678901")
        False
    """
    if _ELEVEN_DIGITS.match(text) is None:
        return False
    plain = text if text.isascii() else _seen_through(text)
    numbers = ("".join(found.groups()) for found in _CANDIDATE.finditer(plain))
    return any(_checks(number) and _is_identity_number(number) for number in numbers)


def _seen_through(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_DASHES)
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), plain)


def _checks(number: str) -> bool:
    """Tell whether the first check digit is right, which of other numbers one in eleven has.

    What is summed are signs, of which "0" is 48.
    """
    weighed: int = sum(map(mul, _WEIGHTS, number.encode()))
    return (weighed - 48 * sum(_WEIGHTS)) % 11 == 0


def _is_identity_number(number: str) -> bool:
    from stdnum.exceptions import ValidationError  # noqa: PLC0415  (only where digits look alike)
    from stdnum.no import fodselsnummer  # noqa: PLC0415

    if number[9] != fodselsnummer.calc_check_digit1(number):
        return False
    if number[10] != fodselsnummer.calc_check_digit2(number):
        return False
    month = int(number[2:4])
    for added in (80, 65, 40):
        if month > added:
            month -= added
            break
    try:
        fodselsnummer.get_birth_date(f"{number[:2]}{month:02}{number[4:]}")
    except ValidationError:
        return False
    return True


def identity_number(given: TextGiven) -> Iterator[Hit]:
    """No text that may be published holds a birth number."""
    if holds_identity_number(given.text):
        yield Hit(
            variant="answer" if given.question else None,
            audience=Audience.GROUP_LEADER if given.for_group else None,
            params={"question": given.question} if given.question else {},
        )


def _owner(at: AskedAt) -> tuple[str, ...]:
    return (Audience.GROUP_LEADER if at.to_group else Audience.LEAD,)


_TAKE_IT_OUT = _(
    "Ta det bort av hensyn til pasienten. Er det et annet nummer, bekreft det der det står."
)

IDENTITY_NUMBER = Rule(
    code="PRI001",
    title=_("Fødselsnummer i en tekst"),
    obligation=_("Ingen tekst som kan bli publisert, inneholder et fødselsnummer."),
    on=TEXT,
    says={
        Stage.DRAFT: Severity.WARNING,
        Stage.SUBMISSION: Severity.WARNING,
        Stage.REVIEW: Severity.WARNING,
        Stage.PUBLICATION: Severity.ERROR,
    },
    audience=Audience.LEAD,
    message=Message(
        says=_("En tekst i rapporten ser ut til å inneholde et fødselsnummer."),
        mend=_TAKE_IT_OUT,
    ),
    variants={
        "answer": Message(
            says=_("{question}: teksten ser ut til å inneholde et fødselsnummer."),
            mend=_TAKE_IT_OUT,
        ),
    },
    source=proposal("for the sake of the patient"),
    standing=Standing.PROPOSED,
    check=identity_number,
    reach=Reach(every_question, elsewhere=True, heard_by=_owner),
    formless=True,
    confirmable=True,
    cases=(
        NamedCase(
            _("Et nummer fra testserien i et svar"),
            {"report": {"answers": {"equal-access": "Gjelder 158686 00184 i alle regioner."}}},
            ("/answers/equal-access",),
            Stage.PUBLICATION,
        ),
        NamedCase(
            _("Et telefonnummer og et saksnummer"),
            {"report": {"answers": {"equal-access": "Ring 00 00 00 00 om sak 12345678901."}}},
            (),
            Stage.PUBLICATION,
        ),
        NamedCase(
            _("Et nummer i beskrivelsen, og skjemaet er ukjent"),
            {
                "report": {
                    "template": "ukjent",
                    "entity": {"description": "Ring 158686 00184 for time."},
                }
            },
            ("/entity/description",),
            Stage.PUBLICATION,
        ),
    ),
)


@hookimpl
def rhf_rules() -> Iterable[Rule[Any]]:
    """Bring the rules of this file."""
    return (IDENTITY_NUMBER,)
