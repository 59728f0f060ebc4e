"""The first tab of a report: who reports, as the host keeps it and as the report names it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rhf_services.i18n.entities import about
from rhf_services.i18n.names import label
from rhf_services.model.entities import Host, host_from
from rhf_services.model.values import is_blank, text_or_none
from rhf_services.render.document import Block, Definition, Definitions
from rhf_services.render.report_shown import ReportShown
from rhf_services.render.text import Run, Runs, on_lines, runs
from rhf_services.render.values import unreadable, written
from rhf_services.render.words import word
from rhf_services.sources.organisations import organisation

_TEXTS: Final = ("code", "name", "description", "icd10")


def name_of_entity(shown: ReportShown) -> Runs:
    """Give the name of whoever reports; none where it is not known.

    Examples:
        >>> name_of_entity.__name__
        'name_of_entity'
    """
    name = about(shown.report, shown.lang, shown.case.entity).name
    return (Run(name, theirs=True),) if name else ()


def host_text(host: Host) -> Runs:
    """Name a host or workplace; an id that the register does not have is shown to nobody.

    Examples:
        >>> host_text(Host(organisation="helse-bergen"))[0].text
        'Helse Bergen HF'
        >>> host_text(Host(organisation="the-hosts-own-id"))
        ()
    """
    known = organisation(host.organisation) if host.organisation else None
    if known is not None:
        return runs(known.name)
    return (Run(host.name, theirs=True),) if host.name else ()


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
    names = [name for host in hosts if (name := host_text(host))]
    if names:
        yield label("about-field", "hosts", lang), on_lines(names)
    if told.name:
        yield label("about-field", "name", lang), (Run(told.name, theirs=True),)
    if told.description:
        yield (
            label("about-field", "description", lang),
            (written(told.description, shown.language_of()),),
        )
    if said.code:
        yield word("report", "code", lang), (Run(said.code, theirs=True),)
    year = shown.report.year
    dated = kept.description_in(year) if kept is not None and year is not None else None
    icd10 = (dated.icd10 if dated else None) or said.icd10
    if icd10:
        yield word("report", "icd10", lang), (Run(icd10, theirs=True),)
    units = (kept.units if kept else ()) or said.units
    of_units = [(Run(unit.name, theirs=True),) for unit in units if unit.name]
    if of_units:
        yield word("report", "units", lang), on_lines(of_units)
    if shown.inside:
        yield from _unreadable(shown)


def _unreadable(shown: ReportShown) -> Iterator[tuple[str, Runs]]:
    raw = shown.report.part("entity")
    for key in (*_TEXTS, "type"):
        if not is_blank(raw.get(key)) and text_or_none(raw.get(key)) is None:
            yield key, unreadable(raw[key], shown.lang)
    for key in ("hosts", "units"):
        wrong = _wrong(raw.get(key))
        if not is_blank(wrong):
            yield key, unreadable(wrong, shown.lang)


def _wrong(raw: Any) -> Any:
    """Give what stands where objects should and names nothing; None where all of it does."""
    if not isinstance(raw, list):
        return raw
    return [one for one in raw if not (is_blank(one) or one == {} or _names_something(one))] or None


def _names_something(one: Any) -> bool:
    return isinstance(one, Mapping) and (
        host_from(one) != Host() or text_or_none(one.get("name")) is not None
    )
