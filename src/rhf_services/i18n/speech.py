"""Findings in words: what and where, what you can do, what follows, and where it is written."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.names import in_words, label
from rhf_services.i18n.showing import show, translated
from rhf_services.model.columns import ChoiceColumn
from rhf_services.model.findings import Finding
from rhf_services.model.forms import Asked, Edition
from rhf_services.model.questions import Table
from rhf_services.model.rules import Severity, Stage
from rhf_services.model.sources import Source
from rhf_services.model.text import Text, _

SENTENCES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "blocks": _("Rapporten kan ikke leveres før dette er ordnet."),
        "blocks-publication": _("Rapporten kan ikke publiseres før dette er ordnet."),
        "will-block": _("Dette må ordnes før rapporten kan leveres."),
        "will-block-publication": _("Dette må ordnes før rapporten kan publiseres."),
        "never-blocks": _("Dette hindrer ikke innlevering."),
        "never-blocks-later": _("Dette stopper ikke rapporten."),
        "not-checked": _("Ingenting er kontrollert."),
        "wording": _("Ordlyden: {source}."),
        "source": _("Kilde: {source}."),
    }
)
"""What is said around every finding, by the last part of its key."""


@frozen
class Spoken:
    """A finding in one language, in the parts a screen may want apart.

    Attributes:
        says: What is the matter and where.
        mend: What you can do about it.
        then: What follows otherwise; always says whether the step is held back.
        source: Where it is written.

    Examples:
        >>> Spoken("Navnet mangler.", "Skriv det inn.", "Du kan levere.", "Kilde: skjema.").says
        'Navnet mangler.'
    """

    says: str
    mend: str
    then: str
    source: str

    @property
    def whole(self) -> str:
        """All of it in one paragraph.

        Examples:
            >>> Spoken("Navnet mangler.", "Skriv det inn.", "", "Kilde: skjema.").whole[:30]
            'Navnet mangler. Skriv det inn.'
        """
        return f"{self.says} {self.mend} {self.then} {self.source}"


def message(finding: Finding, lang: str = "nb") -> str:
    """Say a finding in one paragraph.

    Args:
        finding: The finding.
        lang: The reader's language: nb, nn or en.

    Returns:
        At most a handful of sentences: what, what to do, what follows, source.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> finding = check(Case(report=report), load_registry()).findings[0]
        >>> message(finding, "nb").split(". ")[0]
        'Ingen spørsmål i rapporten er besvart'
    """
    return speak(finding, lang).whole


def speak(finding: Finding, lang: str = "nb") -> Spoken:
    """Say a finding in its parts.

    Args:
        finding: The finding.
        lang: The reader's language: nb, nn or en.

    Returns:
        What is the matter, what to do, what follows, and where it is written.

    Raises:
        UnknownLanguageError: No catalogue has the language.

    Examples:
        >>> from rhf_services import Case, Report, check, load_registry
        >>> report = Report({"template": "national-treatment-service", "year": 2024})
        >>> speak(check(Case(report=report), load_registry()).findings[0], "en").says
        'No question in the report has been answered.'
    """
    reader = language(lang)
    texts = finding.rule.message_for(finding.variant)

    def name(key: str, id_: str) -> str:
        return _named(key, id_, finding, reader)

    params = dict(finding.params)
    limit = params.get("limit")
    if isinstance(limit, int):
        params["limit"] = in_words(limit, reader)
    then = [show(_consequence(finding), reader)]
    if texts.then is not None:
        then.append(show(texts.then, reader, params, name))
    return Spoken(
        says=show(texts.says, reader, params, name),
        mend=show(texts.mend, reader, params, name),
        then=" ".join(then),
        source=show(SENTENCES["source"], reader, {"source": cite(finding.source, reader)}),
    )


def cite(source: Source, lang: Language) -> str:
    """Cite a source as findings do.

    Examples:
        >>> from rhf_services.sources.documents import WEBINAR_2024
        >>> cite(WEBINAR_2024.at("tidsramme"), "nb")
        'webinar 27.11.2024, «tidsramme»'
    """
    short = translated(source.document.short, lang)
    quoted = source.document.quoted
    return f"{short}, {in_quotes(source.section, lang)}" if quoted else short


def decided_in(texts: Iterable[Text | None], lang: Language) -> Iterator[str]:
    """Say where the wordings laid over some texts were decided, each place once.

    Args:
        texts: The texts; None where there is none.
        lang: The reader's language.

    Examples:
        >>> from rhf_services.model.text import Laid
        >>> text = Text("Status", laid=(Laid("nb", "Hvordan går det?", source="Et møte"),))
        >>> list(decided_in((text, None), "nb"))
        ['Ordlyden: Et møte.']
    """
    laid = [text.reworded_in(lang) for text in texts if text is not None]
    places = (one.source for one in laid if one is not None and one.source is not None)
    for place in dict.fromkeys(places):
        yield show(SENTENCES["wording"], lang, {"source": place.rstrip(".")})


def in_quotes(text: str, lang: Language) -> str:
    """Put a title in quotation marks, as the language does.

    Examples:
        >>> in_quotes("Aktivitet", "nn"), in_quotes("Activity", "en")
        ('«Aktivitet»', '“Activity”')
    """
    return f"“{text}”" if lang == "en" else f"«{text}»"


def _consequence(finding: Finding) -> Text:
    """Say what follows if nothing is done: always whether the step is held back."""
    publishing = finding.rule.says.get(Stage.PUBLICATION) is Severity.ERROR
    if finding.rule.unread:
        which = "not-checked"
    elif finding.blocks:
        which = "blocks-publication" if publishing else "blocks"
    elif finding.will_block:
        which = "will-block-publication" if publishing else "will-block"
    else:
        submitted = finding.stage in (Stage.REVIEW, Stage.PUBLICATION)
        which = "never-blocks-later" if submitted else "never-blocks"
    return SENTENCES[which]


def _named(key: str, id_: str, finding: Finding, lang: Language) -> str:
    """Name an id of a parameter; titles come from the form the report was read with."""
    form = finding.form
    if key in ("question", "questions"):
        asked = form.by_id.get(id_) if form else None
        title = asked.label if asked else finding.titles.get(id_)
        return in_quotes(translated(title, lang) if title else id_, lang)
    if key in ("template", "suggested"):
        title = finding.titles.get(id_)
        return in_quotes(translated(title, lang) if title else id_, lang)
    if key == "tab":
        section = form.section(id_) if form else None
        if form is not None and section is not None and section.tab is not None:
            section = form.section(section.tab)
        return translated(section.title, lang) if section else id_
    asked = _asked_at(finding, form)
    if key in ("column", "columns"):
        return _column(asked, id_, lang)
    if key == "choice":
        return _choice(asked, id_, lang)
    return label(key, id_, lang)


def _asked_at(finding: Finding, form: Edition | None) -> Asked | None:
    question = finding.place.question
    return form.by_id.get(question) if form is not None and question is not None else None


def _column(asked: Asked | None, id_: str, lang: Language) -> str:
    columns = asked.question.columns if asked and isinstance(asked.question, Table) else ()
    found = next((column.label for column in columns if column.id == id_), None)
    return in_quotes(translated(found, lang) if found else id_, lang)


def _choice(asked: Asked | None, id_: str, lang: Language) -> str:
    columns = asked.question.columns if asked and isinstance(asked.question, Table) else ()
    lists = [c.choices for c in columns if isinstance(c, ChoiceColumn)]
    found = next((text for text in (one.label_of(id_) for one in lists) if text), None)
    return translated(found, lang) if found else id_
