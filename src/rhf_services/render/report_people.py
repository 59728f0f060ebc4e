"""The people of a report: all of them inside, and on the public page those who may be shown."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rhf_services.i18n.names import label
from rhf_services.i18n.showing import show
from rhf_services.model.entities import Host
from rhf_services.model.people import ROLE_NAMES, Person, Role, RoleHeld
from rhf_services.model.regions import REGION_NAMES
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.document import Block, Paragraph
from rhf_services.render.report_about import host_text
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.tables import Cell, Table
from rhf_services.render.text import Run, Runs, on_lines, runs
from rhf_services.render.values import text_of, unreadable
from rhf_services.render.words import word

_KNOWN: Final = tuple(str(role) for role in Role)


def people_blocks(shown: ReportShown) -> tuple[Block, ...]:
    """Tell who holds which role.

    The public page shows name, role and institution, and only of those with the flag; e-mail and
    phone never.

    Examples:
        >>> people_blocks.__name__
        'people_blocks'
    """
    lang = shown.lang
    people = [one for one in shown.report.people if shown.inside or one.show_on_page]
    if not people:
        which = "no-people" if shown.inside else "no-people-shown"
        return (Paragraph(runs(word("report", which, lang)), "quiet"),)
    person = [runs(label("person-field", id_, lang)) for id_ in ("name", "roles", "institution")]
    caption = runs(label("person-field", "roles", lang))
    if not shown.inside:
        rows = tuple(tuple(_public(one, shown)) for one in people)
        return (Table(caption, tuple(person), rows),)
    number = runs(word("page", "row-number", lang))
    more = [runs(word("report", id_, lang)) for id_ in ("contact", "shown-and-copy")]
    head = (number, *person, *more)
    return (Table(caption, head, tuple(tuple(_inside(one, shown)) for one in people)),)


def _public(person: Person, shown: ReportShown) -> Iterator[Cell]:
    yield Cell(_theirs(person.name), header=person.name is not None)
    yield Cell(_roles(person, shown))
    yield Cell(_workplace(person))


def _inside(person: Person, shown: ReportShown) -> Iterator[Cell]:
    lang = shown.lang
    raw = shown.report.tree["people"][person.index]
    yield Cell(runs(str(person.index + 1)), number=True)
    name = text_of(raw, "name", lang)
    yield Cell(name, header=bool(name))
    yield Cell((*_roles(person, shown), *_wrong_roles(raw, shown)))
    yield Cell(_workplace(person) or _wrong_workplace(raw, person, shown))
    contact = [text for key in ("email", "phone") if (text := text_of(raw, key, lang))]
    yield Cell(on_lines(contact))
    flags = [runs(word("report", "shown" if person.show_on_page else "not-shown", lang))]
    if person.copy_of_report:
        flags.append(runs(word("report", "copy", lang)))
    flags += [
        unreadable(raw[key], lang)
        for key in ("show_on_page", "copy_of_report")
        if raw.get(key) is not None and not isinstance(raw.get(key), bool)
    ]
    yield Cell(on_lines(flags))


def _theirs(text: str | None) -> Runs:
    return (Run(text, theirs=True),) if text else ()


def _roles(person: Person, shown: ReportShown) -> Runs:
    held = [one for one in person.roles if shown.inside or one.role in _KNOWN]
    return on_lines([_role(one, shown) for one in held])


def _role(held: RoleHeld, shown: ReportShown) -> Runs:
    lang = shown.lang
    if held.role in _KNOWN:
        named = runs(show(ROLE_NAMES[Role(held.role)], lang))
    else:
        note = f" ({word('report', 'unknown-role', lang)})"
        named = (Run(held.role, theirs=True), Run(note))
    region = show(REGION_NAMES[held.region], lang) if held.region is not None else None
    return (*named, Run(f", {region}")) if region else named


def _wrong_roles(raw: Mapping[str, Any], shown: ReportShown) -> Runs:
    """Give what stands among the roles and cannot be read as one."""
    roles = raw.get("roles")
    if is_blank(roles):
        return ()
    if not isinstance(roles, list):
        return unreadable(roles, shown.lang)
    wrong = [one for one in roles if not _is_role(one) and not is_blank(one)]
    return runs(Run("\n"), *unreadable(wrong, shown.lang)) if wrong else ()


def _is_role(one: Any) -> bool:
    if not isinstance(one, Mapping) or text_or_none(one.get("role")) is None:
        return False
    region = one.get("region")
    return is_blank(region) or region in tuple(str(known) for known in REGION_NAMES)


def _workplace(person: Person) -> Runs:
    return host_text(person.institution) if person.institution is not None else ()


def _wrong_workplace(raw: Mapping[str, Any], person: Person, shown: ReportShown) -> Runs:
    """Give what stands where a workplace should and names none."""
    given = raw.get("institution")
    names = person.institution is not None and person.institution != Host()
    return () if is_blank(given) or given == {} or names else unreadable(given, shown.lang)


def person_called(id_: str | None, shown: ReportShown) -> Runs:
    """Name a person of the report by the host's id; none where nobody has it.

    Examples:
        >>> person_called.__name__
        'person_called'
    """
    known = (one for one in shown.report.people if id_ is not None and one.id == id_)
    return _theirs(next((one.name for one in known if one.name), None))
