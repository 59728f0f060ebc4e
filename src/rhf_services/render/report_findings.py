"""The findings of a report: summed up at the top, and each at the place it speaks of."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from rhf_services.i18n.languages import Language
from rhf_services.i18n.names import label
from rhf_services.i18n.showing import show
from rhf_services.i18n.speech import SENTENCES, speak
from rhf_services.model.findings import Finding
from rhf_services.model.rules import Severity
from rhf_services.render.anchors import anchor
from rhf_services.render.document import Block, Chapter, Listing, Notice, Paragraph, Tone
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.text import Run, runs
from rhf_services.render.words import ground_in_words, word

SIGNS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
)
"""A sign beside the word, as colour says nothing alone."""

TONES: Final[Mapping[Severity, Tone]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
)

_PARTS: Final = MappingProxyType({"people": "people", "entity": "about"})


@frozen
class Spots:
    """What is said of a report, by the place where it is shown.

    Attributes:
        by_place: What is said at each place of the document.
        rest: What is said of the report as a whole, or of what is not shown.

    Examples:
        >>> Spots({}, ()).at("part-about")
        ()
    """

    by_place: Mapping[str, tuple[Notice, ...]] = field(repr=False)
    rest: tuple[Notice, ...] = field(repr=False)

    def at(self, place: str) -> tuple[Notice, ...]:
        """Give what is said at a place."""
        return self.by_place.get(place, ())


def spots_of(found: tuple[Finding, ...], places: frozenset[str], lang: Language) -> Spots:
    """Say each finding once, at the first place it could stand at that the document has.

    Args:
        found: The findings, in their order.
        places: The places the document has.
        lang: The reader's language.

    Examples:
        >>> spots_of((), frozenset(), "nb").rest
        ()
    """
    said: dict[str | None, tuple[Notice, ...]] = {}
    for number, finding in enumerate(found, 1):
        place = next((one for one in _wanted(finding) if one in places), None)
        said[place] = (*said.get(place, ()), notice(finding, number, lang))
    rest = said.pop(None, ())
    return Spots({place: told for place, told in said.items() if place is not None}, rest)


def _wanted(finding: Finding) -> Iterator[str]:
    pointer = finding.place.pointer
    if finding.place.question is not None:
        yield anchor("question", finding.place.question)
    elif pointer and pointer[0] in _PARTS:
        yield anchor("part", _PARTS[str(pointer[0])])
    elif len(pointer) > 1 and pointer[0] == "sections":
        yield anchor("part", str(pointer[1]))
    if finding.section is not None and pointer[:1] != ("answers",):
        yield anchor("part", finding.section)


def notice(finding: Finding, number: int, lang: Language) -> Notice:
    """Say a finding in full, for the place it speaks of.

    Args:
        finding: The finding.
        number: Its number in the document, from 1.
        lang: The reader's language.

    Examples:
        >>> notice.__name__
        'notice'
    """
    spoken = speak(finding, lang)
    notes = []
    if finding.waived is not None:
        notes.append(word("report", "waived" if finding.waived.holds else "waiver-lapsed", lang))
    if finding.changed is not None:
        notes.append(word("report", "lowered", lang))
    rest = " ".join([spoken.mend, spoken.then, *notes])
    return Notice(
        TONES[finding.severity],
        f"{SIGNS[finding.severity]} {label('severity', finding.severity, lang)}",
        (
            Paragraph((Run(spoken.says, strong=True),)),
            Paragraph(runs(rest)),
            Paragraph(ground_in_words(finding.source, finding.standing, lang), "quiet"),
            Paragraph(runs(finding.code), "code"),
        ),
        anchor("finding", str(number)),
    )


def verdict_chapter(
    shown: ReportShown, found: tuple[Finding, ...], spots: Spots
) -> Iterator[Chapter]:
    """Sum up what the check gave, with a link to each finding; nothing for the public.

    Args:
        shown: The report that is shown.
        found: The findings that speak to whoever reads.
        spots: The findings by their place.

    Examples:
        >>> verdict_chapter.__name__
        'verdict_chapter'
    """
    if not shown.inside and not found:
        return
    lang = shown.lang
    blocks: list[Block] = []
    if shown.inside:
        blocks.append(_verdict(shown))
    counted = word("report", "findings", lang, count=len(found))
    blocks.append(Paragraph(runs(counted if found else word("report", "no-findings", lang))))
    if found:
        blocks.append(Listing(tuple(_line(one, at, lang) for at, one in enumerate(found, 1))))
    others = len(shown.verdict.findings) - len(found)
    if others and shown.inside:
        blocks.append(Paragraph(runs(word("report", "others", lang, count=others)), "quiet"))
    if spots.rest:
        title = runs(word("report", "whole", lang))
        blocks.append(Chapter(anchor("whole"), title, spots.rest, "question"))
    title = runs(word("report", "verdict", lang))
    yield Chapter(anchor("verdict"), title, tuple(blocks), "around")


def _line(finding: Finding, number: int, lang: Language) -> tuple[Run, ...]:
    weight = f"{SIGNS[finding.severity]} {label('severity', finding.severity, lang)}: "
    says = Run(speak(finding, lang).says, to=anchor("finding", str(number)))
    return runs(Run(weight, strong=True), says)


def _verdict(shown: ReportShown) -> Notice:
    verdict, lang = shown.verdict, shown.lang
    tone: Tone = "info"
    if verdict.archive:
        said = word("report", "archive", lang)
    elif verdict.stage not in ("draft", "submission"):
        blocking = bool(verdict.blocking)
        tone = "error" if blocking else "plain"
        held = SENTENCES["blocks-publication"]
        said = show(held, lang) if blocking else word("report", "nothing-blocks", lang)
    elif verdict.may_submit is None:
        said = word("report", "may-submit-unknown", lang)
    else:
        tone = "plain" if verdict.may_submit else "error"
        said = word("report", "may-submit" if verdict.may_submit else "may-not-submit", lang)
    if not verdict.complete:
        said = f"{said} {word('report', 'incomplete', lang)}"
    return Notice(tone, "", (Paragraph((Run(said, strong=True),)),))
