"""Wordings laid over a registry by key: official texts over ours, each edition its own."""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from rhf_services.hooks import Registry
from rhf_services.i18n.keys import Keyed, rule_texts
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.rewording import Reword, edition_texts, reworded_edition, reworded_rule
from rhf_services.i18n.showing import translated
from rhf_services.model.forms import Edition, Template
from rhf_services.model.text import Laid, Text

SEVERAL: Final = ".several"
"""What the key of the form for several ends in, where a text counts something."""


@frozen
class Wording:
    """What somebody wants said instead, in one edition of the forms.

    Attributes:
        edition: The id of the edition: 2024, or 2024.1 for a correction. Texts of forms are laid
            over that edition alone; titles of forms and texts of rules have no edition of their
            own, and the latest wording wins.
        texts: For each key the wordings by language.
        sources: For each key where the wording was decided, where that is said.

    Examples:
        >>> Wording("2024", {"form.archive.title": {"nb": "Gamle rapporter"}}).edition
        '2024'
    """

    edition: str
    texts: Mapping[str, Mapping[Language, str]] = field(repr=False)
    sources: Mapping[str, str] = field(factory=dict, repr=False)


@frozen
class Rewording:
    """One text that reads otherwise in one language.

    Examples:
        >>> Rewording("form.archive.title", "nb", "Før", "Nå").after
        'Nå'
    """

    key: str
    lang: Language
    before: str
    after: str


def editions_of(registry: Registry, id_: str) -> Iterator[tuple[Template, Edition]]:
    """Give the editions with an id, with the forms that have it.

    Examples:
        >>> from rhf_services import load_registry
        >>> [form.id for form, _edition in editions_of(load_registry(), "2009")]
        ['archive']
    """
    for template in registry.templates.values():
        for edition in template.editions:
            if edition.id == id_:
                yield template, edition


def latest_of(registry: Registry, year: int) -> str | None:
    """Give the id of the latest edition that begins in a year, or None where none does.

    Examples:
        >>> from rhf_services import load_registry
        >>> latest_of(load_registry(), 2024), latest_of(load_registry(), 2025)
        ('2024', None)
    """
    begun = [e for form in registry.templates.values() for e in form.editions if e.first == year]
    return max(begun, key=lambda edition: edition.revision).id if begun else None


def wordable(registry: Registry, edition: str) -> dict[str, Text]:
    """Give every text that can be given another wording in an edition, by key.

    A text that counts something has two keys: its own, and one that ends in ``.several``.

    Examples:
        >>> from rhf_services import load_registry
        >>> texts = wordable(load_registry(), "2024")
        >>> texts["form.national-treatment-service.equal-access.label"].nb
        'Likeverdig tilgang for pasienter fra alle regioner'
    """
    found: dict[str, Text] = {}
    for one in _keyed(registry, edition):
        found[one.key] = one.text
        if one.text.plural is not None:
            found[one.key + SEVERAL] = one.text
    return found


def reading(key: str, text: Text, lang: Language) -> str:
    """Give how a text reads in a language, as a file shows it: placeholders and all.

    Examples:
        >>> reading("rule.ACT001.says.several", Text("{count} rad", plural="{count} rader"), "nb")
        '{count} rader'
    """
    several = 2 if key.endswith(SEVERAL) and text.plural is not None else None
    return translated(text, lang, several)


def laid_over(registry: Registry, wording: Wording) -> Registry:
    """Lay a wording over what is loaded; the registry given stands as it was.

    Args:
        registry: What is loaded.
        wording: The wording; keys that nothing loaded has are left alone.

    Examples:
        >>> from rhf_services import load_registry
        >>> from rhf_services.i18n import show
        >>> key = "form.archive.section.about.title"
        >>> mine = laid_over(load_registry(), Wording("2009", {key: {"nb": "Om enheten"}}))
        >>> show(mine.templates["archive"].editions[0].sections[0].title, "nb")
        'Om enheten'
    """

    def change(key: str, text: Text) -> Text:
        source = wording.sources.get(key) or wording.sources.get(key + SEVERAL)
        return _laid(text, wording.texts.get(key), wording.texts.get(key + SEVERAL), source)

    templates = {id_: _reworded(form, wording, change) for id_, form in registry.templates.items()}
    touched = {key.split(".")[1] for key in wording.texts if key.startswith("rule.")}
    rules = {
        code: reworded_rule(rule, change) if code in touched else rule
        for code, rule in registry.rules.items()
    }
    return evolve(registry, templates=templates, rules=rules)


def rewordings(registry: Registry, wording: Wording) -> tuple[Rewording, ...]:
    """Tell what would read otherwise, text by text, before it is laid over.

    Examples:
        >>> from rhf_services import load_registry
        >>> rewordings(load_registry(), Wording("2024", {}))
        ()
    """
    before = wordable(registry, wording.edition)
    after = wordable(laid_over(registry, wording), wording.edition)
    pairs = [
        Rewording(key, lang, reading(key, before[key], lang), reading(key, after[key], lang))
        for key in wording.texts
        if key in before
        for lang in LANGUAGES
    ]
    return tuple(pair for pair in pairs if pair.before != pair.after)


def _keyed(registry: Registry, id_: str) -> Iterator[Keyed]:
    titled = set()
    for template, edition in editions_of(registry, id_):
        if template.id not in titled:
            titled.add(template.id)
            yield Keyed(f"form.{template.id}.title", template.title)
        yield from edition_texts(template, edition)
    for rule in registry.rules.values():
        yield from rule_texts(rule)


def _reworded(template: Template, wording: Wording, change: Reword) -> Template:
    if not any(edition.id == wording.edition for edition in template.editions):
        return template
    editions = tuple(
        reworded_edition(template.id, edition, change) if edition.id == wording.edition else edition
        for edition in template.editions
    )
    title = change(f"form.{template.id}.title", template.title)
    return evolve(template, title=title, editions=editions)


def _laid(
    text: Text,
    one: Mapping[Language, str] | None,
    several: Mapping[Language, str] | None,
    source: str | None,
) -> Text:
    if not one and not several:
        return text
    laid = {earlier.lang: earlier for earlier in text.laid}
    if any("nb" in (given or {}) for given in (one, several)):
        laid = {}  # a translation of the sentence that stood here says something else now
    for lang in LANGUAGES:
        single, more = (one or {}).get(lang), (several or {}).get(lang)
        if single is None and more is None:
            continue
        plural = None if text.plural is None else more or translated(text, lang, 2)
        laid[lang] = Laid(lang, single or translated(text, lang, 1), plural, source)
    return evolve(text, laid=tuple(laid.values()))
