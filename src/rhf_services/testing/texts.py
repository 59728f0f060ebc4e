"""Texts, names, addresses and days as people write them; all invented."""

from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_SIGNS: Final = "abcdefghijklmnopqrstuvwxyzæøåéèòôüABDEGHKLMNOSTVÆØÅ     .,:;!?()«»–-/%'\n"
_SENTENCES: Final = (
    "Ambulerende klinikk i alle regioner.",
    "Ja.",
    "Åpen dialog med fagmiljøene; både øvelser og årsmøte.",
    "Vi har:\n- faste møter\n- felles retningslinjer\n- ett nasjonalt register",
    "Ventetiden er uendret, og åtte av ti pasienter når målet de satte seg.",
    "Pasientene reiser langt.\n\nDerfor er to av kontrollene flyttet til lokalsykehuset.",
    "«Godt mottatt», sier brukerne (34 deltakere).",
    "Sjå årsmeldinga; ho ligg på nettsida vår.",
    "Kompetansen er spredt på tvers – også til kommunene.",
    "Giitu buohkaide!",
    "50 % av pasientene fikk time innen to uker i 2024.",
)
_WORDS: Final = (
    "behandling av sjeldne svulster",
    "livskvalitet etter operasjon",
    "kurs for pårørende",
    "Øvelser i årsrapportering",
    "åpne spørsmål",
    "Long-term outcome: a national cohort",
    "fagdag (digital)",
    "én studie – to svar",
)
_GIVEN: Final = ("Kari", "Ola", "Nina", "Mons", "Siri", "Åse", "Øyvind", "Ærlend", "Berit", "José")
_FAMILY: Final = ("Eksempel", "Oppdiktet", "Påfunn", "Prøvenavn", "Fantasi", "Diktning", "Fabel")
_NAMES: Final = tuple(f"{given} {family}" for family in _FAMILY for given in _GIVEN)
_MAILBOXES: Final = ("kari", "ola.oppdiktet", "k.eksempel+rapport", "åse.påfunn", "nr_7", " post")
_DOMAINS: Final = ("example.org", "sykehus.example.org", "blå.example.org")
_TOTALS: Final = (
    "Til sammen behandlet vi {} pasienter.",
    "Totalt {} pasienter; også pasienter fra utlandet er med.",
    "I alt fikk {} pasienter hjelp i året som gikk.",
    "Vi så samlet {} pasientar.",
    "Til saman hadde vi {} pasientar i året.",
)


@cache
def plain_texts() -> SearchStrategy[str]:
    """Give texts as people write them in the form, never blank.

    Norwegian letters, line breaks, lists and quotes; never so many digits after each other that
    they could be somebody's number.

    Examples:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=3, database=None)
        ... @given(plain_texts())
        ... def never_blank(text):
        ...     assert text.strip()
        >>> never_blank()
    """
    free = st.text(_SIGNS, min_size=1, max_size=60)
    return st.one_of(
        st.sampled_from(_SENTENCES),
        free.map(lambda text: text if text.strip() else "Ja"),
        st.builds("{} {}".format, st.sampled_from(_SENTENCES), free),
    )


@cache
def titles() -> SearchStrategy[str]:
    """Give short texts on one line.

    Examples:
        >>> titles().is_empty
        False
    """
    free = st.text("abeiknrstæøå -", min_size=1, max_size=20)
    return st.one_of(st.sampled_from(_WORDS), free.map(lambda text: f"Om {text.strip() or 'alt'}"))


@cache
def names() -> SearchStrategy[str]:
    """Give names of people who do not exist.

    Examples:
        >>> names().is_empty
        False
    """
    return st.sampled_from(_NAMES)


@cache
def emails() -> SearchStrategy[str]:
    """Give well-formed addresses at a domain that is reserved for examples.

    Examples:
        >>> emails().is_empty
        False
    """
    return st.sampled_from([f"{box}@{domain}" for domain in _DOMAINS for box in _MAILBOXES])


@cache
def iso_days() -> SearchStrategy[str]:
    """Give days, months and years in ISO form.

    Examples:
        >>> iso_days().is_empty
        False
    """
    days = st.dates().map(str)
    shapes = st.sampled_from((slice(10), slice(7), slice(4)))
    blanks = st.sampled_from(("{}", "{}", " {}", "{}\n"))
    return st.builds(lambda day, shape, around: around.format(day[shape]), days, shapes, blanks)


@cache
def totals() -> SearchStrategy[str]:
    """Give sentences that state how many patients there were in all, with ``{}`` for the number.

    Examples:
        >>> totals().is_empty
        False
    """
    return st.sampled_from(_TOTALS)


def written_numbers(number: int) -> SearchStrategy[str]:
    """Give ways to write a whole number in a text.

    Examples:
        >>> written_numbers(1219).is_empty
        False
    """
    grouped = f"{number:,}"
    return st.sampled_from([grouped.replace(",", sign) for sign in ("", " ", "\u00a0", ".")])
