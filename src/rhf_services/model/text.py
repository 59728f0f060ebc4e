"""Texts that wait for a language.

Every text people see is written in bokmål where it belongs, marked with ``_`` (or ``_n`` when it
counts something), and shown later in the reader's language by ``rhf_services.i18n``. Its stable
key (``rule.ACT001.says``) follows from where it stands; see ``rhf_services.i18n.keys``.
"""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Final

from attrs import frozen


@frozen
class Laid:
    """A wording that somebody entered from outside, in one language.

    Attributes:
        lang: The language: nb, nn or en.
        text: The wording.
        plural: The form for several, where the text counts something.
        source: Where the wording was decided, in the words of whoever entered it; or None.

    Examples:
        >>> Laid("nn", "Kva tiltak verkar godt?").plural is None
        True
    """

    lang: str
    text: str
    plural: str | None = None
    source: str | None = None


@frozen
class Text:
    """A text in bokmål, and the catalogue that translates it.

    Attributes:
        nb: The text in bokmål, which is also the translators' msgid.
        domain: The package whose ``locale/`` folder holds the translations.
        plural: The form for several, where the text counts ``{count}`` of something.
        laid: Wordings laid over it, which win over the text and its translations.

    Examples:
        >>> Text("Aktivitet").nb
        'Aktivitet'
        >>> Text("Aktivitet", laid=(Laid("nn", "Aktivitetar"),)).laid_in("nn").text
        'Aktivitetar'
    """

    nb: str
    domain: str = "rhf_services"
    plural: str | None = None
    laid: tuple[Laid, ...] = ()

    def laid_in(self, lang: str) -> Laid | None:
        """Give the wording laid over the text for a language, or None.

        Where only the bokmål was replaced, it stands in for the others: a translation of the old
        sentence would say something else.
        """
        by_language = {one.lang: one for one in self.laid}
        return by_language.get(lang) or by_language.get("nb")

    def reworded_in(self, lang: str) -> Laid | None:
        """Give the wording laid over one that stood here before; None where the text is new.

        Examples:
            >>> Text("Digitale tilbud", laid=(Laid("nb", "Digitale tilbud"),)).reworded_in("nb")
        """
        laid = self.laid_in(lang)
        new = any(one.lang == "nb" and one.text == self.nb for one in self.laid)
        return None if laid is None or (new and laid.source is None) else laid


@frozen
class Message:
    """What a finding says, in the order a reader needs it.

    Attributes:
        says: What is the matter and where; stands alone in a list.
        mend: What you can do about it.
        then: What follows otherwise, where it is more than "this does not hold you back".

    Examples:
        >>> Message(says=Text("Navnet mangler."), mend=Text("Skriv det inn.")).then is None
        True
    """

    says: Text
    mend: Text
    then: Text | None = None

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of all parameters it needs.

        Examples:
            >>> sorted(Message(Text("{count} rader"), Text("Behold {limit}.")).placeholders)
            ['count', 'limit']
        """
        said = (self.says, self.mend, self.then)
        return frozenset().union(*(placeholders(text.nb) for text in said if text is not None))

    def said_with(self, params: Mapping[str, object]) -> "Message":
        """Give the message itself, if the parameters are all it needs.

        Raises:
            KeyError: A placeholder has no parameter.

        Examples:
            >>> Message(Text("{count} rader"), Text("Behold fem.")).said_with({"count": 7}).mend.nb
            'Behold fem.'
        """
        for name in self.placeholders:
            params[name]
        return self


def placeholders(text: str) -> frozenset[str]:
    """Give the names of the placeholders in a text.

    Examples:
        >>> sorted(placeholders("{count} rader under {question}"))
        ['count', 'question']
    """
    return frozenset(
        name for _text, name, _spec, _conv in Formatter().parse(text) if name is not None
    )


def texts_of(domain: str) -> Callable[[str], Text]:
    """Give the marker ``_`` of a package, so that its texts know their catalogue.

    Args:
        domain: The import name of the package, for example ``rhf_services_helse_vest``.

    Returns:
        A function from a bokmål text to a `Text`.

    Examples:
        >>> _ = texts_of("rhf_services_helse_vest")
        >>> _("Regionalt samarbeid").domain
        'rhf_services_helse_vest'
    """

    def mark(nb: str) -> Text:
        return Text(nb, domain)

    return mark


def plurals_of(domain: str) -> Callable[[str, str], Text]:
    """Give the marker ``_n`` of a package, for texts that count something.

    Args:
        domain: The import name of the package.

    Returns:
        A function from the form for one and the form for several to a `Text`.

    Examples:
        >>> _n = plurals_of("rhf_services")
        >>> _n("{count} artikkel", "{count} artikler").plural
        '{count} artikler'
    """

    def mark(one: str, several: str) -> Text:
        return Text(one, domain, several)

    return mark


_: Final = texts_of("rhf_services")
_n: Final = plurals_of("rhf_services")
