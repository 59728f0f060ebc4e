"""Keeping catalogues whole: what the source says, what a catalogue lacks, bringing it up to date.

For those who write texts, here or in a plugin::

    python -m rhf_services.i18n.upkeep rhf_services_example

brings ``locale/nn`` and ``locale/en`` of a package up to date and says what is left to translate.
"""

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final

from attrs import frozen
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from rhf_services.i18n.catalogues import catalogue_file
from rhf_services.i18n.languages import LANGUAGES, Language
from rhf_services.i18n.nynorsk import bokmaal_words
from rhf_services.model.text import placeholders
from rhf_services.model.whole_files import write_whole

MARKS: Final[Mapping[str, tuple[int, int] | None]] = MappingProxyType({"_": None, "_n": (1, 2)})
TRANSLATED: Final[tuple[Language, ...]] = tuple(lang for lang in LANGUAGES if lang != "nb")


@frozen
class CatalogueProblem:
    """Something wrong with one text of a catalogue.

    Attributes:
        kind: missing, fuzzy, placeholders, plural, bokmål, obsolete or no-catalogue.
        msgid: The text in bokmål.
        words: The words of bokmål in a nynorsk text.

    Examples:
        >>> CatalogueProblem("missing", "Aktivitet").kind
        'missing'
    """

    kind: str
    msgid: str
    words: tuple[str, ...] = ()


@frozen
class TakenOut:
    """A text that the source no longer has, with the translation that went with it.

    Attributes:
        msgid: The text in bokmål.
        translations: What it was translated to; several where it counted something.

    Examples:
        >>> TakenOut("Aktivitet", ("Aktivitetar",)).translations
        ('Aktivitetar',)
    """

    msgid: str
    translations: tuple[str, ...]


def extracted(package: str) -> Catalog:
    """Collect every marked text in the source of a package.

    Args:
        package: The import name of the package.

    Examples:
        >>> "Roller og ansvar" in extracted("rhf_services")
        True
    """
    found = Catalog(project=package)
    with as_file(files(package)) as folder:
        texts = extract_from_dir(folder, [("**.py", "python")], keywords=MARKS)
        for file, _line, msgid, _comments, _context in texts:
            found.add(msgid, locations=[(Path(file).as_posix(), 0)])
    return found


def catalogue_problems(package: str, lang: Language) -> Iterator[CatalogueProblem]:
    """Say what is wrong with the catalogue of a package in one language.

    Args:
        package: The import name of the package.
        lang: The language; bokmål is the source and has no catalogue.

    Examples:
        >>> list(catalogue_problems("rhf_services", "nn"))
        []
    """
    file = catalogue_file(package, lang)
    source = extracted(package)
    if not file.is_file():
        yield CatalogueProblem("no-catalogue", package)
        return
    with file.open("rb") as written:
        known = read_po(written, locale=lang, abort_invalid=True)
    for message in source:
        if message.id:
            translation = known.get(message.id)
            yield from _wrong_with(message, translation, known.num_plurals)
            if lang == "nn" and translation is not None:
                yield from _not_nynorsk(message, translation)
    for message in known:
        if message.id and source.get(message.id) is None:
            yield CatalogueProblem("obsolete", _one(message))
    for message in known.obsolete.values():
        yield CatalogueProblem("obsolete", _one(message))


def update(package: str, lang: Language) -> tuple[TakenOut, ...]:
    """Bring a catalogue up to date: new texts in, unused ones out, translations kept.

    Args:
        package: The import name of an installed package whose source can be written.
        lang: The language.

    Returns:
        What was taken out that had a translation, as where a text was reworded.
    """
    with as_file(catalogue_file(package, lang)) as path:
        path.parent.mkdir(parents=True, exist_ok=True)
        known = Catalog(locale=lang, header_comment=f"# {package}, {lang}.")
        if path.is_file():
            with path.open("rb") as written:
                known = read_po(written, locale=lang)
        comment, source = known.header_comment, extracted(package)
        out = tuple(_out(known, source))
        known.update(source, no_fuzzy_matching=True)
        known.obsolete.clear()
        body = io.BytesIO()
        write_po(body, known, width=100, omit_header=True, include_lineno=False)
        write_whole(path, _header(package, known, comment).encode() + body.getvalue())
    return out


def _out(known: Catalog, source: Catalog) -> Iterator[TakenOut]:
    for message in (*known, *known.obsolete.values()):
        translations = tuple(filter(None, _texts(message.string)))
        if message.id and translations and source.get(message.id) is None:
            yield TakenOut(_one(message), translations)


def _header(package: str, known: Catalog, comment: str) -> str:
    """Write the head of a catalogue: what a reader of it must know, and no names or dates."""
    entries = {
        "Project-Id-Version": package,
        "Language": str(known.locale_identifier),
        "Plural-Forms": known.plural_forms,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = "".join(f'"{key}: {value}\\n"\n' for key, value in entries.items())
    return f'{comment}\nmsgid ""\nmsgstr ""\n{lines}\n'


def _wrong_with(
    message: Message, translation: Message | None, plurals: int
) -> Iterator[CatalogueProblem]:
    one = _one(message)
    if translation is None:
        yield CatalogueProblem("missing", one)
        return
    written = _texts(translation.string)
    if isinstance(message.id, tuple) and len(written) != plurals:
        yield CatalogueProblem("plural", one)
    if not all(written):
        yield CatalogueProblem("missing", one)
    elif translation.fuzzy:
        yield CatalogueProblem("fuzzy", one)
    elif any(placeholders(text) != placeholders(one) for text in written):
        yield CatalogueProblem("placeholders", one)


def _not_nynorsk(message: Message, translation: Message) -> Iterator[CatalogueProblem]:
    words = bokmaal_words("\n".join(_texts(translation.string)))
    if words:
        yield CatalogueProblem("bokmål", _one(message), words)


def _texts(string: str | Iterable[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())


def _one(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def main(packages: list[str]) -> int:
    """Bring the catalogues of some packages up to date, and say what is left to do.

    Returns:
        0 where everything is whole, 1 where something is left, 2 where it was asked wrongly.
    """
    if not packages:
        sys.stderr.write("Name the packages whose catalogues to bring up to date.\n")
        return 2
    left = 0
    for package in packages:
        if find_spec(package) is None:
            sys.stderr.write(f"No package called {package} is installed.\n")
            return 2
        for lang in TRANSLATED:
            for one in update(package, lang):
                old = " / ".join(one.translations)
                sys.stdout.write(f"{package} {lang}: taken out: {one.msgid} = {old}\n")
            for problem in catalogue_problems(package, lang):
                left = 1
                words = f" ({', '.join(problem.words)})" if problem.words else ""
                sys.stdout.write(f"{package} {lang}: {problem.kind}: {problem.msgid}{words}\n")
    return left


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
