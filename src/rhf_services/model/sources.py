"""Where an obligation is written, and how sure we are of it."""

from enum import StrEnum

from attrs import frozen

from rhf_services.model.text import Text


class Standing(StrEnum):
    """How well founded a question or rule is.

    ``documented``: a document says it. ``observed``: published reports or pictures of the form
    show it. ``proposed``: our own choice where no source speaks.

    Examples:
        >>> Standing("observed").name
        'OBSERVED'
    """

    DOCUMENTED = "documented"
    OBSERVED = "observed"
    PROPOSED = "proposed"


@frozen
class Document:
    """Something we cite, defined once.

    Attributes:
        id: The stable id used in text keys.
        title: Its own title; bokmål in every language, since it is a name.
        short: How a finding cites it.
        dated: The day or year printed on it, in ISO form as far as known, or None.
        quoted: Whether a finding cites the heading too.
        note: What a reader should know who looks a citation up in it, or None.
        read: Whether we have read the document itself, or know it only from others naming it.

    Examples:
        >>> Document("form", "Skjema 2024", Text("skjema 2024"), dated="2024").read
        True
    """

    id: str
    title: str
    short: Text
    dated: str | None
    read: bool = True
    quoted: bool = True
    note: Text | None = None

    def at(self, section: str, *rows: str, note: Text | None = None) -> "Source":
        """Cite a place in the document.

        Args:
            section: The heading or clause, as the document has it.
            *rows: The ids of the traced statements that the citation carries.
            note: What a reader should know who looks it up, where the heading is not there.
        """
        return Source(self, section, rows, note)


@frozen
class Source:
    """A place in a document.

    Attributes:
        document: The document.
        section: The heading or clause.
        rows: Ids of the traced statements (``S003-096``) read there.
        note: What a reader should know who looks it up: that the heading is lost, and how we
            know what it was. None where the document has it.

    Examples:
        >>> document = Document("form", "Skjema 2024", Text("skjema 2024"), dated="2024")
        >>> document.at("Aktivitet").section
        'Aktivitet'
    """

    document: Document
    section: str
    rows: tuple[str, ...] = ()
    note: Text | None = None


@frozen
class Quotation:
    """What a document itself says about a form, in its own words.

    It is shown as a quotation with its source, and is never taken for something we have proved.

    Attributes:
        words: The words as they stand in the document; never translated.
        source: Where they stand.
        year: The reporting year they speak of.

    Examples:
        >>> document = Document("form", "Skjema 2024", Text("skjema 2024"), dated="2024")
        >>> Quotation("Ingen nye spørsmål", document.at("Rapportmaler"), 2024).year
        2024
    """

    words: str
    source: Source
    year: int
