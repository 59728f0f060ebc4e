"""Words of bokmål in nynorsk texts."""

import re

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from rhf_services.i18n.catalogues import catalogue_file
from rhf_services.i18n.nynorsk import bokmaal_words
from rhf_services.sources.organisations import organisations

PACKAGES = ("rhf_services", "rhf_services_helse_sor_ost", "rhf_services_helse_vest")
NYNORSK = """
«Samarbeid rundt pasientforløp» (fana Evaluering) er ikkje svart på. Skriv eit kort svar.
Fristen var måndag 17. februar 2025. Rapporten kan framleis leverast og blir merkt «levert seint».
Er det avtalt utsetjing, kan servicemiljøet i regionen registrere det, og merket blir borte.
Behandlingstenester skal ha eit heilskapleg perspektiv på sjukdomsforløpet, ofte gjennom livet.
Betennelsar og diabetes høyrer med, og helsa òg; desse gjeld heile gruppa.
Dei regionale helseføretaka tek avgjerd om oppretting og avvikling. Godkjenninga er tidsbegrensa.
Senteret skal evaluerast før godkjenninga kan vidareførast; tiltaka skal redigere seg sjølve.
De veit sjølve korleis de har brukt tida. Billige og villige hender skriv det viktigaste.
Finn fingeren, vinteren og sentera: sender de noko, sende det til dei som ventar og hentar.
""".strip().splitlines()
BOKMAAL = {
    "Rapporten er ikke levert.": ("ikke",),
    "Hvem har svart, og Hvor?": ("Hvem", "Hvor"),
    "Tenesta har kontakt med sykehuset.": ("sykehuset",),
    "Kompetansetjenesten skal evaluerast.": ("Kompetansetjenesten",),
    "Fagleg ansvarlig leverer.": ("ansvarlig",),
    "Det viktigste er kvalitet.": ("viktigste",),
    "Tilgjengelighet for alle.": ("Tilgjengelighet",),
    "Ei god beskrivelse.": ("beskrivelse",),
    "Nye utfordringer og tilbakemeldingen frå i fjor.": ("utfordringer", "tilbakemeldingen"),
    "Rapporten kan leveres og publiseres.": ("leveres", "publiseres"),
    "Feltet heter no noko anna, og hører til ein annan del.": ("heter", "hører"),
    "Spørsmålet stilles til alle, utledet av skjemaet.": ("stilles", "utledet"),
    "Publikasjoner og aktiviteter.": ("Publikasjoner", "aktiviteter"),
    "Pågående arbeid i referansegruppen.": ("Pågående", "referansegruppen"),
    "Brukerrepresentanten og brukerne.": ("Brukerrepresentanten", "brukerne"),
    "Svar ikke motteke, svar ikke gitt.": ("ikke",),
    "Skriv IKKE i dette feltet. SE og GIS er forkortingar.": ("IKKE",),
}


@pytest.mark.parametrize("text", NYNORSK)
def test_nynorsk_has_no_word_of_bokmaal(text):
    assert bokmaal_words(text) == ()


@pytest.mark.parametrize(("text", "expected"), BOKMAAL.items())
def test_each_word_of_bokmaal_is_named_once_as_it_stands(text, expected):
    assert bokmaal_words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Titelen er «Hvilke tiltak fungerer, og hva mangler?» i skjemaet.",
        "Rett det. Kjelde: webinar 27.11.2024, Etablering og endring av tjenester.",
        "{ikke} av {hvor} er svart på.",
        "Skriv til hvem@example.org eller sjå https://example.org/tjenester.",
        "Skriv `ikke` i feltet.",
        "Hansen et al. 2019",
        "Helse Midt-Norge, Universitetssykehuset Nord-Norge HF og Forskningsrådet",
        "",
    ],
)
def test_titles_sources_placeholders_addresses_and_names_are_set_apart(text):
    assert bokmaal_words(text) == ()


def test_names_of_organisations_stand_as_registered():
    assert [one.name for one in organisations() if bokmaal_words(f"{one.name} har svart.")] == []


@given(st.sampled_from(NYNORSK), st.sampled_from(("ikke", "hvordan", "tjenesten", "fra", "være")))
def test_a_word_of_bokmaal_is_found_in_any_nynorsk_text(text, word):
    assert bokmaal_words(f"{text} Ja, {word}.") == (word,)


@given(st.text())
def test_whatever_is_written_can_be_looked_through(text):
    assert all(word in text for word in bokmaal_words(text))


@pytest.mark.parametrize(
    ("bokmaal", "nynorsk"),
    [
        ("nasjonal behandlingstjeneste", "nasjonal behandlingsteneste"),
        ("flerregional", "fleirregional"),
        ("spesialisthelsetjenesten", "spesialisthelsetenesta"),
        ("de regionale helseforetakene", "dei regionale helseføretaka"),
        ("henvisning", "tilvising"),
        ("veiledning", "rettleiing"),
        ("beslutte", "ta avgjerd om"),
        ("godkjenningen er tidsbegrenset", "godkjenninga er tidsbegrensa"),
        ("videreføring", "vidareføring"),
        ("forskning, utvikling og undervisning", "forsking, utvikling og undervisning"),
        ("spredning av kunnskap", "spreiing av kunnskap"),
        ("brukerrepresentant i brukerutvalg", "brukarrepresentant i brukarutval"),
        ("pasienter og pårørende", "pasientar og pårørande"),
        ("medlemmer oppnevnes", "medlemmer skal oppnemnast"),
    ],
)
def test_the_words_of_the_field_are_told_apart(bokmaal, nynorsk):
    assert bokmaal_words(bokmaal) != ()
    assert bokmaal_words(nynorsk) == ()


def sentences(package):
    """Give what the catalogue of a package holds: bokmål, and how it is said in nynorsk."""
    with catalogue_file(package, "nn").open("rb") as written:
        for message in read_po(written, locale="nn"):
            if message.id:
                yield from zip(*(_all(one) for one in (message.id, message.string)), strict=True)


def _all(text):
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("package", PACKAGES)
def test_what_our_nynorsk_quotes_is_nynorsk_too(package):
    quoted = [" ".join(re.findall("«([^»]*)»", nn)) for _nb, nn in sentences(package)]
    assert [text for text in quoted if bokmaal_words(text)] == []


def words_in(text):
    """The words that are left to tell the languages apart by: no quotations, no placeholders."""
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"«[^»]*»|\{[^}]*\}", " ", text))


def test_nearly_every_sentence_of_bokmaal_is_known_as_such():
    long = [nb for package in PACKAGES for nb, _nn in sentences(package) if len(words_in(nb)) > 5]
    passed = [nb for nb in long if not bokmaal_words(nb)]
    assert len(long) > 200
    assert len(passed) < len(long) * 0.05
