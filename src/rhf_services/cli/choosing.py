"""The command ``which``: the form each entity reports on, and why."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import click
from attrs import field, frozen

from rhf_services.checking.choosing import which_form
from rhf_services.cli import words
from rhf_services.cli.inputs import Input, inputs
from rhf_services.cli.options import loaded
from rhf_services.cli.showing import echo_json, printable, wrapped
from rhf_services.hooks import Registry
from rhf_services.i18n import Language, language, show
from rhf_services.i18n.form_choices import REASONS, choice_says
from rhf_services.i18n.speech import SENTENCES, cite, in_quotes
from rhf_services.model.entities import Entity
from rhf_services.model.form_choices import ChoiceRemark, FormChoice
from rhf_services.model.text import _
from rhf_services.serving.told_entities import read_told
from rhf_services.wire.form_choices import form_choice_document
from rhf_services.wire.json_text import parse

YEAR: Final = _("Rapportår {year}")
NO_FORM: Final = _("Uten skjema")
UNITS: Final = _("Enheter: {number}.")
WITH_FORM: Final = _("Med skjema: {number}.")
WITHOUT_FORM: Final = _("Uten skjema: {number}.")
MARKED: Final = _("? Det er ikke kjent når enheten startet. Den regnes som i drift.")
NOT_ENTITIES: Final = _("Filen har ingen enheter som kan leses.")
NO_YEAR: Final = _("Filen sier ikke hvilket rapportår det gjelder. Oppgi det med --year.")
UNREAD: Final = _("Kan ikke leses, og er ikke tatt med: {places}.")

ASSUMED: Final = "?"


@frozen
class Asked:
    """What the command was asked.

    Attributes:
        year: The reporting year, or None for the one a case or report names.
        lang: The language.
        form: ``text`` or ``json``.
        full: Whether to tell of each entity of a register in full.
        accepted: The folder of accepted files, or None.

    Examples:
        >>> Asked(2024, "nb", "text").full
        False
    """

    year: int | None
    lang: str
    form: str
    full: bool = False
    accepted: Path | None = None


@frozen
class Answered:
    """One file, answered.

    Attributes:
        name: How the file is called.
        choices: The answers, one for each entity.
        entities: The entities, in the same order.
        unread: Places of what could not be read.
        problem: Why there is no answer: ``not-found``, ``empty-folder``, ``no-entities``,
            ``no-year``, or what the system says.

    Examples:
        >>> Answered("units.json", problem="no-year").code
        2
    """

    name: str
    choices: tuple[FormChoice, ...] = ()
    entities: tuple[Entity, ...] = field(default=(), repr=False)
    unread: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def code(self) -> int:
        """The exit code for this file alone."""
        return 0 if self.problem is None else 2


def run(files: tuple[str, ...], asked: Asked) -> int:
    """Answer for every file, and give the exit code: 2 where one gave no answer, else 0.

    Args:
        files: Files, folders, or ``-``: cases, reports, entities, or lists of entities.
        asked: What to answer, and how.
    """
    registry = loaded(asked.accepted, asked.lang)
    reader = language(asked.lang)
    answered = [answer(one, registry, asked.year) for one in inputs(files)]
    highest = max((one.code for one in answered), default=0)
    if asked.form == "json":
        documents = [_document(one, asked.lang) for one in answered]
        whole = {"format": "rhf-form-choices/1", "exit": highest, "files": documents}
        echo_json(whole)
        return highest
    for one in answered:
        for line in _lines(one, reader, full=asked.full):
            click.echo(line)
    return highest


def answer(one: Input, registry: Registry, year: int | None) -> Answered:
    """Answer for one file.

    Args:
        one: The file.
        registry: What is loaded.
        year: The reporting year, or None for the one the file names.
    """
    if one.data is None:
        return Answered(one.name, problem=one.problem)
    told = read_told(parse(one.data))
    if not told.entities:
        return Answered(one.name, unread=told.unread, problem="no-entities")
    of = year if year is not None else told.year
    if of is None:
        return Answered(one.name, unread=told.unread, problem="no-year")
    choices = tuple(which_form(entity, of, registry) for entity in told.entities)
    return Answered(one.name, choices, told.entities, told.unread)


def _document(done: Answered, lang: str) -> dict[str, Any]:
    return {
        "file": done.name,
        "exit": done.code,
        "problem": done.problem,
        "unread": list(done.unread),
        "choices": [form_choice_document(choice, lang) for choice in done.choices],
    }


def _lines(done: Answered, lang: Language, *, full: bool) -> Iterator[str]:
    yield click.style(printable(done.name), bold=True)
    if done.problem is not None:
        known = {
            "not-found": words.NOT_FOUND,
            "empty-folder": words.EMPTY_FOLDER,
            "no-entities": NOT_ENTITIES,
            "no-year": NO_YEAR,
        }
        said = known.get(done.problem, words.CANNOT_OPEN)
        yield from wrapped(f"✗ {show(said, lang, {'problem': done.problem})}", "  ")
    else:
        yield "  " + show(YEAR, lang, {"year": done.choices[0].year})
        yield ""
        told = _in_full if full or len(done.choices) == 1 else _table
        yield from told(done, lang)
    if done.unread:
        places = ", ".join(printable(place) for place in done.unread)
        yield from wrapped(show(UNREAD, lang, {"places": places}), "  ")
    yield ""


def _in_full(done: Answered, lang: Language) -> Iterator[str]:
    pairs = list(zip(done.entities, done.choices, strict=True))
    names = {entity.id: _name(entity, choice) for entity, choice in pairs if entity.id}
    for entity, choice in pairs:
        yield "  " + click.style(_called(entity, choice), bold=True)
        yield from wrapped(choice_says(choice, lang, names), "    ")
        form = choice.template or "-"
        source = show(SENTENCES["source"], lang, {"source": cite(choice.source, lang)})
        for line in wrapped(f"{source} [{form}, {choice.reason}]", "    "):
            yield click.style(line, dim=True)
        yield ""


def _table(done: Answered, lang: Language) -> Iterator[str]:
    """Group the entities by form and reason, forms first."""
    pairs = list(zip(done.entities, done.choices, strict=True))
    width = max(len(_id(entity)) for entity, _choice in pairs) + 2
    forms = dict.fromkeys(choice.template for choice in done.choices if choice.template)
    for form in (*forms, None):
        of_form = [(entity, choice) for entity, choice in pairs if choice.template == form]
        if of_form:
            yield from _heading(of_form[0][1], lang)
            yield from _by_reason(of_form, width, lang)
            yield ""
    if any(_assumed(choice) for choice in done.choices):
        yield from wrapped(show(MARKED, lang), "  ")
    own = sum(1 for choice in done.choices if choice.expected)
    counts = ((UNITS, len(pairs)), (WITH_FORM, own), (WITHOUT_FORM, len(pairs) - own))
    said = " ".join(show(text, lang, {"number": number}) for text, number in counts)
    yield from wrapped(said, "  ")


def _by_reason(pairs: list[tuple[Entity, FormChoice]], width: int, lang: Language) -> Iterator[str]:
    for reason in dict.fromkeys(choice.reason for _entity, choice in pairs):
        group = [(entity, choice) for entity, choice in pairs if choice.reason is reason]
        yield f"    {show(REASONS[reason].title, lang)}: {len(group)}"
        for entity, choice in group:
            mark = ASSUMED if _assumed(choice) else " "
            yield from _hanging(f"{mark} {_id(entity).ljust(width)}", _name(entity, choice))


def _hanging(first: str, rest: str) -> Iterable[str]:
    lines = wrapped(rest, " " * (6 + len(first))) or [""]
    return [f"      {first}{lines[0].strip()}".rstrip(), *lines[1:]]


def _heading(choice: FormChoice, lang: Language) -> Iterator[str]:
    if choice.template is None:
        yield "  " + click.style(show(NO_FORM, lang), underline=True)
        return
    title = choice.titles.get(choice.template)
    name = show(title, lang) if title is not None else choice.template
    for line in wrapped(in_quotes(name, lang), "  "):
        yield "  " + click.style(line.strip(), underline=True)
    yield "  " + click.style(f"[{choice.template}]", dim=True)


def _assumed(choice: FormChoice) -> bool:
    return ChoiceRemark.START_UNKNOWN in choice.remarks


def _id(entity: Entity) -> str:
    return printable(entity.id or "-")


def _name(entity: Entity, choice: FormChoice) -> str:
    """Give the name of the year that is asked about; the last one where none is known of it."""
    last = entity.names[-1].name if entity.names else ""
    return printable(entity.name_in(choice.year) or last)


def _called(entity: Entity, choice: FormChoice) -> str:
    return "  ".join(part for part in (_id(entity), _name(entity, choice)) if part)
