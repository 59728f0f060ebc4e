"""Which form, and why, in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from rhf_services.i18n.keys import Keyed
from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import Shown, show, translated
from rhf_services.i18n.speech import SENTENCES, cite, in_quotes
from rhf_services.model.form_choices import ChoiceReason, ChoiceRemark, FormChoice
from rhf_services.model.text import Text, _


@frozen
class ReasonTexts:
    """What a reason is called in a table, and what it says in full.

    Examples:
        >>> REASONS[ChoiceReason.NEW].title.nb
        'første driftsår'
    """

    title: Text
    says: Text


REASONS: Final[Mapping[ChoiceReason, ReasonTexts]] = MappingProxyType(
    {
        ChoiceReason.HOST: ReasonTexts(
            _("valgt for enheten"),
            _("Skjemaet {template} er valgt for denne enheten og dette året."),
        ),
        ChoiceReason.HOST_NOT_LOADED: ReasonTexts(
            _("valgt, men ikke installert"),
            _(
                "Skjemaet {missing} er valgt for denne enheten og dette året, men det finnes ikke "
                "her. Installer utvidelsen som har det, eller velg et annet."
            ),
        ),
        ChoiceReason.HOST_OTHER_YEARS: ReasonTexts(
            _("valgt, men ikke for dette året"),
            _(
                "Skjemaet {missing} er valgt for denne enheten, men det gjelder ikke for {year}. "
                "Velg et som gjelder for året."
            ),
        ),
        ChoiceReason.ENDED: ReasonTexts(
            _("avsluttet"),
            _(
                "Enheten var i drift til og med {when}. "
                "Det ventes ingen rapport fra den for {year}."
            ),
        ),
        ChoiceReason.NOT_STARTED: ReasonTexts(
            _("ikke startet"),
            _("Enheten er i drift fra {when}. Det ventes ingen rapport fra den for {year}."),
        ),
        ChoiceReason.PART_OF: ReasonTexts(
            _("del av en annen tjeneste"),
            _("Enheten rapporterer gjennom {through}. Det ventes ingen egen rapport fra den."),
        ),
        ChoiceReason.KIND_UNKNOWN: ReasonTexts(
            _("ukjent type"),
            _(
                "Det er ikke kjent hva slags enhet dette er. "
                "Registrer typen, eller velg et skjema for enheten."
            ),
        ),
        ChoiceReason.NO_FORM_FOR_KIND: ReasonTexts(
            _("typen har ikke noe skjema"),
            _(
                "Det finnes ikke noe skjema for typen «{entity_type}». "
                "Skal enheten rapportere, kan et skjema velges for den."
            ),
        ),
        ChoiceReason.NO_EDITION: ReasonTexts(
            _("ikke noe skjema for året"),
            _("For typen «{entity_type}» finnes det ikke noe skjema for {year}."),
        ),
        ChoiceReason.REGION_UNKNOWN: ReasonTexts(
            _("ukjent region"),
            _(
                "For typen «{entity_type}» har regionene egne skjemaer, "
                "og regionen til enheten er ikke kjent. Registrer regionen eller sykehuset."
            ),
        ),
        ChoiceReason.OTHER_REGION: ReasonTexts(
            _("regionen har ikke noe skjema"),
            _(
                "Skjemaet for typen «{entity_type}» gjelder bare for {form_regions}, "
                "og enheten hører til {regions}. Det finnes ikke noe skjema for den."
            ),
        ),
        ChoiceReason.NOT_INSTALLED: ReasonTexts(
            _("ikke installert"),
            _(
                "Enheten rapporterer på {missing}, men skjemaet er ikke installert her. "
                "Installer utvidelsen som har det."
            ),
        ),
        ChoiceReason.SEVERAL: ReasonTexts(
            _("flere skjemaer passer"),
            _("Flere skjemaer passer: {candidates}. Velg ett av dem for enheten."),
        ),
        ChoiceReason.ARCHIVE: ReasonTexts(
            _("eldre skjema"), _("For {year} gjelder det gamle skjemaet, {template}.")
        ),
        ChoiceReason.RUNNING: ReasonTexts(
            _("i drift"), _("Enheten er i drift og rapporterer på {template}.")
        ),
        ChoiceReason.NEW: ReasonTexts(
            _("første driftsår"),
            _("Enheten er i drift fra {when}. For det første driftsåret gjelder {template}."),
        ),
        ChoiceReason.FINAL: ReasonTexts(
            _("siste driftsår"),
            _("Enheten er i drift til og med {when}. For det siste driftsåret gjelder {template}."),
        ),
        ChoiceReason.FIRST_YEAR: ReasonTexts(
            _("første driftsår, vanlig skjema"),
            _(
                "Enheten er i drift fra {when}. "
                "Det første driftsåret har ikke noe eget skjema, så {template} gjelder."
            ),
        ),
        ChoiceReason.LAST_YEAR: ReasonTexts(
            _("siste driftsår, vanlig skjema"),
            _(
                "Enheten er i drift til og med {when}. "
                "Det siste driftsåret har ikke noe eget skjema, så {template} gjelder."
            ),
        ),
    }
)

REMARKS: Final[Mapping[ChoiceRemark, Text]] = MappingProxyType(
    {
        ChoiceRemark.ACCEPTED: _("Kommer det en likevel, passer skjemaet {accepted}."),
        ChoiceRemark.START_UNKNOWN: _(
            "Det er ikke kjent når enheten startet. "
            "Var {year} det første driftsåret, gjelder {instead}."
        ),
        ChoiceRemark.YEAR_NOT_ENTERED: _(
            "Skjemaet for {year} er ikke lagt inn; til det er gjort, gjelder det for {first_year}."
        ),
        ChoiceRemark.SHARED: _("{regions} har én rapport sammen."),
    }
)


def form_choice_texts() -> Iterator[Keyed]:
    """Give every text about the choice of a form.

    Examples:
        >>> next(form_choice_texts()).key
        'choice-of-form.host-choice.title'
    """
    for reason, texts in REASONS.items():
        yield Keyed(f"choice-of-form.{reason}.title", texts.title)
        yield Keyed(f"choice-of-form.{reason}.says", texts.says)
    for remark, text in REMARKS.items():
        yield Keyed(f"choice-of-form.{remark}.says", text)


def choice_in_words(
    choice: FormChoice, lang: str = "nb", names: Mapping[str, str] | None = None
) -> str:
    """Say which form it is, and why, in one paragraph.

    Args:
        choice: The answer.
        lang: The reader's language: nb, nn or en.
        names: Names of entities by their ids, for a mother service.

    Returns:
        A few sentences: the form or why there is none, what else to know, source.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Entity, load_registry, which_form
        >>> choice = which_form(Entity(type="interregional-network"), 2026, load_registry())
        >>> choice_in_words(choice, "nb").split(". ")[0]
        'Det finnes ikke noe skjema for typen «Interregionalt nettverk»'
    """
    reader = language(lang)
    source = show(SENTENCES["source"], reader, {"source": cite(choice.source, reader)})
    return f"{choice_says(choice, lang, names)} {source}"


def choice_says(
    choice: FormChoice, lang: str = "nb", names: Mapping[str, str] | None = None
) -> str:
    """Say the same without the source.

    Examples:
        >>> from rhf_services import Entity, load_registry, which_form
        >>> choice_says(which_form(Entity(type="national-centre"), 2024, load_registry()))
        'Enheten er i drift og rapporterer på «Nasjonale sentre – både nye og pågående».'
    """
    reader = language(lang)
    known = names or {}

    def name(key: str, id_: str) -> str:
        if key == "through":
            return known.get(id_, id_)
        if key == "form_regions":
            return label("regions", id_, reader)
        if key in ("template", "accepted", "missing", "candidates", "instead"):
            return _title(choice, id_, reader)
        return label(key, id_, reader)

    params: dict[str, Shown] = {**choice.params, "missing": choice.missing}
    params["candidates"] = choice.candidates
    for key in ("template", "accepted", "through"):
        params[key] = getattr(choice, key) or ""
    said = [REASONS[choice.reason].says, *(REMARKS[remark] for remark in choice.remarks)]
    return " ".join(show(text, reader, params, name) for text in said)


def _title(choice: FormChoice, id_: str, lang: Language) -> str:
    title = choice.titles.get(id_)
    return in_quotes(translated(title, lang) if title else id_, lang)
