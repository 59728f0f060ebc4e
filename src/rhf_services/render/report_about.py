"""The first tab of a report: who reports, as the host keeps it and as the report names it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rhf_services.i18n.entities import about
from rhf_services.i18n.names import label
from rhf_services.model.entities import Host, host_from
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.document import Block, Definition, Definitions
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.text import Run, Runs, runs
from rhf_services.render.values import unreadable, written
from rhf_services.render.words import word
from rhf_services.sources.organisations import name_of, organisation

_TEXTS: Final = ("code", "name", "description", "icd10")


def name_of_entity(shown: ReportShown) -> Runs:
    """Give the name of whoever reports; none where it is not known.

    Examples:
        >>> name_of_entity.__name__
        'name_of_entity'
    """
    name = about(shown.report, shown.lang, shown.case.entity).name
    return (Run(name, theirs=True),) if name else ()


def host_text(host: Host, *, inside: bool) -> Run | None:
    """Name a host or workplace; an id that no register has is for the inside alone.

    Examples:
        >>> host_text(Host(organisation="helse-bergen"), inside=False).text
        'Helse Bergen HF'
        >>> host_text(Host(organisation="the-hosts-own-id"), inside=False) is None
        True
    """
    known = organisation(host.organisation) if host.organisation else None
    if known is not None:
        return Run(known.name)
    name = name_of(host) if inside else host.name
    return Run(name, theirs=True) if name else None


def about_blocks(shown: ReportShown) -> tuple[Block, ...]:
    """Tell who reports.

    Examples:
        >>> about_blocks.__name__
        'about_blocks'
    """
    rows = tuple(Definition(runs(term), text) for term, text in _rows(shown))
    return (Definitions(rows),) if rows else ()


def _rows(shown: ReportShown) -> Iterator[tuple[str, Runs]]:
    lang, kept, said = shown.lang, shown.case.entity, shown.report.entity
    told = about(shown.report, lang, kept)
    kind = (kept.type if kept else None) or said.type
    if kind and (shown.inside or label("entity_type", kind, lang) != kind):
        named = label("entity_type", kind, lang)
        yield label("about-field", "kind", lang), (Run(named, theirs=named == kind),)
    hosts = (kept.hosts if kept else ()) or said.hosts
    names = [name for host in hosts if (name := host_text(host, inside=shown.inside))]
    if names:
        yield label("about-field", "hosts", lang), _joined(names)
    if told.name:
        yield label("about-field", "name", lang), (Run(told.name, theirs=True),)
    if told.description:
        yield label("about-field", "description", lang), (written(told.description),)
    if said.code:
        yield word("report", "code", lang), (Run(said.code, theirs=True),)
    year = shown.report.year
    dated = kept.description_in(year) if kept is not None and year is not None else None
    icd10 = (dated.icd10 if dated else None) or said.icd10
    if icd10:
        yield word("report", "icd10", lang), (Run(icd10, theirs=True),)
    units = [Run(unit.name, theirs=True) for unit in said.units if unit.name]
    if units:
        yield word("report", "units", lang), _joined(units)
    if shown.inside:
        yield from _unreadable(shown)


def _unreadable(shown: ReportShown) -> Iterator[tuple[str, Runs]]:
    raw = shown.report.part("entity")
    for key in (*_TEXTS, "type"):
        if not is_blank(raw.get(key)) and text_or_none(raw.get(key)) is None:
            yield key, unreadable(raw[key], shown.lang)
    for key in ("hosts", "units"):
        wrong = _not_objects(raw.get(key))
        if wrong:
            yield key, unreadable(wrong, shown.lang)


def _not_objects(raw: Any) -> Any:
    if is_blank(raw) or isinstance(raw, list):
        return [one for one in raw or () if not _names_something(one)]
    return raw


def _names_something(one: Any) -> bool:
    return isinstance(one, Mapping) and (
        host_from(one) != Host() or text_or_none(one.get("name")) is not None
    )


def _joined(names: list[Run]) -> Runs:
    pieces: list[Run] = []
    for name in names:
        pieces += [Run("\n"), name] if pieces else [name]
    return tuple(pieces)
