"""Wordings accepted for an edition that the edition built on it does not carry on."""

from collections.abc import Iterator
from pathlib import Path

from rhf_services.exchange.edition_files import EditionFile
from rhf_services.exchange.folder import editions_only, with_files
from rhf_services.exchange.problems import FileProblem, Weight
from rhf_services.hooks import Registry
from rhf_services.i18n.languages import LANGUAGES
from rhf_services.i18n.rewording import edition_texts
from rhf_services.i18n.showing import Shown, translated
from rhf_services.model.forms import Edition, Template
from rhf_services.model.text import Text


def wordings_left(file: EditionFile, folder: Path, registry: Registry) -> Iterator[FileProblem]:
    """Name the questions that a folder words otherwise for the base, and the new edition does not.

    An edition file written without the folder holds the words as they are built in, so that an
    accepted wording would be gone the year after without a word.

    Args:
        file: The edition file, as it was read.
        folder: The folder of accepted files.
        registry: What is built in and installed, without the files of the folder.

    Examples:
        >>> from rhf_services import load_registry
        >>> list(wordings_left(EditionFile(None), Path("no-such-folder"), load_registry()))
        []
    """
    if not file.editions or not folder.is_dir():
        return
    plain, worded = editions_only(registry, folder), with_files(registry, folder).registry
    for id_, edition in file.editions.items():
        base = file.bases[id_].id
        before = _texts(plain.templates[id_], base)
        accepted = _texts(worded.templates[id_], base)
        new = dict(_keyed(plain.templates[id_], edition))
        left = [
            _part(key, id_, edition)
            for key, text in accepted.items()
            if key in new and _left(before[key], text, new[key])
        ]
        if left:
            questions = tuple(dict.fromkeys(left))
            params: dict[str, Shown] = {"form": id_, "edition": base, "questions": questions}
            yield FileProblem("wordings-left", params=params, weight=Weight.ASKS)


def _texts(template: Template, edition: str) -> dict[str, Text]:
    found = next((one for one in template.editions if one.id == edition), None)
    return {} if found is None else dict(_keyed(template, found))


def _keyed(template: Template, edition: Edition) -> Iterator[tuple[str, Text]]:
    for one in edition_texts(template, edition):
        yield one.key, one.text


def _left(before: Text, accepted: Text, new: Text) -> bool:
    """Tell whether a text reads as it did before somebody gave it another wording."""
    return any(
        translated(new, lang) == translated(before, lang) != translated(accepted, lang)
        for lang in LANGUAGES
    )


def _part(key: str, form: str, edition: Edition) -> str:
    """Name the question, section or choice that a key belongs to."""
    own = key.removeprefix(f"form.{form}.")
    asked = next((one.id for one in edition if own.startswith(f"{one.id}.")), None)
    return asked or own.removeprefix("section.").rpartition(".")[0] or own
