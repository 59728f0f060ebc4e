"""What became of the ground that a form rests on, in words: said once for all alike."""

from collections.abc import Iterator

from attrs import evolve

from rhf_services.i18n.languages import Language, language
from rhf_services.i18n.showing import listed, show
from rhf_services.process.changes import Change
from rhf_services.process.comparison import Difference
from rhf_services.process.difference_texts import SENTENCES
from rhf_services.process.difference_words import ground_in_words, part_in_words


def ground_count(found: Difference) -> int:
    """Count the questions and parts whose ground is another; one may have changed in two ways.

    Args:
        found: The difference.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> ground_count(found), len(found.of_the_ground)
        (13, 15)
    """
    return len({(change.section, change.question) for change in found.of_the_ground})


def ground_sentences(found: Difference, lang: str = "nb") -> Iterator[str]:
    """Say once what became of all questions and parts whose ground changed in the same way.

    Args:
        found: The difference.
        lang: The reader's language.

    Examples:
        >>> from rhf_services import difference, load_registry
        >>> found = difference(load_registry().templates["national-centre"], 2023, 2024)
        >>> next(ground_sentences(found)).partition(" Det gjelder")[0]
        'Før: vårt forslag. Nå: står i et dokument.'
    """
    reader = language(lang)
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in found.of_the_ground:
        groups.setdefault(ground_in_words(change, reader), []).append(change)
    for (before, after), several in groups.items():
        parts = listed(_parts(several, found, reader), reader)
        params = {"before": before, "after": after, "parts": parts}
        yield show(SENTENCES["ground-now"], reader, params)


def _parts(changes: list[Change], found: Difference, lang: Language) -> list[str]:
    """Name what changed; a section of which every question did is named as a whole."""
    changed = {change.question for change in changes}
    asked = {one.id: {asked.id for asked in one.asked} for one in found.after.edition.sections}
    named = []
    for change in changes:
        questions = asked.get(change.section or "", set())
        whole = len(questions) > 1 and questions <= changed
        named.append(part_in_words(evolve(change, question=None) if whole else change, found, lang))
    return list(dict.fromkeys(named))
