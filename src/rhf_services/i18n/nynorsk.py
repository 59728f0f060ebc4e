"""Bokmål words in nynorsk texts, found by their forms.

Our own compact list of what tells the two apart: small words, words of this field, parts of words
(``tjenest``, ``forskning``), beginnings (``hv-``), endings (``-lig``, ``-het``, ``-inger``) and
the passive in ``-es``. A form that nynorsk has as well (``også``, ``bygge``, ``tar``) is never
named, so what is named is bokmål; a whole sentence of bokmål hardly ever has only shared forms.
"""

import re
from functools import cache
from typing import Final

from rhf_services.sources.organisations import organisations

_SMALL_WORDS: Final = """
    ikke jeg dere dem deres hun hennes en et én ett noe noen annen annet mye mer flere samme selv
    selve egen egne eget hele bare fra innen innenfor siden allerede bedre senere nærmere nærmeste
    øverst øverste eneste dessuten foruten hjem hjemme norge norges høye høyt høyere høyeste nesten
    nedenfor ovenfor ganger frem fremover fremdeles fremme fremmer vennligst
"""
_VERBS: Final = """
    være vært ble gjør gjøre vet se sier velg velge velger passer kommer skriver skrevet leser
    trenger gjelder holder holde holdt beholder beholde beholdt inneholder inneholde inneholdt
    overholder overholde opprettholde mangler hindrer stanset ordner ordnet ordnede dempet oppdiktet
    oppdiktede endret samordnet utarbeidet forankret drøftet hentet avgrenset slippe slipper slutter
    legger leder lede ledet finnes fantes synes skyldes tas gis ses deles
    begrenset tidsbegrenset beslutte beslutter besluttet heter hører utledet
"""
_NOUNS: Final = """
    regioner regionene pasienter pasientene artikler artiklene rapporter rapportene personer
    personene leder lederen ledere lederne forsker forskeren forskere forskerne forfattere
    forfatteren forfatterne deltakere deltakeren deltakerne eiere eieren eierne koordinatorer
    rutiner rutinene planer planene regler reglene biobanker biobankene titler titlene måter måtene
    datoer datoene bokstaver bokstavene programmer nivåer nivåene felter feltene svarene tall tallet
    tallene antall antallet årstall årstallet flertall flertallet prosjekter prosjektene resultater
    resultatene tiltakene kravene målene årene verktøyene sentre sentrene registre registrene
    områder områdene sted stedet steder stedene skjemaer skjemaene miljøer miljøene fagmiljøer
    fagmiljøene nettverkene dokumenter dokumentene kriterier kriteriene eksempler eksemplene hensyn
    hensynet fanen listen raden saken mappen filen adressen rollen helsen tiden boken uke uken uker
    ukene vei veien veier skole skolen skoler skolene tegn tegnet tegnene avtaler avtalene diagnoser
    diagnosene metoder metodene representanter representantene spesialister spesialistene leger
    legene innhold innholdet innspill innspillene kilde kilden kilder kildene plasser plassene
    spørsmålene behovene kostnader kostnadene ressurser ressursene
"""
_PASSIVES: Final = (
    "vis|send|bruk|følg|gjør|fyll|ordn|spr|skriv|behandl|formidl|rett|legg|sett|velg|hindr|demp"
    "|meld|saml|før|nevn|hold|mål|bygg|styrk|sikr|dekk|løs|utvikl|lag|endr|opprett|avvikl|svar"
    "|begrunn|stans|still|fjern|les|skill|tilby|gjennomgå|er"
)
_PARTS: Final = (
    "tjenest|forskning|sykehus|sykdom|sykepleie|helseforetak|navn|nevn|henvis|spredning|veiled"
    "|valg(?!us|is)|måned|oppgave|utgave|tilbud|flerregional|flerfag"
)
_BEGINNINGS: Final = (
    "hv|åpn|videre|sammen|uten(?:$|for|om|lands|riks)|høysp|bruker\\w|forbruker|vitenskap"
    "|syk(?:e|t)?$"
)
_ENDINGS: Final = (
    "(?<!sa)(?<!bil)(?<!vil)lig(?:e|ere|st|ste)?"  # salig, billig, villig
    "|[ltn]igere|igste?"
    "|\\w{2}het(?:en|er|ene|ens|s)?"
    "|(?<!h)(?<!fr)(?<!p)(?<!tenn)(?<!stift)(?<!stiv)else(?:n|r|ne|ns|s)?"  # helse, betennelse
    "|sjon(?:er|ene)|itet(?:er|ene)"
    "|\\w{2}(?:n|d|l|s|t|k|m|g|j|p|er|dr|tr)inger(?:ne|s)?"
    "|(?:handl|meld|følg|lær|er|avdel|still)ingen"
    "|gruppens?|nettsiden|adressen|(?:resultat|prosjekt|nettverk|miljø|verktøy)(?:er|ene)"
    "|(?:å|er|gg|lg|ld|mm|ar|om)ende"
    f"|(?:{_PASSIVES})es"
)
_BOKMAAL: Final = re.compile(
    rf"(?:{'|'.join((_SMALL_WORDS + _VERBS + _NOUNS).split())})$"
    rf"|(?:{_BEGINNINGS})|\w*(?:{_PARTS})|\w*(?:{_ENDINGS})$"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTENED: Final = re.compile(r"[A-ZÆØÅ]{1,3}")
_APART: Final = re.compile(
    r"\{[^{}]*\}"  # placeholders
    r"|«[^«»]*»|“[^“”]*”|\"[^\"]*\""  # what is quoted: official titles
    r"|\b(?:Kjelde|Kilde): .*"  # source lines
    r"|https?://\S+|[^\s@]{1,64}@\S+|`[^`]*`"  # addresses and code
    r"|\bet al\b"
)
_NAMES: Final = ("Forskningsrådet", "Norges forskningsråd")
"""Names in bokmål beside those of the register of organisations."""


def bokmaal_words(text: str) -> tuple[str, ...]:
    """Name the words of a nynorsk text that are bokmål and not nynorsk.

    What is quoted (official titles), lines of sources, placeholders, addresses, and names of
    health trusts and hospitals as registered are set apart first.

    Args:
        text: The text that ought to be nynorsk.

    Returns:
        The words as they stand, each once, in the order they come.

    Examples:
        >>> bokmaal_words("Tenesta skal ikke sende rapporten før regionene har svart.")
        ('ikke', 'regionene')
        >>> bokmaal_words("Oslo universitetssykehus HF har svart på «Hva er gjort?».")
        ()
    """
    left = _APART.sub(" ", _registered().sub(" ", text))
    words = (word for word in _WORD.findall(left) if not _SHORTENED.fullmatch(word))
    return tuple(dict.fromkeys(word for word in words if _BOKMAAL.match(word.lower())))


@cache
def _registered() -> re.Pattern[str]:
    """Give the names that stand as registered, the longest first."""
    known = {name for one in organisations() for name in (one.name, *one.former_names)}
    names = {name.removesuffix(" HF") for name in (*known, *_NAMES)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
